// How the command line ends: its exit codes, and the message for each way of failing.

import { error, suggest, toJson } from '../diagnostics/index.ts';
import type { Word } from './words.ts';

/** 0 done, 1 the input is at fault, 2 misuse, 3 a fault of this program, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** The command line itself is wrong; `hint` says what to write. */
export class Misuse extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

interface Known {
  /** Command -> what it cannot do without, as the help calls it, and how that looks. */
  readonly commands: Readonly<Record<string, { readonly needs: string; readonly example: string }>>;
  readonly options: readonly string[];
}

function unknownOption(
  name: string,
  command: string | undefined,
  options: readonly string[],
  word: Word,
): Misuse {
  // Another command has it.
  if (command !== undefined && options.includes(name))
    return new Misuse(
      word(`${command} takes no --${name}`, `${command} 没有选项 --${name}`),
      word(`tcfd ${command} --help`, `tcfd ${command} --help --lang zh`),
    );
  const near = suggest(name, options);
  const dashes = name.length === 1 ? '-' : '--';
  return new Misuse(
    word(`unknown option ${dashes}${name}`, `未知选项 ${dashes}${name}`),
    near && word(`did you mean --${near}?`, `是否为 --${near}？`),
  );
}

/** What yargs says of a wrong command line, in our words. */
export function misuse(message: string, words: readonly string[], known: Known, word: Word): Misuse {
  const commands = Object.keys(known.commands);
  const command = words.find((written) => commands.includes(written));
  const [, kind, list = ''] = /^Unknown (command|argument)s?: (.*)/.exec(message) ?? [];
  const [unknown = ''] = list.split(', ');
  if (kind === 'argument') return unknownOption(unknown.replace(/^-+/, ''), command, known.options, word);
  if (kind === 'command' && command !== undefined)
    return new Misuse(
      word(`${unknown} is one argument too many`, `多出一个参数 ${unknown}`),
      word(`tcfd ${command} --help`, `tcfd ${command} --help --lang zh`),
    );
  if (kind === 'command') {
    const near = suggest(unknown, commands);
    return new Misuse(
      word(`unknown command ${unknown}`, `未知命令 ${unknown}`),
      near && word(`did you mean tcfd ${near}?`, `是否为 tcfd ${near}？`),
    );
  }
  const lacking = known.commands[command ?? ''];
  const example = `tcfd ${command} ${lacking?.example}`;
  if (message.startsWith('Not enough non-option') && lacking !== undefined)
    return new Misuse(
      word(`${command} needs a ${lacking.needs}`, `${command} 缺少${lacking.needs}`),
      word(`for example ${example}`, `例如 ${example}`),
    );
  const [, missing] = /^Missing required arguments?: (.*)/.exec(message) ?? [];
  if (missing !== undefined && lacking !== undefined) {
    const options = missing.split(', ').map((option) => `--${option}`);
    return new Misuse(
      word(`${command} needs ${options.join(' and ')}`, `${command} 缺少 ${options.join('、')}`),
      word(`for example ${example}`, `例如 ${example}`),
    );
  }
  const option = /^Not enough arguments following: (.*)/.exec(message)?.[1];
  return new Misuse(
    option === undefined ? message : word(`--${option} needs a value`, `--${option} 需要一个值`),
  );
}

export function misuseText({ message, hint }: Misuse, word: Word): string {
  const all = word('tcfd --help shows what there is', 'tcfd --help --lang zh 列出命令与选项');
  return `tcfd${word(': ', '：')}${message}\n  ${hint ?? all}\n`;
}

/** For whatever was thrown and is not a `Misuse`; the stack only for who asked for it. */
export function bugText(caught: unknown, debug: boolean, word: Word): string {
  const message = caught instanceof Error ? caught.message : String(caught);
  const stack = debug && caught instanceof Error ? `${caught.stack ?? ''}\n` : '';
  const fault = word(
    'tcfd: a fault of the program, not of your files: ',
    'tcfd：程序本身的错误，与您的文件无关：',
  );
  const ask = word(
    'please report this message together with the command; TCFD_DEBUG=1 adds where it happened',
    '请将此信息连同命令一并报告；设 TCFD_DEBUG=1 可附上出错位置',
  );
  return `${fault}${message}\n  ${ask}\n${stack}`;
}

/** How a program reads either: the one document that it asked for, beside the words on stderr. */
export function failureJson(caught: unknown, command: string | undefined): string {
  const isMisuse = caught instanceof Misuse;
  const message = caught instanceof Error ? caught.message : String(caught);
  const code = isMisuse ? 'command/misuse' : 'command/fault';
  const place = { file: 'command line', from: 0, to: 0 };
  const fault = error(code, message, place, { help: isMisuse ? caught.hint : undefined });
  const content = { command: command ?? null, ok: false, diagnostics: toJson([fault], new Map()) };
  return `${JSON.stringify(content, null, 2)}\n`;
}
