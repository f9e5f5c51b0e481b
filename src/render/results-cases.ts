// All rows of results.csv and results.parquet: the paths of every case, and what the pack shows beside them.
import type { Findings } from '../analyse/index.ts';
import { findingSeries } from './results-findings.ts';
import { drawnRows, ownRows, type ResultSeries, sumOf } from './results-rows.ts';

interface Case {
  readonly scenario: string;
  readonly strategy: string;
}

/** By scenario and strategy, in the order in which they come. */
function byCase<Item extends Case>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const cases = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.scenario}\n${item.strategy}`;
    const own = cases.get(key);
    if (own === undefined) cases.set(key, [item]);
    else own.push(item);
  }
  return cases;
}

/**
 * Every row, one list a scenario with a strategy: quantities by element, sums of the headlines, what the draws say of them, and what the
 * pack shows beside; then one list of what is of all scenarios or strategies. No two rows of a list agree in variable, statistic and year.
 */
export function resultCases(findings: Findings): readonly (readonly ResultSeries[])[] {
  const summed = [...new Set(findings.headlines.map(({ quantity }) => quantity))];
  const drawn = byCase(findings.uncertainty?.series ?? []);
  const series = byCase(findings.series);
  const found = byCase(findingSeries(findings));
  const rest = [...found].flatMap(([key, own]) => (series.has(key) ? [] : own));
  return [
    ...[...series].map(([key, own]) => [
      ...own.flatMap(ownRows),
      ...summed.flatMap((name) => sumOf(own.filter(({ quantity }) => quantity === name))),
      ...(drawn.get(key) ?? []).flatMap(drawnRows),
      ...(found.get(key) ?? []),
    ]),
    ...(rest.length === 0 ? [] : [rest]),
  ];
}
