// WebAssembly modules as bytes: numbers, sections, and the instructions that kernels are made of.

/** Bytes of instructions, in the order in which a stack machine takes them. */
export type Code = readonly number[];
export type ValueType = 'i32' | 'f64' | 'v128';

export interface WasmFunction {
  /** Under which name it is exported; absent for one that only others call. */
  readonly exported?: string | undefined;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Locals after the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

const TYPES: Readonly<Record<ValueType, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** LEB128 of a whole number that is not negative. */
export function unsigned(value: number): Code {
  if (value < 128) return [value];
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low + 128);
  } while (rest > 0);
  return bytes;
}

/** LEB128 of a 32-bit whole number. */
function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const low = rest & 0x7f;
    const last = rest >> 6 === 0 || rest >> 6 === -1;
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => [...unsigned(name.length), ...new TextEncoder().encode(name)];

/** @param parts what the section holds, one after the other: kept apart, since copies of long code take time */
function section(id: number, parts: readonly Code[]): readonly Code[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [[id, ...unsigned(length)], ...parts];
}

/**
 * A module of functions over one memory that is imported as `env.memory`; a function is called by its place in the list.
 */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types: string[] = [];
  const typeOf = ({ parameters, results }: WasmFunction): number => {
    const key = JSON.stringify([parameters, results]);
    if (!types.includes(key)) types.push(key);
    return types.indexOf(key);
  };
  const declared = functions.map((each) => unsigned(typeOf(each)));
  const valueTypes = (list: readonly ValueType[]): Code => vector(list.map((type) => [TYPES[type]]));
  const signatures = types.map((key) => {
    const [parameters, results] = JSON.parse(key) as readonly [readonly ValueType[], readonly ValueType[]];
    return [0x60, ...valueTypes(parameters), ...valueTypes(results)];
  });
  const exported = functions.flatMap(({ exported: name }, index) =>
    name === undefined ? [] : [[...text(name), 0x00, ...unsigned(index)]],
  );
  const bodies = functions.flatMap(({ locals, body }): readonly Code[] => {
    const declarations = vector(runs(locals));
    return [[...unsigned(declarations.length + body.length + 1), ...declarations], body, [0x0b]];
  });
  return joined([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [vector(signatures)]),
    ...section(2, [vector([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])]),
    ...section(3, [vector(declared)]),
    ...section(7, [vector(exported)]),
    ...section(10, [unsigned(functions.length), ...bodies]),
  ]);
}

function joined(parts: readonly Code[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Locals as runs of one type, as the format wants them. */
function runs(locals: readonly ValueType[]): readonly Code[] {
  const found: { readonly type: ValueType; count: number }[] = [];
  for (const type of locals) {
    const last = found.at(-1);
    if (last?.type === type) last.count++;
    else found.push({ type, count: 1 });
  }
  return found.map(({ type, count }) => [...unsigned(count), TYPES[type]]);
}

const simd = (code: number): Code => [0xfd, ...unsigned(code)];
/** Natural alignment of what is loaded, as its power of two. */
const at = (alignment: number, offset: number): Code => [alignment, ...unsigned(offset)];

/** The eight bytes that are written. */
function eight(write: (view: DataView) => void): Code {
  const view = new DataView(new ArrayBuffer(8));
  write(view);
  return [...new Uint8Array(view.buffer)];
}

const bytesOfDouble = (value: number): Code => eight((view) => view.setFloat64(0, value, true));
const bytesOfBits = (value: bigint): Code => eight((view) => view.setBigInt64(0, value, true));

/** Instructions without anything behind them, and makers of those with. */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  tee: (local: number): Code => [0x22, ...unsigned(local)],
  call: (index: number): Code => [0x10, ...unsigned(index)],
  /** What stands between `loop` and `end` runs again at each `branchIf(0)` that is taken. */
  loop: [0x03, 0x40],
  if: [0x04, 0x40],
  ifVector: [0x04, 0x7b],
  else: [0x05],
  end: [0x0b],
  branchIf: (depth: number): Code => [0x0d, ...unsigned(depth)],
  return: [0x0f],
  /** The first where the third is not 0, else the second. */
  chooseI32: [0x1b],
  i32: (value: number): Code => [0x41, ...signed(value)],
  loadByte: [0x2d, 0x00, 0x00],
  loadI32: (offset: number): Code => [0x28, ...at(2, offset)],
  storeI32: (offset: number): Code => [0x36, ...at(2, offset)],
  addI32: [0x6a],
  subtractI32: [0x6b],
  multiplyI32: [0x6c],
  remainderI32: [0x70],
  andI32: [0x71],
  orI32: [0x72],
  shiftLeftI32: [0x74],
  shiftRightI32: [0x76],
  lessI32: [0x49],
  load: (offset: number): Code => [...simd(0x00), ...at(4, offset)],
  loadSplat: (offset: number): Code => [...simd(0x0a), ...at(3, offset)],
  store: (offset: number): Code => [...simd(0x0b), ...at(4, offset)],
  /** The same double in both lanes. */
  constant: (value: number): Code => [...simd(0x0c), ...bytesOfDouble(value), ...bytesOfDouble(value)],
  /** 64 bits in the first lane, 64 in the second. */
  constantLanes: (first: bigint, second: bigint): Code => [
    ...simd(0x0c),
    ...bytesOfBits(first),
    ...bytesOfBits(second),
  ],
  /** Four words of 32 bits. */
  constantWords: (words: readonly number[]): Code => [
    ...simd(0x0c),
    ...words.flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, (word >> 24) & 255]),
  ],
  /** The word of a lane out of each of two vectors, as the first two words of a vector. */
  pairOfWords: (lane: number): Code => [
    ...simd(0x0d),
    ...[4 * lane, 16 + 4 * lane, 0, 0].flatMap((byte) => [byte, byte + 1, byte + 2, byte + 3]),
  ],
  /** The first two words, without sign, as doubles. */
  doublesOfWords: simd(0xff),
  splatI32: simd(0x11),
  differI32: [0x73],
  differ: simd(0x51),
  addWords: simd(0xae),
  shiftLeftWords: simd(0xab),
  shiftRightWords: simd(0xad),
  /** Stores one of two doubles. */
  storeLane: (lane: 0 | 1): Code => [...simd(0x5b), ...at(3, 0), lane],
  lane: (index: number): Code => [...simd(0x1b), index],
  equal: simd(0x47),
  unequal: simd(0x48),
  less: simd(0x49),
  atMost: simd(0x4b),
  not: simd(0x4d),
  and: simd(0x4e),
  or: simd(0x50),
  /** The first where the bits of the third are set, else the second. */
  select: simd(0x52),
  anyTrue: simd(0x53),
  allTrue: simd(0xc3),
  floor: simd(0x75),
  shiftLeft: simd(0xcb),
  shiftRight: simd(0xcd),
  addBits: simd(0xce),
  subtractBits: simd(0xd1),
  absolute: simd(0xec),
  negate: simd(0xed),
  root: simd(0xef),
  add: simd(0xf0),
  subtract: simd(0xf1),
  multiply: simd(0xf2),
  divide: simd(0xf3),
  /** The second where it is below the first, else the first. */
  lower: simd(0xf6),
  higher: simd(0xf7),
  /** Doubles to 32-bit whole numbers towards 0, in the lower two lanes. */
  truncate: simd(0xfc),
} as const;
