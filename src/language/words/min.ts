// min: the smallest of its arguments.
import type { Word } from '../word.ts';

export const min: Word = {
  name: 'min',
  signature: 'min(a, b, ...)',
  about: {
    en: 'The smallest of two or more values of one kind',
    zh: '同类的两个或多个数值中的最小者',
  },
  example: 'min(capacity, demand)',
  fewest: 2,
  most: Number.POSITIVE_INFINITY,
  units: 'same',
  evaluate: (values) => values.reduce((best, value) => (value < best || Number.isNaN(value) ? value : best)),
  kernel: (lanes, values) =>
    values.reduce((best, value) => lanes.choose(lanes.notNumber(value), value, lanes.lower(best, value))),
};
