// How draws are sorted into bins: a look at the first ones tells where most of a row lie. The choice changes how fast percentiles are, not which.
import { BINS } from '../../compile/types.ts';
import type { Ends, Glance, Ranges } from './types.ts';

/** Draws that are looked at in one go, and in how many goes: in one where percentiles do not rest on the bins. */
export const LOOK = { draws: 256, exact: 1, streamed: 2 };

/** Wide enough that every other value falls beyond the bins, small enough that no product of it is infinite times zero. */
const STEEP = 2 ** 500;

/** Every case in every go, a go after the other; the same however many workers look. */
export function glancesOf(cases: number, draws: number, goes: number): readonly Glance[] {
  // A go of few draws would tell little, unless there are no others.
  const whole = Math.max(1, Math.min(goes, Math.floor(draws / LOOK.draws)));
  return Array.from({ length: whole }, (_, go) => go * LOOK.draws).flatMap((from) =>
    Array.from({ length: cases }, (_, index) => ({ index, from, to: Math.min(draws, from + LOOK.draws) })),
  );
}

/**
 * @param samples draws of each row, which are sorted here
 * @returns for each row the middle, and from a few draws inside both ends, widened by half of what lies between them and some more
 */
export function endsOf(samples: readonly Float64Array[]): Ends {
  const rows = samples.length;
  const ends = {
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    centre: new Float64Array(rows),
  };
  samples.forEach((sample, row) => {
    const sorted = sample.sort();
    const last = sorted.length - 1;
    const at = (share: number): number => sorted[Math.round(share * last)] ?? 0;
    const [outer, inner] = [1 / 256, 1 / 26];
    const low = at(outer) - (at(inner) - at(outer)) / 2;
    const high = at(1 - outer) + (at(1 - outer) - at(1 - inner)) / 2;
    ends.low[row] = high > low ? low : at(0);
    ends.high[row] = high > low ? high : at(1);
    ends.centre[row] = at(1 / 2);
  });
  return ends;
}

/** @param looks what each go tells of a case: ranges between the means of their ends */
export function rangesOf(looks: readonly Ends[]): Ranges {
  const [first] = looks;
  const rows = first?.low.length ?? 0;
  const ranges = {
    low: new Float64Array(rows),
    scale: new Float64Array(rows),
    centre: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const mean = (end: 'low' | 'high'): number =>
      looks.reduce((sum, look) => sum + (look[end][row] ?? 0), 0) / looks.length;
    const [from, to] = [mean('low'), mean('high')];
    const scale = BINS / (to - from);
    ranges.low[row] = from;
    // A row of one value has it in one bin, and whatever else comes beyond.
    ranges.scale[row] = to > from && scale < STEEP ? scale : STEEP;
    // The same however often it is looked, since sums are counted from it.
    ranges.centre[row] = first?.centre[row] ?? 0;
  }
  return ranges;
}
