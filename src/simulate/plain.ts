// One case the plain way: formula by formula, over all draws at once.
import type { Case } from '../resolve/index.ts';
import { type Drawn, fillInputs } from './draws/fill.ts';
import { execute } from './machine.ts';
import { type CaseRun, type Frame, position } from './types.ts';

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
