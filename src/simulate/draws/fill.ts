// The inputs of one case for every draw: central values, and the deviations laid upon them. Plain and slow, to hold faster ways against.
import type { Case } from '../../resolve/index.ts';
import { type Frame, position } from '../types.ts';
import type { Deviates, DrawnCell, DrawPlan } from './types.ts';

/** The draws of one case; without them every draw is the central case. */
export interface Drawn {
  readonly plan: DrawPlan;
  readonly deviates: Deviates;
  readonly cells: readonly DrawnCell[];
}

/** Writes the values of all inputs of a case into `values`, laid out as the plan's slots say. */
export function fillInputs(
  frame: Pick<Frame, 'plan' | 'draws'>,
  each: Case,
  values: Float64Array,
  drawn?: Drawn,
): void {
  const { plan, draws } = frame;
  for (const [name, cells] of each.inputs) {
    const slot = plan.slotOf.get(name);
    if (slot === undefined) continue;
    for (const [cell, { values: numbers }] of cells.entries())
      for (const [time, number] of numbers.entries()) {
        const from = position(frame, slot, cell, time);
        values.fill(number, from, from + draws);
      }
  }
  for (const { slot, cell, stream, weights } of drawn?.cells ?? []) {
    const moments = drawn?.plan.streams[stream]?.moments.length ?? 1;
    const deviations = new Float64Array(moments * draws);
    drawn?.deviates(stream, 0, draws, deviations, 0, draws);
    for (const [time, weight] of weights.entries()) {
      const from = position(frame, slot, cell, time);
      const moment = moments === 1 ? 0 : time * draws;
      for (let draw = 0; draw < draws; draw++)
        values[from + draw] = (values[from + draw] ?? 0) + weight * (deviations[moment + draw] ?? 0);
    }
  }
}
