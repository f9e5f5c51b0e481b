// results.csv holds whatever the pack shows: the paths, and every number of the other tables once, none of them twice.
import { beforeAll, describe, expect, it } from 'vitest';
import { exact } from '../../src/render/charts/numbers.ts';
import { render } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { findings } from './fixture.ts';

type Row = Readonly<Record<string, string>>;
const tables = new Map<string, readonly Row[]>();

beforeAll(async () => {
  const artifacts = await render({ ...findings, charts: [] }, { language: 'en' });
  for (const path of ['results.csv', 'findings.csv', 'decisions.csv', 'sensitivities.csv']) {
    const content = artifacts.find((one) => one.path === path)?.content;
    if (content === undefined) continue;
    const { header, rows } = parseCsv(String(content));
    tables.set(
      path,
      rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))),
    );
  }
});

const rowsOf = (path: string): readonly Row[] => tables.get(path) ?? [];
const joined = (names: readonly (string | undefined)[]): string =>
  names
    .filter((name) => name !== undefined && name !== '')
    .join('|')
    .replaceAll('; ', '|');
const orAll = (name: string | undefined): string => (name === undefined || name === '' ? 'all' : name);

/** Rows of a table as results.csv is to have them: scenario, strategy, variable, statistic, year, value. */
function expected(path: string): readonly string[] {
  const base = String(findings.baseYear);
  return rowsOf(path).flatMap((row) => {
    const where = [orAll(row.scenario), orAll(row.strategy)];
    const year = row.year || base;
    const line = (names: readonly (string | undefined)[], statistic: string, value = '') =>
      value === '' ? [] : [[...where, joined(names), statistic, year, value].join()];
    if (path === 'sensitivities.csv')
      return ['low', 'high'].flatMap((end) =>
        line(['Sensitivity', row.headline, row.quantity, row.item, end], 'finding', row[end]),
      );
    if (path === 'decisions.csv')
      return line(
        ['Decision', row.finding, row.quantity, row.item, row.other_scenario],
        'finding',
        row.value,
      );
    const names = ['Finding', row.finding, row.name, row.item, row.input, row.input_item, row.part];
    return [...line(names, 'finding', row.value), ...line(names, 'standard_error', row.standard_error)];
  });
}

describe('results.csv', () => {
  it.each(['findings.csv', 'decisions.csv', 'sensitivities.csv'])('holds every number of %s', (path) => {
    const own = new Set(
      rowsOf('results.csv').map(({ scenario, strategy, variable, statistic, year, value }) =>
        [scenario, strategy, variable?.replace(/\|\d+$/, ''), statistic, year, value].join(),
      ),
    );
    const wanted = expected(path);
    if (path !== 'decisions.csv' || findings.decisions !== undefined)
      expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((row) => !own.has(row))).toEqual([]);
  });

  it('has no two rows of one scenario, strategy, variable, statistic and year, and no empty cell', () => {
    // The fixture draws each element by itself, which a study does not.
    const rows = rowsOf('results.csv').filter(
      ({ statistic }) => !/^(?:mean|P\d+|shortfall)/.test(statistic ?? ''),
    );
    const keys = rows.map(({ scenario, strategy, variable, statistic, year }) =>
      [scenario, strategy, variable, statistic, year].join('\n'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.filter((row) => Object.values(row).includes(''))).toEqual([]);
    expect(rows.some(({ value }) => value === exact(Number.NaN))).toBe(false);
  });
});
