// tcfd list [what] [STUDY]: what there is to model with: models, quantities, functions, charts.

import { hasErrors, suggest } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say, worded, wordIn } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import type { TableCell } from './tables.ts';
import { paintFor } from './terminal.ts';
import type { Word } from './words.ts';

type Library = typeof import('../index.ts');
type Catalogue = ReturnType<Library['catalogue']>;
type Kind = keyof Catalogue;

export const KINDS = ['models', 'quantities', 'functions', 'charts'] as const satisfies readonly Kind[];

const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);

interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What may be listed, as a Chinese sentence calls it. */
const LISTED_IN_CHINESE: Readonly<Record<Kind, string>> = {
  models: '模型',
  quantities: '指标',
  functions: '函数',
  charts: '图表',
};

/** Kinds of quantities as a Chinese table calls them. */
const KINDS_IN_CHINESE: Readonly<Record<string, string>> = { input: '输入', formula: '公式', total: '合计' };

function listing(
  catalogue: Catalogue,
  kind: Kind,
  options: GlobalOptions,
  { layerWord }: Pick<Library, 'layerWord'>,
): Listing {
  const word = wordIn(options);
  switch (kind) {
    case 'models':
      return {
        head: [word('model', '模型'), word('about', '说明'), word('file', '文件')],
        rows: catalogue.models.map(({ name, about, file }) => [name, about, file]),
      };
    case 'quantities':
      return {
        head: [
          word('quantity', '指标'),
          word('kind', '类型'),
          word('unit', '单位'),
          word('by', '集合'),
          word('set by', '设定者'),
          word('about', '说明'),
        ],
        rows: catalogue.quantities.map((quantity) => [
          quantity.name,
          word(quantity.kind, KINDS_IN_CHINESE[quantity.kind] ?? quantity.kind),
          quantity.unit,
          quantity.sets.join(', '),
          layerWord(quantity.setBy ?? '', options.lang),
          quantity.about,
        ]),
      };
    case 'functions':
      return {
        head: [word('function', '函数'), word('about', '说明'), word('example', '示例')],
        rows: catalogue.functions.map(({ signature, about, example }) => [signature, about, example]),
      };
    case 'charts':
      return {
        head: [word('chart kind', '图表类型'), word('about', '说明')],
        rows: catalogue.charts.map(({ name, about }) => [name, about]),
      };
  }
}

async function printed(
  catalogue: Catalogue,
  kinds: readonly Kind[],
  options: GlobalOptions,
  library: Library,
): Promise<string> {
  const { table } = await import('./tables.ts');
  const { strong } = paintFor(process.stdout);
  const cell = (text: string): TableCell => ({ text });
  return kinds
    .map((kind) => listing(catalogue, kind, options, library))
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
  const catalogue = library.catalogue(entries.length === 0 ? undefined : value, options.lang);
  const kinds = what === undefined ? KINDS : [what];
  const text = await printed(catalogue, kinds, options, library);
  return report(options, {
    command: 'list',
    diagnostics,
    texts,
    result: Object.fromEntries(kinds.map((kind) => [kind, catalogue[kind]])),
    print: () =>
      say(
        text === ''
          ? worded(
              options,
              `no ${what ?? 'entries'} in this project`,
              `本项目中没有${what === undefined ? '可列的内容' : LISTED_IN_CHINESE[what]}`,
            )
          : text,
      ),
  });
}

function kindOf(what: string | undefined, word: Word): Kind | undefined {
  if (what === undefined || isKind(what)) return what;
  const near = suggest(what, KINDS);
  throw new Misuse(
    word(`cannot list ${what}`, `无法列出 ${what}`),
    near === undefined
      ? word(`there are ${KINDS.join(', ')}`, `可列出：${KINDS.join('、')}`)
      : word(`did you mean tcfd list ${near}?`, `是否为 tcfd list ${near}？`),
  );
}

export const addList: AddCommand = (cli, done, word) =>
  cli.command(
    'list [what] [study]',
    word('list models, quantities, functions or charts', '列出模型、指标、函数或图表'),
    (command) =>
      command.positional('what', { type: 'string', describe: KINDS.join(' | ') }).positional('study', {
        type: 'string',
        describe: word('of this study instead of the whole project', '只列该研究，而非整个项目'),
      }),
    async (options) => done(await list(kindOf(options.what, word), options.study, options)),
  );
