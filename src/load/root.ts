// The project's root: files may name each other below it and nothing outside it.

import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The nearest folder, from this one upwards, that holds `scenarios/`. */
export async function projectAbove(folder: string): Promise<string | undefined> {
  if (await isFolder(join(folder, 'scenarios'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : projectAbove(parent);
}

/** The root for a file: its project, or its own folder if no project is above it. */
export async function rootOf(file: string): Promise<string> {
  const folder = dirname(file);
  return (await projectAbove(folder)) ?? folder;
}

/** True for the root itself and what is below it; both paths absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Relative to the root, with forward slashes on every system. */
export const fromRoot = (root: string, path: string): string => relative(root, path).split(sep).join('/');
