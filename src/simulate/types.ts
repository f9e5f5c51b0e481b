// A run: the numbers of every quantity for every scenario and strategy, in base units.
import type { Plan } from '../compile/index.ts';
import type { Case } from '../resolve/index.ts';

export interface CaseRun {
  readonly case: Case;
  /** [slot][cell][year][draw], laid out as the plan's slots say. */
  readonly values: Float64Array;
}

export interface Run {
  readonly plan: Plan;
  readonly cases: readonly CaseRun[];
}

/** Position of the first draw of one quantity's cell and year in a case's values. */
export function position(plan: Plan, slot: number, cell: number, time: number): number {
  const { offset = 0, times = 1 } = plan.slots[slot] ?? {};
  return (offset + cell * times + (times === 1 ? 0 : time)) * plan.draws;
}
