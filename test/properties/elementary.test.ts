// The engine's own exp, log and power against those of Math: how far apart they may be, special values, no step backwards.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, logarithm, raise } from '../../src/language/index.ts';

const RUNS = { numRuns: 20_000 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Positive normal numbers of every size. */
const positive = fc
  .tuple(between(1, 2), fc.integer({ min: -1022, max: 1023 }))
  .map(([mantissa, exponent]) => mantissa * 2 ** exponent)
  .filter((value) => value < Number.POSITIVE_INFINITY);

/** Distance in units of the last place of what is expected. */
function ulps(value: number, expected: number): number {
  if (value === expected) return 0;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(expected))));
  return Math.abs(value - expected) / 2 ** (exponent - 52);
}

describe('exp', () => {
  it('is within two units in the last place of Math.exp, which may be one off itself', () => {
    fc.assert(
      fc.property(between(-708.7, 709.4), (x) => {
        expect(ulps(exponential(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      RUNS,
    );
  });

  it('ends where doubles end', () => {
    expect([0, -0, 709.5, 1e308, Infinity, -708.8, -1e308, -Infinity, Number.NaN].map(exponential)).toEqual([
      1,
      1,
      Infinity,
      Infinity,
      Infinity,
      0,
      0,
      0,
      Number.NaN,
    ]);
  });

  it('never steps back by more than its error', () => {
    fc.assert(
      fc.property(between(-700, 700), between(0, 1e-9), (x, step) => {
        const [lower, upper] = [exponential(x), exponential(x + step)];
        expect(upper >= lower || ulps(upper, lower) <= 1).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('log', () => {
  it('is within two units in the last place of Math.log, which may be one off itself', () => {
    fc.assert(
      fc.property(fc.oneof(positive, between(0.5, 2)), (x) => {
        expect(ulps(logarithm(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      RUNS,
    );
  });

  it('ends where doubles end', () => {
    expect([1, 0, -0, 1e-310, Infinity, -1, -1e-310, -Infinity, Number.NaN].map(logarithm)).toEqual([
      0,
      -Infinity,
      -Infinity,
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('never steps back by more than its error', () => {
    fc.assert(
      fc.property(positive, between(0, 1e-9), (x, share) => {
        const [lower, upper] = [logarithm(x), logarithm(x + x * share)];
        expect(upper >= lower || ulps(upper, lower) <= 1).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('power', () => {
  it('multiplies for whole exponents', () => {
    expect([raise(1.1, 2), raise(-2, 3), raise(2, -2), raise(0, 0), raise(2, 1023)]).toEqual([
      1.1 * 1.1,
      -8,
      0.25,
      1,
      2 ** 1023,
    ]);
  });

  it('is otherwise as near to Math.pow as exponent times logarithm tells', () => {
    fc.assert(
      fc.property(between(1e-6, 1e6), between(-20, 20), (base, exponent) => {
        if (Number.isInteger(exponent)) return;
        const size = Math.abs(exponent * Math.log(base));
        expect(ulps(raise(base, exponent), base ** exponent)).toBeLessThanOrEqual(4 + 2 * size);
      }),
      RUNS,
    );
  });

  it('of nothing and of less than nothing ends as exp and log do', () => {
    expect([raise(0, 0.5), raise(0, -0.5), raise(-1, 0.5), raise(Number.NaN, 0.5)]).toEqual([
      0,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
