// What one kernel computes, as a graph in which nothing stands twice: formulas go in by the steps of their words, code comes out.

import { isMultiplied, type Lanes } from '../../language/index.ts';
import type { Place } from './types.ts';

/** Steps on two draws at once. Conditions are all bits set where they hold, none where they do not. */
export type Operation =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'absolute'
  | 'root'
  | 'floor'
  | 'lower'
  | 'higher'
  | 'less'
  | 'atMost'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or'
  | 'not'
  | 'select'
  | 'powerOfTwo'
  | 'rawExponent'
  | 'exponent'
  | 'mantissa'
  | 'raiseSame'
  | 'raiseWhole';

interface Common {
  readonly id: number;
  readonly operands: readonly Node[];
  /** Whether the value may be other than a number in some draw. */
  readonly mayFail: boolean;
  /** Whether none of its operands may. */
  readonly decided: boolean;
  /** The same in all draws. */
  readonly uniform: boolean;
  /** The node itself, where this stands for it as one that cannot fail. */
  readonly watched?: Node;
}

export type Node =
  | (Common & { readonly kind: 'constant'; readonly value: number })
  /** No draw. */
  | (Common & { readonly kind: 'never' })
  | (Common & { readonly kind: 'load'; readonly place: Place })
  | (Common & { readonly kind: 'operation'; readonly operation: Operation });

type Draft = Node extends infer Kind ? (Kind extends Node ? Omit<Kind, 'id'> : never) : never;

/** Nodes of one graph; the same node is given for the same question. */
export interface Graph {
  readonly lanes: Lanes<Node, Node>;
  readonly load: (place: Place, mayFail: boolean) => Node;
  readonly floor: (value: Node) => Node;
  /** The same value for those who need not ask whether it is a number, since where it is none a block fails. */
  readonly watched: (value: Node) => Node;
}

/** What is computed where a node is asked for. */
export const realOf = (node: Node): Node => node.watched ?? node;

const LEAF = { operands: [], mayFail: false, decided: true, uniform: true } as const;
/** These give a number, or a condition, whatever they are given. */
const SAFE: ReadonlySet<Operation> = new Set(['less', 'atMost', 'equal', 'unequal', 'and', 'or', 'not']);
/** A failure of these is one of their first operand, or of those after a condition. */
const failures = (operation: Operation, operands: readonly Node[]): boolean => {
  if (SAFE.has(operation)) return false;
  const passing: readonly Operation[] = ['negate', 'absolute', 'floor', 'lower', 'higher'];
  if (passing.includes(operation)) return operands[0]?.mayFail ?? true;
  return operation === 'select' ? operands.slice(0, 2).some(({ mayFail }) => mayFail) : true;
};

const isConstant = (node: Node, value: number): boolean =>
  node.kind === 'constant' && Object.is(node.value, value);
const isOperation = (node: Node, operation: Operation): boolean =>
  node.kind === 'operation' && node.operation === operation;

