// Plan -> Run: every scenario and strategy computed, block by block, year by year.

import type { Plan } from '../compile/index.ts';
import { hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Case, Program } from '../resolve/index.ts';
import { brokenConditions, notFinite } from './faults.ts';
import { runCase } from './plain.ts';
import type { CaseRun, Run } from './types.ts';
import { brokenBy, centralValues, graphOf } from './what-if.ts';

export * from './blocks/index.ts';
export { deviates } from './draws/deviates.ts';
export { planDraws } from './draws/plan.ts';
export { swapDraws } from './draws/swaps.ts';
export type * from './draws/types.ts';
export { checkExamples } from './examples.ts';
export { interpret } from './interpreter.ts';
export { runCase } from './plain.ts';
export * from './types.ts';
export * from './what-if.ts';

/**
 * Runs every case of a plan; a number that is not finite stops the run with its quantity, element and year.
 * @param program what the plan was compiled of
 * @param draws how many draws each value has; 1 for a deterministic run
 */
export function simulate(program: Program, plan: Plan, cases: readonly Case[], draws: number): Outcome<Run> {
  const frame = { program, plan, draws };
  // One number at a time is quicker where each quantity has one number only.
  const graph = draws === 1 ? graphOf(plan) : undefined;
  const runs = cases.map((each) =>
    graph === undefined ? runCase(frame, each) : { case: each, values: centralValues(graph, each) },
  );
  const infinite = runs.flatMap((run) => notFinite(frame, run));
  // Whether anything is broken is quicker to say than where.
  const holds = ({ values }: CaseRun): boolean =>
    graph !== undefined && brokenBy(graph, values, graph.watched) === undefined;
  const diagnostics = hasErrors(infinite)
    ? infinite
    : runs.flatMap((run) => (holds(run) ? [] : brokenConditions(frame, run)));
  return hasErrors(diagnostics) ? { diagnostics } : { value: { ...frame, cases: runs, graph }, diagnostics };
}
