// One draw on its own, the plain way: to explain it, and where a block of draws has a number that is not finite, to tell which and why.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Deviates, DrawPlan } from '../draws/types.ts';
import { notFinite } from '../faults.ts';
import { runCase } from '../plain.ts';
import type { CaseRun, Run } from '../types.ts';
import type { DrawRequest } from './index.ts';

/** One draw of a case with all of its numbers: the same bits as the block has in which it is computed with others. */
export function drawAlone(
  run: Run,
  index: number,
  drawPlan: DrawPlan,
  deviates: Deviates,
  draw: number,
): CaseRun {
  const each = run.cases[index];
  if (each === undefined) throw new Error(`no case ${index}`);
  const alone: Deviates = (stream, from, ...rest) => deviates(stream, draw + from, ...rest);
  const cells = drawPlan.cases[index] ?? [];
  return runCase({ ...run, draws: 1 }, each.case, { plan: drawPlan, deviates: alone, cells });
}

/** The first number of a draw that is not finite, as an error; none if all are. */
function firstFault(
  run: Run,
  index: number,
  drawPlan: DrawPlan,
  deviates: Deviates,
  draw: number,
): readonly Diagnostic[] {
  const found = drawAlone(run, index, drawPlan, deviates, draw);
  return notFinite(run, found).map((fault) => ({ ...fault, notes: [...fault.notes, `draw ${draw}`] }));
}

/**
 * What is wrong with the first draw that has a number which is not finite, of the first case that has one; nothing if it was a false
 * alarm.
 */
export function faultsOf(
  run: Run,
  { drawPlan, deviates, block }: Pick<DrawRequest, 'drawPlan' | 'deviates' | 'block'>,
  failed: readonly (readonly number[])[],
): readonly Diagnostic[] {
  if (failed.every(({ length }) => length === 0)) return [];
  const drawn = deviates(drawPlan);
  for (const [index, starts] of failed.entries())
    for (const start of starts.toSorted((left, right) => left - right))
      for (let draw = start; draw < Math.min(start + block, drawPlan.total); draw++) {
        const found = firstFault(run, index, drawPlan, drawn, draw);
        if (found.length > 0) return found;
      }
  return [];
}
