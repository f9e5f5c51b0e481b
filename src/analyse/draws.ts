// Findings of the central case -> findings with what the draws say: distributions, chances, likelihoods of the register, drivers.
import { hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Study } from '../resolve/index.ts';
import { type DrawPlan, type DrawRequest, type Run, simulateDraws } from '../simulate/index.ts';
import { askOf, PERCENTILES, TAIL } from './asked.ts';
import { benchOf } from './bench.ts';
import { withDraws } from './decisions.ts';
import { findDrivers } from './drivers.ts';
import { likelihoodsOf } from './likelihoods.ts';
import { findShifts } from './shifts.ts';
import { spreadsOf } from './signposts.ts';
import type { Findings } from './types.ts';
import { findUncertainty } from './uncertainty.ts';

/** Draws that are computed together: what measured fastest. */
export const BLOCK = 64;
/** Bytes of draws that are kept for exact percentiles; a run of a million draws stays below 400 MB. */
const MEMORY = 256 * 1024 * 1024;

export type DrawMeans = Pick<DrawRequest, 'deviates' | 'workers'>;

/** @returns errors where a number of some draw is not finite */
export async function analyseDraws(
  run: Run,
  study: Study,
  findings: Findings,
  drawPlan: DrawPlan,
  means: DrawMeans,
): Promise<Outcome<Findings>> {
  const asked = askOf(run, study);
  const common = { ...means, drawPlan, block: BLOCK };
  const drawn = await simulateDraws(run, {
    ...common,
    outputs: asked.outputs,
    percentiles: PERCENTILES,
    tail: TAIL,
    memory: MEMORY,
  });
  const summaries = drawn.value;
  if (summaries === undefined || hasErrors(drawn.diagnostics)) return { diagnostics: drawn.diagnostics };
  const drivers = await findDrivers(run, study, drawPlan, findings.sensitivities, common);
  if (drivers.value === undefined) return { diagnostics: drivers.diagnostics };
  const meanOf = (index: number, output: number, time: number) => {
    const found = summaries.cases[index]?.outputs[output]?.[time];
    const { mean = Number.NaN, deviation = Number.NaN } = found ?? {};
    return { mean, error: deviation / Math.sqrt(summaries.draws) };
  };
  const bench = benchOf(run, study);
  const shifts = findShifts(run, study, bench, asked, drawPlan, means.deviates(drawPlan), meanOf);
  const uncertainty = findUncertainty(run, study, {
    asked,
    drawPlan,
    summaries,
    drivers: drivers.value,
    shifts,
  });
  const { register, decisions } = findings;
  const spreadOf = spreadsOf(run, study, drawPlan, means.deviates(drawPlan));
  return {
    value: {
      ...findings,
      uncertainty,
      decisions: decisions && withDraws(decisions, run, study, uncertainty, spreadOf),
      register: register === undefined ? undefined : likelihoodsOf(register, study, uncertainty.register),
    },
    diagnostics: drawn.diagnostics,
  };
}
