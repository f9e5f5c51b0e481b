// results.csv holds whatever the pack shows: the paths, and every number of the other tables once, none of them twice.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exact } from '../../src/render/charts/numbers.ts';
import { render } from '../../src/render/index.ts';
import { resultCases } from '../../src/render/results-cases.ts';
import { LONGEST_NAME, variableName } from '../../src/render/results-names.ts';
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

describe('a variable', () => {
  const grouped = (count: number): typeof findings => {
    const { uncertainty } = findings;
    const [first] = uncertainty?.drivers ?? [];
    if (uncertainty === undefined || first === undefined) throw new Error('the fixture draws nothing');
    const together = Array.from({ length: count }, (_, at) => `input_number_${at}`);
    const [driver] = first.drivers;
    if (driver === undefined) throw new Error('no driver');
    const drivers = [{ ...first, drivers: [...first.drivers, { ...driver, input: '', together }] }];
    return { ...findings, uncertainty: { ...uncertainty, drivers } };
  };
  const spread = (count: number): readonly string[] =>
    resultCases(grouped(count))
      .flat()
      .map(({ variable }) => variable)
      .filter((name) => name.startsWith('Finding|share of the spread|'));

  it('names every input of a group while it can, then the first and how many follow', () => {
    expect(spread(3).join()).toContain('|input_number_0|input_number_1|input_number_2|total');
    expect(spread(90).join()).toContain('|input_number_0|and 89 more|total');
    expect(spread(90).join()).not.toContain('input_number_1|');
  });

  it('has at most 255 characters, whatever is listed, and differs where what it names does', () => {
    const word = fc.string({ minLength: 1, maxLength: 90 }).filter((text) => !/[;|]/.test(text));
    const list = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join('; '));
    fc.assert(
      fc.property(list, list, word, (one, other, end) => {
        const names = [one, other].map((inputs) => variableName(['Finding', inputs, end]));
        for (const name of names) expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
        if (one !== other) expect(names[0]).not.toBe(names[1]);
        expect(variableName(['Finding', one, end], one).length).toBeLessThanOrEqual(LONGEST_NAME);
      }),
    );
    for (const own of resultCases(grouped(90)).flat())
      expect(own.variable.length).toBeLessThanOrEqual(LONGEST_NAME);
  });
});
