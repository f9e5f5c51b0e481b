// What a single cell says: nothing, a name, a number; and what the databases write below their tables.
import { numberIn } from '../resolve/index.ts';
import { shown } from './spelling.ts';
import type { Cell, Row } from './types.ts';

/** Nothing, or nothing but spaces. */
export const isEmpty = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A cell that holds a name; a name that was typed as a number is its digits. */
export const textOf = (cell: Cell): string =>
  cell instanceof Date ? shown(cell) : String(cell ?? '').trim();

/** A value, or undefined for a cell that holds no number: a text of another form, a day, true or false. */
export const numberOf = (cell: Cell): number | undefined =>
  typeof cell === 'string' || typeof cell === 'number' ? numberIn(String(cell).trim()) : undefined;

/** The notice that a row holds instead of values, as scenario databases write below their tables. */
export function noticeIn({ cells: [first, ...others] }: Row): string | undefined {
  return typeof first === 'string' && first.trim().startsWith('©') && others.every(isEmpty)
    ? first.trim().replace(/\s+/g, ' ')
    : undefined;
}
