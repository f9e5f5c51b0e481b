// Tables of a slide measured as they stand in its file: words that are wider than their column, rows that reach below the table's end.

import { pieces } from '../../src/render/charts/text.ts';
import { heightOf, linesOf, widthOf } from '../../src/render/deck/measures.ts';
import { type Parts, textOf } from '../../src/render/deck/parts.ts';
import { unescaped } from '../deck/opened.ts';

const INCH = 914_400;
const POINTS = 100;
/** A table may touch what follows: this much of an inch is no overlap. */
const TOUCHING = 0.06;

interface Cell {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Without the margins left and right. */
  readonly room: number;
  readonly margins: number;
}

interface Table {
  readonly top: number;
  readonly rows: readonly { readonly height: number; readonly cells: readonly Cell[] }[];
}

const numberIn = (text: string, pattern: RegExp, otherwise = 0): number =>
  Number(pattern.exec(text)?.[1] ?? otherwise);

function cellOf(xml: string, width: number): Cell {
  const runs = [...xml.matchAll(/<a:r>.*?<\/a:r>/gs)].map(([run]) => run);
  const margin = (side: string): number =>
    numberIn(xml, new RegExp(`<a:tcPr[^>]* mar${side}="(\\d+)"`)) / INCH;
  return {
    text: runs.map((run) => unescaped(/<a:t>([^<]*)</.exec(run)?.[1] ?? '')).join(' '),
    size: Math.max(...runs.map((run) => numberIn(run, / sz="(\d+)"/)), 0) / POINTS,
    bold: runs.some((run) => run.includes(' b="1"')),
    room: width - margin('L') - margin('R'),
    margins: margin('T') + margin('B'),
  };
}

const tablesOf = (xml: string): readonly Table[] =>
  [...xml.matchAll(/<p:graphicFrame\b.*?<\/p:graphicFrame>/gs)]
    .filter(([frame]) => frame.includes('<a:tbl>'))
    .map(([frame]) => {
      const widths = [...frame.matchAll(/<a:gridCol w="(\d+)"/g)].map(([, w]) => Number(w) / INCH);
      return {
        top: numberIn(frame, /<a:off x="-?\d+" y="(-?\d+)"/) / INCH,
        rows: [...frame.matchAll(/<a:tr h="(\d+)".*?<\/a:tr>/gs)].map(([row, h]) => ({
          height: Number(h) / INCH,
          cells: [...row.matchAll(/<a:tc\b.*?<\/a:tc>/gs)].map(([cell], at) => cellOf(cell, widths[at] ?? 0)),
        })),
      };
    });

/** Words that a program would have to break. */
export const tight = (parts: Parts, path: string): readonly string[] =>
  tablesOf(textOf(parts, path)).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ text, size, bold, room }) =>
        pieces(text)
          .map((piece) => piece.trim())
          .filter((piece) => widthOf(piece, size, bold) > room)
          .map((piece) => `${path}: ${piece} in ${room.toFixed(2)} inches`),
      ),
    ),
  );

/** Tables whose rows, as high as their texts need, end below the top of a text that stands below them. */
export function overrun(parts: Parts, path: string): readonly string[] {
  const xml = textOf(parts, path);
  const tops = [
    ...xml.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*?name="Text[^"]*".*?<a:off x="-?\d+" y="(-?\d+)"/gs),
  ].map(([, y]) => Number(y) / INCH);
  return tablesOf(xml).flatMap(({ top, rows }) => {
    const needs = rows.map(({ height, cells }) =>
      Math.max(
        height,
        ...cells.map(({ text, size, bold, room, margins }) =>
          text === '' ? 0 : heightOf(linesOf(text, room, size, 40, bold).length, size) + margins,
        ),
      ),
    );
    const declared = top + rows.reduce((sum, { height }) => sum + height, 0);
    const end = top + needs.reduce((sum, need) => sum + need, 0);
    // The caption: the first text below the middle of the table.
    const next = Math.min(7.5, ...tops.filter((y) => y >= declared - TOUCHING));
    return end > next + TOUCHING ? [`${path}: ends at ${end.toFixed(2)}, below ${next.toFixed(2)}`] : [];
  });
}
