// A path that comes later: its values, its range and its spread are those of the path it delays, so many years later.
import type { Spread } from './spread-types.ts';
import type { Delayed, Origin, ResolvedCell } from './types.ts';

/** Where each year of a delayed path comes from; what was observed has happened, so only later years wait. */
export function delayOf(path: ResolvedCell, delay: number, years: readonly number[]): Delayed {
  const [first = 0] = years;
  const start = Math.max(first, path.observedUntil ?? first);
  const from = years.map((year) => years.indexOf(year <= start ? year : Math.max(start, year - delay)));
  return { path, years: delay, from };
}

/** Each number of the path in the year to which the delay puts it. */
export const shifted = (numbers: readonly number[], { from }: Delayed): readonly number[] =>
  from.map((index) => numbers[index] ?? Number.NaN);

/**
 * The spread of the path, so many years later: in every draw the delayed path is the drawn one, shifted. Undefined where no year
 * that differs is left.
 */
export function shiftedSpread(spread: Spread | undefined, delayed: Delayed): Spread | undefined {
  if (spread === undefined) return undefined;
  const weights = shifted(spread.weights, delayed);
  if (weights.every((weight) => weight === 0)) return undefined;
  const { shape } = spread;
  if (shape.kind !== 'mean_reverting' || delayed.years === 0) return { ...spread, weights };
  const later = { known: shape.known + delayed.years, delay: (shape.delay ?? 0) + delayed.years };
  return { ...spread, shape: { ...shape, ...later }, weights };
}

/** What is said of the path's uncertainty holds for the delayed one too, and is said by the same. */
export function shiftedOrigin({ range, rangeWritten, spread, provenance }: Origin): Partial<Origin> {
  return {
    range,
    rangeWritten,
    spread: spread && { written: spread.written, provenance: spread.provenance ?? provenance },
  };
}
