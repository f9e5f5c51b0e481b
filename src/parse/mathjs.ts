// mathjs's parse tree, typed as far as formulas reach into it.
import { parseDependencies } from 'mathjs';

export type MathNode =
  | { readonly type: 'ConstantNode'; readonly value: unknown }
  | { readonly type: 'SymbolNode'; readonly name: string }
  | { readonly type: 'ParenthesisNode'; readonly content: MathNode }
  | {
      readonly type: 'OperatorNode';
      readonly op: string;
      readonly args: readonly MathNode[];
      readonly implicit: boolean;
    }
  | { readonly type: 'FunctionNode'; readonly fn: MathNode; readonly args: readonly MathNode[] }
  | { readonly type: 'AccessorNode'; readonly object: MathNode; readonly index: IndexNode }
  | { readonly type: 'RelationalNode'; readonly params: readonly MathNode[] }
  | {
      readonly type:
        | 'ConditionalNode'
        | 'ArrayNode'
        | 'AssignmentNode'
        | 'BlockNode'
        | 'RangeNode'
        | 'ObjectNode'
        | 'FunctionAssignmentNode';
    };

export interface IndexNode {
  readonly type: 'IndexNode';
  readonly dimensions: readonly MathNode[];
  readonly dotNotation: boolean;
}

export type MathParser = (text: string) => MathNode;

/** Kinds of node; a function's node is made after that of its name. */
const NODES = [
  ...['SymbolNode', 'AccessorNode', 'ArrayNode', 'AssignmentNode', 'BlockNode', 'ConditionalNode'],
  ...['ConstantNode', 'FunctionAssignmentNode', 'FunctionNode', 'IndexNode', 'ObjectNode', 'OperatorNode'],
  ...['ParenthesisNode', 'RangeNode', 'RelationalNode'],
];

type Scope = Record<string, unknown>;
/** Factories by `create` and their names, and those that they depend on. */
interface Factories {
  readonly [name: string]: Factories & ((scope: Scope) => unknown);
}

/** What the nodes would compute with, if they were ever asked to. */
const never = (): never => {
  throw new Error('a formula is not computed by mathjs');
};

/** mathjs's parser alone: no functions, no units, nothing that computes; to set up its arithmetic would take most of a check. */
export function createMathParser(): MathParser {
  const scope: Scope = {
    // Of a function with several forms, the one that takes a text.
    typed: Object.assign((_: string, forms: Readonly<Record<string, unknown>>) => forms.string, {
      addConversion: () => {},
    }),
    numeric: Number,
    config: { number: 'number' },
    math: {},
    mathWithTransform: {},
    ...Object.fromEntries(
      ['subset', 'matrix', 'size', 'isBounded', 'ResultSet'].map((name) => [name, never]),
    ),
  };
  const factories = parseDependencies as unknown as Factories;
  scope.Node = factories.SymbolNodeDependencies?.NodeDependencies?.createNode?.(scope);
  for (const name of NODES) scope[name] = factories[`${name}Dependencies`]?.[`create${name}`]?.(scope);
  return factories.createParse?.(scope) as MathParser;
}
