// The value of one input at which a goal is just met, case by case, and how many of the draws meet the goal with the input there.
import { error, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Case, Goal, Lever, ResolvedCell, Study, Uncertainty } from '../resolve/index.ts';
import {
  type CaseRun,
  centralValues,
  drawValues,
  type Graph,
  planDraws,
  type Run,
  wantedFor,
} from '../simulate/index.ts';
import { printAmount } from '../units/index.ts';
import { benchOf } from './bench.ts';
import { type Bound, meetsBound } from './crossing.ts';
import { BLOCK, type DrawMeans } from './draws.ts';
import { casesOf, chanceOf, goalFinding, lessOf, type Narrowed, type Side, sidesOf } from './goal.ts';
import type { Solution, SolveAnswer } from './goal-types.ts';
import { allowedFor, type Held, holding, type Moved, movedBy, type Probe, reachOf } from './reach.ts';
import { inUnit, itemTitle } from './series.ts';
import type { InputCell } from './variations.ts';

/** How draws are taken, where the study takes some. */
export interface DrawSettings {
  readonly settings: Uncertainty;
  readonly means: DrawMeans;
}

/** The years in which an input holds the answer: one, those from the goal's first on, or all that are not known yet. */
function heldFor(lever: Lever, goal: Goal, { knownUntil }: ResolvedCell, years: readonly number[]): Held {
  const { year } = lever;
  if (year !== undefined) return (time) => years[time] === year;
  const first = yearOf(goal);
  if (first !== undefined) return (time) => (years[time] ?? 0) >= first;
  return (time) => knownUntil === undefined || (years[time] ?? 0) > knownUntil;
}

