// Tasks -> graphs: each function of the kernels as what it stores where, with the tables and rows that it needs on the way.

import { operateKernel, operateUnaryKernel, words } from '../../language/index.ts';
import type { LoadTime, Plan } from '../types.ts';
import { type Graph, makeGraph, type Node, realOf } from './graph.ts';
import type { Schedule, Task } from './schedule.ts';
import { type Load, loadsOf, mayFail, passedOn, programOf, type Term } from './terms.ts';
import type { BreakRows, OutputRows, Place, Pointer, TableValue, UncertainCell } from './types.ts';
import { VECTOR } from './writer.ts';

export interface Store {
  readonly place: Place;
  readonly node: Node;
}

/** One function: for every two draws, what it stores, and a number that is finite if all its values are. */
export interface Draft {
  readonly stores: readonly Store[];
  readonly witness: Node | undefined;
}

/** A chunk of a phase: the draft for each stretch of years, `until` exclusive; stretches differ by what begins a lag. */
export interface Stretch {
  readonly until: number;
  readonly draft: Draft;
}

export interface DraftPhase {
  readonly steady: Draft;
  readonly chunks: readonly (readonly Stretch[])[];
}

export interface Drafts {
  readonly phases: readonly DraftPhase[];
  readonly steadyValues: readonly TableValue[];
  readonly yearlyValues: readonly TableValue[];
  readonly steadyRows: number;
  readonly breakRows: { readonly common: number; readonly own: number };
  readonly conditions: readonly BreakRows[];
}

interface Given {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly uncertain: readonly UncertainCell[];
  readonly outputs: readonly OutputRows[];
  readonly rowBytes: number;
}

const DOUBLE = 8;
/** Where the numbers of a table begin, behind where the deviations of so many uncertain cells lie. */
export const numbersFrom = (uncertain: number): number => Math.ceil((uncertain * DOUBLE) / VECTOR) * VECTOR;

/** Gives things places in the order in which they are first asked for. */
function numbering<T>() {
  const places = new Map<string, number>();
  const list: T[] = [];
  const place = (key: string, item: T): number => {
    const found = places.get(key) ?? list.push(item) - 1;
    places.set(key, found);
    return found;
  };
  return { list, place };
}

