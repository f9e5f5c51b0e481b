// Rows whose summaries follow from what is counted: all draws alike, or shares, each draw of which is 0 or 1. Targets met and bands reached
// are shares; their draws lie in two bins, so that picking them out would pick out all.
import type { KernelLayout, Output } from '../../compile/index.ts';
import type { Operator } from '../../language/index.ts';
import { type Known, type Question, ranksOf, type Summary, summaryOf } from './order.ts';

const COMPARING: ReadonlySet<Operator> = new Set(['<', '<=', '>', '>=', '==', '!=', 'and', 'or']);

/** Whether an output is 1 where something holds and 0 elsewhere. */
const isShare = ({ code }: Output): boolean => {
  const last = code.at(-1);
  return last?.kind === 'not' || (last?.kind === 'operate' && COMPARING.has(last.operator));
};

/** Rows of a tile that hold shares. */
export const sharesOf = (
  outputs: readonly Output[],
  { outputs: places }: KernelLayout,
): ReadonlySet<number> =>
  new Set(
    outputs.flatMap((output, index) => {
      const { row = 0, rows = 0 } = places[index] ?? {};
      return isShare(output) ? Array.from({ length: rows }, (_, at) => row + at) : [];
    }),
  );

/** The summary of a row that needs no look at its draws, the same to the last bit as by looking; undefined if it needs one. */
export function settled(known: Known, share: boolean, question: Question): Summary | undefined {
  const { draws, mean, lowest, highest } = known;
  // A zero has two signs, which are alike and not the same.
  const alike = Object.is(lowest, highest);
  if (!alike && !share) return undefined;
  const ranks = ranksOf(draws, question);
  const zeros = share ? draws - Math.round(mean * draws) : 0;
  const value = (rank: number): number => (alike ? lowest : rank < zeros ? 0 : 1);
  const { tail } = ranks;
  return {
    ...summaryOf(known, ranks, value),
    percentileBounds: ranks.percentiles.map(() => 0),
    lowTail: alike ? lowest : Math.max(0, tail - zeros) / tail,
    highTail: alike ? lowest : Math.min(tail, draws - zeros) / tail,
    tailBounds: [0, 0],
  };
}
