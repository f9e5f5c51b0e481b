// Whole studies: what is uncertain in files, and that no other input, product, scenario or strategy moves a draw of it.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DrawPlan, deviates, interpret, position, runCase } from '../../src/simulate/index.ts';
import { draw, mean, rankCorrelation } from '../kit/draws.ts';
import { number, numbers } from '../kit/golden.ts';
import { type Change, WORKS, works } from '../kit/uncertain.ts';

const none = new Float64Array();
const plain = works();

/** The draws of every stream by its name and shape. */
const drawnBy = (plan: DrawPlan): ReadonlyMap<string, Float64Array> => {
  const found = draw(plan);
  return new Map(
    plan.streams.map(({ name, shape }, index) => [`${name} ${JSON.stringify(shape)}`, found[index] ?? none]),
  );
};
const before = drawnBy(plain.draws);

const scenario = WORKS['early.yaml'] ?? '';
const strategy = WORKS['plain.yaml'] ?? '';
const changes: Readonly<Record<string, Change>> = {
  'another product': {
    replace: {
      'company.yaml': [
        ['{ rods: , plates: }', '{ foils: , rods: , plates: }'],
        ['each: { rods: 3000 t', 'each: { foils: 500 t, rods: 3000 t'],
        ['each: { rods: 30 %', 'each: { foils: 10 %, rods: 30 %'],
      ],
    },
  },
  'another scenario': {
    replace: { 'study.yaml': [['[early.yaml', '[new.yaml, early.yaml']] },
    files: {
      'new.yaml': scenario.replace('scenario: Early', 'scenario: New').replace('sd: 25 %', 'sd: 40 %'),
    },
  },
  'another strategy': {
    replace: { 'study.yaml': [['[plain.yaml', '[bold.yaml, plain.yaml']] },
    files: {
      'bold.yaml': strategy.replace('strategy: Plain', 'strategy: Bold').replace('is: 10 %', 'is: 20 %'),
    },
  },
  'another uncertain input': {
    replace: {
      'model.yaml': [
        ['inputs:\n', 'inputs:\n  a_tax: { about: A tax, unit: MCNY_2023, set_by: scenario }\n'],
      ],
      'early.yaml': [
        ['values:\n', 'values:\n  a_tax: { is: 3 MCNY_2023, spread: { lognormal: { sd: 30 % } } }\n'],
      ],
    },
  },
  'an input that is uncertain no more': {
    replace: { 'company.yaml': [[', range: [1.5 tCO2e/t, 3 tCO2e/t]', '']] },
  },
  'a correlation after the others': {
    replace: {
      'study.yaml': [
        ['rank: -0.5 }\n', 'rank: -0.5 }\n    - { between: [demand_index, overhead], rank: 0.3 }\n'],
      ],
    },
  },
  'a longer study': { replace: { 'study.yaml': [['2023 to 2030', '2022 to 2030']], ...earlier() } },
};

/** Paths that begin a year earlier. */
function earlier(): Record<string, readonly (readonly [string, string])[]> {
  return {
    'early.yaml': [
      ['observed: { 2023', 'before: hold\n    observed: { 2023'],
      ['2030: 500 CNY_2023/MWh }', '2030: 500 CNY_2023/MWh }, before: hold'],
      ['after: hold, range', 'before: hold, after: hold, range'],
    ],
    'late.yaml': [
      ['2030: 150 CNY_2023/tCO2e }', '2030: 150 CNY_2023/tCO2e }, before: hold'],
      ['2030: 1.1 }', '2030: 1.1 }, before: hold'],
    ],
  };
}

