// Draws the deviations of every stream, for any block of draws.
import { exponential } from '../../language/index.ts';
import { type Deviation, deviationOf } from './deviation.ts';
import { normalChance, normalQuantile } from './normal.ts';
import { swapped } from './swaps.ts';
import type { Deviates, DrawPlan, Stream } from './types.ts';
import { type Settings, uniforms } from './uniform.ts';

/** Prepares what does not depend on the draw; what it returns may be called for any block, in any order, by any worker. */
export function deviates(plan: DrawPlan): Deviates {
  const plain = plainDeviates(plan);
  return plan.swaps === undefined ? plain : swapped(plain, plan.swaps);
}

function plainDeviates(plan: DrawPlan): Deviates {
  const prepared = plan.streams.map((stream) => ({ stream, deviation: deviationOf(stream.shape) }));
  return (index, from, count, into, offset, stride) => {
    const found = prepared[index];
    if (found === undefined) throw new Error(`no stream ${index}`);
    const { stream, deviation } = found;
    const { shape, moments } = stream;
    const row = new Float64Array(count);
    if (shape.kind !== 'mean_reverting') {
      for (const [moment, label] of moments.entries()) {
        numbers(stream, deviation, label, plan, from, row);
        into.set(row, offset + moment * stride);
      }
      return;
    }
    // Logarithms of the path over its central values, one a draw, carried from year to year.
    const above = new Float64Array(count);
    const { persistence, known } = shape;
    const fresh = Math.sqrt(1 - persistence * persistence);
    for (const [moment, label] of moments.entries()) {
      const start = offset + moment * stride;
      if (moment < known) {
        into.fill(0, start, start + count);
        continue;
      }
      numbers(stream, deviation, label, plan, from, row);
      for (let draw = 0; draw < count; draw++) {
        const next = persistence * (above[draw] ?? 0) + fresh * (row[draw] ?? 0);
        above[draw] = next;
        into[start + draw] = exponential(next) - 1;
      }
    }
  };
}

/** What the shape of a stream makes of its random numbers of one moment. */
function numbers(
  { key, mix }: Stream,
  { of, apply }: Deviation,
  label: number,
  settings: Settings,
  from: number,
  into: Float64Array,
): void {
  if (mix === undefined) {
    uniforms(key, label, settings, from, into.length, into);
    if (of === 'normal') toNormal(into);
  } else {
    const part = new Float64Array(into.length);
    into.fill(0);
    for (const { key: other, weight } of mix) {
      uniforms(other, label, settings, from, part.length, part);
      toNormal(part);
      for (let draw = 0; draw < into.length; draw++)
        into[draw] = (into[draw] ?? 0) + weight * (part[draw] ?? 0);
    }
    if (of === 'chance') toChance(into);
  }
  apply(into);
}

function toNormal(numbers: Float64Array): void {
  for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = normalQuantile(numbers[draw] ?? 0);
}

function toChance(numbers: Float64Array): void {
  for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = normalChance(numbers[draw] ?? 0);
}
