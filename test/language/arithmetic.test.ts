// What every operator makes of two numbers, and of what is no number.
import { describe, expect, it } from 'vitest';
import {
  isMultiplied,
  type Operator,
  operate,
  operateUnary,
  raise,
  WHOLE_EXPONENTS,
} from '../../src/language/index.ts';

const nan = Number.NaN;

describe('an operator', () => {
  it.each<[number, Operator, number, number]>([
    [7, '+', 2, 9],
    [7, '-', 2, 5],
    [7, '*', 2, 14],
    [7, '/', 2, 3.5],
    [7, '^', 2, 49],
    [1, '<', 2, 1],
    [2, '<', 2, 0],
    [3, '<', 2, 0],
    [1, '<=', 2, 1],
    [2, '<=', 2, 1],
    [3, '<=', 2, 0],
    [1, '>', 2, 0],
    [2, '>', 2, 0],
    [3, '>', 2, 1],
    [1, '>=', 2, 0],
    [2, '>=', 2, 1],
    [3, '>=', 2, 1],
    [1, '==', 2, 0],
    [2, '==', 2, 1],
    [1, '!=', 2, 1],
    [2, '!=', 2, 0],
    [0, 'and', 0, 0],
    [0, 'and', 2, 0],
    [2, 'and', 0, 0],
    [2, 'and', -3, 1],
    [0, 'or', 0, 0],
    [0, 'or', 2, 1],
    [2, 'or', 0, 1],
    [2, 'or', -3, 1],
  ])('%d %s %d is %d', (left, operator, right, result) => {
    expect(operate(operator, left, right)).toBe(result);
  });

  it.each<Operator>([
    '<',
    '<=',
    '>',
    '>=',
    '==',
    '!=',
    'and',
    'or',
  ])('%s decides nothing where a side is no number', (operator) => {
    for (const [left, right] of [
      [nan, 1],
      [1, nan],
      [0, nan],
      [nan, 0],
      [nan, nan],
    ] as const)
      expect(operate(operator, left, right)).toBeNaN();
  });

  it('with one side changes the sign, or says the contrary of a condition', () => {
    expect([2, -2, 0, nan].map((value) => operateUnary('-', value))).toEqual([-2, 2, -0, nan]);
    expect([1, 0, -3, 0.5, nan].map((value) => operateUnary('not', value))).toEqual([0, 1, 0, 0, nan]);
  });
});

describe('a power', () => {
  it('is a product for whole exponents up to 1024, of either sign', () => {
    expect(WHOLE_EXPONENTS).toBe(1024);
    expect([0, 1, -1, 1024, -1024].map(isMultiplied)).toEqual([true, true, true, true, true]);
    expect([1025, -1025, 0.5, -1.5, nan, Infinity].map(isMultiplied)).toEqual([
      ...[false, false, false, false, false, false],
    ]);
  });

  it('of less than nothing has the sign of the product', () => {
    expect([raise(-2, 3), raise(-2, 4), raise(-2, -3), raise(-2, 1), raise(-2, 0)]).toEqual([
      ...[-8, 16, -0.125, -2, 1],
    ]);
  });

  it('with a large exponent is computed by logarithm, and so has none of what is below nothing', () => {
    expect(raise(-1.001, 1025)).toBeNaN();
    expect(raise(-1.001, 1024)).toBeGreaterThan(2.78);
    expect(raise(-1.001, -1025)).toBeNaN();
    expect(raise(1.001, 1025) / 1.001 ** 1025).toBeCloseTo(1, 12);
  });
});