export function draftKernels(given: Given): Drafts {
  const { plan, schedule, uncertain, outputs, rowBytes } = given;
  const steadyValues = numbering<TableValue>();
  const yearlyValues = numbering<TableValue>();
  const steadyRows = numbering<{ readonly phase: number; readonly term: Term | undefined }>();
  const breaks = { common: numbering<number>(), own: numbering<number>() };
  const uncertainAt = new Map(uncertain.map(({ slot, cell }, index) => [`${slot} ${cell}`, index]));
  const coverage = new Map<number, ReadonlySet<string>>();
  const covered = (time: number): ReadonlySet<string> => {
    const found = coverage.get(time) ?? coveredAt(schedule, time, plan.years.length - 1);
    coverage.set(time, found);
    return found;
  };

  const tablePlace = (key: string, value: TableValue, yearly: boolean): Place => {
    const index = (yearly ? yearlyValues : steadyValues).place(key, value);
    const offset = (yearly ? 0 : numbersFrom(uncertain.length)) + index * VECTOR;
    return { pointer: { from: yearly ? 'yearly' : 'table' }, offset, splat: true };
  };
  const row = (pointer: Pointer, index: number): Place => ({
    pointer,
    offset: index * rowBytes,
    splat: false,
  });
  const cellRow = (slot: number, cell: number): Place =>
    row({ from: 'steady' }, steadyRows.place(`cell ${slot} ${cell}`, { phase: 0, term: undefined }));

  /** Draws up one function. `phase` is undefined while the steady part itself is drawn up: all is computed there. */
  const draft = (tasks: readonly Task[], time: number | undefined, phase: number): Draft => {
    const graph = makeGraph();
    const { lanes } = graph;
    const terms = new Map<number, Node>();
    const cells = new Map<string, Node>();

    /** The same in all years, and therefore computed once, before them. */
    const isSteady = (term: Term): boolean => time !== undefined && !schedule.dependence(term).year;
    const uniform = (term: Term): Node => {
      const { instruction } = term;
      if (instruction.kind === 'constant') return lanes.constant(instruction.value);
      const lag = Math.max(0, ...loadsOf(term).map(({ time: at }) => (at.kind === 'now' ? at.lag : 0)));
      const value: TableValue = { kind: 'code', code: programOf(term), lag };
      const place = tablePlace(`code ${term.id}`, value, schedule.dependence(term).year);
      return graph.load(place, mayFail(term));
    };
    const steady = (term: Term): Node => {
      const index = steadyRows.place(`term ${term.id}`, { phase, term });
      return graph.load(row({ from: 'steady' }, index), mayFail(term));
    };
    const loaded = (term: Term, load: Load): Node => {
      const { slot, cell, time: at } = load;
      if (plan.slots[slot]?.kind === 'input') return isSteady(term) ? steady(term) : drawn(term, load);
      const here = cells.get(`${slot} ${cell}`);
      const { year } = schedule.cellOf(slot, cell);
      if (here !== undefined && (!year || (at.kind === 'now' && at.lag === 0))) return here;
      return graph.load(year ? homeRow(slot, cell, at) : cellRow(slot, cell), false);
    };
    const homeRow = (slot: number, cell: number, at: LoadTime): Place => {
      const home = schedule.homeOf(slot, cell);
      if (home.kind === 'kept') {
        return at.kind === 'fixed'
          ? row({ from: 'kept', lag: undefined }, at.index * schedule.homes.kept + home.index)
          : row({ from: 'kept', lag: at.lag }, home.index);
      }
      if (home.kind === 'ring' && at.kind === 'now') return row({ from: 'ring', lag: at.lag }, home.index);
      throw new Error(`cell ${cell} of ${plan.slots[slot]?.quantity} has no row: the schedule is wrong`);
    };
    /** An uncertain input: the central value and the weighed deviation. */
    const drawn = (term: Term, { slot, cell, time: at }: Load): Node => {
      const index = uncertainAt.get(`${slot} ${cell}`);
      if (index === undefined) throw new Error('an input differs by draw and is not uncertain');
      const yearly = at.kind === 'now' && (plan.slots[slot]?.times ?? 1) > 1;
      const weight: TableValue = { kind: 'weight', uncertain: index, time: at };
      const scaled = lanes.multiply(
        graph.load(tablePlace(`weight ${term.id}`, weight, yearly), false),
        graph.load(
          { pointer: { from: 'deviations', uncertain: index, time: at }, offset: 0, splat: false },
          false,
        ),
      );
      const lag = at.kind === 'now' ? at.lag : 0;
      const central: TableValue = { kind: 'code', code: [term.instruction], lag };
      return lanes.add(graph.load(tablePlace(`code ${term.id}`, central, yearly), false), scaled);
    };
    const nodeOf = (term: Term): Node => {
      const found = terms.get(term.id) ?? makeNode(term);
      terms.set(term.id, found);
      return found;
    };
    const makeNode = (term: Term): Node => {
      const { instruction, operands } = term;
      if (!schedule.dependence(term).draw) return uniform(term);
      if (instruction.kind === 'load') return loaded(term, instruction);
      if (isSteady(term)) return steady(term);
      const nodes = () => operands.map(nodeOf);
      switch (instruction.kind) {
        case 'operate':
          return operateKernel(instruction.operator)(lanes, nodes());
        case 'negate':
          return operateUnaryKernel('-')(lanes, nodes());
        case 'not':
          return operateUnaryKernel('not')(lanes, nodes());
        case 'call': {
          const word = words.get(instruction.word);
          if (word === undefined) throw new Error(`no word ${instruction.word}`);
          return word.kernel(lanes, nodes());
        }
        default:
          return uniform(term);
      }
    };
    return finish(tasks, time, { graph, nodeOf, cells, phase });
  };

  /** What the tasks of a function store. */
  const finish = (
    tasks: readonly Task[],
    time: number | undefined,
    { graph, nodeOf, cells, phase }: Parts,
  ): Draft => {
    const { lanes } = graph;
    const stores: Store[] = [];
    const broken = new Map<number, Node>();
    const safe = covered(time ?? plan.years.length - 1);
    let witness: Node | undefined;
    const watch = (node: Node): void => {
      witness = witness === undefined ? node : lanes.add(witness, node);
    };
    for (const { gives, code, first, firstYears } of tasks) {
      const node = nodeOf(first !== undefined && (time ?? 0) < firstYears ? first : code);
      if (gives.kind === 'value') {
        const { slot, cell } = gives;
        cells.set(`${slot} ${cell}`, graph.watched(node));
        if (!safe.has(`${slot} ${cell}`)) watch(node);
        const home = schedule.homeOf(slot, cell);
        if (time === undefined) stores.push({ place: cellRow(slot, cell), node });
        else if (home.kind === 'ring')
          stores.push({ place: row({ from: 'ring', lag: 0 }, home.index), node });
        else if (home.kind === 'kept')
          stores.push({ place: row({ from: 'kept', lag: 0 }, home.index), node });
      } else if (gives.kind === 'output') {
        const lag = time === undefined ? undefined : 0;
        stores.push({ place: row({ from: 'tile', lag }, outputs[gives.index]?.row ?? 0), node });
        if (code.operands.length > 0) watch(node);
      } else {
        const breaks = lanes.either(lanes.equal(node, lanes.constant(0)), lanes.notNumber(node));
        broken.set(
          gives.index,
          lanes.either(broken.get(gives.index) ?? lanes.notNumber(lanes.constant(0)), breaks),
        );
      }
    }
    if (time === undefined)
      steadyRows.list.forEach(({ phase: owner, term }, index) => {
        if (term !== undefined && owner === phase)
          stores.push({ place: row({ from: 'steady' }, index), node: nodeOf(term) });
      });
    const of = phase < schedule.commonPhases ? 'common' : 'own';
    for (const [condition, node] of broken) {
      const place = row({ from: 'breaks', of }, breaks[of].place(`${condition}`, condition));
      stores.push({ place, node: lanes.either(graph.load(place, false), node) });
    }
    return {
      stores: stores.map(({ place, node }) => ({ place, node: realOf(node) })),
      witness: witness === undefined ? undefined : realOf(witness),
    };
  };

  // Years first: they ask for rows that the steady part is to fill.
  const chunks = schedule.phases.map((phase, index) =>
    phase.chunks.map((tasks) =>
      stretchesOf(tasks, plan.years.length).map(
        ({ from, until }): Stretch => ({ until, draft: draft(tasks, from, index) }),
      ),
    ),
  );
  const phases = schedule.phases.map(({ steady }, index) => ({
    steady: draft(steady, undefined, index),
    chunks: chunks[index] ?? [],
  }));
  return {
    phases,
    steadyValues: steadyValues.list,
    yearlyValues: yearlyValues.list,
    steadyRows: steadyRows.list.length,
    breakRows: { common: breaks.common.list.length, own: breaks.own.list.length },
    conditions: plan.conditions.map((_, index) => {
      const rowIn = ({ list }: (typeof breaks)['own']): number | undefined => {
        const found = list.indexOf(index);
        return found < 0 ? undefined : found;
      };
      return { common: rowIn(breaks.common), own: rowIn(breaks.own) };
    }),
  };
}

