// Percentiles and the means of both ends from bins: which bins hold the draws that matter, and what those draws say.
import { BINS } from '../../compile/types.ts';
import type { Ranges } from './types.ts';

/** What four operations may be off by, as a share of the largest number in them. */
const ROUNDING = 4 * Number.EPSILON;

/** One number over the draws, in base units. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation of the draws. */
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** In the order in which they were asked for; between two draws by the share of the way (type 7 of Hyndman and Fan). */
  readonly percentiles: readonly number[];
  /** Standard error of each: half of what lies between the draws one standard deviation of the rank below and above it. */
  readonly percentileErrors: readonly number[];
  /** How far each percentile may be from that of the draws themselves: 0 where all draws were kept. */
  readonly percentileBounds: readonly number[];
  /** Mean of the lowest and of the highest draws, of the share that was asked for. */
  readonly lowTail: number;
  readonly highTail: number;
  /** How far each of them may be from that of the draws themselves. */
  readonly tailBounds: readonly [number, number];
}

/** What is asked of every row. */
export interface Question {
  /** Shares of the draws, from 0 to 1. */
  readonly percentiles: readonly number[];
  /** Share of the draws at either end whose mean is taken. */
  readonly tail: number;
}

/** Draws by their rank, 0 for the lowest. */
interface Ranks {
  readonly percentiles: readonly { readonly at: number; readonly low: number; readonly high: number }[];
  /** Draws at either end. */
  readonly tail: number;
}

export function ranksOf(draws: number, { percentiles, tail }: Question): Ranks {
  const last = draws - 1;
  const inside = (rank: number): number => Math.max(0, Math.min(last, rank));
  return {
    tail: Math.max(1, Math.round(tail * draws)),
    percentiles: percentiles.map((share) => {
      const at = share * last;
      const off = Math.sqrt(draws * share * (1 - share));
      return { at, low: inside(Math.floor(at - off)), high: inside(Math.ceil(at + off)) };
    }),
  };
}

/** The counts of one row, added up. */
export interface Bins {
  readonly counts: Uint32Array;
  /** Draws below each bin. */
  readonly before: Uint32Array;
}

export function binsOf(counts: Uint32Array): Bins {
  const before = new Uint32Array(counts.length);
  let below = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    before[bin] = below;
    below += counts[bin] ?? 0;
  }
  return { counts, before };
}

/** The bin of a rank: the last one that no more draws than it lie below. */
export function binOf({ before, counts }: Bins, rank: number): number {
  let [low, high] = [0, before.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((before[middle] ?? 0) <= rank) low = middle;
    else high = middle - 1;
  }
  // Empty bins share their place with the one that is not.
  while (low > 0 && (counts[low] ?? 0) === 0) low--;
  return low;
}

/** The bins that hold the draws that matter, and those beyond which draws are only added up. */
export function wantedOf(bins: Bins, { percentiles, tail }: Ranks, draws: number) {
  const lowest = binOf(bins, tail - 1);
  const highest = binOf(bins, draws - tail);
  const ranks = percentiles.flatMap(({ at, low, high }) => [Math.floor(at), Math.ceil(at), low, high]);
  const wanted = new Set([lowest, highest, ...ranks.map((rank) => binOf(bins, rank))]);
  return { wanted, lowest, highest };
}

/** What is known of a row besides the order of its draws. */
export interface Known {
  readonly draws: number;
  readonly mean: number;
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** By how many bins, added up, draws lie below all bins but the outermost, as a number below 0, and above them. */
  readonly below: number;
  readonly above: number;
}

/** @param picked the draws of the wanted bins */
export function fromDraws(
  bins: Bins,
  known: Known,
  question: Question,
  picked: Float64Array,
  tails: { readonly below: number; readonly above: number },
): Summary {
  const { draws } = known;
  const ranks = ranksOf(draws, question);
  const { wanted, lowest, highest } = wantedOf(bins, ranks, draws);
  const sorted = picked.sort();
  const starts = new Map<number, number>();
  let start = 0;
  for (const bin of [...wanted].toSorted((left, right) => left - right)) {
    starts.set(bin, start);
    start += bins.counts[bin] ?? 0;
  }
  const placeOf = (rank: number): number => {
    const bin = binOf(bins, rank);
    return (starts.get(bin) ?? Number.NaN) + rank - (bins.before[bin] ?? 0);
  };
  const value = (rank: number): number => sorted[placeOf(rank)] ?? Number.NaN;
  const sum = (from: number, to: number, begin: number): number => {
    let total = begin;
    for (let place = from; place < to; place++) total += sorted[place] ?? Number.NaN;
    return total;
  };
  const lowStart = starts.get(lowest) ?? 0;
  const highEnd = (starts.get(highest) ?? 0) + (bins.counts[highest] ?? 0);
  return {
    ...summaryOf(known, ranks, value),
    percentileBounds: ranks.percentiles.map(() => 0),
    lowTail: sum(lowStart, placeOf(ranks.tail - 1) + 1, tails.below) / ranks.tail,
    highTail: sum(placeOf(draws - ranks.tail), highEnd, tails.above) / ranks.tail,
    tailBounds: [0, 0],
  };
}

