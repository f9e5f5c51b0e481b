// What loading a project finds, refuses and says: against real folders, thrown away afterwards.

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Diagnostic, plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { findModels, load } from '../../src/load/index.ts';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-load-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function loaded(...entries: readonly string[]) {
  const { value, diagnostics } = await load(entries, { cwd: folder });
  const files = value?.files ?? new Map();
  const texts = new Map([...files].map(([path, file]) => [path, file.text]));
  return {
    files,
    entries: value?.entries,
    diagnostics,
    printed: printDiagnostics(diagnostics, texts, plain),
  };
}

const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => code);

const PROJECT = {
  'scenarios/acme/board.yaml': [
    'study: Board pack',
    'company: company.yaml',
    'scenarios: [net-zero.yaml, "current.yaml"]',
    'strategies:',
    '  - plan.yaml',
    'money: { report_in: CNY_2023, table: ../reference/money.yaml }',
    'register: { file: register.yaml }',
    'charts: [../charts/prices.yaml]',
    '',
  ].join('\n'),
  'scenarios/acme/company.yaml':
    'company: Acme\nmodels: [../models/cbam.yaml]\nreference: [../reference/cbam.yaml]\n',
  'scenarios/acme/net-zero.yaml': [
    'scenario: Net Zero',
    'values:',
    '  eu_price:',
    '    observed: { 2023: 84 }',
    '    then: { from: ../reference/ngfs.yaml, where: { from: OECD, region: EU } }',
    '  by_product: { each: { rods: { from: ../reference/ngfs.yaml } } }',
    '  from: 3',
    '',
  ].join('\n'),
  'scenarios/acme/current.yaml': 'scenario: Current\nextends: net-zero.yaml\n',
  'scenarios/acme/plan.yaml': 'strategy: Plan\nextends: no-action.yaml\n',
  'scenarios/acme/no-action.yaml': 'strategy: No action\n',
  'scenarios/acme/register.yaml': 'register: Risks\nrows: { a: { from: nothing.yaml } }\n',
  'scenarios/charts/prices.yaml': 'chart: prices\nkind: paths\n',
  'scenarios/models/cbam.yaml': 'model: cbam\n',
  'scenarios/reference/cbam.yaml': 'reference: EU CBAM\n',
  'scenarios/reference/money.yaml': 'money: Rates\nrates: [{ from: EUR, to: CNY }]\n',
  'scenarios/reference/ngfs.yaml': 'data: NGFS\nfile: ngfs.csv\n',
  'scenarios/reference/ngfs.csv': 'year,from: x.yaml\n2020,1\n',
};

