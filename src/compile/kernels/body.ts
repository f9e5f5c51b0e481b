// Graphs -> code: a function that goes through the draws of a block, two in a vector and as many vectors side by side as keep a processor busy.
import type { Draft } from './build.ts';
import type { Node } from './graph.ts';
import { makeLocals } from './locals.ts';
import type { Place, Pointer } from './types.ts';
import { type Code, type ValueType, type WasmFunction, wasm } from './wasm.ts';
import { LEFT_BYTES, makeWriter, VECTOR } from './writer.ts';

/** Code that leaves where a pointer begins in the year of the first parameter. */
export type Address = (pointer: Pointer) => Code;

/** Parameters of every function that is made here. */
export const YEAR = 0;
export const TABLE = 1;
export const TILE = 2;
export const BYTES = 3;
const PARAMETERS: readonly ValueType[] = ['i32', 'i32', 'i32', 'i32'];

/** Vectors that may go side by side, so that a processor need not wait for the last step of one. */
const STREAMS = [1, 2, LEFT_BYTES / VECTOR];
/** Steps that do not wait for each other, as many as keep a processor busy: more vectors of them would only be more code. */
const BUSY = 12;

const shifted = (place: Place, shift: number): Place => ({ ...place, offset: place.offset + shift });

/** How many vectors go side by side: as many as are needed, going by the longest chain of steps of one. */
function streamsOf(roots: readonly Node[]): number {
  const chains = new Map<Node, number>();
  const chain = (node: Node): number => {
    const found = chains.get(node) ?? 1 + Math.max(0, ...node.operands.map(chain));
    chains.set(node, found);
    return found;
  };
  const longest = Math.max(1, ...roots.map(chain));
  return STREAMS.find((count) => count * chains.size >= BUSY * longest) ?? Math.max(...STREAMS);
}

/**
 * The function of a draft: takes year, table, tile and bytes, gives a number other than 0 if some value may not be finite.
 * @param raiseWhole the place in the module of the function that multiplies powers out
 * @param often whether it is called so often that it is to be fast rather than short
 */
export function functionOf(
  { stores, witness }: Draft,
  address: Address,
  raiseWhole: number,
  often: boolean,
): WasmFunction {
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
  const load = (place: Place): Code => [...reach(place), ...wasm.load(place.offset)];
  const roots = [...stores.map(({ node }) => node), ...(witness === undefined ? [] : [witness, witness])];
  const { scope, head, put, body } = makeWriter(locals, raiseWhole);
  const count = often ? streamsOf(roots) : 1;
  const step = wasm.i32(count * VECTOR);
  const shifts = Array.from({ length: count }, (_, stream) => stream * VECTOR);
  const value = scope(
    roots,
    shifts.map((shift) => (place) => load(place.splat ? place : shifted(place, shift))),
  );
  for (const { place, node } of stores) {
    // All vectors before the first is stored: engines leave loads behind a store there, and so all that rests on them.
    shifts.forEach((_, stream) => {
      put(reach(place));
      value(node, stream);
    });
    for (const shift of shifts.toReversed()) put(wasm.store(place.offset + shift));
  }
  shifts.forEach((_, stream) => {
    if (witness === undefined) return;
    // x - x is 0, or NaN for what is not finite, which leaves bits behind.
    put(wasm.get(failed));
    value(witness, stream);
    value(witness, stream);
    put(wasm.subtract, wasm.or, wasm.set(failed));
  });
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
