// Two runs from what was typed to a comparison: packs by the inputs that they keep, studies as their files now are.

import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import { INPUTS, load, type PackRecord, readPack, type Sources, standingOf } from '../load/index.ts';
import { comparisonRecord, write } from '../write/index.ts';
import { wordIn } from './command.ts';
import { Misuse } from './exit.ts';
import type { Progress } from './terminal.ts';
import { version } from './version.ts';

type Library = typeof import('../index.ts');
type Comparison = NonNullable<ReturnType<Library['compare']>['value']>;
type Side = 'before' | 'after';

/** One of the two runs, read. */
interface Read {
  readonly name: string;
  readonly sources: Sources;
  readonly set: readonly string[];
  /** What its pack says of itself; absent for a study. */
  readonly record?: PackRecord;
}

interface Failed {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

export interface CompareOptions {
  readonly set: readonly string[];
  readonly lang: 'en' | 'zh';
  readonly out: string;
}

/** What a comparison came to; a run with errors has no comparison. */
export interface ComparedRuns extends Failed {
  readonly done?: {
    readonly comparison: Comparison;
    readonly told: ReturnType<Library['tellComparison']>;
    readonly remarks: readonly string[];
    readonly folder: string;
    readonly files: number;
  };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function readRun(
  typed: string,
  { set, lang }: Pick<CompareOptions, 'set' | 'lang'>,
  library: Library,
): Promise<Read | Failed> {
  const cwd = process.cwd();
  const from = async (
    entry: string,
    root: string | undefined,
    own: readonly string[],
  ): Promise<Read | Failed> => {
    const { value: sources, diagnostics } = await load([entry], { cwd, root });
    if (hasErrors(diagnostics)) return { diagnostics, texts: library.textsOf(sources, own) };
    return { name: typed, sources, set: own };
  };
  if (!(await isFolder(resolve(cwd, typed)))) return from(typed, undefined, set);
  const word = wordIn({ lang });
  if (set.length > 0)
    throw new Misuse(
      word(
        `--set changes a study, and ${typed} is a pack, which has its own`,
        `--set 用于更改研究，而 ${typed} 是结果包，其中已有自己的设定`,
      ),
      word('name the study file as the second run', '请以研究文件作为第二次运行'),
    );
  const { value: record, diagnostics } = await readPack(typed, { cwd });
  if (record === undefined) return { diagnostics, texts: new Map() };
  const root = resolve(cwd, typed, INPUTS);
  const read = await from(join(root, record.study.file), root, record.options.set);
  return 'diagnostics' in read ? read : { ...read, record };
}

/** What a pack must answer for: its files, whether its inputs still stand, its own numbers. */
async function packOf({ name, record }: Read, side: Side) {
  if (record === undefined) return [];
  const folder = resolve(name);
  const { changed, missing } = await standingOf(record, [dirname(folder), process.cwd()]);
  const results = await readFile(join(folder, 'results.csv'), 'utf8').catch(() => undefined);
  return [
    { folder: name, side, version: record.version, outputs: record.outputs, changed, missing, results },
  ];
}

/** `out/board` and `scenarios/board.yaml` are both `board`. */
const short = (typed: string): string => basename(typed).replace(/\.ya?ml$/, '');

/** How the runs are called in texts and pictures: by their last name while that tells them apart, overrides counted. */
function namesOf(before: Read, after: Read, lang: CompareOptions['lang']): readonly [string, string] {
  const [was, is] = [basename(before.name), basename(after.name)];
  const [old, fresh] = was === is && before.name !== after.name ? [before.name, after.name] : [was, is];
  const withSet = (name: string, { set }: Read): string => {
    if (set.length === 0) return name;
    return lang === 'zh' ? `${name}（覆盖 ${set.join('；')}）` : `${name} with ${set.join('; ')}`;
  };
  return [withSet(old, before), withSet(fresh, after)];
}

/**
 * Compares two runs and writes what it found.
 * @param typed pack folders or study files
 */
export async function compareRuns(
  typed: readonly [before: string, after: string],
  { set, lang, out }: CompareOptions,
  shown: Progress,
): Promise<ComparedRuns> {
  const [library, { fontCutter }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  shown.stage('reading');
  const [before, after] = [
    await readRun(typed[0], { set: [], lang }, library),
    await readRun(typed[1], { set, lang }, library),
  ];
  if ('diagnostics' in before) return before;
  if ('diagnostics' in after) return after;
  shown.stage('comparing');
  const compared = library.compare(
    { sources: before.sources, overrides: before.set },
    { sources: after.sources, overrides: after.set },
    lang,
  );
  for (const [run, side] of [
    [before, 'before'],
    [after, 'after'],
  ] as const)
    if (hasErrors(compared[side]))
      return { diagnostics: compared[side], texts: library.textsOf(run.sources, run.set) };
  const comparison = compared.value;
  if (comparison === undefined) throw new Error('two sound runs were not compared');
  shown.stage('drawing');
  const packs = [...(await packOf(before, 'before')), ...(await packOf(after, 'after'))];
  const remarks = library.remarksOn(packs, comparison, lang);
  const files = await library.renderComparison(comparison, {
    language: lang,
    cutFont: fontCutter(),
    names: namesOf(before, after, lang),
    remarks,
  });
  const folder = join(out, `compare-${short(typed[0])}-${short(typed[1])}`);
  shown.stage('writing');
  const written = await write([...files, comparisonRecord([before, after], lang, version, files)], folder);
  if (written.value === undefined) return { diagnostics: written.diagnostics, texts: new Map() };
  const told = library.tellComparison(comparison, lang);
  return {
    diagnostics: [],
    texts: new Map(),
    done: { comparison, told, remarks, folder, files: written.value.files },
  };
}
