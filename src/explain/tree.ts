// A number of a finished run -> all that it comes from. Reads the plan and the numbers, computes nothing: what it shows is what was used.

import type { Step } from '../compile/index.ts';
import { branchOf, type Expression, print } from '../language/index.ts';
import type { FormulaQuantity, Origin, Program, Quantity, ResolvedCell, Source } from '../resolve/index.ts';
import { type CaseRun, position, type Run } from '../simulate/index.ts';
import type { Basis, ComputedBy, Explained, Explanation, GivenBy, Ground, Place } from './types.ts';

/** Where an offset in a file stands. */
export type PlaceOf = (span: { readonly file: string; readonly from: number }) => Place;

/** One number of the plan. */
export interface Spot {
  readonly slot: number;
  readonly cell: number;
  /** Index of the year; 0 for a quantity over base. */
  readonly time: number;
}

interface Reader {
  readonly run: Run;
  readonly each: CaseRun;
  readonly placeOf: PlaceOf;
}

const keyOf = (...parts: readonly number[]): string => parts.join(' ');

/** The number at a spot and every number below it, by id, in the order in which formulas read them. */
export function explainSpot(
  run: Run,
  each: CaseRun,
  spot: Spot,
  placeOf: PlaceOf,
): Pick<Explanation, 'root' | 'numbers'> {
  const steps = new Map(
    run.plan.blocks.flatMap((block) =>
      block.steps.map((step) => [keyOf(step.slot, step.cell), step] as const),
    ),
  );
  const numbers = new Map<string, Explained>();
  // A queue, not a recursion: lags make chains as long as the study has years.
  const queue = [spot];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const id = idOf(run, next);
    if (numbers.has(id)) continue;
    const step = steps.get(keyOf(next.slot, next.cell));
    const operands = step === undefined ? [] : operandsOf(step, next, run);
    numbers.set(
      id,
      explained(
        { run, each, placeOf },
        next,
        step,
        operands.map((operand) => idOf(run, operand)),
      ),
    );
    queue.push(...operands);
  }
  return { root: idOf(run, spot), numbers };
}

function yearOf({ plan, program }: Run, { slot, time }: Spot): number {
  const over = program.quantities.get(plan.slots[slot]?.quantity ?? '')?.over;
  return plan.years[over === 'base' ? plan.baseIndex : time] ?? 0;
}

function idOf(run: Run, spot: Spot): string {
  const { quantity = '', cells = [] } = run.plan.slots[spot.slot] ?? {};
  const key = cells[spot.cell] ?? [];
  return `${quantity}${key.length === 0 ? '' : `[${key.join('; ')}]`} ${yearOf(run, spot)}`;
}

function explained(
  reader: Reader,
  spot: Spot,
  step: Step | undefined,
  operands: readonly string[],
): Explained {
  const { run, each } = reader;
  const { quantity: name = '', cells = [] } = run.plan.slots[spot.slot] ?? {};
  const quantity = run.program.quantities.get(name);
  if (quantity === undefined) throw new Error(`no quantity ${name}`);
  const key = cells[spot.cell] ?? [];
  const inBaseUnits = each.values[position(run, spot.slot, spot.cell, spot.time)] ?? Number.NaN;
  return {
    quantity: name,
    title: quantity.title,
    about: quantity.about,
    item: key.join('; '),
    year: yearOf(run, spot),
    value: inUnit(inBaseUnits, quantity),
    unit: quantity.unit.text,
    inBaseUnits,
    computed:
      quantity.kind === 'formula' ? computedBy(quantity, key, isFirst(step, spot), reader) : undefined,
    given: quantity.kind === 'input' ? givenBy(name, spot, quantity, reader) : undefined,
    operands,
  };
}

const isFirst = (step: Step | undefined, { time }: Spot): boolean =>
  step?.first !== undefined && time < step.firstYears;

/** The value in the declared unit, without the trailing digit that a division by a power of ten leaves. */
const inUnit = (value: number, { unit }: Quantity): number => Number((value / unit.factor).toPrecision(14));

