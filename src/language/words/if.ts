// if: a choice between two values.
import type { Word } from '../word.ts';

export const choose: Word = {
  name: 'if',
  signature: 'if(condition, then, otherwise)',
  about: {
    en: 'The second argument where the condition holds, the third where it does not',
    zh: '条件成立时取第二个参数，否则取第三个',
  },
  example: 'if(year >= start_year, cost, 0)',
  fewest: 3,
  most: 3,
  units: 'choice',
  evaluate: ([condition = Number.NaN, then = Number.NaN, otherwise = Number.NaN]) =>
    Number.isNaN(condition) ? condition : condition !== 0 ? then : otherwise,
  kernel: (lanes, values) => {
    const nothing = lanes.constant(Number.NaN);
    const [condition = nothing, then = nothing, otherwise = nothing] = values;
    const chosen = lanes.choose(lanes.equal(condition, lanes.constant(0)), otherwise, then);
    return lanes.choose(lanes.notNumber(condition), condition, chosen);
  },
};
