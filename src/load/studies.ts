// The studies among files and folders: what `batch` is given, each study once, in the order of their paths.

import type { Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { error, type Outcome } from '../diagnostics/index.ts';
import { isPack, RECORD } from './pack.ts';

/** A study, and where its pack goes below the output folder. */
export interface FoundStudy {
  /** From the folder where the command was given. */
  readonly path: string;
  /** Its path from the folder that all studies of the batch have in common, without the ending where that tells it apart. */
  readonly name: string;
}

const YAML = /\.ya?ml$/;
const STUDY = /^study\s*:/m;
/** The first key names the kind of a file; only comments may stand above it. */
const HEAD = 4096;

const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

async function yamlBelow(folder: string): Promise<readonly string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  // A pack keeps its study as it was: a record, not a study to run.
  if (entries.some(({ name }) => name === RECORD) && (await isPack(folder))) return [];
  const below = await Promise.all(
    entries
      .filter(({ name }) => !isSkipped(name))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return yamlBelow(path);
        return entry.isFile() && YAML.test(entry.name) ? [path] : [];
      }),
  );
  return below.flat();
}

async function isStudy(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const first = buffer
      .toString('utf8', 0, bytesRead)
      .split('\n')
      .find((line) => line.trim() !== '' && !/^\s*#|^---/.test(line));
    return STUDY.test(first?.replace('\uFEFF', '') ?? '');
  } finally {
    await file.close();
  }
}

/** The folders that every path goes through. */
function common(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split(sep).slice(0, -1));
  const until = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (until === -1 ? first : first.slice(0, until)).join(sep);
}

/**
 * @param asked files, which are taken as they are, and folders, of which every study below is taken
 * @returns errors `load/missing` and `load/no-study` name what was asked for
 */
export async function findStudies(
  asked: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<Outcome<readonly FoundStudy[]>> {
  const found = await Promise.all(
    asked.map(async (each): Promise<Outcome<readonly string[]>> => {
      const place = { file: each, from: 0, to: 0 };
      const path = resolve(cwd, each);
      const info = await stat(path).catch(() => undefined);
      if (info === undefined)
        return { diagnostics: [error('load/missing', `there is no file or folder ${each}`, place)] };
      if (!info.isDirectory()) return { value: [path], diagnostics: [] };
      const files = await yamlBelow(path);
      const marks = await Promise.all(files.map(isStudy));
      const studies = files.filter((_, index) => marks[index]);
      if (studies.length > 0) return { value: studies, diagnostics: [] };
      const help = 'a study is a YAML file whose first key is study:';
      return { diagnostics: [error('load/no-study', `no study lies in ${each}`, place, { help })] };
    }),
  );
  const diagnostics = found.flatMap((each) => each.diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  const paths = found.flatMap(({ value = [] }) => value);
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  const once = [...new Map(paths.map((path, index) => [real[index] ?? path, path])).values()].toSorted();
  const shared = common(once);
  const full = once.map((path) => relative(shared, path).split(sep).join('/'));
  const short = full.map((name) => name.replace(YAML, ''));
  // A pack lies neither in another nor in its place: a study whose name another goes through, or has, keeps its ending.
  const isTaken = (name: string, at: number): boolean =>
    short.some((other, index) => index !== at && `${other}/`.startsWith(`${name}/`));
  return {
    value: once.map((path, index) => {
      const name = short[index] ?? path;
      return { path: relative(cwd, path), name: isTaken(name, index) ? (full[index] ?? path) : name };
    }),
    diagnostics: [],
  };
}