/** What a formula reads in one cell and year, each once, as the plan has settled it. */
function operandsOf(step: Step, spot: Spot, { plan, program }: Run): readonly Spot[] {
  const over = program.quantities.get(plan.slots[spot.slot]?.quantity ?? '')?.over;
  const now = over === 'base' ? plan.baseIndex : spot.time;
  const code = isFirst(step, spot) ? (step.first ?? []) : step.code;
  const spots = code.flatMap((instruction): readonly Spot[] => {
    if (instruction.kind !== 'load') return [];
    const { slot, cell, time: when } = instruction;
    const read = when.kind === 'fixed' ? when.index : now - when.lag;
    return [{ slot, cell, time: plan.slots[slot]?.times === 1 ? 0 : read }];
  });
  return [...new Map(spots.map((each) => [keyOf(each.slot, each.cell, each.time), each])).values()];
}

function computedBy(
  quantity: FormulaQuantity,
  key: readonly string[],
  opening: boolean,
  { run, placeOf }: Reader,
): ComputedBy {
  const written = opening ? (quantity.first ?? quantity.is) : quantity.is;
  const formula = branch(written, quantity, key);
  const law = quantity.law;
  return {
    formula: print(formula),
    at: placeOf(quantity.total ? quantity.span : formula.span),
    law:
      law === undefined
        ? undefined
        : { key: law.key, name: nameOf(run.program.sources.get(law.key), law.key), place: law.place },
  };
}

function branch(formula: Expression, { sets }: FormulaQuantity, key: readonly string[]): Expression {
  if (formula.kind !== 'cases') return formula;
  return branchOf(formula, key[sets.indexOf(formula.set)] ?? '') ?? formula;
}

function givenBy(
  name: string,
  { cell, time }: Spot,
  quantity: Quantity,
  reader: Reader,
): GivenBy | undefined {
  const { run, each, placeOf } = reader;
  const resolved = each.case.inputs.get(name)?.[cell];
  if (resolved === undefined) return undefined;
  const { origin } = resolved;
  const year = run.plan.years[quantity.over === 'base' ? run.plan.baseIndex : time] ?? 0;
  return {
    written: origin.written,
    at: placeOf(origin.span),
    layer: origin.layer,
    ground: groundOf(resolved, year, run.program),
    note: origin.note,
    range: origin.rangeWritten,
    proxy: origin.proxy,
    replaces: earlier(origin.replaces).map(({ written, layer, span }) => ({
      written,
      layer,
      at: placeOf(span),
    })),
  };
}

const earlier = (origin: Origin | undefined): readonly Origin[] =>
  origin === undefined ? [] : [origin, ...earlier(origin.replaces)];

/** Who says what the value of one year is: a year of a path, and those after the observed ones, may have their own. */
export function groundOf(
  { origin, observedUntil }: ResolvedCell,
  year: number,
  { sources }: Pick<Program, 'sources'>,
): Ground | undefined {
  const own = origin.exceptions?.find((exception) => exception.year === year)?.provenance;
  const later = observedUntil !== undefined && year > observedUntil ? origin.later : undefined;
  const provenance = own ?? later ?? origin.provenance;
  if (provenance === undefined) return undefined;
  const { confidence } = provenance;
  return provenance.kind === 'assumed'
    ? { kind: 'assumed', why: provenance.why, confidence }
    : {
        kind: 'source',
        key: provenance.key,
        name: nameOf(sources.get(provenance.key), provenance.key),
        place: provenance.place,
        derived: provenance.derived,
        confidence,
      };
}

const nameOf = (source: Source | undefined, key: string): string =>
  source === undefined ? key : `${source.publisher}: ${source.title}`;

/** Counts the inputs among numbers, each element once, whatever years of it are read. */
export function basisOf(numbers: Explanation['numbers']): Basis {
  const inputs = new Map<string, boolean>();
  for (const { quantity, item, given } of numbers.values()) {
    if (given === undefined) continue;
    const key = `${quantity} ${item}`;
    inputs.set(key, (inputs.get(key) ?? false) || given.ground?.kind === 'assumed');
  }
  const assumed = [...inputs.values()].filter(Boolean).length;
  return { inputs: inputs.size, sourced: inputs.size - assumed, assumed };
}
