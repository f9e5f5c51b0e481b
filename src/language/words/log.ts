// log: the natural logarithm of a pure number.
import type { Word } from '../word.ts';

export const log: Word = {
  name: 'log',
  signature: 'log(a)',
  about: 'The natural logarithm of a pure number above zero',
  example: 'log(price / price[year - 1])',
  fewest: 1,
  most: 1,
  units: 'pure',
  evaluate: ([value = Number.NaN]) => Math.log(value),
};
