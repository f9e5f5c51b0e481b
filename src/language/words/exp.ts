// exp: e to the power of a pure number.
import type { Word } from '../word.ts';

export const exp: Word = {
  name: 'exp',
  signature: 'exp(a)',
  about: 'e to the power of a pure number',
  example: 'exp(growth_rate)',
  fewest: 1,
  most: 1,
  units: 'pure',
  evaluate: ([value = Number.NaN]) => Math.exp(value),
};
