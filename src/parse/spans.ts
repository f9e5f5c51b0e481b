// Where in its file each key and value of a YAML document stands, by path.
import type { Span } from '../diagnostics/index.ts';

export type Path = readonly (string | number)[];

export interface Spans {
  readonly file: string;
  readonly values: ReadonlyMap<string, Span>;
  readonly keys: ReadonlyMap<string, Span>;
  /** Values that cannot be a formula as written: folded over lines, or followed by a comment that YAML cut off. */
  readonly folded: ReadonlySet<string>;
  readonly commented: ReadonlySet<string>;
}

export const pathKey = (path: Path): string => path.join('\n');

const START = { from: 0, to: 0 };

/** The place of the value at a path, or of its nearest parent where the path has none. */
export function spanAt(spans: Spans, ...path: Path): Span {
  for (let length = path.length; length >= 0; length--) {
    const span = spans.values.get(pathKey(path.slice(0, length)));
    if (span !== undefined) return span;
  }
  return { file: spans.file, ...START };
}

/** The place of the key at a path; of the value for list items and the document itself. */
export const keyAt = (spans: Spans, ...path: Path): Span =>
  spans.keys.get(pathKey(path)) ?? spanAt(spans, ...path);

/** The keys of the table at a path in the order of the file; a JS object puts those that are whole numbers first. */
export function keysInOrder(spans: Spans, ...path: Path): readonly string[] {
  const prefix = path.length === 0 ? '' : `${pathKey(path)}\n`;
  const names: string[] = [];
  for (const key of spans.keys.keys())
    if (key.startsWith(prefix) && !key.includes('\n', prefix.length)) names.push(key.slice(prefix.length));
  return names;
}
