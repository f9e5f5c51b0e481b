// The command `tcfd`: reads the command line and nothing else; each command loads what it needs.

import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { addBacktest } from './backtest.ts';
import { addBatch } from './batch.ts';
import { addCheck } from './check.ts';
import { type GlobalOptions, wholeNumber } from './command.ts';
import { addCompare } from './compare.ts';
import { addCompletion, isCompletion } from './completion.ts';
import { bugText, type ExitCode, Misuse, misuse, misuseText } from './exit.ts';
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

const WIDEST = 100;
const KNOWN = {
  commands: {
    init: { needs: 'FOLDER', example: 'acme' },
    run: { needs: 'STUDY', example: 'board.yaml' },
    batch: { needs: 'FOLDER or FILE', example: 'scenarios' },
    check: { needs: 'FILE', example: 'board.yaml' },
    lint: { needs: 'STUDY', example: 'board.yaml' },
    backtest: { needs: 'STUDY', example: 'board.yaml' },
    explain: { needs: 'STUDY and a QUANTITY', example: 'board.yaml transition_cost' },
    plan: { needs: 'STUDY', example: 'board.yaml --budget "500 MCNY_2023"' },
    compare: { needs: 'RUN and another RUN', example: 'out/board board.yaml' },
    solve: {
      needs: 'STUDY',
      example: 'board.yaml --goal "transition_cost[2030] <= 500 MCNY_2023" --by eu_price',
    },
    stress: { needs: 'STUDY', example: 'board.yaml --goal "liquidity_headroom[2030] >= 0"' },
    verify: { needs: 'PACK', example: 'out/board' },
    list: { needs: '', example: '' },
    schema: { needs: '', example: '' },
    completion: { needs: '', example: '' },
    import: { needs: 'FORMAT and a FILE', example: 'iamc IAM_data.xlsx' },
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
};

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

const EPILOGUE = `Exit codes
  0  done
  1  the files are at fault; the messages say where and what to write
  2  the command line is at fault
  3  a fault of this program; please report it

Colour is for terminals only and NO_COLOR turns it off.`;

const MOST_DRAWS = 10_000_000;
const MOST_WORKERS = 64;

/** What yargs cannot know of our options. */
function checked({ out, set, draws, seed, workers }: GlobalOptions): true {
  wholeNumber('draws', draws, MOST_DRAWS);
  wholeNumber('seed', seed, 2 ** 32 - 1, 0);
  wholeNumber('workers', workers, MOST_WORKERS);
  if (out !== undefined && (typeof out !== 'string' || out === ''))
    throw new Misuse('--out takes one folder');
  const wrong = set.find((override) => !/^[^=]+=./.test(override));
  if (wrong !== undefined)
    throw new Misuse(`--set ${wrong} gives no value`, 'write --set "eu_price[2030]=140 EUR_2024/tCO2e"');
  return true;
}

function withGlobalOptions(cli: Argv): Argv<GlobalOptions> {
  return cli.options({
    out: {
      type: 'string',
      requiresArg: true,
      defaultDescription: 'out',
      describe: 'folder for results; each study has its own below it',
    },
    set: {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as readonly string[],
      defaultDescription: 'none',
      describe: 'override an input, name=value; may be repeated',
    },
    draws: {
      type: 'string',
      requiresArg: true,
      describe: 'how many draws a study takes; as the study says if left out',
    },
    seed: { type: 'string', requiresArg: true, describe: 'another seed of the draws' },
    workers: {
      type: 'string',
      requiresArg: true,
      describe: 'threads that compute draws; they change how fast, never what',
    },
    lang: {
      type: 'string',
      choices: ['en', 'zh'] as const,
      default: 'en' as const,
      requiresArg: true,
      describe: 'language of charts, texts, report and summary',
    },
    json: { type: 'boolean', default: false, describe: 'print one JSON document to stdout' },
    quiet: { type: 'boolean', default: false, describe: 'print nothing but errors' },
  });
}

function commandLine(words: readonly string[], done: (code: ExitCode) => void): Argv<GlobalOptions> {
  // A shell that asks is answered by yargs, which ends the process then.
  const asked = isCompletion(words);
  const cli = withGlobalOptions(
    yargs([...words])
      .scriptName('tcfd')
      .locale('en')
      .usage('$0 <command> [options]')
      .parserConfiguration({
        'boolean-negation': false,
        'camel-case-expansion': false,
        'dot-notation': false,
        'greedy-arrays': false,
        'parse-numbers': false,
        'parse-positional-numbers': false,
      }),
  );
  return COMMANDS.reduce((built, add) => add(built, done), cli)
    .example('$0 init acme', 'a new company, to make your own')
    .example('$0 run scenarios/innovation-new-material/board.yaml', 'write out/board')
    .example('$0 run board.yaml --set "eu_price[2030]=140 EUR_2024/tCO2e"', 'what if')
    .example('$0 batch scenarios --resume', 'every study that has changed')
    .example('$0 check scenarios/models/*.yaml', 'check before a run')
    .example('$0 explain board.yaml product_emissions --item rods', 'why this number')
    .example('$0 compare out/board board.yaml', 'what changed since?')
    .example(
      '$0 solve board.yaml --goal "transition_cost[2030] <= 500 MCNY_2023" --by eu_price',
      'just met at?',
    )
    .example('$0 stress board.yaml --goal "liquidity_headroom[2030] >= 0"', 'what breaks it?')
    .example('$0 verify out/board', 'is it what its inputs give?')
    .example('$0 list quantities board.yaml --json', 'for another program')
    .example('$0 schema study', 'what a study may say, for an editor')
    .example('$0 import iamc IAM_data.xlsx --variable "Price|Carbon"', "a scenario provider's data")
    .demandCommand(1, 'which command?')
    .strictCommands()
    .strictOptions()
    .version(version)
    .help()
    .epilogue(EPILOGUE)
    .wrap(Math.min(WIDEST, process.stdout.columns ?? WIDEST))
    .exitProcess(asked)
    .check(checked)
    .fail((message, fault) => {
      if (asked) return;
      // yargs throws some of its own complaints; whatever else was thrown comes from a command.
      const own = fault === undefined || fault === null || fault.name === 'YError';
      throw own ? misuse(message ?? fault.message, words, KNOWN) : fault;
    });
}

function failed(caught: unknown): ExitCode {
  if (caught instanceof Misuse) {
    process.stderr.write(misuseText(caught));
    return 2;
  }
  process.stderr.write(bugText(caught, process.env.TCFD_DEBUG !== undefined));
  return 3;
}

async function main(): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const cli = commandLine(hideBin(process.argv), (reached) => {
      code = reached;
    });
    await cli.parseAsync();
    return code;
  } catch (caught) {
    return failed(caught);
  }
}

forgiveClosedPipes();
process.once('SIGINT', () => {
  clearLine();
  process.exit(130);
});
process.once('uncaughtException', (caught) => process.exit(failed(caught)));
// Not process.exit: what was printed into a pipe must arrive.
process.exitCode = await main();
