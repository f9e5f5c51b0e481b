// How the numbers of the fixture are spread: bands that widen with the years, by hand.
import type { Sensitivity, Series, SpreadSeries, UncertaintyFinding } from '../../src/analyse/index.ts';

/** Shares of the central value at P5, P25, P50, P75 and P95 in the last year. */
const ENDS = [-0.45, -0.2, 0.02, 0.25, 0.7] as const;

export function spreadOf(series: Series): SpreadSeries {
  const last = series.years.length - 1;
  return {
    ...series,
    central: series.values,
    distributions: series.values.map((value, index) => {
      const size = Math.abs(value) * (last === 0 ? 1 : index / last);
      const percentiles = ENDS.map((end) => value + end * size);
      return {
        mean: value * 1.05,
        meanError: size * 0.004,
        percentiles,
        percentileErrors: percentiles.map(() => size * 0.01),
        lowTail: value - size * 0.6,
        highTail: value + size,
      };
    }),
  };
}

export const uncertaintyOf = (series: readonly Series[]): UncertaintyFinding => ({
  draws: 10_000,
  seed: 2026,
  sampling: 'latin_hypercube',
  exact: true,
  inputs: 97,
  series: series.map(spreadOf),
  targets: [],
  register: [],
  measures: [],
  checks: [],
  drivers: [
    {
      headline: 'transition_cost',
      scenario: 'Net Zero 2050',
      strategy: 'Committed plan',
      year: 2030,
      drivers: [
        driver('eu_price', { en: 'EU carbon price', zh: '欧盟碳价' }, ['eu_price', 'china_ets_price'], 0.62),
        driver('measure_savings', { en: 'Savings', zh: '节约' }, ['measure_savings'], 0.21),
        driver('', { en: 'all others', zh: '其他所有输入' }, ['demand_index'], 0.08),
      ],
      assumed: { first: 0.5, firstError: 0.02, total: 0.71, totalError: 0.02 },
    },
  ],
  shifts: [],
});

function driver(
  input: string,
  title: { en: string; zh: string },
  together: readonly string[],
  total: number,
) {
  return { input, title, together, first: total * 0.7, firstError: 0.02, total, totalError: 0.03 };
}

/** What moves the transition cost of 2030, by hand. */
export const SENSITIVITIES: readonly Sensitivity[] = (
  [
    ['eu_price', 'EUR_2024/tCO2e', 80, 250, -120, 340],
    ['china_ets_price', 'CNY_2023/tCO2e', 60, 900, -20, 90],
    ['green_power_share', '1', 0.3, 0.6, 45, -15],
  ] as const
).map(([quantity, unit, low, high, down, up]) => ({
  scenario: 'Net Zero 2050',
  strategy: 'Committed plan',
  headline: 'transition_cost',
  unit: 'MCNY_2023',
  year: 2030,
  quantity,
  item: '',
  from: 'range',
  input: { central: (low + high) / 2, low, high, unit },
  central: 380,
  low: 380 + down,
  high: 380 + up,
}));
