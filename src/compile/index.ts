// Checked -> Plan: slots for every number, formulas in an order in which each comes after what it reads.
import { type Checked, checkOver, dependencies, formulasOf, groups, setsIn } from '../check/index.ts';
import { references } from '../language/index.ts';
import { cellsOf, type FormulaQuantity, type Program } from '../resolve/index.ts';
import { type CodeContext, compileExpression } from './code.ts';
import type { Block, Condition, Instruction, Plan, Slot, Step } from './types.ts';

export { compileExpression } from './code.ts';
export * from './kernels/index.ts';
export * from './types.ts';

/**
 * Compiles a checked program.
 * @param years the years of the study
 * @param baseYear one of them
 */
export function compile({ program }: Checked, years: readonly number[], baseYear: number): Plan {
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
  const blocks = groups(formulasOf(program), dependencies).map((group) => block(group, context));
  return {
    years,
    baseIndex: context.baseIndex,
    slots,
    slotOf,
    size,
    blocks,
    conditions: [...checks(program, context), ...bounds(program, context)],
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
const withinYear = (group: readonly FormulaQuantity[]): readonly FormulaQuantity[] =>
  group.length === 1
    ? group
    : groups(group, (formula) => dependencies(formula).filter(({ when }) => when === 'now')).flat();

function checks(program: Program, frame: Frame): readonly Condition[] {
  return program.models.flatMap(({ path, checks }) =>
    checks.map(({ name, that }): Condition => {
      const sets = setsIn(that, program);
      const cells = cellsOf(sets, program.sets).map((key) => ({
        key,
        code: compileExpression(that, { ...frame, elements: bind(sets, key) }),
      }));
      return { kind: 'check', model: path, name, over: checkOver(that, program), sets, cells };
    }),
  );
}

/** `low <= x and x <= high` for every formula that declares bounds; those of inputs were checked with their values. */
function bounds(program: Program, frame: Frame): readonly Condition[] {
  return formulasOf(program).flatMap(({ name, within, over, sets }): Condition[] => {
    const slot = frame.slotOf.get(name);
    if (within === undefined || slot === undefined) return [];
    const [low, high] = within;
    const cells = (frame.slots[slot]?.cells ?? []).map((key, cell) => {
      const value: Instruction = { kind: 'load', slot, cell, time: { kind: 'now', lag: 0 } };
      return {
        key,
        code: [
          { kind: 'constant', value: low },
          value,
          { kind: 'operate', operator: '<=' },
          value,
          { kind: 'constant', value: high },
          { kind: 'operate', operator: '<=' },
          { kind: 'operate', operator: 'and' },
        ] satisfies Instruction[],
      };
    });
    return [{ kind: 'bounds', quantity: name, over, sets, cells }];
  });
}
