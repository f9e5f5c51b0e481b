// Doubles taken apart into a power of two and the rest, exactly.

const LEAST = -1022;
const MOST = 1023;
const POWERS = table();

/** By doubling and halving, which are exact; Math.pow need not be. */
function table(): Float64Array {
  const powers = new Float64Array(MOST - LEAST + 1);
  for (let k = 0, power = 1; k <= MOST; k++, power *= 2) powers[k - LEAST] = power;
  for (let k = 0, power = 1; k >= LEAST; k--, power /= 2) powers[k - LEAST] = power;
  return powers;
}

/** 2^k for whole k that are exponents of normal numbers, from -1022 to 1023; 0 below and infinite above them. */
export const powerOfTwo = (k: number): number =>
  POWERS[k - LEAST] ?? (k > MOST ? Number.POSITIVE_INFINITY : k < LEAST ? 0 : Number.NaN);

/**
 * 1.5 x 2^52 + 1023: added to a number and taken away again it rounds to a whole number, and while it is added the lowest
 * bits are those of the exponent of a double.
 */
export const ROUNDER = 6755399441056767;

/** The upper half of the bits of the lowest mantissa, which is about the square root of 1/2. */
const LOWEST_MANTISSA = 0x3fe6a09e;

/** One double and its bits, written before they are read. */
const scratch = new DataView(new ArrayBuffer(8));

/** The k of x = 2^k m with m from about 0.707 to 1.414, for positive normal x. */
export function exponentOf(x: number): number {
  scratch.setFloat64(0, x, true);
  return (scratch.getInt32(4, true) - LOWEST_MANTISSA) >> 20;
}
