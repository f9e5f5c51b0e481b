// Graphs -> code: a function that goes through the draws of a block two at a time, with constants in locals and each step once.
import type { Draft } from './build.ts';
import type { Node, Operation } from './graph.ts';
import { type Locals, makeLocals } from './locals.ts';
import { isWhole, powerByLogarithm } from './power.ts';
import type { Place, Pointer } from './types.ts';
import { type Code, type ValueType, type WasmFunction, wasm } from './wasm.ts';

/** Code that leaves where a pointer begins in the year of the first parameter. */
export type Address = (pointer: Pointer) => Code;

/** Functions that multiply powers out, by their place in the module. */
export interface Helpers {
  /** For an exponent that is the same in both draws. */
  readonly raiseSame: number;
  readonly raiseWhole: number;
}

/** Parameters of every function that is made here. */
export const YEAR = 0;
export const TABLE = 1;
export const TILE = 2;
export const BYTES = 3;
const PARAMETERS: readonly ValueType[] = ['i32', 'i32', 'i32', 'i32'];

/** Two draws of a double each. */
const VECTOR = 16;
/** Vectors that go side by side where one alone would mostly wait for its own last step. */
const STREAMS = 2;
/** Steps that do not wait for each other, as many as keep a processor busy: two vectors of them would only double the code. */
const BUSY = 12;
/** Draws that are computed at once; a block has a multiple of them. */
export const DRAWS_AT_ONCE = (STREAMS * VECTOR) / 8;

const shifted = (place: Place, shift: number): Place => ({ ...place, offset: place.offset + shift });

/** What turns the bits of a double into its exponent + 1024 above bit 52, counted from a mantissa of about 0.707. */
const TO_RAW = (1n << 62n) - 0x3fe6a09e00000000n;
/** 2^52 with the raw exponent in its lowest bits, and what is taken away to leave the exponent. */
const FROM_RAW = 0x4330000000000000n;
const RAW = 2 ** 52 + 1024;

/** Code that loads from a place. */
type LoadCode = (place: Place) => Code;

export interface Writer {
  /**
   * @param roots nodes that will be asked for: what several of them share is computed once
   * @param shared locals of what is the same in all draws, for scopes that follow each other without a branch between them
   * @returns writes the code of a node, which is computed where it is first needed
   */
  readonly scope: (
    roots: readonly Node[],
    load: LoadCode,
    shared?: Map<Node, number>,
  ) => (node: Node) => void;
  /** What has to stand before all: constants. */
  readonly head: readonly number[];
  readonly put: (...codes: readonly Code[]) => void;
  readonly body: readonly number[];
}

