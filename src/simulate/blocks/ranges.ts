// How draws are sorted into bins: a look at the first ones tells where most of a row lie. The choice changes how fast percentiles are, not which.
import { BINS } from '../../compile/types.ts';
import type { Ranges } from './types.ts';

/** Draws that are looked at to choose bins: few where percentiles do not rest on the bins. */
export const LOOK = { exact: 256, streamed: 1024 };

/** Wide enough that every other value falls beyond the bins, small enough that no product of it is infinite times zero. */
const STEEP = 2 ** 500;

/**
 * @param samples the first draws of each row, which may be sorted here
 * @returns for each row the range from a few draws inside both ends, widened by half of what lies between them and some more
 */
export function rangesOf(samples: readonly Float64Array[]): Ranges {
  const rows = samples.length;
  const ranges = {
    low: new Float64Array(rows),
    scale: new Float64Array(rows),
    centre: new Float64Array(rows),
  };
  samples.forEach((sample, row) => {
    // The same however many draws are looked at, since sums are counted from it.
    const first = sample.slice(0, LOOK.exact).sort();
    ranges.centre[row] = first[Math.round((first.length - 1) / 2)] ?? 0;
    const sorted = sample.length > LOOK.exact ? sample.sort() : first;
    const last = sorted.length - 1;
    const at = (share: number): number => sorted[Math.round(share * last)] ?? 0;
    const [outer, inner] = [1 / 256, 1 / 26];
    const low = at(outer) - (at(inner) - at(outer)) / 2;
    const high = at(1 - outer) + (at(1 - outer) - at(1 - inner)) / 2;
    const [from, to] = high > low ? [low, high] : [at(0), at(1)];
    const scale = BINS / (to - from);
    ranges.low[row] = from;
    // A row of one value has it in one bin, and whatever else comes beyond.
    ranges.scale[row] = to > from && scale < STEEP ? scale : STEEP;
  });
  return ranges;
}
