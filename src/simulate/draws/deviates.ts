// Draws the deviations of every stream, for any block of draws.
import { exponential } from '../../language/index.ts';
import { type Deviation, deviationOf } from './deviation.ts';
import { normalChance } from './normal.ts';
import { plainNumbers, type RandomNumbers, ROW, randomKernels } from './numbers.ts';
import { swapped } from './swaps.ts';
import type { Deviates, DrawPlan, Prepare, Stream } from './types.ts';
import { type Settings, uniforms } from './uniform.ts';

/**
 * Prepares what does not depend on the draw; what it returns may be called for any block, in any order, by any worker.
 */
export const deviates: Prepare = (plan, random) => {
  const plain = plainDeviates(plan, random === undefined ? plainNumbers() : randomKernels(random));
  return plan.swaps === undefined ? plain : swapped(plain, plan.swaps);
};

function plainDeviates(plan: DrawPlan, random: RandomNumbers): Deviates {
  const prepared = plan.streams.map((stream) => ({ stream, deviation: deviationOf(stream.shape) }));
  const room: Room = { random, sum: new Float64Array(ROW) };
  const above = new Float64Array(ROW);
  return (index, from, count, into, offset, stride) => {
    const found = prepared[index];
    if (found === undefined) throw new Error(`no stream ${index}`);
    const { stream, deviation } = found;
    const { shape, moments } = stream;
    for (let done = 0; done < count; done += ROW) {
      const length = Math.min(ROW, count - done);
      above.fill(0);
      for (const [moment, label] of moments.entries()) {
        const start = offset + moment * stride + done;
        if (shape.kind === 'mean_reverting' && moment < shape.known) {
          into.fill(0, start, start + length);
          continue;
        }
        const row = numbers(stream, deviation, label, plan, { from: from + done, length }, room);
        if (shape.kind === 'mean_reverting') carryOn(above, row, shape.persistence);
        into.set(row, start);
      }
    }
  };
}

/**
 * Makes a year of a path of its fresh numbers, in their place.
 * @param above logarithms of the path over its central values, one a draw, carried from year to year
 */
function carryOn(above: Float64Array, row: Float64Array, persistence: number): void {
  const fresh = Math.sqrt(1 - persistence * persistence);
  for (let draw = 0; draw < row.length; draw++) {
    const next = persistence * (above[draw] ?? 0) + fresh * (row[draw] ?? 0);
    above[draw] = next;
    row[draw] = exponential(next) - 1;
  }
}

/** What numbers are made in. */
interface Room {
  readonly random: RandomNumbers;
  readonly sum: Float64Array;
}

/** What the shape of a stream makes of its random numbers of one moment. */
function numbers(
  { key, mix }: Stream,
  { of, apply }: Deviation,
  label: number,
  settings: Settings,
  { from, length }: { readonly from: number; readonly length: number },
  { random, sum }: Room,
): Float64Array {
  /** Random numbers of one key, chances or normal, where they lie. */
  const make = (each: Stream['key'], normal: boolean): Float64Array => {
    const start = uniforms(each, label, settings, from, length, random);
    if (normal) random.normals(start + length);
    return random.row.subarray(start, start + length);
  };
  const row = mix === undefined ? make(key, of === 'normal') : sum.subarray(0, length);
  if (mix !== undefined) {
    row.fill(0);
    for (const { key: other, weight } of mix) {
      const part = make(other, true);
      for (let draw = 0; draw < length; draw++) row[draw] = (row[draw] ?? 0) + weight * (part[draw] ?? 0);
    }
    if (of === 'chance') toChance(row);
  }
  apply(row);
  return row;
}

function toChance(numbers: Float64Array): void {
  for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = normalChance(numbers[draw] ?? 0);
}
