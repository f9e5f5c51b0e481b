// A goal of the command line held against a run: the cases that are asked for, the goal as a number of the plan, and its draws.
import type { Output } from '../compile/index.ts';
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Goal, Program, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { meetsBound } from './crossing.ts';
import type { GoalChance, GoalFinding } from './goal-types.ts';
import type { Aim } from './reach.ts';
import { inUnit, itemTitle } from './series.ts';

/** Which cases are asked for; all of them where neither is named. */
export interface Narrowed {
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
}

/** Indices of the cases that are asked for; a name that is not there is told what there is. */
export function casesOf(
  run: Run,
  study: Study,
  narrowed: Narrowed,
): { readonly cases: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const choose = (what: 'scenario' | 'strategy', all: readonly string[]): readonly string[] => {
    const asked = narrowed[what];
    if (asked === undefined) return all;
    const found = all.filter((name) => name.toLowerCase() === asked.toLowerCase());
    if (found.length === 0)
      diagnostics.push(
        error(
          `goal/${what}`,
          `there is no ${what} ${asked}`,
          { file: `--${what}`, from: 0, to: asked.length },
          { help: didYouMean(asked, all) ?? `there are ${all.join(', ')}` },
        ),
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
  const cases = run.cases.flatMap(({ case: { scenario, strategy } }, index) =>
    scenarios.includes(scenario.name) && strategies.includes(strategy.name) ? [index] : [],
  );
  return { cases, diagnostics };
}

/** Where the goal's number stands in the plan. */
export function aimOf({ plan }: Run, { quantity, cell, year, direction, bound }: Goal): Aim {
  const slot = plan.slotOf.get(quantity.name);
  if (slot === undefined) throw new Error(`no slot for ${quantity.name}`);
  return { cell: { slot, cell }, time: plan.years.indexOf(year), direction, bound };
}

/** The goal's number as an output of draws. */
export function outputOf({ plan }: Run, { cell: { slot, cell }, time }: Aim): Output {
  const index = plan.slots[slot]?.times === 1 ? 0 : time;
  return { over: 'base', code: [{ kind: 'load', slot, cell, time: { kind: 'fixed', index } }] };
}

export function goalFinding(
  { quantity, key, year, direction, bound, written }: Goal,
  program: Program,
): GoalFinding {
  return {
    quantity: quantity.name,
    title: quantity.title,
    item: key.join('; '),
    itemTitle: itemTitle(key, quantity.sets, program.sets),
    year: quantity.over === 'base' ? undefined : year,
    direction,
    bound: inUnit(bound, quantity),
    unit: quantity.unit.text,
    written,
  };
}

/** Draws that meet the goal, as a share of all. */
export function chanceOf(draws: Float64Array, aim: Aim): GoalChance {
  const chance = draws.reduce((sum, value) => sum + (meetsBound(value, aim) ? 1 : 0), 0) / draws.length;
  return { chance, error: Math.sqrt((chance * (1 - chance)) / draws.length) };
}
