// A formula as data: a closed set of nodes, each with its place in the file. Checked, computed, explained and printed from here only.
import type { Span } from '../diagnostics/index.ts';

export type Operator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'and' | 'or';

/** Which year a reference reads. */
export type When =
  | { readonly kind: 'now' }
  | { readonly kind: 'lag'; readonly years: number }
  | { readonly kind: 'fixed'; readonly year: number | 'base' };

/** Which elements a reference reads: one named element, or those that an attribute of another set points to. */
export type Pick =
  | { readonly kind: 'element'; readonly element: string; readonly span: Span }
  | { readonly kind: 'attribute'; readonly set: string; readonly attribute: string; readonly span: Span };

export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
  readonly span: Span;
}

/** The year itself, a pure number. */
export interface YearNode {
  readonly kind: 'year';
  readonly span: Span;
}

export interface ReferenceNode {
  readonly kind: 'reference';
  readonly name: string;
  readonly when: When;
  readonly picks: readonly Pick[];
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface OperationNode {
  readonly kind: 'operation';
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
  readonly operatorSpan: Span;
  readonly span: Span;
}

export interface UnaryNode {
  readonly kind: 'unary';
  readonly operator: '-' | 'not';
  readonly operand: Expression;
  readonly span: Span;
}

/** A word of the language applied to its arguments: `max(a, b)`. */
export interface CallNode {
  readonly kind: 'call';
  readonly word: string;
  readonly arguments: readonly Expression[];
  readonly wordSpan: Span;
  readonly span: Span;
}

/** `sum(x, product)`, `each(x, product)`: the second argument is a set (or `year`), not a value. */
export interface OverNode {
  readonly kind: 'over';
  readonly word: 'sum' | 'each';
  readonly operand: Expression;
  readonly set: string;
  readonly setSpan: Span;
  readonly span: Span;
}

/** A formula that differs by element: one branch for each, `all` for those that are not named. */
export interface CasesNode {
  readonly kind: 'cases';
  readonly set: string;
  readonly branches: ReadonlyMap<string, { readonly expression: Expression; readonly key: Span }>;
  readonly span: Span;
}

export type Expression =
  | NumberNode
  | YearNode
  | ReferenceNode
  | OperationNode
  | UnaryNode
  | CallNode
  | OverNode
  | CasesNode;

export const NOW: When = { kind: 'now' };

const NONE: readonly Expression[] = [];

/** The nodes directly below one. */
export function children(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'number':
    case 'year':
    case 'reference':
      return NONE;
    case 'operation':
      return [node.left, node.right];
    case 'unary':
    case 'over':
      return [node.operand];
    case 'call':
      return node.arguments;
    case 'cases':
      return [...node.branches.values()].map(({ expression }) => expression);
  }
}

/** Every reference in a formula, from left to right. */
export function references(node: Expression): readonly ReferenceNode[] {
  const found: ReferenceNode[] = [];
  gather(node, found);
  return found;
}

function gather(node: Expression, found: ReferenceNode[]): void {
  if (node.kind === 'reference') found.push(node);
  for (const child of children(node)) gather(child, found);
}

/** The branch of one element; undefined where no branch covers it. */
export const branchOf = ({ branches }: CasesNode, element: string): Expression | undefined =>
  (branches.get(element) ?? branches.get('all'))?.expression;
