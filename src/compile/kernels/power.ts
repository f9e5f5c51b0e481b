// Powers in kernels: by multiplication where the exponent is whole, by the logarithm elsewhere.
import { exponentialKernel, logarithmKernel, WHOLE_EXPONENTS } from '../../language/index.ts';
import { makeGraph, type Node } from './graph.ts';
import { makeLocals } from './locals.ts';
import { type Code, type WasmFunction, wasm } from './wasm.ts';

const BASE = 0;
const EXPONENT = 1;
const SIGNATURE = { parameters: ['v128', 'v128'], results: ['v128'] } as const;

/** Where the exponent in a local is one that is multiplied out. */
export const isWhole = (exponent: number, constant: (value: number) => Code): Code => [
  ...wasm.get(exponent),
  ...wasm.floor,
  ...wasm.get(exponent),
  ...wasm.equal,
  ...wasm.get(exponent),
  ...wasm.absolute,
  ...constant(WHOLE_EXPONENTS),
  ...wasm.atMost,
  ...wasm.and,
];

/** exp(exponent log base), of two parameters that are loaded from places of their own. */
export function powerByLogarithm(): {
  readonly node: Node;
  readonly parameters: { readonly base: number; readonly exponent: number };
} {
  const { lanes, load } = makeGraph();
  const parameter = (offset: number): Node =>
    load({ pointer: { from: 'table' }, offset, splat: false }, true);
  const power = lanes.multiply(parameter(EXPONENT), logarithmKernel(lanes, [parameter(BASE)]));
  return { node: exponentialKernel(lanes, [power]), parameters: { base: BASE, exponent: EXPONENT } };
}

/** `raise` of the language where the exponent is whole, step by step the same; any bits elsewhere. */
export function raiseWholeFunction(): WasmFunction {
  const locals = makeLocals(SIGNATURE.parameters.length);
  const [step, half, square, result] = [
    locals.add('v128'),
    locals.add('v128'),
    locals.add('v128'),
    locals.add('v128'),
  ];
  const begin: Code = [
    ...[...wasm.get(EXPONENT), ...wasm.absolute, ...isWhole(EXPONENT, wasm.constant), ...wasm.and],
    ...[...wasm.set(step), ...wasm.get(BASE), ...wasm.set(square), ...wasm.constant(1), ...wasm.set(result)],
  ];
  const twice: Code = [...wasm.get(half), ...wasm.get(half), ...wasm.add];
  const odd: Code = [...twice, ...wasm.get(step), ...wasm.unequal];
  const loop: Code = [
    ...[...wasm.get(step), ...wasm.constant(0.5), ...wasm.multiply, ...wasm.floor, ...wasm.set(half)],
    ...[...wasm.get(result), ...wasm.get(square), ...wasm.multiply],
    ...[...wasm.get(result), ...odd, ...wasm.select, ...wasm.set(result)],
    ...[...wasm.get(square), ...wasm.get(square), ...wasm.multiply, ...wasm.set(square)],
    ...[...wasm.get(half), ...wasm.tee(step), ...wasm.anyTrue, ...wasm.branchIf(0)],
  ];
  const body: Code = [...begin, ...wasm.loop, ...loop, ...wasm.end, ...orInverse(result)];
  return { ...SIGNATURE, locals: locals.types, body };
}

/** The same for an exponent that both draws share: the steps are counted in one whole number. */
export function raiseSameFunction(): WasmFunction {
  const locals = makeLocals(SIGNATURE.parameters.length);
  const [step, square, result] = [locals.add('i32'), locals.add('v128'), locals.add('v128')];
  const begin: Code = [
    ...[...wasm.get(EXPONENT), ...wasm.absolute, ...wasm.truncate, ...wasm.lane(0), ...wasm.set(step)],
    ...[...wasm.get(BASE), ...wasm.set(square), ...wasm.constant(1), ...wasm.set(result)],
  ];
  const odd: Code = [...wasm.get(step), ...wasm.i32(1), ...wasm.andI32];
  const product: Code = [...wasm.get(result), ...wasm.get(square), ...wasm.multiply, ...wasm.set(result)];
  const loop: Code = [
    ...[...odd, ...wasm.if, ...product, ...wasm.end],
    ...[...wasm.get(square), ...wasm.get(square), ...wasm.multiply, ...wasm.set(square)],
    ...[...wasm.get(step), ...wasm.i32(1), ...wasm.shiftRightI32, ...wasm.tee(step), ...wasm.branchIf(0)],
  ];
  const body: Code = [...begin, ...wasm.loop, ...loop, ...wasm.end, ...orInverse(result)];
  return { ...SIGNATURE, locals: locals.types, body };
}

/** One over the result where the exponent is negative. */
const orInverse = (result: number): Code => [
  ...[...wasm.constant(1), ...wasm.get(result), ...wasm.divide, ...wasm.get(result)],
  ...[...wasm.get(EXPONENT), ...wasm.constant(0), ...wasm.less, ...wasm.select],
];
