// A CSV that comes in pieces as rows with their places: RFC 4180, read as the language reads its data files.
import type { Row } from './types.ts';

/** Characters of a row; more can only be a quote that is never closed. */
const LONGEST = 1_000_000;

interface Reading {
  readonly cells: readonly string[];
  /** Where each cell starts. */
  readonly starts: readonly number[];
  /** Behind the line end. */
  readonly end: number;
}

const NEVER_CLOSED = 'a quote is opened here and never closed';
const HALF_QUOTED = 'a cell with a quote in it stands in quotes as a whole';

/** Behind the quote that closes a cell; undefined where the text ends before. Two quotes stand for one inside of it. */
function closing(text: string, from: number, whole: boolean): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    // The next piece may begin with the second of two quotes.
    if (at + 1 === text.length && !whole) return undefined;
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
  return at;
}

/** Reads one row; `more` where it goes on behind the text, a text where it is broken. `whole` if nothing comes behind. */
function readRow(text: string, from: number, whole: boolean): Reading | 'more' | { readonly broken: string } {
  const cells: string[] = [];
  const starts: number[] = [];
  for (let at = from; ; ) {
    const quoted = text[at] === '"';
    const closed = quoted ? closing(text, at + 1, whole) : plainEnd(text, at);
    if (closed === undefined) return whole ? { broken: NEVER_CLOSED } : 'more';
    const to = quoted && text[closed] === '\r' && text[closed + 1] === '\n' ? closed + 1 : closed;
    // A carriage return at the end may be half of a line end.
    if ((to >= text.length || (text[to] === '\r' && to + 1 === text.length)) && !whole) return 'more';
    const end = text[to];
    const cell = quoted ? text.slice(at + 1, closed - 1).replaceAll('""', '"') : text.slice(at, to).trim();
    if ((!quoted && cell.includes('"')) || (end !== undefined && end !== ',' && end !== '\n'))
      return { broken: HALF_QUOTED };
    cells.push(cell);
    starts.push(at);
    if (end !== ',') return { cells, starts, end: to + 1 };
    at = to + 1;
  }
}

/** A place in a row that may hold line ends in its quoted cells. */
function placeIn(text: string, from: number, at: number, line: number) {
  const before = text.slice(from, at).split('\n');
  return { line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}

const linesIn = (text: string, from: number, to: number): number => {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
};

/** Rows of a text that comes in pieces, blank ones left out; a row that breaks the rules is the last one. */
export async function* csvRows(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Row> {
  let rest = '';
  let line = 1;
  const rowsOf = function* (text: string, whole: boolean): Generator<Row, number | undefined> {
    let from = 0;
    while (from < text.length) {
      const start = from;
      const first = line;
      const reading = readRow(text, from, whole);
      const broken =
        reading === 'more'
          ? text.length - from > LONGEST && NEVER_CLOSED
          : 'broken' in reading && reading.broken;
      if (broken !== false) {
        yield { cells: [], place: () => ({ line: first, column: 1 }), fault: { message: broken } };
        return undefined;
      }
      if (reading === 'more' || 'broken' in reading) break;
      const { cells, starts, end } = reading;
      line += linesIn(text, start, Math.min(end, text.length));
      from = end;
      const place = (column: number) =>
        placeIn(text, start, starts[Math.min(column, starts.length - 1)] ?? start, first);
      if (cells.some((cell) => cell !== '')) yield { cells, place };
    }
    return from;
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    const read = yield* rowsOf(text, false);
    if (read === undefined) return;
    rest = text.slice(read);
  }
  yield* rowsOf(rest, true);
}