/** The first year that a goal looks at; none where it looks at all of them, or at a quantity of the base year. */
function yearOf({ left, against }: Goal): number | undefined {
  const own = [left, against].flatMap((side) => (side === undefined ? [] : [side]));
  const years = own.map(({ quantity, year }) => (quantity.over === 'base' ? undefined : year));
  return years.includes(undefined) ? undefined : Math.min(...years.map(Number));
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
  const sides = sidesOf(plan, bench.graph, goal);
  const slot = plan.slotOf.get(lever.quantity.name);
  const { cases, diagnostics } = casesOf(run, study, question, goal);
  if (hasErrors(diagnostics) || slot === undefined) return { diagnostics };
  const firstAlone = lever.quantity.setBy === 'strategy' && cases.some(({ index, other }) => index !== other);
  const behind = bench.graph.behind([...sides.left.cells, ...(firstAlone ? [] : (sides.right?.cells ?? []))]);
  if (!behind.has(bench.graph.id({ slot, cell: lever.cell })))
    return {
      diagnostics: [
        error(
          'goal/apart',
          `${goal.left.quantity.name} does not depend on ${lever.quantity.name}`,
          lever.span,
          {
            help: `among what it depends on: ${leversBehind(bench, behind).join(', ') || 'no input'}`,
          },
        ),
      ],
    };
  const told: Told[] = [];
  for (const { index, other } of cases) {
    const [own, second] = [bench.cases[index], bench.cases[other]];
    const resolved = own?.case.inputs.get(lever.quantity.name)?.[lever.cell];
    if (own === undefined || second === undefined || resolved === undefined) continue;
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
    told.push(tell(bench, [own, second], input, { goal, lever, sides, firstAlone }, allowed));
  }
  const chances = drawing === undefined ? [] : await chancesOf(run, told, sides, drawing, bench.graph);
  if ('diagnostics' in chances) return { diagnostics: chances.diagnostics };
  const { key, quantity, year } = lever;
  return {
    value: {
      study: study.name,
      goal: goalFinding(goal, program, study),
      by: {
        quantity: quantity.name,
        title: quantity.title,
        item: key.join('; '),
        itemTitle: itemTitle(key, quantity.sets, program.sets),
        unit: quantity.unit.text,
        year,
        from: year === undefined && quantity.over === 'years' ? told[0]?.held[0] : undefined,
        firstAlone,
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

/** A case as things stand. */
type Own = ReturnType<typeof benchOf>['cases'][number];

/** An answer, and the cases with the input at it. */
interface Told {
  readonly answer: SolveAnswer;
  readonly bound: Bound;
  /** The case that is asked about and the one that it is held against; the same one in most goals. */
  readonly own: readonly [Own, Own];
  /** Years in which the answer holds. */
  readonly held: readonly number[];
  readonly changed: readonly [Case, Case] | undefined;
}

interface Telling {
  readonly goal: Goal;
  readonly lever: Lever;
  readonly sides: ReturnType<typeof sidesOf>;
  readonly firstAlone: boolean;
}

/** The goal's number as the input moves, less the one that it is held against; and the check that breaks then. */
function movedIn(
  bench: ReturnType<typeof benchOf>,
  [own, second]: Told['own'],
  input: InputCell,
  { sides: { left, right }, firstAlone }: Telling,
  isHeld: Held,
): Moved {
  const probe = ({ values }: Own, side: Side, read: Side['read']): Probe => ({
    values,
    read,
    wanted: wantedFor(
      bench.graph,
      side.cells.flatMap((cell) => side.times.map((time) => ({ ...cell, time }))),
    ),
  });
  if (right === undefined) return movedBy(bench, probe(own, left, left.read), input, isHeld);
  const first = movedBy(bench, probe(own, left, left.read), input, isHeld);
  const other = movedBy(bench, probe(second, right, right.read), input, isHeld);
  const alone = firstAlone && own !== second;
  const stays = right.read(second.values);
  return {
    of: (at) => first.of(at) - (alone ? stays : other.of(at)),
    breaks: (at) => first.breaks(at) ?? (alone ? undefined : other.breaks(at)),
  };
}

function tell(
  bench: ReturnType<typeof benchOf>,
  own: Told['own'],
  input: InputCell,
  telling: Telling,
  allowed: readonly [number, number],
): Told {
  const { plan, study } = bench;
  const { goal, lever, sides, firstAlone } = telling;
  const { quantity, resolved } = input;
  const [{ case: each, values }, second] = own;
  const isHeld = heldFor(lever, goal, resolved, plan.years);
  const year = lever.year ?? yearOf(goal) ?? study.horizons.medium;
  const now = resolved.values[resolved.values.length === 1 ? 0 : plan.years.indexOf(year)] ?? Number.NaN;
  const value = sides.left.read(values);
  const against = sides.right?.read(second.values);
  const { direction } = goal;
  const scale = against === undefined ? undefined : Math.max(Math.abs(value), Math.abs(against));
  const bound = { direction, bound: goal.bound, scale };
  const met = meetsBound(value - (against ?? 0), bound);
  const reach = reachOf(movedIn(bench, own, input, telling, isHeld), input, bound, allowed, now);
  const held = plan.years.filter((_, time) => isHeld(time));
  const found = answerOf(reach, met, inUnit(now, quantity));
  const place = found.at ?? (reach.kind === 'never' ? reach.at : undefined);
  const isMoved = !met && place !== undefined && found.outcome !== 'breaks';
  const asked = goal.left.quantity;
  const best =
    reach.kind === 'never' && !met ? { value: inUnit(reach.best, asked), at: reach.at } : undefined;
  const setIn = (one: Case): Case => {
    const old = one.inputs.get(quantity.name)?.[input.cell] ?? resolved;
    const spread = old.spread && {
      ...old.spread,
      weights: old.spread.weights.map((weight, time) =>
        old.values.length === 1 || isHeld(time) ? 0 : weight,
      ),
    };
    const numbers = holding({ ...input, resolved: old }, place ?? Number.NaN, isHeld);
    return caseWith(one, { name: quantity.name, cell: input.cell }, { ...old, values: numbers, spread });
  };
  return {
    answer: {
      scenario: each.scenario.name,
      strategy: each.strategy.name,
      scenarioTitle: each.scenario.title,
      strategyTitle: each.strategy.title,
      value: inUnit(value, asked),
      against: against === undefined ? undefined : inUnit(against, asked),
      now: inUnit(now, quantity),
      allowed: [inUnit(allowed[0], quantity), inUnit(allowed[1], quantity)],
      ...found,
      turns: reach.kind !== 'still' && reach.turns,
      best,
      set: found.at === undefined || firstAlone ? [] : setsOf(lever, found.at, held),
    },
    bound,
    own,
    held,
    changed: isMoved ? changedCases(own, firstAlone, setIn) : undefined,
  };
}

/** Both cases with the input at the answer; an input that is the first strategy's alone stays as it is in the second. */
function changedCases(
  [own, second]: Told['own'],
  firstAlone: boolean,
  setIn: (one: Case) => Case,
): readonly [Case, Case] {
  const first = setIn(own.case);
  if (own === second) return [first, first];
  return [first, firstAlone ? second.case : setIn(second.case)];
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
  { left, right }: ReturnType<typeof sidesOf>,
  { settings, means }: DrawSettings,
  graph: Graph,
): Promise<Chances | { readonly diagnostics: Outcome<never>['diagnostics'] }> {
  const cases: CaseRun[] = [];
  const placeOf = (each: Case, values?: Float64Array): number => {
    const known = cases.findIndex((one) => one.case === each);
    return known < 0 ? cases.push({ case: each, values: values ?? centralValues(graph, each) }) - 1 : known;
  };
  const places = told.map(({ own: [own, second], changed }) => ({
    now: [placeOf(own.case, own.values), placeOf(second.case, second.values)],
    then: changed?.map((each) => placeOf(each)),
  }));
  const drawPlan = planDraws(
    run.plan,
    cases.map((each) => each.case),
    settings,
  );
  const drawn = await drawValues({ ...run, cases }, [...cases.keys()], {
    ...means,
    drawPlan,
    outputs: [left.output, ...(right === undefined ? [] : [right.output])],
    block: BLOCK,
  });
  const { value } = drawn;
  if (value === undefined) return { diagnostics: drawn.diagnostics };
  const chanceAt = ([own, second]: readonly number[], bound: Bound) => {
    const draws = value[own ?? -1]?.[0];
    return draws === undefined ? undefined : chanceOf(lessOf(draws, value[second ?? -1]?.[1]), bound);
  };
  return told.map(({ bound }, index) => {
    const { now, then } = places[index] ?? {};
    return { chanceNow: chanceAt(now ?? [], bound), chance: then && chanceAt(then, bound) };
  });
}
