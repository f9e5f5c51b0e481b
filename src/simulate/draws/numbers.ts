// Where random numbers are made: a row of chances between 0 and 1, or of standard normal numbers, by kernels or the plain way.
import { normalQuantile } from '../../language/index.ts';
import { threefry, type Words } from './threefry.ts';

/** Draws that are made at a time: few enough that they stay in the processor's first cache. */
export const ROW = 2048;
/** Words of one counter; counters that a kernel takes side by side. */
const WORDS = 4;
const LANES = 4;
const DOUBLE = 8;
const PLACE = 2 ** -32;
const PAGE = 65536;

/** Makes random numbers; what it made last lies in its rows. */
export interface RandomNumbers {
  /** Room for a row of draws, of which `chances` may leave out a few at the beginning. */
  readonly row: Float64Array;
  /** Bits as they are, for those who make numbers of their own of them. */
  readonly bits: Uint32Array;
  /** Writes the chances of `count` counters, four each, into the row. */
  readonly chances: (key: Words, counter: Words, count: number) => void;
  /** Makes standard normal numbers of the first `count` chances in the row. */
  readonly normals: (count: number) => void;
}

const room = WORDS * LANES + ROW;

/** The same numbers as {@link randomKernels}, without WebAssembly. */
export function plainNumbers(): RandomNumbers {
  const row = new Float64Array(room);
  const bits = new Uint32Array(room);
  return {
    row,
    bits,
    chances: (key, counter, count) => {
      threefry(key, counter, count, bits);
      for (let index = 0; index < WORDS * count; index++) row[index] = ((bits[index] ?? 0) + 0.5) * PLACE;
    },
    normals: (count) => {
      for (let index = 0; index < count; index++) row[index] = normalQuantile(row[index] ?? 0);
    },
  };
}

interface Kernels {
  readonly chances: (...parameters: readonly number[]) => void;
  readonly normals: (at: number, end: number) => void;
}

/** @param module the compiled module of kernels of random numbers */
export function randomKernels(module: object): RandomNumbers {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((room * DOUBLE) / PAGE) });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { chances, normals } = exports as unknown as Kernels;
  return {
    row: new Float64Array(memory.buffer, 0, room),
    bits: new Uint32Array(room),
    chances: (key, counter, count) =>
      chances(...key, ...counter, WORDS * Math.ceil(count / LANES) * LANES * DOUBLE),
    normals: (count) => normals(0, Math.ceil(count / 2) * 2 * DOUBLE),
  };
}
