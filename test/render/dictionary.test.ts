// dictionary.csv: no column of any table of the pack without an entry, none of an entry that no table has.

import { parquetMetadata } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Artifacts } from '../../src/render/index.ts';
import { render } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { findings } from './fixture.ts';

const columnsOf = ({ path, content }: Artifacts[number]): readonly string[] => {
  if (path.endsWith('.csv')) return parseCsv(String(content)).header.map((column) => `${path} ${column}`);
  if (!path.endsWith('.parquet') || typeof content === 'string') return [];
  const { schema } = parquetMetadata(content.slice().buffer as ArrayBuffer);
  return schema.slice(1).map(({ name }) => `${path} ${name}`);
};

describe.each(['en', 'zh'] as const)('dictionary.csv in %s', (language) => {
  const rendered = render({ ...findings, charts: [] }, { language });
  const dictionary = async () =>
    parseCsv(String((await rendered).find(({ path }) => path === 'dictionary.csv')?.content));

  it('has an entry for every column of every table, in the order of the tables', async () => {
    const { rows } = await dictionary();
    const entries = rows
      .filter(({ cells }) => cells[1] === '')
      .map(({ cells: [file = '', , column = ''] }) => `${file} ${column}`);
    const columns = (await rendered).flatMap(columnsOf);
    expect(entries.toSorted()).toEqual(columns.toSorted());
    for (const file of new Set(rows.map(({ cells }) => cells[0] ?? ''))) {
      const start = `${file} `;
      const own = (all: readonly string[]) => all.filter((one) => one.startsWith(start));
      expect(own(entries)).toEqual(own(columns));
    }
  });

  it('says of each what it means in the language of the pack', async () => {
    const { header, rows } = await dictionary();
    expect(header).toEqual(['file', 'sheet', 'column', 'type', 'unit', 'means']);
    for (const { cells } of rows) {
      expect(cells[3]).toMatch(/^(?:text|choice|whole|number|date)$/);
      expect(cells[5]).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[A-Za-z]/);
    }
  });
});
