// max: the largest of its arguments.
import type { Word } from '../word.ts';

export const max: Word = {
  name: 'max',
  signature: 'max(a, b, ...)',
  about: 'The largest of two or more values of one kind; max(0, x) is a floor at zero',
  example: 'max(0, embedded - benchmark)',
  fewest: 2,
  most: Number.POSITIVE_INFINITY,
  units: 'same',
  evaluate: (values) => values.reduce((best, value) => (value > best || Number.isNaN(value) ? value : best)),
  kernel: (lanes, values) =>
    values.reduce((best, value) => lanes.choose(lanes.notNumber(value), value, lanes.higher(best, value))),
};
