// tcfd batch DIR|FILE...: many studies one after another; one that fails does not keep the others from finishing.

import { join } from 'node:path';
import { type Diagnostic, hasErrors, toJson } from '../diagnostics/index.ts';
import type { FoundStudy } from '../load/index.ts';
import {
  type AddCommand,
  drawOptions,
  type GlobalOptions,
  note,
  outOf,
  report,
  say,
  told,
  worded,
  wordIn,
} from './command.ts';
import { bugText, type ExitCode } from './exit.ts';
import { type Ran, runStudy } from './study.ts';
import { type Progress, paintFor, progress } from './terminal.ts';

interface BatchOptions extends GlobalOptions {
  readonly resume: boolean;
}

type Outcome = 'done' | 'unchanged' | 'failed';

/** What became of one study, as the table and `--json` show it. */
interface Told {
  readonly study: string;
  readonly folder: string;
  readonly outcome: Outcome;
  readonly files: number;
  /** Targets met in all scenarios with all strategies, and how many there are. */
  readonly targets: { readonly met: number; readonly of: number };
  readonly seconds: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Ran['texts'];
  /** A fault of this program in this study. */
  readonly bug?: unknown;
}

async function runOne({ path, name }: FoundStudy, options: BatchOptions, shown: Progress): Promise<Told> {
  const start = performance.now();
  const folder = join(outOf(options), name);
  const seconds = (): number => (performance.now() - start) / 1000;
  const nothing = { files: 0, targets: { met: 0, of: 0 } };
  try {
    const { diagnostics, texts, done, unchanged } = await runStudy(
      path,
      folder,
      { ...options, ...drawOptions(options) },
      shown,
    );
    const targets = done?.findings.targets ?? [];
    return {
      study: path,
      folder,
      outcome: unchanged ? 'unchanged' : done === undefined ? 'failed' : 'done',
      files: done?.files ?? 0,
      targets: { met: targets.filter(({ met }) => met).length, of: targets.length },
      seconds: seconds(),
      diagnostics,
      texts,
    };
  } catch (bug) {
    const texts = new Map<string, string>();
    return {
      study: path,
      folder,
      outcome: 'failed',
      ...nothing,
      seconds: seconds(),
      diagnostics: [],
      texts,
      bug,
    };
  }
}

async function printTable(all: readonly Told[], options: GlobalOptions): Promise<void> {
  const { table } = await import('./tables.ts');
  const { good, bad, quiet, strong } = paintFor(process.stdout);
  const brush = { done: good, unchanged: quiet, failed: bad };
  const word = wordIn(options);
  const sign = {
    done: word('✓ done', '✓ 完成'),
    unchanged: word('– unchanged', '– 未变'),
    failed: word('✗ failed', '✗ 失败'),
  };
  const head = [
    word('Study', '研究'),
    word('Outcome', '结果'),
    word('Targets met', '达成目标'),
    word('Files', '文件'),
    word('Seconds', '秒'),
    word('Folder', '文件夹'),
  ];
  const rows = all.map(({ study, outcome, targets, files, seconds, folder }) =>
    [
      study,
      sign[outcome],
      targets.of === 0 ? '' : word(`${targets.met} of ${targets.of}`, `${targets.met}/${targets.of}`),
      files === 0 ? '' : String(files),
      seconds.toFixed(1),
      outcome === 'failed' ? '' : folder,
    ].map((text, column) => (column === 1 ? { text, paint: brush[outcome] } : { text })),
  );
  say(table(head, rows, strong));
}

/** What the studies said, each under its name; a warning of one is not one of another. */
async function printSaid(all: readonly Told[], options: BatchOptions): Promise<void> {
  const paint = paintFor(process.stderr);
  for (const { study, diagnostics, texts, bug } of all) {
    const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
    if (shown.length > 0) note(`${paint.strong(study)}\n${await told(shown, texts, options)}`);
    if (bug !== undefined)
      note(`${paint.strong(study)}\n${bugText(bug, process.env.TCFD_DEBUG !== undefined, wordIn(options))}`);
  }
}

/** A fault of ours weighs more than one of a file. */
function codeOf(all: readonly Told[]): ExitCode {
  if (all.some(({ bug }) => bug !== undefined)) return 3;
  return all.some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
}

async function runBatch(asked: readonly string[], options: BatchOptions, shown: Progress): Promise<ExitCode> {
  const { findStudies } = await import('../load/index.ts');
  const { value: studies, diagnostics } = await findStudies(asked, { cwd: process.cwd() });
  if (studies === undefined) return report(options, { command: 'batch', diagnostics, texts: new Map() });
  const all: Told[] = [];
  for (const [index, study] of studies.entries()) {
    const place = worded(
      options,
      `${index + 1} of ${studies.length}, ${study.path}: `,
      `${index + 1}/${studies.length}，${study.path}：`,
    );
    const stages = { ...shown, stage: (name: string) => shown.stage(place + name) };
    all.push(await runOne(study, options, stages));
  }
  shown.stop();
  if (options.json) {
    const told = all.map(({ texts, diagnostics: said, bug, seconds, ...rest }) => ({
      ...rest,
      seconds: Number(seconds.toFixed(3)),
      ...(bug === undefined ? {} : { bug: bug instanceof Error ? bug.message : String(bug) }),
      diagnostics: toJson(said, texts),
    }));
    say(JSON.stringify({ command: 'batch', ok: codeOf(all) === 0, studies: told }, null, 2));
    return codeOf(all);
  }
  if (!options.quiet) await printTable(all, options);
  await printSaid(all, options);
  return codeOf(all);
}

export const addBatch: AddCommand = (cli, done, word) =>
  cli.command(
    'batch <paths..>',
    word(
      'run many studies: files, or every study below a folder',
      '批量运行研究：若干文件，或文件夹下全部研究',
    ),
    (command) =>
      command
        .positional('paths', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: word('study files, or folders with studies in them', '研究文件，或含研究的文件夹'),
        })
        .option('resume', {
          type: 'boolean',
          default: false,
          describe: word(
            'leave packs alone that are complete and whose inputs have not changed',
            '结果包完整且输入未变的，不再运行',
          ),
        }),
    async (options) => {
      const shown = progress(!options.quiet, options.lang);
      try {
        done(await runBatch(options.paths, options, shown));
      } finally {
        shown.stop();
      }
    },
  );
