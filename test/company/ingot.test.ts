// The ingot's footprint is computed, never typed in: from the metal in the line, its own process and the unexplained rest of the base year.

import { describe, expect, it } from 'vitest';
import type { SourceFile, Sources } from '../../src/load/types.ts';
import { run } from '../../src/pipeline.ts';
import { loadBoard } from '../kit/project.ts';
import { CASES, near, numberOf, programOf, runBoard } from './board.ts';

const findings = await runBoard();
const FOLDER = 'scenarios/innovation-new-material';

/** The formula as the dossier says it, over numbers that the files give. */
function footprint(scenario: string, strategy: string, year: number): number {
  const input = (quantity: string, at = year): number => numberOf(findings, scenario, strategy, quantity, at);
  const base = (quantity: string): number => input(quantity, 2023);
  const explained = (at: number): number => {
    const smelting = input('smelter_direct_emissions', at);
    const [hydro, scrap] = [input('line_hydro_share', at), input('line_secondary_share', at)];
    const power = input('smelter_electricity', at);
    const green = smelting + power * base('green_power_factor') + base('upstream_emissions');
    const grid = smelting + power * input('smelter_power_factor', at) + base('upstream_emissions');
    const own = base('line_process_base') * input('line_process_index', at) + base('alloying_and_transport');
    return hydro * green + (1 - hydro - scrap) * grid + scrap * base('secondary_remelt_footprint') + own;
  };
  return 5.74 + explained(year) - explained(2023);
}

describe('the ingot footprint', () => {
  it.each(CASES)('in %s / %s follows from its inputs in every year', (scenario, strategy) => {
    for (const year of findings.years) {
      const value = numberOf(findings, scenario, strategy, 'ingot_footprint', year);
      expect(near(value, footprint(scenario, strategy, year), 1e-11), `${year}: ${value}`).toBe(true);
    }
  });

  it('of 2030 by hand, Net Zero 2050 and no action: less direct emissions and cleaner power alone', () => {
    // Direct emissions fall from 2.09 in 2026 to 1.90 in 2035, 4 of 9 years; grid metal, 2 %, has power at 0.70 for 0.84.
    const expected = 5.74 - 0.9 * (0.19 * (4 / 9)) - 0.02 * 13.5 * (0.84 - 0.7);
    expect(near(numberOf(findings, 'Net Zero 2050', 'No action', 'ingot_footprint', 2030), expected)).toBe(
      true,
    );
  });

  it('is a formula in one model, and no file gives it a value', async () => {
    const program = await programOf();
    expect(program.quantities.get('ingot_footprint')).toMatchObject({
      kind: 'formula',
      model: 'scenarios/models/metal-footprint.yaml',
    });
    const { files } = await loadBoard();
    for (const { path, text } of files.values())
      if (path !== 'scenarios/models/metal-footprint.yaml')
        // Elsewhere it is read (given, targets, watch, charts, headlines), never a key of values.
        for (const line of text.split('\n'))
          if (/^\s*ingot_footprint\s*:/.test(line))
            expect(`${path} ${line}`).toMatch(/given|\{ unit: [^,]*\}$/);
  });

  it.each([
    ['company', `${FOLDER}/company.yaml`, 'values:\n'],
    ['strategy', `${FOLDER}/committed-plan.yaml`, 'values:\n'],
    ['scenario', `${FOLDER}/net-zero-2050.yaml`, 'values:\n'],
    ['reference', 'scenarios/reference/footprints.yaml', 'values:\n'],
  ])('cannot be set by a %s', async (_, path, before) => {
    const sources = await loadBoard();
    const typed = `${before}  ingot_footprint: { is: 5.39 kgCO2e/kg, assumed: the target, confidence: high }\n`;
    const file = sources.files.get(path);
    if (file === undefined || !file.text.includes(before)) throw new Error(`cannot edit ${path}`);
    const edited: SourceFile = { ...file, text: file.text.replace(before, typed) };
    const changed: Sources = { ...sources, files: new Map(sources.files).set(path, edited) };
    const { value, diagnostics } = run(changed, []);
    expect(value).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'layer/formula',
        message: expect.stringMatching(/^ingot_footprint is computed/),
        labels: [{ span: { file: path } }, {}],
      },
    ]);
  });

  it('cannot be set on the command line', async () => {
    const { value, diagnostics } = run(await loadBoard(), ['ingot_footprint[2030]=5.39 kgCO2e/kg']);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('layer/formula');
  });

  it('falls as more secondary metal goes into the line', async () => {
    // Two points of scrap take the place of the two points of grid metal: 1 - 0.88 - 0.10.
    const more = await runBoard('line_secondary_share[2030]=12 %');
    for (const [scenario, strategy] of CASES.filter(([, one]) => one === 'No action')) {
      const at = (run: typeof more, quantity: string, year: number) =>
        numberOf(run, scenario, strategy, quantity, year);
      const grid = at(findings, 'grid_primary_footprint', 2030);
      const fall = at(findings, 'ingot_footprint', 2030) - at(more, 'ingot_footprint', 2030);
      expect(near(fall, 0.02 * (grid - 0.85), 1e-9), `${fall}`).toBe(true);
      expect(at(more, 'ingot_footprint', 2029)).toBe(at(findings, 'ingot_footprint', 2029));
    }
  });

  it('and never rises, point by point', async () => {
    const footprints: number[] = [];
    for (const share of [6, 8, 10, 11, 12]) {
      const ran = await runBoard(`line_secondary_share[2030]=${share} %`);
      footprints.push(numberOf(ran, 'Current Policies', 'No action', 'ingot_footprint', 2030));
    }
    expect(footprints.toSorted((one, other) => other - one)).toEqual(footprints);
    expect(new Set(footprints).size).toBe(5);
  });

  it('a line that would take in more than it melts is refused', async () => {
    const { value, diagnostics } = run(await loadBoard(), ['line_secondary_share[2030]=30 %']);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'check/broken' });
    expect(diagnostics[0]?.message).toContain('in 2030');
  });
});
