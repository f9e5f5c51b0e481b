// Two runs -> what changed between them, and how each headline comes from the one to the other.

import type { Case, Quantity } from '../../resolve/index.ts';
import { sameDimension } from '../../units/index.ts';
import {
  type Bench,
  benchOf,
  type CaseBench,
  caseBench,
  combinationsOf,
  groupsBehind,
  MONEY,
  type Reading,
  read,
  STRUCTURE,
} from './combinations.ts';
import { findInputs } from './inputs.ts';
import { type ComparedRun, type Pair, pairRuns, pairsOf, type RunPair } from './pairs.ts';
import { type Combination, type Shares, shares } from './shapley.ts';
import { findStructure } from './structure.ts';
import type { Bridge, BridgeStep, ChangeGroup, Comparison, NamedTitle } from './types.ts';

export type { ComparedRun } from './pairs.ts';
export { MOST_EXACT } from './shapley.ts';
export type * from './types.ts';

interface CasePair {
  readonly old: Case;
  readonly fresh: Case;
  readonly pairs: readonly Pair[];
}

/** What is in both lists by its name, in the order of the later one. */
function shared<Item extends NamedTitle>(
  before: readonly Item[],
  after: readonly Item[],
): readonly NamedTitle[] {
  return after
    .filter(({ name }) => before.some((other) => other.name === name))
    .map(({ name, title }) => ({ name, title }));
}

/**
 * Compares two runs.
 * @param tables whether a table of data differs between them
 */
export function compareRuns(before: ComparedRun, after: ComparedRun, tables: boolean): Comparison {
  const runs = pairRuns(before, after, tables);
  const scenarios = shared(before.study.scenarios, after.study.scenarios);
  const strategies = shared(before.study.strategies, after.study.strategies);
  const find = ({ study }: ComparedRun, scenario: string, strategy: string): Case | undefined =>
    study.cases.find((each) => each.scenario.name === scenario && each.strategy.name === strategy);
  const cases = scenarios.flatMap(({ name: scenario }) =>
    strategies.flatMap(({ name: strategy }): readonly CasePair[] => {
      const [old, fresh] = [find(before, scenario, strategy), find(after, scenario, strategy)];
      return old === undefined || fresh === undefined
        ? []
        : [{ old, fresh, pairs: pairsOf(runs, old, fresh) }];
    }),
  );
  const structure = findStructure(before, after);
  const { short, medium, long } = after.study.horizons;
  const years = [...new Set([short, medium, long])].filter((year) => before.plan.years.includes(year));
  const told = ({ study: { name, company, asOf } }: ComparedRun) => ({ study: name, company, asOf });
  const compared = cases.map(({ fresh, pairs }) => ({
    scenario: fresh.scenario.name,
    strategy: fresh.strategy.name,
    pairs,
  }));
  return {
    before: told(before),
    after: told(after),
    scenarios,
    strategies,
    years,
    inputs: findInputs(compared, runs, scenarios, strategies),
    structure: structure.changes,
    bridges: findBridges(runs, cases, years, structure.computes),
  };
}

interface Headline {
  readonly was: Quantity;
  readonly is: Quantity;
  readonly before: Reading;
  readonly after: Reading;
  /** The years as they are shown. */
  readonly years: readonly number[];
}

/** A headline of either run that both can compute, and where it stands in their plans. */
function headlinesOf({ before, after }: RunPair, years: readonly number[]): readonly Headline[] {
  const names = [...new Set([...after.study.headlines, ...before.study.headlines])];
  return names.flatMap((name): readonly Headline[] => {
    const [was, is] = [before.program.quantities.get(name), after.program.quantities.get(name)];
    if (was === undefined || is === undefined || was.over !== is.over || !sameDimension(was.unit, is.unit))
      return [];
    // The unit of the later run, as the earlier one understands it.
    const known = before.program.units.parse(is.unit.text);
    const factor = known.fault === undefined ? known.unit?.factor : undefined;
    if (factor === undefined) return [];
    const reading = ({ plan }: ComparedRun, one: number): Reading => {
      const slot = plan.slotOf.get(name) ?? -1;
      return {
        cells: (plan.slots[slot]?.cells ?? []).map((_, cell) => ({ slot, cell })),
        times: is.over === 'base' ? [plan.baseIndex] : years.map((year) => plan.years.indexOf(year)),
        factor: one,
      };
    };
    return [
      {
        was,
        is,
        before: reading(before, factor),
        after: reading(after, is.unit.factor),
        years: is.over === 'base' ? [after.study.baseYear] : years,
      },
    ];
  });
}

