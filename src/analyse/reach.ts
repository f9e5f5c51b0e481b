// One input moved on its own until a goal is just met: what it may be, what it must be, and which check would break then.
import type { Quantity } from '../resolve/index.ts';
import { brokenBy, numberAt, type PlanCell, towards, whatIf } from '../simulate/index.ts';
import type { Bench } from './bench.ts';
import { type Bound, type Crossing, crossingOf } from './crossing.ts';
import { inUnit } from './series.ts';
import type { InputCell } from './variations.ts';

/** The number that a goal is about. */
export interface Aim extends Bound {
  readonly cell: PlanCell;
  /** Index of its year. */
  readonly time: number;
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

/**
 * @param values the numbers of the case, see `centralValues`
 * @param behind all that the aim rests on
 * @param allowed ends of what the input may be, in base units
 * @param now what it is at present, in base units; the search begins there
 */
export function reachOf(
  bench: Pick<Bench, 'plan' | 'graph'>,
  values: Float64Array,
  input: InputCell,
  aim: Aim,
  behind: ReadonlySet<number>,
  allowed: readonly [low: number, high: number],
  now: number,
  isHeld: Held,
): Reach {
  const { plan, graph } = bench;
  const follows = graph.after(input);
  const own = towards(follows, behind, plan, [aim.time]);
  const held = (at: number) => ({ ...input, numbers: holding(input, at, isHeld) });
  const of = (at: number): number =>
    whatIf(graph, values, held(at), own, (changed) => numberAt(graph, changed, aim.cell, aim.time));
  const [low, high] = allowed;
  const [from, start, to] = [low, Math.min(high, Math.max(low, now)), high].map((value) =>
    declared(value, input.quantity),
  );
  const found = crossingOf({ low: from ?? low, start: start ?? now, high: to ?? high }, of, aim);
  if (found.kind !== 'crosses') return found;
  const check = whatIf(graph, values, held(found.at), follows, (changed) =>
    brokenBy(graph, changed, follows),
  );
  return { ...found, check };
}
