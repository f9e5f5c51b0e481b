// The programme against exhaustive search on random small cases, and its dual prices against what a little more room is worth.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cheapest,
  type Linear,
  nearest,
  type Option,
  pricesAt,
} from '../../src/analyse/planning/programme.ts';
import type { Demand } from '../../src/analyse/planning/try.ts';
import type { Solve } from '../../src/analyse/planning/types.ts';
import { loadSolver } from '../../src/cli/solver.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const STARTS = [2027, 2028, 2029, 2030];
const RUNS = { numRuns: 200 };
/** Shares that are tried of a measure that may be done in part. */
const PARTS = [0.25, 0.5, 0.75, 1];

const demand = (kind: Demand['kind'], direction: Demand['direction'], bound: number): Demand => ({
  kind,
  name: kind,
  title: { en: kind, zh: kind },
  quantity: kind,
  item: '',
  year: 2030,
  direction,
  bound,
  at: () => 0,
});

interface Case {
  readonly linear: Linear;
  readonly demands: readonly Demand[];
}

/** Up to five measures, each of which may start in one of four years; one target or two, and a budget for each year. */
const cases = (withParts: boolean): fc.Arbitrary<Case> =>
  fc
    .record({
      measures: fc.array(
        fc.record({
          part: fc.boolean(),
          cost: fc.integer({ min: -20, max: 100 }),
          later: fc.integer({ min: -10, max: 10 }),
          avoided: fc.integer({ min: 0, max: 50 }),
          second: fc.integer({ min: -5, max: 20 }),
          spent: fc.integer({ min: 0, max: 60 }),
        }),
        { minLength: 1, maxLength: withParts ? 3 : 5 },
      ),
      needed: fc.integer({ min: 0, max: 130 }),
      kept: fc.integer({ min: 0, max: 20 }),
      budget: fc.integer({ min: 10, max: 120 }),
    })
    .map(({ measures, needed, kept, budget }): Case => {
      const demands = [
        demand('target', 'at_most', 1000 - needed),
        demand('target', 'at_least', kept),
        ...STARTS.map(() => demand('budget', 'at_most', budget)),
      ];
      const options = measures.flatMap((one, measure) =>
        STARTS.map(
          (start, place): Option => ({
            measure,
            start,
            part: withParts && one.part,
            cost: one.cost + one.later * place,
            demands: [
              -one.avoided + place,
              one.second,
              ...STARTS.map((year) => (year === start ? one.spent : 0)),
            ],
          }),
        ),
      );
      return { linear: { options, cost: 0, demands: [1000, 5, 0, 0, 0, 0] }, demands };
    });

const valuesOf = ({ linear }: Case, shares: readonly number[]): readonly number[] =>
  linear.demands.map((value, place) =>
    linear.options.reduce(
      (sum, option, index) => sum + (shares[index] ?? 0) * (option.demands[place] ?? 0),
      value,
    ),
  );

const costOf = ({ linear }: Case, shares: readonly number[]): number =>
  linear.options.reduce((sum, { cost }, index) => sum + (shares[index] ?? 0) * cost, linear.cost);

const keeps = (each: Case, shares: readonly number[], slack = 1e-6): boolean =>
  valuesOf(each, shares).every((value, place) => {
    const { bound, direction } = each.demands[place] as Demand;
    return direction === 'at_most' ? value <= bound + slack : value >= bound - slack;
  });

const gapOf = (each: Case, shares: readonly number[]): number =>
  valuesOf(each, shares).reduce((sum, value, place) => {
    const { kind, bound, direction } = each.demands[place] as Demand;
    const missed = direction === 'at_most' ? value - bound : bound - value;
    return kind === 'target' ? sum + Math.max(0, missed) / (Math.abs(bound) || 1) : sum;
  }, 0);

/** Every way to leave, start or part-do each measure. */
function* everyPlan({ linear }: Case): Generator<readonly number[]> {
  const count = new Set(linear.options.map(({ measure }) => measure)).size;
  const waysOf = (measure: number) => [
    undefined,
    ...linear.options.flatMap((option, index) =>
      option.measure === measure ? (option.part ? PARTS : [1]).map((share) => ({ index, share })) : [],
    ),
  ];
  const ways = Array.from({ length: count }, (_, measure) => waysOf(measure));
  const total = ways.reduce((product, { length }) => product * length, 1);
  for (let number = 0; number < total; number++) {
    const shares = linear.options.map(() => 0);
    let rest = number;
    for (const own of ways) {
      const way = own[rest % own.length];
      rest = Math.floor(rest / own.length);
      if (way !== undefined) shares[way.index] = way.share;
    }
    yield shares;
  }
}

/** What is done in full or not at all may use up the budget; parts stay away from it. */
const ROOM = 1e-6;

const usesUp = ({ linear, demands }: Case, shares: readonly number[]): boolean =>
  shares.some((share) => share > 0 && share < 1) &&
  valuesOf({ linear, demands }, shares).some((value, place) => {
    const { kind, bound } = demands[place] as Demand;
    return kind === 'budget' && value > bound - ROOM;
  });

