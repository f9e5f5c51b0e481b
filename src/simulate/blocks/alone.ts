// One draw on its own, the plain way: where a block of draws has a number that is not finite, this tells which and why.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Deviates, DrawPlan } from '../draws/types.ts';
import { notFinite } from '../faults.ts';
import { runCase } from '../plain.ts';
import type { Run } from '../types.ts';

/** The first number of a draw that is not finite, as an error; none if all are. */
export function firstFault(
  run: Run,
  index: number,
  drawPlan: DrawPlan,
  deviates: Deviates,
  draw: number,
): readonly Diagnostic[] {
  const each = run.cases[index];
  if (each === undefined) return [];
  const alone: Deviates = (stream, from, ...rest) => deviates(stream, draw + from, ...rest);
  const cells = drawPlan.cases[index] ?? [];
  const found = runCase({ ...run, draws: 1 }, each.case, { plan: drawPlan, deviates: alone, cells });
  return notFinite(run, found).map((fault) => ({ ...fault, notes: [...fault.notes, `draw ${draw}`] }));
}
