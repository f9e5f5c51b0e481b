// Chart kind `fan`: how a quantity is spread over the draws, year by year: bands around the median, scenario x strategy.

import type { ChartRequest, Findings, SpreadSeries } from '../../analyse/index.ts';
import { type Language, say } from '../wording.ts';
import { asFans } from './bodies.ts';
import { type Case, type Cases, caseName, casesOf, sameFor } from './cases.ts';
import type { Sketching } from './chart.ts';
import { distinct, labelOf, type Shown, select } from './data.ts';
import type { Band, FanPanel } from './fan_panels.ts';
import { fixed } from './numbers.ts';
import { COLOUR } from './theme.ts';
import { briefUnit, signOf } from './units.ts';

/** Positions of the reported percentiles. */
const [LOW, LOWER, MEDIAN, UPPER, HIGH] = [0, 1, 2, 3, 4] as const;

export function seriesOf(one: Case, request: ChartRequest, findings: Findings): SpreadSeries | undefined {
  const [quantity] = request.quantities;
  return findings.uncertainty?.series.find(
    (series) =>
      series.quantity === quantity &&
      series.scenario === one.scenario.name &&
      series.strategy === one.strategy.name,
  );
}

/** A series as bands, in the unit shown, at the years of the chart. */
function panelOf(series: SpreadSeries, request: ChartRequest, shown: Shown): FanPanel {
  const kept = series.years.flatMap((year, index) =>
    request.years.length === 0 || request.years.includes(year) ? [index] : [],
  );
  const percentile = (which: number): number[] =>
    kept.map((index) => shown.convert(series.quantity, series.distributions[index]?.percentiles[which] ?? 0));
  const band = (low: number, high: number): Band => ({ low: percentile(low), high: percentile(high) });
  return {
    years: kept.map((index) => series.years[index] ?? 0),
    wide: band(LOW, HIGH),
    narrow: band(LOWER, UPPER),
    median: percentile(MEDIAN),
    central: kept.map((index) => shown.convert(series.quantity, series.central[index] ?? 0)),
  };
}

/** What strategies do not touch is drawn once: a price, for example. */
export function drawnOnce(asked: Shown, request: ChartRequest, findings: Findings): Shown {
  const bands = (one: Case): string => JSON.stringify(seriesOf(one, request, findings)?.distributions);
  const same = asked.scenarios.every(
    (scenario) => distinct(asked.strategies.map((strategy) => bands({ scenario, strategy }))).length <= 1,
  );
  return same ? { ...asked, strategies: asked.strategies.slice(0, 1) } : asked;
}

/** The case that may come out highest: its range in the year in which the committee looks. */
function headline(
  name: string,
  panels: readonly FanPanel[],
  made: Cases,
  year: number,
  shown: Shown,
  language: Language,
): string {
  const ends = panels.map((panel) => {
    const index = Math.max(0, panel.years.indexOf(year));
    return { low: panel.wide.low[index] ?? 0, high: panel.wide.high[index] ?? 0 };
  });
  const at = ends.reduce(
    (best, end, index) => (end.high > (ends[best]?.high ?? -Infinity) ? index : best),
    0,
  );
  const found = ends[at];
  const one = made.cases[at];
  if (found === undefined || one === undefined)
    return say(language, 'No draws to show', '没有可显示的抽样结果');
  const amount = (value: number): string => fixed(value, shown.decimals);
  const where = made.cases.length > 1 ? caseName(one, made, language) : '';
  const unit = briefUnit(shown.unit, language);
  return say(
    language,
    `${name} in ${year}: nine times in ten between ${amount(found.low)} and ${amount(found.high)}${unit}${where === '' ? '' : ` (${where})`}`,
    `${year} 年${name}：九成情形在 ${amount(found.low)} 至 ${amount(found.high)}${unit}之间${where === '' ? '' : `（${where}）`}`,
  );
}

export const fan: Sketching = (request, findings, language) => {
  const asked = select(request, findings, language);
  const shown = drawnOnce(asked, request, findings);
  const all = casesOf(shown, language);
  const found = all.cases.map((one) => seriesOf(one, request, findings));
  const made = { ...all, cases: all.cases.filter((_, index) => found[index] !== undefined) };
  const panels = found.flatMap((series) => (series === undefined ? [] : [panelOf(series, request, shown)]));
  const [quantity = ''] = request.quantities;
  const name = labelOf(request, findings, quantity, language);
  const years = panels[0]?.years ?? [];
  const year = years.includes(findings.horizons.medium) ? findings.horizons.medium : (years.at(-1) ?? 0);
  const { draws = 0, inputs = 0 } = findings.uncertainty ?? {};
  return {
    headline: headline(name, panels, made, year, shown, language),
    facts: sameFor(shown, asked, made, language),
    unit: shown.unit,
    notes: [
      say(
        language,
        `${fixed(draws, 0)} draws of ${inputs} uncertain inputs, the same in every case.`,
        `${inputs} 项不确定输入，${fixed(draws, 0)} 次抽样，各情形使用相同的抽样。`,
      ),
    ],
    left: made.left,
    ...asFans({
      panels,
      columns: made.columns,
      rows: made.rows,
      decimals: shown.decimals,
      sign: signOf(shown.unit, language),
      legend: [
        { mark: 'line', color: COLOUR.navy, label: say(language, 'median', '中位数') },
        { mark: 'box', color: NARROW, label: say(language, 'half of the draws', '半数抽样') },
        {
          mark: 'box',
          color: WIDE,
          label: say(language, 'nine in ten (P5 to P95)', '九成抽样（P5 至 P95）'),
        },
        { mark: 'dashes', color: COLOUR.red, label: say(language, 'central case', '中心情形') },
      ],
    }),
  };
};

/** Opaque tints of navy, since some viewers draw translucent areas too light. */
const NARROW = '#9db8cd';
const WIDE = '#d5e1ea';
