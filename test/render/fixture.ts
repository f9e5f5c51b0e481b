// A hand-made run that resembles the real company: 3 scenarios x 2 strategies, for the tests of the render stage.
import type {
  Assumption,
  ChartRequest,
  Closing,
  Findings,
  Series,
  TargetFinding,
  Title,
} from '../../src/analyse/index.ts';
import { findRegrets } from '../../src/analyse/regret.ts';
import { register } from './fixture_register.ts';
import { QUANTITIES, SCENARIOS, SERIES, STRATEGIES, TOTAL, YEARS } from './fixture_series.ts';
import { SENSITIVITIES, uncertaintyOf } from './fixture_uncertainty.ts';

export { SCENARIOS, STRATEGIES } from './fixture_series.ts';

interface Goal {
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  readonly goal: number;
  readonly past: boolean;
}

const GOALS: readonly Goal[] = [
  {
    name: 'green_power_2026',
    title: { en: 'Green power 2026', zh: '2026 绿电铝占比' },
    quantity: 'green_power_share',
    year: 2026,
    direction: 'at_least',
    goal: 0.5,
    past: false,
  },
  {
    name: 'ingot_2025',
    title: { en: 'Ingot footprint 2025', zh: '2025 铝棒碳足迹' },
    quantity: 'ingot_footprint',
    year: 2025,
    direction: 'at_most',
    goal: 5.64,
    past: true,
  },
  {
    name: 'ingot_2030',
    title: { en: 'Ingot footprint 2030', zh: '2030 铝棒碳足迹' },
    quantity: 'ingot_footprint',
    year: 2030,
    direction: 'at_most',
    goal: 5.5,
    past: false,
  },
];

/** A lever that would close the gap. */
const closing = ({ goal }: Goal): Closing => ({
  quantity: 'line_hydro_share',
  title: { en: 'Hydropower share of the line', zh: '水电铝占比' },
  item: '',
  itemTitle: { en: '', zh: '' },
  setBy: 'strategy',
  unit: '1',
  now: 0.62,
  allowed: [0, 1],
  turns: false,
  outcome: goal > 1 ? 'meets' : 'misses',
  ...(goal > 1 ? { needs: 0.7512 } : { best: 0.41 }),
});

/** What the analyse stage would find about a goal in a series. */
export function targetIn(goal: Goal, series: Series): TargetFinding {
  const holds = (value: number) => (goal.direction === 'at_least' ? value >= goal.goal : value <= goal.goal);
  const value = series.values[series.years.indexOf(goal.year)] ?? 0;
  const first = series.years.find((_, index) => holds(series.values[index] ?? 0));
  return {
    name: goal.name,
    title: goal.title,
    scenario: series.scenario,
    strategy: series.strategy,
    quantity: goal.quantity,
    item: series.item,
    year: goal.year,
    direction: goal.direction,
    goal: goal.goal,
    unit: series.unit,
    value,
    gap: value - goal.goal,
    met: holds(value),
    setByInput: false,
    firstYearMet: first,
    closings: holds(value) ? [] : [closing(goal)],
    noActualReported: goal.past,
  };
}

const TARGETS = GOALS.flatMap((goal) =>
  SERIES.filter((series) => series.quantity === goal.quantity).map((series) => targetIn(goal, series)),
);

export function chart(
  kind: string,
  quantities: readonly string[],
  more: Partial<ChartRequest> = {},
): ChartRequest {
  const name = quantities[0] ?? kind;
  return {
    name: `${kind}-${name}`,
    kind,
    title: QUANTITIES.get(name)?.title ?? { en: kind, zh: kind },
    quantities,
    scenarios: SCENARIOS.map((one) => one.name),
    strategies: STRATEGIES.map((one) => one.name),
    years: YEARS,
    unit: QUANTITIES.get(name)?.unit ?? '1',
    scale: new Map(quantities.map((one) => [one, 1])),
    labels: new Map(),
    ...more,
  };
}

/** Every scenario with the plan, against the price of carbon. */
export const CURVE = chart('abatement_curve', ['measure_cost_per_tonne', 'china_ets_price'], {
  name: 'curve',
  title: { en: 'Own measures', zh: '自有措施' },
  width: 'measure_avoided',
  strategies: ['Committed plan'],
  years: [2030],
});

