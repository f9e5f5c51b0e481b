// tcfd plan STUDY: which measures to start when, so that the targets are met at least cost.

import { type AddCommand, type GlobalOptions, report, say } from './command.ts';
import type { ExitCode } from './exit.ts';
import { printSummary } from './run.ts';
import { paintFor } from './terminal.ts';

interface PlanOptions extends GlobalOptions {
  readonly study: string;
  readonly budget: string | undefined;
}

type Told = ReturnType<typeof import('../index.ts').tellPlans>;

const WIDEST = 100;

async function printed(told: Told): Promise<string> {
  const { wrap } = await import('./tables.ts');
  const { strong } = paintFor(process.stdout);
  const parts = [];
  for (const { title, sentences, tables } of told)
    parts.push(
      [
        strong(title),
        ...sentences.flatMap((sentence) => wrap(sentence, WIDEST)),
        '',
        await printSummary(tables),
      ].join('\n'),
    );
  return parts.join('\n');
}

async function planOne({ study, budget, ...options }: PlanOptions): Promise<ExitCode> {
  const [library, { load }, { loadSolver }] = await Promise.all([
    import('../index.ts'),
    import('../load/index.ts'),
    import('./solver.ts'),
  ]);
  const loaded = await load([study], { cwd: process.cwd() });
  const texts = new Map([
    ...library.textsOf(loaded.value, options.set),
    ...library.textsOfQuestion({ budget }),
  ]);
  const found = library.hasErrors(loaded.diagnostics)
    ? { diagnostics: [] }
    : library.plan(loaded.value, options.set, { budget, solve: await loadSolver() });
  const { value } = found;
  const text =
    value === undefined || options.json || options.quiet
      ? ''
      : await printed(library.tellPlans(value, options.lang));
  const diagnostics = [...loaded.diagnostics, ...found.diagnostics];
  return report(options, {
    command: 'plan',
    diagnostics,
    texts,
    ...(value === undefined ? {} : { result: { plans: value } }),
    print: () => say(text),
  });
}

export const addPlan: AddCommand = (cli, done, word) =>
  cli.command(
    'plan <study>',
    word(
      'which measures to start when, so that targets are met at least cost',
      '何时启动哪些措施，以最低成本达成目标',
    ),
    (command) =>
      command
        .positional('study', {
          type: 'string',
          demandOption: true,
          describe: word('a study file (.yaml)', '研究文件（.yaml）'),
        })
        .options({
          budget: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'what may be spent in a year, "500 MCNY_2023"; as the plan file says if left out',
              '每年支出上限，如 "500 MCNY_2023"；省略时以方案文件为准',
            ),
          },
        }),
    async (options) => done(await planOne(options)),
  );
