// One study from file to folder, for every command that runs studies: stages under their names, timed, stopped at the first that fails.

import { basename, join } from 'node:path';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Artifacts, Template } from '../index.ts';
import type { Sources } from '../load/index.ts';
import type { Progress } from './terminal.ts';
import { version } from './version.ts';

type Summary = ReturnType<typeof import('../index.ts').summary>;
type Findings = NonNullable<ReturnType<typeof import('../index.ts').run>['value']>;

/** What became of a study: told in any case, done only if nothing failed. */
export interface Ran {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics point into. */
  readonly texts: ReadonlyMap<string, string>;
  readonly done?: {
    readonly findings: Findings;
    readonly summary: Summary;
    readonly files: number;
  };
  /** The pack that stands in the folder is complete and made of the same inputs, so nothing was computed. */
  readonly unchanged?: true;
}

export interface StudyOptions {
  readonly set: readonly string[];
  readonly draws: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | undefined;
  readonly lang: 'en' | 'zh';
  /** A company's own layouts for the deck. */
  readonly template?: string | undefined;
  /** Where they are read, if not there: the copy that a pack keeps. */
  readonly templateFile?: string | undefined;
  /** Leave a pack alone that is complete and made of the same inputs. */
  readonly resume: boolean;
  /** The project's root where it is known, as that of a pack's own inputs is. */
  readonly root?: string;
}

/** `board.yaml` -> `out/board`. */
export const folderOf = (study: string, out: string): string =>
  join(out, basename(study).replace(/\.ya?ml$/, ''));

/** The numbers of a study, in threads that end with it. */
async function compute(
  library: typeof import('../index.ts'),
  sources: Sources,
  { set, draws, seed, workers }: StudyOptions,
  shown: Progress,
): Promise<Outcome<Findings>> {
  const { usingWorkers } = await import('./workers.ts');
  return usingWorkers(workers, shown.part, (threads) =>
    library.runWithDraws(sources, set, { draws, seed, deviates: library.deviates, workers: threads }),
  );
}

/** The files of the pack, its pictures as PNG and its fonts by threads that end with it. */
async function draw(
  library: typeof import('../index.ts'),
  findings: Findings,
  language: StudyOptions['lang'],
  study: string,
  template: Template | undefined,
): Promise<Artifacts> {
  const [{ pngThreads }, { fontThread }, { loadPage, outlined }] = await Promise.all([
    import('./png_threads.ts'),
    import('./font_thread.ts'),
    import('../load/index.ts'),
  ]);
  const pictures = pngThreads();
  const fonts = fontThread();
  try {
    return await library.render(findings, {
      ...{ language, study, template, version },
      toPng: pictures.toPng,
      toPaths: outlined,
      cutFont: fonts.cutFont,
      page: await loadPage(),
    });
  } finally {
    pictures.end();
    fonts.end();
  }
}

/** The company's template, read and looked at before anything is computed. */
async function readTemplate(
  library: typeof import('../index.ts'),
  path: string,
): Promise<Outcome<{ readonly template: Template; readonly bytes: Uint8Array; readonly sha256: string }>> {
  const { loadTemplate } = await import('../load/index.ts');
  const { value: file, diagnostics } = await loadTemplate(path);
  if (file === undefined) return { diagnostics };
  const { value: template, diagnostics: more } = await library.readTemplate(file.bytes, path);
  return template === undefined
    ? { diagnostics: more }
    : { value: { template, bytes: file.bytes, sha256: file.sha256 }, diagnostics: more };
}

/**
 * Runs a study and writes its pack.
 * @param study path of the study file, from where the command was given
 * @param folder where the pack goes
 */
export async function runStudy(
  study: string,
  folder: string,
  options: StudyOptions,
  shown: Progress,
): Promise<Ran> {
  const { set, lang } = options;
  const timings = new Map<string, number>();
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    shown.stage(name);
    const start = performance.now();
    const done = await work();
    timings.set(name, performance.now() - start);
    return done;
  };
  const diagnostics: Diagnostic[] = [];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return hasErrors(diagnostics) ? undefined : outcome.value;
  };
  const [library, { load }, { encoded, environment, isUnchanged, keptInputs, runRecord, write }] =
    await Promise.all([import('../index.ts'), import('../load/index.ts'), import('../write/index.ts')]);

  const loaded = await timed('reading', () => load([study], { cwd: process.cwd(), root: options.root }));
  const told = { diagnostics, texts: library.textsOf(loaded.value, set) };
  const sources = keep(loaded);
  if (sources === undefined) return told;
  const { template: _, ...given } = options;
  if (options.resume && isUnchanged(folder, sources, given, version)) return { ...told, unchanged: true };
  const { template: path, templateFile = path } = options;
  const own =
    templateFile === undefined
      ? undefined
      : keep(await timed('template', () => readTemplate(library, templateFile)));
  if (path !== undefined && own === undefined) return told;
  const findings = keep(await timed('computing', () => compute(library, sources, options, shown)));
  if (findings === undefined) return told;
  const pictures = await timed('drawing', () =>
    draw(library, findings, lang, sources.entries[0] ?? study, own?.template),
  );
  const template = path === undefined || own === undefined ? undefined : { path, sha256: own.sha256 };
  const made = [...pictures, ...keptInputs(sources, own?.bytes)];
  const pack = encoded([...made, runRecord(sources, findings, { ...options, template }, version, made)]);
  const written = keep(await timed('writing', () => write([...pack, environment(timings, pack)], folder)));
  if (written === undefined) return told;
  return { ...told, done: { findings, summary: library.summary(findings, lang), files: written.files } };
}