function findBridges(
  runs: RunPair,
  cases: readonly CasePair[],
  years: readonly number[],
  structural: boolean,
): readonly Bridge[] {
  const benches = { before: benchOf(runs.before), after: benchOf(runs.after) };
  const headlines = headlinesOf(runs, years);
  return cases.flatMap(({ old, fresh, pairs }) => {
    const before = caseBench(benches.before, 'before', old, pairs, runs);
    const after = caseBench(benches.after, 'after', fresh, pairs, runs);
    return headlines.flatMap((headline) =>
      bridgesOf(headline, before, after, structural, benches, fresh, runs),
    );
  });
}

function bridgesOf(
  headline: Headline,
  before: CaseBench,
  after: CaseBench,
  structural: boolean,
  benches: { readonly before: Bench; readonly after: Bench },
  { scenario, strategy }: Case,
  runs: RunPair,
): readonly Bridge[] {
  const was = read(benches.before, before.central, headline.before);
  const is = read(benches.after, after.central, headline.after);
  // In no order of the files: what a bridge says must not depend on it.
  const behind = [
    ...groupsBehind(after, headline.after),
    ...(structural ? groupsBehind(before, headline.before) : []),
  ];
  const swaps = [...new Set(behind)].toSorted();
  const groups = structural ? [...swaps, STRUCTURE] : swaps;
  const fresh = combinationsOf(after, headline.after, swaps);
  const old = structural ? combinationsOf(before, headline.before, swaps) : fresh;
  const combination: Combination = (made) =>
    (structural && made[swaps.length] === 0 ? old : fresh)(made.subarray(0, swaps.length));
  const found = groups.length === 0 ? { amounts: [] } : shares(groups.length, is.length, combination);
  return headline.years.map((year, index): Bridge => {
    const [from, to] = [was[index] ?? Number.NaN, is[index] ?? Number.NaN];
    const difference = to - from;
    return {
      scenario: scenario.name,
      strategy: strategy.name,
      headline: headline.is.name,
      title: headline.is.title,
      unit: headline.is.unit.text,
      year,
      before: from,
      after: to,
      difference,
      ...stepsOf(groups, found, index, difference, runs),
    };
  });
}

function stepsOf(
  groups: readonly string[],
  found: Shares | undefined,
  index: number,
  difference: number,
  runs: RunPair,
): Pick<Bridge, 'steps' | 'method' | 'orders' | 'why'> {
  if (found === undefined) {
    const title = { en: 'All changes together', zh: '全部变动合计' };
    const why = 'some of the changes without the others give no number';
    return { steps: [{ kind: 'all', title, amount: difference }], method: 'together', why };
  }
  const { amounts, errors, orders } = found;
  const steps = groups.map(
    (group, at): BridgeStep => ({
      ...groupOf(group, runs),
      amount: amounts[at]?.[index] ?? Number.NaN,
      ...(errors === undefined ? {} : { error: errors[at]?.[index] ?? Number.NaN }),
    }),
  );
  return {
    steps: steps.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount)),
    method: orders === undefined ? 'exact' : 'sampled',
    ...(orders === undefined ? {} : { orders }),
  };
}

function groupOf(group: string, { before, after }: RunPair): ChangeGroup {
  if (group === STRUCTURE)
    return { kind: 'structure', title: { en: 'Models, sets and years', zh: '模型、集合与年份' } };
  if (group === MONEY)
    return { kind: 'money', title: { en: 'Exchange rates and deflators', zh: '汇率与价格指数' } };
  const quantity = after.program.quantities.get(group) ?? before.program.quantities.get(group);
  return { kind: 'input', quantity: group, title: quantity?.title ?? { en: group, zh: group } };
}
