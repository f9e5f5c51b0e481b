// A plan made ready for questions that ask it many small things: formulas for one number at a time, and who reads whom.
import type { Plan, Step } from '../compile/index.ts';
import { makeReady, placeOf, positionOf, type Read, type Ready } from './single.ts';

/** One element of one quantity: what a plan computes or is given. */
export interface PlanCell {
  readonly slot: number;
  readonly cell: number;
}

/** The number of a cell in one year; the index of the year says nothing for a quantity over base. */
export interface PlanSpot extends PlanCell {
  readonly time: number;
}

/** The formula of one cell. */
export interface Part {
  /** Where its numbers stand; a name for the cell, too. */
  readonly target: number;
  readonly code: Ready;
  readonly first: Ready | undefined;
  readonly firstYears: number;
  readonly reads: readonly Read[];
}

/** Formulas that are computed year by year together, since they read one another; any other formula has a block of its own. */
export interface PartBlock {
  readonly over: 'years' | 'base';
  /** How many numbers each of them has: one a year, or one alone. */
  readonly times: number;
  readonly parts: readonly Part[];
}

/** One cell of a check or of declared bounds. */
export interface Watched {
  readonly name: string;
  /** Indices of the years in which it must hold. */
  readonly times: readonly number[];
  readonly code: Ready;
  readonly reads: readonly Read[];
}

/** What a change leaves to do, and what it has overwritten: room that is kept, all of it 0 between changes. */
export interface Room {
  /** 1 for a number that must be computed again, and for a block with such numbers. */
  readonly due: Uint8Array;
  readonly dueBlocks: Uint8Array;
  /** Where numbers were overwritten, and what stood there. */
  readonly places: Int32Array;
  readonly before: Float64Array;
  /** For the longest formula. */
  readonly stack: Float64Array;
}

/** The places of all numbers whose formulas read the number at a place: those from `starts[place]` to before `starts[place + 1]`. */
export interface Readers {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

export interface Graph {
  readonly plan: Plan;
  /** In an order in which each comes after what it reads. */
  readonly blocks: readonly PartBlock[];
  /** Every cell of every check and of all declared bounds. */
  readonly watched: readonly Watched[];
  /** A number of its own for every cell. */
  readonly id: (cell: PlanCell) => number;
  readonly readers: Readers;
  /** The position of the block that computes a number. */
  readonly blockOf: Uint32Array;
  /** All that the cells rest on, themselves included, as ids. */
  readonly behind: (cells: readonly PlanCell[]) => ReadonlySet<number>;
  /** The checks and declared bounds that rest on a cell. */
  readonly watching: (cell: PlanCell) => readonly Watched[];
  readonly room: Room;
}

export function graphOf(plan: Plan): Graph {
  const id = ({ slot, cell }: PlanCell): number => positionOf(plan, slot, cell);
  const blocks = blocksOf(plan);
  const parts = new Map(blocks.flatMap((block) => block.parts.map((part) => [part.target, part] as const)));
  const behind = (ids: readonly number[]): ReadonlySet<number> => {
    const found = new Set(ids);
    for (const cell of found) for (const read of parts.get(cell)?.reads ?? []) found.add(read.cell);
    return found;
  };
  const watched = watchedIn(plan);
  const watching = new Map<number, Watched[]>();
  for (const one of watched)
    for (const cell of behind(one.reads.map((read) => read.cell)))
      watching.set(cell, [...(watching.get(cell) ?? []), one]);
  return {
    plan,
    blocks,
    watched,
    id,
    readers: readersIn(plan, blocks),
    blockOf: placed(plan, blocks),
    behind: (cells) => behind(cells.map(id)),
    watching: (cell) => watching.get(id(cell)) ?? [],
    room: roomFor(plan, blocks, watched),
  };
}

function blocksOf(plan: Plan): readonly PartBlock[] {
  return plan.blocks.flatMap(({ over, steps }): readonly PartBlock[] => {
    const times = over === 'base' ? 1 : plan.years.length;
    const parts = steps.map((step) => partOf(step, over, plan));
    const own = new Set(parts.map(({ target }) => target));
    const isLoop = parts.some(({ reads }) => reads.some(({ cell }) => own.has(cell)));
    return isLoop ? [{ over, times, parts }] : parts.map((part) => ({ over, times, parts: [part] }));
  });
}

function partOf({ slot, cell, code, first, firstYears }: Step, over: 'years' | 'base', plan: Plan): Part {
  const target = positionOf(plan, slot, cell);
  const now = over === 'base' ? plan.baseIndex : undefined;
  const main = makeReady(code, plan, now);
  if (first === undefined) return { target, code: main.code, first, firstYears, reads: main.reads };
  const opening = makeReady(first, plan, now);
  const reads = [...main.reads, ...opening.reads];
  return { target, code: main.code, first: opening.code, firstYears, reads };
}

function readersIn({ size }: Plan, blocks: readonly PartBlock[]): Readers {
  let count = 0;
  for (const { times, parts } of blocks) for (const { reads } of parts) count += reads.length * times;
  // Every reading, in the order in which formulas are computed: the number that is read, and the one that is computed from it.
  const [read, reader] = [new Uint32Array(count), new Uint32Array(count)];
  let index = 0;
  for (const { times, parts } of blocks)
    for (const { target, reads } of parts)
      for (const one of reads)
        for (let time = 0; time < times; time++) {
          read[index] = placeOf(one, time);
          reader[index++] = target + time;
        }
  const starts = new Uint32Array(size + 1);
  for (const place of read) starts[place + 1] = (starts[place + 1] as number) + 1;
  for (let place = 0; place < size; place++)
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
  const [places, next] = [new Uint32Array(count), starts.slice()];
  for (index = 0; index < count; index++) {
    const place = read[index] as number;
    const at = next[place] as number;
    places[at] = reader[index] as number;
    next[place] = at + 1;
  }
  return { starts, places };
}

function placed({ size }: Plan, blocks: readonly PartBlock[]): Uint32Array {
  const found = new Uint32Array(size);
  for (const [index, { times, parts }] of blocks.entries())
    for (const { target } of parts) found.fill(index, target, target + times);
  return found;
}

function watchedIn(plan: Plan): readonly Watched[] {
  const all = [...plan.years.keys()];
  return plan.conditions.flatMap((condition) =>
    condition.cells.map(
      ({ code }): Watched => ({
        name: condition.kind === 'check' ? condition.name : `bounds of ${condition.quantity}`,
        times: condition.over === 'base' ? [plan.baseIndex] : all,
        ...makeReady(code, plan),
      }),
    ),
  );
}

function roomFor({ size }: Plan, blocks: readonly PartBlock[], watched: readonly Watched[]): Room {
  let longest = 1;
  const fit = ({ kinds }: Ready): void => {
    longest = Math.max(longest, kinds.length);
  };
  for (const { parts } of blocks)
    for (const { code, first } of parts) {
      fit(code);
      if (first !== undefined) fit(first);
    }
  for (const { code } of watched) fit(code);
  return {
    due: new Uint8Array(size),
    dueBlocks: new Uint8Array(blocks.length),
    places: new Int32Array(size),
    before: new Float64Array(size),
    stack: new Float64Array(longest),
  };
}
