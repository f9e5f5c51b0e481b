// Sobol indices: which share of a result's variance each uncertain input explains, alone and with all that it acts through.
// Jansen's estimators, and beside his of what an input brings alone that of Saltelli et al. (2010, Computer Physics Communications 181):
// the one is close where an input brings nearly all, the other where it brings next to nothing.

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

interface Estimate {
  readonly share: number;
  readonly error: number;
}

/** The mean of numbers, one a draw, as a share, and its standard error. */
const shareOf = (numbers: number[], whole: number): Estimate => ({
  share: mean(numbers) / whole,
  error: Math.sqrt(variance(numbers) / numbers.length) / whole,
});

/** Half of each squared difference: its mean is what the two do not have in common. */
const apart = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, draw) => (value - (other[draw] ?? 0)) ** 2 / 2);

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
  const all = [...first, ...second];
  const [middle, whole] = [mean(all), variance(all)];
  return mixed.map((sample) => {
    if (!(whole > 0)) return { first: 0, firstError: 0, total: 0, totalError: 0 };
    const third = [...sample];
    const rest = shareOf(apart(second, third), whole);
    const own = shareOf(
      second.map((value, draw) => (value - middle) * ((third[draw] ?? 0) - (first[draw] ?? 0))),
      whole,
    );
    const alone = own.error < rest.error ? own : { share: 1 - rest.share, error: rest.error };
    const together = shareOf(apart(first, third), whole);
    return {
      first: alone.share,
      firstError: alone.error,
      total: together.share,
      totalError: together.error,
    };
  });
}
