// A run is there whole or not at all, and nothing that is not ours is touched.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Artifacts } from '../../src/render/types.ts';
import { environment, write } from '../../src/write/index.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, renameSync: vi.fn(real.renameSync), writeFileSync: vi.fn(real.writeFileSync) };
});

let parent = '';
let out = '';

beforeEach(() => {
  parent = fs.mkdtempSync(join(tmpdir(), 'tcfd-write-'));
  out = join(parent, 'out', 'board');
});

afterEach(() => {
  vi.mocked(fs.renameSync).mockClear();
  fs.rmSync(parent, { recursive: true, force: true });
});

/** A record by which a folder is known as ours. */
const record = (number: string): string =>
  JSON.stringify({
    product: 'tcfd-scenarios',
    outputs: ['charts/price.svg', 'gone.txt', '表/概览.csv'],
    run: number,
  });

const run = (number: string): Artifacts => [
  { path: 'run.json', content: record(number) },
  { path: 'charts/price.svg', content: new Uint8Array([1, 2, 3]) },
  { path: '表/概览.csv', content: 'a,b\n' },
];

const listing = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

const current = (): string => fs.readFileSync(join(out, 'run.json'), 'utf8');

/** The id of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

function put(path: string, content: string): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, content);
}

/** Makes the nth rename from now (from 1) fail. */
function failRename(nth: number): void {
  const rename = vi.mocked(fs.renameSync);
  const real = rename.getMockImplementation();
  for (let before = 1; before < nth; before++) rename.mockImplementationOnce((from, to) => real?.(from, to));
  rename.mockImplementationOnce(() => {
    throw new Error('EPERM: it is held open');
  });
}

