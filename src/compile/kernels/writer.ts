// Graphs -> code, step by step: constants in locals, each step once, and several vectors side by side so that none waits for its own last step.
import type { Node, Operation } from './graph.ts';
import type { Locals } from './locals.ts';
import { isWhole, multiplyOut, powerByLogarithm } from './power.ts';
import type { Place } from './types.ts';
import { type Code, wasm } from './wasm.ts';

/** What turns the bits of a double into its exponent + 1024 above bit 52, counted from a mantissa of about 0.707. */
const TO_RAW = (1n << 62n) - 0x3fe6a09e00000000n;
/** 2^52 with the raw exponent in its lowest bits, and what is taken away to leave the exponent. */
const FROM_RAW = 0x4330000000000000n;
const RAW = 2 ** 52 + 1024;

/** Bytes of two draws, a double each. */
export const VECTOR = 16;
/** Where powers of vectors that go side by side are left for a moment, up to `LEFT_BYTES` further: nothing else may lie there. */
const LEFT_AT = 0;
export const LEFT_BYTES = 64;

/** Code that loads from a place. */
type LoadCode = (place: Place) => Code;

type Raise = 'raiseSame' | 'raiseWhole';

export interface Writer {
  /**
   * @param roots nodes that will be asked for: what several of them share is computed once
   * @param loads how each of the vectors that go side by side is loaded
   * @returns writes the code of a node for one of the vectors, which is computed where it is first needed
   */
  readonly scope: (
    roots: readonly Node[],
    loads: readonly LoadCode[],
  ) => (node: Node, stream?: number) => void;
  /** What has to stand before all: constants. */
  readonly head: readonly number[];
  readonly put: (...codes: readonly Code[]) => void;
  readonly body: readonly number[];
}

