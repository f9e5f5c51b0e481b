// Minimax regret against Savage's own definition, on costs small enough to check by eye, and on random ones.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegretFinding, Series } from '../../src/analyse/index.ts';
import { findRegrets } from '../../src/analyse/regret.ts';

const nameOf = (kind: string, index: number): string => `${kind} ${index + 1}`;

/** Costs by strategy, then by scenario, as a run of one year would leave them. */
function regretOf(costs: readonly (readonly number[])[], items: readonly string[] = ['']): RegretFinding {
  const title = { en: 'Cost', zh: '成本' };
  const scenarios = (costs[0] ?? []).map((_, index) => nameOf('Scenario', index));
  const strategies = costs.map((_, index) => nameOf('Strategy', index));
  const series = strategies.flatMap((strategy, row) =>
    scenarios.flatMap((scenario, column) =>
      items.map((item): Series => {
        const value = (costs[row]?.[column] ?? 0) / items.length;
        const series = { scenario, strategy, quantity: 'cost', item, itemTitle: title, unit: 'MCNY_2023' };
        return { ...series, years: [2023, 2030], values: [-1, value] };
      }),
    ),
  );
  const horizons = { short: 2023, medium: 2030, long: 2030 };
  const asked = { series, years: [2023, 2030], baseYear: 2023, horizons };
  const chart = { name: 'regret', kind: 'regret', title, quantities: ['cost'], scenarios, strategies };
  const shown = { years: [], unit: 'MCNY_2023', scale: new Map([['cost', 1]]), labels: new Map() };
  const [found] = findRegrets(asked, [{ ...chart, ...shown }]);
  if (found === undefined) throw new Error('no regret');
  return found;
}

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('regret', () => {
  it('is the cost above the least in the same scenario, and the smallest largest one is named', () => {
    const { strategies, least, year } = regretOf([
      [30, 15, 1],
      [18, 11, 4],
      [16, 12, 6],
    ]);
    expect(year).toBe(2030);
    expect(strategies.map(({ regrets }) => regrets)).toEqual([
      [14, 4, 0],
      [2, 0, 3],
      [0, 1, 5],
    ]);
    expect(strategies.map(({ largest }) => largest)).toEqual([14, 3, 5]);
    expect(strategies.map(({ where }) => where)).toEqual([['Scenario 1'], ['Scenario 3'], ['Scenario 3']]);
    expect(least).toEqual(['Strategy 2']);
  });

  it('names all strategies that tie, all scenarios in which one regrets most, and none where nothing is regretted', () => {
    const tied = regretOf([
      [10, 12],
      [12, 10],
    ]);
    expect(tied.least).toEqual(['Strategy 1', 'Strategy 2']);
    const dear = regretOf([
      [5, 5],
      [8, 8],
    ]);
    expect(dear.strategies.map(({ where }) => where)).toEqual([[], ['Scenario 1', 'Scenario 2']]);
  });

  it('is about the sum over the elements of a cost', () => {
    expect(regretOf([[6], [9]], ['one', 'two', 'three']).strategies[1]?.regrets).toEqual([3]);
  });

  it('takes noise of floats for none', () => {
    expect(regretOf([[0.1 + 0.2], [0.3]]).least).toEqual(['Strategy 1', 'Strategy 2']);
  });

  it('obeys its definition on any costs', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: -50, max: 50 }), (costs, shift) => {
        const { strategies, least } = regretOf(costs);
        const columns = (costs[0] ?? []).map((_, column) => costs.map((row) => row[column] ?? 0));
        for (const [column, own] of columns.entries())
          expect(Math.min(...strategies.map(({ regrets }) => regrets[column] ?? -1))).toBe(0 * own.length);
        const worst = costs.map((row) =>
          Math.max(...row.map((cost, column) => cost - Math.min(...(columns[column] ?? [])))),
        );
        expect(strategies.map(({ largest }) => largest)).toEqual(worst);
        expect(least).toEqual(
          strategies.filter((_, row) => worst[row] === Math.min(...worst)).map(({ strategy }) => strategy),
        );
        // What a scenario costs whatever is done is no matter of regret.
        const dearer = costs.map((row) => row.map((cost, column) => (column === 0 ? cost + shift : cost)));
        expect(regretOf(dearer).least).toEqual(least);
      }),
    );
  });
});
