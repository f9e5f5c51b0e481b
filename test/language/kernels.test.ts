// Kernels on one draw in plain numbers: whoever compiles a formula may count on the bits of the plain functions, special numbers included.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exponential,
  exponentialKernel,
  logarithm,
  logarithmKernel,
  type Operator,
  operate,
  operateKernel,
  operateUnary,
  operateUnaryKernel,
  words,
} from '../../src/language/index.ts';
import { exponentOf, powerOfTwo } from '../../src/language/powers-of-two.ts';
import { plain } from '../kit/plain-lanes.ts';

const SPECIAL = [
  ...[0, -0, 1, -1, 2, 0.5, -2.5, 1 / 3, 10, 709, 709.5, 710, 711, -708, -708.8, -709, -746, 1024, 1025],
  ...[1e300, -1e300, 1e-300, 5e-324, -5e-324, 2 ** -1022, 1.7e308],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, Math.SQRT1_2, Math.SQRT2],
];
const number = fc.oneof(
  fc.constantFrom(...SPECIAL),
  fc.double(),
  fc.double({ min: -750, max: 750, noNaN: true }),
  fc.integer({ min: -20, max: 20 }),
);

/** The same bits; of numbers that are none there are many, and no formula tells them apart. */
function same(kernel: number, plainly: number): void {
  expect(kernel).toBe(plainly);
}
const pairs = SPECIAL.flatMap((left) => SPECIAL.map((right) => [left, right] as const));

describe('a kernel', () => {
  const OPERATORS: readonly Operator[] = [
    ...(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or'] as const),
  ];
  it.each(OPERATORS)('of %s gives what the operator gives', (operator) => {
    const check = (left: number, right: number): void =>
      same(operateKernel(operator)(plain, [left, right]), operate(operator, left, right));
    for (const [left, right] of pairs) check(left, right);
    fc.assert(fc.property(number, number, check), { numRuns: 500 });
  });

  it.each(['-', 'not'] as const)('of the sign %s gives what the sign gives', (operator) => {
    for (const value of SPECIAL)
      same(operateUnaryKernel(operator)(plain, [value]), operateUnary(operator, value));
  });

  it.each([...words.values()])('of $name gives what the word gives', ({ kernel, evaluate, fewest, most }) => {
    const lists = fc.array(number, { minLength: fewest, maxLength: Math.min(most, 5) });
    fc.assert(
      fc.property(lists, (values) => same(kernel(plain, values), evaluate(values))),
      { numRuns: 2000 },
    );
    for (const [left, right] of pairs) {
      const values = [left, right, 3].slice(0, Math.min(most, 3));
      same(kernel(plain, values), evaluate(values));
    }
  });

  it('of exp and of log gives what the functions give', () => {
    for (const value of SPECIAL) {
      same(exponentialKernel(plain, [value]), exponential(value));
      same(logarithmKernel(plain, [value]), logarithm(value));
    }
  });
});

describe('a power of two', () => {
  it.each([
    [0, 1],
    [1, 2],
    [-1, 0.5],
    [10, 1024],
    [1023, 8.98846567431158e307],
    [-1022, 2.2250738585072014e-308],
    [1024, Number.POSITIVE_INFINITY],
    [5000, Number.POSITIVE_INFINITY],
    [-1023, 0],
    [-5000, 0],
    [Number.NaN, Number.NaN],
  ])('with exponent %d is %d', (exponent, power) => {
    expect(powerOfTwo(exponent)).toBe(power);
  });

  it.each([
    [1, 0],
    [1.41, 0],
    [1.42, 1],
    [2, 1],
    [0.71, 0],
    [0.7, -1],
    [3, 2],
    [2.5, 1],
    [1e300, 997],
    [2.2250738585072014e-308, -1022],
  ])('is taken out of %d with exponent %d', (value, exponent) => {
    expect(exponentOf(value)).toBe(exponent);
  });
});
