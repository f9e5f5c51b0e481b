// Reads the files that are shipped ahead, for the build of the bundle: what stands as it was shipped need not be read as YAML again.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from '../load/index.ts';
import { linking, linksIn } from '../load/links.ts';
import { type PreparedFile, packed } from '../load/prepared.ts';
import { prepared } from '../parse/index.ts';
import { parse } from '../parse/parse.ts';

/**
 * @param root folder that holds `scenarios/`
 * @returns the file that the load stage takes prepared files from; those with anything to be said of them are left out
 */
export async function prepareFiles(root: string): Promise<Uint8Array> {
  const names = await readdir(join(root, 'scenarios'), { recursive: true });
  const paths = names.filter((name) => name.endsWith('.yaml')).map((name) => join('scenarios', name));
  const { value: sources, diagnostics: unread } = await load(paths.toSorted(), { cwd: root });
  const { value, diagnostics } = parse(sources);
  const labels = [...unread, ...diagnostics].flatMap((said) => said.labels);
  const toldOf = new Set(labels.map(({ span }) => span.file));
  const files = new Map<string, PreparedFile>();
  for (const [path, file] of value?.files ?? []) {
    const { text, sha256 } = sources.files.get(path) ?? { text: '', sha256: '' };
    const document = linking(text);
    const links = document === undefined ? [] : linksIn(document);
    if (!toldOf.has(path)) files.set(sha256, { links, prepared: prepared(file) });
  }
  return packed(files);
}
