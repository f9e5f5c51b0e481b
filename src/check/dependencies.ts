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

const collect = (node: Expression, overYears: boolean, found: Dependency[]): void => {
  if (node.kind === 'reference') {
    const when = overYears || node.when.kind === 'fixed' ? 'all' : node.when.kind;
    found.push({ name: node.name, when, span: node.span });
  }
  const inside = overYears || (node.kind === 'over' && node.set === 'year');
  for (const child of children(node)) collect(child, inside, found);
};

/** What the formula of a quantity reads, its first-year formula included. */
export function dependencies({ is, first }: FormulaQuantity): readonly Dependency[] {
  const found: Dependency[] = [];
  collect(is, false, found);
  if (first !== undefined) collect(first, false, found);
  return found;
}

/** Every formula of a program, totals included. */
export const formulasOf = ({ quantities }: Pick<Program, 'quantities'>): readonly FormulaQuantity[] =>
  [...quantities.values()].filter((quantity) => quantity.kind === 'formula');

/** A formula, and what it reads that has not been looked at yet. */
interface Visit {
  readonly formula: FormulaQuantity;
  readonly rest: Dependency[];
}

/**
 * Groups of formulas that must be computed together, in an order in which every group comes after what it reads.
 * A group of more than one (or one that reads itself) runs year by year.
 */
export function groups(
  formulas: readonly FormulaQuantity[],
  edges: (formula: FormulaQuantity) => readonly Dependency[],
): readonly (readonly FormulaQuantity[])[] {
  const byName = new Map(formulas.map((formula) => [formula.name, formula]));
  // Tarjan's algorithm: a group is complete when its first member has nothing older on the stack below it. The
  // visits stand in a list, since a chain of formulas may be longer than calls can nest.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: FormulaQuantity[] = [];
  const onStack = new Set<string>();
  const found: FormulaQuantity[][] = [];
  const lower = ({ name }: FormulaQuantity, to: number | undefined): void => {
    low.set(name, Math.min(low.get(name) ?? 0, to ?? 0));
  };
  const enter = (formula: FormulaQuantity): Visit => {
    const at = index.size;
    index.set(formula.name, at);
    low.set(formula.name, at);
    stack.push(formula);
    onStack.add(formula.name);
    return { formula, rest: [...edges(formula)] };
  };
  const leave = (formula: FormulaQuantity): void => {
    if (low.get(formula.name) !== index.get(formula.name)) return;
    const group = stack.splice(stack.lastIndexOf(formula));
    for (const { name } of group) onStack.delete(name);
    found.push(group);
  };
  for (const formula of formulas) {
    const visits = index.has(formula.name) ? [] : [enter(formula)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const dependency = visit.rest.shift();
      if (dependency === undefined) {
        visits.pop();
        leave(visit.formula);
        const reader = visits.at(-1);
        if (reader !== undefined) lower(reader.formula, low.get(visit.formula.name));
        continue;
      }
      const next = byName.get(dependency.name);
      if (next === undefined) continue;
      if (!index.has(next.name)) visits.push(enter(next));
      else if (onStack.has(next.name)) lower(visit.formula, index.get(next.name));
    }
  }
  return found;
}
