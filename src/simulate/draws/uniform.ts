// Numbers between 0 and 1, one a draw: plain, in strata of the whole run (Latin hypercube), or in a sequence that fills every half evenly (Sobol).
import type { RandomNumbers } from './numbers.ts';
import { threefry, type Words } from './threefry.ts';
import type { DrawPlan, StreamKey } from './types.ts';

/** What the counters of one stream are for, so that none is used twice. */
const NUMBERS = 0;
const ORDER = 1;

/** How the numbers of a run are taken. */
export type Settings = Pick<DrawPlan, 'sampling' | 'seed' | 'total'>;

const WORD = 2 ** -32;
/** Bits of the place inside a stratum: few enough that it never rounds into the next one. */
const INSIDE = 20;
const PLACE = 2 ** -INSIDE;
/** Steps that mix the order of strata. */
const ROUNDS = 8;

/**
 * Makes the numbers of one stream and moment for draws `from` up to but not including `from + count`, no more than a row holds.
 * None is 0 or 1. Draw k is the same number whatever the block it comes in.
 * @returns the place in the row where they begin
 */
export function uniforms(
  key: StreamKey,
  moment: number,
  settings: Settings,
  from: number,
  count: number,
  { row, bits, chances }: RandomNumbers,
): number {
  const { sampling, seed, total } = settings;
  const words: Words = [seed, key[0], key[1], 0];
  /** As signed integers: unsigned ones may be doubles to the engine, and cost ten times as much. */
  const order = (length: number): Int32Array => {
    const found = new Uint32Array(4 * length);
    threefry(words, [0, moment, ORDER, 0], length, found);
    return new Int32Array(found.buffer);
  };
  if (sampling === 'sobol') {
    const shuffle = order(6);
    for (let index = 0; index < count; index++) row[index] = (sobol(from + index, shuffle) + 0.5) * WORD;
    return 0;
  }
  // One counter gives the numbers of four draws.
  const first = Math.floor(from / 4);
  const start = from - 4 * first;
  const counters = Math.floor((start + count + 3) / 4);
  if (sampling === 'plain') {
    chances(words, [first, moment, NUMBERS, 0], counters);
    return start;
  }
  threefry(words, [first, moment, NUMBERS, 0], counters, bits);
  const shuffle = order(ROUNDS / 2);
  const width = 32 - Math.clz32(total - 1);
  for (let index = 0; index < count; index++) {
    const inside = (((bits[start + index] ?? 0) >>> (32 - INSIDE)) + 0.5) * PLACE;
    row[index] = (stratum(from + index, total, width, shuffle) + inside) / total;
  }
  return 0;
}

/**
 * The stratum of a draw: a permutation of 0 to total - 1 that needs no table. Numbers of `width` bits are mixed by steps that
 * each can be undone; one that lands beyond the end is mixed on until it does not.
 */
function stratum(draw: number, total: number, width: number, keys: Int32Array): number {
  const mask = width === 0 ? 0 : -1 >>> (32 - width);
  const shift = (width + 1) >>> 1;
  let mixed = draw | 0;
  do
    for (let round = 0; round < 2 * ROUNDS; round += 2) {
      mixed = (mixed + (keys[round] ?? 0)) & mask;
      mixed = Math.imul(mixed, (keys[round + 1] ?? 0) | 1) & mask;
      mixed ^= mixed >>> shift;
    }
  while (mixed >= total);
  return mixed;
}

/**
 * Sobol's first sequence, the draw's bits read backwards, with its order and its places shuffled as Owen does: every aligned
 * power of two of draws has one number in each equal part. Each stream has a shuffle of its own, so that a new stream moves no other
 * (padding, after Burley, "Practical hash-based Owen scrambling", 2020).
 */
function sobol(draw: number, keys: Int32Array): number {
  const shuffled = reverseBits(mixUpwards(reverseBits(draw), keys, 0));
  return reverseBits(mixUpwards(shuffled, keys, 12)) >>> 0;
}

/** A permutation of 32-bit numbers in which each bit depends on those below it alone. */
function mixUpwards(bits: number, keys: Int32Array, at: number): number {
  let mixed = bits | 0;
  for (let round = at; round < at + 12; round += 3) {
    mixed = (mixed + (keys[round] ?? 0)) | 0;
    mixed ^= Math.imul(mixed, (keys[round + 1] ?? 0) & ~1);
    mixed = Math.imul(mixed, (keys[round + 2] ?? 0) | 1);
  }
  return mixed;
}

function reverseBits(bits: number): number {
  let turned = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  turned = ((turned >>> 2) & 0x33333333) | ((turned & 0x33333333) << 2);
  turned = ((turned >>> 4) & 0x0f0f0f0f) | ((turned & 0x0f0f0f0f) << 4);
  turned = ((turned >>> 8) & 0x00ff00ff) | ((turned & 0x00ff00ff) << 8);
  return (turned >>> 16) | (turned << 16);
}
