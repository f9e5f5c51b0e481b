// The value of one input at which a goal is just met, case by case, and how many of the draws meet the goal with the input there.
import { error, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Case, Goal, Lever, ResolvedCell, Study, Uncertainty } from '../resolve/index.ts';
import {
  type CaseRun,
  centralValues,
  drawValues,
  type Graph,
  numberAt,
  planDraws,
  type Run,
} from '../simulate/index.ts';
import { printAmount } from '../units/index.ts';
import { benchOf } from './bench.ts';
import { meetsBound } from './crossing.ts';
import { BLOCK, type DrawMeans } from './draws.ts';
import { aimOf, casesOf, chanceOf, goalFinding, type Narrowed, outputOf } from './goal.ts';
import type { Solution, SolveAnswer } from './goal-types.ts';
import { type Aim, allowedFor, type Held, holding, reachOf } from './reach.ts';
import { inUnit, itemTitle } from './series.ts';
import type { InputCell } from './variations.ts';

/** How draws are taken, where the study takes some. */
export interface DrawSettings {
  readonly settings: Uncertainty;
  readonly means: DrawMeans;
}

/** The years in which an input holds the answer: one, those from the goal's on, or all that are not known yet. */
function heldFor(lever: Lever, goal: Goal, { knownUntil }: ResolvedCell, years: readonly number[]): Held {
  const { year } = lever;
  if (year !== undefined) return (time) => years[time] === year;
  if (goal.quantity.over === 'years') return (time) => (years[time] ?? 0) >= goal.year;
  return (time) => knownUntil === undefined || (years[time] ?? 0) > knownUntil;
}

/** `sold[rods, 2030]=5 t` for each year that is held. */
function setsOf({ quantity, key }: Lever, at: number, held: readonly number[]): readonly string[] {
  const elements = key.map((id) => (/^[A-Za-z][\w-]*$/.test(id) ? id : `"${id}"`));
  const amount = printAmount({ number: at, unit: quantity.unit.text });
  return (quantity.over === 'base' ? [[]] : held.map((year) => [String(year)])).map((year) => {
    const places = [...elements, ...year].join(', ');
    return `${quantity.name}${places === '' ? '' : `[${places}]`}=${amount}`;
  });
}

/** The case with an input at a value, which no draw moves there. */
function caseWith(each: Case, { name, cell }: { name: string; cell: number }, changed: ResolvedCell): Case {
  const cells = (each.inputs.get(name) ?? []).map((old, index) => (index === cell ? changed : old));
  return { ...each, inputs: new Map([...each.inputs, [name, cells]]) };
}

/** @returns errors where the goal does not rest on the input, or where nothing says how far the input may go */
export async function solve(
  run: Run,
  study: Study,
  question: Narrowed & { readonly goal: Goal; readonly lever: Lever },
  drawing: DrawSettings | undefined,
): Promise<Outcome<Solution>> {
  const { goal, lever } = question;
  const { program, plan } = run;
  const bench = benchOf(run, study);
  const aim = aimOf(run, goal);
  const behind = bench.graph.behind([aim.cell]);
  const slot = plan.slotOf.get(lever.quantity.name);
  const { cases: indices, diagnostics } = casesOf(run, study, question);
  if (hasErrors(diagnostics) || slot === undefined) return { diagnostics };
  if (!behind.has(bench.graph.id({ slot, cell: lever.cell })))
    return {
      diagnostics: [
        error('goal/apart', `${goal.quantity.name} does not depend on ${lever.quantity.name}`, lever.span, {
          help: `among what it depends on: ${leversBehind(bench, behind).join(', ') || 'no input'}`,
        }),
      ],
    };
  const told: Told[] = [];
  for (const index of indices) {
    const own = bench.cases[index];
    const resolved = own?.case.inputs.get(lever.quantity.name)?.[lever.cell];
    if (own === undefined || resolved === undefined) continue;
    const input = { quantity: lever.quantity, slot, cell: lever.cell, resolved };
    const allowed = rangeOf(input, lever, bench);
    if (allowed === undefined)
      return {
        diagnostics: [
          error('goal/range', `nothing in the files says how far ${lever.quantity.name} may go`, lever.span, {
            help: 'add --from and --to with amounts in its unit',
          }),
        ],
      };
    told.push(tell(bench, own, input, question, aim, behind, allowed));
  }
  const chances = drawing === undefined ? [] : await chancesOf(run, told, aim, drawing, bench.graph);
  if ('diagnostics' in chances) return { diagnostics: chances.diagnostics };
  const { key, quantity, year } = lever;
  return {
    value: {
      study: study.name,
      goal: goalFinding(goal, program),
      by: {
        quantity: quantity.name,
        title: quantity.title,
        item: key.join('; '),
        itemTitle: itemTitle(key, quantity.sets, program.sets),
        unit: quantity.unit.text,
        year,
        from: year === undefined && quantity.over === 'years' ? told[0]?.held[0] : undefined,
      },
      answers: told.map(({ answer }, index) => ({ ...answer, ...chances[index] })),
      drawn:
        drawing === undefined ? undefined : { draws: drawing.settings.draws, seed: drawing.settings.seed },
    },
    diagnostics,
  };
}

