// One input moved on its own until a goal is just met: what it may be, what it must be, and which check would break then.
import type { Quantity } from '../resolve/index.ts';
import { brokenBy, type Wanted, whatIf } from '../simulate/index.ts';
import type { Bench } from './bench.ts';
import { type Bound, type Crossing, crossingOf } from './crossing.ts';
import { inUnit } from './series.ts';
import type { InputCell } from './variations.ts';

/** The numbers of a case, and what is read of them. */
export interface Probe {
  /** See `centralValues`. */
  readonly values: Float64Array;
  readonly read: (values: Float64Array) => number;
  /** All that is read rests on. */
  readonly wanted: Wanted;
}

/** Whether an input holds the searched value at an index of the years. */
export type Held = (time: number) => boolean;

/** What is searched is in the declared unit of the input, as files write it; a goal's numbers are in base units. */
export type Reach = Crossing & {
  /** The check that breaks where the goal is just met. */
  readonly check?: string | undefined;
};

/**
 * What an input may be: the bounds of its declaration if it is a lever; without them the widest that its range and the values of
 * the other scenarios and strategies span. In base units; undefined if that is one value alone.
 */
export function allowedFor(
  { quantity, cell, resolved }: InputCell,
  { study }: Pick<Bench, 'study'>,
): readonly [low: number, high: number] | undefined {
  const spans = study.cases.flatMap(({ inputs }) => {
    const other = inputs.get(quantity.name)?.[cell];
    return [...(other?.values ?? []), ...(other?.origin.range ?? [])];
  });
  const isLever = quantity.setBy === 'strategy';
  const ends = isLever && quantity.within !== undefined ? quantity.within : spans;
  const [low, high] = [Math.min(...ends), Math.max(...ends, ...resolved.values)];
  return Number.isFinite(low) && Number.isFinite(high) && low < high ? [low, high] : undefined;
}

/** The path of an input that holds a value, as `--set` reads it: a number of its declared unit. */
export const holding = ({ quantity, resolved }: InputCell, at: number, isHeld: Held): readonly number[] =>
  resolved.values.map((old, time) =>
    resolved.values.length === 1 || isHeld(time) ? at * quantity.unit.factor : old,
  );

/** A number in base units in the declared unit, such that it leads back to the same number wherever one does. */
const declared = (value: number, quantity: Pick<Quantity, 'unit'>): number => {
  const short = inUnit(value, quantity);
  return short * quantity.unit.factor === value ? short : value / quantity.unit.factor;
};

/** The number that is read when an input holds a value, and the check that breaks then. */
export interface Moved {
  readonly of: (at: number) => number;
  readonly breaks: (at: number) => string | undefined;
}

/** A case in which an input may be moved. */
export function movedBy(
  { graph, checked }: Pick<Bench, 'graph' | 'checked'>,
  { values, read, wanted }: Probe,
  input: InputCell,
  isHeld: Held,
): Moved {
  const watched = graph.watching(input);
  const { slot, cell } = input;
  const held = (at: number) => ({ slot, cell, numbers: holding(input, at, isHeld) });
  return {
    of: (at) => whatIf(graph, values, held(at), wanted, read),
    breaks: (at) =>
      watched.length === 0
        ? undefined
        : whatIf(graph, values, held(at), checked, (changed) => brokenBy(graph, changed, watched)),
  };
}

/**
 * @param allowed ends of what the input may be, in base units
 * @param now what it is at present, in base units; the search begins there
 */
export function reachOf(
  { of, breaks }: Moved,
  { quantity }: InputCell,
  bound: Bound,
  allowed: readonly [low: number, high: number],
  now: number,
): Reach {
  const [low, high] = allowed;
  const [from, start, to] = [low, Math.min(high, Math.max(low, now)), high].map((value) =>
    declared(value, quantity),
  );
  const found = crossingOf({ low: from ?? low, start: start ?? now, high: to ?? high }, of, bound);
  return found.kind === 'crosses' ? { ...found, check: breaks(found.at) } : found;
}
