// log: the natural logarithm of a pure number; computed here, since the last bits of Math.log are the engine's own.
import type { Kernel } from '../lanes.ts';
import { exponentOf, powerOfTwo } from '../powers-of-two.ts';
import type { Word } from '../word.ts';

/** 2^-1022: positive numbers below it have fewer digits than others and count as 0. */
const SMALLEST = 2.2250738585072014e-308;
/** ln 2 in two parts: the first has so few bits that the exponent times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Minimax coefficients of (log(1 + s) - log(1 - s)) / s - 2 in s^2: the public method of FreeBSD's e_log. */
const C1 = 0.6666666666666735;
const C2 = 0.3999999999940942;
const C3 = 0.2857142874366239;
const C4 = 0.22222198432149784;
const C5 = 0.1818357216161805;
const C6 = 0.15313837699209373;
const C7 = 0.14798198605116586;

/**
 * The natural logarithm of x, off by less than one unit in the last place: x = 2^k (1 + f), log(1 + f) by s = f / (2 + f).
 * Minus infinity for 0 and for numbers too small to be normal, NaN for negative ones.
 */
export function logarithm(x: number): number {
  if (!(x >= SMALLEST)) return x >= 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const k = exponentOf(x);
  // In two steps, since 2^-1024 is no normal number.
  const half = k >> 1;
  const f = x * powerOfTwo(-half) * powerOfTwo(half - k) - 1;
  const s = f / (f + 2);
  const z = s * s;
  const w = z * z;
  const odd = w * (C2 + w * (C4 + w * C6));
  const even = z * (C1 + w * (C3 + w * (C5 + w * C7)));
  const square = 0.5 * (f * f);
  return k * LN2_HIGH - (square - (s * (square + (odd + even)) + k * LN2_LOW) - f);
}

/** {@link logarithm}, step by step the same. */
export const logarithmKernel: Kernel = (lanes, [x = lanes.constant(Number.NaN)]) => {
  const { constant, add, subtract, multiply, divide, choose } = lanes;
  const k = lanes.exponent(x);
  const f = subtract(lanes.mantissa(x), constant(1));
  const s = divide(f, add(f, constant(2)));
  const z = multiply(s, s);
  const w = multiply(z, z);
  const odd = multiply(w, add(constant(C2), multiply(w, add(constant(C4), multiply(w, constant(C6))))));
  const evens = add(constant(C3), multiply(w, add(constant(C5), multiply(w, constant(C7)))));
  const even = multiply(z, add(constant(C1), multiply(w, evens)));
  const half = multiply(constant(0.5), multiply(f, f));
  const shared = add(multiply(s, add(half, add(odd, even))), multiply(k, constant(LN2_LOW)));
  const inside = subtract(multiply(k, constant(LN2_HIGH)), subtract(subtract(half, shared), f));
  const below = choose(
    lanes.atMost(constant(0), x),
    constant(Number.NEGATIVE_INFINITY),
    constant(Number.NaN),
  );
  const normal = choose(lanes.atMost(constant(SMALLEST), x), inside, below);
  return choose(lanes.equal(x, constant(Number.POSITIVE_INFINITY)), x, normal);
};

export const log: Word = {
  name: 'log',
  signature: 'log(a)',
  about: {
    en: 'The natural logarithm of a pure number above zero',
    zh: '大于零的纯数的自然对数',
  },
  example: 'log(price / price[year - 1])',
  fewest: 1,
  most: 1,
  units: 'pure',
  evaluate: ([value = Number.NaN]) => logarithm(value),
  kernel: logarithmKernel,
};
