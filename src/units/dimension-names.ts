// How a dimension is called in a message: "Money / CO2e" instead of a row of exponents.
import type { Dimension, Unit } from './unit.ts';

/** Composites are tried first, in this order, so that energy is not shown as mass x length^2 / time^2. */
const composites: readonly (readonly [string, Dimension])[] = [
  ['Power', { Mass: 1, Length: 2, Time: -3 }],
  ['Energy', { Mass: 1, Length: 2, Time: -2 }],
  ['Energy / Mass', { Length: 2, Time: -2 }],
  ['Energy / Volume', { Mass: 1, Length: -1, Time: -2 }],
  ['Volume', { Length: 3 }],
  ['Area', { Length: 2 }],
];

const contains = (dimension: ReadonlyMap<string, number>, part: Dimension, sign: 1 | -1): boolean =>
  Object.entries(part).every(([name, exponent]) => dimension.get(name) === sign * exponent);

const spell = (names: readonly (readonly [string, number])[]): string =>
  names.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`)).join(' x ');

/** The dimension in words: `Money / CO2e`, `Energy / Mass`, `a pure number`. */
export function dimensionName(dimension: Dimension): string {
  const left = new Map(Object.entries(dimension));
  const found: [string, number][] = [];
  for (const [name, part] of composites)
    for (const sign of [1, -1] as const)
      if (contains(left, part, sign)) {
        found.push([name, sign]);
        for (const key of Object.keys(part)) left.delete(key);
      }
  found.push(...left);
  const above = spell(found.filter(([, exponent]) => exponent > 0));
  const below = spell(
    found.filter(([, exponent]) => exponent < 0).map(([name, exponent]) => [name, -exponent]),
  );
  if (found.length === 0) return 'a pure number';
  return below === '' ? above : `${above === '' ? '1' : above} / ${below}`;
}

/** Lines for a message that compares units, aligned: what it is, its dimension, its unit as written. */
export function sideBySide(...sides: readonly (readonly [string, Unit])[]): readonly string[] {
  const names = sides.map(([, unit]) => dimensionName(unit.dimension));
  const width = Math.max(...names.map((name) => name.length));
  const label = Math.max(...sides.map(([title]) => title.length));
  return sides.map(
    ([title, unit], index) =>
      `${title.padEnd(label)}   ${(names[index] ?? '').padEnd(width)}   [${unit.text}]`,
  );
}
