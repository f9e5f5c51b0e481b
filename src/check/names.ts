// Rule: every name in a formula is known, declared as given where another model owns it, and given as it is.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import { references } from '../language/index.ts';
import type { Program } from '../resolve/index.ts';
import { sameDimension, sideBySide } from '../units/index.ts';
import { subjects } from './formulas.ts';

export function checkNames(program: Program): readonly Diagnostic[] {
  const { quantities } = program;
  const diagnostics: Diagnostic[] = [];
  const inReach = new Map(
    program.models.map((model) => [
      model,
      new Set([...model.quantities, ...model.given.map(({ name }) => name)]),
    ]),
  );
  for (const { expression, model, quantity } of subjects(program)) {
    if (quantity?.total) continue; // its names were bound when it was made
    const own = inReach.get(model) ?? new Set<string>();
    for (const { name, nameSpan } of references(expression)) {
      if (own.has(name)) continue;
      const elsewhere = quantities.get(name);
      if (elsewhere === undefined)
        diagnostics.push(
          error('name/unknown', `${name} is not a quantity`, nameSpan, {
            help: didYouMean(name, [...own, ...quantities.keys()]),
          }),
        );
      else
        diagnostics.push(
          error('name/given', `${name} belongs to another model`, nameSpan, {
            also: [{ span: elsewhere.span, text: 'declared here' }],
            help: `add it to given: ${name}: { unit: ${elsewhere.unit.text}${elsewhere.sets.length === 0 ? '' : `, by: ${spellSets(elsewhere.sets)}`}${elsewhere.over === 'base' ? ', over: base' : ''} }`,
          }),
        );
    }
  }
  for (const { given } of program.models)
    for (const { name, unit, sets, over, span } of given) {
      const actual = quantities.get(name);
      if (actual === undefined) {
        diagnostics.push(
          error('name/unknown', `no model declares ${name}`, span, {
            help: didYouMean(name, quantities.keys()),
          }),
        );
        continue;
      }
      const also = [{ span: actual.span, text: 'declared here' }];
      if (!sameDimension(unit, actual.unit))
        diagnostics.push(
          error('given/unit', `${name} is given in ${unit.text} but declared in ${actual.unit.text}`, span, {
            also,
            notes: sideBySide(['given', unit], ['declared', actual.unit]),
          }),
        );
      const known = sets.every((set) => program.sets.has(set)) || program.study === undefined;
      if (known && sets.join() !== actual.sets.join())
        diagnostics.push(
          error(
            'given/sets',
            `${name} is given ${spellBy(sets)} but declared ${spellBy(actual.sets)}`,
            span,
            { also },
          ),
        );
      if (over !== actual.over)
        diagnostics.push(
          error('given/over', `${name} is given over ${over} but declared over ${actual.over}`, span, {
            also,
          }),
        );
    }
  return diagnostics;
}

const spellSets = (sets: readonly string[]): string =>
  sets.length === 1 ? (sets[0] ?? '') : `[${sets.join(', ')}]`;
const spellBy = (sets: readonly string[]): string =>
  sets.length === 0 ? 'without sets' : `by ${sets.join(' and ')}`;
