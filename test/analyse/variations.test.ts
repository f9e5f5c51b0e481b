// Where an input goes when it is at the end of its range: a path keeps its start and its shape, and stays within its bounds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputCell, variationOf } from '../../src/analyse/variations.ts';
import type { Plan } from '../../src/compile/index.ts';
import type { Case, Layer, Study } from '../../src/resolve/index.ts';

const YEARS = [2023, 2024, 2025, 2026, 2027];
const plan = { years: YEARS, baseIndex: 0 } as unknown as Plan;
const study = { cases: [] } as unknown as Study;
const none = {} as Case;

function ends(
  values: readonly number[],
  range: readonly [number, number],
  more: {
    readonly layer?: Layer;
    readonly within?: readonly [number, number];
    readonly observedUntil?: number;
    readonly settledUntil?: number;
  } = {},
) {
  const { layer = 'scenario', within, observedUntil, settledUntil } = more;
  const input = {
    quantity: { name: 'x', setBy: 'scenario', within },
    slot: 0,
    cell: 0,
    resolved: { values, observedUntil, settledUntil, origin: { layer, range } },
  } as unknown as InputCell;
  return variationOf(input, plan, study, none);
}

describe('an input at the ends of its range', () => {
  it('rises in proportion from the base year to the end', () => {
    const found = ends([1, 1.1, 1.2, 1.3, 1.4], [1.2, 1.8]);
    expect(found?.low.map((value) => Number(value.toPrecision(12)))).toEqual([1, 1.05, 1.1, 1.15, 1.2]);
    expect(found?.high.map((value) => Number(value.toPrecision(12)))).toEqual([1, 1.2, 1.4, 1.6, 1.8]);
  });
  it('keeps its observed years', () => {
    const found = ends([3, 2, 1, 2, 3], [2, 5], { observedUntil: 2025 });
    expect(found?.low).toEqual([3, 2, 1, 1.5, 2]);
    expect(found?.high).toEqual([3, 2, 1, 3, 5]);
  });
  it('keeps the years that are settled', () => {
    const found = ends([1, 2, 3, 4, 5], [4, 7], { settledUntil: 2025 });
    expect(found?.low).toEqual([1, 2, 3, 3.5, 4]);
    expect(found?.high).toEqual([1, 2, 3, 5, 7]);
  });
  it('that turns on its way moves as a whole after its start', () => {
    expect(ends([1, 4, 2, 5, 3], [2, 4])?.low).toEqual([1, 3, 1, 4, 2]);
  });
  it('is the end in every year where a fact holds for all of them, and after the base year where a scenario says it', () => {
    expect(ends([2, 2, 2, 2, 2], [1, 3], { layer: 'company' })?.low).toEqual([1, 1, 1, 1, 1]);
    expect(ends([2, 2, 2, 2, 2], [1, 3])?.low).toEqual([2, 1, 1, 1, 1]);
  });
  it('of one number is the end', () => {
    expect(ends([2], [1, 3], { layer: 'company' })).toEqual({ from: 'range', low: [1], high: [3] });
  });
  it('is none without a range where nothing differs', () => {
    const input = {
      quantity: { name: 'x', setBy: 'strategy' },
      slot: 0,
      cell: 0,
      resolved: { values: [2], origin: { layer: 'company' } },
    } as unknown as InputCell;
    expect(variationOf(input, plan, study, none)).toBeUndefined();
  });
  it('never leaves the declared bounds, starts where it started and, within them, arrives at the end', () => {
    const number = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 5, maxLength: 5 }), number, number, (values, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const found = ends(values, [low, high], { within: [0, 1] });
        for (const [path, end] of [
          [found?.low ?? [], low],
          [found?.high ?? [], high],
        ] as const) {
          expect(path[0]).toBe(values[0]);
          expect(path.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(path.at(-1)).toBeCloseTo(end, 9);
        }
      }),
    );
  });
});
