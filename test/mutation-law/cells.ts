// Every number, year and letter of a law table with its place in the text, and what each is changed into.

import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';

/** Two changes of each: `up` by the last printed digit, a year later or the next word; `down` to half, a year earlier or the word before. */
export type Direction = 'up' | 'down';

/** One number, year or word of a table. */
export interface Cell {
  /** The quantity that it belongs to, or the attribute of a set. */
  readonly table: string;
  readonly from: number;
  readonly to: number;
  readonly changed: (direction: Direction) => string;
}

/** Keys whose texts tell of a value and give none. */
const TOLD = new Set(['source', 'assumed', 'derived', 'confidence', 'note', 'proxy', 'title', 'about']);
/** How a path goes on between and beyond its years: words, without a number. */
const WAYS = new Set(['between', 'before', 'after', 'spread']);

const NUMBER = /^-?\d+(?:\.\d+)?/;
/** The price year of money. */
const PRICE_YEAR = /(?<=[A-Z]_)\d{4}/g;

/** The last printed digit up by one; half, where nothing halves to nothing else. */
function changedNumber(text: string, direction: Direction): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  const value = Number(text);
  if (direction === 'up') return (value + 10 ** -decimals).toFixed(decimals);
  return String(value === 0 ? 0.5 : value / 2);
}

const changedYear = (text: string, direction: Direction): string =>
  String(Number(text) + (direction === 'up' ? 1 : -1));

/** All cells of a law table, in the order of the file. */
export function cellsOf(text: string): readonly Cell[] {
  const document = parseDocument(text);
  return [...cellsOfValues(document.get('values'), text), ...cellsOfSets(document.get('sets'), text)];
}

const placeOf = ({ range }: Scalar): readonly [number, number] => {
  if (range === undefined || range === null) throw new Error('a scalar without a place');
  return [range[0], range[1]];
};

function cellsOfValues(values: unknown, text: string): readonly Cell[] {
  if (!isMap(values)) throw new Error('no values');
  return values.items.flatMap(({ key, value }) => cellsIn(String(key), value, text));
}

function cellsIn(table: string, node: unknown, text: string): readonly Cell[] {
  if (isSeq(node)) return node.items.flatMap((item) => cellsIn(table, item, text));
  if (isScalar(node)) return cellsOfScalar(table, node, text);
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = String(key);
    if (TOLD.has(name) || WAYS.has(name)) return [];
    if (name !== 'path' || !isMap(value)) return cellsIn(table, value, text);
    return value.items.flatMap((point) => [
      ...(isScalar(point.key) ? [yearCell(table, point.key)] : []),
      ...cellsIn(table, point.value, text),
    ]);
  });
}

function yearCell(table: string, key: Scalar): Cell {
  const [from, to] = placeOf(key);
  return { table, from, to, changed: (direction) => changedYear(String(key.value), direction) };
}

function cellsOfScalar(table: string, scalar: Scalar, text: string): readonly Cell[] {
  const [from, to] = placeOf(scalar);
  const written = text.slice(from, to);
  const [number] = NUMBER.exec(written) ?? [];
  const years = [...written.matchAll(PRICE_YEAR)];
  if (/\d/.test(written.replace(NUMBER, '').replace(PRICE_YEAR, '').replaceAll('CO2', '')))
    throw new Error(`${table}: ${written} has a number that no change reaches`);
  return [
    ...(number === undefined
      ? []
      : [
          {
            table,
            from,
            to: from + number.length,
            changed: (direction: Direction) => changedNumber(number, direction),
          },
        ]),
    ...years.map(({ 0: year, index }) => ({
      table,
      from: from + index,
      to: from + index + year.length,
      changed: (direction: Direction) => changedYear(year, direction),
    })),
  ];
}

/** The codes and route letters by which an element is read in the tables. */
function cellsOfSets(sets: unknown, text: string): readonly Cell[] {
  if (!isMap(sets)) return [];
  const elementsOf = (set: string): readonly string[] => {
    const elements = sets.getIn([set, 'elements']);
    return isMap(elements) ? elements.items.map(({ key }) => String(key)) : [];
  };
  return sets.items.flatMap(({ key: set, value }) => {
    const elements = isMap(value) ? value.get('elements') : undefined;
    if (!isMap(elements)) return [];
    return elements.items.flatMap(({ value: attributes }) =>
      isMap(attributes)
        ? attributes.items.flatMap(({ key, value: word }) =>
            TOLD.has(String(key)) || !isScalar(word)
              ? []
              : [wordCell(`${set}.${key}`, word, elementsOf(String(key)), text)],
          )
        : [],
    );
  });
}

function wordCell(table: string, word: Scalar, all: readonly string[], text: string): Cell {
  const [from, to] = placeOf(word);
  const quoted = text.slice(from, to).startsWith('"');
  const at = all.indexOf(String(word.value));
  if (at < 0) throw new Error(`${table}: ${word.value} is no element`);
  return {
    table,
    from,
    to,
    changed: (direction) => {
      const other = all.at((at + (direction === 'up' ? 1 : -1)) % all.length) ?? '';
      return quoted ? `"${other}"` : other;
    },
  };
}
