// How far a ranking by expected cost rests on the weights: which strategy costs least, whatever the weight of one scenario.
import type { WeightFinding } from './decision-types.ts';

/** Costs that differ by less than this share of the largest are one cost: sums of floats end in noise. */
const NOISE = 1e-12;

interface Costs {
  readonly strategy: string;
  /** One a scenario. */
  readonly costs: readonly number[];
}

/** The mean of costs under weights. */
export const expectedOf = (costs: readonly number[], shares: readonly number[]): number =>
  shares.reduce((sum, share, place) => sum + share * (costs[place] ?? Number.NaN), 0);

/** The strategies of the least number, those that differ from it by noise among them. */
export function cheapestOf(
  strategies: readonly { readonly strategy: string; readonly expected: number }[],
): readonly string[] {
  const least = Math.min(...strategies.map(({ expected }) => expected));
  const noise = NOISE * Math.max(0, ...strategies.map(({ expected }) => Math.abs(expected)));
  return strategies.filter(({ expected }) => expected - least <= noise).map(({ strategy }) => strategy);
}

/**
 * Which strategies cost least as the weight of each scenario in turn goes from 0 to 1 while the others keep their proportions: the
 * expected cost of a strategy is then a straight line, and the least of them changes where two lines cross.
 * @param shares one a scenario, 1 together
 * @returns none for a scenario beside which no other has a weight: nothing says how they share the rest
 */
export function weigh(
  strategies: readonly Costs[],
  scenarios: readonly string[],
  shares: readonly number[],
): readonly WeightFinding[] {
  return scenarios.flatMap((scenario, place): readonly WeightFinding[] => {
    const share = shares[place] ?? Number.NaN;
    const rest = shares.reduce((sum, other, at) => (at === place ? sum : sum + other), 0);
    if (!(rest > 0)) return [];
    const others = shares.map((other, at) => (at === place ? 0 : other / rest));
    const lines = strategies.map(({ strategy, costs }) => ({
      strategy,
      without: expectedOf(costs, others),
      alone: costs[place] ?? Number.NaN,
    }));
    const cheapestAt = (weight: number): readonly string[] =>
      cheapestOf(
        lines.map(({ strategy, without, alone }) => ({
          strategy,
          expected: (1 - weight) * without + weight * alone,
        })),
      );
    const crossings = lines.flatMap((one, index) =>
      lines.slice(index + 1).flatMap((other) => {
        const [before, after] = [one.without - other.without, one.alone - other.alone];
        return before * after < 0 ? [before / (before - after)] : [];
      }),
    );
    const ends = [0, ...new Set(crossings.toSorted((left, right) => left - right)), 1];
    const stretches: { from: number; to: number; strategies: readonly string[] }[] = [];
    for (const [index, to] of ends.slice(1).entries()) {
      const from = ends[index] ?? 0;
      const cheapest = cheapestAt((from + to) / 2);
      const last = stretches.at(-1);
      if (last?.strategies.join('\n') === cheapest.join('\n')) last.to = to;
      else stretches.push({ from, to, strategies: cheapest });
    }
    return [{ scenario, share, stretches }];
  });
}
