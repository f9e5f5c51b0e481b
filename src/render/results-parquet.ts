// results.parquet: the rows of results.csv in their order, typed, each number with all the digits of the run.
import type { Findings } from '../analyse/index.ts';
import { parquet } from './parquet.ts';
import { plain } from './wording.ts';

const TEXTS = ['scenario', 'strategy', 'quantity', 'item', 'unit'] as const;
const GROUPED: ReadonlySet<string> = new Set(['scenario', 'strategy']);

/** All series in long form, one group of rows a scenario with a strategy. */
export function resultsParquet(findings: Findings): Promise<Uint8Array> {
  const { series, study, company, asOf } = findings;
  const count = series.reduce((sum, { years }) => sum + years.length, 0);
  const texts = TEXTS.map((name) => ({ name, data: new Array<string>(count) }));
  const year = new Int32Array(count);
  const value = new Float64Array(count);
  const harmless = new Map<string, string>();
  const groups: number[] = [];
  let last: (typeof series)[number] | undefined;
  let row = 0;
  for (const one of series) {
    if (one.scenario !== last?.scenario || one.strategy !== last.strategy) groups.push(0);
    last = one;
    groups[groups.length - 1] = (groups.at(-1) ?? 0) + one.years.length;
    for (const { name, data } of texts) {
      const written = one[name];
      const text = harmless.get(written) ?? plain(written);
      harmless.set(written, text);
      data.fill(text, row, row + one.years.length);
    }
    year.set(one.years, row);
    value.set(one.values, row);
    row += one.years.length;
  }
  return parquet({
    columns: [
      ...texts.map(({ name, data }) => ({ name, type: 'text' as const, data, grouped: GROUPED.has(name) })),
      { name: 'year', type: 'whole', data: year },
      { name: 'value', type: 'number', data: value },
    ],
    groups,
    about: { study: plain(study), company: plain(company), as_of: asOf },
  });
}
