// Texts that a file gives in both languages: they go by their English everywhere, and by this table become Chinese where a reader wants it.

import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { wholePlace } from './provenance.ts';
import { type Path, type Spans, spanAt } from './spans.ts';

/** English text -> its Chinese, and where that stands. */
export type Texts = ReadonlyMap<string, { readonly zh: string; readonly span: Span }>;

/** What a file says in both languages. Places inside sources stand apart: `petrol` may be one, and the name of something besides. */
export interface BothLanguages {
  readonly texts: Texts;
  readonly places: Texts;
}

interface Pair {
  readonly en: string;
  readonly zh: string;
  readonly path: Path;
  readonly isPlace: boolean;
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPair = (value: unknown): value is { readonly en: string; readonly zh: string } =>
  isTable(value) && typeof value.en === 'string' && typeof value.zh === 'string';

/** The place inside a source, if any part of it is given in both languages. */
function* placeIn([, ...parts]: readonly unknown[], path: Path): Generator<Pair> {
  const at = parts.findIndex(isPair);
  if (at === -1) return;
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    parts.map((part) => (isPair(part) ? part[language] : String(part))),
  );
  yield { en: wholePlace(en ?? []), zh: (zh ?? []).join('，'), path: [...path, at + 1], isPlace: true };
}

/** Every pair of texts of which the shape kept the English alone, or which stands in a value that is shaped later. */
function* pairsIn(raw: unknown, shaped: unknown, path: Path): Generator<Pair> {
  if (isPair(raw)) {
    if (typeof shaped === 'string' || raw === shaped) yield { en: raw.en, zh: raw.zh, path, isPlace: false };
  } else if (Array.isArray(raw) && Array.isArray(shaped)) {
    for (const [index, member] of raw.entries()) yield* pairsIn(member, shaped[index], [...path, index]);
  } else if (isTable(raw) && isTable(shaped)) {
    for (const [key, value] of Object.entries(raw))
      if (key === 'source' && Array.isArray(value)) yield* placeIn(value, [...path, key]);
      else yield* pairsIn(value, shaped[key], [...path, key]);
  }
}

/** The texts of a file. */
export function textsIn(
  raw: unknown,
  shaped: unknown,
  spans: Spans,
  diagnostics: Diagnostic[],
): BothLanguages {
  const texts = new Map<string, { zh: string; span: Span }>();
  const places = new Map<string, { zh: string; span: Span }>();
  for (const { en, zh, path, isPlace } of pairsIn(raw, shaped, []))
    addText(isPlace ? places : texts, en, { zh, span: spanAt(spans, ...path, 'zh') }, diagnostics);
  return { texts, places };
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
