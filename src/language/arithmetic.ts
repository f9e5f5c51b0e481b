// What each operator does to two numbers; used by the plan and by the oracle alike, so that they agree to the bit.
import type { Operator } from './expression.ts';

/**
 * Power without Math.pow, whose bits differ between engines: repeated multiplication for whole exponents,
 * exp(b log a) for others, which rests on the engine's Math as the words exp and log do.
 */
export function raise(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 1024) return Math.exp(exponent * Math.log(base));
  let result = 1;
  for (let step = Math.abs(exponent), square = base; step > 0; step = Math.floor(step / 2), square *= square)
    if (step % 2 === 1) result *= square;
  return exponent < 0 ? 1 / result : result;
}

const truth = (holds: boolean, left: number, right: number): number =>
  Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : holds ? 1 : 0;

/** The value of `left operator right`; conditions give 1 or 0, and NaN where a side is NaN. */
export function operate(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return raise(left, right);
    case '<':
      return truth(left < right, left, right);
    case '<=':
      return truth(left <= right, left, right);
    case '>':
      return truth(left > right, left, right);
    case '>=':
      return truth(left >= right, left, right);
    case '==':
      return truth(left === right, left, right);
    case '!=':
      return truth(left !== right, left, right);
    case 'and':
      return truth(left !== 0 && right !== 0, left, right);
    case 'or':
      return truth(left !== 0 || right !== 0, left, right);
  }
}

export function operateUnary(operator: '-' | 'not', operand: number): number {
  return operator === '-' ? -operand : Number.isNaN(operand) ? operand : operand === 0 ? 1 : 0;
}
