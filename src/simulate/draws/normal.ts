// The standard normal distribution the other way, number -> chance, and its density: to the last digits and with the same bits everywhere.
import { exponential } from '../../language/index.ts';

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
