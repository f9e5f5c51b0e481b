// The graph of a run -> one number with all that it comes from. Needs nothing but the graph, so that a page that carries it can answer too.

import { significant } from '../units/significant.ts';
import type {
  Basis,
  Explained,
  ExplanationGraph,
  GivenBy,
  GraphGiven,
  GraphQuantity,
  Ground,
  Spot,
} from './types.ts';

interface Found {
  /** Ids of the numbers that were asked for. */
  readonly roots: readonly string[];
  /** Every number at and below them, by id, in the order in which formulas read them. */
  readonly numbers: ReadonlyMap<string, Explained>;
}

const keyOf = ({ slot, cell, time }: Spot): string => `${slot} ${cell} ${time}`;

function quantityAt(graph: ExplanationGraph, { slot }: Spot): GraphQuantity {
  const quantity = graph.quantities[slot];
  if (quantity === undefined) throw new Error(`no quantity ${slot}`);
  return quantity;
}

function yearAt(graph: ExplanationGraph, spot: Spot): number {
  const { over } = quantityAt(graph, spot);
  return graph.years[over === 'base' ? graph.baseIndex : spot.time] ?? 0;
}

/** The number itself, in base units. */
export function valueAt(graph: ExplanationGraph, each: number, spot: Spot): number {
  const path = graph.paths[quantityAt(graph, spot).values[each]?.[spot.cell] ?? -1] ?? [];
  return path[path.length === 1 ? 0 : spot.time] ?? Number.NaN;
}

/** The value in the declared unit, without the trailing digit that a division by a power of ten leaves. */
export const inDeclaredUnit = (value: number, { factor }: Pick<GraphQuantity, 'factor'>): number =>
  significant(value / factor, 14);

/** `emissions[rods] 2030`. */
export function idOf(graph: ExplanationGraph, spot: Spot): string {
  const { name, items } = quantityAt(graph, spot);
  const item = items[spot.cell] ?? '';
  return `${name}${item === '' ? '' : `[${item}]`} ${yearAt(graph, spot)}`;
}

/** The formula that holds for a number, if one does. */
function formulaAt(graph: ExplanationGraph, spot: Spot) {
  const cell = quantityAt(graph, spot).cells[spot.cell];
  return cell?.first !== undefined && spot.time < cell.firstYears ? cell.first : cell?.is;
}

/** The numbers that a number is computed from, in the order of its formula, each once. */
export function operandsOf(graph: ExplanationGraph, spot: Spot): readonly Spot[] {
  const spots = (formulaAt(graph, spot)?.reads ?? []).map(([slot, cell, lag, fixed]) => ({
    slot,
    cell,
    time: fixed ?? spot.time - lag,
  }));
  return [...new Map(spots.map((each) => [keyOf(each), each])).values()];
}

/**
 * Explains numbers of one case of a run.
 * @param each position of the case in the graph
 */
export function walk(graph: ExplanationGraph, each: number, asked: readonly Spot[]): Found {
  const numbers = new Map<string, Explained>();
  // A queue, not a recursion: lags make chains as long as the study has years.
  const queue = [...asked];
  for (let index = 0; index < queue.length; index++) {
    const spot = queue[index];
    if (spot === undefined) break;
    const id = idOf(graph, spot);
    if (numbers.has(id)) continue;
    const operands = operandsOf(graph, spot);
    numbers.set(
      id,
      explained(
        graph,
        each,
        spot,
        operands.map((operand) => idOf(graph, operand)),
      ),
    );
    queue.push(...operands);
  }
  return { roots: asked.map((spot) => idOf(graph, spot)), numbers };
}

function explained(
  graph: ExplanationGraph,
  each: number,
  spot: Spot,
  operands: readonly string[],
): Explained {
  const quantity = quantityAt(graph, spot);
  const { name, title, about, unit, law } = quantity;
  const inBaseUnits = valueAt(graph, each, spot);
  const formula = formulaAt(graph, spot);
  const given = graph.givens[quantity.given[each]?.[spot.cell] ?? -1];
  const year = yearAt(graph, spot);
  return {
    quantity: name,
    title,
    about,
    item: quantity.items[spot.cell] ?? '',
    year,
    value: inDeclaredUnit(inBaseUnits, quantity),
    unit,
    inBaseUnits,
    computed: formula === undefined ? undefined : { formula: formula.formula, at: formula.at, law },
    given: given === undefined ? undefined : givenIn(given, year),
    operands,
  };
}

/** Who says what the value of one year is: a year of a path, and those after the observed ones, may have their own. */
export function groundIn({ ground, exceptions, later }: GraphGiven, year: number): Ground | undefined {
  const own = exceptions.find((exception) => exception.year === year)?.ground;
  return own ?? (later !== undefined && year > later.after ? later.ground : ground);
}

function givenIn(given: GraphGiven, year: number): GivenBy {
  const { exceptions: _, later: __, ...rest } = given;
  return { ...rest, ground: groundIn(given, year) };
}

/** Counts the inputs among numbers, and their values: each element once, whatever years of it are read. */
export function basisOf(numbers: Found['numbers']): Basis {
  const values = new Map<string, boolean>();
  const inputs = new Set<string>();
  for (const { quantity, item, given } of numbers.values()) {
    if (given === undefined) continue;
    const key = `${quantity} ${item}`;
    values.set(key, (values.get(key) ?? false) || given.ground?.kind === 'assumed');
    inputs.add(quantity);
  }
  const assumed = [...values.values()].filter(Boolean).length;
  return { inputs: inputs.size, values: values.size, sourced: values.size - assumed, assumed };
}
