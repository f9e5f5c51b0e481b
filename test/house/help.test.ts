// The help of every command: in English as it was, in Chinese without a word of English that is not a name.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columns } from '../../src/diagnostics/index.ts';
import { build, start } from './command-line.ts';

const COMMANDS = [
  ...['init', 'run', 'batch', 'check', 'lint', 'backtest', 'explain', 'solve', 'stress', 'plan', 'compare'],
  ...['verify', 'list', 'schema', 'import', 'completion'],
];
const WIDEST = 100;

let command = '';
let remove = (): void => {};
let cwd = '';
let english: readonly string[] = [];
let chinese: readonly string[] = [];

beforeAll(async () => {
  ({ command, remove } = await build());
  cwd = mkdtempSync(join(tmpdir(), 'tcfd-help-'));
  english = await help();
  chinese = await help('--lang', 'zh');
});

afterAll(() => {
  remove();
  rmSync(cwd, { recursive: true, force: true });
});

const tcfd = (...words: readonly string[]) => start(command, words, { cwd });

/** The help of all commands one after the other, that of the program first. */
async function help(...language: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const asked of [[], ...COMMANDS.map((name) => [name])]) {
    const { code, stdout, stderr } = await tcfd(...asked, '--help', ...language);
    expect([asked, code, stderr]).toEqual([asked, 0, '']);
    all.push(stdout);
  }
  return all;
}

/** Words that are typed or stand in files, and names of things: they are the same in every language. */
const NAMES = new Set([
  ...['tcfd', ...COMMANDS, 'quantities', 'functions', 'charts', 'models', 'model', 'study', 'STUDY', 'all'],
  ...['name', 'value', 'year', 'out', 'board', 'scenarios', 'register', 'carbon', 'strategy', 'Plan'],
  ...['false', 'en', 'zh', 'bash', 'zsh', 'fish', 'shell', 'stdout', 'iamc', 'reference', 'file', 'schema'],
  ...['yaml', 'csv', 'pptx', 'NAME', 'CSV', 'XLSX', 'JSON', 'Schema', 'IAMC', 'NGFS', 'MCNY', 'NO', 'COLOR'],
]);

/** What is left of a help without examples, which are commands, options, and names of places. */
const proseOf = (text: string): string =>
  text
    .split('\n')
    // An example goes on below itself; what it means stands to the right, after a gap.
    .map((line) => (/^ {2}\S/.test(line) ? line.replace(/^ {2}.*?(?: {2,}|$)/, '') : line))
    .join('\n')
    .replace(/^tcfd .*$/gm, '')
    .replace(/--\w+/g, '');

describe('--help', () => {
  it('says in English what it always said', async () => {
    await expect(english.join('\n')).toMatchFileSnapshot('help/en.txt');
  });

  it('says everything in Chinese with --lang zh, in columns that stand', async () => {
    await expect(chinese.join('\n')).toMatchFileSnapshot('help/zh.txt');
    for (const [index, text] of chinese.entries()) {
      const words = proseOf(text).match(/[A-Za-z]+/g) ?? [];
      expect(words.filter((word) => !NAMES.has(word))).toEqual([]);
      const lines = text.split('\n');
      expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(WIDEST);
      // What is typed and what that means is told of the same things in both languages.
      const typed = (one: string): readonly string[] => one.match(/^ {2}(?:--\w+|tcfd \w+)/gm) ?? [];
      expect(typed(text)).toEqual(typed(english[index] ?? ''));
      // All descriptions of one list of options begin, and all their types end, in one column.
      const options = lines.filter((line) => /^ {2}--\w+ {2,}\S/.test(line));
      expect(new Set(options.map((line) => /^ {2}--\w+ +/.exec(line)?.[0].length)).size).toBe(1);
      const types = lines.filter((line) => /^ .*\[\p{Script=Han}.*\]$/u.test(line));
      expect(new Set(types.map(columns))).toEqual(new Set([WIDEST]));
    }
  });

  it('takes the language before the command too, and as one word', async () => {
    const { stdout } = await tcfd('run', '--help', '--lang', 'zh');
    expect((await tcfd('--lang=zh', 'run', '--help')).stdout).toBe(stdout);
    expect((await tcfd('run', '--help', '--lang', 'en')).stdout).toBe((await tcfd('run', '--help')).stdout);
  });
});

