// Sobol indices against functions whose indices are known in closed form.

import { describe, expect, it } from 'vitest';
import { sobolIndices } from '../../src/analyse/sobol.ts';

const DRAWS = 1 << 15;

/** Uniform numbers of the additive recurrence of Roberts (2018): spread evenly, the same every time. */
function uniform(columns: number): readonly Float64Array[] {
  let root = 2;
  for (let step = 0; step < 60; step++) root = (1 + root) ** (1 / (columns + 1));
  return Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: DRAWS }, (_, draw) => (0.5 + (draw + 1) / root ** (column + 1)) % 1),
  );
}

function indices(inputs: number, result: (x: readonly number[]) => number) {
  const columns = uniform(2 * inputs);
  const [first, second] = [columns.slice(0, inputs), columns.slice(inputs)];
  const over = (chosen: readonly Float64Array[]) =>
    Float64Array.from({ length: DRAWS }, (_, draw) => result(chosen.map((column) => column[draw] ?? 0)));
  const mixed = first.map((_, swapped) =>
    over(first.map((column, index) => (index === swapped ? (second[index] ?? column) : column))),
  );
  return sobolIndices(over(first), over(second), mixed);
}

describe('the indices', () => {
  it('of the Ishigami function are those in closed form', () => {
    const [a, b] = [7, 0.1];
    const angle = (x = 0) => Math.PI * (2 * x - 1);
    const found = indices(3, ([x, y, z]) => {
      return Math.sin(angle(x)) * (1 + b * angle(z) ** 4) + a * Math.sin(angle(y)) ** 2;
    });
    const alone = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
    const second = a ** 2 / 8;
    const together = (8 * b ** 2 * Math.PI ** 8) / 225;
    const variance = alone + second + together;
    const first = [alone, second, 0].map((part) => part / variance);
    const total = [alone + together, second, together].map((part) => part / variance);
    for (const [index, { first: own, total: all }] of found.entries()) {
      expect(own).toBeCloseTo(first[index] ?? 0, 2);
      expect(all).toBeCloseTo(total[index] ?? 0, 2);
    }
  });

  it('of the g-function are those in closed form', () => {
    const weights = [0, 1, 4.5, 9, 99, 99];
    const found = indices(weights.length, (x) =>
      x.reduce(
        (product, value, index) =>
          (product * (Math.abs(4 * value - 2) + (weights[index] ?? 0))) / (1 + (weights[index] ?? 0)),
        1,
      ),
    );
    const parts = weights.map((weight) => 1 / 3 / (1 + weight) ** 2);
    const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    for (const [index, { first, total }] of found.entries()) {
      const part = parts[index] ?? 0;
      expect(first).toBeCloseTo(part / variance, 2);
      expect(total).toBeCloseTo((part * ((variance + 1) / (1 + part))) / variance, 2);
    }
  });

  it('of a sum are its shares, alone and in total, and nothing for what is not in it', () => {
    const found = indices(3, ([x = 0, y = 0]) => x + 2 * y);
    for (const [index, share] of [0.2, 0.8, 0].entries()) {
      expect(found[index]?.first).toBeCloseTo(share, 2);
      expect(found[index]?.total).toBeCloseTo(share, 2);
    }
  });

  it('of an input that brings little are as close as those of one that brings much, in few draws too', () => {
    const weights = [1, 0.1, 0];
    const columns = uniform(2 * weights.length).map((column) => column.subarray(0, 1024));
    const over = (chosen: readonly Float64Array[]): Float64Array =>
      Float64Array.from({ length: 1024 }, (_, draw) =>
        chosen.reduce((sum, column, index) => sum + (weights[index] ?? 0) * (column[draw] ?? 0), 0),
      );
    const [first, second] = [columns.slice(0, 3), columns.slice(3)];
    const mixed = first.map((_, swapped) =>
      over(first.map((column, index) => (index === swapped ? (second[index] ?? column) : column))),
    );
    const [much, little, nothing] = sobolIndices(over(first), over(second), mixed);
    expect(much?.firstError).toBeLessThan(0.01);
    expect(little?.firstError).toBeLessThan(0.01);
    expect(Math.abs((little?.first ?? 0) - 0.01 / 1.01)).toBeLessThan(0.01);
    expect(nothing).toEqual({ first: 0, firstError: 0, total: 0, totalError: 0 });
  });

  it('say how far they may be off', () => {
    for (const { firstError, totalError } of indices(2, ([x = 0, y = 0]) => x * y)) {
      expect(firstError).toBeGreaterThan(0);
      expect(totalError).toBeLessThan(0.02);
    }
  });

  it('are 0 where nothing varies', () => {
    const flat = new Float64Array(8).fill(3);
    expect(sobolIndices(flat, flat, [flat])).toEqual([{ first: 0, firstError: 0, total: 0, totalError: 0 }]);
  });
});
