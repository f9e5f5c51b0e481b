// A run: the numbers of every quantity for every scenario and strategy, in base units.
import type { Plan } from '../compile/index.ts';
import type { Case, Program } from '../resolve/index.ts';
import type { Graph } from './what-if.ts';

export interface CaseRun {
  readonly case: Case;
  /** [slot][cell][year][draw], laid out as the plan's slots say. */
  readonly values: Float64Array;
}

export interface Run {
  /** What the plan was compiled of: names, units and places, for whoever tells of the numbers. */
  readonly program: Program;
  readonly plan: Plan;
  /** Draws that each value has; 1 for a deterministic run. */
  readonly draws: number;
  readonly cases: readonly CaseRun[];
  /** What follows from what, of a deterministic run, made once for all who ask. */
  readonly graph?: Graph | undefined;
}

/** All of a run that does not depend on the case. */
export type Frame = Omit<Run, 'cases' | 'graph'>;

/** Position of the first draw of one quantity's cell and year in a case's values. */
export function position(
  { plan, draws }: Pick<Run, 'plan' | 'draws'>,
  slot: number,
  cell: number,
  time: number,
): number {
  const { offset = 0, times = 1 } = plan.slots[slot] ?? {};
  return (offset + cell * times + (times === 1 ? 0 : time)) * draws;
}
