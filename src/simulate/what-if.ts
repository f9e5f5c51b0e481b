// One input changed at a time: only the formulas that follow from it are computed again, one number at a time. For questions
// that ask a run many small things: what moves a headline, what would meet a target.
import type { Plan } from '../compile/index.ts';
import type { Case } from '../resolve/index.ts';
import { evaluate, makeReady, positionOf, type Reads, type Ready } from './single.ts';

/** One element of one quantity: what a plan computes or is given. */
export interface PlanCell {
  readonly slot: number;
  readonly cell: number;
}

/** The formula of one cell. */
interface Part {
  /** Where its numbers stand; a name for the cell, too. */
  readonly target: number;
  readonly code: Ready;
  readonly first: Ready | undefined;
  readonly firstYears: number;
  readonly otherYears: Reads['otherYears'];
}

interface PartBlock {
  readonly over: 'years' | 'base';
  readonly parts: readonly Part[];
}

/** One cell of a check or of declared bounds. */
interface Watched extends Reads {
  readonly name: string;
  readonly over: 'years' | 'base';
  readonly code: Ready;
}

/** What is computed again when a cell changes. */
export interface Consequences {
  readonly blocks: readonly PartBlock[];
  readonly conditions: readonly Watched[];
  /** Years, as indices, on which what follows in other years rests; undefined for an earlier one, whichever it is. */
  readonly alsoTimes: ReadonlySet<number | undefined>;
  /** The cells that change, as ids. */
  readonly moved: ReadonlySet<number>;
}

/** A plan made ready for such questions: who reads whom, and what follows from what. */
export interface Graph {
  readonly plan: Plan;
  readonly blocks: readonly PartBlock[];
  /** A number of its own for every cell. */
  readonly id: (cell: PlanCell) => number;
  /** All that the cells rest on, themselves included, as ids. */
  readonly behind: (cells: readonly PlanCell[]) => ReadonlySet<number>;
  readonly after: (cell: PlanCell) => Consequences;
  /** All that checks and declared bounds rest on, as ids. */
  readonly checked: ReadonlySet<number>;
  /** Room for the longest formula, and for the numbers that a change replaces for a while. */
  readonly stack: Float64Array;
  readonly kept: Float64Array;
}

export function graphOf(plan: Plan): Graph {
  const reads = new Map<number, Set<number>>();
  const readers = new Map<number, Set<number>>();
  const blocks = plan.blocks.map(
    ({ over, steps }): PartBlock => ({
      over,
      parts: steps.map(({ slot, cell, code, first, firstYears }): Part => {
        const target = positionOf(plan, slot, cell);
        const [main, opening] = [makeReady(code, plan), makeReady(first ?? [], plan)];
        const own = new Set([...main.reads, ...opening.reads]);
        reads.set(target, own);
        for (const read of own) readers.set(read, (readers.get(read) ?? new Set()).add(target));
        return {
          target,
          code: main.code,
          first: first === undefined ? undefined : opening.code,
          firstYears,
          otherYears: [...main.otherYears, ...opening.otherYears],
        };
      }),
    }),
  );
  const watched = plan.conditions.flatMap((condition) =>
    condition.cells.map(
      ({ code }): Watched => ({
        name: condition.kind === 'check' ? condition.name : `bounds of ${condition.quantity}`,
        over: condition.over,
        ...makeReady(code, plan),
      }),
    ),
  );
  const lengths = [
    ...blocks.flatMap(({ parts }) =>
      parts.flatMap(({ code, first }) => [code.kinds.length, first?.kinds.length ?? 0]),
    ),
    ...watched.map(({ code }) => code.kinds.length),
  ];
  const id = ({ slot, cell }: PlanCell): number => positionOf(plan, slot, cell);
  const known = new Map<number, Consequences>();
  return {
    plan,
    blocks,
    id,
    behind: (cells) => closure(cells.map(id), reads),
    checked: closure(
      watched.flatMap((one) => one.reads),
      reads,
    ),
    after: (cell) => {
      const start = id(cell);
      const found = known.get(start);
      if (found !== undefined) return found;
      const moved = closure([start], readers);
      const consequences = {
        ...consequencesOf(blocks, moved, ({ target }) => target !== start && moved.has(target)),
        conditions: watched.filter((one) => one.reads.some((each) => moved.has(each))),
      };
      known.set(start, consequences);
      return consequences;
    },
    stack: new Float64Array(lengths.reduce((most, length) => Math.max(most, length), 1)),
    kept: new Float64Array(plan.size),
  };
}

