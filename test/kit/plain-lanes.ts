// Lanes of one draw in plain numbers, on which a test runs a kernel without compiling it.

import { isMultiplied, type Lanes, raise } from '../../src/language/index.ts';
import { exponentOf, powerOfTwo, ROUNDER } from '../../src/language/powers-of-two.ts';

/** What a step may give where the language promises nothing: a kernel has to choose something else there. */
const ANY_BITS = 12_345;
const isNormal = (value: number): boolean => value >= 2 ** -1022 && value < Number.POSITIVE_INFINITY;

export const plain: Lanes<number, boolean> = {
  constant: (value) => value,
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
  divide: (left, right) => left / right,
  negate: (value) => -value,
  absolute: Math.abs,
  root: Math.sqrt,
  lower: (best, value) => (value < best ? value : best),
  higher: (best, value) => (value > best ? value : best),
  less: (left, right) => left < right,
  atMost: (left, right) => left <= right,
  equal: (left, right) => left === right,
  notNumber: Number.isNaN,
  both: (left, right) => left && right,
  either: (left, right) => left || right,
  not: (condition) => !condition,
  choose: (condition, then, otherwise) => (condition ? then : otherwise),
  powerOfTwo: (rounded) => {
    const k = rounded - ROUNDER;
    return Math.abs(k) <= 1024 ? powerOfTwo(k) : ANY_BITS;
  },
  exponent: (value) => (isNormal(value) ? exponentOf(value) : ANY_BITS),
  mantissa: (value) => {
    if (!isNormal(value)) return ANY_BITS;
    const half = exponentOf(value) >> 1;
    return value * powerOfTwo(-half) * powerOfTwo(half - exponentOf(value));
  },
  raiseWhole: (base, exponent, otherwise) => (isMultiplied(exponent) ? raise(base, exponent) : otherwise),
};
