// Sobol indices: which share of a result's variance each uncertain input explains, alone and with all that it acts through.
// Jansen's estimators (Saltelli et al. 2010, Computer Physics Communications 181, table 2, rows d and f): they need no mean,
// and stay between 0 and 1 but for sampling error.

import { mean, variance } from 'simple-statistics';

/** Shares of the variance; the errors are one standard deviation of the estimate. */
export interface SobolIndex {
  /** What would go if the input alone were known. */
  readonly first: number;
  readonly firstError: number;
  /** What would be left if all other inputs were known. */
  readonly total: number;
  readonly totalError: number;
}

/** Mean of the squared differences, and its standard error. */
function meanSquare(
  one: readonly number[],
  other: readonly number[],
): { readonly mean: number; readonly error: number } {
  const squares = one.map((value, draw) => (value - (other[draw] ?? 0)) ** 2);
  return { mean: mean(squares), error: Math.sqrt(variance(squares) / squares.length) };
}

/**
 * @param a the result over a sample of the inputs, one number a draw
 * @param b the result over a second sample, independent of the first
 * @param mixed for each input the result over the first sample with that input taken from the second
 * @returns one index an input, all 0 where the result does not vary
 */
export function sobolIndices(
  a: Float64Array,
  b: Float64Array,
  mixed: readonly Float64Array[],
): readonly SobolIndex[] {
  const [first, second] = [[...a], [...b]];
  const whole = variance([...first, ...second]);
  return mixed.map((sample) => {
    if (!(whole > 0)) return { first: 0, firstError: 0, total: 0, totalError: 0 };
    const third = [...sample];
    const alone = meanSquare(second, third);
    const together = meanSquare(first, third);
    return {
      first: 1 - alone.mean / (2 * whole),
      firstError: alone.error / (2 * whole),
      total: together.mean / (2 * whole),
      totalError: together.error / (2 * whole),
    };
  });
}
