// Draws of streams made by hand, and what tests say of them.
import type { Shape } from '../../src/resolve/index.ts';
import { streamKey } from '../../src/simulate/draws/key.ts';
import { type DrawPlan, deviates, type Stream } from '../../src/simulate/index.ts';

export const YEARS = [2023, 2024, 2025, 2026, 2027, 2028];

export const stream = (name: string, shape: Shape, mix?: Stream['mix']): Stream => ({
  name,
  key: streamKey(name, []),
  shape,
  moments: shape.kind === 'mean_reverting' ? YEARS : [0],
  mix,
});

export const planOf = (streams: readonly Stream[], settings: Partial<DrawPlan> = {}): DrawPlan => ({
  sampling: 'plain',
  seed: 2026,
  total: 20_000,
  streams,
  cases: [],
  ...settings,
});

/** All draws of each stream; the moments of one follow each other. */
export function draw(plan: DrawPlan): readonly Float64Array[] {
  const made = deviates(plan);
  return plan.streams.map(({ moments }, index) => {
    const into = new Float64Array(moments.length * plan.total);
    made(index, 0, plan.total, into, 0, plan.total);
    return into;
  });
}

export const mean = (numbers: Float64Array): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export const variance = (numbers: Float64Array): number => {
  const middle = mean(numbers);
  return mean(numbers.map((number) => (number - middle) ** 2));
};

export const correlation = (one: Float64Array, other: Float64Array): number => {
  const [left, right] = [mean(one), mean(other)];
  const products = one.map((number, index) => (number - left) * ((other[index] ?? Number.NaN) - right));
  return mean(products) / Math.sqrt(variance(one) * variance(other));
};

/** Each number's place in order. */
export function ranks(numbers: Float64Array): Float64Array {
  const order = [...numbers.keys()].sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
  const found = new Float64Array(numbers.length);
  for (const [rank, index] of order.entries()) found[index] = rank;
  return found;
}

export const rankCorrelation = (one: Float64Array, other: Float64Array): number =>
  correlation(ranks(one), ranks(other));
