// max: the largest of its arguments.
import type { Word } from '../word.ts';

export const max: Word = {
  name: 'max',
  signature: 'max(a, b, ...)',
  about: {
    en: 'The largest of two or more values of one kind; max(0, x) is a floor at zero',
    zh: '同类的两个或多个数值中的最大者；max(0, x)即以零为下限',
  },
  example: 'max(0, embedded - benchmark)',
  fewest: 2,
  most: Number.POSITIVE_INFINITY,
  units: 'same',
  evaluate: (values) => values.reduce((best, value) => (value > best || Number.isNaN(value) ? value : best)),
  kernel: (lanes, values) =>
    values.reduce((best, value) => lanes.choose(lanes.notNumber(value), value, lanes.higher(best, value))),
};
