// tcfd explain STUDY QUANTITY: what a number comes from, down to the files and sources.

import { hasErrors } from '../diagnostics/index.ts';
import type { PercentileQuestion } from '../index.ts';
import type { Sources } from '../load/index.ts';
import {
  type AddCommand,
  drawOptions,
  type GlobalOptions,
  report,
  say,
  wholeNumber,
  wordIn,
} from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import { paintFor, progress } from './terminal.ts';
import type { Word } from './words.ts';

type Line = ReturnType<typeof import('../index.ts').explanationText>[number];

interface ExplainOptions extends GlobalOptions {
  readonly study: string;
  readonly quantity: string;
  readonly year: string | undefined;
  readonly scenario: string | undefined;
  readonly strategy: string | undefined;
  readonly item: string | undefined;
  readonly percentile: string | undefined;
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

/** A percentile as typed; undefined for the central case. */
function percentileOf(word: Word, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 0 && number <= 100) return number;
  throw new Misuse(
    word(
      `--percentile takes a number from 0 to 100, not ${text}`,
      `--percentile 须为 0 至 100 的数，不能是 ${text}`,
    ),
  );
}

async function explainOne(options: ExplainOptions): Promise<ExitCode> {
  const { study, quantity, item, scenario, strategy } = options;
  const word = wordIn(options);
  const depth = wholeNumber(word, 'depth', options.depth, 999, 0) ?? 0;
  const year = wholeNumber(word, 'year', options.year, 9999);
  const percentile = percentileOf(word, options.percentile);
  if (percentile === undefined && (options.draws !== undefined || options.seed !== undefined))
    throw new Misuse(
      word('explain takes draws with --percentile alone', 'explain 仅与 --percentile 一起抽样'),
      word('for example --percentile 95', '例如 --percentile 95'),
    );
  const [library, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const loaded = await load([study], { cwd: process.cwd() });
  const texts = library.textsOf(loaded.value, options.set);
  const question = { quantity, item, year, scenario, strategy };
  const told = hasErrors(loaded.diagnostics)
    ? { diagnostics: [] }
    : percentile === undefined
      ? library.explain(loaded.value, options.set, question, options.lang)
      : await explainDraw(library, loaded.value, { ...question, percentile }, options);
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

/** With threads of its own and, where it takes a while, with a bar. */
async function explainDraw(
  library: typeof import('../index.ts'),
  sources: Sources,
  question: PercentileQuestion,
  options: ExplainOptions,
) {
  const { usingWorkers } = await import('./workers.ts');
  const { draws, seed, workers: count } = drawOptions(options);
  const shown = progress(!options.quiet, options.lang);
  try {
    shown.stage('computing');
    return await usingWorkers(count, shown.part, (workers) =>
      library.explainPercentile(
        sources,
        options.set,
        question,
        { draws, seed, deviates: library.deviates, workers },
        options.lang,
      ),
    );
  } finally {
    shown.stop();
  }
}

export const addExplain: AddCommand = (cli, done, word) =>
  cli.command(
    'explain <study> <quantity>',
    word(
      'say what a number comes from: formulas, inputs, sources, overrides',
      '说明数值由来：公式、输入、来源、覆盖值',
    ),
    (command) =>
      command
        .positional('study', {
          type: 'string',
          demandOption: true,
          describe: word('a study file (.yaml)', '研究文件（.yaml）'),
        })
        .positional('quantity', {
          type: 'string',
          demandOption: true,
          describe: word(
            'a name of tcfd list quantities STUDY, or a row of the register: register.carbon',
            'tcfd list quantities STUDY 所列名称，或登记册条目，如 register.carbon',
          ),
        })
        .options({
          year: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'a year of the study; the medium horizon if left out',
              '研究中的年份；省略时为中期年份',
            ),
          },
          scenario: {
            type: 'string',
            requiresArg: true,
            describe: word('the first of the study if left out', '情景；省略时为研究中的第一个'),
          },
          strategy: {
            type: 'string',
            requiresArg: true,
            describe: word('the first of the study if left out', '策略；省略时为研究中的第一个'),
          },
          item: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'the element, where the quantity has several; all for their sum',
              '指标有多个元素时指明其一；all 为各元素之和',
            ),
          },
          percentile: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'the draw nearest to this percentile, 0 to 100; the central case if left out',
              '最接近该分位数（0 至 100）的抽样；省略时为中心情形',
            ),
          },
          depth: {
            type: 'string',
            requiresArg: true,
            default: '2',
            describe: word('levels of formulas to open', '公式展开的层数'),
          },
        }),
    async (options) => done(await explainOne(options)),
  );
