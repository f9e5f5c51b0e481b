// What an expression reads in one year and cell, with the numbers of the run: shown where a check breaks or a formula fails.
import { compileExpression, type Plan } from '../compile/index.ts';
import { children, type Expression, print, type ReferenceNode } from '../language/index.ts';
import { execute } from './machine.ts';
import type { CaseRun } from './types.ts';

/** A reference, or a sum over one, whose unit is that of its quantity. */
interface Operand {
  readonly node: Expression;
  readonly quantity: string;
}

function operandsOf(node: Expression): readonly Operand[] {
  switch (node.kind) {
    case 'reference':
      return [{ node, quantity: node.name }];
    case 'over': {
      if (node.word === 'each') return operandsOf(node.operand);
      const summed = referenceIn(node.operand);
      return summed === undefined ? [] : [{ node, quantity: summed.name }];
    }
    default:
      return children(node).flatMap(operandsOf);
  }
}

/** The reference alone that sums are taken of; undefined where something is computed before it is summed. */
function referenceIn(node: Expression): ReferenceNode | undefined {
  if (node.kind === 'reference') return node;
  return node.kind === 'over' ? referenceIn(node.operand) : undefined;
}

/** One line an operand, `sum(emissions, product) = 9600 tCO2e`, in the declared unit. */
export function spellOperands(
  expression: Expression,
  { case: { values }, plan }: { readonly case: CaseRun; readonly plan: Plan },
  elements: ReadonlyMap<string, string>,
  time: number,
): readonly string[] {
  const { program } = plan.checked;
  const context = { ...plan, program, elements };
  const result = new Float64Array(plan.draws);
  const lines = operandsOf(expression).flatMap(({ node, quantity }) => {
    const unit = program.quantities.get(quantity)?.unit;
    if (unit === undefined) return [];
    execute(compileExpression(node, context), plan, values, time, result);
    const value = Number(((result[0] ?? Number.NaN) / unit.factor).toPrecision(6));
    return [`${print(node)} = ${value}${unit.text === '1' ? '' : ` ${unit.text}`}`];
  });
  return [...new Set(lines)];
}
