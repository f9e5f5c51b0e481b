// Finds files of the project around a folder by where they stand: models, codelists, references.

import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { projectAbove } from './root.ts';

/** The absolute paths of the YAML files in a folder of the project, sorted; none where there is no such folder. */
async function filesIn(project: string, ...folder: readonly string[]): Promise<readonly string[]> {
  const path = join(project, 'scenarios', ...folder);
  const names = await readdir(path).catch(() => []);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => join(path, name));
}

/** Absolute paths of `scenarios/models/*.yaml` of the project that holds `cwd`, sorted; none without a project. */
export async function findModels(cwd: string): Promise<readonly string[]> {
  const root = await projectAbove(cwd);
  return root === undefined ? [] : filesIn(root, 'models');
}

/** The project in which a file stands or would stand; undefined outside of any. */
export const projectOf = (file: string): Promise<string | undefined> => projectAbove(dirname(resolve(file)));

/** `scenarios/reference/codelists/*.yaml` of a project, sorted. */
export const findCodelists = (project: string): Promise<readonly string[]> =>
  filesIn(project, 'reference', 'codelists');

/** Where the schemas of the project around a folder stand, or those that `tcfd init` left in the folder of a company; undefined outside of any. */
export async function schemaFolder(cwd: string): Promise<string | undefined> {
  const root = await projectAbove(cwd);
  return root === undefined ? ownSchemas(cwd) : join(root, 'scenarios', 'schema');
}

/** The nearest `schema/` with a schema of studies in it, from this folder upwards. */
async function ownSchemas(folder: string): Promise<string | undefined> {
  const own = join(folder, 'schema');
  const names = await readdir(own).catch((): readonly string[] => []);
  if (names.includes('study.json')) return own;
  const parent = dirname(folder);
  return parent === folder ? undefined : ownSchemas(parent);
}

/** Files that may describe sources: `scenarios/<folder>/*.yaml` of a project, sorted. */
export async function findReferences(project: string): Promise<readonly string[]> {
  const entries = await readdir(join(project, 'scenarios'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return (await Promise.all(folders.toSorted().map((folder) => filesIn(project, folder)))).flat();
}
