// Whether a pack is what its inputs give: its checksums, the project's files as they now are, and a run again in a temporary folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors, warning } from '../diagnostics/index.ts';
import type { Difference } from '../explain/index.ts';
import {
  checksumOf,
  INPUTS,
  type PackRecord,
  readFolder,
  readPack,
  standingOf,
  TEMPLATE,
} from '../load/index.ts';
import { withoutPacking } from './archives.ts';
import { runStudy } from './study.ts';
import type { Progress } from './terminal.ts';
import { version } from './version.ts';

const ENVIRONMENT = 'environment.json';
/** Differences that are told one by one. */
const NAMED = 10;

type Files = Awaited<ReturnType<typeof readFolder>>;

/** What a verification found. */
export interface Verified {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics point into. */
  readonly texts: ReadonlyMap<string, string>;
  /** Absent where there is no pack. */
  readonly result?: {
    readonly study: string;
    readonly inputs: number;
    readonly files: number;
    /** Inputs that the project has no more as the pack recorded them. */
    readonly changed: readonly string[];
    readonly missing: readonly string[];
    readonly differences: readonly Difference[];
    /** Files of other bytes in which the same is packed: another version of Node made the pack. */
    readonly repacked: readonly string[];
  };
}

const at = (file: string) => ({ file, from: 0, to: 0 });

