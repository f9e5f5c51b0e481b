// One input changed at a time: only the formulas that follow from it are computed again, one number at a time. For questions
// that ask a run many small things: what moves a headline, what would meet a target.
import type { Plan } from '../compile/index.ts';
import type { Case } from '../resolve/index.ts';
import { evaluate, makeReady, positionOf, type Read, type Ready } from './single.ts';

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
  readonly reads: readonly Read[];
}

interface PartBlock {
  readonly over: 'years' | 'base';
  readonly parts: readonly Part[];
  /** For each part, 1 in the years in which it is needed; in all of them if left out. */
  readonly needed?: readonly Uint8Array[];
}

/** One cell of a check or of declared bounds. */
interface Watched {
  readonly name: string;
  readonly over: 'years' | 'base';
  readonly code: Ready;
  readonly reads: readonly number[];
}

/** What is computed again when a cell changes. */
export interface Consequences {
  readonly blocks: readonly PartBlock[];
  readonly conditions: readonly Watched[];
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
  /** What follows when these inputs change together. */
  readonly afterAll: (inputs: readonly PlanCell[]) => Consequences;
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
        const all = [...main.reads, ...opening.reads];
        const own = new Set(all.map(({ cell: read }) => read));
        reads.set(target, own);
        for (const read of own) readers.set(read, (readers.get(read) ?? new Set()).add(target));
        return {
          target,
          code: main.code,
          first: first === undefined ? undefined : opening.code,
          firstYears,
          reads: all,
        };
      }),
    }),
  );
  const watched = plan.conditions.flatMap((condition) =>
    condition.cells.map(({ code }): Watched => {
      const ready = makeReady(code, plan);
      return {
        name: condition.kind === 'check' ? condition.name : `bounds of ${condition.quantity}`,
        over: condition.over,
        code: ready.code,
        reads: ready.reads.map(({ cell }) => cell),
      };
    }),
  );
  const lengths = [
    ...blocks.flatMap(({ parts }) =>
      parts.flatMap(({ code, first }) => [code.kinds.length, first?.kinds.length ?? 0]),
    ),
    ...watched.map(({ code }) => code.kinds.length),
  ];
  const id = ({ slot, cell }: PlanCell): number => positionOf(plan, slot, cell);
  const known = new Map<number, Consequences>();
  const afterThe = (start: readonly number[]): Consequences => {
    const moved = closure(start, readers);
    const own = new Set(start);
    return {
      blocks: partsOf(blocks, ({ target }) => !own.has(target) && moved.has(target)),
      moved,
      conditions: watched.filter((one) => one.reads.some((each) => moved.has(each))),
    };
  };
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
      const consequences = known.get(start) ?? afterThe([start]);
      known.set(start, consequences);
      return consequences;
    },
    afterAll: (inputs) => afterThe(inputs.map(id)),
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

const BASE = [0];

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
  compute(graph, graph.blocks, values);
  return values;
}

/**
 * Changes one input, computes what follows, and hands the numbers to `read`; afterwards they are as before.
 * @param values the numbers of a case, see {@link centralValues}
 * @param change the input with its new numbers, one a year or one alone, in base units
 * @param follows what to compute: all that follows, or what of it matters, see {@link towards}
 */
export function whatIf<T>(
  graph: Graph,
  values: Float64Array,
  change: PlanCell & { readonly numbers: readonly number[] },
  { blocks }: Consequences,
  read: (values: Float64Array) => T,
): T {
  const start = graph.id(change);
  const before = values.slice(start, start + change.numbers.length);
  copy(graph.plan, blocks, values, graph.kept);
  values.set(change.numbers, start);
  compute(graph, blocks, values);
  const result = read(values);
  copy(graph.plan, blocks, graph.kept, values);
  values.set(before, start);
  return result;
}

