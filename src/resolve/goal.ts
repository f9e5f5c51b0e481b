// What a question on the command line is about: a goal such as `cost[2030] <= 5 MCNY_2023`, and the input by which it is to be met.
import { type Diagnostic, error, hasErrors, type Outcome, type Span } from '../diagnostics/index.ts';
import type { Located } from '../parse/index.ts';
import { showAmount } from '../units/index.ts';
import { cellsOf, settable } from './inputs.ts';
import { chooseElements, NAMED, type Named, readNamed } from './place.ts';
import { knownQuantity, knownYear } from './reports.ts';
import type { InputQuantity, Program, Quantity, Study, Target } from './types.ts';
import { readBaseUnits } from './units.ts';

/** A bound that one number of every case is held against. */
export interface Goal {
  readonly quantity: Quantity;
  /** Its element: one of each set, and its place among all. */
  readonly key: readonly string[];
  readonly cell: number;
  /** The base year for a quantity that is known for no other. */
  readonly year: number;
  readonly direction: Target['direction'];
  /** In base units. */
  readonly bound: number;
  readonly written: string;
}

/** An input that may be moved, and how far. */
export interface Lever {
  readonly quantity: InputQuantity;
  readonly key: readonly string[];
  readonly cell: number;
  /** Moved in this year alone. */
  readonly year?: number | undefined;
  /** Ends of what it may be, in base units, where the question says them. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly span: Span;
}

/** A study with what its files say. */
interface ResolvedStudy {
  readonly program: Program;
  readonly study: Study;
}

const GOAL = new RegExp(String.raw`^\s*${NAMED}\s*(<=|>=)\s*(.*?)\s*$`);
const LEVER = new RegExp(String.raw`^\s*${NAMED}\s*$`);

/** The names under which the texts of a question are shown in messages. */
const GOAL_OPTION = '--goal';
const LEVER_OPTION = '--by';
const END_OPTIONS = { low: '--from', high: '--to' } as const;

const context = ({ program, study }: ResolvedStudy, diagnostics: Diagnostic[]) => ({
  ...program,
  years: study.years,
  scenarios: study.scenarios.map(({ name }) => name),
  strategies: study.strategies.map(({ name }) => name),
  diagnostics,
});

const whole = (file: string, text: string): Span => ({ file, from: 0, to: text.length });

/** The one element that is meant, and its place among all. */
function cellOf(
  { name, elements, years }: Named,
  quantity: Quantity,
  { program }: ResolvedStudy,
  diagnostics: Diagnostic[],
): { readonly key: readonly string[]; readonly cell: number } | undefined {
  const keys = cellsOf(quantity.sets, program.sets);
  const first = keys[0]?.map((id) => (/^\d{4}$/.test(id) ? `"${id}"` : id)) ?? [];
  const written = [...first, ...years.map(({ value }) => value)].join(', ');
  const instead = `name one element of each set, for example ${quantity.name}[${written}]`;
  const chosen = chooseElements(
    elements,
    quantity,
    { unclear: instead, twice: 'ask for one of them' },
    { sets: program.sets, diagnostics },
  );
  if (chosen === undefined) return undefined;
  const found = keys.flatMap((key, cell) =>
    [...chosen].every(([position, element]) => key[position] === element) ? [{ key, cell }] : [],
  );
  if (found.length === 1) return found[0];
  diagnostics.push(
    error(
      'goal/element',
      `${quantity.name} has a number for each ${quantity.sets.join(' and ')}`,
      name.span,
      {
        help: instead,
      },
    ),
  );
  return undefined;
}

/** The one year in brackets, if any; an error where there are two, or where the quantity has no such year. */
function yearOf(
  { years }: Named,
  quantity: Quantity,
  asked: ResolvedStudy,
  diagnostics: Diagnostic[],
): Located<number> | undefined {
  const [year, second] = years;
  if (second !== undefined)
    diagnostics.push(
      error('goal/year', 'one year is asked for at a time', second.span, {
        help: `an element is written in quotes: "${second.value}"`,
      }),
    );
  if (year === undefined || !knownYear(year.value, year.span, context(asked, diagnostics))) return undefined;
  if (quantity.over === 'base' && year.value !== asked.study.baseYear) {
    diagnostics.push(
      error('goal/year', `${quantity.name} has one number, that of the base year`, year.span, {
        help: `write ${quantity.name} without a year`,
      }),
    );
    return undefined;
  }
  return year;
}

/** Reads a goal; errors point into its text. */
export function readGoal(text: string, asked: ResolvedStudy): Outcome<Goal> {
  const diagnostics: Diagnostic[] = [];
  const { program, study } = asked;
  const [, name, inside = '', sign, amount = ''] = GOAL.exec(text) ?? [];
  if (name === undefined || sign === undefined)
    return {
      diagnostics: [
        error('goal/form', 'a goal is written name[year] <= amount, or >=', whole(GOAL_OPTION, text), {
          help: 'for example --goal "transition_cost[2030] <= 500 MCNY_2023"',
        }),
      ],
    };
  const named = readNamed(text, name, inside, GOAL_OPTION);
  const quantity = knownQuantity(name, named.name.span, context(asked, diagnostics));
  if (quantity === undefined) return { diagnostics };
  const year = yearOf(named, quantity, asked, diagnostics);
  if (quantity.over === 'years' && named.years.length === 0)
    diagnostics.push(
      error('goal/year', `${name} has a number for each year`, named.name.span, {
        help: `write ${name}[${[...named.elements.map(({ value }) => value), study.horizons.medium].join(', ')}]`,
      }),
    );
  const place = cellOf(named, quantity, asked, diagnostics);
  const to = text.trimEnd().length;
  const span = { file: GOAL_OPTION, from: to - amount.length, to };
  const bound = readBaseUnits(amount, span, quantity, program.units, diagnostics);
  if (hasErrors(diagnostics) || place === undefined || bound === undefined) return { diagnostics };
  const direction = sign === '>=' ? 'at_least' : 'at_most';
  const goal = { quantity, ...place, year: year?.value ?? study.baseYear, direction, bound } as const;
  return { value: { ...goal, written: text.trim() }, diagnostics };
}

/**
 * Reads the name of an input to move; errors point into the text of the option.
 * @param ends as written: amounts in the input's unit
 */
export function readLever(
  text: string,
  ends: { readonly low?: string | undefined; readonly high?: string | undefined },
  asked: ResolvedStudy,
): Outcome<Lever> {
  const diagnostics: Diagnostic[] = [];
  const { program } = asked;
  const span = whole(LEVER_OPTION, text);
  const [, name, inside = ''] = LEVER.exec(text) ?? [];
  if (name === undefined)
    return {
      diagnostics: [
        error('goal/form', 'what is moved is an input, written name, name[element] or name[year]', span, {
          help: 'for example --by carbon_price',
        }),
      ],
    };
  const named = readNamed(text, name, inside, LEVER_OPTION);
  const quantity = settable(name, named.name.span, { ...program, diagnostics }, new Set());
  if (quantity === undefined) return { diagnostics };
  const year = yearOf(named, quantity, asked, diagnostics);
  const place = cellOf(named, quantity, asked, diagnostics);
  const end = (which: 'low' | 'high'): number | undefined => {
    const written = ends[which];
    const file = END_OPTIONS[which];
    if (written === undefined) return undefined;
    const at = whole(file, written);
    const value = readBaseUnits(written, at, quantity, program.units, diagnostics);
    const [least, most] = quantity.within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (value === undefined || (value >= least && value <= most)) return value;
    const bounds = [least, most].map((bound) => showAmount(bound, quantity.unit)).join(' to ');
    diagnostics.push(
      error('value/bounds', `${name} may be ${bounds}`, at, {
        also: [{ span: quantity.span, text: 'its bounds' }],
      }),
    );
    return undefined;
  };
  const [low, high] = [end('low'), end('high')];
  if (low !== undefined && high !== undefined && low >= high)
    diagnostics.push(
      error('value/range', '--from is below --to', whole(END_OPTIONS.low, ends.low ?? ''), {
        also: [{ span: whole(END_OPTIONS.high, ends.high ?? '') }],
      }),
    );
  if (hasErrors(diagnostics) || place === undefined) return { diagnostics };
  const isOneYear = quantity.over === 'years' && year !== undefined;
  return {
    value: { quantity, ...place, year: isOneYear ? year.value : undefined, low, high, span },
    diagnostics,
  };
}
