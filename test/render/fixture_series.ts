// The numbers of the fixture: quantities, scenarios, strategies and a series for each of their crossings.
import type { QuantityInfo, Scenario, Series, Strategy, Title } from '../../src/analyse/index.ts';
import { measureSeries } from './fixture_measures.ts';

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const YEARS = span(2023, 2050);

const scenario = (name: string, zh: string): Scenario => ({
  name,
  title: { en: name, zh },
  provider: 'NGFS',
  vintage: 'Phase V, November 2024',
  narrative: `${name} as published.`,
  kind: 'transition',
  because: `${name} tests the strategy.`,
  parents: [],
  overlays: [],
});

export const SCENARIOS = [
  scenario('Net Zero 2050', '2050 净零'),
  scenario('Delayed transition', '延迟转型'),
  scenario('Current Policies', '现行政策'),
];

const strategy = (name: string, zh: string): Strategy => ({
  name,
  title: { en: name, zh },
  about: `${name}.`,
});

export const STRATEGIES = [strategy('No action', '不行动'), strategy('Committed plan', '承诺计划')];

/** Linear between its points. */
function path(points: Readonly<Record<number, number>>): number[] {
  const known = Object.entries(points).map(([year, value]) => [Number(year), value] as const);
  return YEARS.map((year) => {
    const after = known.find(([at]) => at >= year) ?? known.at(-1) ?? [year, 0];
    const before = known.findLast(([at]) => at <= year) ?? after;
    if (after[0] <= before[0]) return before[1];
    return before[1] + ((after[1] - before[1]) * (year - before[0])) / (after[0] - before[0]);
  });
}

const quantity = (
  name: string,
  title: Title,
  unit: string,
  more: Partial<QuantityInfo> = {},
): [string, QuantityInfo] => [
  name,
  { name, title, unit, kind: 'input', about: title.en, sets: [], over: 'years', ...more },
];

const formula = (text: string, more: Partial<QuantityInfo> = {}): Partial<QuantityInfo> => ({
  kind: 'formula',
  formula: text,
  ...more,
});

export const QUANTITIES = new Map([
  quantity('eu_price', { en: 'EU carbon price', zh: '欧盟碳价' }, 'EUR_2024/tCO2e'),
  quantity('china_ets_price', { en: 'China carbon price', zh: '中国碳价' }, 'EUR_2024/tCO2e'),
  quantity('green_power_share', { en: 'Green power share', zh: '绿电铝占比' }, '1'),
  quantity('grid_factor', { en: 'Grid emission factor', zh: '电网排放因子' }, 'tCO2e/MWh'),
  quantity('line_hydro_share', { en: 'Hydro share of the line', zh: '产线水电占比' }, '1'),
  quantity('production', { en: 'Production', zh: '产量' }, 't', { sets: ['product'] }),
  quantity(
    'ingot_footprint',
    { en: 'Ingot footprint', zh: '铝棒碳足迹' },
    'kgCO2e/kg',
    formula('line_hydro_share * grid_factor'),
  ),
  quantity('scope1', { en: 'Scope 1', zh: '范围一' }, 'tCO2e', formula('production * grid_factor')),
  quantity('scope2', { en: 'Scope 2', zh: '范围二' }, 'tCO2e', formula('production * grid_factor')),
  quantity(
    'scope3_metal',
    { en: 'Scope 3, purchased metal', zh: '范围三（外购金属）' },
    'tCO2e',
    formula('production * green_power_share * grid_factor'),
  ),
  quantity(
    'cbam_cost',
    { en: 'CBAM certificates', zh: '碳边境调节证书' },
    'MCNY_2023',
    formula('production * eu_price', { sets: ['product'] }),
  ),
  quantity(
    'product_footprint',
    { en: 'Product footprint', zh: '产品碳足迹' },
    'kgCO2e/kg',
    formula('grid_factor', { sets: ['product'] }),
  ),
  quantity(
    'product_direct',
    { en: 'Direct emissions of products', zh: '产品直接排放' },
    'kgCO2e/kg',
    formula('grid_factor', { sets: ['product'] }),
  ),
  quantity(
    'cbam_cash',
    { en: 'Cash for certificates', zh: '证书现金支出' },
    'MCNY_2023',
    formula('production * eu_price', { sets: ['quarter'] }),
  ),
  quantity('transition_cost', { en: 'Transition cost', zh: '转型成本' }, 'MCNY_2023', { kind: 'total' }),
  quantity(
    'own_ets_cost',
    { en: 'Own allowances', zh: '自有配额成本' },
    'MCNY_2023',
    formula('scope1 * china_ets_price'),
  ),
  quantity(
    'smelter_ets_cost',
    { en: 'Smelter allowances passed on', zh: '电解铝配额成本转嫁' },
    'MCNY_2023',
    formula('production * china_ets_price'),
  ),
  quantity(
    'smelter_power_ets_cost',
    { en: 'Smelter power allowances passed on', zh: '电解铝用电配额成本转嫁' },
    'MCNY_2023',
    formula('production * china_ets_price'),
  ),
  quantity(
    'green_premium',
    { en: 'Green metal premium', zh: '绿电铝溢价' },
    'MCNY_2023',
    formula('green_power_share'),
  ),
  quantity(
    'customer_pass_through',
    { en: 'Passed on to customers', zh: '向客户转嫁' },
    'MCNY_2023',
    formula('production'),
  ),
  quantity(
    'measure_savings',
    { en: 'Savings of measures', zh: '减排措施节约' },
    'MCNY_2023',
    formula('production'),
  ),
  quantity(
    'measure_cost_per_tonne',
    { en: 'Cost of the tonne avoided', zh: '单位减排成本' },
    'EUR_2024/tCO2e',
    formula('grid_factor', { sets: ['measure'] }),
  ),
  quantity(
    'measure_avoided',
    { en: 'Emissions avoided', zh: '减排量' },
    'tCO2e',
    formula('grid_factor', { sets: ['measure'] }),
  ),
  quantity('ebitda', { en: 'EBITDA', zh: 'EBITDA' }, 'MCNY_2023', { over: 'base' }),
]);

