// How a dimension is called in a message: "Money / CO2e" instead of a row of exponents.
import type { Dimension, Unit } from './unit.ts';

/** Names that stand for several dimensions; tried in this order, so that energy is not shown as mass x length^2 / time^2. */
const composites: readonly (readonly [Dimension, Dimension])[] = [
  [{ Power: 1 }, { Mass: 1, Length: 2, Time: -3 }],
  [{ Energy: 1 }, { Mass: 1, Length: 2, Time: -2 }],
  [
    { Energy: 1, Mass: -1 },
    { Length: 2, Time: -2 },
  ],
  [
    { Energy: 1, Volume: -1 },
    { Mass: 1, Length: -1, Time: -2 },
  ],
  [{ Volume: 1 }, { Length: 3 }],
  [{ Area: 1 }, { Length: 2 }],
];

const contains = (dimension: ReadonlyMap<string, number>, part: Dimension, sign: 1 | -1): boolean =>
  Object.entries(part).every(([name, exponent]) => dimension.get(name) === sign * exponent);

const spell = (names: readonly (readonly [string, number])[]): string =>
  names.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`)).join(' x ');

/** The dimension in words: `Money / CO2e`, `Energy / Mass`, `a pure number`. */
export function dimensionName(dimension: Dimension): string {
  const left = new Map(Object.entries(dimension));
  const found: [string, number][] = [];
  for (const [names, part] of composites)
    for (const sign of [1, -1] as const)
      if (contains(left, part, sign)) {
        found.push(
          ...Object.entries(names).map(([name, once]): [string, number] => [name, once === sign ? 1 : -1]),
        );
        for (const key of Object.keys(part)) left.delete(key);
      }
  found.push(...left);
  if (found.length === 0) return 'a pure number';
  const above = found.filter(([, exponent]) => exponent > 0);
  const below = found.filter(([, exponent]) => exponent < 0);
  const over = above.length === 0 ? '1' : spell(above);
  if (below.length === 0) return over;
  const under = spell(below.map(([name, exponent]) => [name, -exponent]));
  return `${over} / ${below.length === 1 ? under : `(${under})`}`;
}

/** Lines for a message that compares units, aligned: what it is, its dimension, its unit as written. */
export function sideBySide(...sides: readonly (readonly [string, Unit])[]): readonly string[] {
  const rows = sides.map(([title, { dimension, text }]) => ({ title, name: dimensionName(dimension), text }));
  const label = Math.max(...rows.map(({ title }) => title.length));
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ title, name, text }) => `${title.padEnd(label)}   ${name.padEnd(width)}   [${text}]`);
}
