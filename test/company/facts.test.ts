// Every fact of the company's report (facts.csv) stands in the study with its exact number and the chapter it comes from.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, type Origin } from '../../src/resolve/index.ts';
import { near, programOf } from './board.ts';

/** Where a fact stands: an input (with its element) or a target, and what one of the CSV's unit is there. */
type Place = (
  | { readonly input: string; readonly item?: string; readonly target?: never }
  | { readonly target: string; readonly input?: never; readonly item?: never }
) & { readonly unit?: string; readonly times?: number };

const PLACES: Readonly<Record<string, Place>> = {
  production_total: { input: 'production_total_reported' },
  production_rods: { input: 'production_base', item: 'rods' },
  production_profiles: { input: 'production_base', item: 'profiles' },
  production_sheets_foils: { input: 'production_base', item: 'sheets_foils' },
  production_rods_cables: { input: 'production_base', item: 'rods_cables' },
  production_structural_pieces: { input: 'structural_pieces_base' },
  liquid_aluminium_purchased: { input: 'liquid_purchased_base' },
  liquid_aluminium_share: { input: 'liquid_share_base' },
  green_plus_secondary: { input: 'green_plus_secondary_reported' },
  green_power_aluminium: { input: 'green_aluminium_reported' },
  green_power_aluminium_alt: { input: 'green_aluminium_in_text' },
  secondary_total: { input: 'secondary_reported' },
  secondary_external: { input: 'secondary_external_reported' },
  secondary_internal: { input: 'secondary_internal_reported' },
  secondary_capacity_planned: { input: 'secondary_capacity_planned', unit: 't' },
  secondary_capacity_operating: { input: 'secondary_capacity', unit: 't' },
  green_power_share_target: { target: 'green_power_2026' },
  yunnan_capacity_2025: { target: 'hydropower_line_2025', unit: 't' },
  yunnan_capacity_2030: { target: 'hydropower_line_2030', unit: 't' },
  footprint_reduction_per_year: { input: 'ingot_reduction_per_year' },
  footprint_target_2025: { target: 'ingot_2025' },
  footprint_target_2030: { target: 'ingot_2030' },
  footprint_primary_stated: { input: 'primary_footprint_stated' },
  footprint_secondary_stated: { input: 'secondary_footprint_stated' },
  recycled_share_suzhou_target: { input: 'suzhou_recycled_share_target' },
  ghg_total: { input: 'ghg_total_reported' },
  ghg_scope1: { input: 'scope_1_reported' },
  ghg_scope2: { input: 'scope_2_reported' },
  intensity_rods: { input: 'reported_intensity', item: 'rods' },
  intensity_rods_cables: { input: 'reported_intensity', item: 'rods_cables' },
  intensity_profiles: { input: 'reported_intensity', item: 'profiles' },
  intensity_sheets_foils: { input: 'reported_intensity', item: 'sheets_foils' },
  intensity_structural: { input: 'structural_intensity', unit: 'tCO2e/piece', times: 1e-4 },
  energy_total: { input: 'energy_total_reported' },
  energy_direct: { input: 'energy_direct_reported' },
  gasoline: { input: 'petrol_base' },
  diesel: { input: 'diesel_base' },
  natural_gas: { input: 'natural_gas_base' },
  electricity_indirect_total: { input: 'electricity_total_reported' },
  electricity_solar: { input: 'solar_reported' },
  electricity_purchased: { input: 'purchased_electricity_base' },
  waste_heat_power: { input: 'waste_heat_output_reported', unit: 'kWh' },
  waste_heat_coal_saved: { input: 'waste_heat_coal_reported', unit: 'tce' },
  waste_heat_avoided: { input: 'waste_heat_avoided_reported', unit: 'tCO2' },
  regenerative_gas_saved: { input: 'measure_gas', item: 'regenerative_furnaces', unit: 'm3' },
  regenerative_avoided: { input: 'gas_avoided_reported', unit: 'tCO2' },
  pv_shandong_capacity: { input: 'measure_capacity', item: 'solar_shandong' },
  pv_shandong_avoided: { input: 'solar_avoided_reported', unit: 'tCO2' },
  pv_suzhou_capacity: { input: 'measure_capacity', item: 'solar_suzhou' },
  pv_suzhou_output: { input: 'suzhou_output_reported', unit: 'kWh' },
  environmental_investment: { input: 'environmental_investment', unit: 'CNY_2023' },
  rnd_investment: { input: 'research_investment', unit: 'CNY_2023' },
  low_nitrogen_burners: { input: 'measure_furnaces', item: 'low_nitrogen_burners', unit: 'piece' },
  employees: { input: 'employees' },
  industrial_parks: { input: 'industrial_parks', unit: 'piece' },
  key_supplier_share: { input: 'key_supplier_share' },
};

