// What each file of this room makes: a sheet, what its columns mean, and the names that others use for its places.
import type { ColumnEntry } from '../dictionary/types.ts';
import type { Sheet } from './types.ts';

export interface Part {
  readonly sheet: Sheet;
  readonly columns: readonly ColumnEntry[];
  readonly names?: readonly (readonly [name: string, place: string])[];
}
