// A long table as slides: columns as wide as their texts ask for, rows as high, a new slide where one is full.
import { COLOUR } from '../charts/theme.ts';
import { bracketed, type Language } from '../wording.ts';
import { caption, fitted, heading, heightOf, INNER, linesOf, MARGIN, widthOf } from './measures.ts';
import type { Cell, Slide } from './types.ts';

export interface TableWish {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
  readonly columns: readonly {
    readonly head: string;
    /** Share of the width that long texts may take. */
    readonly weight: number;
    readonly align?: Cell['align'];
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** The most lines of a cell. */
  readonly lines?: number;
  readonly notes: readonly string[];
  readonly alt: string;
}

const SIZE = 11;
const PAD = { x: 0.2, y: 0.13 } as const;
const MOST_LINES = 4;
const MOST_SLIDES = 12;

/** Columns that need less than their share leave the rest to the others. */
function widthsOf({ columns, rows }: TableWish): readonly number[] {
  const needs = columns.map(
    ({ head }, index) =>
      Math.max(
        widthOf(head, SIZE, true),
        ...rows.map((row) => widthOf(row[index]?.text ?? '', SIZE, row[index]?.bold)),
      ) + PAD.x,
  );
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total <= INNER) return needs.map((need) => need + (INNER - total) / needs.length);
  const fixed = new Set<number>();
  for (let again = true; again; ) {
    again = false;
    const rest = INNER - [...fixed].reduce((sum, index) => sum + (needs[index] ?? 0), 0);
    const weights = columns.reduce((sum, { weight }, index) => sum + (fixed.has(index) ? 0 : weight), 0);
    for (const [index, { weight }] of columns.entries()) {
      if (fixed.has(index) || (needs[index] ?? 0) > (rest * weight) / weights) continue;
      fixed.add(index);
      again = true;
      break;
    }
  }
  const rest = INNER - [...fixed].reduce((sum, index) => sum + (needs[index] ?? 0), 0);
  const weights = columns.reduce((sum, { weight }, index) => sum + (fixed.has(index) ? 0 : weight), 0);
  return columns.map(({ weight }, index) =>
    fixed.has(index) ? (needs[index] ?? 0) : (rest * weight) / weights,
  );
}

/** Rows in slides; a row without its first text belongs to the one above it where that fits. */
function pages(
  heights: readonly number[],
  starts: readonly boolean[],
  room: number,
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [index, isStart] of starts.entries()) {
    const last = groups.at(-1);
    if (isStart || last === undefined) groups.push([index]);
    else last.push(index);
  }
  const done: number[][] = [];
  const high = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
  for (const group of groups) {
    const last = done.at(-1);
    if (last !== undefined && high(last) + high(group) <= room) {
      last.push(...group);
      continue;
    }
    done.push([]);
    for (const row of group) {
      const page = done.at(-1) ?? [];
      if (page.length > 0 && high(page) + (heights[row] ?? 0) > room) done.push([row]);
      else page.push(row);
    }
  }
  return done;
}

/** As many slides as are needed, all about as full. */
function evenPages(heights: readonly number[], starts: readonly boolean[], room: number) {
  const fullest = pages(heights, starts, room);
  for (let share = 0.4; share < 1; share += 0.05) {
    const attempt = pages(heights, starts, room * share);
    if (attempt.length === fullest.length) return attempt;
  }
  return fullest;
}

export function tableSlides(wish: TableWish, language: Language): readonly Slide[] {
  const { columns, rows, notes, alt, lines = MOST_LINES } = wish;
  if (rows.length === 0) return [];
  const widths = widthsOf(wish);
  const inside = (index: number): number => (widths[index] ?? 1) - PAD.x;
  const heightFor = (texts: readonly { readonly text: string; readonly bold?: boolean }[]): number =>
    Math.max(
      ...texts.map(({ text, bold }, index) =>
        heightOf(linesOf(text, inside(index), SIZE, lines, bold).length, SIZE),
      ),
    ) + PAD.y;
  const cut = rows.map((row) =>
    row.map(
      (cell, index): Cell => ({
        ...cell,
        text: fitted(cell.text, inside(index), SIZE, lines, cell.bold),
      }),
    ),
  );
  const heights = cut.map(heightFor);
  const head = columns.map(
    ({ head: text, align }): Cell => ({
      text,
      bold: true,
      color: COLOUR.white,
      fill: COLOUR.navy,
      ...(align === undefined ? {} : { align }),
    }),
  );
  const headHeight = heightFor(head);
  const small = caption(wish.caption);
  const { top } = heading(wish.title + bracketed('1/9', language), wish.subtitle);
  const starts = cut.map(([first]) => first?.text !== '');
  const all = evenPages(heights, starts, small.bottom - top - headHeight);
  const kept = all.slice(0, MOST_SLIDES);
  return kept.map((page, index): Slide => {
    const title =
      all.length === 1 ? wish.title : wish.title + bracketed(`${index + 1}/${all.length}`, language);
    const said = heading(title, wish.subtitle);
    const own = [headHeight, ...page.map((row) => heights[row] ?? 0)];
    return {
      layout: 'content',
      title: said.title,
      size: said.size,
      subtitle: '',
      blocks: [
        ...said.subtitle,
        {
          kind: 'table',
          box: { x: MARGIN, y: said.top, w: INNER, h: own.reduce((sum, each) => sum + each, 0) },
          alt,
          widths,
          heights: own,
          rows: [
            head,
            ...page.map((row) =>
              (cut[row] ?? []).map((cell, column): Cell => {
                const align = cell.align ?? columns[column]?.align;
                return align === undefined ? cell : { ...cell, align };
              }),
            ),
          ],
          size: SIZE,
          head: true,
          line: COLOUR.grid,
        },
        ...small.blocks,
      ],
      notes,
    };
  });
}
