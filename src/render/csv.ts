// Comma-separated values that spreadsheets open as what they are: for results and register.

import { exact } from './charts/numbers.ts';
import { plain } from './wording.ts';

export type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@]/;

/** A text starts with an apostrophe where it would be a formula. */
function textCell(value: string): string {
  const text = plain(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes cells of one table. A long table says the same few texts over and over: each is made harmless once. */
export function csvCells(): (value: Cell) => string {
  const texts = new Map<string, string>();
  return (value) => {
    if (value === undefined) return '';
    if (typeof value === 'number') return exact(value);
    const known = texts.get(value) ?? textCell(value);
    texts.set(value, known);
    return known;
  };
}

/** A file with its head, every line ended by one line feed; a number is never touched. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = csvCells();
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