/** Inputs of scenarios and strategies that a goal rests on, as a hint. */
function leversBehind(
  { program, plan, graph }: ReturnType<typeof benchOf>,
  behind: ReadonlySet<number>,
): readonly string[] {
  const names = plan.slots.flatMap(({ quantity: name, cells }, slot) => {
    const quantity = program.quantities.get(name);
    if (quantity?.kind !== 'input') return [];
    const isRead = cells.some((_, cell) => behind.has(graph.id({ slot, cell })));
    return isRead && (quantity.setBy === 'strategy' || quantity.setBy === 'scenario') ? [name] : [];
  });
  return names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES), '...'];
}

const MOST_NAMES = 12;

function rangeOf(
  input: InputCell,
  { low, high }: Lever,
  bench: ReturnType<typeof benchOf>,
): readonly [number, number] | undefined {
  const files = low !== undefined && high !== undefined ? undefined : allowedFor(input, bench);
  const [from, to] = [low ?? files?.[0], high ?? files?.[1]];
  return from === undefined || to === undefined || from >= to ? undefined : [from, to];
}

/** An answer, and the case with the input at it. */
interface Told {
  readonly answer: SolveAnswer;
  readonly case: Case;
  readonly values: Float64Array;
  /** Years in which the answer holds. */
  readonly held: readonly number[];
  readonly changed: Case | undefined;
}

function tell(
  bench: ReturnType<typeof benchOf>,
  { case: each, values }: ReturnType<typeof benchOf>['cases'][number],
  input: InputCell,
  { goal, lever }: { readonly goal: Goal; readonly lever: Lever },
  aim: Aim,
  behind: ReadonlySet<number>,
  allowed: readonly [number, number],
): Told {
  const { plan, graph, study } = bench;
  const { quantity, resolved } = input;
  const isHeld = heldFor(lever, goal, resolved, plan.years);
  const year = lever.year ?? (goal.quantity.over === 'base' ? study.horizons.medium : goal.year);
  const now = resolved.values[resolved.values.length === 1 ? 0 : plan.years.indexOf(year)] ?? Number.NaN;
  const value = numberAt(graph, values, aim.cell, aim.time);
  const met = meetsBound(value, aim);
  const reach = reachOf(bench, values, input, aim, behind, allowed, now, isHeld);
  const held = plan.years.filter((_, time) => isHeld(time));
  const found = answerOf(reach, met, inUnit(now, quantity));
  const place = found.at ?? (reach.kind === 'never' ? reach.at : undefined);
  const isMoved = !met && place !== undefined && found.outcome !== 'breaks';
  const best =
    reach.kind === 'never' && !met ? { value: inUnit(reach.best, goal.quantity), at: reach.at } : undefined;
  const spread = resolved.spread && {
    ...resolved.spread,
    weights: resolved.spread.weights.map((weight, time) =>
      resolved.values.length === 1 || isHeld(time) ? 0 : weight,
    ),
  };
  return {
    answer: {
      scenario: each.scenario.name,
      strategy: each.strategy.name,
      scenarioTitle: each.scenario.title,
      strategyTitle: each.strategy.title,
      value: inUnit(value, goal.quantity),
      now: inUnit(now, quantity),
      allowed: [inUnit(allowed[0], quantity), inUnit(allowed[1], quantity)],
      ...found,
      turns: reach.kind !== 'still' && reach.turns,
      best,
      set: found.at === undefined ? [] : setsOf(lever, found.at, held),
    },
    case: each,
    values,
    held,
    changed: isMoved
      ? caseWith(
          each,
          { name: quantity.name, cell: input.cell },
          { ...resolved, values: holding(input, place, isHeld), spread },
        )
      : undefined,
  };
}

function answerOf(
  reach: ReturnType<typeof reachOf>,
  met: boolean,
  now: number,
): Pick<SolveAnswer, 'outcome' | 'at' | 'side' | 'check'> {
  switch (reach.kind) {
    case 'still':
      return { outcome: met ? 'met' : 'still' };
    case 'never':
      return { outcome: met ? 'met' : 'misses' };
    case 'always':
      return met ? { outcome: 'met' } : { outcome: 'meets', at: now };
    case 'crosses': {
      const { at, side, check } = reach;
      if (met) return { outcome: 'met', at, side };
      return { outcome: check === undefined ? 'meets' : 'breaks', at, side, check };
    }
  }
}

type Chances = readonly Pick<SolveAnswer, 'chance' | 'chanceNow'>[];

/** The same draws for every case as things stand and with the input at the answer. */
async function chancesOf(
  run: Run,
  told: readonly Told[],
  aim: Aim,
  { settings, means }: DrawSettings,
  graph: Graph,
): Promise<Chances | { readonly diagnostics: Outcome<never>['diagnostics'] }> {
  const cases: CaseRun[] = told.map(({ case: each, values }) => ({ case: each, values }));
  const places = told.map(({ changed }) =>
    changed === undefined
      ? undefined
      : cases.push({ case: changed, values: centralValues(graph, changed) }) - 1,
  );
  const drawPlan = planDraws(
    run.plan,
    cases.map((each) => each.case),
    settings,
  );
  const drawn = await drawValues({ ...run, cases }, [...cases.keys()], {
    ...means,
    drawPlan,
    outputs: [outputOf(run, aim)],
    block: BLOCK,
  });
  const { value } = drawn;
  if (value === undefined) return { diagnostics: drawn.diagnostics };
  const chanceAt = (index: number | undefined) => {
    const draws = value[index ?? -1]?.[0];
    return draws === undefined ? undefined : chanceOf(draws, aim);
  };
  return told.map((_, index) => ({ chanceNow: chanceAt(index), chance: chanceAt(places[index]) }));
}
