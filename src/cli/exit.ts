// How the command line ends: its exit codes, and the message for each way of failing.

import { suggest } from '../diagnostics/index.ts';

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

function unknownOption(name: string, options: readonly string[]): Misuse {
  const near = suggest(name, options);
  const dashes = name.length === 1 ? '-' : '--';
  return new Misuse(`unknown option ${dashes}${name}`, near && `did you mean --${near}?`);
}

/** What yargs says of a wrong command line, in our words. */
export function misuse(message: string, words: readonly string[], known: Known): Misuse {
  const commands = Object.keys(known.commands);
  const command = words.find((word) => commands.includes(word));
  const [, kind, list = ''] = /^Unknown (command|argument)s?: (.*)/.exec(message) ?? [];
  const [unknown = ''] = list.split(', ');
  if (kind === 'argument') return unknownOption(unknown.replace(/^-+/, ''), known.options);
  if (kind === 'command' && command !== undefined)
    return new Misuse(`${unknown} is one argument too many`, `tcfd ${command} --help`);
  if (kind === 'command') {
    const near = suggest(unknown, commands);
    return new Misuse(`unknown command ${unknown}`, near && `did you mean tcfd ${near}?`);
  }
  const lacking = known.commands[command ?? ''];
  if (message.startsWith('Not enough non-option') && lacking !== undefined)
    return new Misuse(
      `${command} needs a ${lacking.needs}`,
      `for example tcfd ${command} ${lacking.example}`,
    );
  const [, missing] = /^Missing required arguments?: (.*)/.exec(message) ?? [];
  if (missing !== undefined && lacking !== undefined)
    return new Misuse(
      `${command} needs ${missing
        .split(', ')
        .map((option) => `--${option}`)
        .join(' and ')}`,
      `for example tcfd ${command} ${lacking.example}`,
    );
  const option = /^Not enough arguments following: (.*)/.exec(message)?.[1];
  return new Misuse(option === undefined ? message : `--${option} needs a value`);
}

export const misuseText = (fault: Misuse): string =>
  `tcfd: ${fault.message}\n  ${fault.hint ?? 'tcfd --help shows what there is'}\n`;

/** For whatever was thrown and is not a `Misuse`; the stack only for who asked for it. */
export function bugText(caught: unknown, debug: boolean): string {
  const message = caught instanceof Error ? caught.message : String(caught);
  const stack = debug && caught instanceof Error ? `${caught.stack ?? ''}\n` : '';
  const ask = 'please report this message together with the command; TCFD_DEBUG=1 adds where it happened';
  return `tcfd: a fault of the program, not of your files: ${message}\n  ${ask}\n${stack}`;
}
