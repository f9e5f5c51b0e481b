// Tables for a terminal: columns that line up in Chinese too, never wider than 100 columns.

import Table from 'cli-table3';
import { cells, columns } from '../diagnostics/index.ts';

export interface TableCell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const WIDEST = 100;
const GAP = '  ';
/** No column is made narrower than this to help another one. */
const NARROWEST = 8;
const NUMBER = /^(?:[-+−–—]?\s?[\d.,]+(?:\s*%)?|[-–—]?)$/;

/** No rules and no boxes: a gap between columns, so that a pipe gets something that can be read and cut. */
const CHARS = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

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
  const words = texts.map((column) => widest(column.flatMap((text) => text.split(' '))));
  const whole = shrink(natural, words, available);
  return shrink(
    whole,
    words.map(() => NARROWEST),
    available,
  );
}

/** Lines of at most `width` columns, broken at spaces, inside a word only where one does not fit (Chinese). */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const cell of cells(word)) {
      if (line !== '' && columns(line) + cell.width > width) {
        lines.push(line);
        line = '';
      }
      line += cell.text;
    }
  }
  return [...lines, line];
}

/** A table as text without a closing line break; columns of numbers stand to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly TableCell[])[],
  strong: (text: string) => string,
): string {
  const texts = head.map((title, index) => [title, ...rows.map((row) => row[index]?.text ?? '')]);
  const widths = widthsOf(texts, WIDEST - GAP.length * (head.length - 1));
  const numeric = head.map(
    (_, index) => index > 0 && rows.every((row) => NUMBER.test(row[index]?.text ?? '')),
  );
  const lines = ({ text, paint }: TableCell, index: number): string =>
    wrap(text, widths[index] ?? WIDEST)
      .map((line) => (paint === undefined || line === '' ? line : paint(line)))
      .join('\n');
  const drawn = new Table({
    chars: { ...CHARS, middle: GAP },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
  });
  drawn.push(head.map((text, index) => lines({ text, paint: strong }, index)));
  drawn.push(...rows.map((row) => head.map((_, index) => lines(row[index] ?? { text: '' }, index))));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
