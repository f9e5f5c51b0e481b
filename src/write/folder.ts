// A whole new folder appears at once, or nothing does; what is there already is never touched.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { error, type Outcome } from '../diagnostics/index.ts';
import type { Artifacts } from '../render/types.ts';
import { pathFault } from './paths.ts';
import { notWritten } from './reason.ts';
import { recover, temporary } from './temporary.ts';

/** Moves what stands in one folder into another, which is empty and stays the same folder: somebody may be standing in it. */
function moveInto(fresh: string, folder: string): void {
  const done: string[] = [];
  try {
    for (const name of readdirSync(fresh)) {
      renameSync(join(fresh, name), join(folder, name));
      done.push(name);
    }
  } catch (caught) {
    for (const name of done) rmSync(join(folder, name), { recursive: true, force: true });
    throw caught;
  }
  rmSync(fresh, { recursive: true });
}

/**
 * Writes files into a folder that is new or empty.
 * @returns the folder's absolute path; errors `write/not-empty`, `write/path` and `write/failed` as diagnostics, never thrown
 */
export async function writeFolder(artifacts: Artifacts, folder: string): Promise<Outcome<string>> {
  const target = resolve(folder);
  const failed = (code: string, message: string, help?: string): Outcome<string> => ({
    diagnostics: [error(code, message, { file: folder, from: 0, to: 0 }, { help })],
  });
  const fault = pathFault(artifacts);
  if (fault !== undefined) return failed('write/path', fault);
  let fresh: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    const exists = existsSync(target);
    if (exists && !statSync(target).isDirectory())
      return failed('write/not-empty', `${folder} is a file`, 'name a folder that is new');
    const found = exists ? readdirSync(target) : [];
    if (found.length > 0)
      return failed(
        'write/not-empty',
        `${folder} is not empty (${found.toSorted().slice(0, 3).join(', ')}), and is left alone`,
        'name a folder that is new or empty',
      );
    recover(target);
    fresh = temporary(target, 'new');
    for (const { path, content } of artifacts) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: 'wx' });
    }
    if (exists) moveInto(fresh, target);
    else renameSync(fresh, target);
    return { value: target, diagnostics: [] };
  } catch (caught) {
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
    return { diagnostics: [notWritten(folder, caught)] };
  }
}