/** Copies the numbers that the blocks compute. */
function copy({ years }: Plan, blocks: readonly PartBlock[], source: Float64Array, goal: Float64Array): void {
  for (const { over, parts, needed } of blocks) {
    const times = over === 'base' ? 1 : years.length;
    for (let index = 0; index < parts.length; index++) {
      const start = parts[index]?.target ?? 0;
      const mask = needed?.[index];
      for (let time = 0; time < times; time++)
        if (mask?.[time] !== 0) goal[start + time] = source[start + time] ?? Number.NaN;
    }
  }
}

/**
 * Computes again what follows from inputs that were written into the numbers, for good.
 * @param values the numbers of a case with the new inputs in them
 */
export const recompute = (
  graph: Graph,
  values: Float64Array,
  { blocks }: Pick<Consequences, 'blocks'>,
): void => compute(graph, blocks, values);

/**
 * Of what follows from a change only what the cells of these ids rest on; checks are left out.
 * @param times indices of the years in which those cells are looked at; all of them if left out
 */
export function towards(
  { blocks, moved }: Consequences,
  ids: ReadonlySet<number>,
  plan: Plan,
  times?: readonly number[],
): Consequences {
  const own = partsOf(blocks, ({ target }) => ids.has(target));
  return { blocks: times === undefined ? own : inYears(own, plan, times), moved, conditions: [] };
}

function partsOf(blocks: readonly PartBlock[], isWanted: (part: Part) => boolean): readonly PartBlock[] {
  return blocks.flatMap(({ over, parts }) => {
    const wanted = parts.filter(isWanted);
    return wanted.length === 0 ? [] : [{ over, parts: wanted }];
  });
}

/** The years in which each part is needed, so that all of them are there in those asked for: found from the last reader back. */
function inYears(blocks: readonly PartBlock[], plan: Plan, times: readonly number[]): readonly PartBlock[] {
  const masks = new Map<number, Uint8Array>();
  const found = blocks.map(({ over, parts }): PartBlock => {
    const needed = parts.map(({ target }) => {
      const mask = new Uint8Array(over === 'base' ? 1 : plan.years.length);
      for (const time of over === 'base' ? BASE : times) mask[time] = 1;
      masks.set(target, mask);
      return mask;
    });
    return { over, parts, needed };
  });
  for (const { over, parts, needed } of found.toReversed())
    for (let time = over === 'base' ? 0 : plan.years.length - 1; time >= 0; time--)
      for (let index = parts.length - 1; index >= 0; index--) {
        if (needed?.[index]?.[time] !== 1) continue;
        const now = over === 'base' ? plan.baseIndex : time;
        for (const read of parts[index]?.reads ?? []) {
          const mask = masks.get(read.cell);
          // Before the first year another formula stands in, which reads nothing there.
          if (mask !== undefined) mask['index' in read ? read.index : Math.max(0, now - read.lag)] = 1;
        }
      }
  return found;
}

/** The first check or declared bounds that the numbers break, among those that a change can reach. */
export function brokenBy(
  { plan, stack }: Graph,
  values: Float64Array,
  { conditions }: Consequences,
): string | undefined {
  const all = [...plan.years.keys()];
  const base = [plan.baseIndex];
  return conditions.find(
    ({ over, code }) =>
      !(over === 'base' ? base : all).every((time) => evaluate(code, plan.years, values, time, stack) > 0),
  )?.name;
}

function compute({ plan, stack }: Graph, blocks: readonly PartBlock[], values: Float64Array): void {
  for (const { over, parts, needed } of blocks) {
    const times = over === 'base' ? 1 : plan.years.length;
    for (let time = 0; time < times; time++)
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        if (part === undefined || needed?.[index]?.[time] === 0) continue;
        const { target, code, first, firstYears } = part;
        values[target + time] = evaluate(
          first !== undefined && time < firstYears ? first : code,
          plan.years,
          values,
          over === 'base' ? plan.baseIndex : time,
          stack,
        );
      }
  }
}

/** The number of a cell and year, in base units. */
export function numberAt({ plan, id }: Graph, values: Float64Array, cell: PlanCell, time: number): number {
  return values[id(cell) + (plan.slots[cell.slot]?.times === 1 ? 0 : time)] ?? Number.NaN;
}
