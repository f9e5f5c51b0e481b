// What an import is given and makes: a provider's table by rows, what to choose of it, a data file with its sidecar.
import type { TableCellPlace } from '../diagnostics/index.ts';
import type { CodelistFile } from '../parse/index.ts';

/** What stands in a cell: text in a CSV; in a workbook also a number, true or false, a day. */
export type Cell = string | number | boolean | Date | null | undefined;

export interface Row {
  readonly cells: readonly Cell[];
  /** Where the cell of a column, from 0, stands. */
  readonly place: (column: number) => TableCellPlace;
  /** Why the table cannot be read from here on. */
  readonly fault?: { readonly message: string; readonly help?: string };
}

export interface Table {
  readonly rows: AsyncIterable<Row>;
  /** The sheet that is read, of a workbook. */
  readonly sheet?: string;
  /** Sheets that are not read. */
  readonly otherSheets: readonly string[];
  /** True where every row has as many cells as the header (CSV); a sheet leaves out empty cells at the end. */
  readonly full: boolean;
}

export const NAME_COLUMNS = ['model', 'scenario', 'region', 'variable', 'unit'] as const;
export type NameColumn = (typeof NAME_COLUMNS)[number];

/** What may be chosen by; in the order in which rows outside are counted. */
export const FILTERS = ['variable', 'region', 'scenario', 'model'] as const;
export type Filter = (typeof FILTERS)[number];

/** Names to keep, by column; a column without names keeps all. `*` stands for any text. */
export type Selection = Readonly<Record<Filter, readonly string[]>>;

/** Columns beyond those of the IAMC, by their names in small letters: the one text to keep in each. */
export type Where = Readonly<Record<string, string>>;

/** What a project knows of names and sources. */
export interface Known {
  readonly codelists: readonly CodelistFile[];
  /** Keys of the sources that its reference files describe. */
  readonly sources: readonly string[];
}

export interface ImportRequest {
  /** The table's file as it was typed, and its checksum. */
  readonly file: string;
  readonly sha256: string;
  /** The sheet of a workbook; by default the only one with a header of the IAMC's form. */
  readonly sheet?: string | undefined;
  readonly selection: Selection;
  readonly where: Where;
  /** The source's key and the licence; by default those of the codelist that knows the models. */
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  /** File name of the pair without its ending. */
  readonly name: string;
}

/** Cells that could hold a value, by what became of them. */
export interface Counts {
  kept: number;
  empty: number;
  filtered: number;
}

export interface Counted extends Readonly<Counts> {
  readonly name: string;
}

/** A name that the codelists spell otherwise. */
export interface ReadAs {
  readonly column: NameColumn;
  readonly written: string;
  readonly as: string;
}

export interface Imported {
  /** NAME.csv and NAME.yaml. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** All cells: kept + empty + filtered. */
  readonly cells: Counted;
  /** Filtered cells by the first filter that leaves them out. */
  readonly filteredBy: Readonly<Record<Filter | 'where', number>>;
  readonly scenarios: readonly Counted[];
  readonly variables: readonly Counted[];
  readonly readAs: readonly ReadAs[];
  /** Rows that hold a notice of the provider instead of values. */
  readonly notices: readonly string[];
  readonly source: string;
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
  /** What `where:` must name to find one path, by example. */
  readonly where: Readonly<Record<string, string>>;
}
