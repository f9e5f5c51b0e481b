// The rows of results.csv and results.parquet: whatever the pack shows year by year, in the long form of the IAMC.
import type { Findings, Series, SpreadSeries } from '../analyse/index.ts';
import { findingSeries } from './results-findings.ts';
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
export const variableOf = (quantity: string, item: string): string =>
  item === '' ? quantity : `${quantity}|${item.replaceAll('; ', '|')}`;

function ownRows({ scenario, strategy, quantity, item, unit, years, values, published }: Series) {
  const own = { scenario, strategy, variable: variableOf(quantity, item), unit };
  const rows: ResultSeries[] = [{ ...own, statistic: 'central', years, values }];
  if (published !== undefined) rows.push({ ...own, statistic: 'published', ...published });
  return rows;
}

/** A headline that is counted by elements, as the pack shows it: their sum. */
function sumOf(parts: readonly Series[]): readonly ResultSeries[] {
  const [first] = parts;
  if (first === undefined || first.item === '') return [];
  const { scenario, strategy, quantity: variable, unit, years } = first;
  const values = years.map((_, at) => parts.reduce((sum, part) => sum + (part.values[at] ?? Number.NaN), 0));
  return [{ scenario, strategy, variable, unit, statistic: 'central', years, values }];
}

function drawnRows({ scenario, strategy, quantity, unit, years, distributions }: SpreadSeries) {
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

interface Case {
  readonly scenario: string;
  readonly strategy: string;
}

/** By scenario and strategy, in the order in which they come. */
function byCase<Item extends Case>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const cases = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.scenario}\n${item.strategy}`;
    const own = cases.get(key);
    if (own === undefined) cases.set(key, [item]);
    else own.push(item);
  }
  return cases;
}

/**
 * Every row, one list a scenario with a strategy: quantities by element, sums of the headlines, what the draws say of them, and what the
 * pack shows beside; then one list of what is of all scenarios or strategies. No two rows of a list agree in variable, statistic and year.
 */
export function resultCases(findings: Findings): readonly (readonly ResultSeries[])[] {
  const summed = [...new Set(findings.headlines.map(({ quantity }) => quantity))];
  const drawn = byCase(findings.uncertainty?.series ?? []);
  const series = byCase(findings.series);
  const found = byCase(findingSeries(findings));
  const rest = [...found].flatMap(([key, own]) => (series.has(key) ? [] : own));
  return [
    ...[...series].map(([key, own]) => [
      ...own.flatMap(ownRows),
      ...summed.flatMap((name) => sumOf(own.filter(({ quantity }) => quantity === name))),
      ...(drawn.get(key) ?? []).flatMap(drawnRows),
      ...(found.get(key) ?? []),
    ]),
    ...(rest.length === 0 ? [] : [rest]),
  ];
}
