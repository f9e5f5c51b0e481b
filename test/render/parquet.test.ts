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
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly item: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
}

const bytesOf = async (found: Findings): Promise<ArrayBuffer> => {
  const bytes = await resultsParquet(found);
  return bytes.slice().buffer as ArrayBuffer;
};

const read = async (file: ArrayBuffer): Promise<readonly Row[]> =>
  (await parquetReadObjects({ file })) as unknown as readonly Row[];

/** As results.csv writes it: a formula has an apostrophe before it, a number 12 digits. */
const asWritten = ({ scenario, strategy, quantity, item, unit, year, value }: Row): readonly string[] => [
  ...[scenario, strategy, quantity, item, unit].map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)),
  exact(year),
  exact(value),
];

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
    expect(all.length).toBe(found.series.reduce((sum, { values }) => sum + values.length, 0));
    expect(JSON.stringify(all)).not.toMatch(REVERSING);
  });

  it('holds every value to its last bit', async () => {
    const values = (await read(await bytesOf(hostile))).map(({ value }) => value);
    expect(values).toEqual(hostile.series.flatMap((series) => series.values));
  });

  it('types its columns, writes each text once, and has one group of rows a scenario with a strategy', async () => {
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
      ...['scenario', 'strategy', 'quantity', 'item', 'unit'].map((name) => [
        name,
        'BYTE_ARRAY',
        'UTF8',
        'REQUIRED',
      ]),
      ['year', 'INT32', undefined, 'REQUIRED'],
      ['value', 'DOUBLE', undefined, 'REQUIRED'],
    ]);
    expect(row_groups.length).toBe(hostile.scenarios.length * hostile.strategies.length);
    for (const { columns } of row_groups) {
      const [scenario, , , , , year, value] = columns.map(({ meta_data }) => meta_data);
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
