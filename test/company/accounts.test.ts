// The lines of the accounts, what is at risk of them, what is written off and whether the money is there: each worked out by hand.

import { describe, expect, it } from 'vitest';
import { CASES, near, numberOf, runBoard } from './board.ts';

const findings = await runBoard();

/** Numbers of one case by quantity and year. */
const reader =
  (run: typeof findings, scenario: string, strategy: string) =>
  (quantity: string, year: number, item = ''): number =>
    numberOf(run, scenario, strategy, quantity, year, item);

describe.each(CASES)('the accounts in %s / %s', (scenario, strategy) => {
  const at = reader(findings, scenario, strategy);

  it('are those of the base year where nothing has changed yet', () => {
    const lines = ['revenue', 'cost_of_goods', 'operating_expenses', 'ebitda'].map((line) => at(line, 2023));
    expect(lines.map((line) => line.toFixed(6))).toEqual(
      [72_844, 72_844 - 2_332, 2_332 + 449 - 1_918, 1_918].map((line) => line.toFixed(6)),
    );
    expect(at('ebitda_lost_to_transition', 2023)).toBeCloseTo(0, 9);
    expect(at('ebitda_at_risk', 2023)).toBeCloseTo(at('physical_loss', 2023), 9);
  });

  it('lose to the transition what it costs less the payments for investment', () => {
    for (const year of findings.years) {
      const lost = at('revenue', year) - at('revenue_after_transition', year);
      const dearer =
        at('cost_of_goods_after_transition', year) -
        at('cost_of_goods', year) +
        at('operating_expenses_after_transition', year) -
        at('operating_expenses', year);
      expect(lost + dearer).toBeCloseTo(at('transition_cost', year) - at('capital_charge', year), 6);
      expect(at('ebitda_lost_to_transition', year)).toBeCloseTo(lost + dearer, 6);
      expect(at('ebitda_at_risk', year)).toBeCloseTo(lost + dearer + at('physical_loss', year), 6);
    }
  });

  it('have every cost of metal, power and carbon in cost of goods, and both border carbon costs in operating expenses', () => {
    for (const year of [2026, 2030, 2050]) {
      const cost = (name: string) => at(name, year);
      const index = cost('activity_index');
      const goods =
        cost('own_ets_cost') +
        cost('smelter_ets_cost') +
        cost('smelter_power_ets_cost') +
        cost('own_power_ets_cost') -
        at('domestic_carbon_cost', 2023) * index +
        cost('green_metal_cost') +
        cost('cold_metal_cost') +
        cost('green_electricity_cost') -
        cost('secondary_metal_saving') -
        sumOf(scenario, strategy, 'measure_savings', year);
      expect(cost('cost_of_goods_change')).toBeCloseTo(goods, 6);
      const running =
        sumOf(scenario, strategy, 'measure_cost', year) -
        sumOf(scenario, strategy, 'measure_capital_cost', year);
      expect(cost('operating_expenses_change')).toBeCloseTo(
        sumOf(scenario, strategy, 'cbam_cost', year) +
          sumOf(scenario, strategy, 'uk_cbam_cost', year) +
          running,
        6,
      );
    }
  });

  it('come to the net present cost at 8 % real, from the end of 2023', () => {
    const sum = findings.years.reduce(
      (total, year) => total + at('transition_cost', year) / 1.08 ** (year - 2023),
      0,
    );
    expect(near(at('net_present_cost', 2023), sum, 1e-10)).toBe(true);
  });

  it('leave the headroom that debt, cash, interest, tax and investment leave', () => {
    for (const year of findings.years) {
      const index = at('activity_index', year);
      const ebitda = 1_918 * index - at('ebitda_at_risk', year);
      const tax = 0.229 * Math.max(0, ebitda - 449 * index - 351);
      const earned = ebitda - 351 - tax - 449 * index - at('transition_investment', year);
      const headroom = 7_400 - 3_070 - 0.02 * at('revenue_after_transition', year) + earned;
      expect(at('liquidity_headroom', year)).toBeCloseTo(headroom, 6);
      expect(at('borrowing_headroom', year)).toBeCloseTo(3.5 * ebitda - 3_070, 6);
    }
  });

  it('write nothing off while nothing ends early', () => {
    for (const year of findings.years) expect(at('impairment', year)).toBe(0);
  });
});

