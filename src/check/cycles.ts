// Rule: within a year no quantity depends on itself; a lag may, since it looks at the year before.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import type { FormulaQuantity, Program } from '../resolve/index.ts';
import { type Dependency, dependencies, formulasOf, groups } from './dependencies.ts';

export function checkCycles(program: Program): readonly Diagnostic[] {
  const formulas = formulasOf(program);
  const known = new Map(formulas.map((formula) => [formula, dependencies(formula)]));
  const reads = (formula: FormulaQuantity): readonly Dependency[] => known.get(formula) ?? [];
  const withinYear = (formula: FormulaQuantity): readonly Dependency[] =>
    reads(formula).filter(({ when }) => when === 'now');
  const circles = groups(formulas, withinYear).flatMap((group) =>
    circle(group, withinYear, 'within a year', 'break the circle with a lag: x[year - 1]'),
  );
  if (circles.length > 0) return circles;
  // Fixed years and sums over years need the whole path, so they may not stand inside a lagged loop.
  return groups(formulas, reads).flatMap((group) => {
    const needsAll = (formula: FormulaQuantity): readonly Dependency[] =>
      reads(formula).filter(
        ({ name, when }) => when === 'all' && group.some((member) => member.name === name),
      );
    const start = group.find((formula) => needsAll(formula).length > 0);
    return start === undefined
      ? []
      : circle(
          [start, ...group.filter((member) => member !== start)],
          (formula) => (formula === start ? needsAll(formula) : reads(formula)),
          'through a fixed year or a sum over years',
          'a loop over years can only look back with a lag',
        );
  });
}

/** One message with the whole chain, from a member of the group back to itself. */
function circle(
  group: readonly FormulaQuantity[],
  edges: (formula: FormulaQuantity) => readonly Dependency[],
  how: string,
  help: string,
): readonly Diagnostic[] {
  const [start] = group;
  if (start === undefined) return [];
  const names = new Map(group.map((formula) => [formula.name, formula]));
  // Breadth first, so that the shortest way round is shown.
  const from = new Map<string, { readonly name: string; readonly dependency: Dependency }>();
  const queue = [start];
  for (const formula of queue)
    for (const dependency of edges(formula)) {
      const next = names.get(dependency.name);
      if (next === undefined || from.has(next.name)) continue;
      from.set(next.name, { name: formula.name, dependency });
      if (next !== start) queue.push(next);
    }
  if (!from.has(start.name)) return [];
  const chain: { readonly name: string; readonly dependency: Dependency }[] = [];
  for (let name = start.name; chain.length === 0 || name !== start.name; ) {
    const step = from.get(name);
    if (step === undefined) break;
    chain.unshift(step);
    name = step.name;
  }
  const [first, ...rest] = chain;
  if (first === undefined) return [];
  const text = [...chain.map(({ name }) => name), start.name].join(' -> ');
  return [
    error('cycle', `${start.name} depends on itself ${how}`, first.dependency.span, {
      text: `reads ${first.dependency.name}`,
      also: rest.map(({ dependency }) => ({ span: dependency.span, text: `reads ${dependency.name}` })),
      notes: [text],
      help,
    }),
  ];
}
