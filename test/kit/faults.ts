// The folders of test/errors: every fault that a modeller can make, and what is said of it word for word.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import type { Files } from './project.ts';
import { unsaid } from './sayings.ts';

const HERE = fileURLToPath(new URL('../errors/', import.meta.url));
const BASE = 'base';
const EXPECTED = 'expected.txt';
/** The texts of `--set`, one a line. */
const OVERRIDES = 'overrides.txt';

/** What is said of a project: as a command does it, or a part of one. */
type Tell = (
  files: Files,
  entry: string,
  overrides: readonly string[],
) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly printed: string }>;

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

/** The project without a fault, in which every case makes its own. */
export const base = filesIn(BASE);

/** Every code of which there is a case, with `-` for `/`. */
export const codes = foldersIn('.').filter((folder) => folder !== BASE);

/** One test a case of these codes. */
export function describeFaults(some: readonly string[], tell: Tell): void {
  describe.each(some)('%s', (folder) => {
    it.each(foldersIn(folder))('%s', async (name) => {
      const { [EXPECTED]: _, [OVERRIDES]: set = '', ...own } = filesIn(join(folder, name));
      const overrides = String(set)
        .split('\n')
        .filter((line) => line !== '');
      const told = await tell({ ...base, ...own }, 'study.yaml', overrides);
      await expect(`${told.printed}\n`).toMatchFileSnapshot(join(HERE, folder, name, EXPECTED));
      expect(told.diagnostics[0]?.code.replaceAll('/', '-')).toBe(folder);
      expect(told.diagnostics.flatMap(unsaid)).toEqual([]);
    });
  });
}
