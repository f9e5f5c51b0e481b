// Puts together what the shares of the draws found of one case: in the order of the draws, whoever computed them.
import { BINS } from '../../compile/types.ts';
import {
  type Bins,
  binsOf,
  fromBins,
  fromDraws,
  type Known,
  type Question,
  ranksOf,
  type Summary,
  wantedOf,
} from './order.ts';
import { settled } from './settled.ts';
import { type Counted, type Gathered, GROUP, type Ranges, type Request } from './types.ts';

/** A case counted: for each row of the tile its bins and what else is known. */
export interface Merged {
  /** Absent where a row is settled. */
  readonly bins: readonly (Bins | undefined)[];
  readonly known: readonly Known[];
  /** Summaries that need no look at the draws. */
  readonly settled: readonly (Summary | undefined)[];
  readonly broken: readonly (number | undefined)[];
}

const sumOf = (numbers: Float64Array, row: number, groups: number, begin: number): number => {
  let total = begin;
  for (let group = 0; group < groups; group++) total += numbers[row * groups + group] ?? Number.NaN;
  return total;
};

/** The bins of a row over all shares. */
function binsIn([first, ...rest]: readonly Counted[], row: number): Bins {
  const [from, to] = [row * (BINS + 2), (row + 1) * (BINS + 2)];
  const counts = first?.counts.slice(from, to) ?? new Uint32Array(BINS + 2);
  for (const { counts: more } of rest)
    for (let bin = 0; bin < counts.length; bin++) counts[bin] = (counts[bin] ?? 0) + (more[from + bin] ?? 0);
  return binsOf(counts);
}

/**
 * @param shares draws of each share
 * @param zeroOrOne rows of which each draw is 0 or 1
 */
export function mergeCounted(
  counted: readonly Counted[],
  shares: readonly number[],
  { centre }: Ranges,
  zeroOrOne: ReadonlySet<number>,
  question: Question,
): Merged {
  const draws = shares.reduce((sum, share) => sum + share, 0);
  const groups = shares.map((share) => Math.ceil(share / GROUP));
  const known = Array.from(centre, (middle, row): Known => {
    const total = (pick: (each: Counted) => Float64Array): number =>
      counted.reduce((sum, each, share) => sumOf(pick(each), row, groups[share] ?? 0, sum), 0);
    const off = total(({ sums }) => sums) / draws;
    const square = total(({ squares }) => squares) / draws - off * off;
    return {
      draws,
      mean: middle + off,
      deviation: draws < 2 ? 0 : Math.sqrt((Math.max(0, square) * draws) / (draws - 1)),
      lowest: Math.min(...counted.map(({ lowest }) => lowest[row] ?? Number.NaN)),
      highest: Math.max(...counted.map(({ highest }) => highest[row] ?? Number.NaN)),
      below: total(({ below }) => below),
      above: total(({ above }) => above),
    };
  });
  const broken = (counted[0]?.broken ?? []).map((first, condition) =>
    first === undefined ? undefined : counted.reduce((sum, each) => sum + (each.broken[condition] ?? 0), 0),
  );
  const found = known.map((row, index) => settled(row, zeroOrOne.has(index), question));
  const bins = found.map((summary, row) => (summary === undefined ? binsIn(counted, row) : undefined));
  return { bins, known, settled: found, broken };
}

/** What to pick out of the draws of a case. */
export function gatherOf(
  index: number,
  { bins, known }: Merged,
  question: Question,
): Request & { readonly kind: 'gather' } {
  const rows = Uint8Array.from(bins, (each) => (each === undefined ? 0 : 1));
  const wanted = new Uint8Array(bins.length * (BINS + 2));
  const below = new Float64Array(bins.length);
  const above = new Float64Array(bins.length);
  bins.forEach((each, row) => {
    if (each === undefined) return;
    const draws = known[row]?.draws ?? 0;
    const found = wantedOf(each, ranksOf(draws, question), draws);
    for (const bin of found.wanted) wanted[row * (BINS + 2) + bin] = 1;
    below[row] = found.lowest;
    above[row] = found.highest + 1;
  });
  return { kind: 'gather', case: index, rows, wanted, below, above };
}

export function summariesOfDraws(
  { bins, known, settled }: Merged,
  gathered: readonly Gathered[],
  shares: readonly number[],
  question: Question,
): readonly Summary[] {
  const groups = shares.map((share) => Math.ceil(share / GROUP));
  const starts = gathered.map(() => 0);
  return bins.map((each, row) => {
    if (each === undefined) return settledOf(settled, row);
    const parts = gathered.map(({ values, lengths }, share) => {
      const start = starts[share] ?? 0;
      const end = start + (lengths[row] ?? 0);
      starts[share] = end;
      return values.subarray(start, end);
    });
    const picked = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const part of parts) {
      picked.set(part, end);
      end += part.length;
    }
    const total = (pick: (each: Gathered) => Float64Array): number =>
      gathered.reduce((sum, part, share) => sumOf(pick(part), row, groups[share] ?? 0, sum), 0);
    const tails = { below: total(({ below }) => below), above: total(({ above }) => above) };
    return fromDraws(each, knownOf(known, row), question, picked, tails);
  });
}

export const summariesOfBins = (
  { bins, known, settled }: Merged,
  question: Question,
  ranges: Ranges,
): readonly Summary[] =>
  bins.map((each, row) =>
    each === undefined ? settledOf(settled, row) : fromBins(each, knownOf(known, row), question, ranges, row),
  );

function settledOf(settled: Merged['settled'], row: number): Summary {
  const found = settled[row];
  if (found === undefined) throw new Error(`row ${row} has neither bins nor a summary`);
  return found;
}

function knownOf(known: readonly Known[], row: number): Known {
  const found = known[row];
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
}
