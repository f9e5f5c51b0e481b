// The count of cells: each that could hold a value is kept, empty or filtered, and nothing else.
import { type Codelists, spelledIn } from './codelists.ts';
import { remembering } from './remember.ts';
import { withoutVersion } from './spelling.ts';
import type { Counted, Counts, Filter, Imported } from './types.ts';

export interface Ledger {
  /** Enters cells of a row, which scenario and variable they belong to, and what leaves them out if they are filtered. */
  readonly enter: (names: RowNames, what: keyof Counts, times: number, by?: Filter | 'where') => void;
  readonly total: () => Counted;
  readonly filteredBy: () => Imported['filteredBy'];
  readonly scenarios: () => readonly Counted[];
  readonly variables: () => readonly Counted[];
}

interface RowNames {
  readonly scenario: string;
  readonly variable: string;
}

const listed = (counts: ReadonlyMap<string, Counts>): readonly Counted[] =>
  [...counts].map(([name, found]) => ({ name, ...found }));

export function openLedger(codelists: Codelists): Ledger {
  const none = (): Counts => ({ kept: 0, empty: 0, filtered: 0 });
  const total = none();
  const filteredBy = { variable: 0, region: 0, scenario: 0, model: 0, where: 0 };
  const [scenarios, variables] = [new Map<string, Counts>(), new Map<string, Counts>()];
  // Rows that are left out count under the same name as those that are kept.
  const scenarioOf = remembering((name) => spelledIn(codelists, 'scenario', name) ?? withoutVersion(name));
  const variableOf = remembering((name) => spelledIn(codelists, 'variable', name) ?? name);
  const add = (counts: Map<string, Counts>, name: string, what: keyof Counts, times: number): void => {
    const found = counts.get(name) ?? none();
    found[what] += times;
    counts.set(name, found);
  };
  return {
    enter: ({ scenario, variable }, what, times, by) => {
      total[what] += times;
      if (by !== undefined) filteredBy[by] += times;
      add(scenarios, scenarioOf(scenario), what, times);
      add(variables, variableOf(variable), what, times);
    },
    total: () => ({ name: 'all', ...total }),
    filteredBy: () => filteredBy,
    scenarios: () => listed(scenarios),
    variables: () => listed(variables),
  };
}
