// How the numbers of the fixture are spread: bands that widen with the years, by hand.
import type { Series, SpreadSeries, UncertaintyFinding } from '../../src/analyse/index.ts';

/** Shares of the central value at P5, P25, P50, P75 and P95 in the last year. */
const ENDS = [-0.45, -0.2, 0.02, 0.25, 0.7] as const;

export function spreadOf(series: Series): SpreadSeries {
  const last = series.years.length - 1;
  return {
    ...series,
    central: series.values,
    distributions: series.values.map((value, index) => {
      const size = Math.abs(value) * (last === 0 ? 1 : index / last);
      const percentiles = ENDS.map((end) => value + end * size);
      return {
        mean: value * 1.05,
        meanError: size * 0.004,
        percentiles,
        percentileErrors: percentiles.map(() => size * 0.01),
        lowTail: value - size * 0.6,
        highTail: value + size,
      };
    }),
  };
}

export const uncertaintyOf = (series: readonly Series[]): UncertaintyFinding => ({
  draws: 10_000,
  seed: 2026,
  sampling: 'latin_hypercube',
  exact: true,
  inputs: 97,
  series: series.map(spreadOf),
  targets: [],
  register: [],
  checks: [],
  drivers: [],
  shifts: [],
});
