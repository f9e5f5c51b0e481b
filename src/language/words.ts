// The closed list of words that a formula may use, beside the operators and sum and each, which take a set.
import type { Word } from './word.ts';
import { abs } from './words/abs.ts';
import { exp } from './words/exp.ts';
import { choose } from './words/if.ts';
import { log } from './words/log.ts';
import { max } from './words/max.ts';
import { min } from './words/min.ts';
import { sqrt } from './words/sqrt.ts';

/** Words by name, with their signature, unit rule and meaning. */
export const words: ReadonlyMap<string, Word> = new Map(
  [min, max, abs, exp, log, sqrt, choose].map((word) => [word.name, word]),
);

/** The two words whose second argument is a set; they have shapes, not values, as arguments. */
export const setWords: readonly Pick<Word, 'name' | 'signature' | 'about' | 'example'>[] = [
  {
    name: 'sum',
    signature: 'sum(x, set)',
    about: {
      en: 'The sum over the elements of a set, or over all years of the study: sum(x, year)',
      zh: '按集合的元素求和，或对研究的全部年份求和：sum(x, year)',
    },
    example: 'sum(cost, product)',
  },
  {
    name: 'each',
    signature: 'each(x, set)',
    about: {
      en: 'The same value for every element of a set; a spread that is stated, since none happens by itself',
      zh: '集合的每个元素取同一数值；须明写，因为不会自动展开',
    },
    example: 'benchmark - each(price_paid / eu_price, product)',
  },
];

/** Names that a formula's grammar reads as something else than a quantity or an element. */
export const grammarWords: ReadonlySet<string> = new Set([
  ...['year', 'base', 'and', 'or', 'not', 'xor', 'mod', 'to', 'in'],
  ...['true', 'false', 'null', 'undefined', 'end'],
]);
