// The command `tcfd`: reads the command line and nothing else; each command loads what it needs.

import yargs, { type ArgumentsCamelCase, type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { addBacktest } from './backtest.ts';
import { addBatch } from './batch.ts';
import { addCheck } from './check.ts';
import { type GlobalOptions, wholeNumber, wordIn } from './command.ts';
import { addCompare } from './compare.ts';
import { addCompletion, isCompletion } from './completion.ts';
import { bugText, type ExitCode, failureJson, Misuse, misuse, misuseText } from './exit.ts';
import { addExplain } from './explain.ts';
import { addImport, importOptions } from './import.ts';
import { addInit } from './init.ts';
import { addLint } from './lint.ts';
import { addList } from './list.ts';
import { addPlan } from './plan.ts';
import { addRun } from './run.ts';
import { addSchema } from './schema.ts';
import { addSolve } from './solve.ts';
import { addStress } from './stress.ts';
import { clearLine, forgiveClosedPipes } from './terminal.ts';
import { addVerify } from './verify.ts';
import { version } from './version.ts';
import { languageOf, type Word, YARGS_IN_CHINESE } from './words.ts';

const WIDEST = 100;
const known = (word: Word) => ({
  commands: {
    init: { needs: word('FOLDER', '文件夹'), example: 'acme' },
    run: { needs: word('STUDY', '研究文件'), example: 'board.yaml' },
    batch: { needs: word('FOLDER or FILE', '文件夹或文件'), example: 'scenarios' },
    check: { needs: word('FILE', '文件'), example: 'board.yaml' },
    lint: { needs: word('STUDY', '研究文件'), example: 'board.yaml' },
    backtest: { needs: word('STUDY', '研究文件'), example: 'board.yaml' },
    explain: { needs: word('STUDY and a QUANTITY', '研究文件和指标'), example: 'board.yaml transition_cost' },
    plan: { needs: word('STUDY', '研究文件'), example: 'board.yaml --budget "500 MCNY_2023"' },
    compare: { needs: word('RUN and another RUN', '要比较的两次运行'), example: 'out/board board.yaml' },
    solve: {
      needs: word('STUDY', '研究文件'),
      example: 'board.yaml --goal "transition_cost[2030] <= 500 MCNY_2023" --by eu_price',
    },
    stress: {
      needs: word('STUDY', '研究文件'),
      example: 'board.yaml --goal "liquidity_headroom[2030] >= 0"',
    },
    verify: { needs: word('PACK', '结果包'), example: 'out/board' },
    list: { needs: '', example: '' },
    schema: { needs: '', example: '' },
    completion: { needs: '', example: '' },
    import: { needs: word('FORMAT and a FILE', '格式和文件'), example: 'iamc IAM_data.xlsx' },
  },
  options: [
    'out',
    'set',
    'lang',
    'template',
    'json',
    'quiet',
    'resume',
    'year',
    'scenario',
    'strategy',
    'item',
    'depth',
    'goal',
    'by',
    'from',
    'to',
    'budget',
    ...importOptions,
    'help',
    'version',
  ],
});

const COMMANDS = [
  addInit,
  addRun,
  addBatch,
  addCheck,
  addLint,
  addBacktest,
  addExplain,
  addSolve,
  addStress,
  addPlan,
  addCompare,
  addVerify,
  addList,
  addSchema,
  addImport,
  addCompletion,
];

const epilogue = (word: Word): string =>
  word(
    `Exit codes
  0  done
  1  the files are at fault; the messages say where and what to write
  2  the command line is at fault
  3  a fault of this program; please report it

Colour is for terminals only and NO_COLOR turns it off.`,
    `退出码
  0  完成
  1  文件有误；信息指明位置和改法
  2  命令行有误
  3  程序本身的错误，请报告

仅在终端中使用颜色，NO_COLOR 可关闭颜色。`,
  );

/** Options that take one value; of an import alone `--scenario` may be repeated. */
const ONCE = [
  'goal',
  'by',
  'from',
  'to',
  'budget',
  'template',
  'item',
  'strategy',
  'scenario',
  'source',
  'licence',
];

const MOST_DRAWS = 10_000_000;
const MOST_WORKERS = 64;

/** What yargs cannot know of our options. */
function checked(options: ArgumentsCamelCase<GlobalOptions>, words: readonly string[], word: Word): true {
  const { lang, out, set, draws, seed, workers } = options;
  wholeNumber(word, 'draws', draws, MOST_DRAWS);
  wholeNumber(word, 'seed', seed, 2 ** 32 - 1, 0);
  wholeNumber(word, 'workers', workers, MOST_WORKERS);
  if (Array.isArray(lang)) throw new Misuse(word('--lang takes one language', '--lang 只接受一种语言'));
  if (out !== undefined && (typeof out !== 'string' || out === ''))
    throw new Misuse(word('--out takes one folder', '--out 只接受一个文件夹'));
  const twice = ONCE.find(
    (name) => Array.isArray(options[name]) && !(name === 'scenario' && options._[0] === 'import'),
  );
  if (twice !== undefined) throw new Misuse(word(`--${twice} takes one value`, `--${twice} 只接受一个值`));
  const wrong = set.find((override) => !/^[^=]+=./.test(override));
  if (wrong !== undefined)
    throw new Misuse(
      word(`--set ${wrong} gives no value`, `--set ${wrong} 没有给出值`),
      word(
        'write --set "eu_price[2030]=140 EUR_2024/tCO2e"',
        '写作 --set "eu_price[2030]=140 EUR_2024/tCO2e"',
      ),
    );
  // What is empty is nothing that anybody meant; a path that is empty is the folder where one stands.
  if (words.includes(''))
    throw new Misuse(
      word('an argument is empty', '有一个参数为空'),
      word('a variable of the shell may hold nothing', '可能是命令行中的变量没有取值'),
    );
  return true;
}

function withGlobalOptions(cli: Argv, word: Word): Argv<GlobalOptions> {
  return cli.options({
    out: {
      type: 'string',
      requiresArg: true,
      defaultDescription: 'out',
      describe: word(
        'folder for results; each study has its own below it',
        '结果文件夹；每项研究在其下各有一个子文件夹',
      ),
    },
    set: {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as readonly string[],
      defaultDescription: word('none', '无'),
      describe: word('override an input, name=value; may be repeated', '覆盖一项输入，name=value；可重复'),
    },
    draws: {
      type: 'string',
      requiresArg: true,
      describe: word(
        'how many draws a study takes; as the study says if left out',
        '抽样次数；省略时以研究为准',
      ),
    },
    seed: {
      type: 'string',
      requiresArg: true,
      describe: word('another seed of the draws', '改用另一个抽样种子'),
    },
    workers: {
      type: 'string',
      requiresArg: true,
      describe: word(
        'threads that compute draws; they change how fast, never what',
        '计算抽样的线程数；只影响快慢，不影响结果',
      ),
    },
    lang: {
      type: 'string',
      choices: ['en', 'zh'] as const,
      default: 'en' as const,
      requiresArg: true,
      describe: word('language of charts, texts, report and summary', '图表、文本、报告、摘要及终端的语言'),
    },
    json: {
      type: 'boolean',
      default: false,
      describe: word('print one JSON document to stdout', '向 stdout 输出一个 JSON 文档'),
    },
    quiet: { type: 'boolean', default: false, describe: word('print nothing but errors', '只输出错误') },
  });
}

function commandLine(
  words: readonly string[],
  done: (code: ExitCode) => void,
  lang: GlobalOptions['lang'],
): Argv<GlobalOptions> {
  const word = wordIn({ lang });
  // A shell that asks is answered by yargs, which ends the process then.
  const asked = isCompletion(words);
  const cli = withGlobalOptions(
    yargs([...words])
      .scriptName('tcfd')
      .locale('en')
      .updateStrings(lang === 'zh' ? YARGS_IN_CHINESE : {})
      .usage(`$0 ${word('<command> [options]', '<命令> [选项]')}`)
      .parserConfiguration({
        'boolean-negation': false,
        'camel-case-expansion': false,
        'dot-notation': false,
        'greedy-arrays': false,
        'parse-numbers': false,
        'parse-positional-numbers': false,
      }),
    word,
  );
  return COMMANDS.reduce((built, add) => add(built, done, word), cli)
    .example('$0 init acme', word('a new company, to make your own', '新建一家公司，再改成自己的'))
    .example('$0 run scenarios/innovation-new-material/board.yaml', word('write out/board', '写出 out/board'))
    .example(
      '$0 run board.yaml --set "eu_price[2030]=140 EUR_2024/tCO2e"',
      word('what if', '改变一项输入会怎样？'),
    )
    .example('$0 batch scenarios --resume', word('every study that has changed', '所有有变动的研究'))
    .example('$0 check scenarios/models/*.yaml', word('check before a run', '运行前检查'))
    .example('$0 explain board.yaml product_emissions --item rods', word('why this number', '数值为何如此'))
    .example('$0 compare out/board board.yaml', word('what changed since?', '此后有何变动？'))
    .example(
      '$0 solve board.yaml --goal "transition_cost[2030] <= 500 MCNY_2023" --by eu_price',
      word('just met at?', '取何值刚好达标？'),
    )
    .example(
      '$0 stress board.yaml --goal "liquidity_headroom[2030] >= 0"',
      word('what breaks it?', '什么会使目标落空？'),
    )
    .example('$0 verify out/board', word('is it what its inputs give?', '是否就是其输入得出的结果？'))
    .example('$0 list quantities board.yaml --json', word('for another program', '供其他程序使用'))
    .example('$0 schema study', word('what a study may say, for an editor', '研究可写的内容，供编辑器使用'))
    .example(
      '$0 import iamc IAM_data.xlsx --variable "Price|Carbon"',
      word("a scenario provider's data", '情景提供方的数据'),
    )
    .demandCommand(1, word('which command?', '要执行哪个命令？'))
    .strictCommands()
    .strictOptions()
    .version(version)
    .help()
    .epilogue(epilogue(word))
    .wrap(Math.min(WIDEST, process.stdout.columns ?? WIDEST))
    .exitProcess(asked)
    .check((options) => checked(options, words, word))
    .fail((message, fault) => {
      if (asked) return;
      // yargs throws some of its own complaints; whatever else was thrown comes from a command.
      const own = fault === undefined || fault === null || fault.name === 'YError';
      throw own ? misuse(message ?? fault.message, words, known(word), word) : fault;
    });
}

function failed(caught: unknown, words: readonly string[], word: Word): ExitCode {
  if (words.includes('--json') && !isCompletion(words)) {
    const { commands } = known(word);
    const command = words.find((written) => Object.hasOwn(commands, written));
    process.stdout.write(failureJson(caught, command));
  }
  if (caught instanceof Misuse) {
    process.stderr.write(misuseText(caught, word));
    return 2;
  }
  process.stderr.write(bugText(caught, process.env.TCFD_DEBUG !== undefined, word));
  return 3;
}

async function main(words: readonly string[], lang: GlobalOptions['lang']): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const done = (reached: ExitCode): void => {
      code = reached;
    };
    await commandLine(words, done, lang).parseAsync();
    return code;
  } catch (caught) {
    return failed(caught, words, wordIn({ lang }));
  }
}

const words = hideBin(process.argv);
// What a shell shows while it completes is not what a command says.
const lang = isCompletion(words) ? 'en' : languageOf(words);
forgiveClosedPipes(wordIn({ lang }));
process.once('SIGINT', () => {
  clearLine();
  process.exit(130);
});
process.once('uncaughtException', (caught) => process.exit(failed(caught, words, wordIn({ lang }))));
// Not process.exit: what was printed into a pipe must arrive.
process.exitCode = await main(words, lang);
