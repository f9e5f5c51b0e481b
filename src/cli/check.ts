// tcfd check FILE...: everything that can be said of files without running them, and their models' examples.

import { hasErrors } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say, worded } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor } from './terminal.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Programs = Exclude<ReturnType<typeof import('../checking.ts').check>['value'], undefined>;

/** Models that several studies share count once. */
function counts(files: number, programs: Programs) {
  const quantities = programs.flatMap(({ program }) => [...program.quantities.values()]);
  const declared = quantities.filter(({ kind }) => kind !== 'given').map(({ name }) => name);
  const models = new Map(
    programs.flatMap(({ program }) => program.models.map((model) => [model.path, model])),
  );
  const examples = [...models.values()].reduce((sum, model) => sum + model.examples.length, 0);
  return { files, quantities: new Set(declared).size, examples };
}

async function checkFiles(files: readonly string[], options: GlobalOptions): Promise<ExitCode> {
  // Neither the whole library nor the whole room that loads: a check is asked for often, and waits for what it needs alone.
  const [library, { load }] = await Promise.all([import('../checking.ts'), import('../load/load.ts')]);
  const { value: sources, diagnostics } = await load(files, { cwd: process.cwd() });
  const texts = library.textsOf(sources, options.set);
  // What cannot be read would only be reported again as unknown names.
  if (hasErrors(diagnostics)) return report(options, { command: 'check', diagnostics, texts });
  const checked = library.check(await library.parseSources(sources), options.set);
  const found = counts(sources.files.size, checked.value ?? []);
  return report(options, {
    command: 'check',
    diagnostics: [...diagnostics, ...checked.diagnostics],
    texts,
    ...(checked.value === undefined ? {} : { result: found }),
    print: () => {
      const { good } = paintFor(process.stdout);
      const quantities = found.quantities === 1 ? '1 quantity' : `${found.quantities} quantities`;
      const parts = [counted(found.files, 'file'), quantities, counted(found.examples, 'example')];
      say(
        worded(
          options,
          `${good('ok')}: ${parts.join(', ')}`,
          `${good('通过')}：${found.files} 个文件，${found.quantities} 个指标，${found.examples} 个示例`,
        ),
      );
    },
  });
}

export const addCheck: AddCommand = (cli, done, word) =>
  cli.command(
    'check <files..>',
    word(
      'check files without running them: units, names, sources, examples',
      '只检查文件，不运行：单位、名称、来源、示例',
    ),
    (command) =>
      command.positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: word(
          'files of one project, with all that they name',
          '同一项目的文件，连同其引用的全部文件',
        ),
      }),
    async (options) => done(await checkFiles(options.files, options)),
  );
