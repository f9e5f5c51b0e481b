// A workbook as this product means it, before any library writes it: sheets of placed cells, lists, colours, names and pages.

/** A formula in the notation of spreadsheets, with what it comes to, so that a viewer that computes nothing shows it too. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number;
  /** Looks at whole ranges, cell by cell. */
  readonly array?: boolean;
}

/** Text is text whatever it begins with; only a `Formula` is computed. */
export type Content = string | number | Formula | undefined;

/** `choice` is a cell that a person sets, from a list or freely; everything else is computed or said by a file. */
export type Look =
  | 'title'
  | 'note'
  | 'section'
  | 'head'
  /** Above numbers. */
  | 'headRight'
  | 'headCentre'
  | 'text'
  | 'choice'
  | 'number'
  | 'choiceNumber'
  | 'mark'
  | 'choiceMark'
  /** A command on one line, however long. */
  | 'command';

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  readonly look: Look;
  /** A number format of spreadsheets. */
  readonly format?: string | undefined;
}

/** A rectangle of cells, both ends included; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly cells: readonly Cell[];
  /** Heights of rows in points, where they are not those of their text. */
  readonly heights?: ReadonlyMap<number, number>;
  /** What stays in view: so many rows and columns. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** A table with its head. */
  readonly filter?: Area | undefined;
  readonly choices: readonly { readonly area: Area; readonly list: string }[];
  readonly wholes: readonly { readonly area: Area; readonly from: number; readonly to: number }[];
  /** Where the formula of the first cell holds, carried on to the others, the cell has the colour. */
  readonly colours: readonly { readonly area: Area; readonly formula: string; readonly colour: string }[];
  /** Tables whose rows have a line below them. */
  readonly lined: readonly Area[];
  readonly page: {
    readonly paper: 'a3' | 'a4';
    /** Pages side by side. */
    readonly across: number;
    readonly portrait?: boolean;
    /** What is printed, where that is not all. */
    readonly area?: Area;
    /** Head repeated on every page, as rows `$5:$5` and columns `$A:$B`. */
    readonly headRow?: string;
    readonly headColumns?: string;
  };
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Name -> place, for lists and formulas. */
  readonly names: ReadonlyMap<string, string>;
  readonly title: string;
  readonly company: string;
  /** Stands at the foot of each page. */
  readonly foot: string;
  /** Day of the study, which stands for the time at which the file was made. */
  readonly asOf: string;
  readonly font: string;
}
