// The UK's mechanism: a rate of its own, no benchmark of the good, payable in May of the year after.

import { describe, expect, it } from 'vitest';
import { amountOf, findingsOf, type STRATEGIES, type Trial } from './trial.ts';

/** 80 EUR of 2024 in GBP of 2023, by the real money table. */
const GBP_PER_EURO = 7.66 / 1.024 / 8.8106;
const CNY_PER_GBP = 8.8106;

const trial = (study: Readonly<Record<string, unknown>>, tonnes = 1000): Trial => ({
  goods: { profile: { cnCode: '7604 21 00', own: 0.1, metal: 1.2, tonnes } },
  worlds: {
    World: {
      metalEmissions: 2,
      price: 80,
      values: {
        eu_price: {
          path: {
            2023: '80 EUR_2024/tCO2e',
            2026: '80 EUR_2024/tCO2e',
            2030: '100 EUR_2024/tCO2e',
            2036: '100 EUR_2024/tCO2e',
          },
        },
      },
    },
  },
  borne: 0.5,
  study: {
    uk_price_ratio: 1,
    uk_baseline_free_allocation: 0.8,
    uk_export_share: { each: { profile: 0.2 } },
    eu_export_share: { each: { profile: 0 } },
    ...study,
  },
});
const found = await findingsOf(trial({}));
const at = (quantity: string, year: number, item = '', how: keyof typeof STRATEGIES = 'verified'): number =>
  amountOf(found, { scenario: 'World', strategy: how, quantity, item, year });
const near = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

/** Three quarters of the year take its own price, the first that of the year before. */
const priceOf = (year: number): number => {
  const own = (at: number): number => (at <= 2026 ? 80 : Math.min(100, 80 + (at - 2026) * 5));
  return (0.25 * own(year - 1) + 0.75 * own(year)) * GBP_PER_EURO;
};

describe('rate', () => {
  it.each([
    [2026, 0],
    [2027, 1 - 0.8 * 0.975],
    [2028, 1 - 0.8 * 0.95],
    [2029, 1 - 0.8 * 0.9],
    [2030, 1 - 0.8 * 0.775],
  ])('%i: %f of the price of the quarter before', (year, share) => {
    near(at('uk_rate', year), share * priceOf(year));
  });
});

describe('tax', () => {
  it('on direct emissions, verified or at the default value without a mark-up', () => {
    near(at('uk_cbam_cost_per_tonne', 2028, 'profile'), 2.5 * at('uk_rate', 2028) * CNY_PER_GBP);
    near(
      at('uk_cbam_cost_per_tonne', 2028, 'profile', 'default values'),
      4.881 * at('uk_rate', 2028) * CNY_PER_GBP,
    );
  });
  it('of the company, booked in the year of import and paid by 31 May of the next', () => {
    near(
      at('uk_cbam_cost', 2028, 'profile'),
      (200 * 0.5 * at('uk_cbam_cost_per_tonne', 2028, 'profile')) / 1e6,
    );
    near(at('uk_cbam_paid', 2028), at('uk_cbam_cost', 2027, 'profile'));
    expect(at('uk_cbam_paid', 2027)).toBe(0);
    near(at('transition_cost', 2028), at('uk_cbam_cost', 2028, 'profile'));
  });
  it('nothing below the value from which an importer must register', async () => {
    const small = await findingsOf(trial({ uk_importers: 100 }));
    const value = amountOf(small, {
      scenario: 'World',
      strategy: 'verified',
      quantity: 'uk_cbam_cost',
      item: 'profile',
      year: 2028,
    });
    expect(value).toBe(0);
  });
  it('the carbon price paid abroad is taken off, down to nothing', async () => {
    const paid = await findingsOf(trial({ price_paid_abroad: { each: { profile: '5 EUR_2024/t' } } }));
    const much = await findingsOf(trial({ price_paid_abroad: { each: { profile: '5000 EUR_2024/t' } } }));
    const where = {
      scenario: 'World',
      strategy: 'verified',
      quantity: 'uk_cbam_cost_per_tonne',
      item: 'profile',
      year: 2028,
    } as const;
    near(amountOf(paid, where), 2.5 * at('uk_rate', 2028) * CNY_PER_GBP - (5 * 7.66) / 1.024);
    expect(amountOf(much, where)).toBe(0);
  });
});
