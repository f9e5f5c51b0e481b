// The base year comes out as the company reports it, and what its report says twice is held against itself, in every line that must be shown.

import { describe, expect, it } from 'vitest';
import { CASES, near, numberOf, runBoard, SCENARIOS, STRATEGIES } from './board.ts';

const findings = await runBoard();

describe.each(CASES)('the base year in %s / %s', (scenario, strategy) => {
  const in2023 = (quantity: string, item = ''): number =>
    numberOf(findings, scenario, strategy, quantity, 2023, item);

  it.each([
    ['emissions_scope_1', 387_053.55],
    ['emissions_scope_2', 478_913.8],
    ['emissions_scope_1_2', 865_967.35],
    ['ingot_footprint', 5.74],
    ['production_total', 4_719_600],
    ['metal_charge', 4_500_000],
    ['liquid_tonnes', 3_420_000],
    ['structural_pieces', 23_126_200],
  ])('%s is %d', (quantity, reported) => {
    expect(near(in2023(quantity), reported), `${in2023(quantity)}`).toBe(true);
  });

  it('shares out the reported emissions over goods and structural components without remainder', () => {
    const goods = ['rods', 'profiles', 'sheets_foils', 'rods_cables'].map((item) =>
      in2023('product_emissions', item),
    );
    const sum = goods.reduce((total, one) => total + one, in2023('structural_emissions'));
    expect(near(sum, 865_967.35)).toBe(true);
  });

  it('costs nothing that the base year has paid already', () => {
    for (const quantity of ['cbam_cost', 'own_ets_cost', 'secondary_capacity_cost', 'hydropower_line_cost'])
      if (quantity === 'cbam_cost') expect(in2023(quantity, 'rods')).toBe(0);
      else expect(in2023(quantity)).toBe(0);
  });

  it('costs nothing at all: what it has paid for carbon is in its margin', () => {
    expect(in2023('domestic_carbon_cost')).toBeGreaterThan(0);
    expect(in2023('carbon_cost_in_base_year_margin')).toBeCloseTo(
      in2023('domestic_carbon_cost') - in2023('passed_through'),
      12,
    );
    expect(in2023('transition_cost')).toBeCloseTo(0, 9);
  });
});

describe.each(STRATEGIES)('what has passed does not depend on the scenario, %s', (strategy) => {
  it.each([
    'transition_cost',
    'emissions_scope_1_2',
    'scope3_metal',
    'ingot_footprint',
    'revenue',
    'eu_price',
  ])('%s', (quantity) => {
    const [first, ...others] = SCENARIOS;
    for (const year of [2023, 2024, 2025, 2026])
      for (const other of others)
        expect(numberOf(findings, other, strategy, quantity, year), `${other} ${year}`).toBe(
          numberOf(findings, first, strategy, quantity, year),
        );
  });
});

/** As the report prints them, to the last digit: quantity, element, unit of the print over the declared unit, text. */
const PRINTED: readonly (readonly [string, string, number, string])[] = [
  ['emissions_scope_1', '', 1, '387053.55'],
  ['emissions_scope_2', '', 1, '478913.80'],
  ['emissions_scope_1_2', '', 1, '865967.35'],
  ['energy_total', '', 1, '272109.36'],
  ['energy_direct', '', 1, '203646.04'],
  ['natural_gas', '', 1, '166541868'],
  ['petrol', '', 1, '190.56'],
  ['diesel', '', 1, '698.16'],
  ['purchased_electricity', '', 1000, '557065287.99'],
  ['production_total', '', 1, '4719600'],
  ['production', 'rods', 1, '3409300'],
  ['production', 'profiles', 1, '87800'],
  ['production', 'sheets_foils', 1, '551500'],
  ['production', 'rods_cables', 1, '671000'],
  ['structural_pieces', '', 1, '23126200'],
  ['liquid_tonnes', '', 1, '3420000'],
  ['liquid_share', '', 100, '76'],
  ['metal_tonnes', 'green_primary', 1, '426700'],
  ['metal_tonnes', 'secondary_external', 1, '698900'],
  ['metal_tonnes', 'secondary_internal', 1, '315000'],
  ['secondary_tonnes', '', 1, '1013900'],
  ['plant_capacity', 'secondary_plants', 1, '600000'],
  ['ingot_footprint', '', 1, '5.74'],
];

describe.each(
  CASES,
)('the base year in %s / %s is the report to the last printed digit', (scenario, strategy) => {
  it.each(PRINTED)('%s %s', (quantity, item, times, printed) => {
    const decimals = printed.split('.')[1]?.length ?? 0;
    const value = numberOf(findings, scenario, strategy, quantity, 2023, item) * times;
    expect(value.toFixed(decimals)).toBe(printed);
  });
});

