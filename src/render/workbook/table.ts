// A table on a sheet: a head, rows below it, and for each column where its cells stand, so that formulas find them.
import { type ColumnEntry, entry } from '../dictionary/types.ts';
import { type Language, plain, say } from '../wording.ts';
import { heightsOf } from './heights.ts';
import { fixedRange, letters } from './places.ts';
import type { Area, Cell, Content, Look, Sheet } from './types.ts';

/** Where the cells of a table stand. */
export interface Places {
  /** The cell of a column in the row being written: `$G7`. */
  readonly here: (key: string) => string;
  /** All cells of a column: `$G$6:$G$24`. */
  readonly all: (key: string) => string;
}

/** What the dictionary says of it, and how its cells are made. */
export interface Column<Row> extends ColumnEntry {
  /** By which formulas find it. */
  readonly key: string;
  /** In characters. */
  readonly width: number;
  readonly look?: Look | ((row: Row) => Look);
  readonly format?: string | ((row: Row) => string) | undefined;
  /** Named range that its cells are chosen from. */
  readonly list?: string | undefined;
  readonly cell: (row: Row, places: Places, index: number) => Content;
}

export interface Table<Row> {
  /** Where its head begins. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** A column of texts of one language; what is not said has no cell. */
export const textColumns =
  <Row>(language: Language) =>
  (
    key: string,
    width: number,
    head: readonly [en: string, zh: string],
    means: readonly [en: string, zh: string],
    cell: (row: Row) => string | undefined,
  ): Column<Row> => ({
    ...entry(say(language, ...head), 'text', '', ...means),
    key,
    width,
    cell: (row) => {
      const said = plain(cell(row) ?? '');
      return said === '' ? undefined : said;
    },
  });

const indexOf = <Row>({ columns }: Table<Row>, key: string): number => {
  const found = columns.findIndex((column) => column.key === key);
  // A wrong key is our own bug: no file can cause it.
  if (found === -1) throw new Error(`no column ${key}`);
  return found;
};

/** A table without rows keeps one empty one, so that formulas have where to look. */
const height = <Row>({ rows }: Table<Row>): number => Math.max(1, rows.length);

/** The cells of a column without its head. */
export const columnArea = <Row>(table: Table<Row>, key: string): Area => ({
  row: table.row + 1,
  column: table.column + indexOf(table, key),
  rows: height(table),
  columns: 1,
});

export const columnRange = <Row>(table: Table<Row>, key: string): string =>
  fixedRange(columnArea(table, key));

/** The cell of a column in one row: `$G$7`. */
export const cellOf = <Row>(table: Table<Row>, key: string, index: number): string =>
  fixedRange({ ...columnArea(table, key), row: table.row + 1 + index, rows: 1 });

/** Head and rows. */
export const tableArea = <Row>(table: Table<Row>): Area => ({
  row: table.row,
  column: table.column,
  rows: height(table) + 1,
  columns: table.columns.length,
});

/** Without a row: how the column looks as a whole. */
function lookOf<Row>({ look, type }: Column<Row>, row?: Row): Look {
  if (typeof look === 'string') return look;
  const usual = type === 'number' || type === 'whole' ? 'number' : 'text';
  return look === undefined || row === undefined ? usual : look(row);
}

/** A head stands as what is below it. */
const HEADS: Readonly<Record<Look, Look>> = {
  title: 'head',
  note: 'head',
  section: 'head',
  head: 'head',
  headRight: 'headRight',
  headCentre: 'headCentre',
  text: 'head',
  choice: 'head',
  number: 'headRight',
  choiceNumber: 'headRight',
  mark: 'headCentre',
  choiceMark: 'headCentre',
  command: 'head',
};

/** All cells of a table, and the lists that some of them are chosen from. */
export function tableCells<Row>(
  table: Table<Row>,
): Pick<Sheet, 'cells' | 'choices' | 'lined'> & { readonly heights: ReadonlyMap<number, number> } {
  const { row: top, column: left, columns, rows } = table;
  const head = columns.map(
    (column, index): Cell => ({
      row: top,
      column: left + index,
      content: column.column,
      look: HEADS[lookOf(column)],
    }),
  );
  const body = rows.flatMap((row, index) => {
    const at = top + 1 + index;
    const places: Places = {
      here: (key) => `$${letters(left + indexOf(table, key))}${at + 1}`,
      all: (key) => columnRange(table, key),
    };
    return columns.flatMap((column, across): Cell | readonly Cell[] => {
      const content = column.cell(row, places, index);
      const look = lookOf(column, row);
      // An empty cell is none, unless somebody may set it.
      if (content === undefined && !look.startsWith('choice')) return [];
      const format = typeof column.format === 'function' ? column.format(row) : column.format;
      return { row: at, column: left + across, content, look, format };
    });
  });
  return {
    cells: [...head, ...body],
    heights: heightsOf([...head, ...body], (column) => columns[column - left]?.width ?? 1),
    lined: [{ ...tableArea(table), row: top + 1, rows: height(table) }],
    choices: columns.flatMap(({ key, list }) =>
      list === undefined || rows.length === 0 ? [] : [{ area: columnArea(table, key), list }],
    ),
  };
}

/** The first row, which holds the title. */
export const TITLE_HEIGHT = [0, 26] as const;

/** Title and notes at the top of a sheet. */
export const heading = (title: string, notes: readonly string[]): readonly Cell[] => [
  { row: 0, column: 0, content: title, look: 'title' },
  ...notes.map((content, index): Cell => ({ row: index + 1, column: 0, content, look: 'note' })),
];

/** A sheet that is one table below its heading, with filter, frozen head, and a head on every printed page. */
export function tableSheet<Row>(
  name: string,
  title: string,
  notes: readonly string[],
  table: Table<Row>,
  more: {
    readonly frozenColumns: number;
    readonly paper: 'a3' | 'a4';
    readonly across: number;
    readonly cells?: readonly Cell[];
    readonly choices?: Sheet['choices'];
    readonly wholes?: Sheet['wholes'];
    readonly colours?: Sheet['colours'];
  },
): Sheet {
  const { cells, choices, lined, heights } = tableCells(table);
  const headRow = table.row + 1;
  // Commands are for the screen, where they can be copied.
  const printed = table.columns.filter(({ look }) => look !== 'command').length;
  return {
    name,
    widths: table.columns.map(({ width }) => width),
    cells: [...heading(title, notes), ...(more.cells ?? []), ...cells],
    heights: new Map([...heights, TITLE_HEIGHT]),
    lined,
    frozen: { rows: headRow, columns: more.frozenColumns },
    filter: tableArea(table),
    choices: [...choices, ...(more.choices ?? [])],
    wholes: more.wholes ?? [],
    colours: more.colours ?? [],
    page: {
      paper: more.paper,
      across: more.across,
      area: { row: 0, column: 0, rows: headRow + height(table), columns: printed },
      headRow: `$${headRow}:$${headRow}`,
      ...(more.across > 1 ? { headColumns: `$A:$${letters(more.frozenColumns - 1)}` } : {}),
    },
  };
}
