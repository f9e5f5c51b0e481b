// Rule: a formula holds no numbers but 0 and 1 and whole exponents; every other number is an input, with a unit and a source.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { children, type Expression } from '../language/index.ts';
import type { Program } from '../resolve/index.ts';
import { subjects } from './formulas.ts';

export function checkNumbers(program: Program): readonly Diagnostic[] {
  return subjects(program).flatMap(({ expression }) => numbers(expression, false));
}

function numbers(node: Expression, exponent: boolean): readonly Diagnostic[] {
  if (node.kind === 'number') {
    if (node.value === 0 || node.value === 1 || (exponent && Number.isInteger(node.value))) return [];
    return [
      error('formula/number', `${node.value} stands in the formula without a unit or a source`, node.span, {
        help: 'make it an input, and give its value in a reference, company or scenario file',
      }),
    ];
  }
  if (node.kind === 'operation' && node.operator === '^')
    return [...numbers(node.left, false), ...numbers(node.right, true)];
  return children(node).flatMap((child) => numbers(child, exponent && node.kind === 'unary'));
}
