// tcfd init DIR: the files of a new company, which check and run as they are and lead through themselves.

import { join } from 'node:path';
import { hasErrors } from '../diagnostics/index.ts';
import { type AddCommand, type GlobalOptions, report, say, worded } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import { paintFor } from './terminal.ts';

async function init(folder: string, options: GlobalOptions): Promise<ExitCode> {
  const [{ loadStarter }, { writeFolder }] = await Promise.all([
    import('../load/index.ts'),
    import('../write/index.ts'),
  ]);
  const files = await loadStarter(folder);
  const { diagnostics } = await writeFolder(files, folder);
  const study = join(folder, 'study.yaml');
  return report(options, {
    command: 'init',
    diagnostics,
    texts: new Map(),
    ...(hasErrors(diagnostics) ? {} : { result: { folder, study, files: files.map(({ path }) => path) } }),
    print: () => {
      const { strong } = paintFor(process.stdout);
      say(
        worded(
          options,
          `${folder}: ${files.length} files of an invented company, to make your own. ${study} says where to begin.`,
          `${folder}：一家虚构公司的 ${files.length} 个文件，可改为您自己的公司。从 ${study} 开始。`,
        ),
      );
      say(`  ${strong(`tcfd run ${study}`)}`);
    },
  });
}

export const addInit: AddCommand = (cli, done, word) =>
  cli.command(
    'init <folder>',
    word(
      'make the folder of a new company: commented files that check and run at once',
      '新建公司文件夹：文件带注释，可直接检查和运行',
    ),
    (command) =>
      command.positional('folder', {
        type: 'string',
        demandOption: true,
        describe: word('new, or empty', '新建的，或空的'),
      }),
    async (options) => {
      if (options.folder === '')
        throw new Misuse(
          word('init needs a FOLDER', 'init 缺少文件夹'),
          word('for example tcfd init acme', '例如 tcfd init acme'),
        );
      done(await init(options.folder, options));
    },
  );
