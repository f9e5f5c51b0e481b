// Which texts of a fault the Chinese catalogue does not hold.

import { sayingsOf } from '../../src/diagnostics/chinese/index.ts';
import { saidBy } from '../../src/diagnostics/chinese/saying.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';

/** Units and names of one word stand as they are; everything else that a label says is said in words. */
const isUnit = (text: string): boolean => !/[a-z]{4,}/.test(text.replaceAll('_nominal', ''));

/** The texts of a fault that stay in English, each with its code. */
export function unsaid({ code, message, labels, notes, help, chinese }: Diagnostic): readonly string[] {
  const texts = [
    message,
    ...labels.flatMap(({ text }) => (text === undefined || isUnit(text) ? [] : [text])),
    ...notes.flatMap((note) => note.split('\n')),
    ...(help === undefined ? [] : help.split('\n')),
  ];
  return texts
    .filter((text) => saidBy(sayingsOf(code), text, chinese) === undefined)
    .map((text) => `${code}: ${text}`);
}
