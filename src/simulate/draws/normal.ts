// The standard normal distribution both ways: chance -> number and number -> chance, to the last digits and with the same bits everywhere.
import { exponential, logarithm } from '../../language/index.ts';

/**
 * The number below which a share `chance` of a standard normal lies, to about 1e-16 of itself: algorithm AS 241, PPND16
 * (Wichura, "The percentage points of the normal distribution", 1988).
 * @param chance between 0 and 1, both excluded
 */
export function normalQuantile(chance: number): number {
  const q = chance - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const tail = Math.sqrt(-logarithm(q < 0 ? chance : 1 - chance));
  const size = tail <= 5 ? middle(tail - 1.6) : far(tail - 5);
  return q < 0 ? -size : size;
}

const middle = (r: number): number =>
  (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
    1.2704582524523684) *
    r +
    3.6478483247632045) *
    r +
    5.769497221460691) *
    r +
    4.630337846156546) *
    r +
    1.4234371107496835) /
  (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
    0.14810397642748008) *
    r +
    0.6897673349851) *
    r +
    1.6763848301838038) *
    r +
    2.053191626637759) *
    r +
    1);

const far = (r: number): number =>
  (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
    0.026532189526576124) *
    r +
    0.29656057182850487) *
    r +
    1.7848265399172913) *
    r +
    5.463784911164114) *
    r +
    6.657904643501103) /
  (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
    0.0007868691311456133) *
    r +
    0.014875361290850615) *
    r +
    0.1369298809227358) *
    r +
    0.599832206555888) *
    r +
    1);

const SQRT_2_PI = 2.5066282746310007;
const SQRT_PI = 1.772453850905516;
const CENTRE = [
  3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315,
];
const CENTRE_UNDER = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const SIDE = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
];
const SIDE_UNDER = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const TAIL = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
  0.016315387137302097,
];
const TAIL_UNDER = [
  2.568520192289822, 1.8729528499234604, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];

/**
 * The chance that a standard normal lies below `number`, also in the far lower tail to about 1e-15 of itself: the rational
 * functions of Cody, "Rational Chebyshev approximations for the error function" (1969).
 */
export function normalChance(number: number): number {
  const size = Math.abs(number);
  const x = size * Math.SQRT1_2;
  if (x <= 0.46875) {
    const erf = x * ratio(x * x, CENTRE, CENTRE_UNDER);
    return number < 0 ? 0.5 - 0.5 * erf : 0.5 + 0.5 * erf;
  }
  // exp(-size^2 / 2) in two parts: the square alone would lose digits.
  const coarse = Math.trunc(size * 16) / 16;
  const decay = exponential(-0.5 * coarse * coarse) * exponential(-0.5 * (size - coarse) * (size + coarse));
  const beyond = 0.5 * decay * scaledComplement(x);
  return number < 0 ? beyond : 1 - beyond;
}

/** exp(x^2) erfc(x). */
function scaledComplement(x: number): number {
  if (x <= 4) return ratio(x, SIDE, SIDE_UNDER);
  const inverse = 1 / (x * x);
  return (1 / SQRT_PI - inverse * ratio(inverse, TAIL, TAIL_UNDER)) / x;
}

/** Cody's nested form: the last number of `over` leads, the constant terms come last. */
function ratio(x: number, over: readonly number[], under: readonly number[]): number {
  const last = over.length - 1;
  let top = (over[last] ?? 0) * x;
  let bottom = x;
  for (let index = 0; index < last - 1; index++) {
    top = (top + (over[index] ?? 0)) * x;
    bottom = (bottom + (under[index] ?? 0)) * x;
  }
  return (top + (over[last - 1] ?? 0)) / (bottom + (under[last - 1] ?? 0));
}

/** The density of a standard normal. */
export const normalDensity = (number: number): number => exponential(-0.5 * number * number) / SQRT_2_PI;
