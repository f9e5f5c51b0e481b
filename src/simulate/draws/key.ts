// The name of an uncertain element as 64 bits, so that its random numbers hang on nothing else.
import type { StreamKey } from './types.ts';

/** FNV-1a, 64 bits (Fowler, Noll and Vo). */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** @param key one element of each set, in order */
export function streamKey(input: string, key: readonly string[]): StreamKey {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(JSON.stringify([input, ...key])))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return [Number(hash >> 32n), Number(hash & 0xffffffffn)];
}
