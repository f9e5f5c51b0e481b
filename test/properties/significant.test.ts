// Numbers cut to significant digits the quick way are those of the language's own way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { significant } from '../../src/units/index.ts';

const digits = fc.integer({ min: 1, max: 15 });

describe('significant digits', () => {
  it('are those that toPrecision finds', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), digits, (value, count) => {
        expect(significant(value, count)).toBe(Number(value.toPrecision(count)));
      }),
      { numRuns: 5000 },
    );
  });

  it('are so at the middle between two as well', () => {
    const middle = fc.tuple(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: -12, max: 12 }),
      fc.integer({ min: -2, max: 2 }),
    );
    fc.assert(
      fc.property(middle, ([whole, power, hairs]) => {
        const value = Number(`${whole}5e${power}`) * (1 + hairs * Number.EPSILON);
        const count = String(whole).length;
        expect(significant(value, count)).toBe(Number(value.toPrecision(count)));
      }),
      { numRuns: 5000 },
    );
  });

  it('leave a number alone that has no more of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999999, max: 999999 }),
        fc.integer({ min: -15, max: 15 }),
        (whole, power) => {
          const value = Number(`${whole}e${power}`);
          expect(significant(value, 12)).toBe(value + 0);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    [999.9999999999999, 14, 1000],
    [0.1 + 0.2, 14, 0.3],
    [-0, 14, 0],
    [1e300 / 3, 3, 3.33e299],
    [1e-300 / 3, 3, 3.33e-301],
    [123456.789, 3, 123000],
    [Number.POSITIVE_INFINITY, 3, Number.POSITIVE_INFINITY],
  ])('%s to %i is %s', (value, count, expected) => {
    expect(significant(value, count)).toBe(expected);
  });

  it('leave what is no number as it is', () => {
    expect(significant(Number.NaN, 14)).toBeNaN();
  });
});