/** @param raiseWhole the place in the module of the function that multiplies powers out */
export function makeWriter(locals: Locals, raiseWhole: number): Writer {
  const head: number[] = [];
  const body: number[] = [];
  const vector = (): number => locals.add('v128');
  const put = (...codes: readonly Code[]): void => {
    for (const code of codes) for (const byte of code) body.push(byte);
  };
  const constants = new Map<string, number>();
  const held = (key: string, code: Code): Code => {
    const local = constants.get(key) ?? vector();
    if (!constants.has(key)) head.push(...code, ...wasm.set(local));
    constants.set(key, local);
    return wasm.get(local);
  };
  const number = (value: number): Code =>
    held(`${Object.is(value, -0) ? '-0' : value}`, wasm.constant(value));
  const wholeBits = (value: bigint): Code => held(`bits ${value}`, wasm.constantLanes(value, value));

  /** What is done to operands that lie on the stack. */
  const after = (name: Exclude<Operation, Raise>): Code => {
    switch (name) {
      case 'powerOfTwo':
        return [...wasm.i32(52), ...wasm.shiftLeft];
      case 'rawExponent':
        return [...wholeBits(TO_RAW), ...wasm.addBits, ...wasm.i32(52), ...wasm.shiftRight];
      case 'exponent':
        return [...wholeBits(FROM_RAW), ...wasm.or, ...number(RAW), ...wasm.subtract];
      case 'mantissa': {
        const exponent: Code = [...wholeBits(1024n), ...wasm.subtractBits];
        return [...exponent, ...wasm.i32(52), ...wasm.shiftLeft, ...wasm.subtractBits];
      }
      default:
        return wasm[name];
    }
  };

  const scope: Writer['scope'] = (roots, loads) => {
    const uses = countUses(roots);
    const shared = new Map<Node, number>();
    const own = loads.map(() => new Map<Node, number>());
    const localsOf = (node: Node, stream: number) => (node.uniform ? shared : own[stream]) ?? shared;
    const value = (node: Node, stream = 0): void => {
      if (node.kind === 'operation') prepare(node);
      const locals = localsOf(node, stream);
      const local = locals.get(node);
      if (local !== undefined) put(wasm.get(local));
      else if (node.kind === 'constant') put(number(node.value));
      else if (node.kind === 'never') put(wholeBits(0n));
      else {
        compute(node, stream);
        if ((uses.get(node) ?? 0) < 2 && !(node.uniform && own.length > 1)) return;
        const made = vector();
        locals.set(node, made);
        put(wasm.tee(made));
      }
    };
    const compute = (node: Node & { readonly kind: 'load' | 'operation' }, stream: number): void => {
      if (node.kind === 'load') put(loads[stream]?.(node.place) ?? []);
      else {
        for (const operand of node.operands) value(operand, stream);
        put(after(node.operation as Exclude<Operation, Raise>));
      }
    };
    /** Computes what is computed for all vectors at once: powers, and each step where there are several. */
    const prepare = (node: Node & { readonly kind: 'operation' }): void => {
      if (localsOf(node, 0).has(node)) return;
      if (node.operation === 'raiseSame' || node.operation === 'raiseWhole') raise(node.operation, node);
      else if (own.length > 1) {
        for (const operand of node.operands) if (operand.kind === 'operation') prepare(operand);
        for (const stream of node.uniform ? [0] : own.keys()) {
          compute(node, stream);
          const made = vector();
          localsOf(node, stream).set(node, made);
          put(wasm.set(made));
        }
      }
    };
    const inLocal = (node: Node, stream: number): number => {
      const made = vector();
      value(node, stream);
      put(wasm.set(made));
      return made;
    };
    /** Raises all vectors at once, since what stands behind a branch cannot go side by side with what stands before. */
    const raise = (operation: Raise, node: Node): void => {
      const raised = loads.map((_, stream): Raised => {
        const [base = 0, exponent = 0, otherwise = 0] = node.operands.map((operand) =>
          inLocal(operand, stream),
        );
        return { base, exponent, otherwise, result: vector() };
      });
      if (operation === 'raiseSame') raiseSame(raised);
      else raiseSome(raised);
      raised.forEach(({ result }, stream) => {
        (node.uniform ? shared : own[stream])?.set(node, result);
      });
    };
    return value;
  };
  /** Multiplies where the exponent, which all draws share, is whole, else goes by the logarithm. */
  const raiseSame = (raised: readonly Raised[]): void => {
    const exponent = raised[0]?.exponent ?? 0;
    const { node, parameters } = powerByLogarithm();
    const value = scope(
      [node],
      raised.map(
        ({ base }): LoadCode =>
          ({ offset }) =>
            wasm.get(offset === parameters.base ? base : exponent),
      ),
    );
    // Both ways leave their results in memory: engines compute one after the other what a branch leaves in locals.
    put(isWhole(exponent, number), wasm.allTrue, wasm.if, multiplyOut(raised, exponent, locals));
    raised.forEach(({ result }, stream) => {
      put(wasm.i32(LEFT_AT), wasm.get(result), wasm.store(stream * VECTOR));
    });
    put(wasm.else);
    raised.forEach((_, stream) => {
      put(wasm.i32(LEFT_AT));
      value(node, stream);
    });
    for (const stream of raised.map((_, index) => index).toReversed()) put(wasm.store(stream * VECTOR));
    put(wasm.end);
    raised.forEach(({ result }, stream) => {
      put(wasm.i32(LEFT_AT), wasm.load(stream * VECTOR), wasm.set(result));
    });
  };
  /** Multiplies only where some draw has a whole exponent. */
  const raiseSome = (raised: readonly Raised[]): void => {
    const wholes = raised.map(({ exponent, result }) => {
      const whole = vector();
      put(number(1), wasm.set(result), isWhole(exponent, number), wasm.tee(whole));
      return whole;
    });
    put(...wholes.slice(1).map(() => wasm.or), wasm.anyTrue, wasm.if);
    for (const { base, exponent, result } of raised)
      put(wasm.get(base), wasm.get(exponent), wasm.call(raiseWhole), wasm.set(result));
    put(wasm.end);
    // Chosen behind the branch, for the same reason.
    raised.forEach(({ otherwise, result }, stream) => {
      put(
        wasm.get(result),
        wasm.get(otherwise),
        wasm.get(wholes[stream] ?? 0),
        wasm.select,
        wasm.set(result),
      );
    });
  };
  return { scope, head, put, body };
}

/** Locals of a power of one vector. */
interface Raised {
  readonly base: number;
  readonly exponent: number;
  /** The power by the logarithm, where it is computed in any case. */
  readonly otherwise: number;
  readonly result: number;
}

function countUses(roots: readonly Node[]): ReadonlyMap<Node, number> {
  const uses = new Map<Node, number>();
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before === 0) stack.push(...node.operands);
  }
  return uses;
}
