// Files that belong together come all or not at all, and what stood there before stays until all of them are there.

import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeTogether } from '../../src/write/index.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, renameSync: vi.fn(real.renameSync), writeFileSync: vi.fn(real.writeFileSync) };
});

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'tcfd-together-'));
  fs.writeFileSync(join(folder, 'other.yaml'), 'another file');
});

afterEach(() => {
  vi.mocked(fs.renameSync).mockReset();
  fs.rmSync(folder, { recursive: true, force: true });
});

const pair = (text: string) => [
  { path: 'prices.csv', content: `${text}\n` },
  { path: 'prices.yaml', content: `data: ${text}\n` },
];

/** Every file of the folder with its text, temporary ones included. */
const found = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fs
      .readdirSync(folder)
      .toSorted()
      .map((name) => [name, fs.readFileSync(join(folder, name), 'utf8')]),
  );

const OTHER = { 'other.yaml': 'another file' };
const whole = (text: string) => ({ ...OTHER, 'prices.csv': `${text}\n`, 'prices.yaml': `data: ${text}\n` });

/** Makes the nth move from now (from 1) fail. */
async function failAt(move: number): Promise<void> {
  const { renameSync } = await vi.importActual<typeof fs>('node:fs');
  let moves = 0;
  vi.mocked(fs.renameSync).mockImplementation((from, to) => {
    if (++moves === move) throw new Error('the disk is gone');
    renameSync(from, to);
  });
}

describe('writeTogether', () => {
  it('writes all into a folder that holds others, and makes the folder if it must', async () => {
    expect((await writeTogether(pair('a'), folder, false)).value).toEqual(
      ['prices.csv', 'prices.yaml'].map((name) => join(folder, name)),
    );
    expect(found()).toEqual(whole('a'));
    expect((await writeTogether(pair('b'), join(folder, 'new/er'), false)).value).toHaveLength(2);
  });

  it('replaces nothing unasked, not even one of two', async () => {
    fs.writeFileSync(join(folder, 'prices.yaml'), 'mine');
    const { diagnostics } = await writeTogether(pair('a'), folder, false);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['write/exists', `${join(folder, 'prices.yaml')} is there already`],
    ]);
    expect(found()).toEqual({ ...OTHER, 'prices.yaml': 'mine' });
    expect((await writeTogether(pair('b'), folder, true)).value).toHaveLength(2);
    expect(found()).toEqual(whole('b'));
  });

  it('says that a file is no folder, and leaves it', async () => {
    const file = join(folder, Object.keys(OTHER)[0] ?? '');
    const { diagnostics } = await writeTogether(pair('a'), file, true);
    expect(diagnostics.map(({ code, message, help }) => [code, message, help])).toEqual([
      [
        'write/failed',
        `${file} could not be written: there is a file where a folder must be`,
        'name another folder',
      ],
    ]);
    expect(found()).toEqual(OTHER);
  });

  it.each([1, 2])('leaves nothing behind if move %i of a new pair fails', async (move) => {
    await failAt(move);
    expect((await writeTogether(pair('a'), folder, false)).diagnostics[0]?.code).toBe('write/failed');
    expect(found()).toEqual(OTHER);
  });

  it.each([1, 2, 3, 4])('leaves the old pair if move %i of its replacement fails', async (move) => {
    await writeTogether(pair('old'), folder, false);
    await failAt(move);
    expect((await writeTogether(pair('new'), folder, true)).diagnostics[0]?.message).toContain(
      'the disk is gone',
    );
    expect(found()).toEqual(whole('old'));
  });

  it('refuses a name that some system does not know', async () => {
    const odd = [{ path: 'a:b.csv', content: '' }];
    expect((await writeTogether(odd, folder, false)).diagnostics[0]?.code).toBe('write/path');
    expect(found()).toEqual(OTHER);
  });
});
