// Measures that act on each other, in random works: the plan against every plan there is, each worked out here by the formulas of the works.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Solve } from '../../src/analyse/index.ts';
import { loadSolver } from '../../src/cli/solver.ts';
import { plan } from '../../src/questions.ts';
import { sources, YEARS } from './works.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const STUDY = [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];
const EMITTED = 40;

interface Works {
  readonly spares: readonly number[];
  readonly outlay: readonly number[];
  readonly price: number;
  readonly goal: number;
  readonly budget: number;
}

const works: fc.Arbitrary<Works> = fc.record({
  spares: fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 3, maxLength: 3 }),
  outlay: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }),
  price: fc.integer({ min: 1, max: 12 }).map((tenth) => tenth / 10),
  goal: fc.integer({ min: 15, max: 38 }),
  budget: fc.integer({ min: 15, max: 60 }),
});

type Starts = readonly (number | undefined)[];

const everyPlan: readonly Starts[] = [undefined, ...YEARS].flatMap((roof) =>
  [undefined, ...YEARS].flatMap((pump) => [undefined, ...YEARS].map((heat): Starts => [roof, pump, heat])),
);

/** What a plan costs and whether it keeps to goal and budget, by the formulas of the works. */
function outcome({ spares, outlay, price, goal, budget }: Works, starts: Starts) {
  const runs = (measure: number, year: number): number =>
    year >= (starts[measure] ?? Number.POSITIVE_INFINITY) ? 1 : 0;
  const emissions = (year: number): number =>
    spares.reduce((left, tonnes, measure) => left * (1 - (runs(measure, year) * tonnes) / EMITTED), EMITTED);
  const spent = (year: number): number =>
    outlay.reduce(
      (sum, cost, measure) =>
        sum +
        Math.max(0, runs(measure, year) - runs(measure, year - 1)) *
          cost *
          (1 - (0.3 * Math.min(5, year - 2025)) / 5),
      0,
    );
  const cost = STUDY.reduce(
    (sum, year) => sum + (spent(year) + emissions(year) * price) / 1.06 ** (year - 2025),
    0,
  );
  const slack = 1 + 1e-6;
  const met =
    emissions(2030) <= goal * slack && STUDY.every((year) => year < 2027 || spent(year) <= budget * slack);
  return { cost, met };
}

describe('of measures that act on each other', () => {
  it('the plan is the best of all 125; by the programme alone it is never better than that, never said to be proven, and seldom worse', () => {
    let [equal, worse, missed, none] = [0, 0, 0, 0];
    fc.assert(
      fc.property(works, (own) => {
        const all = everyPlan.map((starts) => outcome(own, starts)).filter(({ met }) => met);
        const least = Math.min(...all.map(({ cost }) => cost));
        const loaded = sources({
          ...own,
          acting: true,
          goal: `${own.goal} t`,
          budget: `${own.budget} MCNY_2023`,
        });
        const [whole, alone] = [undefined, 0].map(
          (most) => plan(loaded, [], { budget: undefined, solve, most }).value?.scenarios[0],
        );
        expect([whole?.proof, whole?.tried, whole?.met]).toEqual(['all', 125, all.length > 0]);
        expect(['found', 'least']).toContain(alone?.proof);
        if (all.length === 0) {
          none++;
          expect(alone?.met).toBe(false);
          return;
        }
        expect(whole?.cost.together).toBeCloseTo(least, 8);
        const starts = whole?.measures.map(({ start }) => start) ?? [];
        expect(outcome(own, starts)).toEqual({ cost: expect.closeTo(least, 8), met: true });
        if (alone?.met !== true) missed++;
        else if (alone.cost.together < least + 1e-8) equal++;
        else worse++;
        if (alone?.met === true) expect(alone.cost.together).toBeGreaterThan(least - 1e-8);
        // What is said to be least as far as effects add up is so: two that act on each other spare less than their sum.
        if (alone?.proof === 'least') expect(alone.cost.together).toBeCloseTo(least, 8);
      }),
      { numRuns: 60, seed: 2026 },
    );
    expect({ equal, worse, missed, none }).toEqual({ equal: 46, worse: 1, missed: 0, none: 13 });
  });
});
