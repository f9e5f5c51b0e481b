// The kernels of random numbers: Threefry's bits as chances between 0 and 1, sixteen draws at a time, and chances as standard normal numbers.
import { FAR, type Kernel, normalKernels } from '../../language/index.ts';
import { makeGraph, type Node } from './graph.ts';
import { makeLocals } from './locals.ts';
import { type Code, type WasmFunction, wasm, wasmModule } from './wasm.ts';
import { makeWriter } from './writer.ts';

const DOUBLE = 8;
/** Counters that go side by side, and the words that each gives. */
const LANES = 4;
const WORDS = 4;
/** Rounds and how far they turn (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011). */
const ROUNDS = 20;
const TURNS = [
  [10, 26],
  [11, 21],
  [13, 27],
  [23, 5],
  [6, 20],
  [17, 11],
  [25, 10],
  [18, 20],
] as const;
const PARITY = 0x1bd11bda;
const WORD_BITS = 32;
/** None is 0 or 1: each word stands for the middle of its place. */
const HALF = 0.5;
const PLACE = 2 ** -WORD_BITS;

/**
 * chances(key 0..3, counter 0..3, end): writes four chances for each counter, from byte 0 on up to `end`, which is a multiple of 128;
 * the first word of the counter runs on.
 */
function chancesFunction(): WasmFunction {
  const end = 8;
  const locals = makeLocals(9);
  const at = locals.add('i32');
  const parity = locals.add('i32');
  const vectors = (count: number): readonly number[] =>
    Array.from({ length: count }, () => locals.add('v128'));
  const keys = vectors(WORDS + 1);
  const counters = vectors(WORDS);
  const words = vectors(WORDS);
  const local = (list: readonly number[], index: number): number => list[index % list.length] ?? 0;
  const splat = (index: number): Code => [...wasm.get(index), ...wasm.splatI32];
  const sum = (to: number, ...parts: readonly Code[]): Code => [
    ...parts.flatMap((part, index) => (index === 0 ? part : [...part, ...wasm.addWords])),
    ...wasm.set(to),
  ];
  const same = (value: number): Code => [...wasm.i32(value), ...wasm.splatI32];

  /** One half of a round: two words added up, the second turned and mixed with the sum. */
  const mix = (to: number, from: number, turn: number): Code => [
    ...sum(to, wasm.get(to), wasm.get(from)),
    ...[...wasm.get(from), ...wasm.i32(turn), ...wasm.shiftLeftWords],
    ...[...wasm.get(from), ...wasm.i32(WORD_BITS - turn), ...wasm.shiftRightWords],
    ...[...wasm.or, ...wasm.get(to), ...wasm.differ, ...wasm.set(from)],
  ];
  /** The key turned by one word more every four rounds. */
  const inject = (turn: number): Code =>
    words.flatMap((word, index) =>
      sum(
        word,
        wasm.get(word),
        wasm.get(local(keys, turn + index)),
        ...(index === WORDS - 1 ? [same(turn)] : []),
      ),
    );
  const rounds = Array.from({ length: ROUNDS }, (_, round): Code => {
    const [first, second] = TURNS[round % TURNS.length] ?? [0, 0];
    const [to, from] = round % 2 === 0 ? [1, 3] : [3, 1];
    return [
      ...mix(local(words, 0), local(words, to), first),
      ...mix(local(words, 2), local(words, from), second),
      ...((round + 1) % WORDS === 0 ? inject((round + 1) / WORDS) : []),
    ];
  });
  /** The words of one counter lie in one lane of four vectors: two by two they become doubles. */
  const stores = Array.from({ length: LANES }, (_, lane) =>
    [0, 2].map(
      (word): Code => [
        ...wasm.get(at),
        ...[...wasm.get(local(words, word)), ...wasm.get(local(words, word + 1)), ...wasm.pairOfWords(lane)],
        ...[...wasm.doublesOfWords, ...wasm.constant(HALF), ...wasm.add],
        ...[...wasm.constant(PLACE), ...wasm.multiply],
        ...wasm.store((lane * WORDS + word) * DOUBLE),
      ],
    ),
  ).flat();

  const prepare: Code = [
    ...wasm.i32(PARITY),
    ...[0, 1, 2, 3].flatMap((word) => [...wasm.get(word), ...wasm.differI32]),
    ...wasm.set(parity),
    ...keys.flatMap((key, index) => [...splat(index < WORDS ? index : parity), ...wasm.set(key)]),
    ...counters.flatMap((counter, index) => sum(counter, splat(WORDS + index), wasm.get(local(keys, index)))),
    ...sum(local(counters, 0), wasm.get(local(counters, 0)), wasm.constantWords([0, 1, 2, 3])),
  ];
  const body: Code = [
    ...words.flatMap((word, index) => [...wasm.get(local(counters, index)), ...wasm.set(word)]),
    ...rounds.flat(),
    ...stores.flat(),
    ...sum(local(counters, 0), wasm.get(local(counters, 0)), same(LANES)),
    ...[...wasm.get(at), ...wasm.i32(LANES * WORDS * DOUBLE), ...wasm.addI32, ...wasm.tee(at)],
    ...[...wasm.get(end), ...wasm.lessI32, ...wasm.branchIf(0)],
  ];
  return {
    exported: 'chances',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    results: [],
    locals: locals.types,
    body: [...prepare, ...wasm.loop, ...body, ...wasm.end],
  };
}

