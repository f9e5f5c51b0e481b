// Powers in kernels: by multiplication where the exponent is whole, by the logarithm elsewhere.
import { exponentialKernel, logarithmKernel, WHOLE_EXPONENTS } from '../../language/index.ts';
import { makeGraph, type Node } from './graph.ts';
import { type Locals, makeLocals } from './locals.ts';
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

/** The same in place for an exponent that all draws share: the steps are counted in one whole number. */
export function multiplyOut(
  raised: readonly { readonly base: number; readonly result: number }[],
  exponent: number,
  { add }: Pick<Locals, 'add'>,
): Code {
  const step = add('i32');
  const vectors = raised.map((each) => ({ ...each, square: add('v128') }));
  const begin: Code = [
    ...[...wasm.get(exponent), ...wasm.absolute, ...wasm.truncate, ...wasm.lane(0), ...wasm.set(step)],
    ...vectors.flatMap(({ base, square, result }) => [
      ...[...wasm.get(base), ...wasm.set(square), ...wasm.constant(1), ...wasm.set(result)],
    ]),
  ];
  const times = (to: number, by: number): Code => [
    ...[...wasm.get(to), ...wasm.get(by), ...wasm.multiply, ...wasm.set(to)],
  ];
  const odd: Code = [...wasm.get(step), ...wasm.i32(1), ...wasm.andI32];
  const loop: Code = [
    ...[...odd, ...wasm.if, ...vectors.flatMap(({ result, square }) => times(result, square)), ...wasm.end],
    ...vectors.flatMap(({ square }) => times(square, square)),
    ...[...wasm.get(step), ...wasm.i32(1), ...wasm.shiftRightI32, ...wasm.tee(step), ...wasm.branchIf(0)],
  ];
  const negative: Code = [...wasm.get(exponent), ...wasm.constant(0), ...wasm.less, ...wasm.anyTrue];
  const inverse = vectors.flatMap(({ result }) => [
    ...[...wasm.constant(1), ...wasm.get(result), ...wasm.divide, ...wasm.set(result)],
  ]);
  return [...begin, ...wasm.loop, ...loop, ...wasm.end, ...negative, ...wasm.if, ...inverse, ...wasm.end];
}

/** One over the result where the exponent is negative. */
const orInverse = (result: number): Code => [
  ...[...wasm.constant(1), ...wasm.get(result), ...wasm.divide, ...wasm.get(result)],
  ...[...wasm.get(EXPONENT), ...wasm.constant(0), ...wasm.less, ...wasm.select],
];