function closure(
  start: readonly number[],
  next: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlySet<number> {
  const found = new Set<number>(start);
  for (const cell of found) for (const each of next.get(cell) ?? []) found.add(each);
  return found;
}

const allTimes = ({ years }: Plan): readonly number[] => [...years.keys()];

/** The numbers of one case with every input at its value, in base units: [slot][cell][year]. */
export function centralValues(graph: Graph, { inputs }: Case): Float64Array {
  const { plan } = graph;
  const values = new Float64Array(plan.size);
  for (const [name, cells] of inputs) {
    const slot = plan.slotOf.get(name);
    if (slot === undefined) continue;
    for (const [cell, { values: numbers }] of cells.entries())
      values.set(numbers, positionOf(plan, slot, cell));
  }
  compute(graph, graph.blocks, values, allTimes(plan));
  return values;
}

/**
 * Changes one input, computes what follows, and hands the numbers to `read`; afterwards they are as before.
 * @param values the numbers of a case, see {@link centralValues}
 * @param change the input with its new numbers, one a year or one alone, in base units
 * @param follows what to compute: all that follows, or what of it matters, see {@link towards}
 * @param times indices of the years that `read` looks at; all of them if left out
 */
export function whatIf<T>(
  graph: Graph,
  values: Float64Array,
  change: PlanCell & { readonly numbers: readonly number[] },
  { blocks, alsoTimes }: Consequences,
  read: (values: Float64Array) => T,
  times?: readonly number[],
): T {
  const moments = momentsOf(graph.plan, alsoTimes, times);
  const start = graph.id(change);
  const before = values.slice(start, start + change.numbers.length);
  copy(blocks, moments, values, graph.kept);
  values.set(change.numbers, start);
  compute(graph, blocks, values, moments);
  const result = read(values);
  copy(blocks, moments, graph.kept, values);
  values.set(before, start);
  return result;
}

/** The years that are wanted with those that they rest on, rising. */
function momentsOf(
  plan: Plan,
  alsoTimes: Consequences['alsoTimes'],
  times: readonly number[] | undefined,
): readonly number[] {
  if (times === undefined || alsoTimes.has(undefined)) return allTimes(plan);
  const wanted = new Set<number | undefined>([...times, ...alsoTimes]);
  return allTimes(plan).filter((time) => wanted.has(time));
}

const BASE = [0];

/** Copies the numbers of every cell that the blocks compute. */
function copy(
  blocks: readonly PartBlock[],
  times: readonly number[],
  source: Float64Array,
  goal: Float64Array,
): void {
  for (const { over, parts } of blocks)
    for (const time of over === 'base' ? BASE : times)
      for (const { target } of parts) goal[target + time] = source[target + time] ?? Number.NaN;
}

/** Of what follows from a change only what the cells of these ids rest on; checks are left out. */
export const towards = ({ blocks, moved }: Consequences, ids: ReadonlySet<number>): Consequences => ({
  ...consequencesOf(blocks, moved, ({ target }) => ids.has(target)),
  conditions: [],
});

function consequencesOf(
  blocks: readonly PartBlock[],
  moved: ReadonlySet<number>,
  isWanted: (part: Part) => boolean,
): Omit<Consequences, 'conditions'> {
  const own = blocks.flatMap(({ over, parts }) => {
    const wanted = parts.filter(isWanted);
    return wanted.length === 0 ? [] : [{ over, parts: wanted }];
  });
  const otherYears = own.flatMap(({ parts }) => parts.flatMap((part) => part.otherYears));
  const times = otherYears.filter(({ cell }) => moved.has(cell)).map(({ time }) => time);
  return { blocks: own, moved, alsoTimes: new Set(times) };
}

/** The first check or declared bounds that the numbers break, among those that a change can reach. */
export function brokenBy(
  { plan, stack }: Graph,
  values: Float64Array,
  { conditions }: Consequences,
): string | undefined {
  const all = allTimes(plan);
  const base = [plan.baseIndex];
  return conditions.find(
    ({ over, code }) =>
      !(over === 'base' ? base : all).every((time) => evaluate(code, plan.years, values, time, stack) > 0),
  )?.name;
}

function compute(
  { plan, stack }: Graph,
  blocks: readonly PartBlock[],
  values: Float64Array,
  times: readonly number[],
): void {
  for (const { over, parts } of blocks)
    for (const time of over === 'base' ? BASE : times)
      for (const { target, code, first, firstYears } of parts)
        values[target + time] = evaluate(
          first !== undefined && time < firstYears ? first : code,
          plan.years,
          values,
          over === 'base' ? plan.baseIndex : time,
          stack,
        );
}

/** The number of a cell and year, in base units. */
export function numberAt({ plan, id }: Graph, values: Float64Array, cell: PlanCell, time: number): number {
  return values[id(cell) + (plan.slots[cell.slot]?.times === 1 ? 0 : time)] ?? Number.NaN;
}
