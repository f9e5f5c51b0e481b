// Reverse stress: which few inputs, beyond which values, break a goal. Scenario discovery over the draws, case by case.
import { hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Goal, Study } from '../resolve/index.ts';
import {
  type Deviates,
  type DrawnCell,
  type DrawPlan,
  drawValues,
  numberAt,
  planDraws,
  type Run,
} from '../simulate/index.ts';
import { benchOf } from './bench.ts';
import { meetsBound } from './crossing.ts';
import { BLOCK } from './draws.ts';
import { casesOf, type GoalCase, goalFinding, lessOf, type Narrowed, sidesOf } from './goal.ts';
import {
  type BoxMeasure,
  type Column,
  columnOf,
  findBox,
  type Limit,
  measureBox,
  reduceBox,
} from './prim.ts';
import { inUnit, itemTitle } from './series.ts';
import type { DrawSettings } from './solve.ts';
import type { Stress, StressBox, StressFinding, StressLimit } from './stress-types.ts';
import type { Title } from './types.ts';

/** Inputs of a box: more than these no committee keeps in mind. */
const MOST_INPUTS = 3;
/** Draws in which boxes are looked for; more would tell the same at the price of memory. */
const MOST_SEARCHED = 20_000;
/** Fewer draws of the rarer side than this share nothing that is more than chance. */
const FEWEST = 40;
/** A box stands out where, among draws that were not used to find it, the goal is missed this many times as often and it holds that share of them. */
const LIFT = 1.5;
const COVERED = 0.25;
/** Limits are rounded to a power of ten of which the spread of the draws holds at least as many. */
const STEPS = 50;

/** An uncertain input of a case, as it is in the draws. */
interface Drawn {
  readonly cell: DrawnCell;
  /** Index into the years. */
  readonly time: number;
  readonly weight: number;
  readonly central: number;
  readonly column: Column;
  /** The strategy that it is drawn of, where that is not the one that the goal is about. */
  readonly of?: Title | undefined;
}

/** The year in which an input is looked at: that of the goal, or the one nearest to it in which its draws differ. */
function timeOf({ weights }: DrawnCell, asked: number): number {
  const differing = weights.flatMap((weight, time) => (weight === 0 ? [] : [time]));
  const nearest = differing.toSorted((one, other) => Math.abs(one - asked) - Math.abs(other - asked));
  return nearest[0] ?? -1;
}

