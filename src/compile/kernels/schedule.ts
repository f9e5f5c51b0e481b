// The order in which kernels compute what differs from draw to draw: phases, each over all years, and chunks of a size that engines optimise.
import type { Block, Plan } from '../types.ts';
import { fixYear, type Load, loadsOf, makeTerms, type Term } from './terms.ts';
import type { Output, UncertainCell } from './types.ts';

/** What a value depends on besides the case. */
export interface Dependence {
  readonly draw: boolean;
  readonly year: boolean;
}

/** One thing to compute: the value of a cell, an output, or whether one cell of a condition holds. */
export interface Task {
  readonly gives:
    | { readonly kind: 'value'; readonly slot: number; readonly cell: number }
    | { readonly kind: 'output' | 'condition'; readonly index: number };
  readonly code: Term;
  /** In the place of the code in the first `firstYears` years. */
  readonly first?: Term | undefined;
  readonly firstYears: number;
}

/** Years loop over all chunks of a phase together. */
export interface Phase {
  /** Computed once a block, before the years. */
  readonly steady: readonly Task[];
  readonly chunks: readonly (readonly Task[])[];
}

/** Where the values of a cell that differs by draw and year are kept; `local` if only their own chunk reads them. */
export type Home =
  | { readonly kind: 'local' }
  | { readonly kind: 'ring'; readonly index: number }
  | { readonly kind: 'kept'; readonly index: number };

export interface Schedule {
  readonly phases: readonly Phase[];
  /** How many of the first phases are the same in cases that are alike; the others rest on them. */
  readonly commonPhases: number;
  readonly dependence: (term: Term) => Dependence;
  readonly cellOf: (slot: number, cell: number) => Dependence;
  readonly homeOf: (slot: number, cell: number) => Home;
  readonly homes: { readonly ring: number; readonly kept: number };
  /** Rows of each ring: the longest lag and the year itself. */
  readonly period: number;
}

const NOTHING: Dependence = { draw: false, year: false };
/** Steps of the engine's machine, about; a chunk may have so many and the last task's more. */
const CHUNK = 2500;

interface Placed {
  readonly task: Task;
  readonly yearly: boolean;
  readonly phase: number;
}

/** Whether a cell that is not computed from draws has the same numbers, or the same draws, in all cases that are taken together. */
export type Alike = (at: { readonly slot: number; readonly cell: number }) => boolean;

type Index = (at: { readonly slot: number; readonly cell: number }) => number;
type LoadsIn = (task: Task) => readonly Load[];

/** The loads of tasks, each found once. */
function loadsOnce(): LoadsIn {
  const known = new Map<Task, readonly Load[]>();
  return (task) => {
    const { code, first } = task;
    const found = known.get(task) ?? [code, ...(first === undefined ? [] : [first])].flatMap(loadsOf);
    known.set(task, found);
    return found;
  };
}

export function makeSchedule(
  plan: Plan,
  uncertain: readonly UncertainCell[],
  outputs: readonly Output[],
  alike: Alike,
): Schedule {
  const read = makeTerms();
  const starts = plan.slots.map(({ cells }, slot) => ({ cells: cells.length, slot }));
  const firsts: number[] = [];
  let count = 0;
  for (const { cells } of starts) {
    firsts.push(count);
    count += cells;
  }
  const at: Index = ({ slot, cell }) => (firsts[slot] ?? 0) + cell;
  const cells = plan.slots.flatMap((slot) =>
    slot.cells.map((): Dependence => ({ draw: false, year: slot.kind === 'input' && slot.times > 1 })),
  );
  for (const each of uncertain)
    cells[at(each)] = { draw: true, year: each.yearly || (plan.slots[each.slot]?.times ?? 1) > 1 };

  const blocks = plan.blocks.map((block) => tasksOf(block, plan, read));
  for (const tasks of blocks) settle(tasks, cells, at);
  const dependence = dependenceBy(cells, at);
  const asked = askedOf(plan, outputs, read).filter(({ code }) => dependence(code).draw);
  const loadsIn = loadsOnce();
  const live = liveIn(blocks, asked, { at, loadsIn });
  const needed = blocks.map((tasks) =>
    tasks.filter(({ gives }) => gives.kind === 'value' && live.has(at(gives))),
  );
  const varying = needed.map((tasks) =>
    tasks.filter(({ gives }) => gives.kind === 'value' && cells[at(gives)]?.draw === true),
  );
  // An output is told of every case, so each computes its own.
  const conditions = asked.filter(({ gives }) => gives.kind === 'condition');
  const common = commonIn([...varying.flat(), ...conditions], alike, { at, loadsIn });
  const { placed, commonPhases } = placePhases(varying, asked, common, { cells, at, dependence, loadsIn });
  const phases = phasesOf(placed, cells.length, { at, loadsIn });
  const cellOf = (slot: number, cell: number): Dependence => cells[at({ slot, cell })] ?? NOTHING;
  return { phases, commonPhases, dependence, cellOf, ...homesOf(phases, placed, { cells, at, loadsIn }) };
}

