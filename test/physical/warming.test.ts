// The IPCC's warming drives physical risk: the paths hold its means, and to 2040 it hardly matters which scenario is taken.

import { describe, expect, it } from 'vitest';
import { numberOf, runBoard, SCENARIOS, STRATEGIES } from '../company/board.ts';

const findings = await runBoard();
const warming = (scenario: string, year: number) =>
  numberOf(findings, scenario, 'No action', 'warming', year);
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Largest less smallest. */
const apart = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('warming', () => {
  it('is the mean of 2041 to 2060 in 2050', () => {
    expect(warming('Net Zero 2050', 2050)).toBe(1.7);
    expect(warming('Delayed transition', 2050)).toBe(1.7);
    // Four fifths of 2.0 and one fifth of 2.4, the declared convention.
    expect(warming('Current Policies', 2050)).toBeCloseTo(0.8 * 2 + 0.2 * 2.4, 12);
  });

  it('differs between scenarios by at most 0.1 K in every year to 2040, and by more in 2050', () => {
    for (const year of years(2023, 2040))
      expect(apart(SCENARIOS.map((scenario) => warming(scenario, year))), String(year)).toBeLessThanOrEqual(
        0.1 + 1e-12,
      );
    expect(apart(SCENARIOS.map((scenario) => warming(scenario, 2050)))).toBeGreaterThan(0.3);
  });

  it('has not parted in years that have passed', () => {
    for (const year of years(2023, 2026))
      expect(apart(SCENARIOS.map((scenario) => warming(scenario, year)))).toBe(0);
  });
});

describe.each(STRATEGIES)('the physical loss with %s', (strategy) => {
  const losses = (year: number) =>
    SCENARIOS.map((scenario) => numberOf(findings, scenario, strategy, 'physical_loss', year));

  it('hardly depends on the scenario to 2030, little to 2040, and parts after it', () => {
    const share = (year: number) => apart(losses(year)) / Math.max(...losses(year));
    for (const year of years(2023, 2030)) expect(share(year), String(year)).toBeLessThan(0.01);
    for (const year of years(2031, 2040)) expect(share(year), String(year)).toBeLessThan(0.1);
    expect(share(2050)).toBeGreaterThan(0.15);
    expect(losses(2050)[2]).toBe(Math.max(...losses(2050)));
  });

  it('grows with warming alone: held at the base year it stays at what floods and storms cost', async () => {
    const run = await runBoard('warming=1.3 K', 'drought_idled_share=0 %', 'demand_index=1');
    for (const scenario of SCENARIOS)
      for (const year of [2023, 2040, 2050])
        expect(numberOf(run, scenario, strategy, 'physical_loss', year)).toBeCloseTo(
          numberOf(run, scenario, strategy, 'physical_loss', 2023),
          9,
        );
  });
});
