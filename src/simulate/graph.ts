// A plan made ready for questions that ask it many small things: formulas for one number at a time, and who reads whom.
import type { Plan, Step } from '../compile/index.ts';
import { makeReady, positionOf, type Read, type Ready } from './single.ts';

/** One element of one quantity: what a plan computes or is given. */
export interface PlanCell {
  readonly slot: number;
  readonly cell: number;
}

/** The number of a cell in one year; the index of the year says nothing for a quantity over base. */
export interface PlanSpot extends PlanCell {
  readonly time: number;
}

/** The formulas that read the numbers of a cell. */
export interface Readers {
  /** Those that read it so many years later. */
  readonly later: readonly { readonly part: Part; readonly lag: number }[];
  /** Those that read one year of it, whatever year they compute, by the index of that year. */
  readonly fixed: readonly (readonly Part[] | undefined)[];
}

/** The formula of one cell. */
export interface Part {
  /** Where its numbers stand; a name for the cell, too. */
  readonly target: number;
  readonly code: Ready;
  readonly first: Ready | undefined;
  readonly firstYears: number;
  readonly reads: readonly Read[];
  readonly readers: Readers;
  /** Position of its block. */
  readonly block: number;
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

export interface Graph {
  readonly plan: Plan;
  /** In an order in which each comes after what it reads. */
  readonly blocks: readonly PartBlock[];
  /** Every cell of every check and of all declared bounds. */
  readonly watched: readonly Watched[];
  /** A number of its own for every cell. */
  readonly id: (cell: PlanCell) => number;
  readonly readersOf: (cell: PlanCell) => Readers;
  /** All that the cells rest on, themselves included, as ids. */
  readonly behind: (cells: readonly PlanCell[]) => ReadonlySet<number>;
  /** The checks and declared bounds that rest on a cell. */
  readonly watching: (cell: PlanCell) => readonly Watched[];
  readonly room: Room;
}

const NOBODY: Readers = { later: [], fixed: [] };

export function graphOf(plan: Plan): Graph {
  const id = ({ slot, cell }: PlanCell): number => positionOf(plan, slot, cell);
  const readers = new Map<number, { later: { part: Part; lag: number }[]; fixed: Part[][] }>();
  const readersOf = (cell: number) => {
    const own = readers.get(cell) ?? { later: [], fixed: [] };
    readers.set(cell, own);
    return own;
  };
  const blocks: PartBlock[] = [];
  const parts = new Map<number, Part>();
  for (const { over, steps } of plan.blocks) {
    const own = new Set(steps.map(id));
    const made = steps.map((step) => ({ target: id(step), ...formulaOf(step, over, plan) }));
    const isLoop = made.some(({ reads }) => reads.some(({ cell }) => own.has(cell)));
    for (const together of isLoop ? [made] : made.map((one) => [one])) {
      const block = blocks.length;
      blocks.push({
        over,
        times: over === 'base' ? 1 : plan.years.length,
        parts: together.map((one) => ({ ...one, block, readers: readersOf(one.target) })),
      });
    }
  }
  for (const { parts: own } of blocks)
    for (const part of own) {
      parts.set(part.target, part);
      for (const { cell, lag, index } of part.reads) {
        const { later, fixed } = readersOf(cell);
        if (index === undefined) later.push({ part, lag });
        else {
          fixed[index] ??= [];
          fixed[index].push(part);
        }
      }
    }
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
    readersOf: (cell) => readers.get(id(cell)) ?? NOBODY,
    behind: (cells) => behind(cells.map(id)),
    watching: (cell) => watching.get(id(cell)) ?? [],
    room: roomFor(plan, blocks, watched),
  };
}

function formulaOf({ code, first, firstYears }: Step, over: 'years' | 'base', plan: Plan) {
  const now = over === 'base' ? plan.baseIndex : undefined;
  const main = makeReady(code, plan, now);
  if (first === undefined) return { code: main.code, first, firstYears, reads: main.reads };
  const opening = makeReady(first, plan, now);
  return { code: main.code, first: opening.code, firstYears, reads: [...main.reads, ...opening.reads] };
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
