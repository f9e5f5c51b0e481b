// Patient rule induction on made-up draws whose box is known: it is found, nothing else is, and noise has none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, columnOf, findBox, type Limit, measureBox } from '../../src/analyse/prim.ts';

const DRAWS = 4000;

/** The same numbers between 0 and 1 in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Made {
  readonly columns: readonly Column[];
  readonly hits: Uint8Array;
}

/** @param isHit of the numbers of a draw and one more for chance */
function made(width: number, isHit: (draw: readonly number[], chance: number) => boolean, seed = 1): Made {
  const next = random(seed);
  const rows = Array.from({ length: DRAWS }, () => Array.from({ length: width }, next));
  return {
    columns: Array.from({ length: width }, (_, column) =>
      columnOf(Float64Array.from(rows, (row) => row[column] ?? 0)),
    ),
    hits: Uint8Array.from(rows, (row) => (isHit(row, next()) ? 1 : 0)),
  };
}

const find = ({ columns, hits }: Made, most = 3): readonly Limit[] => findBox(columns, hits, most);
const byColumn = (limits: readonly Limit[]): ReadonlyMap<number, Limit> =>
  new Map(limits.map((limit) => [limit.column, limit]));

describe('a box', () => {
  it('is found where it is, among columns that do not matter, in spite of draws on the wrong side', () => {
    const isInside = ([a = 0, , , b = 0]: readonly number[]): boolean => a < 0.3 && b > 0.6;
    const data = made(8, (draw, chance) => (isInside(draw) ? chance < 0.9 : chance < 0.02));
    const limits = find(data);
    expect([...byColumn(limits).keys()].toSorted()).toEqual([0, 3]);
    const [first, second] = [byColumn(limits).get(0), byColumn(limits).get(3)];
    expect(first?.low).toBeUndefined();
    expect(first?.high).toBeCloseTo(0.3, 1);
    expect(Math.abs((first?.high ?? 0) - 0.3)).toBeLessThan(0.02);
    expect(second?.high).toBeUndefined();
    expect(Math.abs((second?.low ?? 0) - 0.6)).toBeLessThan(0.02);
    const { coverage, density, mass } = measureBox(limits, data.columns, data.hits);
    expect(mass).toBeCloseTo(0.12, 1);
    expect(density).toBeGreaterThan(0.85);
    // Of the draws that count 12 % x 90 % lie in the box and 88 % x 2 % outside.
    expect(Math.abs(coverage - 0.108 / 0.1256)).toBeLessThan(0.03);
  });

  it('may have two ends in one column', () => {
    const limits = find(made(5, ([, a = 0]) => a > 0.4 && a < 0.6));
    expect(limits).toHaveLength(1);
    const [{ column, low = 0, high = 0 } = { column: -1 }] = limits;
    expect(column).toBe(1);
    expect([Math.abs(low - 0.4) < 0.02, Math.abs(high - 0.6) < 0.02]).toEqual([true, true]);
  });

  it('cuts between values that repeat, not through them', () => {
    const data = made(4, () => false, 5);
    const steps = columnOf(
      data.columns[2]?.values.map((value) => (value < 0.8 ? 5 : 9)) ?? new Float64Array(),
    );
    const hits = Uint8Array.from(steps.values, (value, draw) =>
      value === 9 && (data.columns[0]?.values[draw] ?? 0) > 0.5 ? 1 : 0,
    );
    const limits = findBox([...data.columns.slice(0, 2), steps], hits, 3);
    expect(byColumn(limits).get(2)).toEqual({ column: 2, low: 7 });
    expect(measureBox(limits, [...data.columns.slice(0, 2), steps], hits).density).toBeGreaterThan(0.97);
  });

  it('has no more columns than it may, and takes those that matter most', () => {
    const data = made(6, ([a = 0, b = 0, c = 0, d = 0]) => a < 0.5 && b < 0.5 && c < 0.5 && d < 0.95);
    expect(find(data, 2)).toHaveLength(2);
    expect([...byColumn(find(data)).keys()].toSorted()).toEqual([0, 1, 2]);
  });

  it('names one of two columns that say the same', () => {
    const data = made(3, ([a = 0]) => a < 0.2);
    const twice = [
      ...data.columns,
      columnOf(data.columns[0]?.values.map((value) => 2 * value) ?? new Float64Array()),
    ];
    const limits = findBox(twice, data.hits, 3);
    expect(limits).toHaveLength(1);
    expect(measureBox(limits, twice, data.hits).coverage).toBeGreaterThan(0.97);
  });

  it('says the same when the draws come in another order and when a column is turned around', () => {
    const data = made(4, ([a = 0, b = 0], chance) => a > 0.7 && b > 0.5 && chance < 0.8);
    const turned = data.columns.map(({ values }) => columnOf(values.map((value) => -value).toReversed()));
    const measure = measureBox(find(data), data.columns, data.hits);
    const hits = data.hits.toReversed();
    expect(measureBox(findBox(turned, hits, 3), turned, hits)).toEqual(measure);
  });
});

describe('noise', () => {
  it('has no box that holds up among other draws', () => {
    for (const seed of [1, 2, 3]) {
      const data = made(20, (_, chance) => chance < 0.1, seed);
      const limits = find(data);
      const fresh = made(20, (_, chance) => chance < 0.1, seed + 100);
      const { density } = measureBox(limits, fresh.columns, fresh.hits);
      expect(density).toBeLessThan(0.15);
    }
  });
});

describe('the measure of a box', () => {
  it('is what counting says', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: -1, max: 9 }),
        fc.integer({ min: 0, max: 10 }),
        (list, low, high) => {
          const columns = [columnOf(Float64Array.from(list))];
          const hits = Uint8Array.from(list, (value) => value % 2);
          const inside = list.filter((value) => value > low && value < high);
          const found = inside.filter((value) => value % 2 === 1).length;
          const all = list.filter((value) => value % 2 === 1).length;
          expect(measureBox([{ column: 0, low, high }], columns, hits)).toEqual({
            mass: inside.length / list.length,
            coverage: all === 0 ? 0 : found / all,
            density: inside.length === 0 ? 0 : found / inside.length,
          });
        },
      ),
    );
  });
  it('of no limits is that of all draws', () => {
    const { columns, hits } = made(1, ([a = 0]) => a < 0.25);
    const share = hits.reduce((sum, hit) => sum + hit, 0) / DRAWS;
    expect(measureBox([], columns, hits)).toEqual({ mass: 1, coverage: 1, density: share });
  });
});
