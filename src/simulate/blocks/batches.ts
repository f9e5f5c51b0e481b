// Which cases are computed together: those of one scenario, since much of what they compute rests on the scenario alone.
import type { Alike, KernelLayout } from '../../compile/index.ts';
import type { DrawnCell, DrawPlan } from '../draws/types.ts';
import { position, type Run } from '../types.ts';
import { GROUP } from './types.ts';

type Groups = readonly (readonly number[])[];

/** The cases of the run, in their order, those of a scenario that follow each other together. */
export function scenariosOf({ cases }: Pick<Run, 'cases'>): Groups {
  const scenarios: number[][] = [];
  cases.forEach(({ case: { scenario } }, index) => {
    if (index > 0 && cases[index - 1]?.case.scenario.name === scenario.name) scenarios.at(-1)?.push(index);
    else scenarios.push([index]);
  });
  return scenarios;
}

/** Cuts scenarios into batches of about the same size, none of more than `most` cases. */
const batchesOf = (scenarios: Groups, most: number): Groups =>
  scenarios.flatMap((group) => {
    const parts = Math.ceil(group.length / Math.min(group.length, most));
    const size = Math.ceil(group.length / parts);
    return Array.from({ length: Math.ceil(group.length / size) }, (_, part) =>
      group.slice(part * size, (part + 1) * size),
    );
  });

/** Batches whose draws are kept at once: one is computed while the one before is put together. */
export const KEPT = 2;
/** What draws may take of the memory that is asked for where several cases are computed together, which is faster. */
const ROOM = 1.5;
const DOUBLE = 8;

export interface Batches {
  /** All cases in their order. */
  readonly batches: Groups;
  /** Cases whose draws are kept at once; none where all are one batch that is streamed. */
  readonly kept: number;
}

/**
 * Cuts the cases into batches that find room in memory.
 * @param scenarios the cases, those of a scenario together
 * @param size draws of the run, numbers of a draw that all cases share, and bytes of memory that were asked for
 */
export function batchesIn(
  scenarios: Groups,
  { common, tileRows }: Pick<KernelLayout, 'common' | 'tileRows'>,
  { draws, moments, memory }: { readonly draws: number; readonly moments: number; readonly memory: number },
): Batches {
  const room = (memory * ROOM) / DOUBLE - draws * moments;
  // A case of few draws takes room for its counts, which are as long as a group of draws.
  const roomOfCase = Math.max(1, tileRows) * Math.max(draws, GROUP);
  const together = common ? Math.max(1, Math.floor(room / roomOfCase / KEPT)) : 1;
  const batches = batchesOf(scenarios, together);
  const cases = scenarios.reduce((sum, { length }) => sum + length, 0);
  return { batches, kept: Math.min(cases, KEPT * Math.max(...batches.map(({ length }) => length))) };
}

/** Tells of a cell that is not computed from draws whether it is bit for bit the same within every scenario, its draws too. */
export function alikeIn(run: Run, drawPlan: DrawPlan, scenarios: Groups): Alike {
  // Where every case stands alone there is nothing to compute once.
  if (scenarios.every(({ length }) => length === 1)) return () => false;
  const placeOf = (cell: Parameters<Alike>[0]): number => position(run, cell.slot, cell.cell, 0);
  const drawn = drawPlan.cases.map((cells) => new Map(cells.map((cell) => [placeOf(cell), cell])));
  const isSame = (start: number, times: number, one: number, other: number): boolean => {
    if (!sameDraws(drawn[one]?.get(start), drawn[other]?.get(start))) return false;
    const [left, right] = [run.cases[one]?.values, run.cases[other]?.values];
    for (let at = start; at < start + times; at++) if (!Object.is(left?.[at], right?.[at])) return false;
    return true;
  };
  const known = new Map<number, boolean>();
  return (cell) => {
    const start = placeOf(cell);
    const before = known.get(start);
    if (before !== undefined) return before;
    const times = run.plan.slots[cell.slot]?.times ?? 1;
    const found = scenarios.every(([first = 0, ...others]) =>
      others.every((other) => isSame(start, times, first, other)),
    );
    known.set(start, found);
    return found;
  };
}

function sameDraws(left: DrawnCell | undefined, right: DrawnCell | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return (
    left.stream === right.stream &&
    left.weights.length === right.weights.length &&
    left.weights.every((weight, index) => Object.is(weight, right.weights[index]))
  );
}