/** What environment.json says; empty where it is not what a run writes. */
function environmentOf(files: Files): { readonly node?: unknown; readonly sha256?: unknown } {
  const text = new TextDecoder().decode(files.get(ENVIRONMENT));
  try {
    const content: unknown = JSON.parse(text);
    const asWritten = text === `${JSON.stringify(content, null, 2)}\n`;
    return asWritten && typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}

/** The checksums that environment.json states; undefined where it states none. */
function statedSums(files: Files): ReadonlyMap<string, string> | undefined {
  const { sha256: stated } = environmentOf(files);
  return typeof stated === 'object' && stated !== null
    ? new Map(Object.entries(stated).map(([path, sum]) => [path, String(sum)]))
    : undefined;
}

/** Files whose bytes are not those of which environment.json states the checksum. */
function checkSums(folder: string, files: Files): readonly Diagnostic[] {
  const place = at(join(folder, ENVIRONMENT));
  const stated = statedSums(files);
  if (stated === undefined)
    return [error('verify/checksums', 'environment.json states no checksums of the pack', place)];
  const paths = new Set([...stated.keys(), ...files.keys()]);
  const wrong = [...paths].toSorted().filter((path) => {
    if (path === ENVIRONMENT) return false;
    const bytes = files.get(path);
    return bytes === undefined || checksumOf(bytes) !== stated.get(path);
  });
  return listed(wrong, (path) =>
    error(
      'verify/checksum',
      `${path} has not the checksum that environment.json states`,
      at(join(folder, path)),
    ),
  );
}

/** The first ten, and how many more there are. */
function listed<Item>(all: readonly Item[], say: (item: Item) => Diagnostic): readonly Diagnostic[] {
  const said = all.slice(0, NAMED).map(say);
  const [first] = said;
  if (first === undefined || all.length <= NAMED) return said;
  const last = said.at(-1) ?? first;
  return [
    ...said.slice(0, -1),
    { ...last, notes: [...last.notes, `and ${all.length - NAMED} more like this`] },
  ];
}

/** What became of the inputs in the project: the first thing to know where numbers no longer hold. */
async function checkInputs(folder: string, record: PackRecord) {
  const standing = await standingOf(record, [dirname(resolve(folder)), process.cwd()]);
  const { root, changed, missing } = standing;
  const kept = (path: string): string =>
    path === record.options.template?.path ? join(folder, TEMPLATE) : join(folder, INPUTS, path);
  const diagnostics = [
    ...listed(missing, (path) =>
      error('verify/input-missing', `${path} is not there any more`, at(path), {
        help: `put it back from ${kept(path)}, or run the study without it`,
      }),
    ),
    ...listed(changed, (path) =>
      error('verify/input-changed', `${path} has changed since the pack was made`, at(path), {
        help: `run the study again, or put the file back from ${kept(path)}; tcfd compare ${folder} ${record.study.file} says what the change does`,
      }),
    ),
    ...(root === undefined
      ? [
          warning(
            'verify/no-project',
            'the project that the pack was made in is not near: its files are not looked at',
            at(folder),
            {
              help: 'the pack is held against the inputs that it keeps itself; from inside the project its files are looked at too',
            },
          ),
        ]
      : []),
  ];
  return { ...standing, diagnostics };
}

/** The pack's own copies of its inputs: without them nothing can be run again. */
function checkKept(
  folder: string,
  { inputs, options: { template } }: PackRecord,
  files: Files,
): readonly Diagnostic[] {
  const kept = [
    ...inputs.map(({ path, sha256 }) => ({ path, sha256, copy: `${INPUTS}/${path}` })),
    ...(template === undefined ? [] : [{ ...template, copy: TEMPLATE }]),
  ];
  const wrong = kept.filter(({ copy, sha256 }) => {
    const bytes = files.get(copy);
    return bytes === undefined || checksumOf(bytes) !== sha256;
  });
  return listed(wrong, ({ path, copy }) =>
    error(
      'verify/input-copy',
      `the pack's own copy of ${path} is not what run.json records, so nothing can be run again from it`,
      at(join(folder, copy)),
    ),
  );
}

function toldOf(folder: string, { path, kind, offset = 0, parting }: Difference): Diagnostic {
  const file = join(folder, path);
  if (kind === 'missing')
    return error('verify/missing', `${path} is not in the pack, and a run of its inputs leaves it`, at(file));
  if (kind === 'extra')
    return error('verify/extra', `${path} is in the pack, and no run of its inputs leaves it`, at(file));
  const message = `${path} is not what a run of its inputs leaves`;
  if (parting === undefined)
    return error('verify/differs', message, at(file), { notes: [`from byte ${offset + 1} on`] });
  const { line, column, recorded, again } = parting;
  return error(
    'verify/differs',
    message,
    { ...at(file), cell: { line, column } },
    {
      notes: [`pack   ${recorded}`, `again  ${again}`],
    },
  );
}

/** Runs the study again from the inputs that the pack keeps, and compares. */
async function runAgain(
  folder: string,
  { study, options }: PackRecord,
  files: Files,
  workers: number | undefined,
  shown: Progress,
) {
  const { differencesBetween } = await import('../explain/index.ts');
  const temporary = mkdtempSync(join(tmpdir(), 'tcfd-verify-'));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const root = resolve(folder, INPUTS);
    const again = join(temporary, 'pack');
    const { set, draws, seed, lang, template } = options;
    const own = template && { template: template.path, templateFile: resolve(folder, TEMPLATE) };
    const ran = await runStudy(
      join(root, study.file),
      again,
      { set, draws, seed, lang, workers, resume: false, root, ...own },
      shown,
    );
    if (ran.done === undefined) return { ...ran, differences: [], repacked: [] };
    const fresh = await readFolder(again);
    const bytes = differencesBetween(files, fresh, new Set([ENVIRONMENT]));
    // Each version of Node packs workbooks and decks in its own way: across versions what is in them counts.
    const differences =
      environmentOf(files).node === process.version ? bytes : await withoutPacking(bytes, files, fresh);
    // What the run itself has to say is in the pack's own time; only what it fails at counts here.
    return {
      diagnostics: listed(differences, (each) => toldOf(folder, each)),
      texts: ran.texts,
      differences,
      repacked: bytes.filter((each) => !differences.includes(each)).map(({ path }) => path),
    };
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/**
 * Verifies a pack; nothing is written but a temporary folder, which is removed.
 * @param folder as it was typed
 * @returns errors `verify/...`, what became of the inputs first
 */
export async function verifyPack(
  folder: string,
  workers: number | undefined,
  shown: Progress,
): Promise<Verified> {
  const texts = new Map<string, string>();
  const { value: record, diagnostics } = await readPack(folder, { cwd: process.cwd() });
  if (record === undefined) return { diagnostics, texts };
  shown.stage('reading');
  const files = await readFolder(resolve(folder));
  const inputs = await checkInputs(folder, record);
  const made =
    record.version === version
      ? []
      : [
          error(
            'verify/version',
            `the pack was made by version ${record.version}, and this is ${version}`,
            at(folder),
            {
              help: `verify it with version ${record.version}, or run the study again`,
            },
          ),
        ];
  const kept = checkKept(folder, record, files);
  const again = hasErrors(kept)
    ? { diagnostics: kept, texts, differences: [], repacked: [] }
    : await runAgain(folder, record, files, workers, shown);
  return {
    diagnostics: [...inputs.diagnostics, ...made, ...again.diagnostics, ...checkSums(folder, files)],
    texts: again.texts,
    result: {
      study: record.study.file,
      inputs: record.inputs.length,
      files: files.size,
      changed: inputs.changed,
      missing: inputs.missing,
      differences: again.differences,
      repacked: again.repacked,
    },
  };
}
