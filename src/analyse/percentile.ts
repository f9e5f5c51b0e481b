// The draw behind a percentile: of all draws of one number the one nearest in rank, computed alone so that all its numbers are there.
import type { Instruction, Output } from '../compile/index.ts';
import type { Outcome } from '../diagnostics/index.ts';
import { type DrawnFrom, inDeclaredUnit, type Sought } from '../explain/index.ts';
import type { Study } from '../resolve/index.ts';
import { drawAlone, drawValues, planDraws, type Run } from '../simulate/index.ts';
import { BLOCK } from './draws.ts';
import type { DrawSettings } from './solve.ts';

/** The draw that was found, as a run of one case. */
export interface DrawFound {
  readonly run: Run;
  readonly from: DrawnFrom;
}

const ADD: Instruction = { kind: 'operate', operator: '+' };

/** What is asked for as an output: each quantity over its elements, then the quantities, as the pack adds them. */
function outputOf({ groups }: Sought): Output {
  const added = (parts: readonly (readonly Instruction[])[]): readonly Instruction[] =>
    parts.flatMap((part, index) => (index === 0 ? part : [...part, ADD]));
  const code = groups.map((spots) =>
    added(
      spots.map(({ slot, cell, time }): readonly Instruction[] => [
        { kind: 'load', slot, cell, time: { kind: 'fixed', index: time } },
      ]),
    ),
  );
  return { over: 'base', code: added(code) };
}

/**
 * Finds the draw behind a percentile of one number.
 * @param percentile from 0 to 100; between two draws by the share of the way, as everywhere (type 7 of Hyndman and Fan)
 * @returns errors where a number of some draw is not finite
 */
export async function findDraw(
  run: Run,
  study: Study,
  sought: Sought,
  percentile: number,
  { settings, means }: DrawSettings,
): Promise<Outcome<DrawFound>> {
  const drawPlan = planDraws(run.plan, study.cases, settings);
  const outputs = [outputOf(sought)];
  const drawn = await drawValues(run, [sought.each], { ...means, drawPlan, outputs, block: BLOCK });
  if (drawn.value === undefined) return { diagnostics: drawn.diagnostics };
  const values = drawn.value[0]?.[0] ?? new Float64Array();
  const sorted = values.toSorted();
  const at = (percentile / 100) * (sorted.length - 1);
  const told = (number: number): number => inDeclaredUnit(number, sought);
  const of = (rank: number) => {
    const value = sorted[rank] ?? Number.NaN;
    return { draw: values.indexOf(value), number: value };
  };
  const [below, above] = [of(Math.floor(at)), of(Math.ceil(at))];
  const nearest = at - Math.floor(at) <= 0.5 ? below : above;
  const { sampling, seed, total: draws } = drawPlan;
  const from: DrawnFrom = {
    percentile,
    value: told(below.number + (at - Math.floor(at)) * (above.number - below.number)),
    between: [
      { draw: below.draw, value: told(below.number) },
      { draw: above.draw, value: told(above.number) },
    ],
    draw: nearest.draw,
    ...{ draws, seed, sampling },
    alike: sorted[0] === sorted.at(-1),
  };
  const alone = drawAlone(run, sought.each, drawPlan, means.deviates(drawPlan), nearest.draw);
  return { value: { run: { ...run, draws: 1, cases: [alone] }, from }, diagnostics: drawn.diagnostics };
}