export function makeWriter({ add }: Locals, helpers: Helpers): Writer {
  const head: number[] = [];
  const body: number[] = [];
  const put = (...codes: readonly Code[]): void => {
    for (const code of codes) for (const byte of code) body.push(byte);
  };
  const constants = new Map<string, number>();
  const held = (key: string, code: Code): Code => {
    const local = constants.get(key) ?? add('v128');
    if (!constants.has(key)) head.push(...code, ...wasm.set(local));
    constants.set(key, local);
    return wasm.get(local);
  };
  const number = (value: number): Code =>
    held(`${Object.is(value, -0) ? '-0' : value}`, wasm.constant(value));
  const wholeBits = (value: bigint): Code => held(`bits ${value}`, wasm.constantLanes(value, value));

  /** What is done to operands that lie on the stack. */
  const after = (name: Exclude<Operation, 'raiseSame' | 'raiseWhole'>): Code => {
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

  const scope: Writer['scope'] = (roots, load, shared) => {
    const uses = countUses(roots);
    const own = new Map<Node, number>();
    const value = (node: Node): void => {
      const locals = node.uniform ? (shared ?? own) : own;
      const local = locals.get(node);
      if (local !== undefined) put(wasm.get(local));
      else if (node.kind === 'constant') put(number(node.value));
      else if (node.kind === 'never') put(wholeBits(0n));
      else {
        compute(node);
        if ((uses.get(node) ?? 0) < 2 && locals === own) return;
        const made = add('v128');
        locals.set(node, made);
        put(wasm.tee(made));
      }
    };
    const compute = (node: Exclude<Node, { readonly kind: 'constant' | 'never' }>): void => {
      if (node.kind === 'load') put(load(node.place));
      else if (node.operation === 'raiseSame') raiseSame(node.operands.map(local));
      else if (node.operation === 'raiseWhole') raiseWhole(node.operands.map(local));
      else {
        for (const operand of node.operands) value(operand);
        put(after(node.operation));
      }
    };
    const local = (node: Node): number => {
      const made = add('v128');
      value(node);
      put(wasm.set(made));
      return made;
    };
    return value;
  };
  /** Multiplies where the exponent is whole, else goes by the logarithm. */
  const raiseSame = ([base = 0, exponent = 0]: readonly number[]): void => {
    put(isWhole(exponent, number), wasm.allTrue, wasm.ifVector);
    put(wasm.get(base), wasm.get(exponent), wasm.call(helpers.raiseSame), wasm.else);
    const { node, parameters } = powerByLogarithm();
    scope([node], ({ offset }) => wasm.get(offset === parameters.base ? base : exponent))(node);
    put(wasm.end);
  };
  /** Multiplies only where some draw has a whole exponent. */
  const raiseWhole = ([base = 0, exponent = 0, otherwise = 0]: readonly number[]): void => {
    const whole = add('v128');
    put(isWhole(exponent, number), wasm.tee(whole), wasm.anyTrue, wasm.ifVector);
    put(wasm.get(base), wasm.get(exponent), wasm.call(helpers.raiseWhole));
    put(wasm.get(otherwise), wasm.get(whole), wasm.select);
    put(wasm.else, wasm.get(otherwise), wasm.end);
  };
  return { scope, head, put, body };
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

/** How many vectors go side by side: one where all steps are many times more than the longest chain of them. */
function streamsOf(roots: readonly Node[]): number {
  const chains = new Map<Node, number>();
  const chain = (node: Node): number => {
    const found = chains.get(node) ?? 1 + Math.max(0, ...node.operands.map(chain));
    chains.set(node, found);
    return found;
  };
  const longest = Math.max(1, ...roots.map(chain));
  return chains.size >= BUSY * longest ? 1 : STREAMS;
}

/** The function of a draft: takes year, table, tile and bytes, gives a number other than 0 if some value may not be finite. */
export function functionOf({ stores, witness }: Draft, address: Address, helpers: Helpers): WasmFunction {
  const locals = makeLocals(PARAMETERS.length);
  const at = locals.add('i32');
  const failed = locals.add('v128');
  const pointers = new Map<string, { readonly local: number; readonly pointer: Pointer }>();
  const pointerOf = (pointer: Pointer): number => {
    const key = JSON.stringify(pointer);
    const found = pointers.get(key) ?? { local: locals.add('i32'), pointer };
    pointers.set(key, found);
    return found.local;
  };
  /** Code that leaves the address in a region, without the offset. */
  const reach = ({ pointer }: Place): Code =>
    pointer.from === 'deviations'
      ? [...wasm.get(pointerOf(pointer)), ...wasm.get(at), ...wasm.addI32]
      : wasm.get(pointerOf(pointer));
  const load = (place: Place): Code => [
    ...reach(place),
    ...(place.splat ? wasm.loadSplat(place.offset) : wasm.load(place.offset)),
  ];
  const roots = [...stores.map(({ node }) => node), ...(witness === undefined ? [] : [witness, witness])];
  const { scope, head, put, body } = makeWriter(locals, helpers);
  const shared = new Map<Node, number>();
  const count = streamsOf(roots);
  const step = wasm.i32(count * VECTOR);
  const streams = Array.from({ length: count }, (_, stream) => {
    const shift = stream * VECTOR;
    const value = scope(roots, (place) => load(place.splat ? place : shifted(place, shift)), shared);
    return { shift, value };
  });
  for (const { place, node } of stores)
    for (const { shift, value } of streams) {
      put(reach(place));
      value(node);
      put(wasm.store(place.offset + shift));
    }
  for (const { value } of streams) {
    if (witness === undefined) continue;
    // x - x is 0, or NaN for what is not finite, which leaves bits behind.
    put(wasm.get(failed));
    value(witness);
    value(witness);
    put(wasm.subtract, wasm.or, wasm.set(failed));
  }
  const begin = [...pointers.values()].flatMap(({ local, pointer }) => [
    ...address(pointer),
    ...wasm.set(local),
  ]);
  const move = [...pointers.values()].flatMap(({ local, pointer }) =>
    ['table', 'yearly', 'deviations'].includes(pointer.from)
      ? []
      : [...wasm.get(local), ...step, ...wasm.addI32, ...wasm.set(local)],
  );
  const next = [...wasm.get(at), ...step, ...wasm.addI32, ...wasm.tee(at)];
  const again = [...next, ...wasm.get(BYTES), ...wasm.lessI32, ...wasm.branchIf(0)];
  return {
    parameters: PARAMETERS,
    results: ['i32'],
    locals: locals.types,
    body: [
      ...begin,
      ...head,
      ...wasm.loop,
      ...body,
      ...move,
      ...again,
      ...wasm.end,
      ...wasm.get(failed),
      ...wasm.anyTrue,
    ],
  };
}
