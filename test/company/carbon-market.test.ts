// China's carbon market by hand: who is covered from when, what is free, who bears it, and that CBAM deducts what smelters pay.

import { describe, expect, it } from 'vitest';
import { CASES, near, numberOf, runBoard } from './board.ts';

const findings = await runBoard();
const YUAN_PER_EURO_2024 = 7.66 / 1.024;

describe.each(CASES)('China’s carbon market in %s / %s', (scenario, strategy) => {
  const at = (quantity: string, year: number, item = ''): number =>
    numberOf(findings, scenario, strategy, quantity, year, item);

  it('charges smelters for the direct emissions of all primary metal, power plants for the power of grid metal', () => {
    for (const year of [2023, 2024, 2027, 2030, 2040, 2050]) {
      const price = at('china_ets_price', year);
      const primary = at('primary_tonnes', year);
      const smelters =
        primary *
        at('smelter_direct_emissions', year) *
        price *
        at('smelter_coverage', year) *
        (1 - at('smelter_free_allocation', year)) *
        at('smelter_pass_through', year);
      const paidByPower = price * at('power_coverage', year) * (1 - at('power_free_allocation', year));
      const power =
        (primary - at('green_tonnes', year)) *
        13.5 *
        at('smelter_power_factor', year) *
        paidByPower *
        at('power_pass_through', year);
      const own =
        at('purchased_electricity', year) *
        at('grid_factor', year) *
        paidByPower *
        at('power_pass_through', year);
      expect(near(at('smelter_ets_cost', year), smelters / 1e6, 1e-9), `smelters ${year}`).toBe(true);
      expect(near(at('smelter_power_ets_cost', year), power / 1e6, 1e-9), `power ${year}`).toBe(true);
      expect(near(at('own_power_ets_cost', year), own / 1e6, 1e-9), `own power ${year}`).toBe(true);
    }
  });

  it('does not cover smelters before 2024, nor the company before the scenario says so', () => {
    expect(at('smelter_coverage', 2023)).toBe(0);
    expect(at('smelter_coverage', 2024)).toBe(1);
    for (const year of findings.years) {
      const covered = at('processor_coverage', year);
      const own = at('emissions_scope_1', year) * covered * (1 - at('processor_free_allocation', year));
      expect(near(at('own_ets_cost', year), (own * at('china_ets_price', year)) / 1e6, 1e-9)).toBe(true);
      if (covered === 0) expect(at('own_ets_cost', year)).toBe(0);
    }
  });

  it('what smelters effectively pay is what CBAM deducts, the same quantity', () => {
    for (const year of [2026, 2030, 2040])
      for (const product of ['rods', 'profiles']) {
        const paid = at('smelter_carbon_price_paid', year) * at('verified_metal_emissions', year, product);
        const own = at('processor_carbon_price_paid', year) * at('own_process_emissions', year, product);
        const deducted = (paid + own) / YUAN_PER_EURO_2024;
        expect(near(at('price_paid_abroad', year, product), deducted, 1e-9), `${product} ${year}`).toBe(true);
      }
  });

  it('has an internal price beside it, which nobody pays', () => {
    for (const year of [2023, 2030, 2050]) {
      const price = at('internal_carbon_price', year);
      expect(
        near(at('shadow_carbon_cost', year), (at('emissions_scope_1_2', year) * price) / 1e6, 1e-9),
      ).toBe(true);
      expect(near(at('internal_price_beside_peers', year, 'vedanta'), price / (15 * 7.0846), 1e-9)).toBe(
        true,
      );
      if (strategy !== 'Accelerated plan') expect(price).toBe(0);
    }
    expect(findings.totals.get('transition_cost')?.map(({ quantity }) => quantity)).not.toContain(
      'shadow_carbon_cost',
    );
  });
});

describe('hydropower metal', () => {
  it('pays for its direct emissions like any other, and not for power', async () => {
    const greener = await runBoard('green_power_share[2030]=60 %', 'secondary_external_share[2030]=20 %');
    const less = await runBoard('green_power_share[2030]=40 %', 'secondary_external_share[2030]=20 %');
    const at = (of: typeof greener, quantity: string) =>
      numberOf(of, 'Net Zero 2050', 'Committed plan', quantity, 2030);
    expect(near(at(greener, 'smelter_ets_cost'), at(less, 'smelter_ets_cost'), 1e-12)).toBe(true);
    // Grid metal falls from 33 % of the charge to 13 %.
    expect(
      near(at(greener, 'smelter_power_ets_cost') / at(less, 'smelter_power_ets_cost'), 13 / 33, 1e-9),
    ).toBe(true);
  });
});