const VECTOR = 16;

/** normals(at, end): makes standard normal numbers of the chances from byte `at` up to `end`, a multiple of 16 bytes further, in their place. */
function normalsFunction(): WasmFunction {
  const [at, end] = [0, 1];
  const locals = makeLocals(2);
  const { scope, head, put, body } = makeWriter(locals, 0);
  const [chance, out, size, result] = [0, 0, 0, 0].map(() => locals.add('v128'));
  if (chance === undefined || out === undefined || size === undefined || result === undefined)
    throw new Error('no locals');
  /** Puts what a kernel makes of the vector in a local. */
  const write = (kernel: (graph: ReturnType<typeof makeGraph>, value: Node) => Node, from: number): void => {
    const graph = makeGraph();
    const value = graph.load({ pointer: { from: 'table' }, offset: 0, splat: false }, true);
    const node = kernel(graph, value);
    scope([node], [() => wasm.get(from)])(node);
  };
  const apply =
    (kernel: Kernel) =>
    ({ lanes }: ReturnType<typeof makeGraph>, value: Node): Node =>
      kernel(lanes, [value]);
  const beyond = ({ lanes }: ReturnType<typeof makeGraph>, value: Node): Node =>
    lanes.less(lanes.constant(FAR), value);

  put(wasm.loop, wasm.get(at), wasm.get(at), wasm.load(0), wasm.set(chance));
  write(apply(normalKernels.middle), chance);
  put(wasm.set(result));
  write(({ lanes }, value) => lanes.not(normalKernels.isMiddle(lanes, value)), chance);
  put(wasm.anyTrue, wasm.if);
  write(apply(normalKernels.out), chance);
  put(wasm.set(out));
  write(apply(normalKernels.tail), out);
  put(wasm.set(size));
  write(beyond, out);
  put(wasm.anyTrue, wasm.if);
  write(apply(normalKernels.far), out);
  put(wasm.get(size));
  write(beyond, out);
  put(wasm.select, wasm.set(size), wasm.end);
  // Below the median the number is negative.
  put(wasm.get(size), wasm.negate, wasm.get(size));
  write(
    ({ lanes }, value) => lanes.less(lanes.subtract(value, lanes.constant(0.5)), lanes.constant(0)),
    chance,
  );
  put(wasm.select, wasm.get(result));
  write(({ lanes }, value) => lanes.not(normalKernels.isMiddle(lanes, value)), chance);
  put(wasm.select, wasm.set(result), wasm.end);
  put(wasm.get(result), wasm.store(0));
  put(
    wasm.get(at),
    wasm.i32(VECTOR),
    wasm.addI32,
    wasm.tee(at),
    wasm.get(end),
    wasm.lessI32,
    wasm.branchIf(0),
  );
  put(wasm.end);
  return {
    exported: 'normals',
    parameters: ['i32', 'i32'],
    results: [],
    locals: locals.types,
    body: [...head, ...body],
  };
}

/** A module over `env.memory` that exports `chances` and `normals`; the same for every plan. */
export const randomModule = (): Uint8Array<ArrayBuffer> => wasmModule([chancesFunction(), normalsFunction()]);
