// How several kinds of file are read: values with the provenance above them, formulas.
import type * as z from 'zod';
import { type Diagnostic, error } from '../../diagnostics/index.ts';
import type { Expression } from '../../language/index.ts';
import { parseFormula } from '../formula.ts';
import type { MathParser } from '../mathjs.ts';
import { readProvenance } from '../provenance.ts';
import { keyAt, type Path, pathKey, type Spans, spanAt } from '../spans.ts';
import { parseValue } from '../value.ts';
import type { Provenance, ValueForm } from '../value-types.ts';
import type { title } from './pieces.ts';

export type Title = z.infer<typeof title>;

export interface ReadValues {
  readonly values: ReadonlyMap<string, ValueForm>;
  /** What the head of the file says for values that say nothing themselves. */
  readonly provenance?: Provenance;
}

/** Reads the `values:` of a file and the provenance at its head. */
export function readValues(
  content: {
    readonly values?: Readonly<Record<string, unknown>> | undefined;
    readonly source?: readonly string[] | undefined;
    readonly assumed?: string | undefined;
    readonly derived?: string | undefined;
    readonly confidence?: 'high' | 'medium' | 'low' | undefined;
  },
  spans: Spans,
  diagnostics: Diagnostic[],
): ReadValues {
  const head = readProvenance(content, spans, []);
  diagnostics.push(...head.diagnostics);
  const found = new Map<string, ValueForm>();
  for (const [quantity, raw] of Object.entries(content.values ?? {})) {
    const reading = parseValue(raw, spans, ['values', quantity]);
    diagnostics.push(...reading.diagnostics);
    if (reading.form !== undefined) found.set(quantity, reading.form);
  }
  return { values: found, ...(head.provenance === undefined ? {} : { provenance: head.provenance }) };
}

/** Reads the formula at a path; folded text and trailing comments are refused, since YAML would have changed the formula. */
export function readFormula(
  text: string | number,
  spans: Spans,
  path: Path,
  parse: MathParser,
  diagnostics: Diagnostic[],
): Expression | undefined {
  const span = spanAt(spans, ...path);
  if (spans.folded.has(pathKey(path))) {
    diagnostics.push(
      error('formula/folded', 'a formula stands on one line', keyAt(spans, ...path), {
        help: 'write it on the line of its key, or split it into named formulas',
      }),
    );
    return undefined;
  }
  if (spans.commented.has(pathKey(path))) {
    diagnostics.push(
      error('formula/comment', 'a comment behind a formula would cut it', span, {
        help: 'put the comment on a line of its own, or in about',
      }),
    );
    return undefined;
  }
  const written = String(text);
  // A quoted formula starts one column later.
  const from = span.to - span.from === written.length + 2 ? span.from + 1 : span.from;
  const reading = parseFormula(written, { file: spans.file, from }, parse);
  diagnostics.push(...reading.diagnostics);
  return reading.expression;
}
