// The normal distribution by its quantile: known numbers, and the same bits from the kernels that a compiler puts together.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAR, normalKernels, normalQuantile } from '../../src/language/index.ts';
import { plain } from '../kit/plain-lanes.ts';

/** The parts put together as a compiler does it. */
function byKernels(chance: number): number {
  if (normalKernels.isMiddle(plain, chance)) return normalKernels.middle(plain, [chance]);
  const out = normalKernels.out(plain, [chance]);
  const size = out <= FAR ? normalKernels.tail(plain, [out]) : normalKernels.far(plain, [out]);
  return chance < 0.5 ? -size : size;
}

const KNOWN = [
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.75, 0.6744897501960817],
  [0.975, 1.959963984540054],
  [0.025, -1.959963984540054],
  [0.001, -3.090232306167813],
  [1e-9, -5.9978070150076865],
  [1e-20, -9.262340089798407],
  [1e-300, -37.0470962993612],
  [0.07, -1.4757910281791706],
  [0.08, -1.4050715603096327],
  [0.6, 0.2533471031357997],
  [0.999999, 4.753424308817087],
] as const;

describe('the quantile of a normal distribution', () => {
  it.each(KNOWN)('of %d is %d', (chance, number) => {
    expect(Math.abs(normalQuantile(chance) - number)).toBeLessThanOrEqual(4e-15 * Math.abs(number));
  });

  it('rises without a break where one formula takes over from another', () => {
    for (const seam of [0.075, 0.925, Math.exp(-25)])
      for (const step of [1e-9, 1e-12, 1e-15]) {
        const [below, at, above] = [seam * (1 - step), seam, seam * (1 + step)].map(normalQuantile);
        expect(Math.abs((below ?? 0) - (at ?? 9))).toBeLessThan(20 * step + 1e-14);
        expect(Math.abs((above ?? 0) - (at ?? 9))).toBeLessThan(20 * step + 1e-14);
      }
  });

  it('comes with the same bits from the kernels', () => {
    const chance = fc.oneof(
      fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
      fc.constantFrom(0.075, 0.925, 0.5, Math.exp(-25), 1 - 2 ** -53, 2 ** -1022),
      fc.double({ min: -300, max: -1, noNaN: true }).map((power) => 10 ** power),
    );
    fc.assert(
      fc.property(chance, (share) => {
        expect(byKernels(share)).toBe(normalQuantile(share));
      }),
      { numRuns: 2000 },
    );
  });

  it('has its middle from 0.075 to 0.925', () => {
    const isMiddle = (chance: number): boolean => normalKernels.isMiddle(plain, chance);
    expect([0.075, 0.0751, 0.5, 0.9249].map(isMiddle)).toEqual([true, true, true, true]);
    expect([0.0749, 0.9251, 1e-9].map(isMiddle)).toEqual([false, false, false]);
    expect(FAR).toBe(5);
  });
});
