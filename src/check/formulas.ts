// The formulas of a program, one list for every rule: what stands where, in which model, and what it may read.
import { children, type Expression, references } from '../language/index.ts';
import type { FormulaQuantity, Model, Over, Program } from '../resolve/index.ts';

/** One expression that a rule looks at: a formula, its first-year formula, or the condition of a check. */
export interface Subject {
  readonly expression: Expression;
  readonly role: 'formula' | 'first' | 'check';
  readonly model: Model;
  /** The quantity it gives; absent for a check. */
  readonly quantity?: FormulaQuantity | undefined;
  readonly over: Over;
}

/** Every expression that a modeller wrote, in the order of the files. */
export function subjects(program: Program): readonly Subject[] {
  return program.models.flatMap((model): Subject[] => [
    ...model.quantities.flatMap((name): Subject[] => {
      const quantity = program.quantities.get(name);
      if (quantity?.kind !== 'formula' || quantity.model !== model.path) return [];
      const subject = { model, quantity, over: quantity.over };
      return [
        { ...subject, expression: quantity.is, role: 'formula' },
        ...(quantity.first === undefined
          ? []
          : [{ ...subject, expression: quantity.first, role: 'first' as const }]),
      ];
    }),
    ...model.checks.map(
      ({ that }): Subject => ({ expression: that, role: 'check', model, over: checkOver(that, program) }),
    ),
  ]);
}

/** A check over base quantities alone is checked once, any other in every year. */
export function checkOver(that: Expression, program: Program): Over {
  const readsYear = (node: Expression): boolean => node.kind === 'year' || children(node).some(readsYear);
  if (readsYear(that)) return 'years';
  return references(that).every(({ name }) => program.quantities.get(name)?.over === 'base')
    ? 'base'
    : 'years';
}
