// sqrt: the square root.
import type { Word } from '../word.ts';

export const sqrt: Word = {
  name: 'sqrt',
  signature: 'sqrt(a)',
  about: {
    en: 'The square root of a value that is not negative',
    zh: '非负数值的平方根',
  },
  example: 'sqrt(area)',
  fewest: 1,
  most: 1,
  units: 'root',
  evaluate: ([value = Number.NaN]) => Math.sqrt(value),
  kernel: (lanes, [value = lanes.constant(Number.NaN)]) => lanes.root(value),
};
