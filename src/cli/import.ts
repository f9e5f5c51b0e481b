// tcfd import iamc FILE: makes a data file with its sidecar out of a provider's table.

import { basename, dirname, join, relative } from 'node:path';
import { type Diagnostic, error, hasErrors, printable, suggest } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, note, report, say, wordIn } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import { type Progress, paintFor, progress } from './terminal.ts';
import type { Word } from './words.ts';

type Library = typeof import('../index.ts');
type Imported = Extract<Awaited<ReturnType<Library['importIamc']>>['value'], object>;
type Counted = Imported['cells'];

const FORMATS = ['iamc'];

interface ImportOptions extends GlobalOptions {
  readonly out: string;
  readonly file: string;
  readonly variable: readonly string[];
  readonly region: readonly string[];
  readonly scenario: readonly string[];
  readonly model: readonly string[];
  readonly where: readonly string[];
  readonly sheet: string | undefined;
  readonly source: string | undefined;
  readonly licence: string | undefined;
  readonly replace: boolean;
}

export const importOptions = [
  ...['variable', 'region', 'scenario', 'model', 'where'],
  ...['sheet', 'source', 'licence', 'replace'],
];

/** `IAM_data.xlsx` -> `scenarios/reference/iam-data`. */
const defaultOut = (file: string): string =>
  join(
    'scenarios',
    'reference',
    basename(file)
      .replace(/\.\w+$/, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'imported',
  );

/** `strategy=Plan` by its column, in small letters as headers are read. */
function whereOf({ where, lang }: ImportOptions): Readonly<Record<string, string>> {
  const word = wordIn({ lang });
  const chosen = new Map<string, string>();
  for (const written of where) {
    const [column = '', ...text] = written.split('=');
    const name = column.trim().toLowerCase();
    if (name === '' || text.length === 0)
      throw new Misuse(
        word(`cannot read --where ${written}`, `无法读取 --where ${written}`),
        word('write --where "column=text"', '写作 --where "列=文本"'),
      );
    if (chosen.has(name))
      throw new Misuse(
        word(`--where gives ${name} twice`, `--where 两次给出 ${name}`),
        word('a column is held to one text', '一列只能限定为一个文本'),
      );
    chosen.set(name, text.join('=').trim());
  }
  return Object.fromEntries(chosen);
}

/** Rows of what was kept, and one for all the rest, so that a database of two thousand variables fits a screen. */
function countRows(counts: readonly Counted[], word: Word): readonly (readonly string[])[] {
  const row = ({ name, kept, empty, filtered }: Counted): readonly string[] => [
    name,
    ...[kept, empty, filtered].map((count) => count.toLocaleString('en')),
  ];
  const left = counts.filter(({ kept, empty }) => kept + empty === 0);
  const others = left.reduce((sum, { filtered }) => sum + filtered, 0);
  return [
    ...counts.filter((one) => !left.includes(one)).map(row),
    ...(left.length === 0
      ? []
      : [
          row({
            name: word(
              left.length === 1 ? '1 other' : `${left.length.toLocaleString('en')} others`,
              `其余 ${left.length.toLocaleString('en')} 项`,
            ),
            kept: 0,
            empty: 0,
            filtered: others,
          }),
        ]),
  ];
}

async function printed(imported: Imported, word: Word): Promise<string> {
  const { table } = await import('./tables.ts');
  const { strong } = paintFor(process.stdout);
  const head = [word('kept', '保留'), word('empty', '空白'), word('filtered out', '筛除')];
  const tableOf = (title: string, counts: readonly Counted[]): string =>
    table(
      [title, ...head],
      countRows(counts, word).map((row) => row.map((text) => ({ text }))),
      strong,
    );
  const { cells, filteredBy, readAs, notices, otherSheets, sheet } = imported;
  const by = Object.entries(filteredBy).filter(([, count]) => count > 0);
  const lines = [
    ...readAs.map(({ column, written, as }) => {
      const said = `${column} ${JSON.stringify(written)}`;
      return word(`${said} is read as ${as}`, `${said} 读作 ${as}`);
    }),
    ...by.map(([filter, count]) => {
      const cells = count.toLocaleString('en');
      return word(`--${filter} filters out ${cells} cells`, `--${filter} 筛除 ${cells} 个单元格`);
    }),
    ...(otherSheets.length === 0
      ? []
      : [
          word(
            `sheet ${sheet} is read, ${otherSheets.join(', ')} not`,
            `读取工作表 ${sheet}，未读取 ${otherSheets.join('、')}`,
          ),
        ]),
    ...notices.map((text) => word(`the table says: ${text}`, `表格说明：${text}`)),
  ];
  return [
    tableOf(word('Scenario', '情景'), imported.scenarios),
    tableOf(word('Variable', '变量'), imported.variables),
    tableOf(word('All cells', '全部单元格'), [
      { ...cells, name: (cells.kept + cells.empty + cells.filtered).toLocaleString('en') },
    ]),
    ...(lines.length === 0 ? [] : [lines.map(printable).join('\n')]),
  ].join('\n\n');
}

/** How a scenario of the project uses what was written. */
function usage(sidecar: string, project: string, where: Imported['where'], word: Word): string {
  const from = relative(join(project, 'scenarios', 'company'), sidecar).replaceAll('\\', '/');
  const text = (value: string): string => (/[,:[\]{}#|*&]/.test(value) ? JSON.stringify(value) : value);
  const keys = Object.entries(where).map(([column, name]) => `${column}: ${text(name)}`);
  const rest = keys.length === 0 ? '' : `, where: { ${keys.join(', ')} }`;
  return `${word('in a scenario: ', '在情景文件中：')}my_input: { from: ${from}${rest} }`;
}

async function importFile(options: ImportOptions, shown: Progress): Promise<ExitCode> {
  const [library, room, { writeTogether }] = await Promise.all([
    import('../index.ts'),
    import('../load/index.ts'),
    import('../write/index.ts'),
  ]);
  const cwd = process.cwd();
  const where = whereOf(options);
  const out = options.out.replace(/\.(?:csv|ya?ml)$/, '');
  const texts = new Map<string, string>();
  const stopped = (diagnostics: readonly Diagnostic[]): Promise<ExitCode> => {
    shown.stop();
    return report(options, { command: 'import', diagnostics, texts });
  };
  const project = await room.projectOf(out);
  const lists = project === undefined ? [] : await room.findCodelists(project);
  if (project === undefined || lists.length === 0) {
    const message =
      project === undefined
        ? `${out} would not lie in a project, a folder that holds scenarios/`
        : 'the project has no codelists in scenarios/reference/codelists/';
    const help = 'stand in the project, or name a place in it with --out; codelists come with this product';
    return stopped([error('import/project', message, { file: out, from: 0, to: 0 }, { help })]);
  }
  shown.stage('reading');
  const [codelists, references, opened] = await Promise.all([
    room.loadCodelists(lists, options.file, cwd),
    room.load(await room.findReferences(project), { cwd }),
    room.openTable(options.file),
  ]);
  for (const [path, text] of library.textsOf(codelists.value, [])) texts.set(path, text);
  const found = [...codelists.diagnostics, ...opened.diagnostics];
  if (opened.value === undefined || hasErrors(found)) return stopped(found);
  const { file, variable, region, scenario, model, sheet, source, licence } = options;
  const selection = { variable, region, scenario, model };
  const { sha256 } = opened.value;
  const request = { file, sha256, selection, where, sheet, source, licence, name: basename(out) };
  const { value: imported, diagnostics } = await library.importIamc(
    opened.value,
    request,
    codelists.value,
    references.value,
  );
  if (imported === undefined) return stopped(diagnostics);
  const { files, ...account } = imported;
  const large = files.find(({ content }) => Buffer.byteLength(content) > room.LARGEST);
  if (large !== undefined) {
    const message = `${large.path} would be larger than the ${room.LARGEST / 1024 / 1024} MB that a study reads`;
    const help = 'choose less with --variable, --region, --scenario or --model';
    return stopped([error('import/large', message, { file, from: 0, to: 0 }, { help })]);
  }
  shown.stage('writing');
  const written = await writeTogether(files, dirname(out), options.replace);
  if (written.value === undefined) return stopped(written.diagnostics);
  shown.stop();
  const paths = files.map(({ path }) => join(dirname(out), path));
  const word = wordIn(options);
  const text = options.json || options.quiet ? '' : await printed(imported, word);
  const code = await report(options, {
    command: 'import',
    diagnostics,
    texts,
    result: { files: paths, ...account },
    print: () => say(text),
  });
  if (!options.quiet && !options.json) {
    const kept = account.cells.kept.toLocaleString('en');
    note(
      word(
        `${paths.join(', ')}: ${kept} values, source ${account.source}`,
        `${paths.join('、')}：${kept} 个数值，来源 ${account.source}`,
      ),
    );
    note(usage(written.value.at(-1) ?? '', project, account.where, word));
  }
  return code;
}

/** What yargs cannot know of our options. */
function checked({ format, set, ...options }: { readonly format: string } & ImportOptions): void {
  const word = wordIn(options);
  if (set.length > 0)
    throw new Misuse(
      word('import takes no --set', 'import 不接受 --set'),
      word('nothing is computed here', '此命令不作计算'),
    );
  for (const option of ['sheet', 'source', 'licence'] as const)
    if (Array.isArray(options[option]))
      throw new Misuse(word(`--${option} is given once`, `--${option} 只能给出一次`));
  if (FORMATS.includes(format)) return;
  const near = suggest(format, FORMATS);
  const hint =
    near === undefined
      ? word(`there is ${FORMATS.join(', ')}`, `可用的有：${FORMATS.join('、')}`)
      : word(`did you mean tcfd import ${near}?`, `是否为 tcfd import ${near}？`);
  throw new Misuse(word(`cannot import ${format}`, `无法导入 ${format}`), hint);
}

export const addImport: AddCommand = (cli, done, word) =>
  cli.command(
    'import <format> <file>',
    word(
      'make a data file with its sidecar out of a table of the IAMC, for example of the NGFS',
      '由 IAMC 格式的表（如 NGFS 的表）生成数据文件及其说明文件',
    ),
    (command) => {
      const names = { type: 'string', array: true, nargs: 1, default: [] as readonly string[] } as const;
      const text = { type: 'string', requiresArg: true } as const;
      const all = word('all', '全部');
      return command
        .positional('format', { type: 'string', demandOption: true, describe: FORMATS.join(' | ') })
        .positional('file', {
          type: 'string',
          demandOption: true,
          describe: word(
            'the table as it was downloaded: CSV or XLSX, a column a year or a row a year',
            '下载所得的原表：CSV 或 XLSX，每年一列或每年一行',
          ),
        })
        .options({
          variable: {
            ...names,
            defaultDescription: all,
            describe: word(
              'keep this variable; * is any text; may be repeated',
              '保留该变量；* 代表任意文本；可重复',
            ),
          },
          region: {
            ...names,
            defaultDescription: all,
            describe: word('keep this region, the same way', '保留该地区，写法同上'),
          },
          scenario: { ...names, defaultDescription: all, describe: word('keep this scenario', '保留该情景') },
          model: { ...names, defaultDescription: all, describe: word('keep this model', '保留该模型') },
          where: {
            ...names,
            defaultDescription: word('none', '无'),
            describe: word(
              'COLUMN=TEXT: of a column beyond the IAMC, the one text to keep, for example strategy=Plan',
              '列=文本：IAMC 以外的列只保留该文本，如 strategy=Plan',
            ),
          },
          sheet: {
            ...text,
            describe: word(
              'the sheet of a workbook, if several hold a table',
              '多个工作表含有表时，指明其一',
            ),
          },
          source: {
            ...text,
            describe: word(
              'key of the source in a reference file; known for the NGFS',
              '参考文件中来源的键；NGFS 数据的来源已知',
            ),
          },
          licence: {
            ...text,
            describe: word('licence of the data; known for the NGFS', '数据的许可；NGFS 数据的许可已知'),
          },
          replace: {
            type: 'boolean',
            default: false,
            describe: word('replace files of the same name', '替换同名文件'),
          },
        })
        .option('out', {
          type: 'string',
          requiresArg: true,
          describe: word(
            'NAME of the pair NAME.csv and NAME.yaml, in scenarios/',
            '成对文件 NAME.csv 与 NAME.yaml 的名称 NAME，位于 scenarios/ 下',
          ),
          defaultDescription: 'scenarios/reference/<file>',
        })
        .example(
          '$0 import iamc IAM_data.xlsx --region "*|China"',
          word('every model has its own China', '各模型各有自己的中国区域'),
        );
    },
    async (options) => {
      const chosen = { ...options, out: options.out ?? defaultOut(options.file) };
      checked(chosen);
      const shown = progress(!options.quiet, options.lang);
      try {
        done(await importFile(chosen, shown));
      } finally {
        shown.stop();
      }
    },
  );
