// tcfd import iamc as a newcomer meets it: a downloaded table becomes a pair, a scenario reads it, the study is checked and run.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/bundle.js';
import { start } from '../house/command-line.ts';
import { HEADER, MODEL, row } from './kit.ts';

const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const REFERENCE = fileURLToPath(new URL('../../scenarios/reference/', import.meta.url));
const PAIR = ['scenarios/reference/my-prices.csv', 'scenarios/reference/my-prices.yaml'];

let folder = '';
let command = '';
let project = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tcfd-import-bundle-'));
  await bundle(folder);
  // As in an installed package: what the bundle leaves outside is found beside it.
  symlinkSync(PACKAGES, join(folder, 'node_modules'));
  command = join(folder, 'tcfd.js');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const tcfd = (...words: readonly string[]) => start(command, words, { cwd: project });

/** A download with prices of two scenarios and things that nobody asked for; all numbers made up. */
const TABLE = [
  HEADER,
  row({}, '10,20,30'),
  row({ scenario: 'Below 2?C' }, '1,,5'),
  row({ scenario: 'Below 2?C', variable: 'Emissions|CO2', unit: 'Mt CO2/yr' }, '7,8,9'),
  row({ region: `${MODEL}|China` }, '9,9,9'),
  '',
].join('\r\n');
const IMPORT = ['import', 'iamc', 'IAM data.csv', '--variable', 'Price|Carbon', '--region', 'World'];

