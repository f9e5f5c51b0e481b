// What the company may do: four strategies, each what its name says, and a mix of metal that cannot be is refused with year and amount.

import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/checking.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { run } from '../../src/pipeline.ts';
import { loadBoard } from '../kit/project.ts';
import { near, numberOf, programOf, runBoard, SCENARIOS } from './board.ts';

const findings = await runBoard();
const { study } = await programOf();
const at = (strategy: string, quantity: string, year: number, item = '', scenario: string = SCENARIOS[0]) =>
  numberOf(findings, scenario, strategy, quantity, year, item);
const years = findings.years;

describe('the delayed plan', () => {
  const values = (strategy: string) =>
    study?.cases.find((one) => one.strategy.name === strategy && one.scenario.name === SCENARIOS[0])?.inputs;

  it.each([
    ['green_power_share', ''],
    ['secondary_external_share', ''],
    ['hydropower_line_capacity', ''],
    ['secondary_capacity', ''],
    ['line_secondary_share', ''],
    ['line_hydro_share', ''],
    ['line_process_index', ''],
    ['measure_progress', 'solar_suzhou'],
  ])('has %s %s two years late', (quantity, item) => {
    for (const year of years)
      expect(at('Delayed plan', quantity, year, item), String(year)).toBe(
        at('Committed plan', quantity, Math.max(2023, year - 2), item),
      );
    expect(at('Committed plan', quantity, 2050, item)).not.toBe(at('No action', quantity, 2050, item));
  });

  it('delays every commitment: what the plan changes and the delay does not would be missed', () => {
    const [idle, planned, late] = ['No action', 'Committed plan', 'Delayed plan'].map(values);
    const differing = [...(planned ?? [])].filter(([name, cells]) =>
      cells.some((cell, index) => cell.values.join() !== idle?.get(name)?.[index]?.values.join()),
    );
    expect(differing.length).toBeGreaterThan(7);
    for (const [name, cells] of differing)
      expect(
        cells.some((cell, index) => cell.values.join() !== late?.get(name)?.[index]?.values.join()),
        name,
      ).toBe(true);
  });
});

describe('the accelerated plan', () => {
  it('is the committed plan to 2026 and has 70 % green metal in 2030', () => {
    for (const year of [2023, 2024, 2025, 2026])
      for (const share of ['green_power_share', 'secondary_external_share'])
        expect(at('Accelerated plan', share, year)).toBe(at('Committed plan', share, year));
    expect(near(at('Accelerated plan', 'green_power_share', 2030), 0.7)).toBe(true);
  });

  it('leaves 1 % of the metal to grid power: more secondary metal the balance does not hold', () => {
    for (const year of years.filter((one) => one >= 2030))
      expect(near(at('Accelerated plan', 'grid_share', year), 0.01, 1e-9)).toBe(true);
  });
});

describe('the sourcing gap', () => {
  it('of half the metal in 2026 by hand: 4.77 Mt of charge, half of it green, less an own line of 600 kt', () => {
    const charge = 4_500_000 * 1.06;
    for (const scenario of SCENARIOS) {
      const gap = at('Committed plan', 'green_sourcing_gap', 2026, '', scenario);
      expect(near(gap, charge / 2 - 600_000, 1e-9), String(gap)).toBe(true);
    }
  });

  it('is drawn for the board', () => {
    expect(findings.charts.flatMap(({ quantities }) => quantities)).toContain('green_sourcing_gap');
  });
});

describe('a mix that the metal charge does not hold', () => {
  it('is refused with its year, the amount too much, scenario and strategy', async () => {
    const sources = await loadBoard();
    const overrides = ['green_power_share[2030]=75 %'];
    const { value, diagnostics } = run(sources, overrides);
    expect(value).toBeUndefined();
    const printed = printDiagnostics(diagnostics, textsOf(sources, overrides), plain);
    expect(printed).toContain(
      'check/broken: green-power and secondary metal together exceed the metal charge in 2030',
    );
    // 75 + 27 + 7 = 109 %; 9 % of 4.5 Mt x 1.15.
    expect(printed).toContain('metal_excess = 465750 t');
    expect(printed).toContain('scenario Net Zero 2050, strategy Committed plan');
  });
});
