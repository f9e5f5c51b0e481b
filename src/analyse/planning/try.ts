// What the models say of a choice of measures: levers moved, the case computed, and what a plan must keep to read off.
import type { Plan } from '../../compile/index.ts';
import type { Case, PlanMeasure, Planning, Program, Quantity } from '../../resolve/index.ts';
import { brokenBy, centralValues, type Graph, numberAt } from '../../simulate/index.ts';
import { itemTitle } from '../series.ts';
import type { Requirement } from './types.ts';

/** A measure as it is done: since when, and which share of it. */
export interface Done {
  readonly start: number;
  readonly share: number;
}

/** One a measure; undefined for one that is left. */
export type Choice = readonly (Done | undefined)[];

/** One row that a plan must keep to; numbers in base units. */
export interface Demand
  extends Pick<Requirement, 'kind' | 'name' | 'title' | 'quantity' | 'item' | 'year' | 'direction'> {
  readonly bound: number;
  readonly at: (values: Float64Array) => number;
}

/** What a choice comes to, in base units. */
export interface Reading {
  readonly cost: number;
  readonly abated: number;
  /** One a demand. */
  readonly demands: readonly number[];
  /** The check or declared bounds that it breaks. */
  readonly broken: string | undefined;
}

export interface Ground {
  readonly program: Program;
  readonly plan: Plan;
  readonly graph: Graph;
  readonly planning: Planning;
}

const quantityOf = ({ quantities }: Program, name: string): Quantity => {
  const found = quantities.get(name);
  if (found === undefined) throw new Error(`no quantity ${name}`);
  return found;
};

const cellsOf = (plan: Plan, name: string) => {
  const slot = plan.slotOf.get(name) ?? -1;
  return { slot, keys: plan.slots[slot]?.cells ?? [] };
};

/** The sum over the elements of a quantity, in one year or over all of them. */
function summed({ plan, graph }: Ground, name: string, times: readonly number[]) {
  const { slot, keys } = cellsOf(plan, name);
  return (values: Float64Array): number =>
    keys.reduce(
      (sum, _, cell) =>
        times.reduce((subtotal, time) => subtotal + numberAt(graph, values, { slot, cell }, time), sum),
      0,
    );
}

/** Targets in their years; budget and limits in every year from the first start on. */
export function demandsOf(ground: Ground, budget: number | undefined): readonly Demand[] {
  const { program, plan, graph, planning } = ground;
  const cells = (name: string, time: number) => {
    const { slot, keys } = cellsOf(plan, name);
    const { sets } = quantityOf(program, name);
    return keys.map((key, cell) => ({
      item: key.join('; '),
      title: itemTitle(key, sets, program.sets),
      at: (values: Float64Array) => numberAt(graph, values, { slot, cell }, time),
    }));
  };
  const years = plan.years.filter((year) => year >= (planning.starts[0] ?? year));
  const targets = planning.targets.flatMap(({ name, title, quantity, year, direction, goal }) =>
    cells(quantity, plan.years.indexOf(year)).map(({ item, at }): Demand => {
      const named = { name, title, quantity, item, year, direction };
      return { kind: 'target', ...named, bound: goal, at };
    }),
  );
  const limits = planning.limits.flatMap(({ name, title, quantity, direction, bound }) =>
    (quantityOf(program, quantity).over === 'base' ? years.slice(0, 1) : years).flatMap((year) =>
      cells(quantity, plan.years.indexOf(year)).map(
        ({ item, at }): Demand => ({
          kind: 'limit',
          name,
          title,
          quantity,
          item,
          year,
          direction,
          bound,
          at,
        }),
      ),
    ),
  );
  const { quantity = '' } = planning.budget ?? {};
  const spending = budget === undefined ? [] : years;
  return [
    ...targets,
    ...spending.map((year): Demand => {
      const { title } = quantityOf(program, quantity);
      const own = { kind: 'budget', name: 'budget', title, quantity, item: '', year } as const;
      const at = summed(ground, quantity, [plan.years.indexOf(year)]);
      return { ...own, direction: 'at_most', bound: budget ?? 0, at };
    }),
    ...limits,
  ];
}

/** The share of a measure that runs in a year: equal steps from its start until it is complete. */
export const shareIn = (year: number, { start, share }: Done, ramp: number): number =>
  share * Math.min(1, Math.max(0, (year - start + 1) / ramp));

function leversMoved(
  { plan }: Ground,
  { levers, ramp }: PlanMeasure,
  done: Done,
  scenario: string,
): readonly { readonly quantity: string; readonly cell: number; readonly values: readonly number[] }[] {
  return (levers.get(scenario) ?? []).map(({ quantity, cell, without, complete }) => ({
    quantity,
    cell,
    values: without.map((value, time) => {
      const share = shareIn(plan.years[time] ?? 0, done, ramp);
      return share === 0 ? value : value + share * ((complete[time] ?? value) - value);
    }),
  }));
}

/** Computes a case with measures done; nothing of the case itself changes. */
export function tryChoice(ground: Ground, each: Case, demands: readonly Demand[], choice: Choice): Reading {
  const { plan, graph, planning } = ground;
  const moved = planning.measures.flatMap((measure, index) => {
    const done = choice[index];
    return done === undefined ? [] : leversMoved(ground, measure, done, each.scenario.name);
  });
  const inputs = new Map(each.inputs);
  for (const { quantity, cell, values } of moved)
    inputs.set(
      quantity,
      (inputs.get(quantity) ?? []).map((resolved, at) => (at === cell ? { ...resolved, values } : resolved)),
    );
  const values = centralValues(graph, { ...each, inputs });
  const watched = moved.flatMap(({ quantity, cell }) =>
    graph.watching({ slot: plan.slotOf.get(quantity) ?? -1, cell }),
  );
  const all = [...plan.years.keys()];
  const { abated } = planning;
  const over = abated === undefined ? undefined : quantityOf(ground.program, abated).over;
  return {
    cost: summed(ground, planning.cost, [plan.baseIndex])(values),
    abated: abated === undefined ? 0 : summed(ground, abated, over === 'base' ? [0] : all)(values),
    demands: demands.map(({ at }) => at(values)),
    broken: brokenBy(graph, values, [...new Set(watched)]),
  };
}
