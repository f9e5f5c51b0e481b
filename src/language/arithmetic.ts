// What each operator does: to two numbers, and as a kernel to two rows of them, with the same bits.
import type { Operator } from './expression.ts';
import type { Kernel, Lanes } from './lanes.ts';
import { exponential, exponentialKernel } from './words/exp.ts';
import { logarithm, logarithmKernel } from './words/log.ts';

/** The largest whole exponent that is taken by repeated multiplication. */
export const WHOLE_EXPONENTS = 1024;

/** Whether a power with this exponent is a product. */
export const isMultiplied = (exponent: number): boolean =>
  Number.isInteger(exponent) && Math.abs(exponent) <= WHOLE_EXPONENTS;

/**
 * Power without Math.pow, whose bits differ between engines: repeated multiplication for whole exponents up to 1024,
 * exp(b log a) for others, whose relative error is about |b log a| units in the last place.
 */
export function raise(base: number, exponent: number): number {
  if (!isMultiplied(exponent)) return exponential(exponent * logarithm(base));
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

const truthKernel = <V, C>(lanes: Lanes<V, C>, holds: C, sides: readonly V[]): V => {
  const undecided = sides.map(lanes.notNumber).reduce(lanes.either);
  const truth = lanes.choose(holds, lanes.constant(1), lanes.constant(0));
  return lanes.choose(undecided, lanes.constant(Number.NaN), truth);
};

/** {@link operate} as a kernel. */
export function operateKernel(operator: Operator): Kernel {
  return (lanes, sides) => {
    const [left = lanes.constant(Number.NaN), right = lanes.constant(Number.NaN)] = sides;
    const isTrue = (side: typeof left) => lanes.not(lanes.equal(side, lanes.constant(0)));
    switch (operator) {
      case '+':
        return lanes.add(left, right);
      case '-':
        return lanes.subtract(left, right);
      case '*':
        return lanes.multiply(left, right);
      case '/':
        return lanes.divide(left, right);
      case '^': {
        const power = lanes.multiply(right, logarithmKernel(lanes, [left]));
        return lanes.raiseWhole(left, right, exponentialKernel(lanes, [power]));
      }
      case '<':
        return truthKernel(lanes, lanes.less(left, right), sides);
      case '<=':
        return truthKernel(lanes, lanes.atMost(left, right), sides);
      case '>':
        return truthKernel(lanes, lanes.less(right, left), sides);
      case '>=':
        return truthKernel(lanes, lanes.atMost(right, left), sides);
      case '==':
        return truthKernel(lanes, lanes.equal(left, right), sides);
      case '!=':
        return truthKernel(lanes, lanes.not(lanes.equal(left, right)), sides);
      case 'and':
        return truthKernel(lanes, lanes.both(isTrue(left), isTrue(right)), sides);
      case 'or':
        return truthKernel(lanes, lanes.either(isTrue(left), isTrue(right)), sides);
    }
  };
}

/** {@link operateUnary} as a kernel. */
export function operateUnaryKernel(operator: '-' | 'not'): Kernel {
  return (lanes, [operand = lanes.constant(Number.NaN)]) =>
    operator === '-'
      ? lanes.negate(operand)
      : truthKernel(lanes, lanes.equal(operand, lanes.constant(0)), [operand]);
}
