// From a random number to a deviation: the quantile function of each shape.
import type { Shape } from '../../resolve/index.ts';
import { normalChance, normalQuantile } from './normal.ts';
import { pertQuantile } from './pert.ts';

/** What a shape makes of one random number: of a chance between 0 and 1, or of a standard normal number. */
export interface Deviation {
  readonly of: 'chance' | 'normal';
  readonly at: (number: number) => number;
}

/** Makes the quantile function of a shape; that of a path of shocks is one year's part of it, before the years are joined. */
export function deviationOf(shape: Shape): Deviation {
  switch (shape.kind) {
    case 'triangular':
      return { of: 'chance', at: triangular(shape.low, shape.high) };
    case 'uniform':
      return { of: 'chance', at: (chance) => shape.low + chance * (shape.high - shape.low) };
    case 'discrete':
      return { of: 'chance', at: discrete(shape.points) };
    case 'pert':
      return { of: 'normal', at: pertQuantile(shape.low, shape.high) };
    case 'normal': {
      const { sd, low, high } = shape;
      const ends = [low, high].map((end) => (end === undefined ? undefined : end / sd));
      return cut(ends, (normal) => sd * normal);
    }
    case 'lognormal': {
      const { sd, low, high } = shape;
      const ends = [low, high].map((end) => (end === undefined ? undefined : Math.log(1 + end) / sd));
      return cut(ends, (normal) => Math.exp(sd * normal) - 1);
    }
    case 'mean_reverting':
      return { of: 'normal', at: (normal) => shape.sd * normal };
  }
}

/** A normal number between ends, and what is made of it; without ends there is nothing to cut. */
function cut(ends: readonly (number | undefined)[], at: (normal: number) => number): Deviation {
  const [low, high] = ends;
  if (low === undefined && high === undefined) return { of: 'normal', at };
  const below = low === undefined ? 0 : normalChance(low);
  const inside = (high === undefined ? 1 : normalChance(high)) - below;
  return { of: 'chance', at: (chance) => at(normalQuantile(below + chance * inside)) };
}

/** The most likely deviation is 0. */
function triangular(low: number, high: number): (chance: number) => number {
  const width = high - low;
  const peak = -low / width;
  return (chance) =>
    chance < peak ? low + Math.sqrt(-chance * width * low) : high - Math.sqrt((1 - chance) * width * high);
}

/** @param points in order of deviation, so that a higher chance never means a lower one */
function discrete(
  points: readonly { readonly deviation: number; readonly chance: number }[],
): (chance: number) => number {
  let sum = 0;
  const ends = points.map(({ chance }) => (sum += chance));
  return (chance) => {
    const found = ends.findIndex((end) => chance < end);
    return (points[found] ?? points.at(-1))?.deviation ?? Number.NaN;
  };
}
