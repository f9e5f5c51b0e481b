// Every fault that a modeller can make, and what is said of it word for word. A new case is a new folder:
// <code of the first message>/<case>/ with the files that differ from base/; `npx vitest run test/errors -u` writes expected.txt.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Files, tell } from '../kit/project.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BASE = 'base';
const EXPECTED = 'expected.txt';
/** The texts of `--set`, one a line. */
const OVERRIDES = 'overrides.txt';

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(join(HERE, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

const filesIn = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(join(HERE, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(join(HERE, folder), path), readFileSync(path)]),
  );

const base = filesIn(BASE);
const codes = foldersIn('.').filter((folder) => folder !== BASE);

it('the base project, in which every case makes its fault, has none', async () => {
  const told = await tell(base, 'study.yaml', []);
  expect(told.printed).toBe('');
  expect(told.findings?.series.length).toBeGreaterThan(0);
});

describe.each(codes)('%s', (folder) => {
  it.each(foldersIn(folder))('%s', async (name) => {
    const { [EXPECTED]: _, [OVERRIDES]: set = '', ...own } = filesIn(join(folder, name));
    const overrides = String(set)
      .split('\n')
      .filter((line) => line !== '');
    const told = await tell({ ...base, ...own }, 'study.yaml', overrides);
    await expect(`${told.printed}\n`).toMatchFileSnapshot(join(HERE, folder, name, EXPECTED));
    expect(told.diagnostics[0]?.code.replaceAll('/', '-')).toBe(folder);
  });
});
