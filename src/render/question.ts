// The question that explains a number, as it is typed: `tcfd explain STUDY QUANTITY --year 2030 --scenario "Net Zero 2050"`.
import type { Findings } from '../analyse/index.ts';
import { plain } from './wording.ts';

export interface Asked {
  readonly quantity: string;
  readonly item?: string | undefined;
  readonly year?: number | undefined;
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
}

/** As a shell takes it for one word: a name with blanks in double quotes, anything that a shell might act on in single ones. */
export function shellWord(text: string): string {
  const word = plain(text);
  if (/^[\w./:=-]+$/.test(word)) return word;
  return /^[\p{L}\p{N} .,;:_/()%&+-]+$/u.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

export function question({ file, overrides }: Pick<Findings, 'file' | 'overrides'>, asked: Asked): string {
  const { quantity, item = '', year, scenario, strategy } = asked;
  const option = (name: string, value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [`--${name}`, shellWord(value)];
  return [
    'tcfd explain',
    shellWord(file),
    shellWord(quantity),
    ...option('item', item),
    ...option('year', year === undefined ? undefined : String(year)),
    ...option('scenario', scenario),
    ...option('strategy', strategy),
    ...overrides.flatMap((text) => option('set', text)),
  ].join(' ');
}
