// exp: e to the power of a pure number; computed here, since the last bits of Math.exp are the engine's own.
import type { Kernel } from '../lanes.ts';
import { powerOfTwo } from '../powers-of-two.ts';
import type { Word } from '../word.ts';

/** Beyond these the result is the same as there: infinite, or 0. */
const HIGHEST = 710;
const LOWEST = -709;

/** ln 2 in two parts: the first has so few bits that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1.5 x 2^52: added and taken away again it rounds to a whole number. */
const ROUNDER = 6755399441055744;
/** 1/2!, 1/3! and so on; names of their own, since an array of them would cost more than the arithmetic. */
const C2 = 1 / 2;
const C3 = 1 / 6;
const C4 = 1 / 24;
const C5 = 1 / 120;
const C6 = 1 / 720;
const C7 = 1 / 5040;
const C8 = 1 / 40320;
const C9 = 1 / 362880;
const C10 = 1 / 3628800;
const C11 = 1 / 39916800;
const C12 = 1 / 479001600;

/**
 * e to the power of x, off by less than one unit in the last place: x = k ln 2 + r with |r| < 0.35, e^r by its Taylor series.
 * Infinite above 709.43, and 0 below -708.74, where the result would have fewer digits than others.
 */
export function exponential(x: number): number {
  const within = x > HIGHEST ? HIGHEST : x < LOWEST ? LOWEST : x;
  const k = within * Math.LOG2E + ROUNDER - ROUNDER;
  const r = within - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = C2 + C3 * r + r2 * (C4 + C5 * r);
  const middle = C6 + C7 * r + r2 * (C8 + C9 * r);
  const high = C10 + C11 * r + C12 * r2;
  const less1 = r + r2 * (low + r4 * (middle + r4 * high));
  return powerOfTwo(k) * (1 + less1);
}

/** {@link exponential}, step by step the same. */
export const exponentialKernel: Kernel = (lanes, [x = lanes.constant(Number.NaN)]) => {
  const { constant, add, subtract, multiply } = lanes;
  const rounder = constant(ROUNDER);
  const within = lanes.higher(lanes.lower(x, constant(HIGHEST)), constant(LOWEST));
  const k = subtract(add(multiply(within, constant(Math.LOG2E)), rounder), rounder);
  const r = subtract(subtract(within, multiply(k, constant(LN2_HIGH))), multiply(k, constant(LN2_LOW)));
  const r2 = multiply(r, r);
  const r4 = multiply(r2, r2);
  const pair = (first: number, second: number) => add(constant(first), multiply(constant(second), r));
  const low = add(pair(C2, C3), multiply(r2, pair(C4, C5)));
  const middle = add(pair(C6, C7), multiply(r2, pair(C8, C9)));
  const high = add(pair(C10, C11), multiply(constant(C12), r2));
  const less1 = add(r, multiply(r2, add(low, multiply(r4, add(middle, multiply(r4, high))))));
  return multiply(lanes.powerOfTwo(k), add(constant(1), less1));
};

export const exp: Word = {
  name: 'exp',
  signature: 'exp(a)',
  about: 'e to the power of a pure number',
  example: 'exp(growth_rate)',
  fewest: 1,
  most: 1,
  units: 'pure',
  evaluate: ([value = Number.NaN]) => exponential(value),
  kernel: exponentialKernel,
};
