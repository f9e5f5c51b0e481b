// Places in a workbook as formulas write them.
import type { Area } from './types.ts';

const LETTERS = 26;

/** 0 -> `A`, 26 -> `AA`. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? last : letters(Math.floor(column / LETTERS) - 1) + last;
}

/** `$G$6:$G$24`; one cell is `$G$6`. */
export function fixedRange({ row, column, rows, columns }: Area): string {
  const first = `$${letters(column)}$${row + 1}`;
  const last = `$${letters(column + columns - 1)}$${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}

/** `G6:G24`, for what a sheet says of itself. */
export const range = (area: Area): string => fixedRange(area).replaceAll('$', '');

/** `'Heat map'!$A$1`. */
export const onSheet = (sheet: string, place: string): string => `'${sheet.replaceAll("'", "''")}'!${place}`;

/** A text inside a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
