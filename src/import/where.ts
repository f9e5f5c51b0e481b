// Columns beyond those of the IAMC: a pair has no room for them, so that each is held to one text, which somebody chose.
import { didYouMean } from '../diagnostics/index.ts';
import { textOf } from './cells.ts';
import type { Fault } from './faults.ts';
import type { Layout } from './header.ts';
import type { Row, Where } from './types.ts';

export interface Chooser {
  /** True for a row that says something else in one of the columns. */
  readonly leavesOut: (row: Row, layout: Layout) => boolean;
  /** Texts asked for that no row has. */
  readonly unmet: (file: string) => readonly Fault[];
}

export const optionOf = (column: string, text: string): string =>
  `--where ${JSON.stringify(`${column}=${text}`)}`;

export function chooser(where: Where): Chooser {
  /** What stands in each column. */
  const present = new Map(Object.keys(where).map((column) => [column, new Set<string>()]));
  return {
    leavesOut: ({ cells }, { further }) =>
      further
        .map(({ name, column }) => {
          const text = textOf(cells[column]);
          present.get(name)?.add(text);
          return text === where[name];
        })
        .includes(false),
    unmet: (file) =>
      Object.entries(where).flatMap(([column, text]): readonly Fault[] => {
        const texts = present.get(column) ?? new Set();
        if (texts.has(text)) return [];
        const message = `no row has ${optionOf(column, text)}`;
        const span = { file, from: 0, to: 0 };
        return [{ code: 'import/none', message, span, help: didYouMean(text, texts) }];
      }),
  };
}
