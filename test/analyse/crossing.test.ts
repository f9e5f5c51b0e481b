// Where a number just meets a bound as one input moves: the first place from where the input stands, to either side.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bound, crossingOf } from '../../src/analyse/crossing.ts';

const span = { low: 0, start: 1, high: 10 };
const atLeast = (bound: number): Bound => ({ direction: 'at_least', bound });
const atMost = (bound: number): Bound => ({ direction: 'at_most', bound });

describe('the value at which a bound is just met', () => {
  it('is exact where the numbers are', () => {
    expect(crossingOf(span, (x) => 2 * x, atLeast(8))).toEqual({
      kind: 'crosses',
      at: 4,
      side: 'at_least',
      turns: false,
    });
    expect(crossingOf({ ...span, start: 9 }, (x) => 2 * x, atMost(8))).toMatchObject({
      at: 4,
      side: 'at_most',
    });
    expect(crossingOf(span, (x) => 10 - x, atMost(6.25))).toMatchObject({ at: 3.75, side: 'at_least' });
  });

  it('is the first one from the start where the number turns, and says that it turns', () => {
    const wave = (x: number): number => Math.sin(x);
    expect(crossingOf(span, wave, atMost(0))).toMatchObject({ at: 0, side: 'at_most', turns: true });
    const found = crossingOf({ ...span, start: 2 }, wave, atMost(0));
    expect(found).toMatchObject({ kind: 'crosses', side: 'at_least', turns: true });
    expect(found.kind === 'crosses' ? found.at : 0).toBeCloseTo(Math.PI, 8);
    expect(found.kind === 'crosses' ? Math.sin(found.at) : 1).toBeLessThanOrEqual(0);
  });

  it('is found in a window between the values that are tried first', () => {
    const peak = (x: number): number => -((x - 7.3) ** 2);
    const found = crossingOf(span, peak, atLeast(-1e-6));
    expect(found).toMatchObject({ kind: 'crosses', turns: true });
    expect(found.kind === 'crosses' ? peak(found.at) : -1).toBeGreaterThanOrEqual(-1e-6);
  });

  it('is at a step where the number jumps', () => {
    const found = crossingOf(span, (x) => (x < 6.1 ? 0 : 5), atLeast(3));
    expect(found).toMatchObject({ at: 6.1, side: 'at_least' });
  });

  it('is none where every value meets it, where none does, and where nothing moves', () => {
    expect(crossingOf(span, (x) => x, atLeast(0))).toEqual({ kind: 'always', turns: false });
    expect(crossingOf(span, (x) => x, atLeast(11))).toEqual({
      kind: 'never',
      best: 10,
      at: 10,
      turns: false,
    });
    const best = crossingOf(span, (x) => (x - 4.2) ** 2 + 1, atMost(0));
    expect(best).toMatchObject({ kind: 'never', turns: true });
    expect(best.kind === 'never' ? best.best : 0).toBeCloseTo(1, 9);
    expect(best.kind === 'never' ? best.at : 0).toBeCloseTo(4.2, 4);
    expect(crossingOf(span, () => 3, atLeast(2))).toEqual({ kind: 'still' });
  });

  it('may be an end that meets the bound to the last digit only', () => {
    const found = crossingOf(span, (x) => (x / 3) * 0.3 * (1 - 1e-14), atLeast(1));
    expect(found.kind === 'crosses' ? found.at : 0).toBeCloseTo(10, 6);
  });

  it('lets no number that is none stand for one that meets it', () => {
    const found = crossingOf(span, (x) => (x < 2 ? Number.NaN : x), atMost(5));
    expect(found).toMatchObject({ kind: 'crosses' });
    expect(found.kind === 'crosses' ? found.at : 0).toBeGreaterThanOrEqual(2);
  });

  it('meets the bound, and a millionth nearer to the side that misses it does not', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.boolean(),
        (a, b, c, start, up) => {
          const of = (x: number): number => a * x ** 3 + b * x * x + c * x;
          const bound = up ? atLeast(of(3.7)) : atMost(of(3.7));
          const found = crossingOf({ ...span, start }, of, bound);
          if (found.kind !== 'crosses') return;
          const meets = (x: number): boolean => (up ? of(x) >= bound.bound : of(x) <= bound.bound);
          const less = found.at * (found.side === 'at_least' ? 1 - 1e-6 : 1 + 1e-6);
          // Flat curves round to the bound itself on both sides of it.
          const slope = Math.abs(of(less) - of(found.at));
          fc.pre(slope > 1e-12 * Math.max(1, Math.abs(bound.bound)) && less >= 0 && less <= 10);
          expect([meets(found.at), meets(less)]).toEqual([true, false]);
        },
      ),
    );
  });
});
