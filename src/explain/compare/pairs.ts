// Each element of each input as both runs have it, and its numbers when some changes are made and others are not.

import type { Plan } from '../../compile/index.ts';
import type { Case, InputQuantity, Origin, Program, ResolvedCell, Study } from '../../resolve/index.ts';
import { sameDimension, spellPrice, type UnitSystem } from '../../units/index.ts';
import type { PlaceOf } from '../types.ts';
import type { Side } from './types.ts';

/** A run that is compared: what it was computed of. */
export interface ComparedRun {
  readonly program: Program;
  readonly plan: Plan;
  readonly study: Study;
  readonly placeOf: PlaceOf;
}

/** Two runs, and what holds for all of their inputs. */
export interface RunPair {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Exchange rates or deflators differ; both runs report in the same money. */
  readonly rates: boolean;
  /** They report in different money, so that numbers are carried over by what they are in their declared units. */
  readonly money: boolean;
  /** A table of data differs, so that the same words may give other numbers. */
  readonly tables: boolean;
}

export function pairRuns(before: ComparedRun, after: ComparedRun, tables: boolean): RunPair {
  const money = spellPrice(before.study.reportIn) !== spellPrice(after.study.reportIn);
  const said = ({ study }: ComparedRun): string =>
    JSON.stringify(study.money.map(({ name, value }) => [name, value]).toSorted());
  return { before, after, money, rates: !money && said(before) !== said(after), tables };
}

export interface PairedCell {
  readonly quantity: InputQuantity;
  readonly cell: number;
  readonly resolved: ResolvedCell;
}

/** One element of an input; a side is absent where its run has no such input or element. */
export interface Pair {
  readonly name: string;
  readonly key: readonly string[];
  readonly before?: PairedCell | undefined;
  readonly after?: PairedCell | undefined;
}

function cellsIn({ program, plan }: ComparedRun, { inputs }: Case): ReadonlyMap<string, PairedCell & Pair> {
  return new Map(
    [...inputs].flatMap(([name, cells]) => {
      const quantity = program.quantities.get(name);
      const slot = plan.slots[plan.slotOf.get(name) ?? -1];
      if (quantity?.kind !== 'input' || slot === undefined) return [];
      return cells.map((resolved, cell): [string, PairedCell & Pair] => {
        const key = slot.cells[cell] ?? [];
        return [JSON.stringify([name, key]), { name, key, quantity, cell, resolved }];
      });
    }),
  );
}

/** All inputs of both runs in one scenario and strategy, those of the later run first. */
export function pairsOf({ before, after }: RunPair, old: Case, fresh: Case): readonly Pair[] {
  const [was, is] = [cellsIn(before, old), cellsIn(after, fresh)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id): readonly Pair[] => {
    const known = is.get(id) ?? was.get(id);
    return known === undefined
      ? []
      : [{ name: known.name, key: known.key, before: was.get(id), after: is.get(id) }];
  });
}

/** True if both runs mean the same kind of number by it, so that one's may stand in the other. */
export const isComparable = ({ before, after }: Pair): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.quantity.over === after.quantity.over &&
  before.quantity.sets.join() === after.quantity.sets.join() &&
  sameDimension(before.quantity.unit, after.quantity.unit);

/** What one of a unit is in a system; undefined where the system does not know it. */
const factorIn = (units: UnitSystem, text: string): number | undefined => {
  const { unit, fault } = units.parse(text);
  return fault === undefined ? unit?.factor : undefined;
};

/** The value of a year in base units of its own run; of a quantity over base in any year the one that it has. */
function rawAt({ quantity, resolved }: PairedCell, { plan }: ComparedRun, year: number): number | undefined {
  return resolved.values[quantity.over === 'base' ? 0 : plan.years.indexOf(year)];
}

/** Years that both runs have; a quantity over base has one moment, whichever year that is. */
export function sharedYears(
  { before, after }: RunPair,
  { over }: Pick<InputQuantity, 'over'>,
): readonly number[] {
  return over === 'base'
    ? [after.study.baseYear]
    : after.plan.years.filter((year) => before.plan.years.includes(year));
}

/** Relative difference from which on two numbers are two: what a unit that is written differently leaves is less. */
const NOISE = 1e-12;
const differ = (one: number, other: number): boolean =>
  Math.abs(one - other) > NOISE * Math.max(Math.abs(one), Math.abs(other));

/** Both values of a year in the declared unit of the later run. */
function declaredAt(pair: Pair, runs: RunPair, year: number): readonly [number, number] | undefined {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return undefined;
  const factor = factorIn(runs.before.program.units, after.quantity.unit.text);
  const [was, is] = [rawAt(before, runs.before, year), rawAt(after, runs.after, year)];
  if (factor === undefined || was === undefined || is === undefined) return undefined;
  return [was / factor, is / after.quantity.unit.factor];
}

/** The years in which the value itself differs, whatever a currency is worth. */
export function changedYears(pair: Pair, runs: RunPair): readonly number[] {
  const { after } = pair;
  if (after === undefined || !isComparable(pair)) return [];
  return sharedYears(runs, after.quantity).filter((year) => {
    const values = declaredAt(pair, runs, year);
    return values === undefined || differ(...values);
  });
}

const chain = (origin: Origin | undefined): readonly string[] =>
  origin === undefined ? [] : [origin.written, ...chain(origin.replaces)];

/** The files say the same of it and other rates make another number of it. */
export function movesWithRates(pair: Pair, runs: RunPair): boolean {
  if (!runs.rates || runs.tables) return false;
  const [was, is] = [chain(pair.before?.resolved.origin), chain(pair.after?.resolved.origin)];
  return was.join('\n') === is.join('\n');
}

/** The numbers of an input in the plan of one run: of which run the value is, and of which the rates. */
export type Numbers = (value: Side, rates: Side) => readonly number[];

/**
 * What may stand in the plan of a run for one of its inputs, in that run's base units.
 * @param side the run whose plan it is
 */
export function numbersIn(side: Side, pair: Pair, runs: RunPair): Numbers {
  const own = pair[side];
  if (own === undefined) return () => [];
  const alone = own.resolved.values;
  if (!isComparable(pair)) return () => alone;
  const years = own.quantity.over === 'base' ? [runs[side].study.baseYear] : runs[side].plan.years;
  const joined = movesWithRates(pair, runs);
  const made = (value: Side, rates: Side): readonly number[] => {
    const of = pair[value] ?? own;
    const ratio = ratioOf(of.quantity.unit.text, value, runs.money ? side : joined ? value : rates, runs);
    return years.map(
      (year, time) => (rawAt(of, runs[value], year) ?? alone[time] ?? Number.NaN) * (ratio ?? 1),
    );
  };
  const known = new Map<string, readonly number[]>();
  return (value, rates) => {
    const from = joined ? rates : value;
    const id = `${from} ${rates}`;
    const found = known.get(id) ?? (from === side && rates === side ? alone : made(from, rates));
    known.set(id, found);
    return found;
  };
}

/** By what a number is multiplied that is carried from the base units of one run to those of another, or to other rates. */
function ratioOf(unit: string, from: Side, to: Side, runs: RunPair): number | undefined {
  if (from === to || !(runs.rates || runs.money)) return 1;
  const [start, end] = [factorIn(runs[from].program.units, unit), factorIn(runs[to].program.units, unit)];
  return start === undefined || end === undefined ? undefined : end / start;
}
