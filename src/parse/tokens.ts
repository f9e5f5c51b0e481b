// The words of one formula with their places: what gives mathjs's nodes, which carry none, a place in the file.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';

export interface Token {
  readonly text: string;
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  readonly span: Span;
}

const TOKEN =
  /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("[^"]*")|(<=|>=|==|!=|[-+*/^()[\],.<>]))/y;

const refusals: Readonly<Record<string, string>> = {
  '%': 'a percentage is a value of an input: mathjs would read % as the remainder of a division',
  '=': 'a comparison is written ==',
  '?': 'a choice is written if(condition, then, otherwise)',
  ':': 'a choice is written if(condition, then, otherwise)',
  '&': 'write and',
  '|': 'write or',
  '!': 'write not (a) or !=',
  "'": 'quote an element with double quotes',
  '×': 'write *',
  '−': 'write -',
  '·': 'write *',
  '÷': 'write /',
  '“': 'quote an element with double quotes',
  '”': 'quote an element with double quotes',
};

const [FIRST_WIDE, LAST_WIDE, WIDER] = [0xff01, 0xff5e, 0xfee0];

/** What to write in place of a sign; `first` is true at the start of the formula, where spreadsheets have their `=`. */
function insteadOf(sign: string, first: boolean): string | undefined {
  if (sign === '=' && first) return 'drop it: a formula begins with its first quantity';
  const code = sign.codePointAt(0) ?? 0;
  const isWide = code >= FIRST_WIDE && code <= LAST_WIDE;
  return isWide ? `write the narrow sign ${String.fromCodePoint(code - WIDER)}` : refusals[sign];
}

/** What a person can still follow; parser and checks call themselves once a level. */
const DEEPEST = 100;

/** Where the formula nests too deeply: in brackets, or in a run of `-`, `not` and `^`, each of which holds the next. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  let open = 0;
  let run = 0;
  let prefix = true;
  return tokens.find(({ text, kind }) => {
    if (text === '(' || text === '[') open++;
    else if (text === ')' || text === ']') open--;
    else if (text === '^' || text === 'not' || (text === '-' && prefix)) run++;
    else if (kind === 'sign' || text === 'and' || text === 'or') run = 0;
    prefix = /^([-+*/^([,<>]|[<>=!]=|not|and|or)$/.test(text);
    return open + run > DEEPEST;
  });
}

/** Splits a formula that starts at `from` in its file. */
export function tokenise(
  text: string,
  file: string,
  from: number,
): { readonly tokens: readonly Token[]; readonly diagnostics: readonly Diagnostic[] } {
  const tokens: Token[] = [];
  const scanner = new RegExp(TOKEN);
  while (text.slice(scanner.lastIndex).trim() !== '') {
    const start = scanner.lastIndex;
    const match = scanner.exec(text);
    if (match === null) {
      const at = start + text.slice(start).search(/\S/);
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const span = { file, from: from + at, to: from + at + sign.length };
      const help = insteadOf(sign, tokens.length === 0);
      return {
        tokens,
        diagnostics: [error('formula/sign', `${sign} has no meaning in a formula`, span, { help })],
      };
    }
    const word = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const end = from + scanner.lastIndex;
    const kind =
      match[1] !== undefined
        ? 'name'
        : match[2] !== undefined
          ? 'number'
          : match[3] !== undefined
            ? 'text'
            : 'sign';
    tokens.push({ text: word, kind, span: { file, from: end - word.length, to: end } });
  }
  const deep = tooDeep(tokens);
  if (deep === undefined) return { tokens, diagnostics: [] };
  return {
    tokens,
    diagnostics: [
      error('formula/deep', `a formula nests at most ${DEEPEST} deep`, deep.span, {
        help: 'split it into named formulas',
      }),
    ],
  };
}
