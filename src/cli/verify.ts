// tcfd verify PACK: runs a pack again from the inputs that it recorded and compares byte for byte; the pack itself is never touched.

import { type AddCommand, drawOptions, type GlobalOptions, report, say, worded } from './command.ts';
import { type ExitCode, Misuse } from './exit.ts';
import { paintFor, progress } from './terminal.ts';

/** What another version of Node packs in other bytes, and that it is the same. */
const otherwise = (repacked: readonly string[], options: GlobalOptions): string =>
  repacked.length === 0
    ? ''
    : worded(
        options,
        ` (${repacked.join(', ')} by what is packed in them, which another version of Node packs otherwise)`,
        `（${repacked.join('、')} 按其所含内容比较，其他版本的 Node 打包方式不同）`,
      );

async function verifyOne(folder: string, options: GlobalOptions): Promise<ExitCode> {
  const { set, draws, seed } = options;
  if (set.length > 0 || draws !== undefined || seed !== undefined)
    throw new Misuse(
      worded(
        options,
        'verify takes overrides, draws and seed from the pack',
        'verify 的覆盖值、抽样次数和种子取自结果包',
      ),
      worded(
        options,
        'to see what other ones give, run the study with them',
        '如需改用其他取值，请用 tcfd run 运行研究',
      ),
    );
  const { verifyPack } = await import('./verification.ts');
  const shown = progress(!options.quiet, options.lang);
  const start = performance.now();
  try {
    const { diagnostics, texts, result } = await verifyPack(folder, drawOptions(options).workers, shown);
    shown.stop();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return report(options, {
      command: 'verify',
      diagnostics,
      texts,
      result: { folder, ...result },
      print: () =>
        say(
          worded(
            options,
            `${paintFor(process.stdout).good('ok')}: ${folder} is what its inputs give, byte for byte${otherwise(result?.repacked ?? [], options)}: ${result?.files ?? 0} files, ${result?.inputs ?? 0} inputs, run again in ${seconds} s`,
            `${paintFor(process.stdout).good('通过')}：${folder} 与其输入重新计算的结果逐字节一致${otherwise(result?.repacked ?? [], options)}：${result?.files ?? 0} 个文件，${result?.inputs ?? 0} 个输入，用时 ${seconds} 秒`,
          ),
        ),
    });
  } finally {
    shown.stop();
  }
}

export const addVerify: AddCommand = (cli, done, word) =>
  cli.command(
    'verify <pack>',
    word(
      'run a pack again from its recorded inputs and compare byte for byte',
      '用结果包所存输入重新运行，逐字节比较',
    ),
    (command) =>
      command.positional('pack', {
        type: 'string',
        demandOption: true,
        describe: word('the folder that a run of a study left', '运行研究所得的文件夹'),
      }),
    async (options) => done(await verifyOne(options.pack, options)),
  );
