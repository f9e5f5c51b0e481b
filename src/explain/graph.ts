// A finished run -> the graph in which every number of it is explained. Reads the plan and the numbers, computes nothing: what it shows
// is what was used.

import type { Instruction, Step } from '../compile/index.ts';
import { branchOf, type Expression, print } from '../language/index.ts';
import type { FormulaQuantity, Program, Quantity, ResolvedCell, SetDefinition } from '../resolve/index.ts';
import { position, type Run } from '../simulate/index.ts';
import { givenBy } from './given.ts';
import { nameOf } from './grounds.ts';
import { registerSums } from './sums.ts';
import type {
  ExplanationGraph,
  GraphCell,
  GraphFormula,
  GraphGiven,
  GraphQuantity,
  PlaceOf,
  Read,
} from './types.ts';

/** Things in the order in which they came, each once, by what makes them the same. */
function collection<Item, Key>(keyOf: (item: Item) => Key) {
  const positions = new Map<Key, number>();
  const items: Item[] = [];
  return {
    items,
    position(item: Item): number {
      const key = keyOf(item);
      const known = positions.get(key);
      if (known !== undefined) return known;
      positions.set(key, items.length);
      return items.push(item) - 1;
    },
  };
}

/** Paths in the order in which they came, each once: those that come to the same sum are held against each other. */
function pathCollection() {
  const bySum = new Map<number, number[]>();
  const items: (readonly number[])[] = [];
  return {
    items,
    position(path: readonly number[]): number {
      const sum = path.reduce((total, value) => total + value);
      const alike = bySum.get(sum) ?? [];
      const known = alike.find((index) => isSamePath(items[index] ?? [], path));
      if (known !== undefined) return known;
      bySum.set(sum, [...alike, items.length]);
      return items.push(path) - 1;
    },
  };
}

const isSamePath = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, time) => Object.is(value, other[time]));

/**
 * Lays out what explains every number of a run.
 * @param study name of the study, as it is to be shown
 * @param placeOf the file and line that a span stands for
 */
export function explanationGraph(run: Run, study: string, placeOf: PlaceOf): ExplanationGraph {
  const { plan, program, cases } = run;
  const steps = stepsBySlot(run);
  const givens = collection<GraphGiven, string>((given) => JSON.stringify(given));
  const paths = pathCollection();
  // What no scenario and no strategy sets is one and the same in every case.
  const givenAt = remembered((resolved: ResolvedCell) =>
    givens.position(givenBy(resolved, program, placeOf)),
  );
  const quantities = plan.slots.map((slot, index): GraphQuantity => {
    const quantity = program.quantities.get(slot.quantity);
    if (quantity === undefined) throw new Error(`no quantity ${slot.quantity}`);
    const { name, title, about, unit, over, sets } = quantity;
    return {
      name,
      title,
      about,
      unit: unit.text,
      factor: unit.factor,
      over,
      sets,
      items: slot.cells.map((key) => key.join('; ')),
      itemTitles: slot.cells.map((key) => titleOf(key, sets, program.sets)),
      law: quantity.kind === 'formula' ? lawOf(quantity, program) : undefined,
      cells:
        quantity.kind === 'formula'
          ? cellsOf(quantity, slot.cells, steps.get(index) ?? [], run, placeOf)
          : [],
      given:
        quantity.kind === 'input'
          ? cases.map(({ case: each }) => (each.inputs.get(name) ?? []).map(givenAt))
          : [],
      values: cases.map(({ values }) =>
        slot.cells.map((_, cell) => {
          const path: number[] = [];
          for (let time = 0; time < slot.times; time++)
            path.push(values[position(run, index, cell, time)] ?? Number.NaN);
          return paths.position(shortest(path));
        }),
      ),
    };
  });
  return {
    study,
    years: plan.years,
    baseIndex: plan.baseIndex,
    cases: cases.map(({ case: { scenario, strategy } }) => ({
      scenario: scenario.name,
      strategy: strategy.name,
    })),
    quantities,
    sums: registerSums(program, placeOf),
    givens: givens.items,
    paths: paths.items,
  };
}

/** What is found once for each thing. */
function remembered<Item, Found>(find: (item: Item) => Found): (item: Item) => Found {
  const known = new Map<Item, Found>();
  return (item) => {
    const found = known.get(item) ?? find(item);
    known.set(item, found);
    return found;
  };
}

const shortest = (path: readonly number[]): readonly number[] =>
  path.every((value) => Object.is(value, path[0])) ? path.slice(0, 1) : path;

function stepsBySlot({ plan }: Run): ReadonlyMap<number, readonly Step[]> {
  const found = new Map<number, Step[]>();
  for (const step of plan.blocks.flatMap(({ steps }) => steps)) {
    const own = found.get(step.slot) ?? [];
    own[step.cell] = step;
    found.set(step.slot, own);
  }
  return found;
}

/** Titles of the elements of one cell, joined as its ids are. */
export function titleOf(
  key: readonly string[],
  sets: readonly string[],
  definitions: ReadonlyMap<string, SetDefinition>,
): GraphQuantity['title'] {
  const titles = key.map(
    (id, index) =>
      definitions.get(sets[index] ?? '')?.elements.find((element) => element.id === id)?.title ?? {
        en: id,
        zh: id,
      },
  );
  return { en: titles.map(({ en }) => en).join('; '), zh: titles.map(({ zh }) => zh).join('；') };
}

function lawOf({ law }: FormulaQuantity, { sources }: Program): GraphQuantity['law'] {
  return law === undefined
    ? undefined
    : { key: law.key, name: nameOf(sources.get(law.key), law.key), place: law.place };
}

function cellsOf(
  quantity: FormulaQuantity,
  keys: readonly (readonly string[])[],
  steps: readonly Step[],
  run: Run,
  placeOf: PlaceOf,
): readonly GraphCell[] {
  const told = remembered((own: Expression) => ({
    formula: print(own),
    at: placeOf(quantity.total ? quantity.span : own.span),
  }));
  const formula = (
    written: Expression,
    key: readonly string[],
    code: readonly Instruction[],
  ): GraphFormula => ({
    ...told(branch(written, quantity, key)),
    reads: readsOf(code, quantity, run),
  });
  const { is, first } = quantity;
  return keys.map((key, cell) => {
    const step = steps[cell];
    return {
      is: formula(is, key, step?.code ?? []),
      first: step?.first === undefined || first === undefined ? undefined : formula(first, key, step.first),
      firstYears: step?.firstYears ?? 0,
    };
  });
}

function branch(formula: Expression, { sets }: FormulaQuantity, key: readonly string[]): Expression {
  if (formula.kind !== 'cases') return formula;
  return branchOf(formula, key[sets.indexOf(formula.set)] ?? '') ?? formula;
}

/** What a stack program loads, as the plan has settled it. */
function readsOf(code: readonly Instruction[], { over }: Quantity, { plan }: Run): readonly Read[] {
  const reads = collection<Read, string>((read) => read.join(' '));
  for (const instruction of code) {
    if (instruction.kind !== 'load') continue;
    const { slot, cell, time } = instruction;
    if (plan.slots[slot]?.times === 1) reads.position([slot, cell, 0, 0]);
    else if (time.kind === 'fixed') reads.position([slot, cell, 0, time.index]);
    // A quantity over base has one year, and that is its now.
    else if (over === 'base') reads.position([slot, cell, 0, plan.baseIndex - time.lag]);
    else reads.position([slot, cell, time.lag]);
  }
  return reads.items;
}
