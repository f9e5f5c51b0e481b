// Accrual and cash: what is booked in the year of import is paid by 30 September of the next year, from 2027 on partly within the year.

import { describe, expect, it } from 'vitest';
import { amountOf, CNY_PER_EURO, findingsOf, type STRATEGIES } from './trial.ts';

const TONNES = 10_000;
const PRICES = { 2023: 80, 2026: 80, 2027: 90, 2028: 100, 2029: 60, 2036: 60 };
const priceOf = (year: number): number => ({ 2027: 90, 2028: 100 })[year] ?? (year < 2027 ? 80 : 60);
/** Prices by quarter of import in 2026. */
const QUARTERS = { q1: 75.36, q2: 75.28, q3: 80, q4: 84 };
const PRICE_2026 = 0.25 * (75.36 + 75.28 + 80 + 84);

const found = await findingsOf({
  goods: {
    profile: { cnCode: '7604 21 00', own: 0.1, metal: 1.2, tonnes: TONNES },
    clean: { cnCode: '7601', own: 0.1, metal: 0, tonnes: 5000 },
  },
  borne: 0.5,
  worlds: {
    World: {
      metalEmissions: 2,
      price: 80,
      values: {
        eu_price: {
          path: Object.fromEntries(
            Object.entries(PRICES).map(([year, price]) => [year, `${price} EUR_2024/tCO2e`]),
          ),
        },
        quarterly_certificate_price: {
          each: Object.fromEntries(
            Object.entries(QUARTERS).map(([name, price]) => [name, `${price} EUR_2024/tCO2e`]),
          ),
        },
      },
    },
  },
});

type How = keyof typeof STRATEGIES;
const at = (quantity: string, year: number, how: How = 'default values', item = ''): number =>
  amountOf(found, { scenario: 'World', strategy: how, quantity, item, year });
const near = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

const millions = (euro: number): number => (euro * CNY_PER_EURO) / 1e6;
const BY_QUARTER = ['q1', 'q2', 'q3', 'q4'] as const;
const cash = (year: number, how: How = 'default values'): readonly number[] =>
  BY_QUARTER.map((quarter) => at('cbam_cash', year, how, quarter));

/** Law: default less free allocation, in certificates of all goods. */
const OWED_2026 = TONNES * (4.881 * 1.1 - 0.975 * 1.493) + 5000 * (3.3 - 0.975 * 1.423);
const OWED_2027 = TONNES * (4.881 * 1.2 - 0.95 * 1.493) + 5000 * (3.6 - 0.95 * 1.423);
/** Half of it without the mark-up. */
const HELD_2027 = 0.5 * (TONNES * (4.881 - 0.95 * 1.493) + 5000 * (3 - 0.95 * 1.423));
const HELD_2028 = 0.5 * (TONNES * (4.881 - 0.9 * 1.493) + 5000 * (3 - 0.9 * 1.423));

describe('goods of 2026', () => {
  it('are booked at the price of the quarter of import', () => {
    near(at('certificate_price', 2026), PRICE_2026);
    near(
      at('cbam_cost', 2026, 'default values', 'profile') + at('cbam_cost', 2026, 'default values', 'clean'),
      millions(OWED_2026 * PRICE_2026 * 0.5),
    );
  });
  it('cost no money in 2026, since nothing is on sale before 1 February 2027', () => {
    expect(cash(2026)).toEqual([0, 0, 0, 0]);
    near(at('cbam_unpaid', 2026), millions(OWED_2026 * PRICE_2026 * 0.5));
  });
  it('are paid in full by 30 September 2027, still at the prices of 2026', () => {
    near(at('rest_price', 2027), PRICE_2026);
    near(at('cash_for_rest', 2027), millions(OWED_2026 * PRICE_2026 * 0.5));
    near(at('certificates_surrendered', 2027), OWED_2026);
    expect(at('cbam_price_difference', 2027)).toBe(0);
  });
});

describe('goods of 2027', () => {
  it('half of what they owe without the mark-up is held at the end of each quarter', () => {
    near(at('holding_at_year_end', 2027), HELD_2027);
    for (const [index, quarter] of BY_QUARTER.entries())
      near(at('certificates_held', 2027, 'default values', quarter), (HELD_2027 * (index + 1)) / 4);
  });
  it('money leaves by quarter: to hold at the price of the year, and in the third quarter for 2026 too', () => {
    const hold = millions((HELD_2027 / 4) * 90 * 0.5);
    for (const [index, paid] of cash(2027).entries())
      near(paid, hold + (index === 2 ? millions(OWED_2026 * PRICE_2026 * 0.5) : 0));
  });
  it('the rest is bought in the third quarter of 2028, at the price of 2028', () => {
    const hold = millions((HELD_2028 / 4) * 100 * 0.5);
    near(cash(2028)[2] ?? Number.NaN, hold + millions((OWED_2027 - HELD_2027) * 100 * 0.5));
    near(at('cbam_price_difference', 2028), millions((OWED_2027 - HELD_2027) * (100 - 90) * 0.5));
    near(at('certificates_surrendered', 2028), OWED_2027);
  });
});

describe('verified data', () => {
  it('may leave a surplus of what was held; it is sold back in the fourth quarter at the price paid', () => {
    // 0.1 + 1.2 x 2 - 0.95 x (0.06 + 1.2 x 1.423) for profiles; the other good owes nothing.
    const owed = TONNES * (2.5 - 0.95 * (0.06 + 1.2 * 1.423));
    near(at('surplus_held', 2027, 'verified'), HELD_2027 - owed);
    expect(at('rest_to_buy', 2027, 'verified')).toBe(0);
    near(at('cash_back', 2028, 'verified'), millions((HELD_2027 - owed) * 90 * 0.5));
    const hold = millions((HELD_2028 / 4) * 100 * 0.5);
    near(cash(2028, 'verified')[3] ?? Number.NaN, hold - millions((HELD_2027 - owed) * 90 * 0.5));
  });
});

describe.each<How>(['verified', 'default metal', 'default values'])('%s', (how) => {
  it('cash is what is booked, less what is not paid yet, and the difference in price', () => {
    for (const year of found.years.slice(1)) {
      const booked = at('cbam_cost', year, how, 'profile') + at('cbam_cost', year, how, 'clean');
      const unpaid = at('cbam_unpaid', year - 1, how) - at('cbam_unpaid', year, how);
      near(at('cbam_cash_paid', year, how), booked + unpaid + at('cbam_price_difference', year, how));
    }
  });
  it('every certificate owed is surrendered in the year after', () => {
    for (const year of found.years.slice(1)) {
      const owed = ['profile', 'clean'].map((item) => at('certificates_owed', year - 1, how, item));
      near(
        at('certificates_surrendered', year, how),
        owed.reduce((sum, one) => sum + one, 0),
      );
    }
  });
  it('the transition counts what is booked, not what is paid', () => {
    for (const year of found.years)
      near(
        at('transition_cost', year, how),
        at('cbam_cost', year, how, 'profile') + at('cbam_cost', year, how, 'clean'),
      );
    expect(found.totals.get('transition_cost')?.map(({ quantity }) => quantity)).toEqual([
      'cbam_cost',
      'uk_cbam_cost',
    ]);
  });
});

it('the price of the year holds for all its quarters after 2026', () => {
  for (const year of [2027, 2028, 2029]) near(at('certificate_price', year), priceOf(year));
});
