// What a data dictionary says of one column of one file of the pack.
import type { Title } from '../../analyse/index.ts';

/** `choice` is text from a short list, `whole` a whole number, `date` a day as 2026-11-22. */
export type ColumnType = 'text' | 'choice' | 'whole' | 'number' | 'date';

export interface ColumnEntry {
  /** As the head of the file names it. */
  readonly column: string;
  readonly type: ColumnType;
  /** In which unit, or which column says so; empty for what has none. */
  readonly unit: string;
  readonly means: Title;
}

/** The columns of one table, in its order. */
export interface TableEntry {
  /** Path in the pack. */
  readonly file: string;
  /** Sheet of a workbook; empty for a file with one table. */
  readonly sheet: string;
  readonly columns: readonly ColumnEntry[];
}

/** Short to write: most tables are long. */
export const entry = (
  column: string,
  type: ColumnType,
  unit: string,
  en: string,
  zh: string,
): ColumnEntry => ({ column, type, unit, means: { en, zh } });
