// The rows of results.csv and results.parquet: whatever the pack shows year by year, in the long form of the IAMC.
import type { Findings, Series, SpreadSeries } from '../analyse/index.ts';
import { variableName } from './results-names.ts';
import { named } from './wording.ts';

/** Columns in the order of the files: those of the IAMC, then what it has no column for. */
export const RESULT_COLUMNS = [
  ...(['model', 'scenario', 'region', 'variable', 'unit', 'year', 'value'] as const),
  ...(['strategy', 'statistic'] as const),
] as const;

/** The percentiles of a distribution, by name, in its order. */
export const PERCENTILES = ['P5', 'P25', 'P50', 'P75', 'P95'] as const;

/** The central case, the provider's own path before it was joined to observed years, what the draws say, or a number beside all paths. */
export type Statistic =
  | 'central'
  | 'published'
  | 'mean'
  | (typeof PERCENTILES)[number]
  | 'shortfall_low'
  | 'shortfall_high'
  | 'finding'
  | 'standard_error';

/** One variable in one scenario with one strategy: a value a year. */
export interface ResultSeries {
  readonly scenario: string;
  readonly strategy: string;
  readonly variable: string;
  readonly unit: string;
  readonly statistic: Statistic;
  readonly years: readonly number[];
  readonly values: readonly number[];
}

/** A text that stands in every row, cut to a length that no honest one has: the rows are hundreds of thousands. */
const constant = (text: string): string => named({ en: text, zh: text }, 'en');

/** What computed the numbers: this program, and the study, since a what-if says so in its name. */
export const modelOf = ({ study }: Findings, version: string | undefined): string =>
  constant(`tcfd-scenarios${version === undefined ? '' : ` ${version}`} (${study})`);

export const regionOf = ({ company }: Findings): string => constant(company);

/** A quantity, and below it its element: `site_loss|north|flood`. */
const variableOf = (quantity: string, item: string): string => variableName([quantity, item]);

export function ownRows(series: Series): readonly ResultSeries[] {
  const { scenario, strategy, quantity, item, unit, years, values, published } = series;
  const variable = variableOf(quantity, item);
  const own: ResultSeries = { scenario, strategy, variable, unit, statistic: 'central', years, values };
  return published === undefined ? [own] : [own, { ...own, statistic: 'published', ...published }];
}

/** A headline that is counted by elements, as the pack shows it: their sum. */
export function sumOf(parts: readonly Series[]): readonly ResultSeries[] {
  const [first] = parts;
  if (first === undefined || first.item === '') return [];
  const { scenario, strategy, quantity: variable, unit, years } = first;
  const values = years.map((_, at) => parts.reduce((sum, part) => sum + (part.values[at] ?? Number.NaN), 0));
  return [{ scenario, strategy, variable, unit, statistic: 'central', years, values }];
}

export function drawnRows({ scenario, strategy, quantity, unit, years, distributions }: SpreadSeries) {
  const row = (statistic: Statistic, of: (distribution: (typeof distributions)[number]) => number) => ({
    ...{ scenario, strategy, variable: quantity, unit, statistic, years },
    values: distributions.map(of),
  });
  return [
    row('mean', ({ mean }) => mean),
    ...PERCENTILES.map((name, at) => row(name, ({ percentiles }) => percentiles[at] ?? Number.NaN)),
    row('shortfall_low', ({ lowTail }) => lowTail),
    row('shortfall_high', ({ highTail }) => highTail),
  ];
}
