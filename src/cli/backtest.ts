// tcfd backtest STUDY: the model, started from its base year, against what was then published, with the error; and what nobody published.

import { type AddCommand, type GlobalOptions, report, say } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor } from './terminal.ts';

type Backtest = NonNullable<ReturnType<typeof import('../index.ts').backtest>['value']>;
type Finding = Backtest['findings'][number];

const number = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 4 });
const percent = (share: number): string =>
  `${share > 0 ? '+' : share < 0 ? '−' : ''}${(Math.abs(share) * 100).toFixed(1)} %`;

/** One text where all cases agree as shown, the lowest and the highest otherwise. */
function spanned(values: readonly number[], show: (value: number) => string): string {
  const [low, high] = [show(Math.min(...values)), show(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}

const row = ({ title, year, unit, computed, published, errors }: Finding, language: 'en' | 'zh') => [
  title[language],
  String(year),
  unit,
  spanned(
    computed.map(({ value }) => value),
    number,
  ),
  published === undefined ? '' : number(published.value),
  errors === undefined ? '' : spanned(errors, percent),
];

async function printed({ study, baseYear, findings }: Backtest, language: 'en' | 'zh'): Promise<string> {
  const { table, wrap } = await import('./tables.ts');
  const { strong } = paintFor(process.stdout);
  const [known, unknown] = [
    findings.filter(({ published }) => published !== undefined),
    findings.filter(({ published }) => published === undefined),
  ];
  const head = ['Quantity', 'Year', 'Unit', 'Model', 'Published', 'Error'];
  const lines = (text: string): string => wrap(text, 100).join('\n');
  return [
    known.length === 0
      ? `${study}: nothing that was published after ${baseYear} is at hand, so the model stands untested`
      : `${strong(lines(`${study}: the model, started from ${baseYear}, against what was then published; lowest and highest case`))}\n${table(
          head,
          known.map((finding) => row(finding, language).map((text) => ({ text }))),
          strong,
        )}`,
    ...known.flatMap(({ title, note }) => (note === undefined ? [] : [lines(`${title[language]}: ${note}`)])),
    ...(unknown.length === 0 ? [] : [strong('Not published')]),
    ...unknown.map(({ title, year, notPublished }) => lines(`${title[language]} ${year}: ${notPublished}`)),
  ].join('\n');
}

async function backtestOne(study: string, options: GlobalOptions): Promise<ExitCode> {
  const [library, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const loaded = await load([study], { cwd: process.cwd() });
  const texts = library.textsOf(loaded.value, options.set);
  const readable = loaded.diagnostics.every(({ severity }) => severity !== 'error');
  const told = readable ? library.backtest(loaded.value, options.set) : { diagnostics: [] };
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

export const addBacktest: AddCommand = (cli, done) =>
  cli.command(
    'backtest <study>',
    'hold the model, started from its base year, against what was then published',
    (command) =>
      command.positional('study', { type: 'string', demandOption: true, describe: 'a study file (.yaml)' }),
    async (options) => done(await backtestOne(options.study, options)),
  );