interface Parts {
  readonly graph: Graph;
  readonly nodeOf: (term: Term) => Node;
  readonly cells: Map<string, Node>;
  readonly phase: number;
}

/** Years in which the same of first and later formulas are computed. */
function stretchesOf(tasks: readonly Task[], years: number) {
  const starts = new Set([0, ...tasks.map(({ firstYears }) => Math.min(firstYears, years - 1))]);
  const sorted = [...starts].toSorted((left, right) => left - right);
  return sorted.map((from, index) => ({ from, until: sorted[index + 1] ?? years }));
}

/**
 * Cells that need no watching in a year, since another value is not finite either wherever theirs is not; a steady one is
 * the same in all years and looked for in the `last`.
 */
function coveredAt({ phases, cellOf }: Schedule, time: number, last: number): ReadonlySet<string> {
  const covered = new Set<string>();
  const cover = ({ gives, code, first, firstYears }: Task, at: number, isSteady: boolean): void => {
    if (gives.kind !== 'value') return;
    for (const load of passedOn(first !== undefined && at < firstYears ? first : code)) {
      const steady = !cellOf(load.slot, load.cell).year;
      if (steady ? isSteady || at === last : !isSteady && load.time.kind === 'now')
        covered.add(`${load.slot} ${load.cell}`);
    }
  };
  for (const { steady, chunks } of phases) {
    for (const task of steady) cover(task, last, true);
    for (const task of chunks.flat()) cover(task, time, false);
  }
  return covered;
}
