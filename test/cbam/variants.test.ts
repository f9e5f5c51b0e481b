// What may change: each variant moves the number as the law would, and none moves it while it is off.

import { describe, expect, it } from 'vitest';
import { amountOf, findingsOf, type STRATEGIES, type World } from './trial.ts';

const OFF: World = { metalEmissions: 2, price: 80 };
const from = (year: number) => ({ path: { 2023: 0, [year]: 1 }, between: 'step', after: 'hold' });

const found = await findingsOf({
  goods: {
    profile: { cnCode: '7604 21 00', own: 0.1, metal: 1.2, power: 1 },
    clean: { cnCode: '7606', own: 0.01, metal: 0, power: 0.5 },
  },
  scrap: 0.4,
  boughtScrap: 0.25,
  worlds: {
    Law: OFF,
    Scrap: { ...OFF, values: { pre_consumer_scrap_counts: from(2028) } },
    Power: { ...OFF, values: { indirect_emissions_count: from(2030), default_indirect: '7 tCO2e/t' } },
    'Green power': {
      ...OFF,
      values: {
        indirect_emissions_count: from(2030),
        green_share_delivered: 1,
        grid_share: 0,
        default_indirect: '7 tCO2e/t',
      },
    },
    Slower: { ...OFF, values: { alternative_phase_in: 1 } },
    Own: {
      ...OFF,
      values: {
        alternative_phase_in: from(2028),
        free_share_alternative: { path: { 2023: 1, 2030: 0.3 }, after: 'hold' },
      },
    },
    Benchmarks: {
      ...OFF,
      values: {
        benchmark_revision: {
          each: {
            '7604 21 00': { path: { 2023: 1, 2027: 0.5 }, between: 'step', after: 'hold' },
            '7601': { path: { 2023: 1, 2027: 0.9 }, between: 'step', after: 'hold' },
            all: 1,
          },
        },
      },
    },
    'Default price': { ...OFF, values: { default_carbon_price: '8 EUR_2024/tCO2e' } },
  },
});

const at = (
  scenario: string,
  item: string,
  year: number,
  strategy: keyof typeof STRATEGIES = 'verified',
  quantity = 'certificates_per_tonne',
): number => amountOf(found, { scenario, strategy, quantity, item, year });
const near = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

/** The factors of the law that the cases below need. */
const FACTOR: Readonly<Record<number, number>> = {
  2026: 0.975,
  2027: 0.95,
  2028: 0.9,
  2029: 0.775,
  2030: 0.515,
};
const factor = (year: number): number => FACTOR[year] ?? Number.NaN;
const ACTUAL = (year: number, metal: number, share = factor(year)): number =>
  0.1 + metal * 2 - share * (0.06 + metal * 1.423);

describe('pre-consumer scrap as a precursor from 2028', () => {
  // 1.2 t enter, 40 % of it scrap; a quarter is bought scrap, 60 % of which no consumer has used.
  it.each([2026, 2027])('%i: scrap is zero', (year) => {
    near(at('Scrap', 'profile', year), ACTUAL(year, 1.2 * 0.6));
    expect(at('Scrap', 'profile', year)).toBe(at('Law', 'profile', year));
  });
  it.each([2028, 2030])('%i: it brings the emissions and the benchmark of the metal that it was', (year) => {
    near(at('Scrap', 'profile', year), ACTUAL(year, 1.2 * (0.6 + 0.25 * 0.6)));
    expect(at('Scrap', 'profile', year)).toBeGreaterThan(at('Law', 'profile', year));
  });
  it('scrap of the own process stays at zero, and so do default values', () => {
    expect(at('Scrap', 'clean', 2030)).toBe(at('Law', 'clean', 2030));
    expect(at('Scrap', 'profile', 2030, 'default values')).toBe(at('Law', 'profile', 2030, 'default values'));
  });
});

describe('indirect emissions from a chosen year', () => {
  const indirect = 1 * 0.41 + 1.2 * 0.6 * 15 * 0.41;
  it('before it nothing changes', () => {
    for (const strategy of ['verified', 'default values'] as const)
      expect(at('Power', 'profile', 2029, strategy)).toBe(at('Law', 'profile', 2029, strategy));
  });
  it('from it on power counts, and no free allocation stands against it', () => {
    near(at('Power', 'profile', 2030), at('Law', 'profile', 2030) + indirect);
    near(at('Power', 'profile', 2030, 'default values'), 1.3 * (4.881 + 7) - 0.515 * 1.493);
  });
  it('only then green power lowers what CBAM counts', () => {
    expect(at('Green power', 'profile', 2029)).toBe(at('Law', 'profile', 2029));
    near(at('Green power', 'profile', 2030), at('Law', 'profile', 2030) + 0.41 + 1.2 * 0.6 * 15 * 0.02);
  });
});

describe('another phase-in', () => {
  it('two years slower from 2028', () => {
    for (const year of [2026, 2027]) expect(at('Slower', 'profile', year)).toBe(at('Law', 'profile', year));
    near(at('Slower', 'profile', 2028), ACTUAL(2028, 0.72, 0.95));
    near(at('Slower', 'profile', 2030), ACTUAL(2030, 0.72, 0.9));
    near(at('Slower', 'profile', 2030, 'default values'), 1.3 * 4.881 - 0.9 * 1.493);
    expect(at('Slower', 'profile', 2036)).toBe(at('Law', 'profile', 2036));
  });
  it('a path of the own choice, from a year of the own choice', () => {
    expect(at('Own', 'profile', 2027)).toBe(at('Law', 'profile', 2027));
    near(at('Own', 'profile', 2028), ACTUAL(2028, 0.72, 0.5));
    near(at('Own', 'profile', 2034), ACTUAL(2034, 0.72, 0.3));
  });
});

describe('benchmarks revised for 2027', () => {
  it('own process and metal each take their own revision', () => {
    expect(at('Benchmarks', 'profile', 2026)).toBe(at('Law', 'profile', 2026));
    near(at('Benchmarks', 'profile', 2027), 0.1 + 0.72 * 2 - 0.95 * (0.06 * 0.5 + 0.72 * 1.423 * 0.9));
    near(at('Benchmarks', 'profile', 2027, 'default values'), 1.2 * 4.881 - 0.95 * 1.493 * 0.5);
    expect(at('Benchmarks', 'clean', 2027, 'default values')).toBe(
      at('Law', 'clean', 2027, 'default values'),
    );
  });
});

describe('a default carbon price of the country of origin', () => {
  const metal = 1.2 * 0.6;
  it('is all that is deducted at default values', () => {
    near(
      at('Default price', 'profile', 2030, 'default values'),
      1.3 * 4.881 - 0.515 * 1.493 - (8 * 1.3 * 4.881) / 80,
    );
  });
  it('may stand in for what was paid where data are actual', () => {
    near(at('Default price', 'profile', 2030), ACTUAL(2030, metal) - (8 * (0.1 + metal * 2)) / 80);
    near(
      at('Default price', 'profile', 2030, 'verified', 'carbon_price_deducted'),
      (8 * (0.1 + metal * 2)) / 80,
    );
  });
  it('takes off no more than is owed', () => {
    // 0.01 t of own emissions against a benchmark of 0.056 owe nothing in 2030.
    expect(at('Default price', 'clean', 2030, 'verified', 'carbon_price_deducted')).toBe(0);
    expect(at('Default price', 'clean', 2030)).toBe(0);
  });
});
