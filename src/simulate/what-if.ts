// One input changed at a time: only the numbers that it moves are computed again, one at a time. For questions that ask a run many small
// things: what moves a headline, what would meet a target.
import type { Case } from '../resolve/index.ts';
import type { Graph, Part, PartBlock, PlanCell, PlanSpot, Watched } from './graph.ts';
import { evaluate, placeOf, positionOf } from './single.ts';

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
  { plan, blocks, blockOf, id }: Graph,
  spots: readonly PlanSpot[],
  watched: readonly Watched[] = [],
): Wanted {
  const wanted = new Uint8Array(plan.size);
  const wantedBlocks = new Uint8Array(blocks.length);
  const want = (place: number): void => {
    wanted[place] = 1;
    wantedBlocks[blockOf[place] as number] = 1;
  };
  for (const spot of spots) want(id(spot) + (plan.slots[spot.slot]?.times === 1 ? 0 : spot.time));
  for (const { times, reads } of watched)
    for (const time of times) for (const read of reads) want(placeOf(read, time));
  for (let index = blocks.length - 1; index >= 0; index--) {
    if (wantedBlocks[index] === 0) continue;
    const { times, parts } = blocks[index] as PartBlock;
    for (let time = times - 1; time >= 0; time--)
      for (let at = parts.length - 1; at >= 0; at--) {
        const { target, reads } = parts[at] as Part;
        if (wanted[target + time] === 1) for (const read of reads) want(placeOf(read, time));
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
  const count = follow(graph, values, wanted, enter(graph, values, wanted, change, 0));
  const result = read(values);
  restore(graph, values, count);
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
  for (const change of changes) enter(graph, values, wanted, change, 0);
  follow(graph, values, wanted, 0);
}

/** Writes the new numbers of an input; how many numbers are overwritten is counted on from `count`. */
function enter(graph: Graph, values: Float64Array, wanted: Wanted, change: Change, count: number): number {
  const { numbers } = change;
  const start = graph.id(change);
  let overwritten = count;
  for (let time = 0; time < numbers.length; time++) {
    const place = start + time;
    if (wanted[place] === 0 || !overwrite(graph, values, place, numbers[time] as number, overwritten))
      continue;
    call(graph, place, wanted);
    overwritten++;
  }
  return overwritten;
}

/** Computes all that is due, and what is due then; a formula whose number is what it was ends the way. */
function follow(graph: Graph, values: Float64Array, wanted: Wanted, count: number): number {
  const { due, dueBlocks } = graph.room;
  let overwritten = count;
  for (let index = dueBlocks.indexOf(1); index >= 0; index = dueBlocks.indexOf(1, index + 1)) {
    const { over, times, parts } = graph.blocks[index] as PartBlock;
    for (let time = 0; time < times; time++)
      for (const part of parts) {
        const place = part.target + time;
        if (due[place] === 0) continue;
        due[place] = 0;
        if (overwrite(graph, values, place, computed(graph, part, over, time, values), overwritten)) {
          call(graph, place, wanted);
          overwritten++;
        }
      }
    dueBlocks[index] = 0;
  }
  return overwritten;
}

/** @returns whether the number is another one than before */
function overwrite(
  { room }: Graph,
  values: Float64Array,
  place: number,
  number: number,
  count: number,
): boolean {
  const old = values[place] as number;
  if (Object.is(number, old)) return false;
  room.places[count] = place;
  room.before[count] = old;
  values[place] = number;
  return true;
}

function restore({ room: { places, before } }: Graph, values: Float64Array, count: number): void {
  for (let index = 0; index < count; index++) values[places[index] as number] = before[index] as number;
}

/** Makes due what reads a number, as far as it is wanted. */
function call({ readers: { starts, places }, blockOf, room }: Graph, place: number, wanted: Wanted): void {
  const end = starts[place + 1] as number;
  for (let index = starts[place] as number; index < end; index++) {
    const reader = places[index] as number;
    if (wanted[reader] === 0) continue;
    room.due[reader] = 1;
    room.dueBlocks[blockOf[reader] as number] = 1;
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
