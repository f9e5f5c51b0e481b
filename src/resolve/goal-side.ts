// One side of a goal: `cost[2030]`, `sum(cost[2030], product)`, `min(headroom, year)`, each with or without `of Committed plan`.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import type { Located } from '../parse/index.ts';
import { cellsOf } from './inputs.ts';
import { chooseElements, NAMED, type Named, readNamed } from './place.ts';
import { knownQuantity, knownYear } from './reports.ts';
import type { Program, Quantity, Study } from './types.ts';

/** How several numbers are made one. */
export type Fold = 'sum' | 'min' | 'max';

/** One number of every case: a quantity of one element and year, or the sum, the least or the most of several. */
export interface GoalSide {
  readonly quantity: Quantity;
  /** Absent for a number that stands for itself. */
  readonly fold?: Fold | undefined;
  /** The sets over which it is folded, and `year`. */
  readonly folded: readonly string[];
  /** Elements that are named, with the set of each. */
  readonly key: readonly string[];
  readonly sets: readonly string[];
  /** Places among all elements of the quantity. */
  readonly cells: readonly number[];
  /** The base year for a quantity that is known for no other; absent where all years are folded. */
  readonly year?: number | undefined;
  /** All years that are looked at. */
  readonly years: readonly number[];
  /** Whose number it is; that of each strategy in turn if left out. */
  readonly strategy?: string | undefined;
}

/** A study with what its files say. */
export interface ResolvedStudy {
  readonly program: Program;
  readonly study: Study;
}

const SIDE = new RegExp(
  String.raw`^\s*(?:(sum|min|max)\s*\(\s*${NAMED}\s*((?:,\s*[a-z][a-z0-9_]*\s*)+)\)|${NAMED})(?:\s+of\s+(\S.*?))?\s*$`,
);

const context = ({ program, study }: ResolvedStudy, diagnostics: Diagnostic[]) => ({
  ...program,
  years: study.years,
  scenarios: study.scenarios.map(({ name }) => name),
  strategies: study.strategies.map(({ name }) => name),
  diagnostics,
});

export const whole = (file: string, text: string): Span => ({ file, from: 0, to: text.length });

/** Elements by the position of their set; undefined, and reported, if it is not clear which are meant. */
function chosen(
  { name, elements, years }: Named,
  quantity: Quantity,
  { program, study }: ResolvedStudy,
  diagnostics: Diagnostic[],
  folded: readonly string[] | 'lever',
) {
  const keys = cellsOf(quantity.sets, program.sets);
  const first = keys[0]?.map((id) => (/^\d{4}$/.test(id) ? `"${id}"` : id)) ?? [];
  const isYear = folded.includes('year');
  // A lever holds from a year on; a goal is about one.
  const usual = quantity.over === 'base' || isYear || folded === 'lever' ? [] : [study.horizons.medium];
  const when = years.length === 0 ? usual : years.map(({ value }) => value);
  const written = [...first, ...when].join(', ');
  const instead = `name one element of each set, for example ${quantity.name}[${written}]`;
  const found = chooseElements(
    elements,
    quantity,
    { unclear: instead, twice: 'ask for one of them' },
    { sets: program.sets, diagnostics },
  );
  const over = [...quantity.sets, ...(isYear ? ['year'] : [])].join(', ');
  const all = `sum(${quantity.name}${when.length === 0 ? '' : `[${when.join(', ')}]`}, ${over})`;
  return found && { keys, found, instead, all, name };
}

/** The one element that is meant, and its place among all. */
export function cellOf(
  named: Named,
  quantity: Quantity,
  asked: ResolvedStudy,
  diagnostics: Diagnostic[],
): { readonly key: readonly string[]; readonly cell: number } | undefined {
  const choice = chosen(named, quantity, asked, diagnostics, 'lever');
  if (choice === undefined) return undefined;
  const { keys, found, instead, name } = choice;
  const cells = keys.flatMap((key, cell) =>
    [...found].every(([position, element]) => key[position] === element) ? [{ key, cell }] : [],
  );
  if (cells.length === 1) return cells[0];
  diagnostics.push(
    error(
      'goal/element',
      `${quantity.name} has a number for each ${quantity.sets.join(' and ')}`,
      name.span,
      { help: instead },
    ),
  );
  return undefined;
}

