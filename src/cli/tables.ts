// Tables for a terminal: columns that line up in Chinese too, never wider than it nor than 100 columns.

import { cells, columns } from '../diagnostics/index.ts';

type Cell = ReturnType<typeof cells>[number];

export interface TableCell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const WIDEST = 100;
/** A pipe has no width. */
const widestNow = (): number => Math.min(WIDEST, process.stdout.columns ?? WIDEST);
/** No rules and no boxes: a gap between columns, so that a pipe gets something that can be read and cut. */
const GAP = '  ';
/** No column is made narrower than this to help another one. */
const NARROWEST = 8;
const NUMBER = /^(?:[-+−–—]?\s?[\d.,]+(?:\s*%)?|[-–—]?)$/;

/** Takes columns from the widest column until the row fits; none gets narrower than its floor. */
function shrink(widths: readonly number[], floors: readonly number[], available: number): readonly number[] {
  const shrunk = [...widths];
  for (let over = shrunk.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
    const spare = shrunk.map((width, index) => (width > (floors[index] ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    shrunk[spare.indexOf(widest)] = widest - 1;
  }
  return shrunk;
}

/** Breaks at spaces first; a long name, or Chinese, is broken inside only if that is not enough. */
function widthsOf(texts: readonly (readonly string[])[], available: number): readonly number[] {
  const widest = (parts: readonly string[]): number => Math.max(...parts.map(columns));
  const natural = texts.map(widest);
  const words = texts.map((column) =>
    widest(column.flatMap((text) => text.replace(KEPT, KEPT_SPACE).split(/ |(?<=[，；：、）])/))),
  );
  const whole = shrink(natural, words, available);
  return shrink(
    whole,
    words.map(() => NARROWEST),
    available,
  );
}

/** Spaces that no line ends at: behind a sign, before a point or per cent, and between a number and what it counts in Chinese. */
const KEPT = /(?<=[✓✗≥≤]) | (?=[·%])|(?<=[\d%]) (?=\p{Script=Han})/gu;
const KEPT_SPACE = '\u00a0';
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u;
const OPENING = /[（［｛《「『【“]/u;
const CLOSING = /[，。；：、！？）］｝》」』】”%]/u;

/** A line that ends in two characters or fewer behind a mark: they go on with what follows. */
const RAGGED = /^(.*[，；：、。])([\p{Script=Han}]{1,2})$/u;

/** Behind a space, and beside a Chinese character, unless a mark would stand alone. */
function mayBreak(before: string, after: string): boolean {
  if (before === ' ') return true;
  if (before === KEPT_SPACE || after === KEPT_SPACE || after === ' ') return false;
  return (WIDE.test(before) || WIDE.test(after)) && !CLOSING.test(after) && !OPENING.test(before);
}

/** What stays together: words with the space behind them, Chinese characters with their marks. */
function pieces(text: string): readonly (readonly Cell[])[] {
  const found: Cell[][] = [];
  for (const cell of cells(text.replace(KEPT, KEPT_SPACE))) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || mayBreak(before.text, cell.text)) found.push([cell]);
    else last.push(cell);
  }
  return found;
}

const joined = (piece: readonly Cell[]): string => piece.map(({ text }) => text).join('');

/** Lines of at most `width` columns; what stays together is broken only where it does not fit into a line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line !== '') lines.push(line.trimEnd());
    line = '';
  };
  for (const piece of pieces(text)) {
    const whole = joined(piece);
    if (columns((line + whole).trimEnd()) > width) {
      const [head = '', tail = ''] = RAGGED.exec(line)?.slice(1) ?? [line];
      line = head;
      end();
      line = tail;
    }
    if (columns(whole.trimEnd()) <= width) {
      line += whole;
      continue;
    }
    for (const cell of piece) {
      if (columns(line) + cell.width > width) end();
      line += cell.text;
    }
  }
  return [...lines, line.trimEnd()].map((one) => one.replaceAll(KEPT_SPACE, ' '));
}

/** A table as text without a closing line break; columns of numbers stand to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly TableCell[])[],
  strong: (text: string) => string,
): string {
  const texts = head.map((title, index) => [title, ...rows.map((row) => row[index]?.text ?? '')]);
  const widths = widthsOf(texts, widestNow() - GAP.length * (head.length - 1));
  const numeric = head.map(
    (_, index) => index > 0 && rows.every((row) => NUMBER.test(row[index]?.text ?? '')),
  );
  const broken = [head.map((text): TableCell => ({ text, paint: strong })), ...rows].map((row) =>
    head.map((_, index) => {
      const { text, paint } = row[index] ?? { text: '' };
      return { lines: wrap(text, widths[index] ?? WIDEST), paint };
    }),
  );
  const wide = head.map((_, index) =>
    Math.max(0, ...broken.flatMap((row) => row[index]?.lines.map(columns) ?? [])),
  );
  const inColumn = (line: string, index: number, paint: TableCell['paint']): string => {
    const blanks = ' '.repeat((wide[index] ?? 0) - columns(line));
    const shown = paint === undefined || line === '' ? line : paint(line);
    return numeric[index] === true ? blanks + shown : shown + blanks;
  };
  return broken
    .flatMap((row) =>
      Array.from({ length: Math.max(...row.map(({ lines }) => lines.length)) }, (_, at) =>
        row
          .map(({ lines, paint }, index) => inColumn(lines[at] ?? '', index, paint))
          .join(GAP)
          .trimEnd(),
      ),
    )
    .join('\n');
}
