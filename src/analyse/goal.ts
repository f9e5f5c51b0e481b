// A goal of the command line held against a run: the cases that are asked for, the goal's numbers in the plan, and in its draws.
import type { Instruction, Output, Plan } from '../compile/index.ts';
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Fold, Goal, GoalSide, Program, Study } from '../resolve/index.ts';
import { type Graph, numberAt, type PlanCell, type Run } from '../simulate/index.ts';
import { type Bound, meetsBound } from './crossing.ts';
import type { GoalChance, GoalFinding, SideFinding } from './goal-types.ts';
import { inUnit, itemTitle } from './series.ts';

/** Which cases are asked for; all of them where neither is named. */
export interface Narrowed {
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
}

/** A case that a goal is asked of, as an index among all, and the one that its number is held against; the same in most goals. */
export interface GoalCase {
  readonly index: number;
  readonly other: number;
}

/** The cases that are asked for; a name that is not there is told what there is. */
export function casesOf(
  run: Run,
  study: Study,
  narrowed: Narrowed,
  { left, against }: Goal,
): { readonly cases: readonly GoalCase[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const choose = (what: 'scenario' | 'strategy', all: readonly string[]): readonly string[] => {
    const asked = narrowed[what];
    if (asked === undefined) return all;
    const found = all.filter((name) => name.toLowerCase() === asked.toLowerCase());
    const span = { file: `--${what}`, from: 0, to: asked.length };
    if (found.length === 0)
      diagnostics.push(
        error(`goal/${what}`, `there is no ${what} ${asked}`, span, {
          help: didYouMean(asked, all) ?? `there are ${all.join(', ')}`,
        }),
      );
    else if (what === 'strategy' && left.strategy !== undefined && left.strategy !== found[0])
      diagnostics.push(
        error('goal/strategy', `the goal is about ${left.strategy}, not about ${found[0]}`, span, {
          help: 'drop --strategy',
        }),
      );
    return found;
  };
  const scenarios = choose(
    'scenario',
    study.scenarios.map(({ name }) => name),
  );
  const strategies = choose(
    'strategy',
    study.strategies.map(({ name }) => name),
  );
  // A strategy is not held against itself, unless that is what is asked.
  const isAsked = (strategy: string): boolean =>
    left.strategy === undefined
      ? strategies.includes(strategy) && (narrowed.strategy !== undefined || strategy !== against?.strategy)
      : strategy === left.strategy;
  const cases = run.cases.flatMap(({ case: { scenario, strategy } }, index) => {
    if (!scenarios.includes(scenario.name) || !isAsked(strategy.name)) return [];
    const whose = against?.strategy ?? strategy.name;
    const other = run.cases.findIndex(
      (one) => one.case.scenario.name === scenario.name && one.case.strategy.name === whose,
    );
    return [{ index, other }];
  });
  return { cases, diagnostics };
}

/** One side of a goal in the plan. */
export interface Side {
  readonly read: (values: Float64Array) => number;
  /** The same as an output of draws. */
  readonly output: Output;
  readonly cells: readonly PlanCell[];
  /** Indices of the years looked at. */
  readonly times: readonly number[];
}

const FOLDS: Readonly<Record<Fold, (one: number, other: number) => number>> = {
  sum: (one, other) => one + other,
  min: (one, other) => Math.min(one, other),
  max: (one, other) => Math.max(one, other),
};

/** The goal's number in the plan, and what it is held against where that is a number too. */
export function sidesOf(
  plan: Plan,
  graph: Graph,
  { left, against }: Goal,
): { readonly left: Side; readonly right?: Side | undefined } {
  return { left: sideOf(plan, graph, left), right: against && sideOf(plan, graph, against) };
}

function sideOf(plan: Plan, graph: Graph, { quantity, fold = 'sum', cells: own, years }: GoalSide): Side {
  const slot = plan.slotOf.get(quantity.name);
  if (slot === undefined) throw new Error(`no slot for ${quantity.name}`);
  const times = years.map((year) => plan.years.indexOf(year));
  const cells = own.map((cell) => ({ slot, cell }));
  const terms = cells.flatMap((cell) => times.map((time) => ({ cell, time })));
  const joint: Instruction =
    fold === 'sum' ? { kind: 'operate', operator: '+' } : { kind: 'call', word: fold, count: 2 };
  return {
    read: (values) =>
      terms
        .map(({ cell, time }) => numberAt(graph, values, cell, time))
        .reduce((one, other) => FOLDS[fold](one, other)),
    output: {
      over: 'base',
      code: terms.flatMap(({ cell: { cell }, time }, place): readonly Instruction[] => {
        const index = plan.slots[slot]?.times === 1 ? 0 : time;
        const load: Instruction = { kind: 'load', slot, cell, time: { kind: 'fixed', index } };
        return place === 0 ? [load] : [load, joint];
      }),
    },
    cells,
    times,
  };
}

function sideFinding(
  { quantity, key, sets, fold, folded, year, strategy }: GoalSide,
  program: Program,
  study: Study,
): SideFinding {
  return {
    quantity: quantity.name,
    title: quantity.title,
    item: key.join('; '),
    itemTitle: itemTitle(key, sets, program.sets),
    fold,
    folded,
    year: quantity.over === 'base' ? undefined : year,
    strategyTitle: study.strategies.find(({ name }) => name === strategy)?.title,
  };
}

export function goalFinding(
  { left, against, direction, bound, written }: Goal,
  program: Program,
  study: Study,
): GoalFinding {
  return {
    ...sideFinding(left, program, study),
    direction,
    bound: against === undefined ? inUnit(bound, left.quantity) : undefined,
    against: against && sideFinding(against, program, study),
    unit: left.quantity.unit.text,
    written,
  };
}

/** Draws of the goal's number, less those of the number that it is held against. */
export const lessOf = (left: Float64Array, right: Float64Array | undefined): Float64Array =>
  right === undefined ? left : left.map((value, draw) => value - (right[draw] ?? Number.NaN));

/** Draws that meet the goal, as a share of all. */
export function chanceOf(draws: Float64Array, bound: Bound): GoalChance {
  const chance = draws.reduce((sum, value) => sum + (meetsBound(value, bound) ? 1 : 0), 0) / draws.length;
  return { chance, error: Math.sqrt((chance * (1 - chance)) / draws.length) };
}
