// mathjs's parse tree, typed as far as formulas reach into it.
import { create, type FactoryFunctionMap, parseDependencies } from 'mathjs';

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

/** mathjs's parser alone: no functions, no units, nothing that computes. */
export function createMathParser(): MathParser {
  const math = create({ parseDependencies } as unknown as FactoryFunctionMap) as unknown as {
    parse: MathParser;
  };
  return (text) => math.parse(text);
}
