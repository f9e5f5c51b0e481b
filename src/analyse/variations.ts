// How far each input may be off in a case: to the low and high end of its range, or of what the scenarios say.
import type { Plan } from '../compile/index.ts';
import {
  type Case,
  type InputQuantity,
  type Program,
  type ResolvedCell,
  type Study,
  shifted,
} from '../resolve/index.ts';
import type { PlanCell } from '../simulate/index.ts';

/** An input's cell, what it is in a case and where it stands in the plan. */
export interface InputCell extends PlanCell {
  readonly quantity: InputQuantity;
  readonly resolved: ResolvedCell;
}

/** Its path when it is at the low and at the high end, in base units. */
export interface Variation {
  readonly from: 'range' | 'scenarios';
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export function inputCells(program: Program, plan: Plan, { inputs }: Case): readonly InputCell[] {
  return [...inputs].flatMap(([name, cells]) => {
    const quantity = program.quantities.get(name);
    const slot = plan.slotOf.get(name);
    if (quantity?.kind !== 'input' || slot === undefined) return [];
    return cells.map((resolved, cell): InputCell => ({ quantity, slot, cell, resolved }));
  });
}

/** Undefined for an input that has no range and is the same in every scenario. */
export function variationOf(
  { quantity, cell, resolved }: InputCell,
  plan: Plan,
  study: Study,
  each: Case,
): Variation | undefined {
  const { range } = resolved.origin;
  if (range !== undefined) {
    const [low, high] = range.map((end) => arriveAt(resolved, end, plan, quantity.within));
    return low === undefined || high === undefined ? undefined : { from: 'range', low, high };
  }
  if (quantity.setBy !== 'scenario') return undefined;
  const paths = study.cases
    .filter(({ strategy }) => strategy.name === each.strategy.name)
    .flatMap(({ inputs }) => inputs.get(quantity.name)?.[cell] ?? []);
  const [low = [], high = []] = [Math.min, Math.max].map((end) =>
    resolved.values.map((_, time) => end(...paths.map(({ values }) => values[time] ?? Number.NaN))),
  );
  return low.every((value, time) => value === high[time]) ? undefined : { from: 'scenarios', low, high };
}

/**
 * The path that arrives at `end` in place of its last value. A range beside a path is that of its last value, so the path keeps its
 * shape and its start, the base year or the last one observed or settled, and what lies between moves in proportion; a path that turns
 * on its way is moved as a whole after its start, and a delayed one as the path that it delays. A value that holds for every year is `end` in every year, unless a scenario or a
 * strategy says it: then from the year after its start on, since what has passed does not depend on what comes.
 */
function arriveAt(
  resolved: ResolvedCell,
  end: number,
  plan: Plan,
  within: readonly [number, number] | undefined,
): readonly number[] {
  const { values, observedUntil, settledUntil, origin, delayed } = resolved;
  if (delayed !== undefined) return shifted(arriveAt(delayed.path, end, plan, within), delayed);
  const [lowest, highest] = within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const inside = (value: number): number => Math.min(highest, Math.max(lowest, value));
  if (values.length === 1) return [inside(end)];
  const known = settledUntil ?? observedUntil;
  const start = known === undefined ? plan.baseIndex : plan.years.indexOf(known);
  const [first = 0, last = 0] = [values[start], values.at(-1)];
  const isFact = origin.layer === 'reference' || origin.layer === 'company';
  if (isFact && values.every((value) => value === last)) return values.map(() => inside(end));
  const sign = Math.sign(last - first);
  const isStraight =
    sign !== 0 &&
    values.every((value, time) => time <= start || sign * (value - (values[time - 1] ?? value)) >= 0);
  return values.map((value, time) => {
    if (time <= start) return value;
    return inside(
      isStraight ? first + ((value - first) * (end - first)) / (last - first) : value + end - last,
    );
  });
}
