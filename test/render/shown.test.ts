// What a chart shows stands in a table of the pack: its numbers are found in results.csv, findings.csv or sensitivities.csv.

import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartRequest } from '../../src/analyse/index.ts';
import { kinds } from '../../src/render/charts/index.ts';
import { render } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { findings } from './fixture.ts';

/** Of a picture's data: what is no number of the study. */
const BESIDE = new Set(['years', 'observedUntil', 'year', 'decimals']);
/** The ends of an axis of lying bars, beside which every bar says its own. */
const AXIS = new Set(['low', 'high']);

function numbersIn(value: unknown, key = '', axis = false): readonly number[] {
  if (BESIDE.has(key) || (axis && AXIS.has(key))) return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => numbersIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersIn(one, name));
}

type Row = Readonly<Record<string, string>>;
const tables = new Map<string, readonly Row[]>();

beforeAll(async () => {
  const artifacts = await render({ ...findings, charts: [] }, { language: 'en' });
  for (const path of ['results.csv', 'findings.csv', 'sensitivities.csv']) {
    const { header, rows } = parseCsv(String(artifacts.find((one) => one.path === path)?.content));
    tables.set(
      path,
      rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))),
    );
  }
});

const rowsOf = (path: string): readonly Row[] => tables.get(path) ?? [];
const quantityOf = ({ variable = '' }: Row): string => variable.split('|')[0] ?? '';

/** What one strategy has more than another in the same scenario and year. */
function apart(rows: readonly Row[]): readonly number[] {
  const same = new Map<string, number[]>();
  for (const { variable, scenario, year, statistic, value } of rows) {
    const key = [variable, scenario, year, statistic].join('\n');
    same.set(key, [...(same.get(key) ?? []), Number(value)]);
  }
  return [...same.values()].flatMap((values) => values.flatMap((one) => values.map((other) => one - other)));
}

/** What the tables say of the quantities of a chart, and the sums over elements. */
function told(request: ChartRequest): readonly number[] {
  const parts = request.quantities.flatMap((name) => findings.totals.get(name) ?? []);
  const names = [...request.quantities, ...parts.map(({ quantity }) => quantity)];
  const own = rowsOf('results.csv').filter((row) => names.includes(quantityOf(row)));
  const sums = new Map<string, number>();
  for (const row of own) {
    const key = [quantityOf(row), row.scenario, row.strategy, row.year, row.statistic].join('\n');
    sums.set(key, (sums.get(key) ?? 0) + Number(row.value));
  }
  const more = rowsOf('findings.csv').filter(
    ({ name = '', unit }) =>
      names.includes(name) || findings.targets.some((one) => one.name === name && one.unit === unit),
  );
  const moved = rowsOf('sensitivities.csv').filter(({ headline = '' }) => names.includes(headline));
  return [
    ...(request.kind === 'difference' ? apart(own) : []),
    ...own.map(({ value }) => Number(value)),
    ...sums.values(),
    // A whisker reaches one standard error to both sides.
    ...more.flatMap(({ value, standard_error: error }) =>
      [-1, 0, 1].map((sign) => Number(value) + sign * Number(error)),
    ),
    ...moved.flatMap(({ central, low, high }) => [central, low, high].map(Number)),
  ];
}

const SLACK = 1e-9;

/** Numbers of a picture that are no number told, in one unit for all of the picture. */
function missing(shown: readonly number[], from: readonly number[], scales: readonly number[]) {
  const known = [...new Set(from.map(Math.abs))].sort((one, other) => one - other);
  const isTold = (value: number): boolean => {
    let [low, high] = [0, known.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((known[middle] ?? 0) < value * (1 - SLACK)) low = middle + 1;
      else high = middle;
    }
    return Math.abs((known[low] ?? Number.NaN) - value) <= SLACK * value;
  };
  const left = scales.map((scale) => shown.filter((one) => one !== 0 && !isTold(Math.abs(one) / scale)));
  return left.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

describe('the numbers of a chart stand in a table of the pack', () => {
  const charts = findings.charts.filter(({ kind }) => kind !== 'heat_map' && kind !== 'abatement_curve');
  it.each(charts.map((request) => [request.name, request] as const))('%s', (_, request) => {
    const { shows } = kinds[request.kind]?.build(request, findings, 'en') ?? {};
    const shown = numbersIn(shows?.picture, '', shows?.kind === 'lying');
    const scales = [...request.scale.values(), 1].flatMap((scale) =>
      [-8, -6, -4, -3, 0, 2, 3].map((power) => scale * 10 ** power),
    );
    expect(shown.filter((one) => one !== 0).length).toBeGreaterThan(2);
    expect(missing(shown, told(request), scales)).toEqual([]);
    // One that no table has is found out.
    expect(missing([...shown, Math.PI], told(request), scales)).toEqual([Math.PI]);
  });
});
