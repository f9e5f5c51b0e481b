// Many studies in one go: each in a folder of its own, one that fails keeps no other from finishing, what stands is left alone.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, start } from './command-line.ts';

let command = '';
let remove = (): void => {};
let cwd = '';

beforeAll(async () => {
  ({ command, remove } = await build());
});
afterAll(() => remove());

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tcfd-batch-'));
  put('north/board.yaml', '# the north\nstudy: North\n');
  put('south/board.yaml', 'study: South\n');
  put('south/model.yaml', 'model: South\n# study: not one\n');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const tcfd = (...words: readonly string[]) => start(command, words, { cwd });
const outcomes = (stdout: string) =>
  Object.fromEntries(
    JSON.parse(stdout).studies.map((each: { study: string; outcome: string }) => [each.study, each.outcome]),
  );

describe('batch', () => {
  it('gives two studies of one name a folder each, and files of other kinds none', async () => {
    const { code, stdout, stderr } = await tcfd('batch', '.');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.replace(/\d+\.\d/, 'n'))).toEqual([
      'Study             Outcome  Targets met  Files  Seconds  Folder',
      expect.stringMatching(/^north\/board\.yaml {2}✓ done .* out\/north\/board$/),
      expect.stringMatching(/^south\/board\.yaml {2}✓ done .* out\/south\/board$/),
      '',
    ]);
    const named = ['north', 'south'].map(
      (place) => JSON.parse(readFileSync(join(cwd, 'out', place, 'board/run.json'), 'utf8')).study.file,
    );
    expect(named).toEqual(['north/board.yaml', 'south/board.yaml'].map((path) => path.split('/').at(-1)));
  });

  it('puts the studies of one folder where run puts them, and takes a study once', async () => {
    await tcfd('batch', 'north', 'north/board.yaml');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['board']);
  });

  it('lays no pack into another: a study beside a folder of its name keeps its ending', async () => {
    put('south/board/low.yaml', 'study: Low\n');
    for (const title of ['South', 'South, changed']) {
      put('south/board.yaml', `study: ${title}\n`);
      const { code, stderr } = await tcfd('batch', 'south');
      expect([code, stderr]).toEqual([0, '']);
    }
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['board', 'board.yaml']);
    expect(existsSync(join(cwd, 'out/board/low/run.json'))).toBe(true);
  });

  it('runs no study that a pack keeps', async () => {
    await tcfd('batch', 'north');
    expect(existsSync(join(cwd, 'out/board/inputs/board.yaml'))).toBe(true);
    expect(Object.keys(outcomes((await tcfd('batch', '.', '--json')).stdout))).toEqual([
      'north/board.yaml',
      'south/board.yaml',
    ]);
  });

  it('finishes the others where one fails, and exits 1', async () => {
    put('north/faulty.yaml', 'study: Faulty\n');
    const { code, stdout, stderr } = await tcfd('batch', 'north/faulty.yaml', 'south', '--json');
    expect([code, stderr]).toEqual([1, '']);
    expect(outcomes(stdout)).toEqual({ 'north/faulty.yaml': 'failed', 'south/board.yaml': 'done' });
    const told = await tcfd('batch', 'north/faulty.yaml', 'south');
    expect(told.stderr).toContain('north/faulty.yaml\nerror test/said: the engine says so');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['south']);
  });

  it('finishes the others after a fault of ours, and exits 3', async () => {
    put('north/crash.yaml', 'study: Crash\n');
    const { code, stdout, stderr } = await tcfd('batch', 'north/crash.yaml', 'north/board.yaml');
    expect([code, stdout.includes('✗ failed'), stdout.includes('✓ done')]).toEqual([3, true, true]);
    expect(stderr).toContain('a fault of the program, not of your files: slot 7 has no kernel');
  });

  it('leaves alone with --resume what is whole and made of the same, and nothing else', async () => {
    const again = async (...more: readonly string[]) =>
      outcomes((await tcfd('batch', 'north', 'south', '--resume', '--json', ...more)).stdout);
    const [north, south] = ['north/board.yaml', 'south/board.yaml'];
    expect(await again()).toEqual({ [north]: 'done', [south]: 'done' });
    const written = statSync(join(cwd, 'out/north/board/run.json')).mtimeMs;
    expect(await again()).toEqual({ [north]: 'unchanged', [south]: 'unchanged' });
    expect(statSync(join(cwd, 'out/north/board/run.json')).mtimeMs).toBe(written);
    put('north/board.yaml', 'study: North, changed\n');
    expect(await again()).toEqual({ [north]: 'done', [south]: 'unchanged' });
    put('out/south/board/charts/price.svg', '<svg>touched</svg>');
    expect(await again()).toEqual({ [north]: 'unchanged', [south]: 'done' });
    rmSync(join(cwd, 'out/south/board/charts'), { recursive: true });
    expect(await again()).toEqual({ [north]: 'unchanged', [south]: 'done' });
    expect(await again('--set', 'a=1')).toEqual({ [north]: 'done', [south]: 'done' });
  });

  it('says what it was given that is no study', async () => {
    put('east/notes.txt', 'study: no YAML\n');
    const { code, stderr } = await tcfd('batch', 'west', 'east');
    expect(code).toBe(1);
    expect(stderr).toBe(
      [
        'error load/missing: there is no file or folder west',
        '  west',
        '',
        'error load/no-study: no study lies in east',
        '  east',
        '  = help: a study is a YAML file whose first key is study:',
        '',
        '2 errors',
        '',
      ].join('\n'),
    );
  });
});
