// The numbers of a chart, chosen and brought to the unit shown: for the kinds.
import type { ChartRequest, Findings, Scenario, Series, Strategy } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { decimalsFor } from './numbers.ts';
import { scaled } from './units.ts';

/** A series in the unit shown, at the years of the chart. */
export interface Line {
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly item: string;
  readonly series: Series;
  readonly years: readonly number[];
  readonly values: readonly number[];
  readonly published: { readonly years: readonly number[]; readonly values: readonly number[] } | undefined;
}

/** What is shown, in which unit, with how many decimals. */
export interface Shown {
  readonly lines: readonly Line[];
  readonly scenarios: readonly Scenario[];
  readonly strategies: readonly Strategy[];
  /** True where they are all of the study. */
  readonly whole: { readonly scenarios: boolean; readonly strategies: boolean };
  /** Unit in words, after scaling. */
  readonly unit: string;
  readonly decimals: number;
  /** From a declared value of a quantity to the value shown. */
  readonly convert: (quantity: string, value: number) => number;
}

function cut(years: readonly number[], values: readonly number[], chosen: ReadonlySet<number>) {
  const kept = years.map((_, index) => index).filter((index) => chosen.has(years[index] ?? Number.NaN));
  return {
    years: kept.map((index) => years[index] ?? 0),
    values: kept.map((index) => values[index] ?? 0),
  };
}

const largestOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Those named, in the order of the study; all where none is. */
export const chosen = <Item extends { readonly name: string }>(
  all: readonly Item[],
  names: readonly string[],
): readonly Item[] => (names.length === 0 ? all : all.filter((one) => names.includes(one.name)));

/**
 * The series that a chart asks for.
 * @param stacked the largest sum, rather than the largest single value, decides the unit's scale
 */
export function select(
  request: ChartRequest,
  findings: Findings,
  language: Language,
  stacked = false,
): Shown {
  const scenarios = chosen(findings.scenarios, request.scenarios);
  const strategies = chosen(findings.strategies, request.strategies);
  const years = new Set(request.years.length === 0 ? findings.years : request.years);
  const asked = request.quantities.flatMap((quantity) =>
    findings.series.filter(
      (series) =>
        series.quantity === quantity &&
        scenarios.some((scenario) => scenario.name === series.scenario) &&
        strategies.some((strategy) => strategy.name === series.strategy),
    ),
  );
  const raw = asked.map((series) => {
    const unit = request.scale.get(series.quantity) ?? 1;
    const own = cut(series.years, series.values, years);
    const published = series.published && cut(series.published.years, series.published.values, years);
    return {
      series,
      years: own.years,
      values: own.values.map((value) => value * unit),
      published: published && { ...published, values: published.values.map((value) => value * unit) },
    };
  });
  const largest = stacked
    ? largestOf(
        sums(raw.map((line) => ({ ...line, key: `${line.series.scenario}\n${line.series.strategy}` }))),
      )
    : largestOf(raw.flatMap((line) => [...line.values, ...(line.published?.values ?? [])]));
  const scale = scaled(request.unit, largest, language);
  const down = (values: readonly number[]) => values.map((value) => value / scale.factor);
  return {
    lines: raw.map(({ series, years: at, values, published }) => ({
      scenario: series.scenario,
      strategy: series.strategy,
      quantity: series.quantity,
      item: series.item,
      series,
      years: at,
      values: down(values),
      published: published && { years: published.years, values: down(published.values) },
    })),
    scenarios,
    strategies,
    whole: {
      scenarios: scenarios.length === findings.scenarios.length,
      strategies: strategies.length === findings.strategies.length,
    },
    unit: scale.name,
    decimals: decimalsFor(largest / scale.factor),
    convert: (quantity, value) => (value * (request.scale.get(quantity) ?? 1)) / scale.factor,
  };
}

/** Sums of absolute values at each year within a key: no bar of the stack is longer. */
function sums(
  lines: readonly {
    readonly key: string;
    readonly years: readonly number[];
    readonly values: readonly number[];
  }[],
): number[] {
  const found = new Map<string, number>();
  for (const line of lines) {
    for (const [index, year] of line.years.entries()) {
      const key = `${line.key}\n${year}`;
      found.set(key, (found.get(key) ?? 0) + Math.abs(line.values[index] ?? 0));
    }
  }
  return [...found.values()];
}

/** The value at a year, 0 if the line has none. */
export function valueAt(
  line: { readonly years: readonly number[]; readonly values: readonly number[] },
  year: number,
): number {
  return line.values[line.years.indexOf(year)] ?? 0;
}

/** Distinct values in the order in which they come. */
export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

/** True if two lines that differ in nothing but `part` differ in their values. */
export function varies(lines: readonly Line[], part: 'scenario' | 'strategy'): boolean {
  const other = part === 'scenario' ? 'strategy' : 'scenario';
  const first = new Map<string, string>();
  return lines.some((line) => {
    const key = [line[other], line.quantity, line.item].join('\n');
    const values = line.values.join();
    const before = first.get(key) ?? values;
    first.set(key, before);
    return before !== values;
  });
}

/** The label of a quantity: the chart's own, else its title. */
export function labelOf(
  request: ChartRequest,
  findings: Findings,
  quantity: string,
  language: Language,
): string {
  const title = request.labels.get(quantity) ?? findings.quantities.get(quantity)?.title;
  return title ? named(title, language) : quantity;
}

/** Topic and unit: the line below the headline. */
export function topic(
  request: ChartRequest,
  unit: string,
  language: Language,
  ...more: readonly string[]
): string {
  const parts = [named(request.title, language), ...more, unit].filter((part) => part !== '');
  return parts.join(say(language, ', ', '，'));
}

/** The one year of a chart that draws one: the only one, else the medium horizon, else the last. */
export function yearOf(request: ChartRequest, findings: Findings): number {
  const years = request.years.length === 0 ? findings.years : request.years;
  const { medium } = findings.horizons;
  return years.length > 1 && years.includes(medium) ? medium : (years.at(-1) ?? findings.baseYear);
}
