// Numbers that no formula computes and a pack shows: what a row of the register comes to, and the sum over the elements of a quantity.

import type { Program } from '../resolve/index.ts';
import type { Explained, ExplanationGraph, GraphSum, PlaceOf, Spot } from './types.ts';
import { idOf, inDeclaredUnit, valueAt } from './walk.ts';

/** How a question names all elements of a quantity together. */
export const ALL = 'all';

/** The rows of the register that are quantified: `register.carbon` is the sum of what drives the row. */
export function registerSums({ study, quantities }: Program, placeOf: PlaceOf): readonly GraphSum[] {
  const { register } = study ?? {};
  const unit = quantities.get(register?.impactOf ?? '')?.unit;
  if (study === undefined || register === undefined || unit === undefined) return [];
  return register.rows
    .filter(({ drivenBy }) => drivenBy.length > 0)
    .map(({ name, title, event, drivenBy, horizon, span }) => ({
      name: `register.${name}`,
      title,
      about: event,
      quantities: drivenBy,
      year: study.horizons[horizon],
      unit: unit.text,
      factor: unit.factor,
      at: placeOf(span),
    }));
}

/** The numbers that a sum adds, those of each quantity together. */
export function spotsOf(
  { quantities, years }: ExplanationGraph,
  { quantities: names }: Pick<GraphSum, 'quantities'>,
  year: number,
): readonly (readonly Spot[])[] {
  return names.map((name) => {
    const slot = quantities.findIndex((one) => one.name === name);
    const time = quantities[slot]?.over === 'base' ? 0 : years.indexOf(year);
    return (quantities[slot]?.items ?? []).map((_, cell) => ({ slot, cell, time }));
  });
}

/** The sum itself, as a number with what it adds for its operands. */
export function explainedSum(graph: ExplanationGraph, each: number, sum: GraphSum, year: number): Explained {
  const groups = spotsOf(graph, sum, year);
  // Elements first, then quantities: the order in which the pack adds them.
  const inBaseUnits = groups.reduce(
    (total, spots) => total + spots.reduce((part, spot) => part + valueAt(graph, each, spot), 0),
    0,
  );
  const formula = sum.quantities.map((name) => {
    const sets = graph.quantities.find((one) => one.name === name)?.sets ?? [];
    return sets.length === 0 ? name : `sum(${[name, ...sets].join(', ')})`;
  });
  return {
    quantity: sum.name,
    title: sum.title,
    about: sum.about,
    item: '',
    year,
    value: inDeclaredUnit(inBaseUnits, sum),
    unit: sum.unit,
    inBaseUnits,
    computed: { formula: formula.join(' + '), at: sum.at },
    operands: groups.flat().map((spot) => idOf(graph, spot)),
  };
}
