// Who reads whom, and in what way: the graph under cycles and under the order of computation.

import type { Span } from '../diagnostics/index.ts';
import { children, type Expression } from '../language/index.ts';
import type { FormulaQuantity, Program } from '../resolve/index.ts';

export interface Dependency {
  readonly name: string;
  /** `now`: the same year; `lag`: earlier years; `all`: fixed years or the sum over years, so all must be known. */
  readonly when: 'now' | 'lag' | 'all';
  readonly span: Span;
}

const collect = (node: Expression, overYears: boolean): readonly Dependency[] => {
  if (node.kind === 'reference') {
    const when = overYears || node.when.kind === 'fixed' ? 'all' : node.when.kind;
    return [{ name: node.name, when, span: node.span }];
  }
  const inside = overYears || (node.kind === 'over' && node.set === 'year');
  return children(node).flatMap((child) => collect(child, inside));
};

/** What the formula of a quantity reads, its first-year formula included. */
export const dependencies = ({ is, first }: FormulaQuantity): readonly Dependency[] => [
  ...collect(is, false),
  ...(first === undefined ? [] : collect(first, false)),
];

/**
 * Groups of formulas that must be computed together, in an order in which every group comes after what it reads.
 * A group of more than one (or one that reads itself) runs year by year.
 */
export function groups(
  program: Program,
  edges: (quantity: FormulaQuantity) => readonly Dependency[],
): readonly (readonly FormulaQuantity[])[] {
  const formulas = [...program.quantities.values()].filter(
    (quantity): quantity is FormulaQuantity => quantity.kind === 'formula',
  );
  const byName = new Map(formulas.map((formula) => [formula.name, formula]));
  // Tarjan's algorithm: a group is complete when its first member has nothing older on the stack below it.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: FormulaQuantity[] = [];
  const found: FormulaQuantity[][] = [];
  const visit = (formula: FormulaQuantity): void => {
    index.set(formula.name, index.size);
    low.set(formula.name, index.get(formula.name) ?? 0);
    stack.push(formula);
    for (const { name } of edges(formula)) {
      const next = byName.get(name);
      if (next === undefined) continue;
      if (!index.has(name)) visit(next);
      if (stack.includes(next))
        low.set(formula.name, Math.min(low.get(formula.name) ?? 0, low.get(name) ?? 0));
    }
    if (low.get(formula.name) !== index.get(formula.name)) return;
    const group = stack.splice(stack.indexOf(formula));
    found.push(group);
  };
  for (const formula of formulas) if (!index.has(formula.name)) visit(formula);
  return found;
}
