// tcfd compare RUN-A RUN-B: which inputs changed, who says so, and what each change does to every headline.

import { type AddCommand, type GlobalOptions, noteFiles, outOf, report, say } from './command.ts';
import type { ComparedRuns } from './comparing.ts';
import type { ExitCode } from './exit.ts';
import { printSummary } from './run.ts';
import { paintFor, progress } from './terminal.ts';

type Done = NonNullable<ComparedRuns['done']>;
type Changes = Done['told']['inputs'];

const WIDEST = 100;
/** Changes that are printed; all of them stand in compare.md. */
const PRINTED = 30;

const WORDS = {
  en: {
    inputs: 'Inputs that changed',
    structure: 'What changed besides values',
    none: 'No input changed.',
    same: 'No headline differs.',
    counted: (title: string, count: number) => `${title} (${count})`,
    bridges: 'What each change does to each headline (mean over all orders; the steps sum to the difference)',
    more: (count: number) => `and ${count} more in compare.md`,
  },
  zh: {
    inputs: '有变动的输入',
    structure: '数值以外的变动',
    none: '输入无变动。',
    same: '主要指标无差异。',
    counted: (title: string, count: number) => `${title}（${count}）`,
    bridges: '各变动对主要指标的影响（各种顺序的平均值；各步之和等于总差额）',
    more: (count: number) => `另有 ${count} 项见 compare.md`,
  },
} as const;

/** Long texts go on below their beginning. */
async function printChanges(
  title: string,
  changes: Changes,
  words: (typeof WORDS)['en' | 'zh'],
): Promise<string> {
  const { wrap } = await import('./tables.ts');
  const { strong, warning, quiet } = paintFor(process.stdout);
  const brush = { value: (text: string) => text, before: quiet, after: quiet, assumed: warning };
  const block = (text: string, indent: string, paint: (part: string) => string): readonly string[] =>
    wrap(text, WIDEST - indent.length - 2).map(
      (part, index) => `${indent}${index > 0 ? '  ' : ''}${paint(part)}`,
    );
  const lines = changes
    .slice(0, PRINTED)
    .flatMap(({ head, lines: own }) => [
      ...block(head, '  ', strong),
      ...own.flatMap(({ text, tone }) => block(text, '    ', brush[tone])),
    ]);
  const rest = changes.length - PRINTED;
  const head = strong(words.counted(title, changes.length));
  return [head, ...lines, ...(rest > 0 ? [`  ${words.more(rest)}`] : [])].join('\n');
}

async function printed({ told, remarks }: Done, lang: GlobalOptions['lang']): Promise<string> {
  const words = WORDS[lang];
  const { strong, warning } = paintFor(process.stdout);
  const { wrap } = await import('./tables.ts');
  return [
    ...remarks.map((remark) => wrap(remark, WIDEST).map(warning).join('\n')),
    told.inputs.length === 0 ? words.none : await printChanges(words.inputs, told.inputs, words),
    ...(told.structure.length === 0 ? [] : [await printChanges(words.structure, told.structure, words)]),
    told.tables.length === 0 ? words.same : `${strong(words.bridges)}\n\n${await printSummary(told.tables)}`,
  ].join('\n\n');
}

async function compareTwo(typed: readonly [string, string], options: GlobalOptions): Promise<ExitCode> {
  const { compareRuns } = await import('./comparing.ts');
  const shown = progress(!options.quiet, options.lang);
  const start = performance.now();
  try {
    const { set, lang } = options;
    const { diagnostics, texts, done } = await compareRuns(typed, { set, lang, out: outOf(options) }, shown);
    shown.stop();
    if (done === undefined) return report(options, { command: 'compare', diagnostics, texts });
    const { comparison, remarks, folder, files } = done;
    const text = options.json || options.quiet ? '' : await printed(done, lang);
    const [before, after] = typed;
    const code = await report(options, {
      command: 'compare',
      diagnostics,
      texts,
      result: { runs: { before, after }, folder, files, remarks, comparison },
      print: () => say(text),
    });
    noteFiles(options, { folder, files, start });
    return code;
  } finally {
    shown.stop();
  }
}

export const addCompare: AddCommand = (cli, done, word) =>
  cli.command(
    'compare <before> <after>',
    word(
      'say which inputs changed and what each change does to every headline',
      '列出输入变动及其对各主要指标的影响',
    ),
    (command) =>
      command
        .positional('before', {
          type: 'string',
          demandOption: true,
          describe: word('a pack, or a study file', '结果包，或研究文件'),
        })
        .positional('after', {
          type: 'string',
          demandOption: true,
          describe: word(
            'a pack, or a study file; --set holds for this one',
            '结果包，或研究文件；--set 作用于此项',
          ),
        }),
    async (options) => done(await compareTwo([options.before, options.after], options)),
  );