const cheapestOfAll = (each: Case): number =>
  [...everyPlan(each)]
    .filter((shares) => keeps(each, shares, 0) && !usesUp(each, shares))
    .reduce((least, shares) => Math.min(least, costOf(each, shares)), Number.POSITIVE_INFINITY);

const startsOnce = ({ linear }: Case, shares: readonly number[]): boolean =>
  linear.options.every(
    ({ measure }) =>
      linear.options.filter((one, index) => one.measure === measure && (shares[index] ?? 0) > 0).length < 2,
  );

describe('the programme', () => {
  it('costs what the best of all plans costs, and finds none only where there is none: whole measures', () => {
    fc.assert(
      fc.property(cases(false), (each) => {
        const best = cheapestOfAll(each);
        const found = cheapest(each.linear, each.demands, solve);
        if (best === Number.POSITIVE_INFINITY) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found).toBeDefined();
        const shares = found ?? [];
        expect(shares.every((share) => share === 0 || share === 1)).toBe(true);
        expect(keeps(each, shares) && startsOnce(each, shares)).toBe(true);
        expect(costOf(each, shares)).toBeCloseTo(best, 6);
      }),
      RUNS,
    );
  });

  it('costs no more than the best of all plans whose parts are quarters: measures in part', () => {
    fc.assert(
      fc.property(cases(true), (each) => {
        const best = cheapestOfAll(each);
        const found = cheapest(each.linear, each.demands, solve);
        if (found === undefined) {
          expect(best).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        expect(keeps(each, found) && startsOnce(each, found)).toBe(true);
        // Parts keep a hundred-millionth away from the budget.
        expect(costOf(each, found)).toBeLessThanOrEqual(best + 1e-5);
      }),
      RUNS,
    );
  });

  it.each([
    ['one beside another that may be done in part', false],
    ['one that may be done in part', true],
  ])('lets what is done in full use up the budget: %s', (_, part) => {
    const option = (measure: number, inPart: boolean, spent: number): Option => ({
      measure,
      start: 2027,
      part: inPart,
      cost: 1,
      demands: [-1, spent],
    });
    const linear: Linear = {
      options: [option(0, part, 10), option(1, true, 30)],
      cost: 0,
      demands: [1000, 0],
    };
    const demands = [demand('target', 'at_most', 999), demand('budget', 'at_most', 10)];
    expect(cheapest(linear, demands, solve)).toEqual([1, 0]);
  });

  it('misses targets by no more than the plan that misses least, within the budget', () => {
    fc.assert(
      fc.property(cases(false), (each) => {
        const found = nearest(each.linear, each.demands, ({ kind }) => kind === 'target', solve);
        const within = [...everyPlan(each)].filter((shares) =>
          valuesOf(each, shares).every((value, place) => {
            const { kind, bound } = each.demands[place] as Demand;
            return kind === 'target' || value <= bound;
          }),
        );
        const least = Math.min(...within.map((shares) => gapOf(each, shares)));
        expect(found?.gap).toBeCloseTo(least, 6);
        expect(gapOf(each, found?.shares ?? [])).toBeCloseTo(least, 6);
        const cost = Math.min(
          ...within
            .filter((shares) => gapOf(each, shares) <= least + 1e-9)
            .map((shares) => costOf(each, shares)),
        );
        expect(costOf(each, found?.shares ?? [])).toBeLessThanOrEqual(cost + 1e-5);
      }),
      RUNS,
    );
  });

  it('prices each demand at what a little more room is worth with the starts as they are', () => {
    const STEP = 1e-4;
    let priced = 0;
    fc.assert(
      fc.property(cases(true), (each) => {
        const found = cheapest(each.linear, each.demands, solve);
        if (found === undefined) return;
        const prices = pricesAt(each.linear, each.demands, found, solve);
        const standing = {
          ...each.linear,
          options: each.linear.options.filter((option, index) => option.part && (found[index] ?? 0) > 0),
          demands: each.linear.demands.map((value, place) =>
            each.linear.options.reduce(
              (sum, option, index) =>
                option.part ? sum : sum + (found[index] ?? 0) * (option.demands[place] ?? 0),
              value,
            ),
          ),
        };
        const costWith = (demands: readonly Demand[]): number | undefined => {
          const shares = cheapest(standing, demands, solve);
          return shares && costOf({ linear: standing, demands }, shares);
        };
        const before = costWith(each.demands) ?? Number.NaN;
        each.demands.forEach((one, place) => {
          const moved = (by: number): number | undefined =>
            costWith(
              each.demands.map((other, at) =>
                at === place
                  ? { ...one, bound: one.bound + (one.direction === 'at_most' ? by : -by) }
                  : other,
              ),
            );
          const [wider, tighter] = [moved(STEP), moved(-STEP)];
          const gain = (before - (wider ?? before)) / STEP;
          const loss = tighter === undefined ? Number.POSITIVE_INFINITY : (tighter - before) / STEP;
          const price = prices[place] ?? Number.NaN;
          if (price > 0) priced++;
          // At a corner any price between the two is one.
          expect(price).toBeGreaterThanOrEqual(Math.min(gain, loss) - 1e-2);
          expect(price).toBeLessThanOrEqual(Math.max(gain, loss) + 1e-2);
        });
      }),
      { numRuns: 50 },
    );
    expect(priced).toBeGreaterThan(0);
  });
});
