// Workbooks as other programs write them (the fixtures were not made by the library that reads them), and as hostile hands do.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importCsv, importWorkbook, MODEL, rowsOf } from './kit.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`${name}.xlsx`, import.meta.url)));

const NAMES = [MODEL, 'Net Zero 2050', 'World', 'Price|Carbon', 'US$2010/t CO2'];
const HEADER = ['Model', 'Scenario', 'Region', 'Variable', 'Unit'];

const workbook = (
  rows: readonly (readonly (string | number | null)[])[],
  name = 'data',
): Promise<Uint8Array> => writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] });

describe('a workbook', () => {
  it('gives shared, inline and typed texts, the last value of a formula, and counts what is empty', async () => {
    const { imported, csv, printed } = await importWorkbook(fixture('iam-data'));
    expect(printed).toBe('');
    expect(rowsOf(csv).map((line) => line.split(/,(?=[^,]*,\d{4},)/)[1])).toEqual([
      'US$2010/t CO2,2020,98.5',
      'US$2010/t CO2,2025,0.1',
      'US$2010/t CO2,2030,183',
      'US$2010/t CO2,2025,2.5',
      'US$2010/t CO2,2030,3.5',
      'US$2010/t CO2,2020,1',
      'US$2010/t CO2,2030,-0.00001',
      'Mt CO2/yr,2020,1',
      'Mt CO2/yr,2025,2',
      'Mt CO2/yr,2030,3',
    ]);
    expect(imported).toMatchObject({
      cells: { kept: 10, empty: 2, filtered: 0 },
      readAs: [{ column: 'scenario', written: 'Below 2?C', as: 'Below 2°C' }],
      sheet: 'IAM data',
      otherSheets: ['README'],
    });
  });

  it('has errors, days, true and false, formulas as names and notes beside the table told by cell', async () => {
    const { printed } = await importWorkbook(fixture('hostile'));
    await expect(`${printed}\n`).toMatchFileSnapshot('hostile.txt');
  });

  it('with two tables asks which', async () => {
    const { printed } = await importWorkbook(fixture('two-tables'));
    expect(printed).toContain('several sheets hold a table: "data", "data 2"');
    const { csv } = await importWorkbook(fixture('two-tables'), { sheet: 'data 2' });
    expect(rowsOf(csv)[0]).toMatch(/,2020,2$/);
    expect((await importWorkbook(fixture('two-tables'), { sheet: 'dta' })).printed).toContain(
      'did you mean data?',
    );
  });

  it('names a sheet with spaces as a spreadsheet does', async () => {
    const bytes = await workbook(
      [
        [...HEADER, 2020],
        [...NAMES, 'x'],
      ],
      "bob's data",
    );
    expect((await importWorkbook(bytes)).printed).toContain("IAM_data.xlsx:'bob''s data'!F2");
  });

  it('is the same as the CSV of the same cells', async () => {
    const rows = [
      [...HEADER, 2020, '2025', 2030],
      [...NAMES, 1.5, null, 1e21],
    ];
    const csv = rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n');
    expect((await importWorkbook(await workbook(rows))).csv).toBe((await importCsv(csv)).csv);
  });

  it.each([
    ['another archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['half of one', fixture('iam-data').subarray(0, 900)],
    [
      'one with a broken part',
      fixture('iam-data').map((byte, index) => (index > 900 && index < 1400 ? 0 : byte)),
    ],
  ])('that is %s is told in words', async (_, bytes) => {
    const { printed, imported } = await importWorkbook(bytes);
    expect(imported).toBeUndefined();
    expect(printed).toMatch(/^error import\/(?:sheet|table|column): /);
  });

  it('without a table names the columns that one has', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['x']] },
        { name: 'b', rows: [] },
      ],
    });
    expect((await importWorkbook(bytes)).printed).toContain(
      'no sheet begins with the columns model, scenario',
    );
  });

  it('is none where a sheet of a CSV is asked for', async () => {
    expect((await importCsv('a,b\n', { sheet: 'data' })).printed).toContain('IAM_data.csv has no sheets');
  });
});
