// One input changed at a time: only the numbers that it moves are computed again, one at a time. For questions that ask a run many small
// things: what moves a headline, what would meet a target.
import type { Case } from '../resolve/index.ts';
import type { Graph, Part, PartBlock, PlanCell, PlanSpot, Readers, Watched } from './graph.ts';
import { evaluate, positionOf } from './single.ts';

export { type Graph, graphOf, type PlanCell, type PlanSpot, type Watched } from './graph.ts';

/** An input with its new numbers, one a year or one alone, in base units. */
export interface Change extends PlanCell {
  readonly numbers: readonly number[];
}

/** 1 for every number of a plan that is looked at, or that such a number rests on; no other is written or computed. */
export type Wanted = Uint8Array;

/** The numbers of one case with every input at its value, in base units: [slot][cell][year]. */
export function centralValues(graph: Graph, { inputs }: Case): Float64Array {
  const { plan, blocks } = graph;
  const values = new Float64Array(plan.size);
  for (const [name, cells] of inputs) {
    const slot = plan.slotOf.get(name);
    if (slot === undefined) continue;
    for (const [cell, { values: numbers }] of cells.entries())
      values.set(numbers, positionOf(plan, slot, cell));
  }
  for (const { over, times, parts } of blocks)
    for (let time = 0; time < times; time++)
      for (const part of parts) values[part.target + time] = computed(graph, part, over, time, values);
  return values;
}

/** @param time index of the number among those of the formula */
function computed(
  { plan, room }: Graph,
  { code, first, firstYears }: Part,
  over: PartBlock['over'],
  time: number,
  values: Float64Array,
): number {
  const formula = first !== undefined && time < firstYears ? first : code;
  return evaluate(formula, plan.years, values, over === 'base' ? plan.baseIndex : time, room.stack);
}

/** What must be computed for these numbers and checks: found from the last reader back. */
export function wantedFor(
  { plan, blocks, id }: Graph,
  spots: readonly PlanSpot[],
  watched: readonly Watched[] = [],
): Wanted {
  const wanted = new Uint8Array(plan.size);
  const want = ({ reads }: Pick<Part, 'reads'>, time: number): void => {
    for (const { cell, lag, index } of reads) wanted[cell + (index ?? Math.max(0, time - lag))] = 1;
  };
  for (const spot of spots) wanted[id(spot) + (plan.slots[spot.slot]?.times === 1 ? 0 : spot.time)] = 1;
  for (const one of watched) for (const time of one.times) want(one, time);
  for (let index = blocks.length - 1; index >= 0; index--) {
    const { times, parts } = blocks[index] as PartBlock;
    for (let time = times - 1; time >= 0; time--)
      for (let at = parts.length - 1; at >= 0; at--) {
        const part = parts[at] as Part;
        if (wanted[part.target + time] === 1) want(part, time);
      }
  }
  return wanted;
}

/**
 * Changes one input, computes what follows, and hands the numbers to `read`; afterwards they are as before.
 * @param values the numbers of a case, see {@link centralValues}
 * @param wanted what to compute of all that follows, see {@link wantedFor}
 */
export function whatIf<T>(
  graph: Graph,
  values: Float64Array,
  change: Change,
  wanted: Wanted,
  read: (values: Float64Array) => T,
): T {
  const { places, before } = graph.room;
  const count = follow(graph, values, [change], wanted);
  const result = read(values);
  for (let index = 0; index < count; index++) values[places[index] ?? 0] = before[index] ?? Number.NaN;
  return result;
}

/**
 * Changes inputs together, for good, and computes what follows.
 * @param wanted the same for all changes of these numbers, since the others stay as they are
 */
export function recompute(
  graph: Graph,
  values: Float64Array,
  changes: readonly Change[],
  wanted: Wanted,
): void {
  follow(graph, values, changes, wanted);
}

/**
 * Writes new numbers of inputs, and of all that is wanted and reads a number that is another now; a formula whose numbers are what they
 * were ends the way.
 * @returns how many numbers were overwritten; where, and what stood there, is in the graph's room
 */
function follow(graph: Graph, values: Float64Array, changes: readonly Change[], wanted: Wanted): number {
  const { due, dueBlocks, places, before } = graph.room;
  let count = 0;
  for (const change of changes) {
    const [start, readers] = [graph.id(change), graph.readersOf(change)];
    for (let time = 0; time < change.numbers.length; time++) {
      const place = start + time;
      if (wanted[place] === 0) continue;
      const [number, old] = [change.numbers[time] as number, values[place] as number];
      if (Object.is(number, old)) continue;
      places[count] = place;
      before[count++] = old;
      values[place] = number;
      call(graph, readers, time, wanted);
    }
  }
  for (let index = dueBlocks.indexOf(1); index >= 0; index = dueBlocks.indexOf(1, index + 1)) {
    const { over, times, parts } = graph.blocks[index] as PartBlock;
    for (let time = 0; time < times; time++)
      for (const part of parts) {
        const place = part.target + time;
        if (due[place] === 0) continue;
        due[place] = 0;
        const number = computed(graph, part, over, time, values);
        const old = values[place] as number;
        if (Object.is(number, old)) continue;
        places[count] = place;
        before[count++] = old;
        values[place] = number;
        call(graph, part.readers, time, wanted);
      }
    dueBlocks[index] = 0;
  }
  return count;
}

/** Makes due what reads a number of the year at an index, as far as it is wanted. */
function call({ plan, blocks, room }: Graph, { later, fixed }: Readers, time: number, wanted: Wanted): void {
  const { due, dueBlocks } = room;
  for (const { part, lag } of later) {
    const place = part.target + time + lag;
    if (time + lag >= plan.years.length || wanted[place] === 0) continue;
    due[place] = 1;
    dueBlocks[part.block] = 1;
  }
  for (const { target, block } of fixed[time] ?? [])
    for (let place = target; place < target + (blocks[block]?.times ?? 0); place++) {
      if (wanted[place] === 0) continue;
      due[place] = 1;
      dueBlocks[block] = 1;
    }
}

/** The first check or declared bounds among these that the numbers break. */
export const brokenBy = (
  { plan, room }: Graph,
  values: Float64Array,
  watched: readonly Watched[],
): string | undefined =>
  watched.find(
    ({ times, code }) => !times.every((time) => evaluate(code, plan.years, values, time, room.stack) > 0),
  )?.name;

/** The number of a cell and year, in base units. */
export function numberAt({ plan, id }: Graph, values: Float64Array, cell: PlanCell, time: number): number {
  return values[id(cell) + (plan.slots[cell.slot]?.times === 1 ? 0 : time)] ?? Number.NaN;
}
