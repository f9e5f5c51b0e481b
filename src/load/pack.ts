// A pack that a run left: what it says of itself, and whether the project's files are still those that it was made of.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { error, type Outcome } from '../diagnostics/index.ts';
import { systemCode } from './read.ts';

/** The file by which a folder is known as a pack. */
export const RECORD = 'run.json';
/** Where a pack keeps the layouts of its deck, if they are a company's own. */
export const TEMPLATE = 'template.pptx';
/** Where a pack keeps the files that it was made of, each at its path from the project's root. */
export const INPUTS = 'inputs';

const path = z.string().refine((text) => text !== '' && !/^\/|\\|(?:^|\/)\.\.?(?:\/|$)/.test(text));

const record = z.object({
  product: z.literal('tcfd-scenarios'),
  version: z.string(),
  study: z.object({ file: path }),
  options: z.object({
    set: z.array(z.string()),
    draws: z.number().optional(),
    seed: z.number().optional(),
    lang: z.enum(['en', 'zh']),
    template: z.object({ path: z.string(), sha256: z.string() }).optional(),
  }),
  inputs: z.array(z.object({ path, sha256: z.string() })),
  outputs: z.array(path),
});

/** What run.json says: what the pack was made of, and what was made. */
export type PackRecord = z.infer<typeof record>;

async function recordIn(folder: string): Promise<PackRecord | undefined> {
  try {
    return record.safeParse(JSON.parse(await readFile(join(folder, RECORD), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export const isPack = async (folder: string): Promise<boolean> => (await recordIn(folder)) !== undefined;

/**
 * Reads what a pack says of itself.
 * @param folder as it was typed
 */
export async function readPack(
  folder: string,
  { cwd }: { readonly cwd: string },
): Promise<Outcome<PackRecord>> {
  const value = await recordIn(resolve(cwd, folder));
  if (value !== undefined) return { value, diagnostics: [] };
  const place = { file: folder, from: 0, to: 0 };
  const help = 'name the folder that a run of a study left, for example out/board';
  return {
    diagnostics: [error('pack/none', `${folder} holds no pack: no run.json of ours`, place, { help })],
  };
}

/** Every file of a folder by its path in it, with forward slashes. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.map(
      async (file): Promise<[string, Uint8Array]> => [
        relative(folder, file).split(sep).join('/'),
        await readFile(file),
      ],
    ),
  );
  return new Map(read);
}

export const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What became of a pack's inputs since it was made. */
export interface Standing {
  /** The project where they were looked for; undefined where none is near. */
  readonly root: string | undefined;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
}

const above = (folder: string): readonly string[] => {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
};

const sumAt = (file: string): Promise<string | undefined> =>
  readFile(file).then(checksumOf, (caught: unknown) => {
    const code = systemCode(caught);
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : code;
  });

/** The layouts of the deck were named from where the command was given: there, or from the project, they are looked for. */
async function templateIn(
  { options: { template } }: PackRecord,
  folders: readonly string[],
): Promise<{ readonly changed: readonly string[]; readonly missing: readonly string[] }> {
  if (template === undefined) return { changed: [], missing: [] };
  const sums = await Promise.all(folders.map((folder) => sumAt(resolve(folder, template.path))));
  const there = sums.filter((sum) => sum !== undefined);
  if (there.includes(template.sha256)) return { changed: [], missing: [] };
  return there.length > 0
    ? { changed: [template.path], missing: [] }
    : { changed: [], missing: [template.path] };
}

/**
 * Holds the project's files against those that a pack was made of.
 * @param near folders from which the project is looked for, upwards: that of the pack, that of whoever asks
 */
export async function standingOf(pack: PackRecord, near: readonly string[]): Promise<Standing> {
  const { inputs } = pack;
  for (const root of new Set(near.flatMap((folder) => above(resolve(folder))))) {
    const sums = await Promise.all(inputs.map((input) => sumAt(join(root, input.path))));
    if (sums.every((sum) => sum === undefined)) continue;
    const where = (holds: (sum: string | undefined, recorded: string) => boolean): readonly string[] =>
      inputs.filter(({ sha256 }, index) => holds(sums[index], sha256)).map((input) => input.path);
    const template = await templateIn(pack, [root, ...near]);
    return {
      root,
      changed: [...where((sum, recorded) => sum !== undefined && sum !== recorded), ...template.changed],
      missing: [...where((sum) => sum === undefined), ...template.missing],
    };
  }
  return { root: undefined, changed: [], missing: [] };
}