const CHARTS = [
  chart('paths', ['eu_price', 'china_ets_price'], {
    name: 'carbon-prices',
    title: { en: 'Carbon prices', zh: '碳价' },
    labels: new Map([
      ['eu_price', { en: 'EU', zh: '欧盟' }],
      ['china_ets_price', { en: 'China', zh: '中国' }],
    ]),
  }),
  chart('target', ['green_power_share']),
  chart('target', ['ingot_footprint']),
  chart('stacks', ['scope1', 'scope2', 'scope3_metal'], {
    name: 'emissions',
    title: { en: 'Emissions', zh: '排放量' },
  }),
  chart('items', ['cbam_cost']),
  chart('items', ['product_footprint'], { strategies: ['Committed plan'] }),
  chart('compare', ['product_footprint', 'product_direct'], { years: [2030] }),
  chart('compare', ['product_direct'], { scenarios: ['Net Zero 2050'], strategies: ['No action'] }),
  chart('calendar', ['cbam_cash'], { years: [2026, 2027, 2028, 2029, 2030] }),
  chart('calendar', ['cbam_cash'], { name: 'all-years', scenarios: ['Net Zero 2050'] }),
  chart('waterfall', ['transition_cost'], { name: 'transition-cost' }),
  chart('waterfall', ['transition_cost'], {
    name: 'transition-cost-net-zero',
    scenarios: ['Net Zero 2050'],
    strategies: ['No action'],
    years: [2035],
  }),
  CURVE,
  chart('abatement_curve', ['measure_cost_per_tonne'], { name: 'curve-alone', width: 'measure_avoided' }),
  chart('fan', ['transition_cost']),
  chart('fan', ['eu_price'], { name: 'fan-alike' }),
  chart('regret', ['transition_cost'], { name: 'regret' }),
  chart('difference', ['transition_cost'], { name: 'difference' }),
  chart('fan', ['green_power_share'], { scenarios: ['Net Zero 2050'] }),
  chart('tornado', ['transition_cost']),
  chart('drivers', ['transition_cost']),
  chart('heat_map', [], {
    name: 'register',
    title: { en: 'Climate risks and opportunities', zh: '气候风险与机遇' },
  }),
];

const sourced = (
  name: string,
  value: string,
  unit: string,
  key: string,
  line: number,
  more: Partial<Assumption> = {},
): Assumption => ({
  quantity: name,
  item: '',
  scenarios: [],
  strategies: [],
  value,
  unit,
  provenance: { kind: 'source', key, place: 'Key ESG Performances', confidence: 'high' },
  exceptions: [],
  layer: 'company',
  file: 'company.yaml',
  line,
  replaces: [],
  ...more,
});

const ASSUMPTIONS: readonly Assumption[] = [
  ...SCENARIOS.map((one, index) =>
    sourced('eu_price', '2023: 84.60 EUR_2023/tCO2e, …', 'EUR_2024/tCO2e', 'ngfs-phase5', 12 + index, {
      scenarios: [one.name],
      layer: 'scenario',
      proxy: { en: 'OECD & EU (R5) stands for the EU', zh: '以“OECD与欧盟（R5）”代表欧盟' },
    }),
  ),
  ...SCENARIOS.map((one, index) =>
    sourced('china_ets_price', '2023: 68.15 CNY_2023/tCO2e, …', 'CNY_2023/tCO2e', 'ngfs-phase5', 22 + index, {
      scenarios: [one.name],
      layer: 'scenario',
      proxy: { en: 'Asia (R5) stands for China', zh: '以“亚洲（R5）”代表中国' },
    }),
  ),
  sourced('production', '3409300 t', 't', 'esg-2023', 31, { item: 'rods' }),
  sourced('grid_factor', '0.6191 tCO2e/MWh', 'tCO2e/MWh', 'mee-2025-47', 40, {
    range: '0.53 tCO2e/MWh to 0.62 tCO2e/MWh',
    note: 'Shandong | location-based',
    replaces: [{ value: '0.5306 tCO2e/MWh', file: 'reference/factors.yaml', line: 9 }],
  }),
  sourced('green_power_share', '2023: base, 2026: 50 %', '1', 'esg-2023', 8, {
    strategies: ['Committed plan'],
    layer: 'strategy',
  }),
  {
    ...sourced('line_hydro_share', '62 %', '1', '', 51),
    provenance: { kind: 'assumed', why: 'the report states no mix for the line', confidence: 'low' },
  },
];

