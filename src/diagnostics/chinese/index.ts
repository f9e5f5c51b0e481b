// Faults in Chinese: each text is found in the catalogue of its area and said with the same names, amounts and units.

import type { Diagnostic } from '../diagnostic.ts';
import { CHANCES } from './chances.ts';
import { COMMON } from './common.ts';
import { FILES } from './files.ts';
import { FORMULAS } from './formulas.ts';
import { NAMES } from './names.ts';
import { OUTPUTS } from './outputs.ts';
import { QUESTIONS } from './questions.ts';
import { type Saying, saidBy } from './saying.ts';
import { SOURCES } from './sources.ts';
import { TABLES } from './tables.ts';
import { VALUES } from './values.ts';

/** By the part of a code before `/`; a text that several areas say stands in `COMMON`. */
export const AREAS: Readonly<Record<string, readonly Saying[]>> = {
  ...FILES,
  ...NAMES,
  ...VALUES,
  ...CHANCES,
  ...FORMULAS,
  ...SOURCES,
  ...OUTPUTS,
  ...QUESTIONS,
  ...TABLES,
};

/** The sayings in which a text of this code is looked up, in their order. */
export const sayingsOf = (code: string): readonly Saying[] => [
  ...(AREAS[code.split('/', 1)[0] ?? ''] ?? []),
  ...COMMON,
];

/** The same fault at the same places, told in Chinese. */
export function inChinese(diagnostic: Diagnostic): Diagnostic {
  const sayings = sayingsOf(diagnostic.code);
  const { message, chinese, labels, notes, help, ...rest } = diagnostic;
  /** The text as a whole, or else line by line; a line that the catalogue does not hold stays as it is. */
  const said = (text: string): string =>
    saidBy(sayings, text, chinese) ??
    text
      .split('\n')
      .map((line) => saidBy(sayings, line, chinese) ?? line)
      .join('\n');
  return {
    ...rest,
    message: said(message),
    labels: labels.map(({ span, text }) => ({ span, ...(text === undefined ? {} : { text: said(text) }) })),
    notes: notes.map(said),
    ...(help === undefined ? {} : { help: said(help) }),
  };
}
