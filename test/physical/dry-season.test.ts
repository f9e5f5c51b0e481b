// A dry season that a scenario has: grid-power metal replaces green metal in the mix itself, and all that follows moves with it.

import { describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline.ts';
import { near, numberOf } from '../company/board.ts';
import { type Findings, loadStudy } from '../kit/project.ts';

const { value, diagnostics } = run(await loadStudy('innovation-new-material/dry-yunnan-study.yaml'), []);
if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
const findings: Findings = value;
const [WET, DRY] = ['Net Zero 2050', 'Net Zero 2050, Dry Yunnan'] as const;
const STRATEGIES = ['No action', 'Committed plan', 'Accelerated plan', 'Delayed plan'] as const;

describe.each(STRATEGIES)('two dry seasons with %s', (strategy) => {
  const at = (scenario: string, quantity: string, year: number): number =>
    numberOf(findings, scenario, strategy, quantity, year);
  const more = (quantity: string, year: number): number => at(DRY, quantity, year) - at(WET, quantity, year);

  it('leave every other year, and what is contracted, as they were', () => {
    for (const quantity of [
      'green_share_delivered',
      'ingot_footprint',
      'scope3_metal',
      'transition_cost',
      'physical_loss',
    ])
      for (const year of [2023, 2024, 2025, 2028, 2035]) expect(more(quantity, year)).toBe(0);
    for (const year of [2026, 2027]) {
      expect(more('green_power_share', year)).toBe(0);
      expect(more('green_tonnes', year)).toBe(0);
    }
  });

  it.each([2026, 2027])('take from the metal of %s by hand what the overlay says', (year) => {
    const exposed = (when: number): number => {
      const own = Math.min(at(WET, 'green_tonnes', when), at(WET, 'hydropower_line_capacity', when));
      return own + 0.3 * (at(WET, 'green_tonnes', when) - own);
    };
    const lost = 0.25 * exposed(year) - 0.6 * 0.12 * exposed(2023);
    const dirtier = at(WET, 'grid_primary_footprint', year) - at(WET, 'green_primary_footprint', year);
    const charge = at(WET, 'metal_charge', year);
    expect(near(at(DRY, 'shortfall_tonnes', year), lost)).toBe(true);
    expect(near(-more('green_share_delivered', year), lost / charge, 1e-9)).toBe(true);
    expect(near(more('grid_share', year), lost / charge, 1e-9)).toBe(true);
    // Secondary metal without a burden of its origin has the footprint that it had.
    expect(near(more('scope3_metal', year), lost * dirtier, 1e-6)).toBe(true);
    const hydro = at(WET, 'line_hydro_share', year);
    expect(near(more('ingot_footprint', year), (0.25 - 0.6 * 0.12) * hydro * dirtier, 1e-9)).toBe(true);
    // What does not come earns and costs no premium, and grid power is charged for carbon in its place.
    expect(
      near(-more('green_metal_cost', year), (lost * at(WET, 'green_metal_premium', year)) / 1e6, 1e-6),
    ).toBe(true);
    expect(more('smelter_power_ets_cost', year)).toBeGreaterThan(0);
    expect(near(at(DRY, 'drought_cost', year), (lost * 150) / 1e6, 1e-9)).toBe(true);
  });

  it('are in the sourced metal, and nothing is counted a second time beside it', () => {
    for (const year of [2026, 2027]) {
      expect(at(DRY, 'scope3_metal_after_drought', year)).toBe(at(DRY, 'scope3_metal', year));
      expect(at(DRY, 'ingot_footprint_after_drought', year)).toBe(at(DRY, 'ingot_footprint', year));
      expect(
        near(at(DRY, 'green_power_share_after_drought', year), at(DRY, 'green_share_delivered', year)),
      ).toBe(true);
      expect(at(DRY, 'drought_carbon_cost', year)).toBe(0);
    }
  });
});
