// The numbers under every draw: random bits, normal and PERT quantiles, against values that others published or computed to 60 digits.

import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/language/index.ts';
import { normalChance } from '../../src/simulate/draws/normal.ts';
import { pertQuantile } from '../../src/simulate/draws/pert.ts';
import { threefry, type Words } from '../../src/simulate/draws/threefry.ts';

const relative = (found: number, known: number): number =>
  known === 0 ? Math.abs(found) : Math.abs(found / known - 1);

describe('random bits', () => {
  const bits = (key: Words, counter: Words): string => {
    const words = new Uint32Array(4);
    threefry(key, counter, 1, words);
    return [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');
  };
  const ones = 0xffffffff;
  it('are those that the authors of Threefry4x32-20 publish', () => {
    expect(bits([0, 0, 0, 0], [0, 0, 0, 0])).toBe('9c6ca96a e17eae66 fc10ecd4 5256a7d8');
    expect(bits([ones, ones, ones, ones], [ones, ones, ones, ones])).toBe(
      '2a881696 57012287 f6c7446e a16a6732',
    );
    expect(
      bits(
        [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
        [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      ),
    ).toBe('59cd1dbb b8879579 86b5d00c ac8b6d84');
  });
  it('of many counters are those of each', () => {
    const many = new Uint32Array(40);
    threefry([1, 2, 3, 4], [5, 6, 7, 8], 10, many);
    const one = new Uint32Array(4);
    threefry([1, 2, 3, 4], [12, 6, 7, 8], 1, one);
    expect([...many.subarray(28, 32)]).toEqual([...one]);
  });
});

describe('the standard normal', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1.1641532182693481e-10, -6.3379577545537895],
    [1e-6, -4.753424308822899],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.07, -1.4757910281791706],
    [0.08, -1.4050715603096327],
    [0.25, -0.6744897501960817],
    [0.45, -0.12566134685507402],
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446006],
    [0.975, 1.9599639845400538],
    [0.999, 3.090232306167813],
    [0.999999, 4.753424308817087],
  ])('a share of %s lies below %s', (chance, number) => {
    expect(relative(normalQuantile(chance), number)).toBeLessThan(1e-15);
  });
  it.each([
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-8.5, 9.479534822203318e-18],
    [-6, 9.86587645037698e-10],
    [-5.7, 5.990371401063528e-9],
    [-4, 3.1671241833119924e-5],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145705],
    [-0.67, 0.2514288950953101],
    [-0.3, 0.3820885778110474],
    [0, 0.5],
    [0.1, 0.539827837277029],
    [0.66, 0.7453730853286639],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
    [5, 0.9999997133484281],
  ])('below %s lies a share of %s', (number, chance) => {
    expect(relative(normalChance(number), chance)).toBeLessThan(1e-15);
  });
  it('goes there and back', () => {
    for (let chance = 1e-12; chance < 0.5; chance *= 1.7)
      expect(relative(normalChance(normalQuantile(chance)), chance)).toBeLessThan(5e-14);
  });
});

describe('PERT', () => {
  it.each([
    [-0.2, 0.3, 1e-9, -0.19993088841501785],
    [-0.2, 0.3, 0.05, -0.1303597730586196],
    [-0.2, 0.3, 0.5, 0.012735401001149827],
    [-0.2, 0.3, 0.8, 0.10159106715806056],
    [-0.2, 0.3, 0.9999, 0.28187503532659675],
    [0, 1, 1e-9, 2.0000000008e-10],
    [0, 1, 0.05, 0.010206218313011496],
    [0, 1, 0.8, 0.2752203363223045],
    [0, 1, 0.9999, 0.8415106807538921],
    [-1, 0, 1e-9, -0.9841510680753889],
    [-1, 0, 0.5, -0.12944943670387585],
    [-1, 0, 0.99, -0.0020080483385742014],
    [-0.05, 0.95, 0.001, -0.049298953218382735],
    [-0.05, 0.95, 0.5, 0.1159027019101802],
    [-0.05, 0.95, 0.99, 0.5940245891369805],
    [-2, 2, 0.001, -1.8097924072981693],
    [-2, 2, 0.8, 0.693608248634356],
  ])('from %s to %s has a share of %s below %s', (low, high, chance, deviation) => {
    const found = pertQuantile(low, high)(normalQuantile(chance));
    expect(Math.abs(found - deviation)).toBeLessThan(1e-10 * (high - low));
  });
  it.each([0, 0.01, 0.3, 0.5, 0.77, 1])('rises everywhere, inside its ends, with its peak at %s', (peak) => {
    const at = pertQuantile(-peak, 1 - peak);
    let before = -peak;
    for (let normal = -12; normal <= 12; normal += 0.003) {
      const here = at(normal);
      expect(here).toBeGreaterThanOrEqual(before);
      expect(here).toBeLessThanOrEqual(1 - peak);
      before = here;
    }
  });
});