describe('no draw of another input moves with', () => {
  it.each(Object.entries(changes).filter(([name]) => name !== 'a longer study'))('%s', (name, change) => {
    const after = drawnBy(works(change).draws);
    // What is mixed with a member that came before it, or left, is another stream.
    const own = name === 'a correlation after the others' ? ['overhead'] : ['emission_factor'];
    const kept = [...before].filter(([stream]) => !own.some((input) => stream.startsWith(input)));
    expect(kept.length).toBeGreaterThan(6);
    for (const [stream, numbers] of kept) expect(after.get(stream), stream).toEqual(numbers);
  });
  it('a correlated value that the command line makes certain', () => {
    const after = drawnBy(works({}, ['carbon_price=90 CNY_2023/tCO2e']).draws);
    const kept = [...before].filter(([stream]) => !stream.startsWith('carbon_price'));
    expect(after.size).toBe(kept.length);
    for (const [stream, numbers] of kept) expect(after.get(stream), stream).toEqual(numbers);
  });
  it('years before the study: a shock belongs to its year', () => {
    const after = works(changes['a longer study']).draws;
    const [one, other] = [plain.draws, after].map((plan) => {
      const index = plan.streams.findIndex(({ name }) => name === 'carbon_price');
      return { found: draw(plan)[index] ?? none, years: plan.streams[index]?.moments ?? [] };
    });
    const at = (side: typeof one, year: number): Float64Array => {
      const index = side?.years.indexOf(year) ?? 0;
      return side?.found.slice(index * 1000, (index + 1) * 1000) ?? none;
    };
    for (const year of [2023, 2025, 2030]) expect(at(other, year)).toEqual(at(one, year));
    expect(at(one, 2030).some((deviation) => deviation !== 0)).toBe(true);
  });
});

describe('every case', () => {
  const { study, plan, program, draws } = plain;
  const frame = { program, plan, draws: draws.total };
  const made = deviates(draws);
  const runs = study.cases.map((each, index) =>
    runCase(frame, each, { plan: draws, deviates: made, cells: draws.cases[index] ?? [] }),
  );
  const slotOf = (quantity: string): number => plan.slotOf.get(quantity) ?? -1;
  const at = (run: number, quantity: string, cell: number, year: number): Float64Array => {
    const from = position(frame, slotOf(quantity), cell, plan.years.indexOf(year));
    return runs[run]?.values.slice(from, from + draws.total) ?? none;
  };

  it('sees the same draws: what differs between scenarios alone has the same deviations', () => {
    const [early, late] = [at(0, 'carbon_price', 0, 2030), at(1, 'carbon_price', 0, 2030)];
    const shares = late.map((price, index) => price / (early[index] ?? 0));
    // The shock began a year later where the price was observed a year longer, so the two are close, not alike.
    expect(rankCorrelation(early, late)).toBeGreaterThan(0.9);
    expect(Math.abs(mean(shares) - 150 / 200)).toBeLessThan(0.02);
    expect(at(0, 'scrap_share', 1, 2026)).toEqual(at(1, 'scrap_share', 1, 2026));
  });
  it('leaves what has passed as it was', () => {
    expect(new Set(at(0, 'carbon_price', 0, 2024)).size).toBe(1);
    expect(new Set(at(0, 'carbon_price', 0, 2025)).size).toBe(1000);
    expect(new Set(at(0, 'demand_index', 0, 2023)).size).toBe(1);
    expect(new Set(at(0, 'power_use', 0, 2030)).size).toBe(1);
  });
  it('holds the correlations of the study', () => {
    const error = 4 / Math.sqrt(1000);
    const prices = rankCorrelation(at(0, 'carbon_price', 0, 2030), at(0, 'power_price', 0, 2030));
    // Shocks are correlated by 0.6; their sums over years a little less, since they fade at different speeds.
    expect(Math.abs(prices - 0.58)).toBeLessThan(error);
    const scrap = rankCorrelation(at(0, 'scrap_share', 0, 2030), at(0, 'demand_index', 0, 2030));
    expect(Math.abs(scrap + 0.5)).toBeLessThan(error);
    const apart = rankCorrelation(at(0, 'scrap_share', 1, 2030), at(0, 'demand_index', 0, 2030));
    expect(Math.abs(apart)).toBeLessThan(error);
  });
  it('computes each draw as the naive interpreter does', () => {
    for (const [index, run] of runs.entries())
      for (const k of [0, 1, 500, 999]) {
        const { value } = interpret(program, {
          years: plan.years,
          baseIndex: plan.baseIndex,
          input: (name, key, time) => {
            const cell = plan.slots[slotOf(name)]?.cells.findIndex((each) => each.join() === key.join()) ?? 0;
            return run.values[position(frame, slotOf(name), cell, time) + k] ?? Number.NaN;
          },
        });
        for (const [time, year] of plan.years.entries())
          expect(at(index, 'cost', 0, year)[k]).toBe(value('cost', [], time));
      }
  });
  it('is the central case where no draw is asked for', () => {
    const central = runCase({ ...frame, draws: 1 }, study.cases[0] as (typeof study.cases)[number]);
    const cost = central.values[position({ plan, draws: 1 }, slotOf('cost'), 0, 7)] ?? Number.NaN;
    const found = at(0, 'cost', 0, 2030);
    expect(Math.min(...found)).toBeLessThan(cost);
    expect(Math.max(...found)).toBeGreaterThan(cost);
  });
});

