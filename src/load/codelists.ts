// The codelists that an import holds a table against: those of the project, and the one that a pack leaves beside its tables.

import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Loaded, load } from './load.ts';

const BESIDE = 'codelist.yaml';

/**
 * Reads codelists of a project with the one that lies in the folder of a table, wherever that is.
 * @param lists those of the project
 */
export async function loadCodelists(lists: readonly string[], table: string, cwd: string): Promise<Loaded> {
  const folder = dirname(resolve(cwd, table));
  const there = (await stat(join(folder, BESIDE)).catch(() => undefined))?.isFile() === true;
  const [own, beside] = await Promise.all([
    load(lists, { cwd }),
    load(there ? [join(folder, BESIDE)] : [], { cwd, root: folder }),
  ]);
  return {
    value: {
      entries: [...own.value.entries, ...beside.value.entries],
      files: new Map([...own.value.files, ...beside.value.files]),
      documents: new Map([...(own.value.documents ?? []), ...(beside.value.documents ?? [])]),
      prepared: new Map([...(own.value.prepared ?? []), ...(beside.value.prepared ?? [])]),
    },
    diagnostics: [...own.diagnostics, ...beside.diagnostics],
  };
}
