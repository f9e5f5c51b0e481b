// A CSV text as a table, every row with its place: a quoted cell may hold commas, quotes and line ends, any other may not.

/** A stretch of the text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Row extends Stretch {
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Why it cannot be read to its end. */
  readonly fault?: Stretch & { readonly message: string };
}

/** Splits a text into its header and its rows; blank lines are none. */
export function parseCsv(text: string): Table {
  const rows: Row[] = [];
  let cells: string[] = [];
  let from = 0;
  const broken = (message: string, to: number): Table => ({
    header: [],
    rows: [],
    fault: { message, from, to },
  });
  for (let at = 0; at < text.length || cells.length > 0; ) {
    const quoted = text[at] === '"';
    const to = quoted ? closing(text, at + 1) : plainEnd(text, at);
    if (to === undefined) return broken('a quote is opened here and never closed', lineEnd(text, from));
    const inside = quoted ? text.slice(at + 1, to - 1).replaceAll('""', '"') : text.slice(at, to).trim();
    const end = text[to];
    if ((!quoted && inside.includes('"')) || (end !== undefined && end !== ',' && end !== '\n'))
      return broken('a cell with a quote in it stands in quotes as a whole', lineEnd(text, from));
    cells.push(inside);
    at = to + 1;
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ cells, from, to });
    cells = [];
    from = at;
  }
  const [header = NONE, ...below] = rows;
  const fault = headerFault(header, below) ?? raggedFault(header, below);
  return { header: header.cells, rows: below, ...(fault === undefined ? {} : { fault }) };
}

const NONE: Row = { cells: [], from: 0, to: 0 };

/** A header by which no cell can be found, or the wrong one; or no cell below it. */
function headerFault({ cells, from, to }: Row, below: readonly Row[]): Table['fault'] {
  const fault = (message: string): Table['fault'] => ({ message, from, to });
  const [first, second] = cells;
  if (first === undefined) return fault('the table is empty');
  const other = second === undefined ? /[;\t]/.exec(first)?.[0] : undefined;
  if (other !== undefined)
    return fault(
      `${other === ';' ? 'semicolons' : 'tabs'} stand between the cells: save the table with commas`,
    );
  const twice = cells.find((name, index) => name !== '' && cells.indexOf(name) < index);
  if (twice !== undefined) return fault(`two columns are called ${twice}`);
  return below.length === 0 ? fault('there is no row below the header') : undefined;
}

function raggedFault({ cells: { length: width } }: Row, below: readonly Row[]): Table['fault'] {
  const ragged = below.find(({ cells }) => cells.length !== width);
  if (ragged === undefined) return undefined;
  const { cells, from, to } = ragged;
  return { message: `${cells.length} cells, where the header has ${width}`, from, to };
}

/** Behind the quote that closes a cell; two quotes stand for one inside of it. */
function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1;
  return undefined;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
  return at;
}
