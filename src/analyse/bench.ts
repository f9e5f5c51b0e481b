// Where single inputs are moved: the numbers of every case, what follows from what, and what is read off.
import type { Plan } from '../compile/index.ts';
import type { Case, Program, Study } from '../resolve/index.ts';
import {
  type Consequences,
  type Graph,
  graphOf,
  numberAt,
  type PlanCell,
  type Run,
  towards,
} from '../simulate/index.ts';
import { inUnit } from './series.ts';
import type { Title } from './types.ts';

/** A headline in one year; a quantity over base has the base year alone. */
export interface Reading {
  readonly headline: string;
  readonly title: Title;
  readonly unit: string;
  readonly year: number;
  /** Index of the year among those of the study. */
  readonly time: number;
  /** Summed over its elements, in base units. */
  readonly value: (values: Float64Array) => number;
  /** A number in base units in the headline's declared unit. */
  readonly shown: (value: number) => number;
  /** True for a cell that the headline rests on. */
  readonly restsOn: (cell: PlanCell) => boolean;
}

export interface Bench {
  readonly program: Program;
  readonly plan: Plan;
  readonly study: Study;
  readonly graph: Graph;
  readonly cases: readonly { readonly case: Case; readonly values: Float64Array }[];
  readonly readings: readonly Reading[];
  /** Of what follows from a change, all that the readings rest on: the rest need not be computed. */
  readonly towardsReadings: (cell: PlanCell, times: readonly number[]) => Consequences;
  /** Of what follows from a change, all that checks and declared bounds rest on. */
  readonly towardsChecks: (cell: PlanCell) => Consequences;
}

/** @param run a run without draws */
export function benchOf({ program, plan, cases, graph = graphOf(plan) }: Run, study: Study): Bench {
  return {
    program,
    plan,
    study,
    graph,
    // A copy, since what is moved here is moved back, but not at once.
    cases: cases.map((each) => ({ case: each.case, values: each.values.slice() })),
    readings: study.headlines.flatMap((name) => readingsOf(name, program, plan, study, graph)),
    towardsReadings: followers(graph, graph.behind(study.headlines.flatMap((name) => cellsIn(plan, name)))),
    towardsChecks: followers(graph, graph.checked),
  };
}

/** What follows towards these cells is asked of the same inputs in case after case. */
function followers(
  graph: Graph,
  ids: ReadonlySet<number>,
): (cell: PlanCell, times?: readonly number[]) => Consequences {
  const known = new Map<string, Consequences>();
  return (cell, times) => {
    const key = `${graph.id(cell)} ${times?.join()}`;
    const found = known.get(key) ?? towards(graph.after(cell), ids, graph.plan, times);
    known.set(key, found);
    return found;
  };
}

/** Indices of the years that readings look at, rising. */
export const timesOf = (readings: readonly Reading[]): readonly number[] =>
  [...new Set(readings.map(({ time }) => time))].toSorted((left, right) => left - right);

/** All elements of a quantity. */
export function cellsIn(plan: Plan, name: string): readonly PlanCell[] {
  const slot = plan.slotOf.get(name);
  return slot === undefined ? [] : (plan.slots[slot]?.cells ?? []).map((_, cell) => ({ slot, cell }));
}

function readingsOf(
  name: string,
  program: Program,
  plan: Plan,
  study: Study,
  graph: Graph,
): readonly Reading[] {
  const quantity = program.quantities.get(name);
  if (quantity === undefined) return [];
  const cells = cellsIn(plan, name);
  const behind = graph.behind(cells);
  const { short, medium, long } = study.horizons;
  const years = quantity.over === 'base' ? [study.baseYear] : [...new Set([short, medium, long])];
  return years.map((year): Reading => {
    const time = plan.years.indexOf(year);
    return {
      headline: name,
      title: quantity.title,
      unit: quantity.unit.text,
      year,
      time,
      value: (values) => cells.reduce((sum, cell) => sum + numberAt(graph, values, cell, time), 0),
      shown: (value) => inUnit(value, quantity),
      restsOn: (cell) => behind.has(graph.id(cell)),
    };
  });
}
