// Plan -> Run: every scenario and strategy computed, block by block, year by year.

import type { Plan } from '../compile/index.ts';
import { hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Case, Program } from '../resolve/index.ts';
import { type Drawn, fillInputs } from './draws/fill.ts';
import { brokenConditions, notFinite } from './faults.ts';
import { execute } from './machine.ts';
import { type CaseRun, type Frame, position, type Run } from './types.ts';

export { deviates } from './draws/deviates.ts';
export { planDraws } from './draws/plan.ts';
export type * from './draws/types.ts';
export { checkExamples } from './examples.ts';
export { interpret } from './interpreter.ts';
export * from './types.ts';
export * from './what-if.ts';

/**
 * Runs every case of a plan; a number that is not finite stops the run with its quantity, element and year.
 * @param program what the plan was compiled of
 * @param draws how many draws each value has; 1 for a deterministic run
 */
export function simulate(program: Program, plan: Plan, cases: readonly Case[], draws: number): Outcome<Run> {
  const frame = { program, plan, draws };
  const runs = cases.map((each) => runCase(frame, each));
  const infinite = runs.flatMap((run) => notFinite(frame, run));
  const diagnostics = hasErrors(infinite) ? infinite : runs.flatMap((run) => brokenConditions(frame, run));
  return hasErrors(diagnostics) ? { diagnostics } : { value: { ...frame, cases: runs }, diagnostics };
}

/**
 * One case, formula by formula over all draws: the plain way, which faster ways are held against.
 * @param drawn its draws; without them every draw is the central case
 */
export function runCase(frame: Frame, each: Case, drawn?: Drawn): CaseRun {
  const { plan, draws } = frame;
  const values = new Float64Array(plan.size * draws);
  fillInputs(frame, each, values, drawn);
  const result = new Float64Array(draws);
  for (const { over, steps } of plan.blocks)
    for (let time = 0; time < (over === 'base' ? 1 : plan.years.length); time++)
      for (const { slot, cell, code, first, firstYears } of steps) {
        execute(
          first !== undefined && time < firstYears ? first : code,
          frame,
          values,
          over === 'base' ? plan.baseIndex : time,
          result,
        );
        values.set(result, position(frame, slot, cell, time));
      }
  return { case: each, values };
}
