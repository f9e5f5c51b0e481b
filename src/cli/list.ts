// tcfd list [what] [STUDY]: what there is to model with: models, quantities, functions, charts.

import { hasErrors, suggest } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import type { TableCell } from './tables.ts';
import { paintFor } from './terminal.ts';

type Catalogue = ReturnType<typeof import('../index.ts').catalogue>;
type Kind = keyof Catalogue;

export const KINDS = ['models', 'quantities', 'functions', 'charts'] as const satisfies readonly Kind[];

const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);

interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function listing(catalogue: Catalogue, kind: Kind): Listing {
  switch (kind) {
    case 'models':
      return {
        head: ['model', 'about', 'file'],
        rows: catalogue.models.map(({ name, about, file }) => [name, about, file]),
      };
    case 'quantities':
      return {
        head: ['quantity', 'kind', 'unit', 'by', 'set by', 'about'],
        rows: catalogue.quantities.map((quantity) => [
          quantity.name,
          quantity.kind,
          quantity.unit,
          quantity.sets.join(', '),
          quantity.setBy ?? '',
          quantity.about,
        ]),
      };
    case 'functions':
      return {
        head: ['function', 'about', 'example'],
        rows: catalogue.functions.map(({ signature, about, example }) => [signature, about, example]),
      };
    case 'charts':
      return {
        head: ['chart kind', 'about'],
        rows: catalogue.charts.map(({ name, about }) => [name, about]),
      };
  }
}

async function printed(catalogue: Catalogue, kinds: readonly Kind[]): Promise<string> {
  const { table } = await import('./tables.ts');
  const { strong } = paintFor(process.stdout);
  const cell = (text: string): TableCell => ({ text });
  return kinds
    .map((kind) => listing(catalogue, kind))
    .filter(({ rows }) => rows.length > 0)
    .map(({ head, rows }) =>
      table(
        head,
        rows.map((row) => row.map(cell)),
        strong,
      ),
    )
    .join('\n\n');
}

async function list(
  what: Kind | undefined,
  study: string | undefined,
  options: GlobalOptions,
): Promise<ExitCode> {
  const [library, { findModels, load }] = await Promise.all([
    import('../index.ts'),
    import('../load/index.ts'),
  ]);
  const cwd = process.cwd();
  const entries = study === undefined ? await findModels(cwd) : [study];
  const { value, diagnostics } = await load(entries, { cwd });
  const texts = library.textsOf(value, options.set);
  if (hasErrors(diagnostics)) return report(options, { command: 'list', diagnostics, texts });
  const catalogue = library.catalogue(entries.length === 0 ? undefined : value);
  const kinds = what === undefined ? KINDS : [what];
  const text = await printed(catalogue, kinds);
  return report(options, {
    command: 'list',
    diagnostics,
    texts,
    result: Object.fromEntries(kinds.map((kind) => [kind, catalogue[kind]])),
    print: () => say(text === '' ? `no ${what ?? 'entries'} in this project` : text),
  });
}

function kindOf(what: string | undefined): Kind | undefined {
  if (what === undefined || isKind(what)) return what;
  const near = suggest(what, KINDS);
  throw new Misuse(
    `cannot list ${what}`,
    near === undefined ? `there are ${KINDS.join(', ')}` : `did you mean tcfd list ${near}?`,
  );
}

export const addList: AddCommand = (cli, done) =>
  cli.command(
    'list [what] [study]',
    'list models, quantities, functions or charts',
    (command) =>
      command
        .positional('what', { type: 'string', describe: KINDS.join(' | ') })
        .positional('study', { type: 'string', describe: 'of this study instead of the whole project' }),
    async (options) => done(await list(kindOf(options.what), options.study, options)),
  );
