// Yunnan's dry seasons: the base year stays the report's, the 50 % aim loses what is expected not to come.

import { describe, expect, it } from 'vitest';
import { CASES, numberOf, runBoard } from '../company/board.ts';

const findings = await runBoard();

describe.each(CASES)('in %s / %s', (scenario, strategy) => {
  const at = (quantity: string, year: number) => numberOf(findings, scenario, strategy, quantity, year);

  it('the base year is the report', () => {
    expect(at('drought_lost_tonnes', 2023)).toBe(0);
    expect(at('green_power_share_after_drought', 2023)).toBeCloseTo(426_700 / 4_500_000, 12);
    expect(at('scope3_from_drought', 2023)).toBe(0);
    expect(at('scope3_metal_after_drought', 2023)).toBe(at('scope3_metal', 2023));
    expect(at('ingot_footprint_after_drought', 2023)).toBeCloseTo(5.74, 12);
    expect(at('drought_cost', 2023)).toBe(0);
  });

  it('later years lose by hand what the study says', () => {
    const idled = (year: number) =>
      Math.min(1, 0.6 * (1 + 0.1 * (at('warming', year) - at('warming', 2023)))) * 0.12;
    const exposed = (year: number) => {
      const own = Math.min(at('green_tonnes', year), at('hydropower_line_capacity', year));
      return own + 0.3 * (at('green_tonnes', year) - own);
    };
    for (const year of [2025, 2026, 2030, 2050]) {
      const lost = idled(year) * exposed(year) - idled(2023) * exposed(2023);
      const dirtier = at('grid_primary_footprint', year) - at('green_primary_footprint', year);
      expect(at('drought_lost_tonnes', year)).toBeCloseTo(lost, 4);
      expect(at('green_power_share_after_drought', year)).toBeCloseTo(
        at('green_power_share', year) - lost / at('metal_charge', year),
        12,
      );
      expect(at('scope3_from_drought', year)).toBeCloseTo(lost * dirtier, 2);
      expect(at('ingot_from_drought', year)).toBeCloseTo(
        (idled(year) - idled(2023)) * at('line_hydro_share', year) * dirtier,
        12,
      );
      expect(at('green_power_share_after_drought', year)).toBeLessThan(at('green_power_share', year));
      expect(at('scope3_metal_after_drought', year)).toBeGreaterThan(at('scope3_metal', year));
      expect(at('ingot_footprint_after_drought', year)).toBeGreaterThan(at('ingot_footprint', year));
      const spot = 150 + 0.5 * at('low_carbon_price_premium', year) - at('green_metal_premium', year);
      expect(at('drought_cost', year)).toBeCloseTo((lost * spot) / 1e6, 9);
    }
  });
});

it('half green on paper is less than half once a dry season is expected, and all of it without one', async () => {
  const share = (run: typeof findings) =>
    numberOf(run, 'Net Zero 2050', 'Committed plan', 'green_power_share_after_drought', 2026);
  expect(share(findings)).toBeLessThan(0.495);
  expect(share(findings)).toBeGreaterThan(0.48);
  expect(share(await runBoard('drought_idled_share=0 %'))).toBe(0.5);
});