/** Deviations of streams, made once for all cases. */
function columnsOf(
  plan: DrawPlan,
  deviates: Deviates,
  half: number,
): (stream: number, time: number) => Column {
  const known = new Map<string, Column>();
  return (stream, time) => {
    const moments = plan.streams[stream]?.moments.length ?? 1;
    const moment = moments === 1 ? 0 : time;
    const key = `${stream} ${moment}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const count = Math.min(plan.total, MOST_SEARCHED);
    const into = new Float64Array(moments * count);
    deviates(stream, 0, count, into, 0, count);
    const values = into.slice(moment * count, (moment + 1) * count);
    // Sorted for the half in which boxes are found; measured in all.
    const column = { values, order: columnOf(values.subarray(0, half)).order };
    known.set(key, column);
    return column;
  };
}

/** A limit of a deviation as one of the input, rounded to what its draws can tell, and that as a limit of the deviation again. */
function rounded({ column, weight, central }: Drawn, limit: Limit, factor: number) {
  const [least = 0, most = 0] = [
    column.values.reduce((a, b) => Math.min(a, b)),
    column.values.reduce((a, b) => Math.max(a, b)),
  ];
  const spread = (Math.abs(weight) * (most - least)) / factor;
  const step = 10 ** Math.floor(Math.log10(spread / STEPS));
  const shown = (deviation: number | undefined): number | undefined =>
    deviation === undefined
      ? undefined
      : Number((Math.round((central + weight * deviation) / factor / step) * step).toPrecision(12));
  const back = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : (value * factor - central) / weight;
  const [low, high] = [shown(limit.low), shown(limit.high)];
  const ends = weight > 0 ? { low, high } : { low: high, high: low };
  return { ends, limit: { column: limit.column, low: back(low), high: back(high) } };
}

/** @returns errors where a number of some draw is not finite */
export async function stress(
  run: Run,
  study: Study,
  { goal, ...narrowed }: Narrowed & { readonly goal: Goal },
  { settings, means }: DrawSettings,
): Promise<Outcome<Stress>> {
  const { program, plan } = run;
  const bench = benchOf(run, study);
  const { left, right } = sidesOf(plan, bench.graph, goal);
  const behind = [left, right ?? left].map(({ cells }) => bench.graph.behind(cells));
  const { cases: asked, diagnostics } = casesOf(run, study, narrowed, goal);
  if (hasErrors(diagnostics)) return { diagnostics };
  const drawPlan = planDraws(plan, study.cases, settings);
  const indices = [...new Set(asked.flatMap(({ index, other }) => [index, other]))];
  const drawn = await drawValues(run, indices, {
    ...means,
    drawPlan,
    outputs: [left.output, ...(right === undefined ? [] : [right.output])],
    block: BLOCK,
  });
  if (drawn.value === undefined) return { diagnostics: drawn.diagnostics };
  const searched = Math.min(drawPlan.total, MOST_SEARCHED);
  const half = Math.floor(searched / 2);
  const columns = columnsOf(drawPlan, means.deviates(drawPlan), half);
  const { quantity: about, year: when } = goal.left;
  const lookedAt = plan.years.indexOf(
    about.over === 'base' ? study.horizons.medium : (when ?? study.horizons.medium),
  );

  const drawnIn = (index: number, isBehind: ReadonlySet<number> | undefined, of?: Title): readonly Drawn[] =>
    (drawPlan.cases[index] ?? []).flatMap((cell): Drawn[] => {
      const time = timeOf(cell, cell.weights.length === 1 ? 0 : lookedAt);
      if (time < 0 || !isBehind?.has(bench.graph.id(cell))) return [];
      const values = bench.cases[index]?.values ?? new Float64Array();
      const central = numberAt(bench.graph, values, cell, time);
      const weight = cell.weights[time] ?? 0;
      return [{ cell, time, weight, central, column: columns(cell.stream, time), of }];
    });
  /** Inputs of both cases of a goal; what both draw alike counts once. */
  const inputsOf = ({ index, other }: GoalCase): readonly Drawn[] => {
    const own = drawnIn(index, behind[0]);
    if (right === undefined) return own;
    const title = index === other ? undefined : bench.cases[other]?.case.strategy.title;
    const second = drawnIn(other, behind[1], title).filter(
      ({ column }) => !own.some((one) => one.column === column),
    );
    return [...own, ...second];
  };

  const told = ({ cell, time, central, of }: Drawn, ends: Pick<StressLimit, 'low' | 'high'>): StressLimit => {
    const slot = plan.slots[cell.slot];
    const quantity = program.quantities.get(slot?.quantity ?? '');
    if (quantity === undefined) throw new Error(`no quantity for slot ${cell.slot}`);
    const key = slot?.cells[cell.cell] ?? [];
    return {
      quantity: quantity.name,
      title: quantity.title,
      item: key.join('; '),
      itemTitle: itemTitle(key, quantity.sets, program.sets),
      unit: quantity.unit.text,
      year: quantity.over === 'base' ? undefined : plan.years[time],
      ...ends,
      central: inUnit(central, quantity),
      strategyTitle: of,
    };
  };

  /** The box of the first half, if it stands out in the second; measured in both with its limits rounded. */
  const boxOf = (each: GoalCase, hits: Uint8Array): StressBox | undefined => {
    const inputs = inputsOf(each);
    const own = inputs.map(({ column }) => column);
    const unseen = hits.subarray(half);
    const there = own.map(({ values }) => ({ values: values.subarray(half, searched) }));
    const first = findBox(own, hits.subarray(0, half), MOST_INPUTS);
    // A limit that matters among the draws in which it was found and not among others is chance.
    const found = reduceBox(first, there, unseen, MOST_INPUTS);
    const limits = found.flatMap((limit) => {
      const input = inputs[limit.column];
      if (input === undefined) return [];
      const factor = program.quantities.get(plan.slots[input.cell.slot]?.quantity ?? '')?.unit.factor ?? 1;
      const round = rounded(input, limit, factor);
      return [{ limit: round.limit, told: told(input, round.ends) }];
    });
    const measured = (from: number, to: number): BoxMeasure =>
      measureBox(
        limits.map(({ limit }) => limit),
        own.map(({ values }) => ({ values: values.subarray(from, to) })),
        hits.subarray(from, to),
      );
    const share = unseen.reduce((sum, hit) => sum + hit, 0) / unseen.length;
    const { density, coverage } = measured(half, searched);
    if (limits.length === 0 || density < LIFT * share || coverage < COVERED) return undefined;
    return { limits: limits.map((each) => each.told), ...measured(0, searched) };
  };

  const cases = asked.flatMap((each): StressFinding[] => {
    const [own, second] = [bench.cases[each.index], bench.cases[each.other]];
    const [mine, theirs] = [each.index, each.other].map((index) => drawn.value?.[indices.indexOf(index)]);
    if (own === undefined || second === undefined || mine?.[0] === undefined) return [];
    const draws = lessOf(mine[0], theirs?.[1]);
    const [value, against] = [left.read(own.values), right?.read(second.values)];
    const scale = against === undefined ? undefined : Math.max(Math.abs(value), Math.abs(against));
    const { direction } = goal;
    const bound = { direction, bound: goal.bound, scale };
    const isMissed = Uint8Array.from(draws, (one) => (meetsBound(one, bound) ? 0 : 1));
    const missing = isMissed.reduce((sum, one) => sum + one, 0);
    const share = missing / draws.length;
    const of = share <= 1 / 2 ? 'misses' : 'meets';
    const hits = isMissed.subarray(0, searched).map((one) => (of === 'misses' ? one : 1 - one));
    const count = hits.reduce((sum, one) => sum + one, 0);
    const box = count < FEWEST ? undefined : boxOf(each, hits);
    const central = value - (against ?? 0);
    const worst = draws.reduce((one, other) => (direction === 'at_least' ? Math.min : Math.max)(one, other));
    return [
      {
        scenario: own.case.scenario.name,
        strategy: own.case.strategy.name,
        scenarioTitle: own.case.scenario.title,
        strategyTitle: own.case.strategy.title,
        central: inUnit(central, about),
        centralMeets: meetsBound(central, bound),
        missing,
        share,
        error: Math.sqrt((share * (1 - share)) / draws.length),
        worst: inUnit(worst, about),
        outcome: outcomeOf(missing, draws.length, count, box),
        of,
        box,
      },
    ];
  });
  const { seed, draws } = settings;
  return {
    value: {
      study: study.name,
      goal: goalFinding(goal, program, study),
      cases,
      drawn: { draws, seed, searched },
    },
    diagnostics,
  };
}

function outcomeOf(
  missing: number,
  draws: number,
  count: number,
  box: StressBox | undefined,
): StressFinding['outcome'] {
  if (missing === 0) return 'never';
  if (missing === draws) return 'always';
  if (count < FEWEST) return 'few';
  return box === undefined ? 'unclear' : 'box';
}
