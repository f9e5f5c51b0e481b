// What an expression reads in one year and cell, with the numbers of the run: shown where a check breaks or a formula fails.
import { compileExpression } from '../compile/index.ts';
import { branchOf, children, type Expression, print, type ReferenceNode } from '../language/index.ts';
import { showAmount } from '../units/index.ts';
import { execute } from './machine.ts';
import type { CaseRun, Frame } from './types.ts';

/** A reference, or a sum over one, whose unit is that of its quantity. */
interface Operand {
  readonly node: Expression;
  readonly quantity: string;
}

/** Set -> its element in the cell that is told of. */
type Elements = ReadonlyMap<string, string>;

function operandsOf(node: Expression, elements: Elements): readonly Operand[] {
  switch (node.kind) {
    case 'reference':
      return [{ node, quantity: node.name }];
    case 'over': {
      if (node.word === 'each') return operandsOf(node.operand, elements);
      const summed = referenceIn(node.operand);
      return summed === undefined ? [] : [{ node, quantity: summed.name }];
    }
    case 'cases': {
      const branch = branchOf(node, elements.get(node.set) ?? '');
      return branch === undefined ? [] : operandsOf(branch, elements);
    }
    default:
      return children(node).flatMap((child) => operandsOf(child, elements));
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
  frame: Frame,
  { values }: CaseRun,
  elements: Elements,
  time: number,
): readonly string[] {
  const { program, plan } = frame;
  const context = { ...plan, program, elements };
  const result = new Float64Array(frame.draws);
  const lines = operandsOf(expression, elements).flatMap(({ node, quantity }) => {
    const unit = program.quantities.get(quantity)?.unit;
    if (unit === undefined) return [];
    execute(compileExpression(node, context), frame, values, time, result);
    return [`${print(node)} = ${showAmount(result[0] ?? Number.NaN, unit)}`];
  });
  return [...new Set(lines)];
}
