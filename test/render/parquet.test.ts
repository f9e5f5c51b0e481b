// results.parquet, read by a reader of its own: the rows of results.csv in their order, typed, and no label that changed.

import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { exact } from '../../src/render/charts/numbers.ts';
import { resultsCsv } from '../../src/render/results.ts';
import { resultsParquet } from '../../src/render/results-parquet.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { hostileBakery, REVERSING } from '../kit/hostile.ts';
import { findings } from './fixture.ts';

interface Row {
  readonly model: string;
  readonly scenario: string;
  readonly region: string;
  readonly variable: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  readonly strategy: string;
  readonly statistic: string;
}

const bytesOf = async (found: Findings): Promise<ArrayBuffer> => {
  const bytes = await resultsParquet(found);
  return bytes.slice().buffer as ArrayBuffer;
};

const read = async (file: ArrayBuffer): Promise<readonly Row[]> =>
  (await parquetReadObjects({ file })) as unknown as readonly Row[];

/** As results.csv writes it: a formula has an apostrophe before it, a number 12 digits. */
const asWritten = (row: Row): readonly string[] =>
  [
    row.model,
    row.scenario,
    row.region,
    row.variable,
    row.unit,
    row.year,
    row.value,
    row.strategy,
    row.statistic,
  ].map((cell) => (typeof cell === 'number' ? exact(cell) : cell.replace(/^(?=[=+\-@])/, "'")));

const TEXT = ['BYTE_ARRAY', 'UTF8', 'REQUIRED'] as const;

describe('results.parquet', () => {
  let hostile: Findings;
  beforeAll(async () => {
    hostile = await hostileBakery();
  });

  it.each([
    'fixture',
    'hostile labels',
  ])('holds the rows of results.csv in their order: %s', async (which) => {
    const found = which === 'fixture' ? findings : hostile;
    const { header, rows } = parseCsv(resultsCsv(found));
    const file = await bytesOf(found);
    const all = await read(file);
    expect(Object.keys(all[0] ?? {})).toEqual(header);
    expect(all.map(asWritten)).toEqual(rows.map(({ cells }) => cells));
    expect(JSON.stringify(all)).not.toMatch(REVERSING);
  });

  it('holds every value to its last bit', async () => {
    // Of the headlines this one alone has no elements, whose sum would be a row more.
    const own = (await read(await bytesOf(hostile))).filter(
      ({ variable, statistic }) => variable === 'demand_index' && statistic === 'central',
    );
    const series = hostile.series.filter(({ quantity }) => quantity === 'demand_index');
    expect(own.map(({ value }) => value)).toEqual(series.flatMap(({ values }) => values));
  });

  it('types its columns, writes each text once, and has one group of rows a scenario with a strategy, then one of what is of all', async () => {
    const { schema, row_groups, key_value_metadata } = parquetMetadata(await bytesOf(hostile));
    expect(
      schema
        .slice(1)
        .map(({ name, type, converted_type, repetition_type }) => [
          name,
          type,
          converted_type,
          repetition_type,
        ]),
    ).toEqual([
      ...['model', 'scenario', 'region', 'variable', 'unit'].map((name) => [name, ...TEXT]),
      ['year', 'INT32', undefined, 'REQUIRED'],
      ['value', 'DOUBLE', undefined, 'REQUIRED'],
      ...['strategy', 'statistic'].map((name) => [name, ...TEXT]),
    ]);
    const cases = hostile.scenarios.length * hostile.strategies.length;
    expect(row_groups.length).toBe(cases + 1);
    for (const { columns } of row_groups.slice(0, cases)) {
      const [, scenario, , , , year, value] = columns.map(({ meta_data }) => meta_data);
      expect(scenario?.encodings).toContain('RLE_DICTIONARY');
      expect(scenario?.codec).toBe('SNAPPY');
      // A reader that wants one scenario skips the groups of the others.
      expect(scenario?.statistics?.min_value).toEqual(scenario?.statistics?.max_value);
      expect(year?.encodings).toContain('RLE_DICTIONARY');
      expect(value?.encodings).toEqual(['PLAIN']);
    }
    expect(key_value_metadata).toContainEqual({ key: 'as_of', value: hostile.asOf });
  });

  it('has the same bytes from run to run', async () => {
    expect(await resultsParquet(hostile)).toEqual(await resultsParquet(hostile));
  });
});
