// results.parquet: the rows of results.csv in their order, typed, each number with all the digits of the run.
import type { Findings } from '../analyse/index.ts';
import { type ParquetColumn, parquet } from './parquet.ts';
import { resultCases } from './results-cases.ts';
import { modelOf, RESULT_COLUMNS, regionOf } from './results-rows.ts';
import { plain } from './wording.ts';

const GROUPED: ReadonlySet<string> = new Set(['scenario', 'strategy']);

/**
 * All rows in the long form of the IAMC, one group of rows a scenario with a strategy, and one of what is of all of them.
 * @param version this product's, for the model's name
 */
export function resultsParquet(
  findings: Findings,
  version?: string,
  cases = resultCases(findings),
): Promise<Uint8Array> {
  const { study, company, asOf } = findings;
  const groups = cases.map((rows) => rows.reduce((sum, { years }) => sum + years.length, 0));
  const count = groups.reduce((sum, rows) => sum + rows, 0);
  const harmless = new Map<string, string>();
  const textOf = (written: string): string => {
    const known = harmless.get(written);
    if (known !== undefined) return known;
    const text = plain(written);
    harmless.set(written, text);
    return text;
  };
  const constant = (text: string): string[] => new Array<string>(count).fill(textOf(text));
  const empty = (): string[] => new Array<string>(count);
  const texts = {
    model: constant(modelOf(findings, version)),
    region: constant(regionOf(findings)),
    ...{ scenario: empty(), variable: empty(), unit: empty(), strategy: empty(), statistic: empty() },
  };
  const year = new Int32Array(count);
  const value = new Float64Array(count);
  let from = 0;
  for (const series of cases.flat()) {
    const to = from + series.years.length;
    for (const name of ['scenario', 'variable', 'unit', 'strategy', 'statistic'] as const)
      texts[name].fill(textOf(series[name]), from, to);
    year.set(series.years, from);
    value.set(series.values, from);
    from = to;
  }
  const column = (name: (typeof RESULT_COLUMNS)[number]): ParquetColumn => {
    if (name === 'year') return { name, type: 'whole', data: year };
    if (name === 'value') return { name, type: 'number', data: value };
    return { name, type: 'text', data: texts[name], grouped: GROUPED.has(name) };
  };
  return parquet({
    columns: RESULT_COLUMNS.map(column),
    groups,
    about: { study: plain(study), company: plain(company), as_of: asOf },
  });
}
