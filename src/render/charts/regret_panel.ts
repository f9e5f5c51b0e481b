// A table of strategies and scenarios, each cell tinted by its regret, with the largest of each strategy at the end.
import type { Area, Drawing } from './chart.ts';
import { type LegendEntry, legendHeight } from './legend.ts';
import { assemble, grid, isNarrow } from './panels.ts';
import { type Box, boxLayers, type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { balanced, textWidth, wrap } from './text.ts';
import { COLOUR, pick, SIZE, TINTS } from './theme.ts';

export interface RegretCell {
  readonly value: number;
  readonly text: string;
  /** The cost itself. */
  readonly below: string;
  /** The largest of its strategy. */
  readonly marked: boolean;
}

export interface RegretRow {
  readonly name: string;
  readonly least: boolean;
  readonly cells: readonly RegretCell[];
  readonly largest: { readonly value: number; readonly text: string };
}

export interface RegretPicture {
  readonly columns: readonly string[];
  readonly rows: readonly RegretRow[];
  readonly words: {
    readonly largest: string;
    readonly least: string;
    readonly none: string;
    /** What each tint stands for, the lightest first; none where nobody regrets anything. */
    readonly bands: readonly string[];
  };
}

const GAP = 4;
const HIGHEST_ROW = 92;
const LINE = 19;
const HEAD_LINES = 3;
const MOST_GUTTER = 170;
/** Between the scenarios and the last column. */
const APART = 14;
/** On a phone, where the name of a strategy stands above its cells: the room for it, for the cells, and beside them. */
const NARROW = { name: 34, cells: 58, edge: 8, apart: 6 } as const;
export const NONE = '#dcefe9';

/** The tint of a regret, by its share of the largest in the table; what costs least has its own. */
export function tint(value: number, most: number): string {
  if (value === 0) return NONE;
  return pick(TINTS, Math.min(TINTS.length - 1, Math.floor((value / most) * TINTS.length)));
}

/** Every colour that a cell may have. */
export const legendOf = ({ words }: RegretPicture): readonly LegendEntry[] => [
  { mark: 'box', color: NONE, label: words.none },
  ...words.bands.map((label, index): LegendEntry => ({ mark: 'box', color: pick(TINTS, index), label })),
];

const headsOf = ({ columns, words }: RegretPicture, wide: number, size: number): string[][] =>
  [...columns, words.largest].map((name) => balanced(name, wide - 8, size, true, HEAD_LINES));

/** How high the table is on a phone; undefined where its columns are too many for one. */
export function narrowRegretHeight(picture: RegretPicture, width: number): number | undefined {
  const wide = (width - NARROW.edge - NARROW.apart) / (picture.columns.length + 1);
  if (wide < NARROW.cells) return undefined;
  const lines = Math.max(1, ...headsOf(picture, wide, SIZE.small).map((head) => head.length));
  const heads = legendHeight(legendOf(picture), width) + lines * LINE + 18;
  return heads + picture.rows.length * (NARROW.name + NARROW.cells);
}

/** Draws the table. */
export function drawRegret(picture: RegretPicture, area: Area): Drawing {
  const { columns, rows, words } = picture;
  const names = rows.map(({ name, least }) =>
    Math.max(textWidth(name, SIZE.panel, true), least ? textWidth(words.least, SIZE.small) : 0),
  );
  const narrow = isNarrow(area);
  const gutter = narrow ? NARROW.edge : Math.ceil(Math.min(MOST_GUTTER, Math.max(0, ...names))) + 16;
  const apart = narrow ? NARROW.apart : APART;
  const made = grid(area, {
    columns: [''],
    rows: [''],
    axis: gutter,
    labels: 0,
    foot: 0,
    head: 8,
    legend: legendOf(picture),
  });
  const wide = (made.width - apart) / (columns.length + 1);
  const size = narrow ? SIZE.small : SIZE.label;
  const heads = headsOf(picture, wide, size);
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 10;
  const high = Math.min(HIGHEST_ROW, (made.height - top) / Math.max(1, rows.length));
  const above = narrow ? NARROW.name : 0;
  const most = Math.max(0, ...rows.map(({ largest }) => largest.value));
  const xOf = (column: number): number => column * wide + (column === columns.length ? apart : 0);
  const outside = narrow ? -1 : 8;
  const boxes: Box[] = [];
  const rules: Rule[] = [];
  const texts: Text[] = heads.map((lines, column) => ({
    x: xOf(column) + wide / 2,
    y: top - 10 - (lines.length - 1) * LINE,
    text: lines,
    align: 'center',
    baseline: 'alphabetic',
    bold: true,
    size,
    lineHeight: LINE,
  }));
  const cell = (column: number, row: number, value: number): void => {
    boxes.push({
      x: xOf(column) + GAP / 2,
      y: top + row * high + above + GAP / 2,
      width: wide - GAP,
      height: high - above - GAP,
      color: tint(value, most),
    });
  };
  const centred = (column: number, y: number, text: string, more: Partial<Text> = {}): void => {
    texts.push({ x: xOf(column) + wide / 2, y, text, align: 'center', ...more });
  };
  for (const [index, row] of rows.entries()) {
    const middle = top + index * high + above + (high - above) / 2;
    if (narrow) texts.push(...nameAbove(row, words.least, top + index * high + above / 2 + 3, made.width));
    const name = narrow ? [] : wrap(row.name, gutter - 16, SIZE.panel, true, 2);
    texts.push({
      x: -gutter,
      y: middle - ((name.length - 1) * 21) / 2 - (row.least ? 10 : 0),
      text: name,
      bold: true,
      size: SIZE.panel,
      color: COLOUR.navy,
      lineHeight: 21,
    });
    if (row.least && !narrow)
      texts.push({
        x: -gutter,
        y: middle + ((name.length - 1) * 21) / 2 + 12,
        text: `▲ ${words.least}`,
        size: SIZE.small,
        color: COLOUR.red,
        bold: true,
      });
    for (const [column, { value, text, below, marked }] of row.cells.entries()) {
      cell(column, index, value);
      centred(column, middle - 9, text, { bold: marked, size: SIZE.subtitle });
      centred(column, middle + 15, below, { size: SIZE.small, color: COLOUR.grey });
    }
    cell(columns.length, index, row.largest.value);
    centred(columns.length, middle, row.largest.text, {
      bold: true,
      size: SIZE.headline - 6,
      color: row.least ? COLOUR.navy : COLOUR.ink,
    });
    if (row.least)
      rules.push(...frame(-gutter - outside, top + index * high, gutter + outside + made.width, high));
  }
  return assemble(made, [[...boxLayers(boxes), ...ruleLayers(rules), ...textLayers(texts)]]);
}

/** The name of a strategy above its cells, and at the end of the line that it regrets least. */
function nameAbove({ name, least }: RegretRow, word: string, y: number, width: number): Text[] {
  const mark = `▲ ${word}`;
  const room = width - (least ? textWidth(mark, SIZE.small, true) + 12 : 0);
  const title: Text = {
    x: GAP / 2,
    y,
    text: wrap(name, room, SIZE.panel, true, 1),
    bold: true,
    size: SIZE.panel,
    color: COLOUR.navy,
  };
  if (!least) return [title];
  return [
    title,
    { x: width - GAP, y, text: mark, size: SIZE.small, color: COLOUR.red, bold: true, align: 'right' },
  ];
}

/** The outline of a row. */
function frame(x: number, y: number, width: number, height: number): Rule[] {
  const style = { color: COLOUR.navy, width: 2 };
  return [
    { x, y, x2: x + width, y2: y, ...style },
    { x, y: y + height, x2: x + width, y2: y + height, ...style },
    { x, y, x2: x, y2: y + height, ...style },
    { x: x + width, y, x2: x + width, y2: y + height, ...style },
  ];
}