describe('a rank of', () => {
  const shocksOf = (rank: number) => {
    const { draws } = works({ replace: { 'study.yaml': [['rank: 0.6', `rank: ${rank}`]] } });
    const found = draw(draws);
    return ['carbon_price', 'power_price'].map((name) => {
      const index = draws.streams.findIndex((stream) => stream.name === name);
      // Deviations of 2025: the first shock of carbon, the second of power.
      return (found[index] ?? none).slice(2000, 3000);
    });
  };
  it('1 moves the one with the other, -1 against it', () => {
    const one = shocksOf(1);
    const other = shocksOf(-1);
    expect(other[0]).toEqual(one[0]);
    const [carbon = none, power = none] = one;
    expect(rankCorrelation(carbon, power)).toBeGreaterThan(0.7);
    expect(rankCorrelation(other[0] ?? none, other[1] ?? none)).toBeLessThan(-0.7);
  });
});

describe('a path that is settled until a year', () => {
  it('differs after it alone, as far as it has come since', () => {
    const path =
      'path: { 2023: 1, 2025: 1.1, 2030: 1.6 }, settled: 2025, range: [1.4, 2], spread: triangular }';
    const settled = works({
      replace: {
        'early.yaml': [
          ['path: { 2023: 1, 2025: 1.1 }, after: hold, range: [0.9, 1.4], spread: triangular }', path],
        ],
      },
    });
    const { draws } = settled;
    const found = draws.cases[0]?.find(
      ({ stream }) => draws.streams[stream]?.name === 'demand_index',
    )?.weights;
    expect(found?.map((weight) => Number(weight.toPrecision(12)))).toEqual([0, 0, 0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe('what is set on the command line', () => {
  const weightsOf = (name: string, overrides: readonly string[]): readonly number[] | undefined => {
    const { draws } = works({}, overrides);
    return draws.cases[0]?.find(({ stream }) => draws.streams[stream]?.name === name)?.weights;
  };
  it('is certain in its year, and the other years stay as they were', () => {
    const before = weightsOf('carbon_price', []) ?? [];
    const after = weightsOf('carbon_price', ['carbon_price[2027]=100 CNY_2023/tCO2e']);
    expect(after).toEqual(before.map((weight, time) => (time === 4 ? 0 : weight)));
    expect(before[4]).toBeGreaterThan(0);
  });
  it('is certain where it holds for all years', () => {
    expect(weightsOf('overhead', [])).toHaveLength(8);
    expect(weightsOf('overhead', ['overhead=5 MCNY_2023'])).toBeUndefined();
    expect(weightsOf('emission_factor', ['emission_factor=2 tCO2e/t'])).toBeUndefined();
  });
});

describe('the plan of the draws', () => {
  it('is plain data', () => {
    expect(structuredClone(plain.draws)).toEqual(plain.draws);
  });
  it('is what its golden file says, with the first draws to the last digit', async () => {
    const { streams, cases } = plain.draws;
    const found = draw({ ...plain.draws, total: 4 });
    const lines = [
      ...streams.flatMap(({ name, key, shape, moments, mix }, index) => [
        `${name}: ${JSON.stringify(shape)}`,
        `  key ${key.join(' ')}${mix === undefined ? '' : `, mixed of ${mix.map(({ weight }) => number(weight)).join(' ')}`}`,
        ...moments.map(
          (label, moment) =>
            `  ${label}: ${[...(found[index] ?? none).slice(4 * moment, 4 * moment + 4)].join(' ')}`,
        ),
      ]),
      ...cases.flatMap((cells, index) => [
        `case ${index + 1}`,
        ...cells.map(
          ({ stream, weights }) => `  ${streams[stream]?.name} (stream ${stream + 1}) by ${numbers(weights)}`,
        ),
      ]),
      '',
    ];
    await expect(lines.join('\n')).toMatchFileSnapshot(
      fileURLToPath(new URL('golden/works.txt', import.meta.url)),
    );
  });
});
