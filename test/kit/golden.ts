// What the golden files of all stages have in common: numbers and places written the same way, for the printers beside this file.

import { type Diagnostic, placeOf, plain, printDiagnostics, type Span } from '../../src/diagnostics/index.ts';

export type Texts = ReadonlyMap<string, string>;

/** Twelve significant digits: enough to see a wrong number, too few to see the last bit of a right one. */
export const number = (value: number): string => String(Number(value.toPrecision(12)));

export const numbers = (values: Iterable<number>): string => [...values].map(number).join(' ');

/** `scenarios/models/baking.yaml:31:9` */
export const place = (span: Span, texts: Texts): string => placeOf(span, texts);

/** `[bread, plain]`, or nothing where a quantity has no sets. */
export const cell = (key: readonly string[]): string => (key.length === 0 ? '' : `[${key.join(', ')}]`);

export const indent = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.map((line) => by + line);

/** Blocks of lines with an empty line between them. */
export const page = (blocks: readonly (readonly string[])[]): string =>
  `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;

export const said = (diagnostics: readonly Diagnostic[], texts: Texts): string =>
  diagnostics.length === 0 ? 'nothing to say' : printDiagnostics(diagnostics, texts, plain);
