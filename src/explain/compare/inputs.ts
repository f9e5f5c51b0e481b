// Every input that is not the same in two runs: old and new, who says so on each side, where in the files.

import type { MoneyRow, Program } from '../../resolve/index.ts';
import { givenBy } from '../given.ts';
import { titleOf } from '../graph.ts';
import { groundFrom } from '../grounds.ts';
import { groundIn } from '../walk.ts';
import {
  type ComparedRun,
  changedYears,
  isComparable,
  movesWithRates,
  type Pair,
  type PairedCell,
  type RunPair,
} from './pairs.ts';
import type { InputChange, InputState, NamedTitle, YearValue } from './types.ts';

/** One scenario and strategy with all inputs of both runs. */
export interface ComparedCase {
  readonly scenario: string;
  readonly strategy: string;
  readonly pairs: readonly Pair[];
}

type Change = Omit<InputChange, 'scenarios' | 'strategies'>;

const COMMAND_LINE = 'command line';

const isOverride = (file: string): boolean => file.startsWith('--set ');

/** Values in the unit that the run declares; one alone where all years of the run have it. */
function valuesOf(
  { quantity, resolved }: PairedCell,
  { plan }: ComparedRun,
  years: readonly number[],
): readonly YearValue[] {
  const { factor } = quantity.unit;
  const shown = (value: number | undefined): number =>
    Number(((value ?? Number.NaN) / factor).toPrecision(14));
  const { values } = resolved;
  if (values.every((value) => value === values[0])) return [{ value: shown(values[0]) }];
  return years.map((year) => ({ year, value: shown(values[plan.years.indexOf(year)]) }));
}

/** @param years those that differ, by the first of which is told who says so */
function stateOf(paired: PairedCell, run: ComparedRun, years: readonly number[]): InputState {
  const { program, placeOf } = run;
  const { origin } = paired.resolved;
  const given = givenBy(paired.resolved, program, placeOf);
  const { exceptions: _, later: __, ...rest } = given;
  const [first = run.study.baseYear] = years;
  const exception = origin.exceptions?.find(({ year }) => year === first);
  const at = exception === undefined ? rest.at : placeOf(exception.provenance.span);
  return {
    ...rest,
    at,
    ground: groundIn(given, first),
    values: valuesOf(paired, run, years),
    unit: paired.quantity.unit.text,
    // A file that says `spread: none` and one that says nothing draw alike.
    spread: paired.resolved.spread === undefined ? undefined : origin.spread?.written,
    overridden: origin.layer === COMMAND_LINE || isOverride(at.file),
  };
}

function changeOf(pair: Pair, runs: RunPair, program: Program): Change | undefined {
  const { before: was, after: is, name, key } = pair;
  const known = is ?? was;
  if (known === undefined) return undefined;
  const both = isComparable(pair);
  const years = both
    ? changedYears(pair, runs)
    : known.quantity.over === 'base'
      ? []
      : [runs.after.study.horizons.medium];
  const moved = both && years.length > 0 && !movesWithRates(pair, runs);
  const before = was && stateOf(was, runs.before, years);
  const after = is && stateOf(is, runs.after, years);
  const same = (of: (state: InputState) => unknown): boolean =>
    before === undefined || after === undefined || JSON.stringify(of(before)) === JSON.stringify(of(after));
  const differs: Change['differs'] = [
    ...(moved || !both ? (['value'] as const) : []),
    ...(same(({ range }) => range) ? [] : (['range'] as const)),
    ...(same(({ spread }) => spread) ? [] : (['spread'] as const)),
    ...(same(({ ground, proxy }) => [ground, proxy]) ? [] : (['source'] as const)),
  ];
  if (differs.length === 0) return undefined;
  return {
    quantity: name,
    title: known.quantity.title,
    item: key.join('; '),
    itemTitle: titleOf(key, known.quantity.sets, program.sets),
    differs,
    before,
    after,
  };
}

/** Changes that are the same in several cases are told once. */
export function findInputs(
  cases: readonly ComparedCase[],
  runs: RunPair,
  scenarios: readonly NamedTitle[],
  strategies: readonly NamedTitle[],
): readonly InputChange[] {
  const found = new Map<string, { readonly change: Change; readonly cases: ComparedCase[] }>();
  for (const each of cases)
    for (const pair of each.pairs) {
      const change = changeOf(pair, runs, (pair.after ? runs.after : runs.before).program);
      if (change === undefined) continue;
      const id = JSON.stringify(change);
      const entry = found.get(id) ?? { change, cases: [] };
      entry.cases.push(each);
      found.set(id, entry);
    }
  const some = (all: readonly NamedTitle[], own: readonly string[]): readonly string[] => {
    const distinct = [...new Set(own)];
    return distinct.length === all.length ? [] : distinct;
  };
  return [
    ...moneyChanges(runs),
    ...[...found.values()].map(({ change, cases: own }) => ({
      ...change,
      scenarios: some(
        scenarios,
        own.map(({ scenario }) => scenario),
      ),
      strategies: some(
        strategies,
        own.map(({ strategy }) => strategy),
      ),
    })),
  ];
}

/** Exchange rates and deflators, which every amount of money in another currency or price year rests on. */
function moneyChanges({ before, after }: RunPair): readonly InputChange[] {
  const rowsOf = ({ study }: ComparedRun) => new Map(study.money.map((row) => [row.name, row]));
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const state = (row: MoneyRow | undefined, { program, placeOf }: ComparedRun): InputState | undefined =>
    row && {
      written: String(row.value),
      at: placeOf(row.span),
      layer: 'reference',
      ground: row.provenance && groundFrom(row.provenance, program),
      note: row.note,
      range: row.range,
      replaces: [],
      values: [{ value: row.value }],
      unit: row.unit,
      overridden: false,
    };
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name): readonly InputChange[] => {
    const [old, fresh] = [was.get(name), is.get(name)];
    const differs: InputChange['differs'] = [
      ...(old?.value === fresh?.value ? [] : (['value'] as const)),
      ...(old === undefined || fresh === undefined || old.range === fresh.range ? [] : (['range'] as const)),
    ];
    if (differs.length === 0) return [];
    const none = { en: '', zh: '' };
    const [before_, after_] = [state(old, before), state(fresh, after)];
    const shared = {
      quantity: name,
      title: (fresh ?? old)?.title ?? { en: name, zh: name },
      item: '',
      itemTitle: none,
      scenarios: [],
      strategies: [],
    };
    return [{ ...shared, differs, before: before_, after: after_ }];
  });
}
