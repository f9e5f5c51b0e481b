// How far a ranking rests on weights: the stretches told are those in which the strategy really costs least, by the definition itself.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestOf, expectedOf, weigh } from '../../src/analyse/weighing.ts';

const names = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${kind} ${index + 1}`);

/** Costs by strategy, then by scenario; weights of the scenarios; a weight to try. */
const trial = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.record({
      costs: fc.array(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: columns, maxLength: columns }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
      parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: columns, maxLength: columns }),
      weight: fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000),
    }),
  );

describe('the weight of one scenario', () => {
  it('goes from 0 to 1 in stretches, in each of which the strategies named cost least', () => {
    let tried = 0;
    fc.assert(
      fc.property(trial, ({ costs, parts, weight }) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(total > 0);
        const shares = parts.map((part) => part / total);
        const strategies = costs.map((row, index) => ({ strategy: `Strategy ${index + 1}`, costs: row }));
        const scenarios = names('Scenario', parts.length);
        const found = weigh(strategies, scenarios, shares);
        expect(found.map(({ scenario }) => scenario)).toEqual(
          scenarios.filter((_, place) => parts.some((part, at) => at !== place && part > 0)),
        );
        for (const { scenario, stretches } of found) {
          const place = scenarios.indexOf(scenario);
          const rest = total - (parts[place] ?? 0);
          const moved = parts.map((part, at) => (at === place ? weight : ((1 - weight) * part) / rest));
          const direct = cheapestOf(
            strategies.map((one) => ({ strategy: one.strategy, expected: expectedOf(one.costs, moved) })),
          );
          expect(stretches[0]?.from).toBe(0);
          expect(stretches.at(-1)?.to).toBe(1);
          for (const [index, { to }] of stretches.entries()) expect(stretches[index + 1]?.from ?? 1).toBe(to);
          // At the very end of a stretch both sides cost the same.
          const inside = stretches.find(({ from, to }) => weight > from + 1e-9 && weight < to - 1e-9);
          if (inside === undefined) continue;
          tried++;
          expect(direct).toEqual(inside.strategies);
        }
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  it('changes the cheapest where both cost the same: 8,500 and 5,000 against 6,000 anywhere at two parts in seven', () => {
    const [high, low] = weigh(
      [
        { strategy: 'Buy', costs: [8500, 5000] },
        { strategy: 'Rent', costs: [6000, 6000] },
      ],
      ['High', 'Low'],
      [0.3, 0.7],
    );
    expect(high?.stretches.map(({ strategies }) => strategies)).toEqual([['Buy'], ['Rent']]);
    expect(high?.stretches[0]?.to).toBeCloseTo(2 / 7, 12);
    expect(low?.stretches.map(({ strategies }) => strategies)).toEqual([['Rent'], ['Buy']]);
    expect(low?.stretches[0]?.to).toBeCloseTo(5 / 7, 12);
  });

  it('moves nothing where one strategy costs least in every scenario, or where costs tie', () => {
    const [first] = weigh(
      [
        { strategy: 'Good', costs: [1, 1] },
        { strategy: 'Bad', costs: [2, 3] },
      ],
      ['A', 'B'],
      [0.5, 0.5],
    );
    expect(first?.stretches).toEqual([{ from: 0, to: 1, strategies: ['Good'] }]);
    const [tied] = weigh(
      [
        { strategy: 'One', costs: [1, 2] },
        { strategy: 'Other', costs: [1, 2] },
      ],
      ['A', 'B'],
      [0.5, 0.5],
    );
    expect(tied?.stretches).toEqual([{ from: 0, to: 1, strategies: ['One', 'Other'] }]);
  });
});
