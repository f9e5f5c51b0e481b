// CBAM in the real study: what green power cuts and what it does not, own sales apart from customers' sales, cash apart from cost.

import { describe, expect, it } from 'vitest';
import { CASES, near, numberOf, runBoard, SCENARIOS } from './board.ts';

const findings = await runBoard();
const PRODUCTS = ['rods', 'profiles', 'sheets_foils', 'rods_cables'] as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('green power', async () => {
  // The company's plan also takes more scrap, so green power is moved alone.
  const [less, more] = [
    await runBoard('green_power_share[2030]=0.1'),
    await runBoard('green_power_share[2030]=0.6'),
  ];
  const at = (run: typeof less, quantity: string, item: string, year = 2030): number =>
    numberOf(run, 'Current Policies', 'No action', quantity, year, item);

  it.each(PRODUCTS)('cuts the footprint of %s and nothing that CBAM counts', (product) => {
    expect(at(more, 'product_footprint', product)).toBeLessThan(at(less, 'product_footprint', product) - 3);
    expect(at(more, 'embedded_indirect', product)).toBeLessThan(at(less, 'embedded_indirect', product) - 3);
    for (const quantity of ['embedded_actual', 'certificates_actual', 'certificates_default', 'cbam_cost'])
      expect(at(more, quantity, product)).toBe(at(less, quantity, product));
  });

  it('would cut it in years in which indirect emissions count', async () => {
    const [dirty, clean] = [
      await runBoard('green_power_share[2030]=0.1', 'indirect_emissions_count=1'),
      await runBoard('green_power_share[2030]=0.6', 'indirect_emissions_count=1'),
    ];
    expect(at(clean, 'embedded_actual', 'rods')).toBeLessThan(at(dirty, 'embedded_actual', 'rods') - 3);
  });

  it('footprint and counted emissions are two quantities: the second is a part of the first', () => {
    for (const product of PRODUCTS)
      expect(at(less, 'embedded_actual', product)).toBeLessThan(at(less, 'product_footprint', product) / 3);
  });
});

describe('exposure', () => {
  it('own sales stay within what the reported revenue from abroad allows', () => {
    for (const [scenario, strategy] of CASES) {
      const at = (quantity: string, item = ''): number =>
        numberOf(findings, scenario, strategy, quantity, 2023, item);
      const sold = sum(PRODUCTS.flatMap((product) => [at('eu_exports', product), at('uk_exports', product)]));
      expect(sold).toBeLessThanOrEqual(at('overseas_sales_limit'));
      expect(near(at('overseas_sales_limit'), 1_059_000_000 / 33_033)).toBe(true);
    }
  });

  it('a sale abroad above that revenue is refused', async () => {
    await expect(runBoard('eu_export_share[rods]=1 %')).rejects.toThrow(/more is sold to the EU/);
  });

  it.each(
    SCENARIOS,
  )('%s: customers owe more than the company, even if all sales abroad went to the EU', (scenario) => {
    for (const year of [2026, 2030, 2034]) {
      const at = (quantity: string): number => numberOf(findings, scenario, 'No action', quantity, year);
      expect(at('cbam_direct_total')).toBeLessThan(at('cbam_direct_exposure_limit'));
      expect(at('cbam_direct_exposure_limit')).toBeLessThan(at('cbam_indirect_total'));
      expect(near(at('cbam_passed_back'), at('cbam_indirect_total') * 0.1)).toBe(true);
    }
  });

  it('customers’ certificates are no part of the transition cost', () => {
    const parts = findings.totals.get('transition_cost')?.map(({ quantity }) => quantity) ?? [];
    expect(parts).toContain('cbam_cost');
    expect(parts).toContain('uk_cbam_cost');
    for (const name of ['cbam_indirect_exposure', 'cbam_passed_back', 'cbam_cash'])
      expect(parts).not.toContain(name);
  });
});

describe('cost and cash', () => {
  it.each(
    CASES,
  )('%s, %s: nothing leaves in 2026, and over the years what is booked is paid', (scenario, strategy) => {
    const at = (quantity: string, year: number, item = ''): number =>
      numberOf(findings, scenario, strategy, quantity, year, item);
    const years = findings.years;
    expect(at('cbam_cash_paid', 2026)).toBe(0);
    expect(at('cbam_cash_paid', 2027)).toBeGreaterThan(0);
    const booked = sum(years.flatMap((year) => PRODUCTS.map((product) => at('cbam_cost', year, product))));
    const paid = sum(years.map((year) => at('cbam_cash_paid', year)));
    const moved = sum(years.map((year) => at('cbam_price_difference', year)));
    const open = at('cbam_unpaid', years.at(-1) ?? Number.NaN);
    expect(near(paid, booked + moved - open, 1e-9)).toBe(true);
  });

  it('the price of 2026 is that of its quarters, from 2027 on that of the year', () => {
    const at = (quantity: string, year: number): number =>
      numberOf(findings, 'Current Policies', 'No action', quantity, year);
    // The mean of 75.36, 75.28, 80.7 and 82 EUR of 2026, in EUR of 2024 by the money table (1.021 and 1.02).
    expect(near(at('certificate_price', 2026), (75.36 + 75.28 + 80.7 + 82) / 4 / 1.021 / 1.02)).toBe(true);
    expect(at('certificate_price', 2027)).toBe(at('eu_price', 2027));
  });
});

describe('what rests on a law past its date', () => {
  it('is nothing on the day of the study', () => {
    expect(findings.expired).toEqual([]);
  });
});
