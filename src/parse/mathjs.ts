// mathjs's parse tree, typed as far as formulas reach into it.
import {
  createAccessorNode,
  createArrayNode,
  createAssignmentNode,
  createBlockNode,
  createConditionalNode,
  createConstantNode,
  createFunctionAssignmentNode,
  createFunctionNode,
  createIndexNode,
  createNode,
  createObjectNode,
  createOperatorNode,
  createParenthesisNode,
  createParse,
  createRangeNode,
  createRelationalNode,
  createSymbolNode,
} from 'mathjs';

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

type Scope = Record<string, unknown>;
type Factory = (scope: Scope) => unknown;

// mathjs exports its factories and leaves them out of its types.
declare module 'mathjs' {
  const createAccessorNode: Factory;
  const createArrayNode: Factory;
  const createAssignmentNode: Factory;
  const createBlockNode: Factory;
  const createConditionalNode: Factory;
  const createConstantNode: Factory;
  const createFunctionAssignmentNode: Factory;
  const createFunctionNode: Factory;
  const createIndexNode: Factory;
  const createNode: Factory;
  const createObjectNode: Factory;
  const createOperatorNode: Factory;
  const createParenthesisNode: Factory;
  const createParse: Factory;
  const createRangeNode: Factory;
  const createRelationalNode: Factory;
  const createSymbolNode: Factory;
}

/** What makes each kind of node; that of functions comes after that of their names. */
const makers: Readonly<Record<string, Factory>> = {
  SymbolNode: createSymbolNode,
  AccessorNode: createAccessorNode,
  ArrayNode: createArrayNode,
  AssignmentNode: createAssignmentNode,
  BlockNode: createBlockNode,
  ConditionalNode: createConditionalNode,
  ConstantNode: createConstantNode,
  FunctionAssignmentNode: createFunctionAssignmentNode,
  FunctionNode: createFunctionNode,
  IndexNode: createIndexNode,
  ObjectNode: createObjectNode,
  OperatorNode: createOperatorNode,
  ParenthesisNode: createParenthesisNode,
  RangeNode: createRangeNode,
  RelationalNode: createRelationalNode,
};

/** What the nodes would compute with, if they were ever asked to. */
const never = (): never => {
  throw new Error('a formula is not computed by mathjs');
};

/** mathjs's parser alone: no functions, no units, nothing that computes; to set up its arithmetic would take most of a check. */
function setUp(): MathParser {
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
  scope.Node = createNode(scope);
  for (const [name, make] of Object.entries(makers)) scope[name] = make(scope);
  return createParse(scope) as MathParser;
}

/** mathjs's parser, set up with the first formula: where all files were read ahead there is none. */
export function createMathParser(): MathParser {
  let parser: MathParser | undefined;
  return (text) => {
    parser ??= setUp();
    return parser(text);
  };
}
