// Which streams of random numbers a study needs, and where their deviations go in each case.
import type { Plan } from '../../compile/index.ts';
import type { Case, Correlation, Shape, Uncertainty } from '../../resolve/index.ts';
import { streamKey } from './key.ts';
import type { DrawnCell, DrawPlan, Stream } from './types.ts';

/**
 * Plans the draws of cases. A stream is drawn once for all cases in which the same element of the same input has the same shape; where
 * shapes differ the random numbers behind them are still the same.
 */
export function planDraws(
  plan: Pick<Plan, 'slots' | 'slotOf' | 'years'>,
  cases: readonly Case[],
  { draws, seed, sampling, correlation }: Uncertainty,
): DrawPlan {
  const streams: Stream[] = [];
  const known = new Map<string, number>();
  const streamOf = (input: string, key: readonly string[], shape: Shape): number => {
    const made = JSON.stringify([input, key, shape]);
    const index = known.get(made) ?? streams.length;
    if (index === streams.length) {
      known.set(made, index);
      streams.push({
        name: key.length === 0 ? input : `${input}[${key.join(', ')}]`,
        key: streamKey(input, key),
        shape,
        moments: shape.kind === 'mean_reverting' ? plan.years.map((year) => year - (shape.delay ?? 0)) : [0],
        mix: mixOf(input, key, correlation),
      });
    }
    return index;
  };
  const drawn = cases.map(({ inputs }) =>
    [...inputs].flatMap(([name, cells]) => {
      const slot = plan.slotOf.get(name);
      const keys = slot === undefined ? undefined : plan.slots[slot]?.cells;
      if (slot === undefined || keys === undefined) return [];
      return cells.flatMap(({ spread }, cell): DrawnCell[] => {
        if (spread === undefined) return [];
        const stream = streamOf(name, keys[cell] ?? [], spread.shape);
        return [{ slot, cell, stream, weights: spread.weights }];
      });
    }),
  );
  return { sampling, seed, total: draws, streams, cases: drawn };
}

/** The row of a member in the factor; undefined for one that keeps its own numbers, as the first of every group does. */
function mixOf(input: string, key: readonly string[], { members, factor }: Correlation): Stream['mix'] {
  const index = members.findIndex(
    (member) => member.input === input && member.key.join('\n') === key.join('\n'),
  );
  const row = factor[index] ?? [];
  if (index < 0 || row[index] === 1) return undefined;
  return row.flatMap((weight, at) => {
    const member = members[at];
    return weight === 0 || member === undefined ? [] : [{ key: streamKey(member.input, member.key), weight }];
  });
}
