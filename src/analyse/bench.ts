// Where single inputs are moved: the numbers of every case, what follows from what, and what is read off.
import type { Plan } from '../compile/index.ts';
import type { Case, Program, Study } from '../resolve/index.ts';
import {
  type Graph,
  graphOf,
  numberAt,
  type PlanCell,
  type PlanSpot,
  type Run,
  type Wanted,
  wantedFor,
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
  /** What it sums. */
  readonly spots: readonly PlanSpot[];
  /** Summed over its elements, in base units. */
  readonly value: (values: Float64Array) => number;
  /** A number in base units in the headline's declared unit. */
  readonly shown: (value: number) => number;
  /** All that the headline rests on, as ids. */
  readonly behind: ReadonlySet<number>;
}

export interface Bench {
  readonly program: Program;
  readonly plan: Plan;
  readonly study: Study;
  readonly graph: Graph;
  readonly cases: readonly { readonly case: Case; readonly values: Float64Array }[];
  readonly readings: readonly Reading[];
  /** All that checks and declared bounds rest on. */
  readonly checked: Wanted;
  /** The readings that rest on a cell, as they stand among all. */
  readonly restingOn: (cell: PlanCell) => readonly Reading[];
}

/** @param run a run without draws */
export function benchOf({ program, plan, cases, graph = graphOf(plan) }: Run, study: Study): Bench {
  const readings = study.headlines.flatMap((name) => readingsOf(name, program, plan, study, graph));
  // The same inputs are looked at in case after case.
  const resting = new Map<number, readonly Reading[]>();
  return {
    program,
    plan,
    study,
    graph,
    // A copy, since what is moved here is moved back, but not at once.
    cases: cases.map((each) => ({ case: each.case, values: each.values.slice() })),
    readings,
    checked: wantedFor(graph, [], graph.watched),
    restingOn: (cell) => {
      const id = graph.id(cell);
      const found = resting.get(id) ?? readings.filter(({ behind }) => behind.has(id));
      resting.set(id, found);
      return found;
    },
  };
}

/** What readings look at. */
export const spotsOf = (readings: readonly Reading[]): readonly PlanSpot[] =>
  readings.flatMap(({ spots }) => spots);

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
      spots: cells.map((cell) => ({ ...cell, time })),
      value: (values) => cells.reduce((sum, cell) => sum + numberAt(graph, values, cell, time), 0),
      shown: (value) => inUnit(value, quantity),
      behind,
    };
  });
}