const PRODUCTS: readonly [string, Title, number][] = [
  ['rods', { en: 'Rods', zh: '铝棒' }, 0.46],
  ['sheets_foils', { en: 'Sheets and foils', zh: '板带箔' }, 0.27],
  ['rods_cables', { en: 'Rods and cables', zh: '铝杆线缆' }, 0.19],
  ['profiles', { en: 'Profiles', zh: '型材' }, 0.08],
];

/** Share of the year's cash by quarter. */
const QUARTERS: readonly [string, Title, number][] = [
  ['q1', { en: 'Q1', zh: '一季度' }, 0.1],
  ['q2', { en: 'Q2', zh: '二季度' }, 0.1],
  ['q3', { en: 'Q3', zh: '三季度' }, 0.9],
  ['q4', { en: 'Q4', zh: '四季度' }, -0.1],
];

/** What a scenario does to carbon prices and the grid, from 0 to 1. */
const EU_2050: Readonly<Record<string, number>> = {
  'Net Zero 2050': 421,
  'Delayed transition': 318,
  'Current Policies': 88,
};
const EU_2030: Readonly<Record<string, number>> = {
  'Net Zero 2050': 162,
  'Delayed transition': 79,
  'Current Policies': 77,
};
const CHINA_2050: Readonly<Record<string, number>> = {
  'Net Zero 2050': 236,
  'Delayed transition': 174,
  'Current Policies': 12,
};
const CHINA_2030: Readonly<Record<string, number>> = {
  'Net Zero 2050': 51,
  'Delayed transition': 10.4,
  'Current Policies': 10.2,
};
const GRID_2050: Readonly<Record<string, number>> = {
  'Net Zero 2050': 0.04,
  'Delayed transition': 0.16,
  'Current Policies': 0.41,
};

