// Numbers for every year out of a few points: interpolation, what is outside, splicing observed years to a provider's path.
import { raise } from '../language/index.ts';

export interface Points {
  /** Year and value, in order of years. */
  readonly points: readonly (readonly [number, number])[];
  /** `none`: the named years alone; a year between them has no value. */
  readonly between: 'linear' | 'step' | 'none';
  /** `hold`, or growth a year as a share. */
  readonly before?: 'hold' | number | undefined;
  readonly after?: 'hold' | number | undefined;
}

/** The value of a path in one year; undefined outside its points where nothing says how to go on. */
export function valueAt({ points, between, before, after }: Points, year: number): number | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (year < first[0])
    return before === undefined
      ? undefined
      : before === 'hold'
        ? first[1]
        : first[1] / raise(1 + before, first[0] - year);
  if (year > last[0])
    return after === undefined
      ? undefined
      : after === 'hold'
        ? last[1]
        : last[1] * raise(1 + after, year - last[0]);
  let left = first;
  for (const point of points) {
    if (point[0] === year) return point[1];
    if (point[0] > year) {
      if (between === 'none') return undefined;
      if (between === 'step') return left[1];
      return left[1] + ((point[1] - left[1]) * (year - left[0])) / (point[0] - left[0]);
    }
    left = point;
  }
  return last[1];
}

/** The ratio observed / provider in the last observed year fades linearly to 1 in the year `until`. */
export function fade(ratio: number, last: number, until: number, year: number): number {
  return year >= until ? 1 : 1 + ((ratio - 1) * (until - year)) / (until - last);
}
