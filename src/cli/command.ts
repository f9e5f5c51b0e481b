// What every command is given and gives back: options, a place to speak, a report.

import type { Argv } from 'yargs';
import { type Diagnostic, hasErrors, printDiagnostics, toJson } from '../diagnostics/index.ts';
import { type ExitCode, Misuse } from './exit.ts';
import { paintFor } from './terminal.ts';
import type { Word } from './words.ts';

export interface GlobalOptions {
  /** The folder of results; for an import the name of what it writes. */
  readonly out: string | undefined;
  readonly set: readonly string[];
  readonly lang: 'en' | 'zh';
  readonly json: boolean;
  readonly quiet: boolean;
  /** Whole numbers as typed; what the study says if left out. */
  readonly draws: string | undefined;
  readonly seed: string | undefined;
  readonly workers: string | undefined;
}

/** One file a command makes one of these; `done` takes the exit code, `word` chooses the words of the help. */
export type AddCommand = (
  cli: Argv<GlobalOptions>,
  done: (code: ExitCode) => void,
  word: Word,
) => Argv<GlobalOptions>;

/** The folder of results. */
export const outOf = ({ out = 'out' }: GlobalOptions): string => out;

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** What a command says of its own work, in the language asked for. */
export const worded = ({ lang }: Pick<GlobalOptions, 'lang'>, en: string, zh: string): string =>
  lang === 'zh' ? zh : en;

/** The same for whoever has many words to choose. */
export const wordIn =
  (options: Pick<GlobalOptions, 'lang'>): Word =>
  (en, zh) =>
    worded(options, en, zh);

export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Tells on stderr what a command left, and how long it took. */
export function noteFiles(
  options: Pick<GlobalOptions, 'lang' | 'quiet' | 'json'>,
  { folder, files, start }: { readonly folder: string; readonly files: number; readonly start: number },
): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!options.quiet && !options.json)
    note(
      worded(
        options,
        `${folder}: ${files} files in ${seconds} s`,
        `${folder}：${files} 个文件，用时 ${seconds} 秒`,
      ),
    );
}

export interface Report {
  readonly command: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
  /** What `--json` says besides the diagnostics. */
  readonly result?: object;
  /** What a person reads on stdout before the diagnostics; not asked for where errors stand in the way. */
  readonly print?: () => void;
}

/** Diagnostics as a person reads them; their Chinese is loaded where it is asked for. */
export async function told(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  { lang }: Pick<GlobalOptions, 'lang'>,
): Promise<string> {
  const paint = paintFor(process.stderr);
  if (lang === 'en') return printDiagnostics(diagnostics, texts, paint);
  const { inChinese } = await import('../diagnostics/chinese/index.ts');
  return printDiagnostics(diagnostics.map(inChinese), texts, paint, lang);
}

/** Tells what a command found, to a program or to a person, and which exit code that means. */
export async function report(options: GlobalOptions, found: Report): Promise<ExitCode> {
  const { command, diagnostics, texts, result, print } = found;
  const failed = hasErrors(diagnostics);
  if (options.json) {
    const content = { command, ok: !failed, ...result, diagnostics: toJson(diagnostics, texts) };
    say(JSON.stringify(content, null, 2));
    return failed ? 1 : 0;
  }
  if (!failed && !options.quiet) print?.();
  const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (shown.length > 0) note(await told(shown, texts, options));
  return failed ? 1 : 0;
}

/** Reads an option that takes a whole number; undefined where it was left out. */
export function wholeNumber(
  word: Word,
  option: string,
  text: string | undefined,
  most: number,
  least = 1,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Misuse(
    word(
      `--${option} takes a whole number from ${least} to ${most}, not ${text}`,
      `--${option} 须为 ${least} 至 ${most} 的整数，不能是 ${text}`,
    ),
  );
}

/** The options of draws as numbers; the command line was checked before. */
export const drawOptions = ({ draws, seed, workers }: GlobalOptions) => ({
  draws: draws === undefined ? undefined : Number(draws),
  seed: seed === undefined ? undefined : Number(seed),
  workers: workers === undefined ? undefined : Number(workers),
});
