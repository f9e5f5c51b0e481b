// Prints a formula so that parsing it again gives the same one; for messages, documentation and the report.
import type { Expression, Operator, ReferenceNode } from './expression.ts';
import { grammarWords } from './words.ts';

const strength: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
};
const UNARY = 7;

const bind = (node: Expression): number =>
  node.kind === 'operation' ? strength[node.operator] : node.kind === 'unary' ? UNARY : 9;

const wrap = (node: Expression, needed: boolean): string => (needed ? `(${print(node)})` : print(node));

/** Element ids that are not plain names (a CN code), or that mean something else, stand in quotes. */
const element = (id: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(id) && !grammarWords.has(id) ? id : JSON.stringify(id);

function printReference({ name, when, picks }: ReferenceNode): string {
  const inside = picks.map((pick) =>
    pick.kind === 'element' ? element(pick.element) : `${pick.set}.${pick.attribute}`,
  );
  if (when.kind === 'lag') inside.push(`year - ${when.years}`);
  if (when.kind === 'fixed') inside.push(String(when.year));
  return inside.length === 0 ? name : `${name}[${inside.join(', ')}]`;
}

/** The formula as text, with no more parentheses than it needs; one that differs by element as the table it was written in. */
export function print(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'year':
      return 'year';
    case 'reference':
      return printReference(node);
    case 'unary': {
      const sign = node.operator === 'not' ? 'not ' : '-';
      return sign + wrap(node.operand, bind(node.operand) <= UNARY);
    }
    case 'operation': {
      const own = strength[node.operator];
      // Only ^ leans right; comparisons never chain.
      const [left, right] =
        node.operator === '^'
          ? [bind(node.left) <= own, bind(node.right) < UNARY]
          : [bind(node.left) < own || (own === 3 && bind(node.left) === own), bind(node.right) <= own];
      return `${wrap(node.left, left)} ${node.operator} ${wrap(node.right, right)}`;
    }
    case 'call':
      return `${node.word}(${node.arguments.map(print).join(', ')})`;
    case 'cases':
      return `{ ${[...node.branches].map(([id, { expression }]) => `${element(id)}: ${print(expression)}`).join(', ')} }`;
    case 'over':
      return `${node.word}(${print(node.operand)}, ${node.set})`;
  }
}