describe('what the models do not explain of the base year is a quantity of its own', () => {
  it.each([
    ['other_scope_1_base', 387_053.55 - (166_541_868 * 0.0021622 + 190.56 * 2.925 + 698.16 * 3.096)],
    ['scope_2_ratio', 478_913.8 / (557_065.28799 * 0.6191)],
    ['energy_direct_residual', 203_646.04 - (166_541_868 * 0.001215 + 190.56 * 1.4714 + 698.16 * 1.4571)],
    ['energy_total_residual', 272_109.36 - 203_646.04 - 557_065.28799 * 0.1229],
    [
      'allocation_factor',
      865_967.35 / (3_409_300 * 0.12 + 87_800 * 1.09 + 551_500 * 0.52 + 671_000 * 0.13 + 2_312.62 * 10.47),
    ],
  ])('%s', (residual, expected) => {
    const [, ...others] = CASES.map(([scenario, strategy]) =>
      numberOf(findings, scenario, strategy, residual, 2023),
    );
    for (const value of others) expect(value).toBeCloseTo(expected, 6);
    // It stands in the results with its sentence, not in a test alone.
    expect(findings.quantities.get(residual)?.about).not.toBe('');
  });
});

/** Model section 11, each with both sides worked out from the report's numbers and the verdict that must be shown. */
const LINES: readonly (readonly [string, string, number, number, boolean])[] = [
  ['production adds up (4.7196 Mt)', 'production', 3_409_300 + 87_800 + 551_500 + 671_000, 4_719_600, true],
  ['1,440.6 = 426.7 + 1,013.9', 'green_and_secondary', 426_700 + 1_013_900, 1_440_600, true],
  ['425.2 is the odd one out', 'green_metal', 425_200, 426_700, false],
  ['3.42 / 76 % = 1.4406 / 32 % = 4.50 Mt', 'metal_charge', 1_440_600 / 0.32, 3_420_000 / 0.76, true],
  [
    '203,646.04 tce = gas x 1.215 + petrol x 1.4714 + diesel x 1.4571',
    'energy_direct',
    166_541_868 * 0.001215 + 190.56 * 1.4714 + 698.16 * 1.4571,
    203_646.04,
    true,
  ],
  [
    '272,109.36 = that + purchased electricity x 0.1229',
    'energy_total',
    166_541_868 * 0.001215 + 190.56 * 1.4714 + 698.16 * 1.4571 + 557_065.28799 * 0.1229,
    272_109.36,
    true,
  ],
  [
    'so solar is left out of the total',
    'energy_with_solar',
    166_541_868 * 0.001215 + 190.56 * 1.4714 + 698.16 * 1.4571 + (557_065.28799 + 19_527.164) * 0.1229,
    272_109.36,
    false,
  ],
  [
    'intensities x production = 903,041 t against 865,967.35 t',
    'intensities',
    3_409_300 * 0.12 + 87_800 * 1.09 + 551_500 * 0.52 + 671_000 * 0.13 + 2_312.62 * 10.47,
    865_967.35,
    false,
  ],
  ['5.64 - 5 x 0.05 = 5.39', 'ingot_second_target', 5.64 - 5 * 0.05, 5.39, true],
  [
    'scope 2 implies 0.8597 tCO2/MWh, not 0.6191',
    'scope_2_shandong',
    478_913.8 / 557_065.28799,
    0.6191,
    false,
  ],
  ['charge 4.50 Mt below output 4.72 Mt', 'charge_and_output', 3_420_000 / 0.76, 4_719_600, false],
];

describe('the reconciliation shows', () => {
  it.each(LINES)('%s', (_, name, left, right, agrees) => {
    const line = findings.reconciliation.find((one) => one.name === name);
    expect(line, name).toBeDefined();
    expect(near(line?.left.value ?? 0, left), `${line?.left.value} for ${left}`).toBe(true);
    expect(near(line?.right.value ?? 0, right), `${line?.right.value} for ${right}`).toBe(true);
    expect(line?.agrees).toBe(agrees);
    expect(near(line?.relative ?? 0, (left - right) / right, 1e-6) || agrees).toBe(true);
    expect(line?.because.length).toBeGreaterThan(10);
  });

  it('the printed numbers of the dossier', () => {
    const value = (name: string) => findings.reconciliation.find((one) => one.name === name)?.left.value ?? 0;
    expect(value('intensities').toFixed(0)).toBe('903041');
    expect(value('scope_2_shandong').toFixed(4)).toBe('0.8597');
    expect(value('energy_direct').toFixed(1)).toBe('203646.0');
    expect(value('energy_total').toFixed(1)).toBe('272109.4');
  });

  it('a contradiction by its name, and no contradiction where there is none', () => {
    for (const { agrees, because, name } of findings.reconciliation)
      if (because.startsWith('contradiction')) expect(agrees, name).toBe(false);
  });
});
