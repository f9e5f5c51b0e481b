// Checked -> Plan: slots for every number, formulas in an order in which each comes after what it reads.
import { type Checked, checkOver, dependencies, groups } from '../check/index.ts';
import { children, type Expression, references } from '../language/index.ts';
import { cellsOf, type FormulaQuantity, type Program } from '../resolve/index.ts';
import { type CodeContext, compileExpression } from './code.ts';
import type { Block, Condition, Plan, Slot, Step } from './types.ts';

export { compileExpression, elementKey } from './code.ts';
export * from './types.ts';

/**
 * Compiles a checked program.
 * @param years the years of the study
 * @param baseYear one of them
 * @param draws how many draws each value has; 1 for a deterministic run
 */
export function compile(checked: Checked, years: readonly number[], baseYear: number, draws: number): Plan {
  const { program } = checked;
  const slots: Slot[] = [];
  let size = 0;
  for (const quantity of program.quantities.values()) {
    const cells = cellsOf(quantity.sets, program.sets);
    const times = quantity.over === 'base' ? 1 : years.length;
    slots.push({
      quantity: quantity.name,
      kind: quantity.kind === 'formula' ? 'formula' : 'input',
      cells,
      times,
      offset: size,
    });
    size += cells.length * times;
  }
  const slotOf = new Map(slots.map(({ quantity }, index) => [quantity, index]));
  const context = { program, slots, slotOf, years, baseIndex: years.indexOf(baseYear) };
  const blocks = groups(program, dependencies).map((group) => block(group, context));
  return {
    checked,
    years,
    baseIndex: context.baseIndex,
    draws,
    slots,
    slotOf,
    size,
    blocks,
    conditions: conditions(program, context),
  };
}

type Frame = Omit<CodeContext, 'elements' | 'now'>;

const bind = (sets: readonly string[], cell: readonly string[]): ReadonlyMap<string, string> =>
  new Map(sets.map((set, index) => [set, cell[index] ?? '']));

function block(group: readonly FormulaQuantity[], frame: Frame): Block {
  const steps = withinYear(group).flatMap((formula): Step[] => {
    const slot = frame.slotOf.get(formula.name) ?? 0;
    const firstYears = Math.max(
      0,
      ...references(formula.is).map(({ when }) => (when.kind === 'lag' ? when.years : 0)),
    );
    return (frame.slots[slot]?.cells ?? []).map((cell, index) => {
      const context = { ...frame, elements: bind(formula.sets, cell) };
      return {
        slot,
        cell: index,
        code: compileExpression(formula.is, context),
        first: formula.first === undefined ? undefined : compileExpression(formula.first, context),
        firstYears,
      };
    });
  });
  return { over: group[0]?.over ?? 'years', steps };
}

/** Members of a loop over years, ordered so that within one year each comes after what it reads. */
function withinYear(group: readonly FormulaQuantity[]): readonly FormulaQuantity[] {
  const ordered: FormulaQuantity[] = [];
  const visit = (formula: FormulaQuantity): void => {
    if (ordered.includes(formula)) return;
    for (const { name, when } of dependencies(formula)) {
      const next = group.find((member) => member.name === name);
      if (when === 'now' && next !== undefined && next !== formula) visit(next);
    }
    ordered.push(formula);
  };
  for (const formula of group) visit(formula);
  return ordered;
}

function conditions(program: Program, frame: Frame): readonly Condition[] {
  return program.models.flatMap(({ path, checks }) =>
    checks.map(({ name, that }): Condition => {
      const sets = setsOf(that, program);
      const cells = cellsOf(sets, program.sets).map((key) => ({
        key,
        code: compileExpression(that, { ...frame, elements: bind(sets, key) }),
      }));
      return { name, model: path, over: checkOver(that, program), sets, cells };
    }),
  );
}

/** The sets over which a condition has to be looked at. */
function setsOf(node: Expression, program: Program): readonly string[] {
  switch (node.kind) {
    case 'reference': {
      const sets = program.quantities.get(node.name)?.sets ?? [];
      return node.picks.reduce<readonly string[]>((left, pick) => {
        if (pick.kind === 'attribute')
          return [...new Set(left.map((set) => (set === pick.attribute ? pick.set : set)))];
        const holder = left.find((set) =>
          program.sets.get(set)?.elements.some(({ id }) => id === pick.element),
        );
        return left.filter((set) => set !== holder);
      }, sets);
    }
    case 'over':
      return node.word === 'each'
        ? [...setsOf(node.operand, program), node.set]
        : setsOf(node.operand, program).filter((set) => set !== node.set);
    default:
      return [...new Set(children(node).flatMap((child) => setsOf(child, program)))];
  }
}
