// What changed between two runs besides values: formulas, sets, years, what is reported; each with the place in both.

import { print } from '../../language/index.ts';
import type { FormulaQuantity, Program, Quantity } from '../../resolve/index.ts';
import { sameDimension, spellPrice } from '../../units/index.ts';
import type { ComparedRun } from './pairs.ts';
import type { StructureChange, StructureState } from './types.ts';

/** A change, and whether numbers can follow from it. */
interface Found extends StructureChange {
  readonly computes: boolean;
}

/** What a formula says; the terms of a total in no order, since nobody writes one. */
function formulaText(quantity: FormulaQuantity, { totals }: Program): string {
  if (quantity.total)
    return (totals.get(quantity.name) ?? [])
      .map((part) => `${part.sign > 0 ? '+' : '-'} ${part.quantity}`)
      .toSorted()
      .join(' ');
  const first = quantity.first === undefined ? '' : `; first ${print(quantity.first)}`;
  return print(quantity.is) + first;
}

const kindOf = (quantity: Quantity): 'input' | 'formula' | 'total' =>
  quantity.kind === 'formula' ? (quantity.total ? 'total' : 'formula') : 'input';

/** What makes a quantity another one: kind, sets and years it is known in, and its formula. */
function signature(quantity: Quantity, program: Program): string {
  const { sets, over } = quantity;
  const by = sets.length === 0 ? '' : ` by ${sets.join(' and ')}`;
  const when = over === 'base' ? ', base year' : '';
  return quantity.kind === 'formula'
    ? `${formulaText(quantity, program)}${by === '' ? '' : ` (${by.trim()})`}${when}`
    : `input${by}${when}`;
}

function quantityChanges(before: ComparedRun, after: ComparedRun): readonly Found[] {
  const names = new Set([...after.program.quantities.keys(), ...before.program.quantities.keys()]);
  return [...names].flatMap((name): readonly Found[] => {
    const [was, is] = [before.program.quantities.get(name), after.program.quantities.get(name)];
    const known = is ?? was;
    if (known === undefined) return [];
    const state = (run: ComparedRun, quantity: Quantity | undefined, text: (of: Quantity) => string) =>
      quantity === undefined ? undefined : { text: text(quantity), at: run.placeOf(quantity.span) };
    const change = (
      what: Found['what'],
      computes: boolean,
      text: (of: Quantity, program: Program) => string,
    ): Found => ({
      what,
      name,
      computes,
      before: state(before, was, (of) => text(of, before.program)),
      after: state(after, is, (of) => text(of, after.program)),
    });
    if (was === undefined || is === undefined) return [change(kindOf(known), true, signature)];
    const unit = (of: Quantity): string => of.unit.text;
    const bounds = ({ within, unit: { factor } }: Quantity): string =>
      within === undefined
        ? 'none'
        : within.map((end) => Number((end / factor).toPrecision(12))).join(' to ');
    return [
      ...(signature(was, before.program) === signature(is, after.program)
        ? []
        : [change(kindOf(is), true, signature)]),
      ...(unit(was) === unit(is) ? [] : [change('unit', !sameDimension(was.unit, is.unit), unit)]),
      ...(bounds(was) === bounds(is) ? [] : [change('bounds', false, bounds)]),
    ];
  });
}

interface Member extends StructureState {
  readonly what: 'element' | 'attribute';
}

/** Elements of sets, and their attributes, by a name of their own. */
function elementsOf({ program, placeOf }: ComparedRun): ReadonlyMap<string, Member> {
  return new Map(
    [...program.sets.values()].flatMap(({ name, elements }) =>
      elements.flatMap(({ id, attributes, span }): readonly [string, Member][] => [
        [`${name}.${id}`, { what: 'element', text: id, at: placeOf(span) }],
        ...[...attributes].map(([attribute, value]): [string, Member] => [
          `${name}.${id}.${attribute}`,
          { what: 'attribute', text: value, at: placeOf(span) },
        ]),
      ]),
    ),
  );
}

function elementChanges(before: ComparedRun, after: ComparedRun): readonly Found[] {
  const [was, is] = [elementsOf(before), elementsOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name): readonly Found[] => {
    const [old, fresh] = [was.get(name), is.get(name)];
    const what = (fresh ?? old)?.what ?? 'element';
    if (old?.text === fresh?.text) return [];
    const state = (of: typeof old) => of && { text: of.text, at: of.at };
    return [{ what, name, computes: true, before: state(old), after: state(fresh) }];
  });
}

function frameChanges(before: ComparedRun, after: ComparedRun): readonly Found[] {
  const one = (
    what: Found['what'],
    computes: boolean,
    text: (run: ComparedRun) => string,
  ): readonly Found[] =>
    text(before) === text(after)
      ? []
      : [{ what, name: what, computes, before: { text: text(before) }, after: { text: text(after) } }];
  const many = (what: Found['what'], list: (run: ComparedRun) => readonly string[]): readonly Found[] =>
    [...new Set([...list(after), ...list(before)])].flatMap((name) => {
      const state = (run: ComparedRun) => (list(run).includes(name) ? { text: name } : undefined);
      const [old, fresh] = [state(before), state(after)];
      return old !== undefined && fresh !== undefined
        ? []
        : [{ what, name, computes: false, before: old, after: fresh }];
    });
  return [
    ...one('years', true, ({ plan: { years } }) => `${years[0]} to ${years.at(-1)}`),
    ...one('base year', true, ({ study }) => String(study.baseYear)),
    ...one('money', true, ({ study }) => spellPrice(study.reportIn)),
    ...one('horizons', false, ({ study: { horizons } }) => Object.values(horizons).join(', ')),
    ...many('scenario', ({ study }) => study.scenarios.map(({ name }) => name)),
    ...many('strategy', ({ study }) => study.strategies.map(({ name }) => name)),
    ...many('headline', ({ study }) => study.headlines),
  ];
}

/** @returns the changes, and whether numbers can follow from any of them */
export function findStructure(
  before: ComparedRun,
  after: ComparedRun,
): { readonly changes: readonly StructureChange[]; readonly computes: boolean } {
  const found = [
    ...frameChanges(before, after),
    ...elementChanges(before, after),
    ...quantityChanges(before, after),
  ];
  return {
    changes: found.map(({ computes: _, ...change }) => change),
    computes: found.some(({ computes }) => computes),
  };
}
