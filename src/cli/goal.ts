// What `solve` and `stress` share: options of a goal, a study loaded and asked with threads of its own, and how the answer is printed.
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Drawing } from '../index.ts';
import type { Sources } from '../load/index.ts';
import { drawOptions, type GlobalOptions, report, say } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor, progress } from './terminal.ts';
import type { Word } from './words.ts';

type Told = ReturnType<typeof import('../index.ts').solveText>;

const WIDEST = 100;
const INDENT = '  ';

export const goalOptions = (word: Word) =>
  ({
    goal: {
      type: 'string',
      requiresArg: true,
      demandOption: true,
      describe: word(
        'a quantity with its year, <= or >=, and an amount, or that of another strategy',
        '带年份的指标、<= 或 >=，以及数值或另一策略的指标',
      ),
    },
    scenario: {
      type: 'string',
      requiresArg: true,
      describe: word('one scenario; all of them if left out', '单个情景；省略时为全部'),
    },
    strategy: {
      type: 'string',
      requiresArg: true,
      describe: word('one strategy; all of them if left out', '单个策略；省略时为全部'),
    },
  }) as const;

/** For a terminal, no wider than its tables; a number and its per cent stay on one line. */
async function printed({ title, scenarios, table: shown, notes }: Told): Promise<string> {
  const { table, wrap } = await import('./tables.ts');
  const { good, bad, quiet, strong } = paintFor(process.stdout);
  const lines = (text: string, indent: string): readonly string[] =>
    wrap(text.replace(/(\d) %/g, '$1\u00a0%'), WIDEST - indent.length).map(
      (line) => indent + line.replaceAll('\u00a0', ' '),
    );
  const brushes = { good, bad, plain: (text: string) => text };
  const rows = shown.rows.map((row, down) =>
    row.map((text, across) => ({ text, paint: brushes[shown.status[down]?.[across] ?? 'plain'] })),
  );
  return [
    strong(title),
    ...scenarios.map(
      ({ heading, sentences }) =>
        `\n${strong(heading)}\n${sentences.flatMap((text) => lines(text, INDENT)).join('\n')}`,
    ),
    `\n${strong(shown.title)}\n${table(shown.head, rows, strong)}`,
    `\n${notes
      .flatMap((text) => lines(text, ''))
      .map(quiet)
      .join('\n')}`,
  ].join('\n');
}

export interface Asking<Found> {
  readonly command: string;
  readonly study: string;
  /** The texts of the question by option, as diagnostics point into them. */
  readonly question: Readonly<Record<string, string | undefined>> & { readonly goal: string };
  readonly ask: (
    library: typeof import('../index.ts'),
    sources: Sources,
    drawing: Drawing,
  ) => Promise<Outcome<Found>>;
  readonly tell: (library: typeof import('../index.ts'), found: Found) => Told;
}

/** Loads a study, asks, and tells the answer to a person or, with `--json`, to a program. */
export async function askGoal<Found extends object>(
  options: GlobalOptions,
  { command, study, question, ask, tell }: Asking<Found>,
): Promise<ExitCode> {
  const shown = progress(!options.quiet, options.lang);
  try {
    shown.stage('reading');
    const [library, { load }, { usingWorkers }] = await Promise.all([
      import('../index.ts'),
      import('../load/index.ts'),
      import('./workers.ts'),
    ]);
    const loaded = await load([study], { cwd: process.cwd() });
    const texts = new Map([
      ...library.textsOf(loaded.value, options.set),
      ...library.textsOfQuestion(question),
    ]);
    const diagnostics: Diagnostic[] = [...loaded.diagnostics];
    const { draws, seed, workers: count } = drawOptions(options);
    shown.stage('computing');
    const found = hasErrors(diagnostics)
      ? undefined
      : await usingWorkers(count, shown.part, (workers) =>
          ask(library, loaded.value, { draws, seed, deviates: library.deviates, workers }),
        );
    shown.stop();
    diagnostics.push(...(found?.diagnostics ?? []));
    const value = found?.value;
    const text =
      value === undefined || options.json || options.quiet ? '' : await printed(tell(library, value));
    return report(options, {
      command,
      diagnostics,
      texts,
      ...(value === undefined ? {} : { result: { [command]: value } }),
      print: () => say(text),
    });
  } finally {
    shown.stop();
  }
}
