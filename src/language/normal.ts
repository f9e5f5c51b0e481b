// The standard normal distribution as its quantile: chance -> number, to the last digits and with the same bits everywhere.
import type { Kernel, Lanes } from './lanes.ts';
import { logarithm, logarithmKernel } from './words/log.ts';

/** How far from the median, as a chance, the middle of the distribution reaches. */
const MIDDLE = 0.425;
/** MIDDLE squared. */
const MIDDLE_SQUARED = 0.180625;
/** From what the tail and what lies far out in it are counted, and where the one ends and the other begins. */
const TAIL_FROM = 1.6;
export const FAR = 5;

/** A rational function: the coefficients of two polynomials, the highest power first. */
interface Ratio {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** Algorithm AS 241, PPND16 (Wichura, "The percentage points of the normal distribution", 1988). */
const CENTRE: Ratio = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const TAIL: Ratio = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const FAR_OUT: Ratio = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = coefficients[0] ?? Number.NaN;
  for (let power = 1; power < coefficients.length; power++)
    sum = sum * x + (coefficients[power] ?? Number.NaN);
  return sum;
};

/**
 * The number below which a share `chance` of a standard normal lies, to about 1e-16 of itself.
 * @param chance between 0 and 1, both excluded
 */
export function normalQuantile(chance: number): number {
  const q = chance - 0.5;
  if (q <= MIDDLE && q >= -MIDDLE) {
    const r = MIDDLE_SQUARED - q * q;
    return (q * polynomial(CENTRE.over, r)) / polynomial(CENTRE.under, r);
  }
  const tail = Math.sqrt(-logarithm(q < 0 ? chance : 1 - chance));
  const [{ over, under }, from] = tail <= FAR ? [TAIL, TAIL_FROM] : [FAR_OUT, FAR];
  const size = polynomial(over, tail - from) / polynomial(under, tail - from);
  return q < 0 ? -size : size;
}

const polynomialKernel = <V, C>(
  { constant, add, multiply }: Lanes<V, C>,
  coefficients: readonly number[],
  x: V,
): V =>
  coefficients
    .slice(1)
    .reduce((sum, each) => add(multiply(sum, x), constant(each)), constant(coefficients[0] ?? Number.NaN));

const ratioKernel =
  ({ over, under }: Ratio, from: number): Kernel =>
  (lanes, [tail = lanes.constant(Number.NaN)]) => {
    const x = lanes.subtract(tail, lanes.constant(from));
    return lanes.divide(polynomialKernel(lanes, over, x), polynomialKernel(lanes, under, x));
  };

/** {@link normalQuantile} in parts, step by step the same, for a compiler that leaves out those that no draw needs. */
export const normalKernels = {
  /** Whether a chance lies in the middle; the parts below but the first are for those that do not. */
  isMiddle: <V, C>(lanes: Lanes<V, C>, chance: V): C => {
    const q = lanes.subtract(chance, lanes.constant(0.5));
    return lanes.both(lanes.atMost(q, lanes.constant(MIDDLE)), lanes.atMost(lanes.constant(-MIDDLE), q));
  },
  /** Of a chance in the middle. */
  middle: ((lanes, [chance = lanes.constant(Number.NaN)]) => {
    const q = lanes.subtract(chance, lanes.constant(0.5));
    const r = lanes.subtract(lanes.constant(MIDDLE_SQUARED), lanes.multiply(q, q));
    const over = lanes.multiply(q, polynomialKernel(lanes, CENTRE.over, r));
    return lanes.divide(over, polynomialKernel(lanes, CENTRE.under, r));
  }) satisfies Kernel,
  /** How far out a chance beyond the middle lies. */
  out: ((lanes, [chance = lanes.constant(Number.NaN)]) => {
    const q = lanes.subtract(chance, lanes.constant(0.5));
    const low = lanes.less(q, lanes.constant(0));
    const end = lanes.choose(low, chance, lanes.subtract(lanes.constant(1), chance));
    return lanes.root(lanes.negate(logarithmKernel(lanes, [end])));
  }) satisfies Kernel,
  /** Size of the number for what lies no further out than FAR, and for what does. */
  tail: ratioKernel(TAIL, TAIL_FROM),
  far: ratioKernel(FAR_OUT, FAR),
};
