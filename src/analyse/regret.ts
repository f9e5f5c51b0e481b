// What a choice is regretted by: how much more a strategy costs in each scenario than the one that costs least there.
import type { RegretFinding, StrategyRegret } from './regret-types.ts';
import type { ChartRequest, Findings } from './types.ts';

/** Costs that differ by less than this share of the largest are one cost: sums of floats end in noise. */
const NOISE = 1e-12;

/** The kind of chart that asks for regrets. */
const REGRET = 'regret';

type Asked = Pick<Findings, 'series' | 'years' | 'baseYear' | 'horizons'>;

/** A cost in a year, and who is compared where. */
interface Question {
  readonly quantity: string;
  readonly year: number;
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
}

/** One regret for each chart that shows one, in the scenarios and strategies of the chart. */
export function findRegrets(asked: Asked, charts: readonly ChartRequest[]): readonly RegretFinding[] {
  return charts.filter(({ kind }) => kind === REGRET).map((chart) => regretOf(asked, chart));
}

/** The one year that a chart looks at: the only one, else the medium horizon, else the last. */
function yearOf({ years: chosen }: ChartRequest, { years: all, baseYear, horizons }: Asked): number {
  const years = chosen.length === 0 ? all : chosen;
  return years.length > 1 && years.includes(horizons.medium) ? horizons.medium : (years.at(-1) ?? baseYear);
}

/** The regret of each strategy about the first quantity of a chart. */
function regretOf(asked: Asked, chart: ChartRequest): RegretFinding {
  const [quantity = ''] = chart.quantities;
  const year = yearOf(chart, asked);
  return { chart: chart.name, ...regretAbout({ ...chart, quantity, year }, asked.series) };
}

/** The regret of each strategy about a cost of the central case; a cost over base has its one value in every year. */
export function regretAbout(
  { quantity, year, scenarios, strategies: names }: Question,
  all: Asked['series'],
): Omit<RegretFinding, 'chart'> {
  const series = all.filter((one) => one.quantity === quantity);
  const costOf = (scenario: string, strategy: string): number =>
    series
      .filter((one) => one.scenario === scenario && one.strategy === strategy)
      .reduce(
        (sum, { years, values }) => sum + (values[years.length === 1 ? 0 : years.indexOf(year)] ?? 0),
        0,
      );
  const strategies = names.map((strategy) => ({
    strategy,
    costs: scenarios.map((scenario) => costOf(scenario, strategy)),
  }));
  const least = scenarios.map((_, place) => Math.min(...strategies.map(({ costs }) => costs[place] ?? 0)));
  const noise = NOISE * Math.max(0, ...strategies.flatMap(({ costs }) => costs.map(Math.abs)));
  const found = strategies.map(({ strategy, costs }): StrategyRegret => {
    const regrets = costs.map((cost, place) => {
      const more = cost - (least[place] ?? 0);
      return more > noise ? more : 0;
    });
    const largest = Math.max(0, ...regrets);
    const where = scenarios.filter((_, place) => largest > 0 && largest - (regrets[place] ?? 0) <= noise);
    return { strategy, costs, regrets, largest, where };
  });
  const smallest = Math.min(...found.map(({ largest }) => largest));
  return {
    quantity,
    year,
    scenarios,
    strategies: found,
    least: found.filter(({ largest }) => largest - smallest <= noise).map(({ strategy }) => strategy),
  };
}