function tasksOf({ over, steps }: Block, plan: Plan, read: ReturnType<typeof makeTerms>): readonly Task[] {
  return steps.map(({ slot, cell, code, first, firstYears }) => ({
    gives: { kind: 'value', slot, cell },
    code: read(over === 'base' ? fixYear(code, plan) : code),
    first: first === undefined ? undefined : read(first),
    firstYears: first === undefined ? 0 : firstYears,
  }));
}

function askedOf(
  plan: Plan,
  outputs: readonly Output[],
  read: ReturnType<typeof makeTerms>,
): readonly Task[] {
  const task = (kind: 'output' | 'condition', index: number, { over, code }: Output): Task => ({
    gives: { kind, index },
    code: read(over === 'base' ? fixYear(code, plan) : code),
    firstYears: 0,
  });
  return [
    ...outputs.map((output, index) => task('output', index, output)),
    ...plan.conditions.flatMap(({ over, cells }, index) =>
      cells.map(({ code }) => task('condition', index, { over, code })),
    ),
  ];
}

/** Finds what the cells of one block depend on; they may depend on each other, over years. */
function settle(tasks: readonly Task[], cells: Dependence[], at: Index): void {
  for (let changed = true; changed; ) {
    changed = false;
    const dependence = dependenceBy(cells, at);
    for (const { gives, code, first } of tasks) {
      if (gives.kind !== 'value') continue;
      const parts = [code, ...(first === undefined ? [] : [first])].map(dependence);
      const found = {
        draw: parts.some(({ draw }) => draw),
        year: first !== undefined || parts.some(({ year }) => year),
      };
      const before = cells[at(gives)];
      if (before?.draw === found.draw && before.year === found.year) continue;
      cells[at(gives)] = found;
      changed = true;
    }
  }
}

function dependenceBy(cells: readonly Dependence[], at: Index): (term: Term) => Dependence {
  const known = new Map<number, Dependence>();
  const of = (term: Term): Dependence => {
    const found = known.get(term.id) ?? find(term);
    known.set(term.id, found);
    return found;
  };
  const find = ({ instruction, operands }: Term): Dependence => {
    if (instruction.kind === 'year') return { draw: false, year: true };
    if (instruction.kind === 'load') {
      const { draw, year } = cells[at(instruction)] ?? NOTHING;
      return { draw, year: year && instruction.time.kind === 'now' };
    }
    const parts = operands.map(of);
    return { draw: parts.some(({ draw }) => draw), year: parts.some(({ year }) => year) };
  };
  return of;
}

/** The cells that what is asked for rests on. */
function liveIn(
  blocks: readonly (readonly Task[])[],
  asked: readonly Task[],
  { at, loadsIn }: Pick<Known, 'at' | 'loadsIn'>,
): ReadonlySet<number> {
  const tasks = new Map<number, Task>();
  for (const task of blocks.flat()) if (task.gives.kind === 'value') tasks.set(at(task.gives), task);
  const live = new Set(asked.flatMap((task) => loadsIn(task).map(at)));
  // The set grows while it is walked.
  for (const cell of live) {
    const task = tasks.get(cell);
    if (task !== undefined) for (const load of loadsIn(task)) live.add(at(load));
  }
  return live;
}

interface Known {
  readonly cells: readonly Dependence[];
  readonly at: Index;
  readonly dependence: (term: Term) => Dependence;
  readonly loadsIn: LoadsIn;
}

/** The tasks that rest on nothing but what is alike; those of a loop over years stand or fall together. */
function commonIn(
  tasks: readonly Task[],
  alike: Alike,
  { at, loadsIn }: Pick<Known, 'at' | 'loadsIn'>,
): ReadonlySet<Task> {
  const taskOf = new Map(
    tasks.flatMap((task): [number, Task][] => (task.gives.kind === 'value' ? [[at(task.gives), task]] : [])),
  );
  const common = new Set(tasks);
  for (let before = -1; before !== common.size; ) {
    before = common.size;
    for (const task of common) {
      const isAlike = loadsIn(task).every((load) => {
        const source = taskOf.get(at(load));
        return source === undefined ? alike(load) : common.has(source);
      });
      if (!isAlike) common.delete(task);
    }
  }
  return common;
}

