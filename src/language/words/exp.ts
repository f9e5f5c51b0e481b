// exp: e to the power of a pure number; computed here, since the last bits of Math.exp are the engine's own.
import type { Kernel } from '../lanes.ts';
import { powerOfTwo, ROUNDER } from '../powers-of-two.ts';
import type { Word } from '../word.ts';

/** Beyond these the result is the same as there: infinite, or 0. */
const HIGHEST = 710;
const LOWEST = -709;

/** ln 2 in two parts: the first has so few bits that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Minimax coefficients of r (e^r + 1) / (e^r - 1) - 2 in r^2, without the first: the public method of FreeBSD's e_exp. */
const C1 = 0.16666666666666602;
const C2 = -0.0027777777777015593;
const C3 = 0.00006613756321437934;
const C4 = -0.0000016533902205465252;
const C5 = 4.1381367970572385e-8;

/**
 * e to the power of x, off by less than one unit in the last place: x = k ln 2 + r with |r| < 0.35, e^r by a continued fraction.
 * Infinite above 709.43, and 0 below -708.74, where the result would have fewer digits than others.
 */
export function exponential(x: number): number {
  const within = x > HIGHEST ? HIGHEST : x < LOWEST ? LOWEST : x;
  const k = within * Math.LOG2E + ROUNDER - ROUNDER;
  const r = within - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const c = r - r2 * (C1 + C2 * r2 + r4 * (C3 + C4 * r2 + r4 * C5));
  return powerOfTwo(k) * (1 + (r + (r * c) / (2 - c)));
}

/** {@link exponential}, step by step the same. */
export const exponentialKernel: Kernel = (lanes, [x = lanes.constant(Number.NaN)]) => {
  const { constant, add, subtract, multiply, divide } = lanes;
  const rounder = constant(ROUNDER);
  const within = lanes.higher(lanes.lower(x, constant(HIGHEST)), constant(LOWEST));
  const rounded = add(multiply(within, constant(Math.LOG2E)), rounder);
  const k = subtract(rounded, rounder);
  const r = subtract(subtract(within, multiply(k, constant(LN2_HIGH))), multiply(k, constant(LN2_LOW)));
  const r2 = multiply(r, r);
  const r4 = multiply(r2, r2);
  const low = add(constant(C1), multiply(constant(C2), r2));
  const high = add(add(constant(C3), multiply(constant(C4), r2)), multiply(r4, constant(C5)));
  const c = subtract(r, multiply(r2, add(low, multiply(r4, high))));
  const less1 = add(r, divide(multiply(r, c), subtract(constant(2), c)));
  return multiply(lanes.powerOfTwo(rounded), add(constant(1), less1));
};

export const exp: Word = {
  name: 'exp',
  signature: 'exp(a)',
  about: {
    en: 'e to the power of a pure number',
    zh: 'e的纯数次幂',
  },
  example: 'exp(growth_rate)',
  fewest: 1,
  most: 1,
  units: 'pure',
  evaluate: ([value = Number.NaN]) => exponential(value),
  kernel: exponentialKernel,
};