/** The one year in brackets, if any; an error where there are two, or where the quantity has no such year. */
export function yearOf(
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

/** What a side says, before its names are known. */
interface WrittenSide {
  readonly fold?: Fold | undefined;
  readonly named: Named;
  /** Sets to fold over, and `year`. */
  readonly over: readonly Located<string>[];
  readonly strategy?: Located<string> | undefined;
}

/**
 * The parts of a side; undefined if the text has no such form.
 * @param offset where it begins in the text of the option
 */
export function partsOf(text: string, offset: number, file: string): WrittenSide | undefined {
  const found = SIDE.exec(text);
  if (found === null) return undefined;
  const [, fold, folding, foldedInside = '', over = '', plain, plainInside = '', strategy] = found;
  const name = folding ?? plain ?? '';
  const inside = fold === undefined ? plainInside : foldedInside;
  const open = fold === undefined ? 0 : text.indexOf('(') + 1;
  const moved = <T>({ value, span }: Located<T>, by: number): Located<T> => ({
    value,
    span: { ...span, from: span.from + by, to: span.to + by },
  });
  const read = readNamed(text.slice(open), name, inside, file);
  const within = <T>(one: Located<T>): Located<T> => moved(one, offset + open);
  const place = (value: string, at: number): Located<string> => ({
    value,
    span: { file, from: offset + at, to: offset + at + value.length },
  });
  const list = over === '' ? 0 : text.lastIndexOf(over);
  return {
    fold: fold === undefined ? undefined : (fold as Fold),
    named: {
      name: within(read.name),
      years: read.years.map(within),
      elements: read.elements.map(within),
    },
    over: [...over.matchAll(/[a-z][a-z0-9_]*/g)].map(({ 0: set, index }) => place(set, list + index)),
    strategy: strategy === undefined ? undefined : place(strategy, text.lastIndexOf(strategy)),
  };
}

/** The numbers that a side is made of; undefined, and reported, if it is at fault. */
export function sideOf(
  { fold, named, over, strategy }: WrittenSide,
  asked: ResolvedStudy,
  diagnostics: Diagnostic[],
): GoalSide | undefined {
  const { study } = asked;
  const before = diagnostics.length;
  const quantity = knownQuantity(named.name.value, named.name.span, context(asked, diagnostics));
  const whose = strategy && strategyOf(strategy, study, diagnostics);
  if (quantity === undefined) return undefined;
  const folded = over.map(({ value }) => value);
  const isYear = folded.includes('year');
  const foldable = [...quantity.sets, ...(quantity.over === 'years' ? ['year'] : [])];
  for (const { value, span } of over)
    if (!foldable.includes(value))
      diagnostics.push(
        error(
          'goal/fold',
          `${quantity.name} is by ${foldable.join(' and ') || 'nothing'}, not by ${value}`,
          span,
          {
            help: didYouMean(value, foldable),
          },
        ),
      );
  const year = yearOf(named, quantity, asked, diagnostics);
  if (isYear && year !== undefined)
    diagnostics.push(error('goal/year', `${fold} takes all years, or one of them`, year.span));
  if (!isYear && quantity.over === 'years' && named.years.length === 0) {
    const written = `${quantity.name}[${[...named.elements.map(({ value }) => value), study.horizons.medium].join(', ')}]`;
    diagnostics.push(
      error('goal/year', `${quantity.name} has a number for each year`, named.name.span, {
        help: `write ${written}, or sum(${quantity.name}, year), min or max for all years`,
      }),
    );
  }
  const place = elementsOf(named, quantity, folded, asked, diagnostics);
  if (place === undefined || diagnostics.length > before) return undefined;
  const when = isYear ? undefined : (year?.value ?? study.baseYear);
  return {
    quantity,
    fold,
    folded,
    ...place,
    year: when,
    years: when === undefined ? study.years : [when],
    strategy: whose,
  };
}

/** The elements that are named, and all cells that they leave. */
function elementsOf(
  named: Named,
  quantity: Quantity,
  folded: readonly string[],
  asked: ResolvedStudy,
  diagnostics: Diagnostic[],
): Pick<GoalSide, 'key' | 'sets' | 'cells'> | undefined {
  const choice = chosen(named, quantity, asked, diagnostics, folded);
  if (choice === undefined) return undefined;
  const { keys, found, instead, all, name } = choice;
  const { sets } = quantity;
  const open = sets.filter((set, position) => !found.has(position) && !folded.includes(set));
  const twice = sets.find((set, position) => found.has(position) && folded.includes(set));
  if (open.length > 0) {
    const message = `${quantity.name} has a number for each ${open.join(' and ')}`;
    diagnostics.push(
      error('goal/element', message, name.span, { help: `${instead}, or take them together: ${all}` }),
    );
    return undefined;
  }
  if (twice !== undefined) {
    diagnostics.push(
      error('goal/fold', `one element of ${twice} is named, so there is nothing to take together`, name.span),
    );
    return undefined;
  }
  const chosenSets = sets.filter((_, position) => found.has(position));
  const cells = keys.flatMap((key, cell) =>
    [...found].every(([position, element]) => key[position] === element) ? [cell] : [],
  );
  const [first = []] = keys.filter((_, index) => cells.includes(index));
  return { key: first.filter((_, position) => found.has(position)), sets: chosenSets, cells };
}

function strategyOf(
  { value, span }: Located<string>,
  { strategies }: Study,
  diagnostics: Diagnostic[],
): string | undefined {
  const names = strategies.map(({ name }) => name);
  const found = names.find((name) => name.toLowerCase() === value.toLowerCase());
  if (found === undefined)
    diagnostics.push(
      error('goal/strategy', `there is no strategy ${value}`, span, {
        help: didYouMean(value, names) ?? `there are ${names.join(', ')}`,
      }),
    );
  return found;
}
