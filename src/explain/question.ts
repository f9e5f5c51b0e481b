// A question to a run -> the case and the numbers that it asks for.
import { type Diagnostic, didYouMean, error, type Outcome } from '../diagnostics/index.ts';
import { ALL, spotsOf } from './sums.ts';
import type { ExplanationGraph, GraphQuantity, GraphSum, Question, Spot } from './types.ts';

/** The numbers that a question asks for. */
export interface Sought {
  /** Position of the case in the graph. */
  readonly each: number;
  readonly scenario: string;
  readonly strategy: string;
  /** What is added, those of each quantity together; a number that is no sum stands alone. */
  readonly groups: readonly (readonly Spot[])[];
  /** Absent for a number that is no sum. */
  readonly sum?: { readonly of: GraphSum; readonly year: number } | undefined;
  /** One unit in which it is told, in base units. */
  readonly factor: number;
}

/** How the rows of the register are called in questions. */
const ROW = 'register.';
/** More names than these are not told one by one. */
const MOST_LISTED = 16;

/** What a question names that is not there, in words. */
function unknown(code: string, what: string, name: string, known: Iterable<string>): Diagnostic {
  const all = [...known];
  const listed =
    all.length <= MOST_LISTED
      ? `there are ${all.join(', ')}`
      : `tcfd list quantities STUDY names all of them`;
  return error(
    code,
    `there is no ${what} ${name}`,
    { file: 'command line', from: 0, to: 0 },
    {
      help: didYouMean(name, all) ?? listed,
    },
  );
}

/** A quantity with its elements together, where a question asks for all of them. */
function sumOf(
  { name, title, about, unit, factor, cells, given }: GraphQuantity,
  { givens }: ExplanationGraph,
  year: number,
): GraphSum | undefined {
  const at = cells[0]?.is.at ?? givens[given[0]?.[0] ?? -1]?.at;
  return at && { name, title, about, quantities: [name], year, unit, factor, at };
}

/**
 * Finds what a question asks for: a number of a quantity, of all its elements together (`item: all`), or of a row of the register
 * (`register.carbon`).
 * @param horizon the year that is meant where the question names none
 * @returns errors `explain/...` say which quantity, item, year, scenario or strategy is not there
 */
export function seek(graph: ExplanationGraph, horizon: number, question: Question): Outcome<Sought> {
  const { quantities, cases, years, sums } = graph;
  const names = quantities.map(({ name }) => name);
  const slot = names.indexOf(question.quantity);
  const quantity = quantities[slot];
  const row = sums.find(({ name }) => name === question.quantity);
  if (quantity === undefined && row === undefined) {
    const asked = question.quantity;
    const rows = sums.map(({ name }) => name);
    return {
      diagnostics: [
        asked.startsWith(ROW)
          ? unknown('explain/row', 'quantified row of the register', asked, rows)
          : unknown('explain/quantity', 'quantity', asked, [...names, ...rows]),
      ],
    };
  }

  const diagnostics: Diagnostic[] = [];
  const choose = (what: string, asked: string | undefined, all: readonly string[]): string | undefined => {
    const found =
      asked === undefined ? all[0] : all.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (found === undefined) diagnostics.push(unknown(`explain/${what}`, what, asked ?? '', all));
    return found;
  };
  const scenario = choose('scenario', question.scenario, [...new Set(cases.map((one) => one.scenario))]);
  const strategy = choose('strategy', question.strategy, [...new Set(cases.map((one) => one.strategy))]);
  const { items = [''], sets = [], over = 'years' } = quantity ?? {};
  const year = question.year ?? row?.year ?? horizon;
  const all = question.item === ALL && !items.includes(ALL) && quantity !== undefined;
  const sum =
    row ??
    (all ? sumOf(quantity, graph, over === 'base' ? (years[graph.baseIndex] ?? year) : year) : undefined);
  if (question.item === undefined && items.length > 1)
    diagnostics.push(
      error(
        'explain/item',
        `${question.quantity} has a number for each ${sets.join(' and ')}`,
        { file: 'command line', from: 0, to: 0 },
        {
          help: `name one with --item: ${items.slice(0, 12).join(', ')}${items.length > 12 ? ', ...' : ''}; or --item all for their sum`,
        },
      ),
    );
  const whole = question.item !== undefined && sets.length === 0 && !all;
  if (whole)
    diagnostics.push(
      error(
        'explain/item',
        `${question.quantity} is one number and has no items`,
        { file: 'command line', from: 0, to: 0 },
        { help: 'leave --item out' },
      ),
    );
  const item = whole
    ? ''
    : sum === undefined || row !== undefined
      ? choose('item', question.item, items)
      : '';
  const time = over === 'base' ? 0 : years.indexOf(year);
  if (time < 0)
    diagnostics.push(unknown('explain/year', 'year', String(year), [`${years[0]} to ${years.at(-1)}`]));
  const each = cases.findIndex((one) => one.scenario === scenario && one.strategy === strategy);
  if (
    diagnostics.length > 0 ||
    each < 0 ||
    scenario === undefined ||
    strategy === undefined ||
    item === undefined
  )
    return { diagnostics };
  const found = { each, scenario, strategy };
  if (sum !== undefined) {
    const when = row === undefined ? sum.year : year;
    const groups = spotsOf(graph, sum, when);
    return { value: { ...found, groups, sum: { of: sum, year: when }, factor: sum.factor }, diagnostics: [] };
  }
  const groups = [[{ slot, cell: items.indexOf(item), time }]];
  return { value: { ...found, groups, factor: quantity?.factor ?? 1 }, diagnostics: [] };
}
