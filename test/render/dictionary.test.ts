// dictionary.csv: no column of any table of the pack without an entry, none of an entry that no table has.

import { readXlsx } from 'hucre/xlsx';
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

  it('has an entry for every column of every sheet of the workbook', async () => {
    const { rows } = await dictionary();
    const content = (await rendered).find(({ path }) => path === 'register.xlsx')?.content;
    const { sheets } = await readXlsx(content as Uint8Array, { readStyles: true });
    for (const sheet of sheets) {
      const entries = rows.flatMap(({ cells: [file, name, column = ''] }) =>
        file === 'register.xlsx' && name === sheet.name ? [column] : [],
      );
      const top = Number(/\d+/.exec(sheet.autoFilter?.range ?? '')?.[0]);
      if (sheet.autoFilter !== undefined) expect(entries).toEqual(sheet.rows[top - 1]?.map(String));
      // Sheets with several small tables: every head is white on dark, and nothing else is.
      const heads = [...(sheet.cells ?? [])].flatMap(([place, { style }]) => {
        const [row = 0, column = 0] = place.split(',').map(Number);
        return style?.font?.color?.rgb?.endsWith('FFFFFF') ? [String(sheet.rows[row]?.[column])] : [];
      });
      expect(heads.length).toBeGreaterThan(0);
      expect(new Set(entries)).toEqual(new Set(heads));
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
