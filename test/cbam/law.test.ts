// Every number of every law table, frozen against the text of the law as the dossier prints it: a digit changed in a file fails here.

import { describe, expect, it } from 'vitest';
import { findingsOf, real, TABLES } from './trial.ts';

const findings = await findingsOf({
  goods: { rods: { cnCode: '7601', own: 1, metal: 1 } },
  worlds: {
    // The prices of the file, not those of a trial.
    World: { metalEmissions: 2, price: 75, values: {} },
  },
});

type Row = Readonly<Record<string, number>>;
const PATHS = ['free_share', 'correction', 'mark_up', 'in_force', 'priced_by_quarter', 'holding_in_force'];

/** A law table as the run used it, item by item, in one year. */
function table(quantity: string, year: number): Row {
  const series = findings.series.filter((one) => one.quantity === quantity && one.strategy === 'verified');
  if (series.length === 0) throw new Error(`no ${quantity}`);
  return Object.fromEntries(
    series.map((one) => [one.item, one.values[one.years.length === 1 ? 0 : one.years.indexOf(year)] ?? NaN]),
  );
}

/** A path as the run used it. */
function path(quantity: string): Row {
  const [series] = findings.series.filter((one) => one.quantity === quantity);
  return Object.fromEntries((series?.years ?? []).map((year, index) => [year, series?.values[index] ?? NaN]));
}

const since = (rest: number, from: number): Row =>
  Object.fromEntries(findings.years.filter((year) => year >= from).map((year) => [year, rest] as const));
const until = (first: number, end: number): Row =>
  Object.fromEntries(findings.years.filter((year) => year < end).map((year) => [year, first] as const));

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

describe('benchmarks (Regulation 2025/2620) and default values (Regulation 2025/2621)', () => {
  it.each([2026, 2030, 2036])('in %i', (year) => {
    expect(table('benchmark_process', year)).toEqual(
      routes({ ...COLUMN_A, '7601': 1.423 }, { ...COLUMN_A, '7601': 0.091 }),
    );
    expect(table('benchmark_product', year)).toEqual(routes(COLUMN_B_PRIMARY, COLUMN_B_SECONDARY));
    expect(table('default_value', year)).toEqual(CHINA);
  });

  it('precursors by country, and the letter of the route beside each default value', () => {
    expect(table('precursor_default', 0)).toEqual(PRECURSORS);
    const inside = Object.fromEntries(
      Object.keys(PRECURSORS).map((name) => [name, name === 'inside_ets' ? 1 : 0]),
    );
    expect(table('precursor_inside_ets', 0)).toEqual(inside);
    const attribute = (name: string): Record<string, string> =>
      Object.fromEntries(
        findings.assumptions
          .filter(({ quantity }) => quantity === name)
          .map(({ item, value }) => [item, value]),
      );
    expect(attribute('cn_code.route')).toEqual(
      Object.fromEntries(Object.keys(CHINA).map((code) => [code, 'primary'])),
    );
    expect(attribute('precursor.route')).toEqual(
      Object.fromEntries(
        Object.keys(PRECURSORS).map((name) => [name, SECONDARY.includes(name) ? 'secondary' : 'primary']),
      ),
    );
    const codes: Readonly<Record<string, string>> = {
      unknown_bars: '7604 29 10',
      unknown_wire: '7605',
      unknown_sheet: '7606',
      unknown_foil: '7607',
    };
    expect(attribute('precursor.cn_code')).toEqual(
      Object.fromEntries(Object.keys(PRECURSORS).map((name) => [name, codes[name] ?? '7601'])),
    );
  });
});

describe('calendar and phase-in', () => {
  it('CBAM factor, Directive 2003/87/EC', () => {
    const law = {
      2026: 0.975,
      2027: 0.95,
      2028: 0.9,
      2029: 0.775,
      2030: 0.515,
      2031: 0.39,
      2032: 0.265,
      2033: 0.14,
    };
    expect(path('free_share')).toEqual({ ...until(1, 2026), ...law, ...since(0, 2034) });
  });
  it.each<[string, Row]>([
    ['correction', since(1, 2023)],
    ['mark_up', { ...until(0, 2026), 2026: 0.1, 2027: 0.2, ...since(0.3, 2028) }],
    ['in_force', { ...until(0, 2026), ...since(1, 2026) }],
    ['priced_by_quarter', { ...until(0, 2026), 2026: 1, ...since(0, 2027) }],
    ['certificates_on_sale', { ...until(0, 2027), ...since(1, 2027) }],
    ['holding_in_force', { ...until(0, 2027), ...since(1, 2027) }],
    ['holding_share', since(0.5, 2023)],
    ['import_threshold', since(50, 2023)],
    ['default_carbon_price', since(0, 2023)],
    ['alternative_phase_in', since(0, 2023)],
    ['pre_consumer_scrap_counts', since(0, 2023)],
    ['indirect_emissions_count', since(0, 2023)],
  ])('%s', (quantity, expected) => {
    expect(path(quantity)).toEqual(expected);
  });
  it('no benchmark is revised', () => {
    for (const year of findings.years)
      expect(table('benchmark_revision', year)).toEqual(
        Object.fromEntries(Object.keys(CHINA).map((code) => [code, 1])),
      );
  });
  it('the price of the first quarters of 2026 as published', () => {
    expect(real('reference/cbam-calendar.yaml')).toContain('q1: 75.36 EUR_2026/tCO2e');
    expect(real('reference/cbam-calendar.yaml')).toContain('q2: 75.28 EUR_2026/tCO2e');
  });
});

describe('smelters (Regulation 2025/2547, Table 6) and the United Kingdom', () => {
  it.each<[string, Row]>([
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
  ])('%s', (quantity, expected) => {
    expect(table(quantity, 2026)).toEqual(expected);
  });
  it('UK factor and start', () => {
    const assumed = { 2031: 0.515, 2032: 0.39, 2033: 0.265, 2034: 0.14, ...since(0, 2035) };
    const law = { 2027: 0.975, 2028: 0.95, 2029: 0.9, 2030: 0.775 };
    expect(path('uk_factor')).toEqual({ ...until(1, 2027), ...law, ...assumed });
    expect(path('uk_in_force')).toEqual({ ...until(0, 2027), ...since(1, 2027) });
  });
});

it('every law table says when it was reviewed and when it expires', () => {
  for (const name of TABLES.filter((each) => each !== 'sources')) {
    expect(real(`reference/${name}.yaml`)).toMatch(/^reviewed: \d{4}-\d{2}-\d{2}$/m);
    expect(real(`reference/${name}.yaml`)).toMatch(/^expires: \d{4}-\d{2}-\d{2}\b/m);
  }
});

it('the paths above are those of the law alone: no scenario of the trial sets them', () => {
  for (const name of PATHS)
    expect(findings.assumptions.find(({ quantity }) => quantity === name)?.layer).toBe('reference');
});
