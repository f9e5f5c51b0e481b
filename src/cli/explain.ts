// tcfd explain STUDY QUANTITY: what a number comes from, down to the files and sources.

import { type AddCommand, type GlobalOptions, report, say, wholeNumber } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor } from './terminal.ts';

type Line = ReturnType<typeof import('../index.ts').explanationText>[number];

interface ExplainOptions extends GlobalOptions {
  readonly study: string;
  readonly quantity: string;
  readonly year: string | undefined;
  readonly scenario: string | undefined;
  readonly strategy: string | undefined;
  readonly item: string | undefined;
  readonly depth: string;
}

const WIDEST = 100;

/** Long texts go on below their beginning, with the branches of the tree beside them. */
async function printed(lines: readonly Line[]): Promise<string> {
  const { wrap } = await import('./tables.ts');
  const { strong, warning, quiet } = paintFor(process.stdout);
  const brush = { number: strong, assumed: warning, quiet };
  return lines
    .flatMap(({ stem, text, tone }) => {
      const onwards = stem.replace(/├ $/, '│ ').replace(/└ $/, '  ');
      return wrap(text, Math.max(40, WIDEST - stem.length)).map((part, index) =>
        `${quiet(index === 0 ? stem : onwards)}${part === '' ? '' : brush[tone](part)}`.trimEnd(),
      );
    })
    .join('\n');
}

async function explainOne(options: ExplainOptions): Promise<ExitCode> {
  const { study, quantity, item, scenario, strategy } = options;
  const depth = wholeNumber('depth', options.depth, 999, 0) ?? 0;
  const year = wholeNumber('year', options.year, 9999);
  const [library, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const loaded = await load([study], { cwd: process.cwd() });
  const texts = library.textsOf(loaded.value, options.set);
  const readable = loaded.diagnostics.every(({ severity }) => severity !== 'error');
  const told = readable
    ? library.explain(loaded.value, options.set, { quantity, item, year, scenario, strategy }, options.lang)
    : { diagnostics: [] };
  const { value } = told;
  const text = value === undefined ? '' : await printed(library.explanationText(value, depth, options.lang));
  return report(options, {
    command: 'explain',
    diagnostics: [...loaded.diagnostics, ...told.diagnostics],
    texts,
    ...(value === undefined
      ? {}
      : { result: { explanation: { ...value, numbers: Object.fromEntries(value.numbers) } } }),
    print: () => say(text),
  });
}

export const addExplain: AddCommand = (cli, done) =>
  cli.command(
    'explain <study> <quantity>',
    'say what a number comes from: formulas, inputs, sources, overrides',
    (command) =>
      command
        .positional('study', { type: 'string', demandOption: true, describe: 'a study file (.yaml)' })
        .positional('quantity', {
          type: 'string',
          demandOption: true,
          describe: 'a name of tcfd list quantities STUDY, or a row of the register: register.carbon',
        })
        .options({
          year: {
            type: 'string',
            requiresArg: true,
            describe: 'a year of the study; the medium horizon if left out',
          },
          scenario: { type: 'string', requiresArg: true, describe: 'the first of the study if left out' },
          strategy: { type: 'string', requiresArg: true, describe: 'the first of the study if left out' },
          item: {
            type: 'string',
            requiresArg: true,
            describe: 'the element, where the quantity has several; all for their sum',
          },
          depth: { type: 'string', requiresArg: true, default: '2', describe: 'levels of formulas to open' },
        }),
    async (options) => done(await explainOne(options)),
  );
