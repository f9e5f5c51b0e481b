// lint/number: arithmetic with nothing but 0 and 1, a number in disguise; any other number in a formula is an error of the check.
import { type Diagnostic, warning } from '../../diagnostics/index.ts';
import { children, type Expression } from '../../language/index.ts';
import { subjects } from '../formulas.ts';
import type { LintRule } from './rule.ts';

export const lintNumber: LintRule = ({ program }) =>
  subjects(program).flatMap(({ expression }) => disguised(expression));

function disguised(node: Expression): readonly Diagnostic[] {
  const computes = node.kind === 'operation' || node.kind === 'call';
  if (computes && isConstant(node))
    return [
      warning('lint/number', 'this is a number in disguise: it reads no quantity', node.span, {
        help: 'make it an input, with a unit and a source, or write 0 or 1',
      }),
    ];
  return children(node).flatMap(disguised);
}

const isConstant = (node: Expression): boolean =>
  node.kind !== 'reference' && node.kind !== 'year' && children(node).every(isConstant);
