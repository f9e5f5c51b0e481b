// Finds the models of the project around a folder, for a list of what can be modelled here.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectAbove } from './root.ts';

/** Absolute paths of `scenarios/models/*.yaml` of the project that holds `cwd`, sorted; none without a project. */
export async function findModels(cwd: string): Promise<readonly string[]> {
  const root = await projectAbove(cwd);
  if (root === undefined) return [];
  const folder = join(root, 'scenarios', 'models');
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => join(folder, name));
}
