// Sobol indices: which share of a result's variance each uncertain input explains, alone and with all that it acts through.
// Jansen's estimators (Saltelli et al. 2010, Computer Physics Communications 181, table 2, rows d and f): they need no mean,
// and stay between 0 and 1 but for sampling error.

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
  one: Float64Array,
  other: Float64Array,
): { readonly mean: number; readonly error: number } {
  const count = one.length;
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < count; draw++) {
    const difference = (one[draw] ?? 0) - (other[draw] ?? 0);
    const square = difference * difference;
    sum += square;
    squares += square * square;
  }
  const mean = sum / count;
  return { mean, error: Math.sqrt(Math.max(0, squares / count - mean * mean) / count) };
}

/** Variance of two independent samples together. */
function varianceOf(one: Float64Array, other: Float64Array): number {
  const count = one.length + other.length;
  let sum = 0;
  for (const sample of [one, other]) for (const value of sample) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const sample of [one, other]) for (const value of sample) squares += (value - mean) * (value - mean);
  return squares / count;
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
  const variance = varianceOf(a, b);
  return mixed.map((sample) => {
    if (!(variance > 0)) return { first: 0, firstError: 0, total: 0, totalError: 0 };
    const alone = meanSquare(b, sample);
    const together = meanSquare(a, sample);
    return {
      first: 1 - alone.mean / (2 * variance),
      firstError: alone.error / (2 * variance),
      total: together.mean / (2 * variance),
      totalError: together.error / (2 * variance),
    };
  });
}
