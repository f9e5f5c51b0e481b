// From a number that the findings name to the spots where the run holds it: what makes it open in the page.

import type { Findings } from '../../analyse/index.ts';
import type { Reading } from './types.ts';

type Graph = Findings['graph'];
type Spot = Reading['spots'][number];

/** Which number: all elements of the quantity unless one is named. */
export interface Wanted {
  readonly quantity: string;
  readonly item?: string | undefined;
  readonly year: number;
}

export const caseOf = ({ cases }: Graph, scenario: string, strategy: string): number =>
  cases.findIndex((one) => one.scenario === scenario && one.strategy === strategy);

/** The first case of the scenarios and strategies named; of all where none is. */
export const anyCaseOf = (
  { cases }: Graph,
  scenarios: readonly string[],
  strategies: readonly string[],
): number =>
  cases.findIndex(
    ({ scenario, strategy }) =>
      (scenarios.length === 0 || scenarios.includes(scenario)) &&
      (strategies.length === 0 || strategies.includes(strategy)),
  );

/** The spots of a number; none where the graph does not hold it. */
export function spotsOf(
  { quantities, years, baseIndex }: Graph,
  { quantity: name, item, year }: Wanted,
): readonly Spot[] {
  const slot = quantities.findIndex((one) => one.name === name);
  const quantity = quantities[slot];
  const time = quantity?.over === 'base' ? 0 : years.indexOf(year);
  if (quantity === undefined || baseIndex < 0 || time < 0) return [];
  return quantity.items.flatMap((id, cell) =>
    item === undefined || item === id ? [{ slot, cell, time }] : [],
  );
}

/** Base units that spots come to together. */
export function sumOf({ quantities, paths }: Graph, each: number, spots: readonly Spot[]): number {
  return spots.reduce((sum, { slot, cell, time }) => {
    const path = paths[quantities[slot]?.values[each]?.[cell] ?? -1] ?? [];
    return sum + (path[path.length === 1 ? 0 : time] ?? Number.NaN);
  }, 0);
}

/** What a sum of spots is called and in which unit it is shown. */
export interface Sum {
  readonly title: string;
  readonly unit: string;
  /** One shown unit in base units. */
  readonly factor: number;
  /** What the findings say it comes to, in shown units. */
  readonly value: number;
}

const SLACK = 1e-9;

/**
 * A number with its spots. A text that the spots do not come to keeps none: better a number that does not open
 * than one that opens on another number.
 */
export function reading(
  graph: Graph,
  text: string,
  each: number,
  spots: readonly Spot[],
  { title, unit, factor, value }: Sum,
): Reading {
  const wanted = value * factor;
  const found = sumOf(graph, each, spots);
  const close = Math.abs(found - wanted) <= SLACK * Math.max(Math.abs(found), Math.abs(wanted));
  if (each < 0 || spots.length === 0 || !close) return { text, each: 0, spots: [] };
  return spots.length === 1 ? { text, each, spots } : { text, each, spots, sum: { title, unit, factor } };
}

/** One declared unit of a quantity in base units. */
export const factorOf = ({ quantities }: Graph, name: string): number =>
  quantities.find((one) => one.name === name)?.factor ?? Number.NaN;
