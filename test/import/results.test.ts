// results.csv in the hands of others: tcfd import iamc reads it back with the codelist beside it, and it keeps pyam's rules.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load, loadCodelists, type Sources } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { render } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { textOf } from '../kit/golden-render.ts';
import { importCsv } from './kit.ts';

const PROJECT = fileURLToPath(new URL('../golden/project', import.meta.url));
/** As pyam names what a table must have, and columns that it takes for itself (pyam/utils.py). */
const IAMC = ['model', 'scenario', 'region', 'variable', 'unit', 'year', 'value'];
const ILLEGAL = ['data', 'meta', 'level', 'exclude', 'measurand', ''];
/** What pandas reads as no value. */
const NOTHING = /^(?:|#N\/A.*|#NA|-?1\.#(?:IND|QNAN)|-?nan|<NA>|N\/A|NA|NULL|NaN|None|n\/a|null)$/i;

const folder = mkdtempSync(join(tmpdir(), 'tcfd-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let results = '';
let codelists: Sources;
let table: ReturnType<typeof parseCsv>;

beforeAll(async () => {
  const { value: sources } = await load(['scenarios/bakery/study.yaml'], { cwd: PROJECT });
  const { value: findings } = run(sources, []);
  if (findings === undefined) throw new Error('the bakery does not run');
  const pack = await render({ ...findings, charts: [] }, { language: 'en', version: '1.2.3' });
  results = textOf(pack, 'results.csv');
  table = parseCsv(results);
  writeFileSync(join(folder, 'codelist.yaml'), textOf(pack, 'codelist.yaml'));
  codelists = (await loadCodelists([], 'results.csv', folder)).value;
});

/** Rows of the table in which these columns say this. */
const rowsOf = (where: Readonly<Record<string, string>>) =>
  table.rows.filter(({ cells }) =>
    Object.entries(where).every(([column, text]) => cells[table.header.indexOf(column)] === text),
  );

describe('results.csv', () => {
  const where = { strategy: 'As it is', statistic: 'central' };
  const asked = { where, source: 'iso-3166-1', licence: 'CC BY 4.0' };

  it('is read back by tcfd import iamc, one strategy at a time, to the last digit', async () => {
    const { csv, sidecar, imported, printed } = await importCsv(results, { ...asked, codelists });
    expect(printed).toBe('');
    const kept = rowsOf(where);
    expect(kept.length).toBeGreaterThan(100);
    expect(parseCsv(csv).header).toEqual(IAMC);
    const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join()).toSorted();
    expect(sorted(parseCsv(csv).rows.map(({ cells }) => cells))).toEqual(
      sorted(kept.map(({ cells }) => cells.slice(0, IAMC.length))),
    );
    expect(imported).toMatchObject({
      cells: { kept: kept.length, filtered: table.rows.length - kept.length, empty: 0 },
      filteredBy: { where: table.rows.length - kept.length },
      readAs: [],
    });
    expect(sidecar.replace(/\s+/g, ' ')).toContain(
      'chosen by --where "strategy=As it is" --where "statistic=central"',
    );
  });

  it('is not read where a column beyond the IAMC is left open, wrong or not there', async () => {
    const told = async (chosen: Readonly<Record<string, string>>) =>
      (await importCsv(results, { ...asked, where: chosen, codelists })).printed;
    const open = await told({ statistic: 'central' });
    expect(open).toContain('error import/column: unknown column "strategy"');
    expect(open).toContain('--where "strategy=TEXT"');
    expect(await told({ ...where, strategy: 'As it si' })).toContain(
      'no row has --where "strategy=As it si"\n  IAM_data.csv\n  = help: did you mean As it is?',
    );
    expect(await told({ ...where, climate: 'x' })).toContain('the header has no column "climate"');
    expect(await told({ ...where, scenario: 'x' })).toContain('use --scenario');
  });

  it('keeps the rules of pyam: columns, no empty cell, whole years, finite values, no row twice', () => {
    const { header, rows } = table;
    expect(header.slice(0, IAMC.length)).toEqual(IAMC);
    for (const column of header) {
      expect(column).toBe(column.toLowerCase());
      expect(ILLEGAL).not.toContain(column);
    }
    const empty = rows.filter(({ cells }) => cells.some((cell) => NOTHING.test(cell)));
    expect(empty).toEqual([]);
    for (const { cells } of rows) {
      expect(cells[5]).toMatch(/^\d{4}$/);
      expect(Number.isFinite(Number(cells[6]))).toBe(true);
    }
    const index = rows.map(({ cells }) => cells.filter((_, column) => column !== 6).join('\n'));
    expect(new Set(index).size).toBe(index.length);
    expect(new Set(rows.map(({ cells }) => cells[0]))).toEqual(
      new Set(['tcfd-scenarios 1.2.3 (Bakery pack)']),
    );
  });
});