export function makeGraph(): Graph {
  const known = new Map<string, Node>();
  const intern = (key: string, draft: Draft): Node => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const node = { ...draft, id: known.size } as Node;
    known.set(key, node);
    return node;
  };
  const constant = (value: number): Node =>
    intern(`constant ${Object.is(value, -0) ? '-0' : value}`, {
      ...LEAF,
      kind: 'constant',
      value,
      mayFail: Number.isNaN(value),
    });
  const never = intern('never', { ...LEAF, kind: 'never' });
  const operate = (operation: Operation, ...given: readonly Node[]): Node => {
    const operands = given.map(realOf);
    const mayFail = failures(operation, given);
    const decided = given.every((each) => !each.mayFail);
    const uniform = operands.every((each) => each.uniform);
    const key = `${operation} ${mayFail} ${decided} ${operands.map(({ id }) => id).join(' ')}`;
    return intern(key, { kind: 'operation', operation, operands, mayFail, decided, uniform });
  };

  const watched = (value: Node): Node =>
    value.mayFail ? { ...value, mayFail: false, watched: realOf(value) } : value;
  const not = (condition: Node): Node => {
    const [left, right] = condition.operands;
    if (isOperation(condition, 'not') && left !== undefined) return left;
    // Of two numbers one is less or the other is at most it.
    if (condition.decided && left !== undefined && right !== undefined) {
      if (isOperation(condition, 'less')) return operate('atMost', watched(right), watched(left));
      if (isOperation(condition, 'atMost')) return operate('less', watched(right), watched(left));
    }
    return operate('not', condition);
  };
  const both = (left: Node, right: Node): Node =>
    left === never || right === never ? never : operate('and', left, right);
  const either = (left: Node, right: Node): Node => {
    if (left === never) return right;
    return right === never ? left : operate('or', left, right);
  };
  const choose = (condition: Node, then: Node, otherwise: Node): Node => {
    if (condition === never) return otherwise;
    const [inner] = condition.operands;
    return isOperation(condition, 'not') && inner !== undefined
      ? choose(inner, otherwise, then)
      : operate('select', then, otherwise, condition);
  };
  /** The parts of a value that is chosen between two; undefined for others. */
  const choiceOf = (value: Node) => {
    const [then, otherwise, condition] = value.operands;
    return isOperation(value, 'select') && then && otherwise && condition
      ? { then, otherwise, condition }
      : undefined;
  };
  // What asks for the truth of a comparison gets the comparison itself, not a number made of it.
  const notNumber = (value: Node): Node => {
    if (!value.mayFail) return never;
    const choice = choiceOf(value);
    return choice !== undefined && isConstant(choice.then, Number.NaN)
      ? either(choice.condition, notNumber(choice.otherwise))
      : operate('unequal', value, value);
  };
  const equal = (left: Node, right: Node): Node => {
    const choice = choiceOf(left);
    if (choice !== undefined && isConstant(right, 0)) {
      if (isConstant(choice.then, Number.NaN)) {
        const sides = equal(choice.otherwise, right);
        return left.mayFail ? both(not(choice.condition), sides) : sides;
      }
      if (isConstant(choice.then, 1) && isConstant(choice.otherwise, 0)) return not(choice.condition);
    }
    return operate('equal', left, right);
  };
  const multiply = (left: Node, right: Node): Node =>
    isConstant(left, 1) ? right : isConstant(right, 1) ? left : operate('multiply', left, right);

  /** Repeated multiplication as `raise` of the language does it, for an exponent that is known. */
  const raiseConstant = (base: Node, exponent: number): Node => {
    let result = constant(1);
    for (let step = Math.abs(exponent), square = base; step > 0; step = Math.floor(step / 2)) {
      if (step % 2 === 1) result = multiply(result, square);
      square = multiply(square, square);
    }
    return exponent < 0 ? operate('divide', constant(1), result) : result;
  };

  return {
    load: (place, mayFail) =>
      intern(`load ${JSON.stringify(place)}`, {
        kind: 'load',
        operands: [],
        mayFail,
        decided: true,
        uniform: place.splat,
        place,
      }),
    floor: (value) => operate('floor', value),
    watched,
    lanes: {
      constant,
      add: (left, right) => operate('add', left, right),
      subtract: (left, right) => operate('subtract', left, right),
      multiply,
      divide: (left, right) => operate('divide', left, right),
      negate: (value) => operate('negate', value),
      absolute: (value) => operate('absolute', value),
      root: (value) => operate('root', value),
      lower: (best, value) => operate('lower', best, value),
      higher: (best, value) => operate('higher', best, value),
      less: (left, right) => operate('less', left, right),
      atMost: (left, right) => operate('atMost', left, right),
      equal,
      notNumber,
      both,
      either,
      not,
      choose,
      powerOfTwo: (value) => operate('powerOfTwo', value),
      exponent: (value) => operate('exponent', operate('rawExponent', value)),
      mantissa: (value) => operate('mantissa', value, operate('rawExponent', value)),
      raiseWhole: (base, exponent, otherwise) => {
        if (exponent.kind === 'constant')
          return isMultiplied(exponent.value) ? raiseConstant(base, exponent.value) : otherwise;
        // The same in all draws: mostly whole, as years are, so that nothing is computed in vain.
        return exponent.uniform
          ? operate('raiseSame', base, exponent)
          : operate('raiseWhole', base, exponent, otherwise);
      },
    },
  };
}
