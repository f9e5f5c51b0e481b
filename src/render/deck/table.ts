// A long table as slides: columns as wide as their texts ask for, rows as high, a new slide where one is full.
import { pieces } from '../charts/text.ts';
import { COLOUR } from '../charts/theme.ts';
import { bracketed, type Language } from '../wording.ts';
import { caption, fitted, heading, heightOf, INNER, linesOf, MARGIN, upTo, widthOf } from './measures.ts';
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
  readonly notes: readonly string[];
  readonly alt: string;
}

const SIZE = 11;
const PAD = { x: 0.2, y: 0.13 } as const;
/** More than any honest cell has: what is longer is cut behind a whole word. */
const MOST_LINES = 14;
const LONGEST = 600;
/** Words stay whole in fonts that are wider than ours. */
const SLACK = 1.15;
const MOST_SLIDES = 12;

/** The widest piece of a column's texts, with the room around it. */
function widest({ columns, rows }: TableWish, index: number, parts: (text: string) => string[]): number {
  const cells: readonly Pick<Cell, 'text' | 'bold'>[] = [
    { text: columns[index]?.head ?? '', bold: true },
    ...rows.map((row) => row[index] ?? { text: '' }),
  ];
  const widths = cells.flatMap(({ text, bold }) => parts(text).map((part) => widthOf(part, SIZE, bold)));
  return Math.max(0, ...widths) * SLACK + PAD.x;
}

/**
 * Columns that need less than their share leave the rest to the others; one whose widest word needs more than its share has
 * what that word needs.
 */
function widthsOf(wish: TableWish): readonly number[] {
  const { columns } = wish;
  const needs = columns.map((_, index) => widest(wish, index, (text) => [text]));
  const least = columns.map((_, index) =>
    widest(wish, index, (text) => pieces(text).map((piece) => piece.trim())),
  );
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total <= INNER) return needs.map((need) => need + (INNER - total) / needs.length);
  const fixed = new Map<number, number>();
  const shares = (): readonly number[] => {
    const rest = INNER - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const weights = columns.reduce((sum, { weight }, index) => sum + (fixed.has(index) ? 0 : weight), 0);
    return columns.map(({ weight }, index) => fixed.get(index) ?? (rest * weight) / weights);
  };
  for (let again = true; again; ) {
    const own = shares();
    const index = own.findIndex((share, at) => {
      const [need = 0, word = 0] = [needs[at], least[at]];
      return !fixed.has(at) && (need <= share || word > share);
    });
    again = index >= 0;
    if (again) fixed.set(index, Math.min(needs[index] ?? 0, Math.max(own[index] ?? 0, least[index] ?? 0)));
  }
  // Words that are too long for the page together share it as they need it.
  const own = shares();
  const sum = own.reduce((all, width) => all + Math.max(0, width), 0);
  return sum > INNER + 1e-9 || own.some((width) => width <= 0)
    ? least.map((width) => (width * INNER) / least.reduce((all, each) => all + each, 0))
    : own;
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
  const { columns, rows, notes, alt } = wish;
  if (rows.length === 0) return [];
  const widths = widthsOf(wish);
  const inside = (index: number): number => (widths[index] ?? 1) - PAD.x;
  const heightFor = (texts: readonly { readonly text: string; readonly bold?: boolean }[]): number =>
    Math.max(
      ...texts.map(({ text, bold }, index) =>
        heightOf(linesOf(text, inside(index), SIZE, MOST_LINES, bold).length, SIZE),
      ),
    ) + PAD.y;
  const cut = rows.map((row) =>
    row.map(
      (cell, index): Cell => ({
        ...cell,
        text: fitted(upTo(cell.text, LONGEST), inside(index), SIZE, MOST_LINES, cell.bold),
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
