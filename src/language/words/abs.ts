// abs: the size of a value without its sign.
import type { Word } from '../word.ts';

export const abs: Word = {
  name: 'abs',
  signature: 'abs(a)',
  about: {
    en: 'The size of a value, without its sign',
    zh: '数值的大小，不计符号',
  },
  example: 'abs(reported - computed)',
  fewest: 1,
  most: 1,
  units: 'same',
  evaluate: ([value = Number.NaN]) => Math.abs(value),
  kernel: (lanes, [value = lanes.constant(Number.NaN)]) => lanes.absolute(value),
};