export function summaryOf(
  { mean, deviation, lowest, highest }: Known,
  ranks: Ranks,
  value: (rank: number) => number,
) {
  return {
    mean,
    deviation,
    lowest,
    highest,
    percentiles: ranks.percentiles.map(({ at }) => {
      const [below, above] = [value(Math.floor(at)), value(Math.ceil(at))];
      return below + (at - Math.floor(at)) * (above - below);
    }),
    percentileErrors: ranks.percentiles.map(({ low, high }) => (value(high) - value(low)) / 2),
  };
}

/** From the counts alone: a draw is taken to lie in its bin as evenly as the others there. */
export function fromBins(bins: Bins, known: Known, question: Question, ranges: Ranges, row: number): Summary {
  const { draws, lowest, highest } = known;
  const ranks = ranksOf(draws, question);
  const [low, scale] = [ranges.low[row] ?? 0, ranges.scale[row] ?? 1];
  const edge = (bin: number): number => {
    if (bin <= 0) return lowest;
    return bin > BINS + 1 ? highest : Math.max(lowest, Math.min(highest, low + (bin - 1) / scale));
  };
  const inBin = (bin: number, share: number): number => edge(bin) + share * (edge(bin + 1) - edge(bin));
  const value = (rank: number): number => {
    const bin = binOf(bins, rank);
    return inBin(bin, (rank - (bins.before[bin] ?? 0) + 0.5) / (bins.counts[bin] ?? 1));
  };
  // Which bin a draw is in, and where a bin ends, is known as closely as its range can be written.
  const rounding = ROUNDING * Math.max(Math.abs(low), Math.abs(lowest), Math.abs(highest));
  const width = 1 / scale;
  /** What all draws of an outermost bin add up to; unknown where they lie too far out to be added up. */
  const outermost = (bin: number): number | undefined => {
    const [end, further] = bin === 0 ? [low, known.below] : [low + BINS * width, known.above];
    const total = (bins.counts[bin] ?? 0) * end + further * width;
    return (bin === 0 || bin > BINS) && Number.isFinite(total) ? total : undefined;
  };
  /** What the draws of some ranks add up to that lie in a bin: about the middle of their part of it. */
  const part = (bin: number, from: number, to: number): number => {
    const [start, count] = [bins.before[bin] ?? 0, bins.counts[bin] ?? 1];
    const [first, last] = [Math.max(from, start), Math.min(to, start + count)];
    const all = last - first === count ? outermost(bin) : undefined;
    return all ?? (last - first) * inBin(bin, ((first + last) / 2 - start) / count);
  };
  const widthOf = (bin: number): number => edge(bin + 1) - edge(bin);
  /** Where some draws of a bin count and others do not, it is not known which. */
  const tailBound = (rank: number, end: number): number => {
    const ends = outermost(end) === undefined ? widthOf(end) : 0;
    return Math.max(width, widthOf(binOf(bins, rank)), ends) + rounding;
  };
  const sum = (from: number, to: number): number => {
    const [first, last] = [binOf(bins, from), binOf(bins, to - 1)];
    if (first === last) return part(first, from, to);
    // Between them bins are all of one width, and all of their draws count.
    const inside = (bins.before[last] ?? 0) - (bins.before[first + 1] ?? 0);
    let weighted = 0;
    for (let bin = first + 1; bin < last; bin++) weighted += (bins.counts[bin] ?? 0) * bin;
    return part(first, from, to) + inside * low + (weighted - inside / 2) / scale + part(last, from, to);
  };
  return {
    ...summaryOf(known, ranks, value),
    percentileBounds: ranks.percentiles.map(({ at }) => {
      const [first, last] = [binOf(bins, Math.floor(at)), binOf(bins, Math.ceil(at))];
      return Math.max(widthOf(first), widthOf(last)) + rounding;
    }),
    lowTail: sum(0, ranks.tail) / ranks.tail,
    highTail: sum(draws - ranks.tail, draws) / ranks.tail,
    tailBounds: [tailBound(ranks.tail - 1, 0), tailBound(draws - ranks.tail, BINS + 1)],
  };
}