/** What is common comes first. A value of a fixed year is there once all years of its phase are through. */
function placePhases(
  blocks: readonly (readonly Task[])[],
  asked: readonly Task[],
  common: ReadonlySet<Task>,
  { cells, at, dependence, loadsIn }: Known,
): { readonly placed: readonly Placed[]; readonly commonPhases: number } {
  const phaseOf = new Map<number, number>();
  const needed = (task: Task): number =>
    Math.max(
      0,
      ...loadsIn(task).map((load) => {
        const phase = phaseOf.get(at(load));
        if (phase === undefined) return 0;
        return phase + (load.time.kind === 'fixed' && cells[at(load)]?.year === true ? 1 : 0);
      }),
    );
  const placed: Placed[] = [];
  const place = (tasks: readonly Task[], from: number): void => {
    const phase = Math.max(from, ...tasks.map(needed));
    for (const task of tasks) {
      if (task.gives.kind !== 'value') continue;
      phaseOf.set(at(task.gives), phase);
      placed.push({ task, yearly: cells[at(task.gives)]?.year === true, phase });
    }
  };
  const ask = (tasks: readonly Task[], from: number): void => {
    for (const task of tasks)
      placed.push({ task, yearly: dependence(task.code).year, phase: Math.max(from, needed(task)) });
  };
  const isCommon = (task: Task): boolean => common.has(task);
  const isOwn = (task: Task): boolean => !common.has(task);
  for (const tasks of blocks) place(tasks.filter(isCommon), 0);
  ask(asked.filter(isCommon), 0);
  const commonPhases = Math.max(0, ...placed.map(({ phase }) => phase + 1));
  for (const tasks of blocks) place(tasks.filter(isOwn), commonPhases);
  ask(asked.filter(isOwn), commonPhases);
  return { placed, commonPhases };
}

function phasesOf(
  placed: readonly Placed[],
  cellCount: number,
  known: Pick<Known, 'at' | 'loadsIn'>,
): readonly Phase[] {
  const count = Math.max(0, ...placed.map(({ phase }) => phase + 1));
  return Array.from({ length: count }, (_, index) => {
    const members = placed.filter(({ phase }) => phase === index);
    const steady = members.filter(({ yearly }) => !yearly).map(({ task }) => task);
    const yearly = members.filter((each) => each.yearly).map(({ task }) => task);
    return { steady, chunks: chunksOf(nearSources(yearly, cellCount, known)) };
  });
}

/** Outputs and conditions right behind the last value that they read, so that they find it at hand. */
function nearSources(
  tasks: readonly Task[],
  cellCount: number,
  { at, loadsIn }: Pick<Known, 'at' | 'loadsIn'>,
): readonly Task[] {
  const orderOf = new Int32Array(cellCount).fill(-1);
  tasks.forEach(({ gives }, index) => {
    if (gives.kind === 'value') orderOf[at(gives)] = index;
  });
  const place = (task: Task, index: number): number =>
    task.gives.kind === 'value'
      ? index
      : Math.max(-1, ...loadsIn(task).map((load) => orderOf[at(load)] ?? -1));
  return tasks
    .map((task, index) => ({ task, place: place(task, index) }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ task }) => task);
}

function chunksOf(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const chunks: Task[][] = [];
  let size = CHUNK;
  for (const task of tasks) {
    if (size >= CHUNK) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(task);
    size += stepsOf(task.code);
  }
  return chunks;
}

function stepsOf({ instruction, operands }: Term): number {
  const below = operands.reduce((sum, operand) => sum + stepsOf(operand), 0);
  if (instruction.kind === 'call') return below + (['exp', 'log'].includes(instruction.word) ? 40 : 4);
  return below + (instruction.kind === 'operate' && instruction.operator === '^' ? 90 : 2);
}

/** Decides for every cell that differs by draw and year which rows its values need. */
function homesOf(
  phases: readonly Phase[],
  placed: readonly Placed[],
  { cells, at, loadsIn }: Pick<Known, 'cells' | 'at' | 'loadsIn'>,
): Pick<Schedule, 'homeOf' | 'homes' | 'period'> {
  const chunkOf = new Map<Task, string>();
  phases.forEach(({ chunks }, phase) => {
    chunks.forEach((chunk, index) => {
      for (const task of chunk) chunkOf.set(task, `${phase} ${index}`);
    });
  });
  const sources = new Map(
    placed.flatMap((each): [number, Placed][] =>
      each.task.gives.kind === 'value' && each.yearly ? [[at(each.task.gives), each]] : [],
    ),
  );
  const kept = new Set<number>();
  const ring = new Set<number>();
  let longest = 0;
  for (const { task, phase } of placed)
    for (const load of loadsIn(task)) {
      const source = sources.get(at(load));
      if (source === undefined || cells[at(load)]?.year !== true) continue;
      if (load.time.kind === 'fixed' || source.phase < phase) kept.add(at(load));
      else if (load.time.lag > 0 || chunkOf.get(task) !== chunkOf.get(source.task)) {
        ring.add(at(load));
        longest = Math.max(longest, load.time.lag);
      }
    }
  const keptIndex = new Map([...kept].map((cell, index) => [cell, index]));
  const ringIndex = new Map([...ring].filter((cell) => !kept.has(cell)).map((cell, index) => [cell, index]));
  const homeOf = (slot: number, cell: number): Home => {
    const key = at({ slot, cell });
    const [inKept, inRing] = [keptIndex.get(key), ringIndex.get(key)];
    if (inKept !== undefined) return { kind: 'kept', index: inKept };
    return inRing === undefined ? { kind: 'local' } : { kind: 'ring', index: inRing };
  };
  return { homeOf, homes: { ring: ringIndex.size, kept: keptIndex.size }, period: longest + 1 };
}
