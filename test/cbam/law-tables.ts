// Every number of every law table, frozen against the text of the law as the dossier prints it: a digit changed in a file fails here. What
// the files assume beside the law is frozen as it was when it was last reviewed.

import { expect } from 'vitest';
import type { Found, Stated, Statement } from './stated.ts';

type Row = Readonly<Record<string, number>>;

/** A law table as the run used it, item by item, in one year. */
function table({ series }: Found, quantity: string, year: number): Row {
  const rows = series.filter((one) => one.quantity === quantity && one.strategy === 'verified');
  if (rows.length === 0) throw new Error(`no ${quantity}`);
  return Object.fromEntries(
    rows.map((one) => [one.item, one.values[one.years.length === 1 ? 0 : one.years.indexOf(year)] ?? NaN]),
  );
}

/** A path as the run used it. */
function path({ series }: Found, quantity: string): Row {
  const found = series.find((one) => one.quantity === quantity);
  return Object.fromEntries((found?.years ?? []).map((year, index) => [year, found?.values[index] ?? NaN]));
}

/** As the file writes it, with its range, item by item. */
const written = ({ assumptions }: Found, quantity: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    assumptions
      .filter((one) => one.quantity === quantity)
      .map(({ item, value, range }) => [item, range === undefined ? value : `${value}, ${range}`]),
  );

const years = (from: number, to: number, value: number): Row =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [from + index, value]));
const FIRST = 2023;
const LAST = 2036;
const since = (rest: number, from: number): Row => years(from, LAST, rest);
const until = (first: number, end: number): Row => years(FIRST, end - 1, first);

/** Goods with one value in a table, by the law's own grouping. */
function goods(groups: Readonly<Record<string, number>>): Row {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([codes, value]) =>
      codes.split(', ').map((code) => [code, value] as const),
    ),
  );
}

const BARS = '7604 10 10, 7604 29 10';
const PROFILES = '7604 10 90, 7604 21 00, 7604 29 90';
const OTHER = '7616 10 00, 7616 91 00, 7616 99 90';

const COLUMN_A: Row = goods({
  '7603': 0.046,
  [BARS]: 0.056,
  [PROFILES]: 0.06,
  '7605, 7606': 0.056,
  '7607': 0.166,
  '7608, 7609, 7610': 0.06,
  '7611, 7612, 7613': 0.166,
  '7614': 0.056,
  [OTHER]: 0.056,
  '7616 99 10': 0.046,
});
const COLUMN_B_PRIMARY: Row = goods({
  '7601': 1.423,
  '7603': 1.506,
  [BARS]: 1.485,
  [PROFILES]: 1.493,
  '7605, 7606': 1.485,
  '7607': 1.599,
  '7608, 7609, 7610': 1.493,
  '7611, 7612, 7613': 1.594,
  '7614': 1.485,
  [OTHER]: 1.485,
  '7616 99 10': 1.506,
});
const COLUMN_B_SECONDARY: Row = goods({
  '7601': 0.091,
  '7603': 0.14,
  [BARS]: 0.148,
  [PROFILES]: 0.152,
  '7605, 7606': 0.148,
  '7607': 0.258,
  '7608, 7609, 7610': 0.152,
  '7611, 7612, 7613': 0.258,
  '7614': 0.148,
  [OTHER]: 0.148,
  '7616 99 10': 0.14,
});
const CHINA: Row = goods({
  '7601': 3,
  '7603': 4.148,
  [`${BARS}, ${PROFILES}`]: 4.881,
  '7605, 7614': 4.881,
  '7606': 4.12,
  '7607, 7611, 7612, 7613': 5.559,
  [OTHER]: 5.559,
  '7608, 7609, 7610': 4.896,
  '7616 99 10': 4.542,
});
const PRECURSORS: Row = goods({
  china: 3,
  'emirates, india, bahrain, egypt, kazakhstan, united_kingdom': 1.87,
  'australia, brazil, malaysia, indonesia, oman, qatar, saudi_arabia, iran, turkey, united_states': 1.7,
  canada: 1.96,
  russia: 2.16,
  south_africa: 2.358,
  mozambique: 3.198,
  'vietnam, korea, taiwan, japan, thailand': 0.36,
  other_country: 2.203,
  unknown_origin: 3.198,
  'unknown_bars, unknown_wire': 4.881,
  unknown_sheet: 4.986,
  unknown_foil: 5.559,
  inside_ets: 0,
});
const SECONDARY = ['vietnam', 'korea', 'taiwan', 'japan', 'thailand'];

const routes = (primary: Row, secondary: Row): Row =>
  Object.fromEntries(
    Object.keys(primary).flatMap((code) => [
      [`${code}; primary`, primary[code] ?? NaN],
      [`${code}; secondary`, secondary[code] ?? NaN],
    ]),
  );
