// tcfd lint STUDY...: what stands in a study without being wrong, and still says something else than its writer thinks.

import { hasErrors } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say, worded } from './command.ts';
import type { ExitCode } from './exit.ts';
import { paintFor } from './terminal.ts';

interface LintOptions extends GlobalOptions {
  readonly files: readonly string[];
  readonly strict: boolean;
}

async function lintFiles(options: LintOptions): Promise<ExitCode> {
  const [library, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const { value: sources, diagnostics } = await load(options.files, { cwd: process.cwd() });
  const texts = library.textsOf(sources, options.set);
  const told = hasErrors(diagnostics) ? { diagnostics: [] } : library.lint(sources, options.set);
  const found = told.value ?? [];
  const code = await report(options, {
    command: 'lint',
    diagnostics: [...diagnostics, ...told.diagnostics],
    texts,
    ...(told.value === undefined ? {} : { result: { findings: found.length } }),
    print: () => {
      if (found.length === 0)
        say(
          worded(
            options,
            `${paintFor(process.stdout).good('ok')}: lint finds nothing`,
            `${paintFor(process.stdout).good('通过')}：未发现问题`,
          ),
        );
    },
  });
  return code === 0 && options.strict && told.diagnostics.length > 0 ? 1 : code;
}

export const addLint: AddCommand = (cli, done, word) =>
  cli.command(
    'lint <files..>',
    word(
      'find what is not wrong and not meant: inputs that nobody reads, guesses taken as certain, scenarios alike',
      '找出无错但非本意之处：未被读取的输入、当作定值的估计、雷同的情景',
    ),
    (command) =>
      command
        .positional('files', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: word(
            'studies of one project, with all that they name',
            '同一项目的研究，连同其引用的全部文件',
          ),
        })
        .options({
          strict: {
            type: 'boolean',
            default: false,
            describe: word(
              'exit code 1 for findings too; without it they are warnings, and errors alone are 1',
              '有发现时退出码也为 1；不加此项时发现只是警告，仅错误使退出码为 1',
            ),
          },
        }),
    async (options) => done(await lintFiles(options)),
  );
