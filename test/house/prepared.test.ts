// Files that are read ahead when the bundle is built are what reading them would give, wherever they stand; a changed one is read anew.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareFiles } from '../../src/cli/prepare.ts';
import { load, type Sources } from '../../src/load/index.ts';
import { readPrepared } from '../../src/load/prepared.ts';
import { type Parsed, parsedAhead } from '../../src/parse/index.ts';
import { parse } from '../../src/parse/parse.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODEL = 'scenarios/models/cbam.yaml';

let folder = '';
let shipped: Sources;
let read: Parsed;

/** The sources as they would be with what is known of their files before they are read. */
async function withPrepared(sources: Sources): Promise<Sources> {
  const known = await readPrepared(pathToFileURL(join(folder, 'prepared.bin')));
  const prepared = [...sources.files.values()].flatMap(({ path, text, sha256 }) => {
    const found = known(sha256);
    return found === undefined ? [] : [[path, { ...found, text }] as const];
  });
  return { entries: sources.entries, files: sources.files, prepared: new Map(prepared) };
}

/** The same files in one folder, under names of their own. */
const elsewhere = ({ entries, files }: Sources): Sources => ({
  entries,
  files: new Map(
    [...files.values()].map((file) => {
      const path = `acme/${file.path.replaceAll('/', '-')}`;
      return [path, { ...file, path }];
    }),
  ),
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tcfd-prepared-'));
  writeFileSync(join(folder, 'prepared.bin'), await prepareFiles(ROOT));
  const names = readdirSync(join(ROOT, 'scenarios'), { recursive: true, encoding: 'utf8' });
  const yaml = names.filter((name) => name.endsWith('.yaml')).map((name) => join('scenarios', name));
  shipped = (await load(yaml.toSorted(), { cwd: ROOT })).value;
  read = parse(shipped).value as Parsed;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files read ahead', () => {
  it('are all that are shipped, as reading them gives them', async () => {
    const sources = await withPrepared(shipped);
    expect(sources.prepared?.size).toBe(read.files.size);
    expect(read.files.size).toBeGreaterThan(100);
    const { value, diagnostics } = parse(sources);
    expect(diagnostics).toEqual([]);
    expect(value).toStrictEqual(read);
    // As often as it is asked for.
    expect(parse(sources).value).toStrictEqual(read);
    // And the same where nothing that reads YAML is at hand, for which every file must be known.
    expect(parsedAhead(sources)).toStrictEqual({ value: read, diagnostics: [] });
    expect(parsedAhead(shipped)).toBeUndefined();
  });

  it('are the same where they stand elsewhere, as those that a new company is given do', async () => {
    const moved = elsewhere(shipped);
    const sources = await withPrepared(moved);
    expect(sources.prepared?.size).toBe(read.files.size);
    expect(parse(sources).value).toStrictEqual(parse(moved).value);
  });

  it('name the same files as reading them', async () => {
    const known = await readPrepared(pathToFileURL(join(folder, 'prepared.bin')));
    for (const { sha256, path, links } of shipped.files.values()) {
      const named = known(sha256)?.links ?? [];
      expect([path, new Set(named.map(({ written }) => written))]).toEqual([path, new Set(links.keys())]);
    }
  });

  it('are read anew where their text is another', async () => {
    const { files, prepared, entries } = await withPrepared(shipped);
    const model = files.get(MODEL);
    if (model === undefined || prepared === undefined) throw new Error('the model is shipped');
    const changed = { ...model, text: model.text.replace('model: cbam', 'model: cbam\nwrong: 1') };
    const sources = { entries, files: new Map([...files, [MODEL, changed]]), prepared };
    expect(parsedAhead(sources)).toBeUndefined();
    const { diagnostics } = parse(sources);
    expect(diagnostics.map(({ code }) => code)).toContain('key/unknown');
  });

  it('are none where nothing was built, and none of a newer Node', async () => {
    const nothing = await readPrepared(pathToFileURL(join(folder, 'no-such.bin')));
    const [first] = [...shipped.files.values()];
    expect(nothing(first?.sha256 ?? '')).toBeUndefined();
    const newer = readFileSync(join(folder, 'prepared.bin'));
    // The version of V8's format stands behind the length of the table of contents and a mark.
    newer[5] = 200;
    writeFileSync(join(folder, 'newer.bin'), newer);
    const none = await readPrepared(pathToFileURL(join(folder, 'newer.bin')));
    expect(none(first?.sha256 ?? '')).toBeUndefined();
  });
});