it('of 2023, by hand: 4,330 of cash, 1,456.88 to keep, 861.978 earned, less physical loss and the tax on it', () => {
  // 1,918 - 351 - 22.9 % of (1,918 - 449 - 351 = 1,118) - 449
  const loss = numberOf(findings, 'Net Zero 2050', 'No action', 'physical_loss', 2023);
  expect(numberOf(findings, 'Net Zero 2050', 'No action', 'liquidity_headroom', 2023)).toBeCloseTo(
    4_330 - 1_456.88 + 861.978 - loss * (1 - 0.229),
    6,
  );
});

function sumOf(scenario: string, strategy: string, quantity: string, year: number): number {
  return findings.series
    .filter((one) => one.scenario === scenario && one.strategy === strategy && one.quantity === quantity)
    .reduce((sum, one) => sum + (one.values[one.years.indexOf(year)] ?? Number.NaN), 0);
}

describe('what ends before its time is written off', () => {
  it('waste heat power closed in 2030, after 7 of its 20 years: 60 million x 13 / 20', async () => {
    const closed = await runBoard('measure_progress[waste_heat, 2030]=0 %');
    for (const [scenario, strategy] of CASES) {
      const at = reader(closed, scenario, strategy);
      expect(at('measure_impairment', 2030, 'waste_heat')).toBeCloseTo(5 * 12 * (13 / 20), 9);
      expect(at('impairment', 2030)).toBeCloseTo(39, 9);
      expect(at('measure_value', 2030, 'waste_heat')).toBe(0);
      // Its power must be bought again, its upkeep of 4 % is saved, and nobody pays the investment back.
      expect(at('measure_savings', 2030, 'waste_heat')).toBeCloseTo(-35_640 * 650e-6, 9);
      expect(at('measure_cost', 2030, 'waste_heat')).toBeCloseTo(-60 * 0.04, 9);
      expect(at('measure_capital_cost', 2030, 'waste_heat')).toBe(0);
    }
  });

  it('secondary plants without scrap for them in 2030 lose what was in use, not what was built ahead', async () => {
    const short = await runBoard('secondary_external_share[2030]=15.53 %');
    const at = reader(short, 'Current Policies', 'Committed plan');
    const need = (year: number) => at('plant_need', year, 'secondary_plants');
    const lost = need(2029) - need(2030);
    expect(lost).toBeGreaterThan(0);
    expect(at('plant_written_off', 2030, 'secondary_plants')).toBeCloseTo(lost, 6);
    const age = at('plant_age', 2029, 'secondary_plants') + 1;
    expect(at('plant_impairment', 2030, 'secondary_plants')).toBeCloseTo(
      (lost * 2_600e-6 * (20 - age)) / 20,
      6,
    );
    // Once only, and scrap that comes back later brings nothing back into the books.
    expect(at('plant_impairment', 2031, 'secondary_plants')).toBe(0);
    expect(at('plant_carried', 2031, 'secondary_plants')).toBeCloseTo(2_050_000 - lost, 6);
  });

  it('a plant that is closed is written off as a whole, at its mean age', async () => {
    const closed = await runBoard('secondary_capacity[2024]=0 t');
    const at = reader(closed, 'Net Zero 2050', 'No action');
    // 600 kt, one of twenty years old
    expect(at('plant_impairment', 2024, 'secondary_plants')).toBeCloseTo(600_000 * 2_600e-6 * (19 / 20), 6);
    expect(at('plant_value', 2024, 'secondary_plants')).toBe(0);
  });
});