describe('load', () => {
  it('follows every file that a study names, each once, in the order of reading', async () => {
    put(PROJECT);
    const { files, entries, printed } = await loaded('scenarios/acme/board.yaml');
    expect(printed).toBe('');
    expect(entries).toEqual(['scenarios/acme/board.yaml']);
    expect([...files.keys()]).toEqual([
      'scenarios/acme/board.yaml',
      'scenarios/acme/company.yaml',
      'scenarios/acme/net-zero.yaml',
      'scenarios/acme/current.yaml',
      'scenarios/acme/plan.yaml',
      'scenarios/reference/money.yaml',
      'scenarios/acme/register.yaml',
      'scenarios/charts/prices.yaml',
      'scenarios/models/cbam.yaml',
      'scenarios/reference/cbam.yaml',
      'scenarios/reference/ngfs.yaml',
      'scenarios/acme/no-action.yaml',
      'scenarios/reference/ngfs.csv',
    ]);
    expect(files.get('scenarios/acme/net-zero.yaml')?.links).toEqual(
      new Map([['../reference/ngfs.yaml', 'scenarios/reference/ngfs.yaml']]),
    );
    expect(files.get('scenarios/reference/ngfs.csv')?.text).toBe('year,from: x.yaml\n2020,1\n');
  });

  it('is the same from another working folder, and for a chart, a register or a model alone', async () => {
    put(PROJECT);
    const here = await load(['scenarios/acme/board.yaml'], { cwd: folder });
    const below = await load(['board.yaml'], { cwd: join(folder, 'scenarios/acme') });
    expect(below).toEqual(here);
    for (const path of ['scenarios/charts/prices.yaml', 'scenarios/acme/register.yaml']) {
      const { files, diagnostics } = await loaded(path);
      expect([[...files.keys()], diagnostics]).toEqual([[path], []]);
    }
  });

  it('takes the folder of the study as root where no project is above it', async () => {
    put({ 'alone/board.yaml': 'study: A\ncompany: ../company.yaml\n', 'company.yaml': 'company: B\n' });
    const { printed } = await loaded('alone/board.yaml');
    expect(printed).toBe(
      [
        'error load/outside: ../company.yaml is outside the project',
        '  board.yaml:2:10',
        '2 | company: ../company.yaml',
        '  |          ^^^^^^^^^^^^^^^',
        '  = help: copy the file into the project and name it there',
        '',
        '1 error',
      ].join('\n'),
    );
  });

  it('names what is missing, where, and what stands beside it', async () => {
    put({ ...PROJECT, 'scenarios/acme/plan.yaml': 'strategy: Plan\nextends: "no-acton.yaml"\n' });
    const { printed, files } = await loaded('scenarios/acme/board.yaml');
    expect(printed).toBe(
      [
        'error load/missing: there is no file no-acton.yaml',
        '  scenarios/acme/plan.yaml:2:10',
        '2 | extends: "no-acton.yaml"',
        '  |          ^^^^^^^^^^^^^^^',
        '  = help: did you mean no-action.yaml?',
        '',
        '1 error',
      ].join('\n'),
    );
    expect(files.get('scenarios/acme/plan.yaml')?.links.size).toBe(0);
  });

  it('says so if the file asked for is not there, without a frame', async () => {
    put(PROJECT);
    const { printed, entries } = await loaded('scenarios/acme/bord.yaml');
    expect(printed).toBe(
      [
        'error load/missing: there is no file scenarios/acme/bord.yaml',
        '  scenarios/acme/bord.yaml',
        '  = help: did you mean scenarios/acme/board.yaml?',
        '',
        '1 error',
      ].join('\n'),
    );
    expect(entries).toEqual([]);
    expect(codes((await loaded('no/such/folder.yaml')).diagnostics)).toEqual(['load/missing']);
    expect(codes((await loaded('scenarios')).diagnostics)).toEqual(['load/folder']);
  });

  it('refuses a folder, an absolute path, a backslash and a character that no path has', async () => {
    put({
      'scenarios/acme/board.yaml': [
        'study: A',
        'company: ../models',
        'scenarios: [/etc/hosts, "C:/x.yaml", https://example.org/x.yaml, "..\\\\models\\\\a.yaml", "a\\0.yaml"]',
        // An empty text names nothing: the parse stage says so.
        'strategies: [""]',
      ].join('\n'),
      'scenarios/models/a.yaml': 'model: a\n',
    });
    const { diagnostics } = await loaded('scenarios/acme/board.yaml');
    expect(codes(diagnostics).toSorted()).toEqual([
      'load/absolute',
      'load/absolute',
      'load/absolute',
      'load/backslash',
      'load/folder',
      'load/unreadable',
    ]);
    expect(diagnostics.find(({ code }) => code === 'load/backslash')?.help).toBe('write ../models/a.yaml');
  });

  it('does not leave the root through a symbolic link, and counts a linked file once', async () => {
    put({
      'project/scenarios/a/board.yaml':
        'study: A\nscenarios: [out.yaml, in.yaml, real.yaml, out/x.yaml, out/y.yaml]\n',
      'project/scenarios/a/real.yaml': 'scenario: R\n',
      'secret/x.yaml': 'scenario: X\n',
    });
    const at = (path: string): string => join(folder, 'project/scenarios/a', path);
    symlinkSync(join(folder, 'secret/x.yaml'), at('out.yaml'));
    symlinkSync(join(folder, 'secret'), at('out'));
    symlinkSync('real.yaml', at('in.yaml'));
    const { diagnostics, files } = await loaded('project/scenarios/a/board.yaml');
    expect(codes(diagnostics)).toEqual(['load/outside', 'load/outside', 'load/missing']);
    expect(diagnostics[2]?.help).toBeUndefined();
    expect([...files.keys()]).toEqual(['scenarios/a/board.yaml', 'scenarios/a/real.yaml']);
    expect(files.get('scenarios/a/board.yaml')?.links.get('in.yaml')).toBe('scenarios/a/real.yaml');
    expect(codes((await loaded('project/scenarios/a/out.yaml')).diagnostics)).toEqual(['load/outside']);
  });

  it('works in a project that is itself reached through a symbolic link', async () => {
    put(PROJECT);
    symlinkSync(folder, join(folder, 'link'));
    const { printed, files } = await loaded('link/scenarios/acme/board.yaml');
    expect([printed, files.size]).toEqual(['', 13]);
  });

  it('strips the byte order mark and makes every line end LF; the checksum is of the bytes', async () => {
    const text = '\uFEFFstudy: A\r\ncompany: gone.yaml\r\n';
    put({ 'board.yaml': text });
    const { files, printed } = await loaded('board.yaml');
    expect(files.get('board.yaml')).toMatchObject({
      text: 'study: A\ncompany: gone.yaml\n',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(printed).toContain('  board.yaml:2:10\n2 | company: gone.yaml\n  |          ^^^^^^^^^\n');
  });

  it('refuses what is not UTF-8, with the line', async () => {
    put({
      'board.yaml': 'study: A\ncompany: latin.yaml\n',
      'latin.yaml': Buffer.from('company: A\nabout: caf\xe9\n', 'latin1'),
      'utf16.yaml': Buffer.from('\uFEFFcompany: A\n', 'utf16le'),
    });
    const { diagnostics, files } = await loaded('board.yaml');
    expect(diagnostics[0]).toMatchObject({
      code: 'load/not-utf8',
      message: 'latin.yaml is not UTF-8 text (line 2)',
      labels: [{ span: { file: 'board.yaml', from: 18, to: 28 } }],
    });
    expect([...files.keys()]).toEqual(['board.yaml']);
    expect(codes((await loaded('utf16.yaml')).diagnostics)).toEqual(['load/not-utf8']);
  });

  it('refuses a file over 50 MB without reading it', async () => {
    put({ 'board.yaml': 'study: A\ncompany: big.yaml\n', 'big.yaml': '' });
    truncateSync(join(folder, 'big.yaml'), 50 * 1024 * 1024 + 1);
    expect((await loaded('board.yaml')).diagnostics[0]?.message).toBe(
      'big.yaml is larger than 50 MB (51 MB)',
    );
  });

  it('leaves broken YAML, odd values and other kinds to the parse stage', async () => {
    put({
      'broken.yaml': 'study: [\ncompany: gone.yaml\n',
      'odd.yaml': 'study: A\ncompany: { a: 1 }\nscenarios: gone.yaml\nstrategies: [3, null]\nmoney: 1\n',
      'list.yaml': '- company: gone.yaml\n',
      'empty.yaml': '',
      'proto.yaml': '__proto__: A\nvalues: { a: 1 }\n',
    });
    const names = ['broken.yaml', 'odd.yaml', 'list.yaml', 'empty.yaml', 'proto.yaml'];
    const { files, entries, printed } = await loaded(...names, 'odd.yaml');
    expect([printed, files.size, entries]).toEqual(['', 5, names]);
  });

  it('survives files that name each other', async () => {
    put({ 'a.yaml': 'scenario: A\nextends: b.yaml\n', 'b.yaml': 'scenario: B\nextends: a.yaml\n' });
    expect([...(await loaded('a.yaml')).files.keys()]).toEqual(['a.yaml', 'b.yaml']);
  });

  it('refuses files of two projects', async () => {
    put({ 'one/a.yaml': 'chart: a\n', 'two/b.yaml': 'chart: b\n' });
    const { diagnostics, files } = await loaded('one/a.yaml', 'two/b.yaml');
    expect(codes(diagnostics)).toEqual(['load/two-projects']);
    expect([...files.keys()]).toEqual(['a.yaml']);
  });
});

describe('findModels', () => {
  it('lists the models of the project around a folder', async () => {
    put({
      ...PROJECT,
      'scenarios/models/aluminium.yaml': 'model: aluminium\n',
      'scenarios/models/notes.txt': '',
    });
    const models = ['aluminium.yaml', 'cbam.yaml'].map((name) => join(folder, 'scenarios/models', name));
    expect(await findModels(join(folder, 'scenarios/acme'))).toEqual(models);
    rmSync(join(folder, 'scenarios'), { recursive: true });
    expect(await findModels(folder)).toEqual([]);
  });
});