const each = <Value>(names: readonly string[], value: Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** One statement a table: what it holds in a year that the law prints, and in the last one. */
const TABLES: readonly (readonly [string, Row])[] = [
  ['benchmark_process', routes({ ...COLUMN_A, '7601': 1.423 }, { ...COLUMN_A, '7601': 0.091 })],
  ['benchmark_product', routes(COLUMN_B_PRIMARY, COLUMN_B_SECONDARY)],
  ['default_value', CHINA],
  ['precursor_default', PRECURSORS],
  [
    'precursor_inside_ets',
    Object.fromEntries(Object.keys(PRECURSORS).map((name) => [name, name === 'inside_ets' ? 1 : 0])),
  ],
  ['benchmark_revision', Object.fromEntries(Object.keys(CHINA).map((code) => [code, 1]))],
  // Regulation 2025/2547, Table 6, and the Commission's filled template.
  [
    'slope_emission_factor',
    { pfpb_l: 0.122, pfpb_m: 0.104, cwpb: 0.143, swpb: 0.233, vss: 0.058, hss: 0.165 },
  ],
  ['c2f6_ratio_slope', { pfpb_l: 0.097, pfpb_m: 0.057, cwpb: 0.121, swpb: 0.28, vss: 0.086, hss: 0.077 }],
  ['overvoltage_coefficient', { overvoltage_cwpb: 1160, overvoltage_swpb: 3650 }],
  ['c2f6_ratio_overvoltage', { overvoltage_cwpb: 0.121, overvoltage_swpb: 0.252 }],
  ['cf4_warming', { '': 6630 }],
  ['c2f6_warming', { '': 11_100 }],
  ['carbon_to_co2', { '': 3.664 }],
  ['smelter_fuel_energy', { '': 48 }],
  ['smelter_fuel_factor', { '': 56.1 }],
  ['uk_threshold', { '': 50_000 }],
];

/** Year by year. */
const PATHS: readonly (readonly [string, Row])[] = [
  // Directive 2003/87/EC, Article 10a(1a).
  [
    'free_share',
    {
      ...until(1, 2026),
      ...{
        2026: 0.975,
        2027: 0.95,
        2028: 0.9,
        2029: 0.775,
        2030: 0.515,
        2031: 0.39,
        2032: 0.265,
        2033: 0.14,
      },
      ...since(0, 2034),
    },
  ],
  ['correction', since(1, FIRST)],
  ['mark_up', { ...until(0, 2026), 2026: 0.1, 2027: 0.2, ...since(0.3, 2028) }],
  ['in_force', { ...until(0, 2026), ...since(1, 2026) }],
  ['priced_by_quarter', { ...until(0, 2026), 2026: 1, ...since(0, 2027) }],
  ['certificates_on_sale', { ...until(0, 2027), ...since(1, 2027) }],
  ['holding_in_force', { ...until(0, 2027), ...since(1, 2027) }],
  ['holding_share', since(0.5, FIRST)],
  ['import_threshold', since(50, FIRST)],
  ['default_carbon_price', since(0, FIRST)],
  ['alternative_phase_in', since(0, FIRST)],
  ['pre_consumer_scrap_counts', since(0, FIRST)],
  ['indirect_emissions_count', since(0, FIRST)],
  // Two years later than the law from 2028 on.
  [
    'free_share_alternative',
    {
      ...until(1, 2026),
      ...{ 2026: 0.975, 2027: 0.95, 2028: 0.95, 2029: 0.95, 2030: 0.9, 2031: 0.775, 2032: 0.515, 2033: 0.39 },
      ...{ 2034: 0.265, 2035: 0.14, 2036: 0 },
    },
  ],
  // Section 149 of the Finance Act 2026 to 2030, then the EU's factors a year later.
  [
    'uk_factor',
    {
      ...until(1, 2027),
      ...{
        2027: 0.975,
        2028: 0.95,
        2029: 0.9,
        2030: 0.775,
        2031: 0.515,
        2032: 0.39,
        2033: 0.265,
        2034: 0.14,
      },
      ...since(0, 2035),
    },
  ],
  ['uk_in_force', { ...until(0, 2027), ...since(1, 2027) }],
  ['smelter_coverage', { 2023: 0, ...since(1, 2024) }],
];

/** As the files write it: where a path begins, in which money a price is, and what is assumed where the law says nothing. */
const WRITTEN: readonly (readonly [string, Readonly<Record<string, string>> | string])[] = [
  ['in_force', '2023: 0, 2026: 1; between step; after hold'],
  ['mark_up', '2023: 0 %, 2026: 10 %, 2027: 20 %, 2028: 30 %; between step; after hold'],
  ['correction', '2023: 1, 2030: 1, 2031: 1; after hold, 0.85 to 1'],
  ['priced_by_quarter', '2023: 0, 2026: 1, 2027: 0; between step; after hold'],
  ['certificates_on_sale', '2023: 0, 2027: 1; between step; after hold'],
  ['holding_in_force', '2023: 0, 2027: 1; between step; after hold'],
  ['uk_in_force', '2023: 0, 2027: 1; between step; after hold'],
  ['smelter_coverage', '2023: 0, 2024: 1; between step; before hold; after hold'],
  [
    'quarterly_certificate_price',
    {
      q1: '75.36 EUR_2026/tCO2e',
      q2: '75.28 EUR_2026/tCO2e',
      q3: '80.7 EUR_2026/tCO2e, 77 EUR_2026/tCO2e to 85 EUR_2026/tCO2e',
      q4: '82.0 EUR_2026/tCO2e, 70 EUR_2026/tCO2e to 95 EUR_2026/tCO2e',
    },
  ],
  ['default_carbon_price', '0 EUR_2024/tCO2e, 0 EUR_2024/tCO2e to 10 EUR_2024/tCO2e'],
  ['uk_threshold', '50000 GBP_2023'],
  ['import_share', each(['q1', 'q2', 'q3', 'q4'], '25 %, 15 % to 35 %')],
  ['rest_bought_in', { ...each(['q1', 'q2', 'q4'], '0 %'), q3: '100 %' }],
  ['surplus_sold_in', { ...each(['q1', 'q2', 'q3'], '0 %'), q4: '100 %' }],
  ['rounding', '1e-9'],
  [
    'free_share_alternative',
    '2023: 1, 2024: 1, 2025: 1, 2026: 0.975, 2027: 0.95, 2028: 0.95, 2029: 0.95, 2030: 0.9, 2031: 0.775, 2032: 0.515, 2033: 0.39, 2034: 0.265, 2035: 0.14, 2036: 0; between none; after hold, 0 to 1',
  ],
  ['benchmark_revision', each(Object.keys(CHINA), '1, 0.5 to 1')],
  ['benchmark_cut_at_risk', '10 %, 0 % to 50 %'],
  ['default_indirect', '7.2 tCO2e/t, 6 tCO2e/t to 13 tCO2e/t'],
  ['uk_baseline_free_allocation', '80 %, 30 % to 100 %'],
  ['uk_indirect_counts', '0'],
  ['uk_price_ratio', '2023: 0.74, 2026: 0.74, 2030: 1; after hold, 0.5 to 1'],
  ['compute_supplier_emissions', '0'],
  ['pfc_by_overvoltage', '0'],
  ['smelter_output', '500000 t, 100000 t to 1000000 t'],
  ['cell_share', { pfpb_l: '1', ...each(['pfpb_m', 'cwpb', 'swpb', 'vss', 'hss'], '0') }],
  ['overvoltage_share', { overvoltage_cwpb: '1', overvoltage_swpb: '0' }],
  ['anode_effect_frequency', '0.15, 0.05 to 0.5'],
  ['anode_effect_duration', '3 minute, 1 minute to 5 minute'],
  ['anode_effect_overvoltage', '0.002 V, 0 V to 0.02 V'],
  ['current_efficiency', '93 %, 90 % to 96 %'],
  ['collection_efficiency', '98 %, 90 % to 100 %'],
  ['anodes_bought', '205000 t, 195000 t to 220000 t'],
  ['anodes_own', '0 t, 0 t to 220000 t'],
  ['smelter_fuel', '12000 t, 0 t to 40000 t'],
  ['smelter_emissions_elsewhere', '0 tCO2e'],
];

/** The letters and codes by which the law's tables are read. */
const ATTRIBUTES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['cn_code.route', each(Object.keys(CHINA), 'primary')],
  ['precursor.route', { ...each(Object.keys(PRECURSORS), 'primary'), ...each(SECONDARY, 'secondary') }],
  [
    'precursor.cn_code',
    {
      ...each(Object.keys(PRECURSORS), '7601'),
      unknown_bars: '7604 29 10',
      unknown_wire: '7605',
      unknown_sheet: '7606',
      unknown_foil: '7607',
    },
  ],
];

const statements: readonly Statement[] = [
  ...TABLES.map(([quantity, law]) => ({
    says: `the table ${quantity}`,
    holds: (found: Found) => {
      for (const year of [2026, 2030, LAST]) expect(table(found, quantity, year)).toEqual(law);
    },
  })),
  ...PATHS.map(([quantity, law]) => ({
    says: `${quantity} year by year`,
    holds: (found: Found) => {
      expect(path(found, quantity)).toEqual(law);
      // No scenario of the trial sets it.
      expect(found.assumptions.find((one) => one.quantity === quantity)?.layer).toBe('reference');
    },
  })),
  ...[...WRITTEN, ...ATTRIBUTES].map(([quantity, texts]) => ({
    says: `${quantity} as written`,
    holds: (found: Found) =>
      expect(written(found, quantity)).toEqual(typeof texts === 'string' ? { '': texts } : texts),
  })),
];

export const LAW_TABLES: Stated = {
  about: 'the tables of the law',
  trial: {
    goods: { rods: { cnCode: '7601', own: 1, metal: 1 } },
    worlds: { World: { metalEmissions: 2, price: 75, quartersOfTheFile: true } },
    years: `${FIRST} to ${LAST}`,
  },
  statements,
};