describe('a wrong command line in Chinese', () => {
  const ALL = 'tcfd --help --lang zh 列出命令与选项';
  it.each([
    [[], '要执行哪个命令？', ALL],
    [['rum'], '未知命令 rum', '是否为 tcfd run？'],
    [['run'], 'run 缺少研究文件', '例如 tcfd run board.yaml'],
    [['run', 'a.yaml', 'b.yaml'], '多出一个参数 b.yaml', 'tcfd run --help --lang zh'],
    [['run', 'a.yaml', '--ouy', 'x'], '未知选项 --ouy', '是否为 --out？'],
    [['run', 'a.yaml', '--out'], '--out 需要一个值', ALL],
    [['run', 'a.yaml', '--out='], '--out 只接受一个文件夹', ALL],
    [
      ['run', 'a.yaml', '--set', 'eu_price'],
      '--set eu_price 没有给出值',
      '写作 --set "eu_price[2030]=140 EUR_2024/tCO2e"',
    ],
    [
      ['stress', 'a.yaml'],
      'stress 缺少 --goal',
      '例如 tcfd stress board.yaml --goal "liquidity_headroom[2030] >= 0"',
    ],
    [['explain', 'a.yaml', 'eu_price', '--year', 'soon'], '--year 须为 1 至 9999 的整数，不能是 soon', ALL],
    [
      ['explain', 'a.yaml', 'eu_price', '--percentile', '101'],
      '--percentile 须为 0 至 100 的数，不能是 101',
      ALL,
    ],
    [['run', 'a.yaml', '--workers', '0'], '--workers 须为 1 至 64 的整数，不能是 0', ALL],
    [['list', 'function'], '无法列出 function', '是否为 tcfd list functions？'],
    [['completion', 'tcsh'], '值无效\n  shell 不能是 "tcsh"，可选值："bash", "zsh", "fish"', ALL],
    [['import', 'iamc', 'a.csv', '--set', 'a=1'], 'import 不接受 --set', '此命令不作计算'],
    [
      ['verify', 'out/board', '--seed', '7'],
      'verify 的覆盖值、抽样次数和种子取自结果包',
      '如需改用其他取值，请用 tcfd run 运行研究',
    ],
  ] as [string[], string, string][])('%j', async (words, message, hint) => {
    const { code, stdout, stderr } = await tcfd('--lang', 'zh', ...words);
    expect([code, stdout]).toEqual([2, '']);
    const [, said, next] = /^tcfd：([\s\S]*)\n {2}(.*)\n$/.exec(stderr) ?? [];
    expect([said, next]).toEqual([message, hint]);
  });

  it('takes one language', async () => {
    const { code, stderr } = await tcfd('check', 'a.yaml', '--lang', 'en', '--lang', 'en');
    expect([code, stderr]).toEqual([
      2,
      'tcfd: --lang takes one language\n  tcfd --help shows what there is\n',
    ]);
  });
});

describe('what a program reads', () => {
  it('is the same in both languages: completion, --json, exit codes', async () => {
    for (const words of [
      ['--get-yargs-completions', 'tcfd', 'co'],
      ['--get-yargs-completions', 'tcfd', 'run', '--'],
      ['completion', 'zsh'],
      ['check', 'gone.yaml', '--json'],
    ]) {
      const env = { SHELL: 'zsh' };
      const english = await start(command, words, { cwd, env });
      expect(english.stdout).not.toBe('');
      expect(
        await start(command, [...words.slice(0, 1), '--lang=zh', ...words.slice(1)], { cwd, env }),
      ).toEqual(english);
    }
  });
});
