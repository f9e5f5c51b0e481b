// tcfd backtest STUDY: the model, started from its base year, against what was then published, with the error; and what nobody published.

import { type AddCommand, type GlobalOptions, report, say, worded } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor } from './terminal.ts';

const WIDEST = 100;

type Backtest = NonNullable<ReturnType<typeof import('../index.ts').backtest>['value']>;

/** The table as the pack has it, without who published what; remarks below it. */
async function printed(found: Backtest, language: 'en' | 'zh'): Promise<string> {
  const [{ backtestTables, backtestText }, { table, wrap }] = await Promise.all([
    import('../index.ts'),
    import('./tables.ts'),
  ]);
  const { strong } = paintFor(process.stdout);
  const lines = (text: string): string => wrap(text, WIDEST).join('\n');
  const colon = worded({ lang: language }, ': ', '：');
  return [
    lines(`${found.study}${colon}${backtestText(found, language)}`),
    ...backtestTables(found, language).map(
      ({ title, head, rows }) =>
        `\n${strong(title)}\n${table(
          head,
          rows.map((cells) => cells.map((text) => ({ text }))),
          strong,
        )}`,
    ),
    ...found.findings.flatMap(({ title, year, note }) =>
      note === undefined ? [] : [lines(`${title[language]} ${year}${colon}${note}`)],
    ),
  ].join('\n');
}

async function backtestOne(study: string, options: GlobalOptions): Promise<ExitCode> {
  const [library, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const loaded = await load([study], { cwd: process.cwd() });
  const texts = library.textsOf(loaded.value, options.set);
  const readable = loaded.diagnostics.every(({ severity }) => severity !== 'error');
  const told = readable ? library.backtest(loaded.value, options.set, options.lang) : { diagnostics: [] };
  const { value } = told;
  const text = value === undefined ? '' : await printed(value, options.lang);
  return report(options, {
    command: 'backtest',
    diagnostics: [...loaded.diagnostics, ...told.diagnostics],
    texts,
    ...(value === undefined ? {} : { result: { backtest: value } }),
    print: () => say(text),
  });
}

export const addBacktest: AddCommand = (cli, done, word) =>
  cli.command(
    'backtest <study>',
    word(
      'hold the model, started from its base year, against what was then published',
      '从基准年起算，与其后公布的数据对照',
    ),
    (command) =>
      command.positional('study', {
        type: 'string',
        demandOption: true,
        describe: word('a study file (.yaml)', '研究文件（.yaml）'),
      }),
    async (options) => done(await backtestOne(options.study, options)),
  );
