// The files with which a new company begins: the template study and all that it names, moved into one folder that stands on its own.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors } from '../diagnostics/index.ts';
import { linking, linksIn } from './links.ts';
import { load } from './load.ts';
import { projectAbove } from './root.ts';
import type { SourceFile } from './types.ts';

const SHARED = 'scenarios/';
const OWN = 'scenarios/template/';
const SCHEMAS = 'scenarios/schema/';
const STUDY = 'study.yaml';
const YAML = /\.ya?ml$/;

/** A file as it will stand in the new folder. */
export interface StarterFile {
  /** From the new folder, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** What `scenarios/` holds for all companies goes below the new folder as it is, beside the files of the template. */
const moved = (path: string): string =>
  path.startsWith(OWN) ? path.slice(OWN.length) : path.slice(SHARED.length);

/** The line by which an editor finds the schema of a file. */
const MODELINE = /^# yaml-language-server: \$schema=(\S+)$/m;

/** The text with each path that it names as it is after the move. */
function relinked({ path, text, links }: SourceFile): string {
  const document = linking(text);
  const named = document === undefined ? [] : linksIn(document);
  const linked = (target: string): string => posix.relative(posix.dirname(moved(path)), moved(target));
  return named
    .toReversed()
    .reduce((done, { written, from, to }) => {
      const target = links.get(written);
      if (target === undefined) throw new Error(`${path} names ${written}, which is not there`);
      return done.slice(0, from) + linked(target) + done.slice(to);
    }, text)
    .replace(MODELINE, (line, schema: string) =>
      line.replace(schema, linked(posix.join(posix.dirname(path), schema))),
    );
}

/**
 * @param folder where the files will stand; beside models and references of a project only the template's own are needed
 * @returns the files; those of the product, so a fault in them is a fault of the program
 */
export async function loadStarter(folder: string): Promise<readonly StarterFile[]> {
  const product = await projectAbove(dirname(fileURLToPath(import.meta.url)));
  if (product === undefined) throw new Error('the package lacks its folder scenarios/');
  const { value, diagnostics } = await load([OWN + STUDY], { cwd: product });
  const [fault] = diagnostics;
  if (fault !== undefined && hasErrors(diagnostics)) throw new Error(`${OWN}: ${fault.message}`);
  const files = [...value.files.values()];
  const own = files.filter(({ path }) => path.startsWith(OWN));
  const schemas = (await readdir(join(product, SCHEMAS))).toSorted().map((name) => SCHEMAS + name);
  const shared = [...files.filter((file) => !own.includes(file)).map(({ path }) => path), ...schemas];
  if (shared.every((path) => existsSync(join(dirname(folder), moved(path)))))
    return own.map(({ path, text }) => ({ path: moved(path), content: text }));
  const copied = schemas.map(async (path) => ({
    path: moved(path),
    content: await readFile(join(product, path)),
  }));
  return [
    // A table keeps its bytes, which its sidecar holds by a checksum.
    ...files.map((file) => ({
      path: moved(file.path),
      content: YAML.test(file.path) ? relinked(file) : file.bytes,
    })),
    ...(await Promise.all(copied)),
  ];
}
