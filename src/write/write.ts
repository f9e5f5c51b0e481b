// The write stage: a run's files appear in the output folder all together, or the last good run stays.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { error, type Outcome } from '../diagnostics/index.ts';
import type { Artifacts } from '../render/types.ts';
import { pathFault } from './paths.ts';
import { notWritten } from './reason.ts';
import { recover, temporary } from './temporary.ts';

export interface Written {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly files: number;
}

const failed = (code: string, message: string, folder: string, help?: string): Outcome<Written> => ({
  diagnostics: [error(code, message, { file: folder, from: 0, to: 0 }, { help })],
});

/** What file managers leave behind by themselves. */
const DEBRIS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** The study file that a record names. */
function studyOf(record: object): string {
  const study = 'study' in record ? record.study : undefined;
  return typeof study === 'object' && study !== null && 'file' in study ? String(study.file) : '';
}

/** What a run of ours says of itself; undefined for anything else. */
function readRecord(
  folder: string,
): { readonly outputs: readonly string[]; readonly study: string } | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    if (typeof record !== 'object' || record === null || !('product' in record) || !('outputs' in record))
      return undefined;
    const { product, outputs } = record;
    return product === 'tcfd-scenarios' && Array.isArray(outputs)
      ? { outputs: outputs.map(String), study: studyOf(record) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Why the folder may not be replaced: it is no run of ours, or somebody put a file of their own into it. */
function foreign(folder: string, artifacts: Artifacts): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'is a file, not a folder';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !DEBRIS.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  if (files.length === 0) return undefined;
  const record = readRecord(folder);
  if (record === undefined) return 'holds something else than a run (no run.json of ours in it)';
  const fresh: unknown = JSON.parse(
    Buffer.from(artifacts.find(({ path }) => path === 'run.json')?.content ?? '{}').toString(),
  );
  const study = typeof fresh === 'object' && fresh !== null ? studyOf(fresh) : '';
  if (record.study !== study) return `holds the pack of another study, ${record.study}`;
  const own = new Set([...record.outputs, 'run.json', 'environment.json']);
  const stranger = files.toSorted().find((file) => !own.has(file));
  return stranger === undefined ? undefined : `holds ${stranger}, which no run wrote`;
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
 * @param artifacts Must hold run.json, by which the next run knows the folder and its files as ours.
 * @returns Where the run is; errors `write/path`, `write/foreign` and `write/failed` as diagnostics, never thrown.
 */
export async function write(artifacts: Artifacts, folder: string): Promise<Outcome<Written>> {
  const target = resolve(folder);
  const hasRecord = artifacts.some(({ path }) => path === 'run.json');
  const fault = pathFault(artifacts) ?? (hasRecord ? undefined : 'the run has no run.json');
  if (fault !== undefined) return failed('write/path', fault, folder);
  let fresh: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    recover(target);
    const reason = foreign(target, artifacts);
    if (reason !== undefined) {
      const help = 'name another folder with --out, or move it away';
      return failed('write/foreign', `${folder} ${reason}, and is left alone`, folder, help);
    }
    fresh = temporary(target, 'new');
    mkdirSync(fresh);
    fill(fresh, artifacts);
    swap(fresh, target);
    return { value: { folder: target, files: artifacts.length }, diagnostics: [] };
  } catch (caught) {
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
    return { diagnostics: [notWritten(folder, caught)] };
  }
}
