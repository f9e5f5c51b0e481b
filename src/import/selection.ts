// Which rows to keep: names asked for, by column, each held against how a row spells its name and how we do.
import { didYouMean } from '../diagnostics/index.ts';
import { type Codelists, spelledIn } from './codelists.ts';
import type { Fault } from './faults.ts';
import { keyOf, withoutVersion } from './spelling.ts';
import { FILTERS, type Filter, type Selection } from './types.ts';

/** One name asked for. */
interface Asked {
  readonly column: Filter;
  readonly written: string;
  readonly matches: (spellings: readonly string[]) => boolean;
}

type RowNames = Readonly<Record<Filter, string>>;

export interface Selector {
  /** The first filter that leaves the row out; undefined for a row that is kept. */
  readonly leftOutBy: (names: RowNames) => Filter | undefined;
  /** Names asked for that no row was kept for. */
  readonly unmet: (file: string) => readonly Fault[];
}

function ask(column: Filter, written: string, codelists: Codelists): Asked {
  // A version that is asked for means that version alone.
  const alone = column === 'scenario' && withoutVersion(written) !== written;
  const spelled = alone ? undefined : spelledIn(codelists, column, written);
  const wanted = new Set([keyOf(written), keyOf(spelled ?? written)]);
  const pattern = new RegExp(
    `^${keyOf(written)
      .split('*')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
    'u',
  );
  const matches = (spellings: readonly string[]): boolean =>
    spellings.some((spelling) => wanted.has(spelling) || (written.includes('*') && pattern.test(spelling)));
  return { column, written, matches };
}

export function selector(selection: Selection, codelists: Codelists): Selector {
  const asked = FILTERS.map((column) => ({
    column,
    names: selection[column].map((written) => ask(column, written, codelists)),
  })).filter(({ names }) => names.length > 0);
  /** By column and name as a row writes it: what asks for it. */
  const answers = new Map<Filter, Map<string, readonly Asked[]>>(
    asked.map(({ column }) => [column, new Map()]),
  );
  const met = new Set<Asked>();
  const answer = (column: Filter, names: readonly Asked[], written: string): readonly Asked[] => {
    const known = answers.get(column)?.get(written);
    if (known !== undefined) return known;
    const spelled = spelledIn(codelists, column, written);
    const spellings = [
      written,
      column === 'scenario' ? withoutVersion(written) : written,
      spelled ?? written,
    ];
    const found = names.filter(({ matches }) => matches(spellings.map(keyOf)));
    answers.get(column)?.set(written, found);
    return found;
  };
  return {
    leftOutBy: (names) => {
      const all: Asked[] = [];
      for (const { column, names: wanted } of asked) {
        const found = answer(column, wanted, names[column]);
        if (found.length === 0) return column;
        all.push(...found);
      }
      for (const one of all) met.add(one);
      return undefined;
    },
    unmet: (file) => {
      const faults: Fault[] = [];
      const fail = (message: string, help: string | undefined): void => {
        faults.push({ code: 'import/none', message, span: { file, from: 0, to: 0 }, help });
      };
      for (const [index, { column, names }] of asked.entries()) {
        const present = answers.get(column) ?? new Map<string, readonly Asked[]>();
        const unseen = names.filter((one) => ![...present.values()].flat().includes(one));
        const among = index === 0 ? '' : ` chosen by ${optionsOf(asked.slice(0, index))}`;
        for (const one of unseen)
          fail(`no row${among} has ${optionOf(one)}`, didYouMean(one.written, present.keys()));
        // Of rows that are not there, nobody can say what else they would have lacked.
        if (unseen.length === names.length) return faults;
      }
      if (faults.length > 0) return faults;
      for (const [index, { names }] of asked.entries())
        for (const one of names.filter((name) => !met.has(name)))
          fail(
            `no row with ${optionOf(one)} has a name asked for by ${optionsOf(asked.slice(index + 1))}`,
            'import it on its own, or ask for less',
          );
      return faults;
    },
  };
}

const optionOf = ({ column, written }: Asked): string => `--${column} ${JSON.stringify(written)}`;

const optionsOf = (asked: readonly { readonly column: Filter }[]): string =>
  asked.map(({ column }) => `--${column}`).join(', ');