describe('write', () => {
  it('writes every file and replaces the run that was there', async () => {
    const first = await write([...run('1'), { path: 'gone.txt', content: '' }], out);
    expect(first).toEqual({ value: { folder: out, files: 4 }, diagnostics: [] });
    await write(run('2'), out);
    expect(listing(parent)).toEqual([
      'out/board/charts/price.svg',
      'out/board/run.json',
      'out/board/表/概览.csv',
    ]);
    expect(current()).toBe(record('2'));
    expect([...fs.readFileSync(join(out, 'charts/price.svg'))]).toEqual([1, 2, 3]);
    expect(fs.readdirSync(dirname(out))).toEqual(['board']);
  });

  it('makes folders that others may read as far as the system allows', async () => {
    await write(run('1'), out);
    expect(fs.statSync(out).mode).toBe(fs.statSync(dirname(out)).mode);
  });

  it('puts the old run back if the new one cannot take its place', async () => {
    await write(run('1'), out);
    failRename(2);
    const { value, diagnostics } = await write(run('2'), out);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'write/failed', message: `${out} could not be written: EPERM: it is held open` },
    ]);
    expect(current()).toBe(record('1'));
    expect(fs.readdirSync(dirname(out))).toEqual(['board']);
  });

  it('leaves the old run alone if it cannot be moved aside', async () => {
    await write(run('1'), out);
    failRename(1);
    expect((await write(run('2'), out)).diagnostics).toMatchObject([{ code: 'write/failed' }]);
    expect(current()).toBe(record('1'));
    expect(fs.readdirSync(dirname(out))).toEqual(['board']);
  });

  it('leaves nothing half-written if the disk is full', async () => {
    await write(run('1'), out);
    const real = vi.mocked(fs.writeFileSync).getMockImplementation();
    vi.mocked(fs.writeFileSync)
      .mockImplementationOnce((path, content, options) => real?.(path, content, options))
      .mockImplementationOnce(() => {
        throw new Error('ENOSPC: no space left on device');
      });
    expect((await write(run('2'), out)).diagnostics[0]?.message).toContain('no space left');
    expect(current()).toBe(record('1'));
    expect(fs.readdirSync(dirname(out))).toEqual(['board']);
  });

  it('puts back the run that a crash left beside, and removes what crashes left', async () => {
    const dead = deadProcess();
    put(join(parent, `out/.board.tcfd-old-${dead}-0a1b2c3d/run.json`), record('1'));
    put(join(parent, `out/.board.tcfd-new-${dead}-0a1b2c3d/run.json`), '{"half');
    const clash = [...run('2'), { path: 'run.json/x', content: '' }];
    expect((await write(clash, out)).diagnostics).toMatchObject([{ code: 'write/failed' }]);
    expect(fs.readdirSync(dirname(out))).toEqual(['board']);
    expect(current()).toBe(record('1'));
  });

  it('removes leftovers of its own folder only, and none of a run that is still going', async () => {
    const others = [
      `.board.tcfd-new-${process.ppid}-0a1b2c3d`,
      `.board.tcfd-new-mine`,
      `.plan.tcfd-new-${deadProcess()}-0a1b2c3d`,
    ];
    for (const name of others) put(join(parent, 'out', name, 'x'), '');
    await write(run('1'), out);
    expect(fs.readdirSync(dirname(out)).toSorted()).toEqual([...others, 'board'].toSorted());
  });

  it('refuses a folder that it did not make, a file, and a place where no folder can be', async () => {
    put(join(out, 'thesis.doc'), 'years of work');
    const { value, diagnostics } = await write(run('1'), out);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'write/foreign',
        message: `${out} holds something else than a run (no run.json of ours in it), and is left alone`,
        help: 'name another folder with --out, or move it away',
      },
    ]);
    expect(listing(parent)).toEqual(['out/board/thesis.doc']);
    const file = join(out, 'thesis.doc');
    expect((await write(run('1'), file)).diagnostics).toMatchObject([{ code: 'write/foreign' }]);
    expect((await write(run('1'), join(file, 'x'))).diagnostics).toMatchObject([
      {
        code: 'write/failed',
        message: `${join(file, 'x')} could not be written: there is a file where a folder must be`,
        help: 'name another folder',
      },
    ]);
  });

  it('leaves a run alone into which somebody put a file of their own', async () => {
    await write(run('1'), out);
    put(join(out, 'charts/notes.txt'), 'years of work');
    const { diagnostics } = await write(run('2'), out);
    expect(diagnostics).toMatchObject([
      {
        code: 'write/foreign',
        message: `${out} holds charts/notes.txt, which no run wrote, and is left alone`,
      },
    ]);
    expect(current()).toBe(record('1'));
  });

  it('leaves the pack of another study alone, and replaces one of the same study', async () => {
    const packOf = (file: string): Artifacts => [
      {
        path: 'run.json',
        content: JSON.stringify({ product: 'tcfd-scenarios', outputs: [], study: { file } }),
      },
    ];
    await write(packOf('scenarios/one/board.yaml'), out);
    expect((await write(packOf('scenarios/two/board.yaml'), out)).diagnostics).toMatchObject([
      {
        code: 'write/foreign',
        message: `${out} holds the pack of another study, scenarios/one/board.yaml, and is left alone`,
        help: 'name another folder with --out, or move it away',
      },
    ]);
    expect(current()).toContain('scenarios/one/board.yaml');
    expect((await write(packOf('scenarios/one/board.yaml'), out)).diagnostics).toEqual([]);
  });

  it('does not take the run.json of another program for its own', async () => {
    put(join(out, 'run.json'), '{"product":"something else"}');
    expect((await write(run('1'), out)).diagnostics).toMatchObject([{ code: 'write/foreign' }]);
  });

  it('takes an empty folder', async () => {
    fs.mkdirSync(out, { recursive: true });
    expect((await write(run('1'), out)).value).toEqual({ folder: out, files: 3 });
  });

  it.each([
    '../x',
    '/x',
    'a/../../x',
    'a//b',
    './a',
    '',
    'a\\b',
    'C:x',
    'a\u0000b',
    'a.',
    'RUN.JSON',
  ])('refuses the path %j', async (path) => {
    const { diagnostics } = await write([...run('1'), { path, content: '' }], out);
    expect(diagnostics).toMatchObject([{ code: 'write/path' }]);
    expect(fs.readdirSync(parent)).toEqual([]);
  });

  it('refuses a run without run.json, which could never be replaced', async () => {
    const { diagnostics } = await write([{ path: 'a.csv', content: '' }], out);
    expect(diagnostics).toMatchObject([{ code: 'write/path', message: 'the run has no run.json' }]);
  });
});

describe('environment', () => {
  it('says what made the run and how long each stage took', () => {
    const { path, content } = environment(
      new Map([
        ['load', 12.4],
        ['render', 3],
      ]),
      run('1'),
    );
    expect(path).toBe('environment.json');
    expect(JSON.parse(String(content))).toMatchObject({
      node: process.version,
      processor: { count: expect.any(Number) },
      milliseconds: { load: 12, render: 3 },
      sha256: { 'charts/price.svg': '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81' },
    });
  });
});
