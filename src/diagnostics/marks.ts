// The rows under a line of source: its marks, and what each says, beside it or hanging below.

import { columns } from './columns.ts';

type Style = 'fault' | 'label';

/** A marked stretch of one printed line, in columns from 0, `end` excluded. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  readonly text: string;
}

/** A text in its column. */
export interface Piece {
  readonly column: number;
  readonly text: string;
  readonly style: Style;
}

interface Hanging {
  readonly mark: Mark;
  readonly row: number;
}

/** The text of the mark that ends last stands beside it; all others hang. */
const besideOf = (marks: readonly Mark[]): Mark | undefined =>
  marks.toSorted((left, right) => right.end - left.end || right.start - left.start)[0];

/** From right to left, each text in the highest row where nothing to its right is touched. */
function hang(marks: readonly Mark[]): readonly Hanging[] {
  const placed: Hanging[] = [];
  for (const mark of marks.toSorted((left, right) => right.start - left.start)) {
    const free = (row: number): boolean =>
      placed.every((other) => other.row < row || mark.start + columns(mark.text) < other.mark.start);
    let row = 0;
    while (!free(row)) row++;
    placed.push({ mark, row });
  }
  return placed;
}

/** A fault is drawn over a label, so that a short fault inside a long operand stays visible. */
function underline(marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const width = Math.max(...marks.map((mark) => mark.end));
  for (let column = 0; column < width; column++) {
    const here = marks.filter((mark) => mark.start <= column && column < mark.end);
    const style = here.find((mark) => mark.style === 'fault')?.style ?? here[0]?.style;
    if (style === undefined) continue;
    const sign = style === 'fault' ? '^' : '-';
    const last = pieces.at(-1);
    const joins = last?.style === style && last.column + last.text.length === column;
    if (joins) pieces.splice(-1, 1, { ...last, text: last.text + sign });
    else pieces.push({ column, text: sign, style });
  }
  return pieces;
}

function hangingRow(hanging: readonly Hanging[], row: number): readonly Piece[] {
  const texts = hanging.filter((one) => one.row === row);
  const connectors = hanging.filter(
    (one) => one.row > row && !texts.some((other) => other.mark.start === one.mark.start),
  );
  return [
    ...texts.map(({ mark }) => ({ column: mark.start, text: mark.text, style: mark.style })),
    ...connectors.map(({ mark }) => ({ column: mark.start, text: '|', style: mark.style })),
  ].toSorted((left, right) => left.column - right.column);
}

/** The rows below a line, each as pieces from left to right. */
export function markRows(marks: readonly Mark[]): readonly (readonly Piece[])[] {
  const beside = besideOf(marks);
  if (beside === undefined) return [];
  const hanging = hang(marks.filter((mark) => mark !== beside && mark.text !== ''));
  const first = [
    ...underline(marks),
    ...(beside.text === '' ? [] : [{ column: beside.end + 1, text: beside.text, style: beside.style }]),
  ];
  const height = Math.max(0, ...hanging.map((one) => one.row + 1));
  return [first, ...Array.from({ length: height }, (_, row) => hangingRow(hanging, row))];
}
