// The write stage: a run's files appear in the output folder all together, or the last good run stays.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { error, type Outcome } from '../diagnostics/index.ts';
import type { Artifacts } from '../render/types.ts';
import { pathFault } from './paths.ts';
import { recover, temporary } from './temporary.ts';

export interface Written {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly files: number;
}

const failed = (code: string, message: string, folder: string, help?: string): Outcome<Written> => ({
  diagnostics: [error(code, message, { file: folder, from: 0, to: 0 }, { help })],
});

/** True if the folder may be replaced: nothing there, nothing in it, or a run of ours. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || names.includes('run.json');
}

function fill(folder: string, artifacts: Artifacts): void {
  for (const { path, content } of artifacts) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: 'wx' });
  }
}

/** Old run aside, new run in, old run away; if the new one cannot come in, the old one comes back. */
function swap(fresh: string, folder: string): void {
  if (!existsSync(folder)) {
    renameSync(fresh, folder);
    return;
  }
  const backup = temporary(folder, 'old');
  renameSync(folder, backup);
  try {
    renameSync(fresh, folder);
  } catch (caught) {
    renameSync(backup, folder);
    throw caught;
  }
  try {
    rmSync(backup, { recursive: true, force: true });
  } catch {
    // The new run is in place; a file of the old one that is still open elsewhere goes with the next run.
  }
}

/**
 * Writes a run into its folder, replacing the run that was there.
 *
 * Every call inside is synchronous, so that no signal handler runs between the first file and the last rename.
 * A crash leaves the last good run in place, or, between the two renames, beside it, where the next run puts it back.
 *
 * @param artifacts Must hold run.json, by which the next run knows the folder as ours.
 * @returns Where the run is; errors `write/path`, `write/foreign` and `write/failed` as diagnostics, never thrown.
 */
export async function write(artifacts: Artifacts, folder: string): Promise<Outcome<Written>> {
  const target = resolve(folder);
  const fault = pathFault(artifacts);
  if (fault !== undefined) return failed('write/path', fault, folder);
  let fresh: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    recover(target);
    if (!isOurs(target)) {
      const message = `${folder} holds something else than a run (no run.json in it) and is left alone`;
      return failed('write/foreign', message, folder, 'name another folder with --out, or move it away');
    }
    fresh = temporary(target, 'new');
    mkdirSync(fresh);
    fill(fresh, artifacts);
    swap(fresh, target);
    return { value: { folder: target, files: artifacts.length }, diagnostics: [] };
  } catch (caught) {
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
    const reason = caught instanceof Error ? caught.message : String(caught);
    return failed('write/failed', `${folder} could not be written: ${reason}`, folder);
  }
}
