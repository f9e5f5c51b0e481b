// Panels of a slide in rows and columns, with their titles and one key for all: for every kind of native chart.
import type { LegendEntry } from '../../charts/legend.ts';
import { COLOUR } from '../../charts/theme.ts';
import { fitted, heightOf, text, widthOf } from '../measures.ts';
import type { Block, Box } from '../types.ts';

export interface GridWish {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Titles of the panels, where each has its own. */
  readonly titles?: readonly string[];
  readonly count: number;
  readonly legend: readonly LegendEntry[];
  /** Room left of the first column for the names at its axis. */
  readonly axis: number;
  /** Room right of every panel. */
  readonly labels: number;
  /** Room below the last row, or below every one. */
  readonly foot: number;
  readonly feet: boolean;
}

export interface Place {
  /** The chart with the names at its axes. */
  readonly box: Box;
  /** Where its bars or lines stand, inside the box. */
  readonly inner: Box;
  readonly firstColumn: boolean;
  readonly lastRow: boolean;
}

const KEY = 0.3;
const HEAD = 0.3;
const GAP = { x: 0.3, y: 0.22 } as const;
const ABOVE = 0.14;
const MOST_GUTTER = 1.35;
const KEY_SIZE = 11;
const HEAD_SIZE = 12;
const MARK = { w: 0.26, h: 0.14 } as const;

/** Letters at axes and marks: fewer panels leave room for larger ones. */
export const sizeFor = (panels: number): number => (panels > 6 ? 9 : 10);

/** The key in one or two lines. */
function legendBlocks(entries: readonly LegendEntry[], area: Box): { blocks: Block[]; height: number } {
  const blocks: Block[] = [];
  let x = area.x;
  let line = 0;
  for (const { label, mark, color } of entries) {
    const words = fitted(label, area.w / 2, KEY_SIZE, 1);
    const w = widthOf(words, KEY_SIZE) + 0.12;
    if (x > area.x && x + MARK.w + w > area.x + area.w) {
      x = area.x;
      line += 1;
    }
    const y = area.y + line * KEY;
    const middle = y + KEY / 2;
    if (mark === 'line' || mark === 'dashes')
      blocks.push({
        kind: 'line',
        from: { x, y: middle },
        to: { x: x + MARK.w, y: middle },
        color,
        width: 2.25,
        dashed: mark === 'dashes',
      });
    else
      blocks.push({
        kind: 'shape',
        shape: mark === 'box' ? 'rect' : mark === 'diamond' ? 'diamond' : 'ellipse',
        box: { x: x + (MARK.w - MARK.h) / 2, y: middle - MARK.h / 2, w: MARK.h, h: MARK.h },
        fill: mark === 'ring' || mark === 'ringed' ? COLOUR.white : color,
        stroke: color,
      });
    if (mark === 'ringed')
      blocks.push({
        kind: 'shape',
        shape: 'ellipse',
        box: { x: x + MARK.w / 2 - MARK.h / 4, y: middle - MARK.h / 4, w: MARK.h / 2, h: MARK.h / 2 },
        fill: color,
      });
    blocks.push(
      text({ x: x + MARK.w + 0.06, y, w: w + 0.1, h: KEY }, words, KEY_SIZE, COLOUR.ink, {
        valign: 'middle',
      }),
    );
    x += MARK.w + w + 0.24;
  }
  return { blocks, height: entries.length === 0 ? 0 : (line + 1) * KEY + 0.06 };
}

/** Divides the area into panels of one size. */
export function gridOf(area: Box, wish: GridWish): { blocks: readonly Block[]; places: readonly Place[] } {
  const { columns, rows, titles, legend, axis, labels, foot, feet, count } = wish;
  const key = legendBlocks(legend, area);
  const named = rows.some((title) => title !== '');
  const gutter = named
    ? Math.min(MOST_GUTTER, Math.max(...rows.map((title) => widthOf(title, HEAD_SIZE, true))) + 0.2)
    : 0;
  const heads = columns.some((title) => title !== '') ? HEAD : 0;
  const own = titles?.some((title) => title !== '') ? HEAD : 0;
  const across = area.w - gutter - axis - columns.length * labels - (columns.length - 1) * GAP.x;
  const w = across / columns.length;
  const below = (row: number): number => (feet || row === rows.length - 1 ? foot : 0);
  const feetAll = rows.reduce((sum, _, row) => sum + below(row), 0);
  const down =
    area.h - key.height - heads - feetAll - rows.length * (ABOVE + own) - (rows.length - 1) * GAP.y;
  const h = down / rows.length;
  const left = area.x + gutter + axis;
  const top = area.y + key.height + heads;
  const places: Place[] = [];
  const blocks: Block[] = [...key.blocks];
  let y = top;
  for (const [row, title] of rows.entries()) {
    y += own + ABOVE;
    if (title !== '')
      blocks.push(
        text(
          { x: area.x, y: y - 0.06, w: gutter - 0.1, h: Math.max(h, heightOf(3, HEAD_SIZE)) },
          fitted(title, gutter - 0.16, HEAD_SIZE, 3, true),
          HEAD_SIZE,
          COLOUR.navy,
          { bold: true },
        ),
      );
    for (const column of columns.keys()) {
      const index = row * columns.length + column;
      if (index >= count) continue;
      const x = left + column * (w + labels + GAP.x);
      const pad = column === 0 ? axis : 0.06;
      const box = {
        x: x - pad,
        y: y - ABOVE,
        w: pad + w + labels,
        h: ABOVE + h + Math.max(below(row), 0.05),
      };
      places.push({
        box,
        inner: { x: pad, y: ABOVE, w, h },
        firstColumn: column === 0,
        lastRow: index + columns.length >= count,
      });
      const own = titles?.[index] ?? '';
      const head = row === 0 && titles === undefined ? (columns[column] ?? '') : own;
      if (head !== '')
        blocks.push(
          text(
            { x, y: y - ABOVE - HEAD, w: w + labels, h: HEAD },
            fitted(head, w + labels - 0.05, HEAD_SIZE, 1, true),
            HEAD_SIZE,
            COLOUR.ink,
            { bold: true, valign: 'middle' },
          ),
        );
    }
    y += h + below(row) + GAP.y;
  }
  return { blocks, places };
}
