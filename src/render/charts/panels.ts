// Small multiples on a grid whose every pixel is known: for all kinds; a single picture is a grid of one.
import type { Area, Drawing, Json, VegaLiteSpec } from './chart.ts';
import { type LegendEntry, legendHeight, legendLayers } from './legend.ts';
import { type Text, textLayers } from './pixels.ts';
import { textWidth, wrap } from './text.ts';
import { COLOUR, CONFIG, SIZE } from './theme.ts';

const BETWEEN_COLUMNS = 26;
/** Below a row that has no foot. */
const BETWEEN_ROWS = 8;
const COLUMN_HEAD = 34;
const MOST_GUTTER = 132;
const NARROW = 500;
/** Room for the title of a row that stands above it. */
const ROW_TITLE = 28;

/** On a phone: panels stand below each other, words above them and not beside them. */
export const isNarrow = ({ width }: Area): boolean => width < NARROW;

export interface GridWish {
  /** Titles above the columns; one empty title for a single panel. */
  readonly columns: readonly string[];
  /** Titles beside the rows. */
  readonly rows: readonly string[];
  /** Room for axis labels left of the first column. */
  readonly axis: number;
  /** Room for labels right of every column. */
  readonly labels: number;
  /** Room below the last row, where the axis labels are. */
  readonly foot: number;
  /** The same room below every row, where each panel has words of its own there. */
  readonly feet?: boolean;
  /** Room above every row. */
  readonly head?: number;
  readonly legend?: readonly LegendEntry[];
}

/** Sizes in pixels; a panel's own coordinates start at its top left corner. */
export interface Grid {
  readonly wish: GridWish;
  readonly width: number;
  readonly height: number;
  readonly gutter: number;
  readonly legend: number;
  readonly area: Area;
}

/** Divides the area. */
export function grid(area: Area, asked: GridWish): Grid {
  const titled = asked.rows.some((title) => title !== '');
  const above = titled && isNarrow(area);
  const wish = above ? { ...asked, head: headOf(asked) + ROW_TITLE } : asked;
  const widest = Math.max(...wish.rows.map((title) => textWidth(title, SIZE.panel, true)));
  const gutter = titled && !above ? Math.min(widest, MOST_GUTTER) + 14 : 0;
  const legend = legendHeight(wish.legend ?? [], area.width);
  const count = wish.columns.length;
  const across = area.width - gutter - wish.axis - count * wish.labels - (count - 1) * BETWEEN_COLUMNS;
  const between = (wish.rows.length - 1) * betweenRows(wish);
  const down = area.height - legend - topOf(wish) - wish.rows.length * headOf(wish) - between - wish.foot;
  return {
    wish,
    width: Math.floor(across / count),
    height: Math.floor(down / wish.rows.length),
    gutter,
    legend,
    area,
  };
}

/** Room for the titles of columns, above the first row only. */
function topOf(wish: GridWish): number {
  return wish.columns.some((title) => title !== '') ? COLUMN_HEAD : 0;
}

function betweenRows({ feet, foot }: GridWish): number {
  return feet ? foot : BETWEEN_ROWS;
}

function headOf(wish: GridWish): number {
  return wish.head ?? 8;
}

/** Titles of the column above it and of the row beside it, drawn by the panel that is first in it. */
function titles(made: Grid, column: number, row: number): Text[] {
  const { columns, rows, axis, labels } = made.wish;
  const above = columns[column] ?? '';
  const beside = rows[row] ?? '';
  const found: Text[] = [];
  if (above !== '' && row === 0) {
    const text = wrap(above, made.width + labels, SIZE.panel, true, 1);
    found.push({ x: 0, y: -headOf(made.wish) - COLUMN_HEAD + 11, text, bold: true, size: SIZE.panel });
  }
  if (beside !== '' && isNarrow(made.area))
    found.push({
      x: -axis,
      y: ROW_TITLE / 2 - headOf(made.wish),
      text: wrap(beside, made.area.width, SIZE.panel, true, 1),
      bold: true,
      size: SIZE.panel,
      color: COLOUR.navy,
    });
  else if (beside !== '' && column === 0) {
    const text = wrap(beside, made.gutter - 14, SIZE.panel, true, 3);
    found.push({
      x: -axis - made.gutter,
      y: -6,
      text,
      bold: true,
      size: SIZE.panel,
      color: COLOUR.navy,
      baseline: 'top',
      lineHeight: 21,
    });
  }
  return found;
}

/** An assembled specification with more texts, in the pixels of its first panel. */
export function withTexts(spec: VegaLiteSpec, texts: readonly Text[]): VegaLiteSpec {
  const drawn = Array.isArray(spec.concat) ? spec.concat : [];
  const [first = { width: 1, height: 1, layer: [] }, ...rest] = drawn;
  return { ...spec, concat: [{ ...first, layer: [...first.layer, ...textLayers(texts)] }, ...rest] };
}

/** Puts the panels' layers on the grid, row by row, with titles and key, as one specification. */
export function assemble(made: Grid, panels: readonly (readonly Json[])[]): Drawing {
  const { wish, width, height } = made;
  const columns = wish.columns.length;
  const head = headOf(wish);
  const top = topOf(wish) + head;
  const concat = panels.map((layers, index) => {
    const key =
      index === 0 && wish.legend
        ? legendLayers(wish.legend, made.area.width, -wish.axis - made.gutter, -top - made.legend + 12)
        : [];
    const words = textLayers(titles(made, index % columns, Math.floor(index / columns)));
    return { width, height, layer: [...layers, ...words, ...key] };
  });
  return {
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      background: COLOUR.white,
      padding: 0,
      config: CONFIG,
      concat,
      columns,
      // Positions from the panels' sizes alone, so that the frame knows where each of them is.
      bounds: 'flush',
      align: 'none',
      spacing: { row: head + betweenRows(wish), column: BETWEEN_COLUMNS + wish.labels },
    },
    origin: { x: made.gutter + wish.axis, y: made.legend + top },
  };
}
