// Money: every deflator and rate that is known stands in the table with its number; what is remembered stands there as an assumption.

import { describe, expect, it } from 'vitest';
import { near, programOf } from './board.ts';

const { study, units } = await programOf();
const rows = study?.money ?? [];

/** From, to, factor, and whether a source is named (V, S) or it is assumed (M, or a stand-in for a year that is not over). */
const DEFLATORS = [
  ['USD_2010', 'USD_2015', 1.08861, 'source'],
  ['USD_2015', 'USD_2021', 1.13432, 'source'],
  ['USD_2021', 'USD_2022', 1.0713, 'source'],
  ['USD_2022', 'USD_2023', 1.037, 'source'],
  ['USD_2023', 'USD_2024', 1.0248, 'source'],
  ['USD_2024', 'USD_2025', 1.0282, 'source'],
  ['EUR_2020', 'EUR_2021', 1.026, 'source'],
  ['EUR_2021', 'EUR_2022', 1.084, 'source'],
  ['EUR_2022', 'EUR_2023', 1.054, 'source'],
  ['EUR_2023', 'EUR_2024', 1.024, 'source'],
  ['EUR_2024', 'EUR_2025', 1.021, 'source'],
  ['EUR_2025', 'EUR_2026', 1.02, 'assumed'],
  ['CNY_2020', 'CNY_2021', 1.046, 'assumed'],
  ['CNY_2021', 'CNY_2022', 1.018, 'assumed'],
  ['CNY_2022', 'CNY_2023', 0.994, 'assumed'],
  ['CNY_2023', 'CNY_2024', 0.992, 'assumed'],
  ['CNY_2024', 'CNY_2025', 0.99, 'assumed'],
  ['CNY_2025', 'CNY_2026', 1, 'assumed'],
] as const;

const RATES = {
  2021: [6.4491, 7.6282, 8.8735],
  2022: [6.7347, 7.0788, 8.3029],
  2023: [7.0846, 7.66, 8.8106],
  2024: [7.1957, 7.7838, 9.1962],
  2025: [7.1875, 8.1184, 9.4752],
  2026: [6.8634, 8.0098, 9.2364],
} as const;

describe('the money table', () => {
  it.each(DEFLATORS)('%s to %s is %d, %s', (from, to, factor, kind) => {
    const row = rows.find(({ name }) => name === `deflator ${from} to ${to}`);
    expect(row?.value).toBe(factor);
    expect(row?.provenance?.kind).toBe(kind);
    // What is remembered says how far it may be off.
    if (kind === 'assumed')
      expect(row).toMatchObject({ provenance: { confidence: 'low' }, range: expect.stringMatching(/ to /) });
  });

  it.each(Object.entries(RATES))('the rates of %s', (year, values) => {
    for (const [index, currency] of ['USD', 'EUR', 'GBP'].entries()) {
      const row = rows.find(({ name }) => name === `exchange rate ${currency} to CNY ${year}`);
      expect(row?.value, currency).toBe(values[index]);
      expect(row?.provenance?.kind, currency).toBe(year === '2026' ? 'assumed' : 'source');
    }
  });

  it('has no row beside these', () => {
    expect(rows).toHaveLength(DEFLATORS.length + 3 * Object.keys(RATES).length);
  });
});

describe('conversion', () => {
  const factor = (from: string, to: string): number => {
    const [one, other] = [from, to].map((text) => units.parse(text).unit?.factor);
    return (one ?? Number.NaN) / (other ?? Number.NaN);
  };

  it('of a dollar of 2010 goes through dollars to 2023, then at the rate of 2023', () => {
    expect(near(factor('USD_2010', 'CNY_2023'), 1.08861 * 1.13432 * 1.0713 * 1.037 * 7.0846)).toBe(true);
  });

  it('of a euro of 2025 goes back to 2023 first', () => {
    expect(near(factor('EUR_2025', 'CNY_2023'), 7.66 / (1.021 * 1.024))).toBe(true);
  });

  it('between real and nominal money there is none', () => {
    const [real, nominal] = ['CNY_2023', 'CNY_nominal'].map((text) => units.parse(text).unit?.dimension);
    expect(real).toBeDefined();
    expect(nominal).toBeDefined();
    expect(real).not.toEqual(nominal);
  });
});