export const findings: Findings = {
  study: 'Board pack',
  file: 'scenarios/innovation-new-material/board.yaml',
  overrides: [],
  company: 'Innovation New Material',
  texts: new Map(),
  places: new Map(),
  asOf: '2026-11-22',
  years: YEARS,
  baseYear: 2023,
  horizons: { short: 2026, medium: 2030, long: 2050 },
  reportingMoney: 'CNY_2023',
  scenarios: SCENARIOS,
  strategies: STRATEGIES,
  quantities: QUANTITIES,
  series: SERIES,
  totals: new Map([['transition_cost', TOTAL]]),
  targets: TARGETS,
  unquantifiedTargets: [
    {
      name: 'recycled_share',
      title: { en: 'Recycled share of one site', zh: '单个园区再生铝占比' },
      year: 2025,
      direction: 'at_least',
      goal: '70 %',
      why: 'the model has one mix for the company',
      provenance: { kind: 'source', key: 'esg-2023', place: 'Recycling', confidence: 'high' },
    },
  ],
  headlines: SERIES.filter((series) => series.quantity === 'transition_cost').map((series) => ({
    scenario: series.scenario,
    strategy: series.strategy,
    quantity: series.quantity,
    title: { en: 'Transition cost', zh: '转型成本' },
    unit: series.unit,
    values: { short: series.values[3] ?? 0, medium: series.values[7] ?? 0, long: series.values[27] ?? 0 },
  })),
  backtest: [],
  reconciliation: [
    {
      name: 'production',
      title: 'Production adds up',
      between: 'model',
      left: {
        quantity: 'production_sum',
        about: 'Sum over products',
        value: 4719600,
        formula: 'sum(production, product)',
      },
      right: { quantity: 'production_reported', about: 'As reported', value: 4719600 },
      unit: 't',
      difference: 0,
      relative: 0,
      within: 0.0001,
      agrees: true,
      because: 'rods + profiles + sheets and foils + rods and cables',
    },
    {
      name: 'intensities',
      title: 'Intensities times production',
      between: 'report',
      left: { quantity: 'emissions_by_intensity', about: 'Reported intensities x production', value: 903041 },
      right: { quantity: 'emissions_reported', about: 'Scope 1 and 2 as reported', value: 865967.35 },
      unit: 'tCO2e',
      difference: 37073.65,
      relative: 0.0428,
      within: 0.001,
      agrees: false,
      because: 'rounding of 0.12 alone explains 17,000 t | the rest is open',
    },
  ],
  assumptions: ASSUMPTIONS,
  register,
  uncertainty: uncertaintyOf(SERIES),
  sensitivities: SENSITIVITIES,
  evidence: [],
  expired: [],
  charts: CHARTS,
  regrets: findRegrets(
    { series: SERIES, years: YEARS, baseYear: 2023, horizons: { short: 2026, medium: 2030, long: 2050 } },
    CHARTS,
  ),
  sources: new Map([
    [
      'ngfs-phase5',
      { full: 'NGFS Climate Scenarios, Phase V (2024)', short: 'NGFS Climate Scenarios, Phase V (2024)' },
    ],
    [
      'esg-2023',
      { full: 'Innovation New Material, ESG Report 2023', short: 'Innovation New Material, ESG Report 2023' },
    ],
    ['mee-2025-47', { full: 'MEE, Announcement 2025 No. 47', short: 'MEE, Announcement 2025 No. 47' }],
  ]),
  graph: {
    study: 'Board pack',
    years: YEARS,
    baseIndex: 0,
    cases: SCENARIOS.flatMap((scenario) =>
      STRATEGIES.map((strategy) => ({ scenario: scenario.name, strategy: strategy.name })),
    ),
    quantities: [],
    sums: [],
    givens: [],
    paths: [],
  },
};
