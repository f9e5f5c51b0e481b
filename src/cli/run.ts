// tcfd run STUDY: computes a study and leaves its board pack in the output folder.

import {
  type AddCommand,
  drawOptions,
  type GlobalOptions,
  noteFiles,
  outOf,
  report,
  say,
} from './command.ts';
import type { ExitCode } from './exit.ts';
import { folderOf, type Ran, runStudy } from './study.ts';
import { type Progress, paintFor, progress } from './terminal.ts';

/** The tables of a run or a comparison as text. */
export async function printSummary(tables: NonNullable<Ran['done']>['summary']): Promise<string> {
  const { table } = await import('./tables.ts');
  const { good, bad, strong } = paintFor(process.stdout);
  const brushes = { good, bad, plain: (text: string) => text };
  return tables
    .map(({ title, head, rows, status }) => {
      const painted = rows.map((row, down) =>
        row.map((text, across) => ({ text, paint: brushes[status[down]?.[across] ?? 'plain'] })),
      );
      return `${strong(title)}\n${table(head, painted, strong)}\n`;
    })
    .join('\n');
}

interface RunOptions extends GlobalOptions {
  readonly study: string;
  readonly template: string | undefined;
}

async function runOne({ study, ...options }: RunOptions, shown: Progress): Promise<ExitCode> {
  const start = performance.now();
  const folder = folderOf(study, outOf(options));
  const { diagnostics, texts, done } = await runStudy(
    study,
    folder,
    {
      ...{ set: options.set, lang: options.lang, template: options.template },
      ...drawOptions(options),
      resume: false,
    },
    shown,
  );
  shown.stop();
  if (done === undefined) return report(options, { command: 'run', diagnostics, texts });
  const { files, summary } = done;
  const printed = options.json || options.quiet ? '' : await printSummary(summary);
  const code = await report(options, {
    command: 'run',
    diagnostics,
    texts,
    result: { folder, files, summary },
    print: () => say(printed),
  });
  noteFiles(options, { folder, files, start });
  return code;
}

export const addRun: AddCommand = (cli, done, word) =>
  cli.command(
    'run <study>',
    word('compute a study and write its board pack', '计算研究并写出供董事会使用的结果包'),
    (command) =>
      command
        .positional('study', {
          type: 'string',
          demandOption: true,
          describe: word('a study file (.yaml)', '研究文件（.yaml）'),
        })
        .option('template', {
          type: 'string',
          requiresArg: true,
          describe: word(
            "a company's own .pptx, whose layouts the deck takes",
            '公司自有 .pptx，演示文稿采用其版式',
          ),
        }),
    async (options) => {
      const shown = progress(!options.quiet, options.lang);
      try {
        done(await runOne(options, shown));
      } finally {
        shown.stop();
      }
    },
  );
