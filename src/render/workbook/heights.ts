// How high a row must be for its text: not every program that opens a workbook finds that out.
import type { Cell, Look } from './types.ts';

const LINE = 13.5;
/** Letters of Chinese fonts stand higher. */
const CHINESE_LINE = 15;
const PADDING = 3;
/** No program takes a higher row. */
const MOST = 409;
/** What words that do not break leave free at the end of a line, and what indents take. */
const LOSS = 1.15;
const INDENT = 2;
const WRAPPED: ReadonlySet<Look> = new Set(['head', 'headRight', 'headCentre', 'text', 'choice']);

/** A Chinese character is as wide as two Latin ones. */
const unitsOf = (text: string): number => {
  let units = 0;
  for (let index = 0; index < text.length; index++) units += text.charCodeAt(index) < 0x2e80 ? 1 : 2;
  return units;
};

function linesOf(text: string, look: Look, width: number): number {
  if (!WRAPPED.has(look)) return 1;
  const units = unitsOf(text);
  return units + INDENT <= width ? 1 : Math.ceil((units * LOSS) / Math.max(1, width - INDENT));
}

function heightOf({ content, look }: Cell, width: number): number {
  const text = typeof content === 'object' ? content.result : content;
  if (typeof text !== 'string') return LINE;
  return linesOf(text, look, width) * (/\p{Script=Han}/u.test(text) ? CHINESE_LINE : LINE);
}

/** Heights of the rows in points. */
export function heightsOf(
  cells: readonly Cell[],
  widthOf: (column: number) => number,
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const cell of cells)
    heights.set(cell.row, Math.max(heights.get(cell.row) ?? LINE, heightOf(cell, widthOf(cell.column))));
  return new Map([...heights].map(([row, height]) => [row, Math.min(MOST, height + PADDING)]));
}
