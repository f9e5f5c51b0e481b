// A headline computed with some changes made and others not: inputs are swapped in a plan that stays as it is, and only what follows from
// them is computed again.

import type { Case } from '../../resolve/index.ts';
import {
  centralValues,
  type Graph,
  graphOf,
  numberAt,
  type PlanCell,
  recompute,
  wantedFor,
} from '../../simulate/index.ts';
import {
  type ComparedRun,
  changedYears,
  movesWithRates,
  type Numbers,
  numbersIn,
  type Pair,
  type RunPair,
} from './pairs.ts';
import type { Combination } from './shapley.ts';
import type { Side } from './types.ts';

/** Names of groups that no input can have. */
export const STRUCTURE = 'the structure';
export const MONEY = 'the rates';

/** An input that changes with groups: with its own, with that of the rates, or with both. */
interface Swap extends PlanCell {
  readonly own: string | undefined;
  readonly rates: boolean;
  readonly numbers: Numbers;
}

/** A run made ready: what follows from what, kept for all cases. */
export interface Bench {
  readonly run: ComparedRun;
  readonly graph: Graph;
}

export const benchOf = (run: ComparedRun): Bench => ({ run, graph: graphOf(run.plan) });

/** One scenario and strategy of one run: its numbers, and the inputs that the other run has otherwise. */
export interface CaseBench {
  readonly bench: Bench;
  readonly side: Side;
  readonly central: Float64Array;
  readonly swaps: readonly Swap[];
}

export function caseBench(
  bench: Bench,
  side: Side,
  each: Case,
  pairs: readonly Pair[],
  runs: RunPair,
): CaseBench {
  const { plan } = bench.run;
  const swaps = pairs.flatMap((pair): readonly Swap[] => {
    const slot = plan.slotOf.get(pair.name);
    const cell = pair[side]?.cell;
    if (slot === undefined || cell === undefined) return [];
    const numbers = numbersIn(side, pair, runs);
    const own = changedYears(pair, runs).length > 0 && !movesWithRates(pair, runs) ? pair.name : undefined;
    const rates =
      runs.rates && numbers(side, 'before').some((number, at) => number !== numbers(side, 'after')[at]);
    if (own === undefined && !rates) return [];
    return [{ slot, cell, own, rates, numbers }];
  });
  return { bench, side, central: centralValues(bench.graph, each), swaps };
}

/** What is read off: the cells of a headline in some years. */
export interface Reading {
  readonly cells: readonly PlanCell[];
  /** Indices among the years of the run. */
  readonly times: readonly number[];
  /** One shown unit in base units of the run. */
  readonly factor: number;
}

const groupsOf = ({ own, rates }: Swap): readonly string[] => [
  ...(own === undefined ? [] : [own]),
  ...(rates ? [MONEY] : []),
];

/** The groups of changes that a reading rests on. */
export function groupsBehind({ bench: { graph }, swaps }: CaseBench, { cells }: Reading): readonly string[] {
  const behind = graph.behind(cells);
  return [...new Set(swaps.filter((swap) => behind.has(graph.id(swap))).flatMap(groupsOf))];
}

export const read = ({ graph }: Bench, values: Float64Array, { cells, times, factor }: Reading) =>
  times.map((time) => cells.reduce((sum, cell) => sum + numberAt(graph, values, cell, time), 0) / factor);

/**
 * The reading for every combination of changes.
 * @param groups those that may be made; an input of any other group stays as its own run has it
 */
export function combinationsOf(
  { bench, side, central, swaps }: CaseBench,
  reading: Reading,
  groups: readonly string[],
): Combination {
  const { graph } = bench;
  const values = central.slice();
  const behind = graph.behind(reading.cells);
  const touched = swaps.filter((swap) => behind.has(graph.id(swap)));
  const of = groups.map((group) => touched.filter((swap) => groupsOf(swap).includes(group)));
  const wanted = wantedFor(
    graph,
    reading.cells.flatMap((cell) => reading.times.map((time) => ({ ...cell, time }))),
  );
  const now = new Uint8Array(groups.length).fill(side === 'after' ? 1 : 0);
  const sideOf = (group: string | undefined): Side => {
    const index = group === undefined ? -1 : groups.indexOf(group);
    return index < 0 ? side : now[index] === 1 ? 'after' : 'before';
  };
  return (made) => {
    const changed = groups.flatMap((_, index) => (now[index] === made[index] ? [] : [index]));
    now.set(made);
    const changes = changed.flatMap((index) =>
      (of[index] ?? []).map(({ slot, cell, own, numbers }) => ({
        slot,
        cell,
        numbers: numbers(sideOf(own), sideOf(MONEY)),
      })),
    );
    recompute(graph, values, changes, wanted);
    return read(bench, values, reading);
  };
}