function seriesOf(name: string, world: string, plan: string): Series[] {
  const one = (name2: string, values: readonly number[], more: Partial<Series> = {}): Series => ({
    scenario: world,
    strategy: plan,
    quantity: name2,
    item: '',
    itemTitle: { en: '', zh: '' },
    unit: QUANTITIES.get(name2)?.unit ?? '1',
    years: YEARS,
    values,
    ...more,
  });
  const committed = plan === 'Committed plan';
  const china = path({
    2023: 8.9,
    2024: 12.3,
    2026: 9.6,
    2030: CHINA_2030[world] ?? 0,
    2050: CHINA_2050[world] ?? 0,
  });
  const grid = path({ 2023: 0.62, 2030: 0.5, 2050: GRID_2050[world] ?? 0 });
  const green = committed
    ? path({ 2023: 0.0948, 2026: 0.5, 2050: 0.62 })
    : path({ 2023: 0.0948, 2050: 0.0948 });
  const ingot = grid.map(
    (factor, index) =>
      (committed ? 4.9 : 5.3) + factor * (committed ? 1.36 : 0.71) - (committed ? index * 0.012 : 0),
  );
  const metal = grid.map((factor, index) => (1 - (green[index] ?? 0)) * (9 + factor * 14) * 1.5e6);
  const cost = china.map((price, index) => price * 0.0075 * (1 - (green[index] ?? 0) * 0.8));
  const step = YEARS.map((year) => (year < 2026 ? 0 : Math.min(1, (year - 2025) / 9)));
  const cbam = path({
    2023: 0,
    2025: 0,
    2026: 2,
    2034: (EU_2030[world] ?? 0) * 0.21,
    2050: (EU_2050[world] ?? 0) * 0.2,
  });
  const free = YEARS.map((year) => Math.min(1, Math.max(0, (year - 2027) / 20)));
  const published = (low: number, high: number) => ({
    years: span(2025, 2050),
    values: span(2025, 2050).map((year) => low + ((high - low) * (year - 2025)) / 25),
  });
  const eu = path({
    2023: 86.1,
    2024: 66.5,
    2025: 74.3,
    2026: 77.1,
    2030: EU_2030[world] ?? 0,
    2050: EU_2050[world] ?? 0,
  });
  const all: Series[] = [
    one('eu_price', eu, {
      published: published((EU_2030[world] ?? 0) * 0.6, EU_2050[world] ?? 0),
      observedUntil: 2026,
      proxy: 'OECD & EU (R5) stands for the EU',
    }),
    one('china_ets_price', china, {
      published: published(6, CHINA_2050[world] ?? 0),
      observedUntil: 2026,
      proxy: 'Asia (R5) stands for China',
    }),
    one('green_power_share', green),
    one('grid_factor', grid),
    one('ingot_footprint', ingot),
    one('scope1', path({ 2023: 387053.55, 2050: committed ? 301000 : 402000 })),
    one(
      'scope2',
      grid.map((factor) => factor * 557065 * 1.388),
    ),
    one('scope3_metal', metal),
    one(
      'own_ets_cost',
      cost.map((value, index) => value * 2.2 * (free[index] ?? 0)),
    ),
    one(
      'smelter_ets_cost',
      cost.map((value, index) => value * 260 * (free[index] ?? 0)),
    ),
    one(
      'smelter_power_ets_cost',
      cost.map((value, index) => value * 1150 * (free[index] ?? 0) * 0.8),
    ),
    one(
      'green_premium',
      green.map((share) => (share - 0.0948) * 900),
    ),
    one(
      'customer_pass_through',
      cost.map((value, index) => value * 870 * (free[index] ?? 0) * 0.8),
    ),
    one(
      'measure_savings',
      step.map((value) => (committed ? value * 64 : value * 12)),
    ),
    one('cbam_cost', cbam, {}),
  ].filter((series) => series.quantity !== 'cbam_cost');
  const byProduct = PRODUCTS.flatMap(([item, itemTitle, share], place) => [
    one(
      'cbam_cost',
      cbam.map((value) => value * share * (committed ? 0.7 : 1)),
      { item, itemTitle },
    ),
    one(
      'product_footprint',
      grid.map((factor) => 3 + place * 0.8 + factor * 9),
      { item, itemTitle },
    ),
  ]);
  const direct = PRODUCTS.map(([item, itemTitle], place) =>
    one(
      'product_direct',
      YEARS.map(() => 1.7 + place * 0.1),
      { item, itemTitle },
    ),
  );
  // Paid in the year after, the same for every strategy.
  const cash = QUARTERS.map(([item, itemTitle, share]) =>
    one(
      'cbam_cash',
      cbam.map((_, index) => (cbam[index - 1] ?? 0) * share),
      { item, itemTitle },
    ),
  );
  return [...all, ...byProduct, ...direct, ...cash, ...measureSeries(one, grid)].filter(
    (series) => name === '' || series.quantity === name,
  );
}

function withTotal(all: readonly Series[]): Series[] {
  const totals = SCENARIOS.flatMap((world) =>
    STRATEGIES.map((plan): Series => {
      const own = all.filter((series) => series.scenario === world.name && series.strategy === plan.name);
      return {
        scenario: world.name,
        strategy: plan.name,
        quantity: 'transition_cost',
        item: '',
        itemTitle: { en: '', zh: '' },
        unit: 'MCNY_2023',
        years: YEARS,
        values: YEARS.map((_, year) =>
          TOTAL.reduce(
            (sum, part) =>
              sum +
              part.sign *
                own
                  .filter((series) => series.quantity === part.quantity)
                  .reduce((inner, series) => inner + (series.values[year] ?? 0), 0),
            0,
          ),
        ),
      };
    }),
  );
  return [...all, ...totals];
}

export const TOTAL = [
  { quantity: 'own_ets_cost', sign: 1 },
  { quantity: 'smelter_ets_cost', sign: 1 },
  { quantity: 'smelter_power_ets_cost', sign: 1 },
  { quantity: 'cbam_cost', sign: 1 },
  { quantity: 'green_premium', sign: 1 },
  { quantity: 'customer_pass_through', sign: -1 },
  { quantity: 'measure_savings', sign: -1 },
] as const;

export const SERIES = withTotal(
  SCENARIOS.flatMap((world) => STRATEGIES.flatMap((plan) => seriesOf('', world.name, plan.name))),
);
