// tcfd run STUDY: computes a study and leaves its board pack in the output folder.

import { basename, join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, note, report, say } from './command.ts';
import type { ExitCode } from './exit.ts';
import { type Progress, paintFor, progress } from './terminal.ts';
import { version } from './version.ts';

type Summary = ReturnType<typeof import('../index.ts').summary>;

/** Runs one stage under its name and keeps how long it took. */
type Timed = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

function stopwatch(timings: Map<string, number>, shown: Progress): Timed {
  return async (name, work) => {
    shown.stage(name);
    const start = performance.now();
    const done = await work();
    timings.set(name, performance.now() - start);
    return done;
  };
}

async function printSummary(tables: Summary): Promise<string> {
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

/** `board.yaml` -> `out/board`. */
const folderOf = (study: string, out: string): string => join(out, basename(study).replace(/\.ya?ml$/, ''));

async function runStudy(study: string, options: GlobalOptions, shown: Progress): Promise<ExitCode> {
  const start = performance.now();
  const timings = new Map<string, number>();
  const timed = stopwatch(timings, shown);
  const said: Diagnostic[] = [];
  const keep = <T>(outcome: {
    readonly value?: T;
    readonly diagnostics: readonly Diagnostic[];
  }): T | undefined => {
    said.push(...outcome.diagnostics);
    return hasErrors(said) ? undefined : outcome.value;
  };
  const [library, { load }, { environment, runRecord, write }] = await Promise.all([
    import('../index.ts'),
    import('../load/index.ts'),
    import('../write/index.ts'),
  ]);

  const loaded = await timed('reading', () => load([study], { cwd: process.cwd() }));
  const texts = library.textsOf(loaded.value, options.set);
  const stopped = (): ExitCode => {
    shown.stop();
    return report(options, { command: 'run', diagnostics: said, texts });
  };
  const sources = keep(loaded);
  if (sources === undefined) return stopped();
  const findings = keep(await timed('computing', () => library.run(sources, options.set)));
  if (findings === undefined) return stopped();
  const pictures = await timed('drawing', () => library.render(findings, { language: 'en' }));
  const record = runRecord(sources, findings, options.set, version, pictures);
  const folder = folderOf(study, options.out);
  const written = keep(
    await timed('writing', () => write([...pictures, record, environment(timings)], folder)),
  );
  if (written === undefined) return stopped();
  shown.stop();

  const summary = library.summary(findings);
  const printed = options.json || options.quiet ? '' : await printSummary(summary);
  const code = report(options, {
    command: 'run',
    diagnostics: said,
    texts,
    result: { folder, files: written.files, summary },
    print: () => say(printed),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!options.quiet && !options.json) note(`${folder}: ${written.files} files in ${seconds} s`);
  return code;
}

export const addRun: AddCommand = (cli, done) =>
  cli.command(
    'run <study>',
    'compute a study and write its board pack',
    (command) =>
      command.positional('study', { type: 'string', demandOption: true, describe: 'a study file (.yaml)' }),
    async (options) => {
      const shown = progress(!options.quiet);
      try {
        done(await runStudy(options.study, options, shown));
      } finally {
        shown.stop();
      }
    },
  );
