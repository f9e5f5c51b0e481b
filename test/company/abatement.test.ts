// What measures avoid comes out of the model: a measure taken away alone changes the emissions of the run by what the curve says of it.

import { describe, expect, it } from 'vitest';
import { numberOf, runBoard, SCENARIOS } from './board.ts';

const PLAN = 'Committed plan';
const findings = await runBoard();
type Findings = typeof findings;

const at = (run: Findings, scenario: string, quantity: string, year: number, item = ''): number =>
  numberOf(run, scenario, PLAN, quantity, year, item);

/** Shares of the charge in 2023 and, in the plan, in 2030. */
const BASE = { green: 426_700 / 4_500_000, scrap: 698_900 / 4_500_000, own: 0.07 };
const SCRAP_2030 = 0.27;
const primary = (scrap: number): number => 1 - scrap - BASE.own;
const greenOfPrimary = { base: BASE.green / primary(BASE.scrap), plan: 0.5 / primary(SCRAP_2030) };
const percent = (share: number): string => `${share * 100} %`;

const without = {
  green: await runBoard(`green_power_share[2030]=${percent(greenOfPrimary.base * primary(SCRAP_2030))}`),
  scrap: await runBoard(
    `secondary_external_share[2030]=${percent(BASE.scrap)}`,
    `green_power_share[2030]=${percent(greenOfPrimary.plan * primary(BASE.scrap))}`,
  ),
  both: await runBoard(
    `secondary_external_share[2030]=${percent(BASE.scrap)}`,
    `green_power_share[2030]=${percent(BASE.green)}`,
  ),
  line: await runBoard('hydropower_line_capacity[2030]=426700 t'),
};

describe.each(SCENARIOS)('greener metal in %s in 2030', (scenario) => {
  const more = (run: Findings, quantity: string): number =>
    at(run, scenario, quantity, 2030) - at(findings, scenario, quantity, 2030);
  const part = (item: string): number => at(findings, scenario, 'metal_replaced', 2030, item);

  it('green metal avoids what a run at the old green share of primary metal emits more', () => {
    expect(part('green_metal')).toBeGreaterThan(1e7);
    expect(more(without.green, 'scope3_metal') / part('green_metal')).toBeCloseTo(1, 9);
  });

  it('secondary metal avoids what a run without it emits more, its primary metal as green as the rest', () => {
    expect(part('secondary_metal')).toBeGreaterThan(1e6);
    expect(more(without.scrap, 'scope3_metal') / part('secondary_metal')).toBeCloseTo(1, 9);
    // Its scrap is melted in own furnaces, where liquid metal was not.
    const remelted = at(findings, scenario, 'metal_remelted', 2030, 'secondary_metal');
    expect(remelted * 95 * 0.0021622).toBeGreaterThan(50_000);
  });

  it('both together avoid their parts and what either would have avoided', () => {
    const either = at(findings, scenario, 'avoided_by_either', 2030);
    const whole = part('green_metal') + part('secondary_metal') + either;
    expect(more(without.both, 'scope3_metal') / whole).toBeCloseTo(1, 9);
    expect(either).toBeGreaterThan(0);
  });

  it('the hydropower line spares the remelting of what it casts', () => {
    const avoided = at(findings, scenario, 'metal_measure_avoided', 2030, 'hydropower_line');
    expect(more(without.line, 'emissions_scope_1') / avoided).toBeCloseTo(1, 9);
    expect(more(without.line, 'scope3_metal')).toBeCloseTo(0, 3);
  });
});

describe('interactions', () => {
  it('secondary metal avoids less the greener the metal that it replaces', () => {
    for (const scenario of SCENARIOS) {
      const dirty = at(without.green, scenario, 'secondary_advantage', 2030);
      expect(at(findings, scenario, 'secondary_advantage', 2030)).toBeLessThan(dirty);
    }
  });

  it('green metal avoids less where scrap leaves less primary metal to be green', () => {
    for (const scenario of SCENARIOS) {
      const alone = at(without.scrap, scenario, 'metal_replaced', 2030, 'green_metal');
      expect(at(findings, scenario, 'metal_replaced', 2030, 'green_metal')).toBeLessThan(alone);
    }
  });

  it('solar avoids less as the grid gets cleaner, and to the tonne: 12,000 MWh x factor x 478,913.80 / (557,065.28799 x 0.6191)', () => {
    const ratio = 478_913.8 / (557_065.28799 * 0.6191);
    for (const scenario of SCENARIOS) {
      const avoided = (year: number) => at(findings, scenario, 'measure_full_avoided', year, 'solar_suzhou');
      for (const year of [2023, 2030, 2050])
        expect(avoided(year)).toBeCloseTo(12_000 * at(findings, scenario, 'grid_factor', year) * ratio, 6);
      expect(avoided(2030)).toBeGreaterThan(avoided(2050));
    }
    expect(at(findings, 'Net Zero 2050', 'measure_full_avoided', 2030, 'solar_suzhou')).toBeLessThan(
      at(findings, 'Current Policies', 'measure_full_avoided', 2030, 'solar_suzhou'),
    );
  });
});

describe('what a tonne costs', () => {
  it('solar in Suzhou in 2030, by hand', () => {
    // 12 MW at 3,304 yuan of 2024 a kW, an annuity of 25 years at 8 % and 1.5 % upkeep, less 12,000 MWh at 650 yuan
    const capex = at(findings, 'Net Zero 2050', 'measure_capex', 2023, 'solar_suzhou');
    const annuity = 0.08 / (1 - 1.08 ** -25);
    const cost = capex * (annuity + 0.015) - 12_000 * 650e-6;
    const avoided = at(findings, 'Net Zero 2050', 'measure_full_avoided', 2030, 'solar_suzhou');
    expect(at(findings, 'Net Zero 2050', 'measure_abatement_cost', 2030, 'solar_suzhou')).toBeCloseTo(
      (cost * 1e6) / avoided,
      6,
    );
  });

  it('nothing where nothing is avoided, and no infinite number', async () => {
    const clean = await runBoard('grid_factor[2040]=0 tCO2e/MWh');
    for (const scenario of SCENARIOS)
      for (const item of ['solar_shandong', 'solar_suzhou', 'waste_heat', 'low_nitrogen_burners']) {
        expect(at(clean, scenario, 'measure_full_avoided', 2040, item)).toBe(0);
        expect(at(clean, scenario, 'measure_abatement_cost', 2040, item)).toBe(0);
      }
    for (const scenario of SCENARIOS)
      expect(numberOf(findings, scenario, 'No action', 'abatement_cost', 2030)).toBe(0);
  });

  it('the mean of the plan is its whole cost over all that it avoids', () => {
    for (const scenario of SCENARIOS) {
      const sum = (quantity: string) =>
        findings.series
          .filter((one) => one.scenario === scenario && one.strategy === PLAN && one.quantity === quantity)
          .reduce((total, one) => total + (one.values[one.years.indexOf(2030)] ?? Number.NaN), 0);
      const cost = sum('measure_cost') - sum('measure_savings') + sum('metal_measure_cost');
      const avoided = sum('measure_avoided') + sum('metal_measure_avoided') + sum('avoided_by_either');
      expect(at(findings, scenario, 'abatement_cost', 2030)).toBeCloseTo((cost * 1e6) / avoided, 9);
    }
  });
});