const STUDY: Readonly<Record<string, string>> = {
  'company.yaml': [
    'company: Acme\nabout: A works that pays for its emissions\nbase_year: 2020\nmodels: [model.yaml]',
    'reference: [../reference/sources.yaml]',
    'values:\n  emissions: { is: 100 tCO2e, assumed: made up for a test, confidence: low }\n',
  ].join('\n'),
  'model.yaml': [
    'model: cost\nabout: What emissions cost',
    'inputs:',
    '  price: { about: Price, unit: USD_2010/tCO2e, set_by: scenario }',
    '  emissions: { about: Emissions, unit: tCO2e, set_by: company }',
    'formulas:',
    '  cost: { about: Cost of emissions, unit: USD_2010, is: price * emissions }\n',
  ].join('\n'),
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
  'strategy.yaml': 'strategy: Plan\ntitle: { en: Plan, zh: 计划 }\nabout: Nothing is done\n',
  'scenario.yaml': [
    'scenario: Below two degrees\ntitle: { en: Below two degrees, zh: 低于二度 }\nnarrative: A price that grows',
    'kind: transition\nbecause: It was imported',
    'values:\n  price: { from: ../reference/my-prices.yaml, where: { scenario: Below 2°C } }\n',
  ].join('\n'),
  'study.yaml': [
    'study: Small\nas_of: 2026-11-22\ncompany: company.yaml\nscenarios: [scenario.yaml]\nstrategies: [strategy.yaml]',
    'years: 2020 to 2030\nhorizons: { short: 2020, medium: 2025, long: 2030 }',
    'money: { report_in: USD_2010, table: money.yaml }\nheadlines: [cost]\n',
  ].join('\n'),
};

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-import-')));
  for (const path of ['sources.yaml', 'codelists'])
    cpSync(join(REFERENCE, path), join(project, 'scenarios/reference', path), { recursive: true });
  put('IAM data.csv', `\uFEFF${TABLE}`);
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('tcfd import iamc', () => {
  it('writes a pair that a study reads at once: checked without a word, run to the numbers of the table', async () => {
    const made = await tcfd(...IMPORT, '--out', 'scenarios/reference/my-prices');
    expect([made.code, made.stdout]).toEqual([
      0,
      [
        'Scenario       kept  empty  filtered out',
        'Net Zero 2050     3      0             3',
        'Below 2°C         2      1             3',
        '',
        'Variable      kept  empty  filtered out',
        'Price|Carbon     5      1             3',
        '1 other          0      0             3',
        '',
        'All cells  kept  empty  filtered out',
        '12            5      1             6',
        '',
        'scenario "Below 2?C" is read as Below 2°C',
        '--variable filters out 3 cells',
        '--region filters out 3 cells',
        '',
      ].join('\n'),
    ]);
    expect(made.stderr).toBe(
      [
        `${PAIR.join(', ')}: 5 values, source ngfs-phase5`,
        'in a scenario: my_input: { from: ../reference/my-prices.yaml, where: { scenario: Net Zero 2050 } }',
        '',
      ].join('\n'),
    );
    for (const [path, text] of Object.entries(STUDY)) put(`scenarios/acme/${path}`, text);
    const checked = await tcfd('check', 'scenarios/acme/study.yaml');
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect((await tcfd('run', 'scenarios/acme/study.yaml')).code).toBe(0);
    // 1 to 5 dollars from 2020 to 2030, on 100 tonnes; 2025 is empty in the table, so it lies between.
    const results = read('out/study/results.csv');
    for (const [year, cost] of [
      [2020, 100],
      [2025, 300],
      [2030, 500],
    ])
      expect(results).toMatch(
        new RegExp(`^.*,Below two degrees,Acme,cost,.*,${year},${cost},Plan,central$`, 'm'),
      );
    expect(read('out/study/assumptions.md')).toContain('NGFS Climate Scenarios, Phase V');
    const record = JSON.parse(read('out/study/run.json'));
    expect(record.inputs.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(PAIR));
  });

  it('reads what a run leaves, by the codelist beside it', async () => {
    await tcfd(...IMPORT, '--out', 'scenarios/reference/my-prices');
    for (const [path, text] of Object.entries(STUDY)) put(`scenarios/acme/${path}`, text);
    await tcfd('run', 'scenarios/acme/study.yaml');
    const chosen = ['--variable', 'cost', '--where', 'strategy=Plan', '--where', 'statistic=central'];
    const origin = ['--source', 'ngfs-phase5', '--licence', 'made up'];
    const back = await tcfd('import', 'iamc', 'out/study/results.csv', ...chosen, ...origin);
    expect([back.code, back.stderr.split('\n')[0]]).toEqual([
      0,
      'scenarios/reference/results.csv, scenarios/reference/results.yaml: 11 values, source ngfs-phase5',
    ]);
    expect(read('scenarios/reference/results.csv')).toContain(
      ',Below two degrees,Acme,cost,USD_2010,2025,300\n',
    );
  });

  it('tells in Chinese what it kept, and how a scenario reads it', async () => {
    const { stdout, stderr } = await tcfd(
      ...IMPORT,
      '--out',
      'scenarios/reference/my-prices',
      '--lang',
      'zh',
    );
    for (const said of [
      /^情景 +保留 +空白 +筛除$/m,
      /^其余 1 项 +0 +0 +3$/m,
      /^全部单元格 +保留 +空白 +筛除$/m,
      /^scenario "Below 2\?C" 读作 Below 2°C$/m,
      /^--variable 筛除 3 个单元格$/m,
    ])
      expect(stdout).toMatch(said);
    expect(stderr).toBe(
      [
        `${PAIR.join('、')}：5 个数值，来源 ngfs-phase5`,
        '在情景文件中：my_input: { from: ../reference/my-prices.yaml, where: { scenario: Net Zero 2050 } }',
        '',
      ].join('\n'),
    );
  });

  it('is found out if somebody edits the CSV afterwards', async () => {
    await tcfd(...IMPORT, '--out', 'scenarios/reference/my-prices');
    for (const [path, text] of Object.entries(STUDY)) put(`scenarios/acme/${path}`, text);
    put(PAIR[0] ?? '', read(PAIR[0] ?? '').replace('2030,5', '2030,4'));
    expect((await tcfd('check', 'scenarios/acme/study.yaml')).stderr).toContain('data/checksum');
  });

  it('says the same to a program, and calls the pair after the table by default', async () => {
    const { stdout, stderr, code } = await tcfd(...IMPORT, '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'import',
      ok: true,
      files: ['scenarios/reference/iam-data.csv', 'scenarios/reference/iam-data.yaml'],
      cells: { kept: 5, empty: 1, filtered: 6 },
      filteredBy: { variable: 3, region: 3, scenario: 0, model: 0 },
      source: 'ngfs-phase5',
      diagnostics: [],
    });
  });

  it('writes nothing where the table is at fault, and says where to a person and to a program', async () => {
    put('IAM data.csv', TABLE.replace('10,20,30', '10,x,30'));
    const { code, stdout, stderr } = await tcfd(...IMPORT);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error import/number: "x" is not a number\n  IAM data.csv:2:73');
    const { diagnostics } = JSON.parse((await tcfd(...IMPORT, '--json')).stdout);
    expect(diagnostics).toMatchObject([{ code: 'import/number', file: 'IAM data.csv', line: 2, column: 73 }]);
    expect(readdirSync(join(project, 'scenarios/reference')).toSorted()).toEqual([
      'codelists',
      'sources.yaml',
    ]);
  });

  it('replaces nothing unasked', async () => {
    const words = [...IMPORT, '--out', 'scenarios/reference/my-prices.csv'];
    expect((await tcfd(...words)).code).toBe(0);
    const before = PAIR.map(read);
    put('IAM data.csv', TABLE.replace('10,20,30', '11,20,30'));
    const { code, stderr } = await tcfd(...words);
    expect([code, stderr.split('\n')[0]]).toEqual([
      1,
      `error write/exists: ${PAIR.join(' and ')} are there already`,
    ]);
    expect(PAIR.map(read)).toEqual(before);
    expect((await tcfd(...words, '--replace')).code).toBe(0);
    expect(PAIR.map(read)).not.toEqual(before);
    expect(readdirSync(join(project, 'scenarios/reference')).filter((name) => name.startsWith('.'))).toEqual(
      [],
    );
  });

  it('reads a workbook through the bundle', async () => {
    const workbook = fileURLToPath(new URL('iam-data.xlsx', import.meta.url));
    const { code, stderr } = await tcfd('import', 'iamc', workbook, '--out', 'scenarios/reference/my-prices');
    expect([code, stderr.split('\n')[0]]).toEqual([0, `${PAIR.join(', ')}: 10 values, source ngfs-phase5`]);
  });

  it.each([
    [['import'], 2, 'import needs a FORMAT and a FILE\n  for example tcfd import iamc IAM_data.xlsx'],
    [['import', 'iamx', 'a.csv'], 2, 'cannot import iamx\n  did you mean tcfd import iamc?'],
    [['import', 'iamc', 'a.csv', '--set', 'a=1'], 2, 'import takes no --set'],
    [['import', 'iamc', 'a.csv', '--sheet', 'a', '--sheet', 'b'], 2, '--sheet is given once'],
    [['import', 'iamc', 'a.csv', '--varible', 'x'], 2, 'did you mean --variable?'],
    [['import', 'iamc', 'a.csv', '--where', 'strategy'], 2, 'write --where "column=text"'],
    [['import', 'iamc', 'gone.csv'], 1, 'load/missing: there is no file gone.csv'],
    [['import', 'iamc', 'scenarios'], 1, 'load/folder'],
    [['import', 'iamc', 'IAM data.csv', '--out', '/nowhere/prices'], 1, 'import/project'],
    [['import', 'iamc', 'latin.csv'], 1, 'load/not-utf8: latin.csv is not UTF-8 text (line 2)'],
    [['import', 'iamc', 'old.xls'], 1, 'load/old-workbook'],
  ])('%j: exit %i, %s', async (words, code, said) => {
    writeFileSync(join(project, 'latin.csv'), Buffer.from('a,b\nBelow 2\u00B0C,1\n', 'latin1'));
    writeFileSync(join(project, 'old.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const ended = await tcfd(...words);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(said);
    expect(readdirSync(project)).not.toContain('out.csv');
  });
});