const program = await programOf();
const { study, units } = program;
if (study === undefined) throw new Error('no study');
const inputs = study.cases[0]?.inputs;

/** A row of a CSV whose cells hold no commas. */
const rows = readFileSync(new URL('facts.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([id = '', value = '', unit = '', chapter = '']) => ({ id, value, unit, chapter }));

/** What the company file says, below what a strategy puts over it. */
const ofCompany = (origin: Origin): Origin =>
  origin.layer === 'company' || origin.replaces === undefined ? origin : ofCompany(origin.replaces);

interface Fact {
  /** In base units. */
  readonly number: number;
  readonly source: string | undefined;
  readonly chapters: readonly string[];
}

function factAt(place: Place): Fact {
  const read = (number: number | undefined, origin: Pick<Origin, 'provenance'> | undefined): Fact => {
    const source = origin?.provenance?.kind === 'source' ? origin.provenance : undefined;
    return { number: number ?? Number.NaN, source: source?.key, chapters: source?.place.split('; ') ?? [] };
  };
  if (place.target !== undefined) {
    const target = study?.targets.find(({ name }) => name === place.target);
    return read(target?.goal, target);
  }
  const cells = cellsOf(program.quantities.get(place.input)?.sets ?? [], program.sets);
  const cell = inputs?.get(place.input)?.[cells.findIndex((key) => key.join() === (place.item ?? ''))];
  return read(cell?.values[0], cell === undefined ? undefined : ofCompany(cell.origin));
}

describe('facts of the 2023 report', () => {
  it('are 56, and the test knows where each of them stands', () => {
    expect(rows).toHaveLength(56);
    expect(Object.keys(PLACES)).toEqual(rows.map(({ id }) => id));
    expect(new Set(Object.values(PLACES).map((place) => JSON.stringify(place))).size).toBe(56);
  });

  it.each(rows)('$id: $value $unit, $chapter', ({ id, value, unit: written, chapter }) => {
    const place = PLACES[id];
    if (place === undefined) throw new Error(`no place for ${id}`);
    const { unit } = units.parse(place.unit ?? written);
    if (unit === undefined) throw new Error(`no unit ${place.unit ?? written}`);
    const { number, source, chapters } = factAt(place);
    const expected = Number(value) * (place.times ?? 1);
    expect(near(number / unit.factor, expected, 1e-14), `${number / unit.factor}`).toBe(true);
    expect(source).toBe('esg-2023');
    expect(chapters).toContain(chapter);
  });

  it('the targets for ingots stand as inputs of the reconciliation too', () => {
    expect(factAt({ input: 'ingot_target_first' })).toMatchObject({
      chapters: ['Designing Green and Low-carbon Products'],
    });
    const [first, second] = ['ingot_target_first', 'ingot_target_second'].map(
      (input) => factAt({ input }).number,
    );
    expect([first, second]).toEqual([
      factAt({ target: 'ingot_2025' }).number,
      factAt({ target: 'ingot_2030' }).number,
    ]);
  });
});
