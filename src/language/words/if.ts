// if: a choice between two values.
import type { Word } from '../word.ts';

export const choose: Word = {
  name: 'if',
  signature: 'if(condition, then, otherwise)',
  about: 'The second argument where the condition holds, the third where it does not',
  example: 'if(year >= start_year, cost, 0)',
  fewest: 3,
  most: 3,
  units: 'choice',
  evaluate: ([condition = Number.NaN, then = Number.NaN, otherwise = Number.NaN]) =>
    Number.isNaN(condition) ? condition : condition !== 0 ? then : otherwise,
};
