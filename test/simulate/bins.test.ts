// What counts in bins tell of draws, against the draws themselves, and the looks from which bins are chosen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS } from '../../src/compile/types.ts';
import { binsOf, fromBins } from '../../src/simulate/blocks/order.ts';
import { endsOf, glancesOf, LOOK, rangesOf } from '../../src/simulate/blocks/ranges.ts';

const QUESTION = { percentiles: [0.05, 0.25, 0.5, 0.75, 0.95], tail: 0.05 };

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Draws that lie around anything, close together or far apart, some of them far out. */
const someDraws = fc
  .tuple(
    fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 900 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -3, max: 6, noNaN: true }),
  )
  .map(([chances, centre, size]) =>
    chances.map((chance) => centre + 10 ** size * Math.log(chance / (1 - chance))),
  );

describe('what bins tell of draws', () => {
  it('is right to the width of the bins, the means of both ends too', () => {
    fc.assert(
      fc.property(someDraws, (draws) => {
        const { low, scale, centre } = rangesOf([endsOf([Float64Array.from(draws.slice(0, LOOK.draws))])]);
        const [from, wide] = [low[0] ?? 0, scale[0] ?? 1];
        const binAt = (draw: number): number =>
          Math.max(0, Math.min(BINS + 1, Math.floor((draw - from) * wide) + 1));
        const counts = new Uint32Array(BINS + 2);
        for (const draw of draws) counts[binAt(draw)] = (counts[binAt(draw)] ?? 0) + 1;
        const sorted = draws.toSorted((left, right) => left - right);
        const [lowest = 0, highest = 0] = [sorted[0], sorted.at(-1)];
        const far = draws.map((draw) => (draw - from) * wide);
        const known = {
          ...{ draws: draws.length, mean: mean(draws), deviation: 1, lowest, highest },
          below: far.reduce((sum, place) => sum + Math.min(0, place), 0),
          above: far.reduce((sum, place) => sum + Math.max(0, place - BINS), 0),
        };
        const found = fromBins(binsOf(counts), known, QUESTION, { low, scale, centre }, 0);
        const tail = Math.max(1, Math.round(QUESTION.tail * draws.length));
        const isOutermost = (bin: number): boolean => bin === 0 || bin > BINS;
        /** The two outermost bins reach as far as the draws do. */
        const widthOf = (bin: number): number => {
          if (bin === 0) return from - lowest;
          return bin > BINS ? highest - (from + BINS / wide) : 1 / wide;
        };
        /** Draws of a whole bin lie about its middle, those of a part of it anywhere in it; those of the outermost are added up. */
        const off = (part: readonly number[]): number =>
          mean(
            part.map((draw) => {
              const bin = binAt(draw);
              const whole = part.filter((each) => binAt(each) === bin).length === counts[bin];
              if (isOutermost(bin) && whole) return 0;
              return whole ? widthOf(bin) / 2 : widthOf(bin);
            }),
          );
        const rounding = 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest));
        for (const [told, bound, part] of [
          [found.lowTail, found.tailBounds[0], sorted.slice(0, tail).toReversed()],
          [found.highTail, found.tailBounds[1], sorted.slice(-tail)],
        ] as const) {
          expect(Math.abs(told - mean(part))).toBeLessThanOrEqual(off(part) + rounding);
          expect(off(part)).toBeLessThanOrEqual(bound + rounding);
          // The bin in which the end begins says how closely it is known.
          const begins = binAt(part[0] ?? 0);
          if (!isOutermost(begins)) expect(bound).toBeLessThanOrEqual(1 / wide + rounding);
        }
        expect(found.lowTail).toBeLessThanOrEqual((found.percentiles[2] ?? 0) + rounding);
        expect(found.highTail).toBeGreaterThanOrEqual((found.percentiles[2] ?? 0) - rounding);
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });
});

describe('a look at the first draws', () => {
  it('is shared out by draws and cases, the same however many look', () => {
    expect(glancesOf(2, 10_000, 2)).toEqual([
      { index: 0, from: 0, to: 256 },
      { index: 1, from: 0, to: 256 },
      { index: 0, from: 256, to: 512 },
      { index: 1, from: 256, to: 512 },
    ]);
  });

  it('is one go where there are few draws', () => {
    expect(glancesOf(1, 300, 2)).toEqual([{ index: 0, from: 0, to: 256 }]);
    expect(glancesOf(1, 3, 2)).toEqual([{ index: 0, from: 0, to: 3 }]);
  });

  it('gives ranges between the means of the ends that its goes saw', () => {
    const go = (start: number) => endsOf([Float64Array.from({ length: 256 }, (_, draw) => start + draw)]);
    const [one, other] = [go(0), go(100)];
    const { low, scale, centre } = rangesOf([one, other]);
    expect(low[0]).toBe(((one.low[0] ?? 0) + (other.low[0] ?? 0)) / 2);
    expect(BINS / (scale[0] ?? 0)).toBeCloseTo((one.high[0] ?? 0) - (one.low[0] ?? 0), 9);
    expect(centre[0]).toBe(one.centre[0]);
    // Nearly all draws lie inside.
    expect(low[0]).toBeLessThan(60);
    expect((low[0] ?? 0) + BINS / (scale[0] ?? 1)).toBeGreaterThan(290);
  });
});
