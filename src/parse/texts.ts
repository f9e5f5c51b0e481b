// Texts that a file gives in both languages: they go by their English everywhere, and by this table become Chinese where a reader wants it.

import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { type Path, type Spans, spanAt } from './spans.ts';

/** English text -> its Chinese, and where that stands. */
export type Texts = ReadonlyMap<string, { readonly zh: string; readonly span: Span }>;

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPair = (value: unknown): value is { readonly en: string; readonly zh: string } =>
  isTable(value) && typeof value.en === 'string' && typeof value.zh === 'string';

/** Every pair of texts of which the shape kept the English alone, or which stands in a value that is shaped later. */
function* pairsIn(
  raw: unknown,
  shaped: unknown,
  path: Path,
): Generator<{ readonly en: string; readonly zh: string; readonly path: Path }> {
  if (isPair(raw)) {
    if (typeof shaped === 'string' || raw === shaped) yield { en: raw.en, zh: raw.zh, path };
  } else if (Array.isArray(raw) && Array.isArray(shaped)) {
    for (const [index, member] of raw.entries()) yield* pairsIn(member, shaped[index], [...path, index]);
  } else if (isTable(raw) && isTable(shaped)) {
    for (const [key, value] of Object.entries(raw)) yield* pairsIn(value, shaped[key], [...path, key]);
  }
}

/** The texts of a file. */
export function textsIn(raw: unknown, shaped: unknown, spans: Spans, diagnostics: Diagnostic[]): Texts {
  const found = new Map<string, { zh: string; span: Span }>();
  for (const { en, zh, path } of pairsIn(raw, shaped, []))
    addText(found, en, { zh, span: spanAt(spans, ...path, 'zh') }, diagnostics);
  return found;
}

/** Adds a text to others; one that is translated in two ways is an error. */
export function addText(
  texts: Map<string, { readonly zh: string; readonly span: Span }>,
  en: string,
  text: { readonly zh: string; readonly span: Span },
  diagnostics: Diagnostic[],
): void {
  const before = texts.get(en);
  if (before === undefined) texts.set(en, text);
  else if (before.zh !== text.zh)
    diagnostics.push(
      error('text/twice', `a text has two translations: ${before.zh} and ${text.zh}`, text.span, {
        help: 'write the same Chinese wherever the same English stands',
        notes: [`the text: ${en}`],
      }),
    );
}
