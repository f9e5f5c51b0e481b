// Texts in which numbers open: in the report each number leads to what it is; every other file has the same text, plain.
import type { Cell, Pieces, Reading } from './report/types.ts';

/** The same as plain text. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'string'
    ? cell
    : cell.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

const isReading = (part: Cell | Reading): part is Reading => typeof part === 'object' && 'text' in part;

const flat = (part: Cell | Reading): Pieces =>
  typeof part === 'string' ? (part === '' ? [] : [part]) : isReading(part) ? [part] : part;

/** Texts that follow each other as one. */
function merged(parts: Pieces): Pieces {
  const all: (string | Reading)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof last === 'string' && typeof part === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

/** A template whose blanks are numbers that open, or texts with such numbers. */
export const pieces = (texts: TemplateStringsArray, ...blanks: readonly (Cell | Reading)[]): Pieces =>
  merged(texts.flatMap((text, index) => [...flat(text), ...flat(blanks[index] ?? '')]));

/** Parts one behind the other, with a text between them. */
export const joined = (parts: readonly (Cell | Reading)[], between: string): Pieces =>
  merged(parts.flatMap((part, index) => [...(index === 0 ? [] : flat(between)), ...flat(part)]));

/** A number as it stands in a text: digits with separators, a minus before, a sign of percent behind. */
const isInside = (text: string, from: number, to: number): boolean =>
  /[\d.,]/.test(text[from - 1] ?? '') || /^[\d]|^[.,]\d/.test(text.slice(to));

/** A plain text in which the numbers given open, each where it first stands behind the one before. */
export function opened(text: string, ...numbers: readonly Reading[]): Pieces {
  const [first, ...rest] = numbers;
  if (first === undefined) return flat(text);
  let at = text.indexOf(first.text);
  while (at >= 0 && isInside(text, at, at + first.text.length)) at = text.indexOf(first.text, at + 1);
  if (at < 0) return opened(text, ...rest);
  const after = at + first.text.length;
  return [...flat(text.slice(0, at)), first, ...opened(text.slice(after), ...rest)];
}
