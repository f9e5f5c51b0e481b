// A few files that belong together appear in a folder all at once, or none does; none replaces another unasked.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error, type Outcome } from '../diagnostics/index.ts';
import type { Artifacts } from '../render/types.ts';
import { pathFault } from './paths.ts';
import { notWritten } from './reason.ts';
import { recover, temporary } from './temporary.ts';

const failed = (code: string, message: string, file: string, help?: string): Outcome<readonly string[]> => ({
  diagnostics: [error(code, message, { file, from: 0, to: 0 }, { help })],
});

/** Moves each new file into its place; if one cannot come in, all is as it was. */
function moveIn(files: readonly { readonly fresh: string; readonly target: string }[]): void {
  const undo: (() => void)[] = [];
  const backups: string[] = [];
  try {
    for (const { fresh, target } of files) {
      if (existsSync(target)) {
        const backup = temporary(target, 'old');
        renameSync(target, backup);
        backups.push(backup);
        undo.unshift(() => renameSync(backup, target));
      }
      renameSync(fresh, target);
      undo.unshift(() => rmSync(target));
    }
  } catch (caught) {
    for (const step of undo) step();
    throw caught;
  }
  for (const backup of backups) rmSync(backup, { force: true });
}

/**
 * Writes files into a folder that holds others too, all or none.
 *
 * @param replace whether files of the same names may be replaced
 * @returns the absolute paths; errors `write/exists`, `write/path` and `write/failed` as diagnostics, never thrown
 */
export async function writeTogether(
  artifacts: Artifacts,
  folder: string,
  replace: boolean,
): Promise<Outcome<readonly string[]>> {
  const fault = pathFault(artifacts);
  if (fault !== undefined) return failed('write/path', fault, folder);
  const files = artifacts.map(({ path, content }) => {
    const target = resolve(folder, path);
    return { path, content, target, fresh: temporary(target, 'new') };
  });
  const begun: string[] = [];
  try {
    mkdirSync(resolve(folder), { recursive: true });
    for (const { target } of files) recover(target);
    const taken = files.filter(({ target }) => existsSync(target)).map(({ path }) => join(folder, path));
    if (taken.length > 0 && !replace)
      return failed(
        'write/exists',
        `${taken.join(' and ')} ${taken.length === 1 ? 'is' : 'are'} there already`,
        taken[0] ?? folder,
        'give another name with --out, or replace what is there with --replace',
      );
    for (const { fresh, content } of files) {
      begun.push(fresh);
      writeFileSync(fresh, content, { flag: 'wx' });
    }
    moveIn(files);
    return { value: files.map(({ target }) => target), diagnostics: [] };
  } catch (caught) {
    for (const fresh of begun) rmSync(fresh, { force: true });
    return { diagnostics: [notWritten(folder, caught)] };
  }
}
