// From random numbers to deviations: the quantile function of each shape, over a block of draws.
import { exponential, logarithm, normalQuantile } from '../../language/index.ts';
import type { Shape } from '../../resolve/index.ts';
import { normalChance } from './normal.ts';
import { pertQuantile } from './pert.ts';

/** What a shape makes of a block of random numbers, in their place: of chances between 0 and 1, or of standard normal numbers. */
export interface Deviation {
  readonly of: 'chance' | 'normal';
  /** Each shape has a loop of its own, since a call for every number that is not known beforehand costs more than the number. */
  readonly apply: (numbers: Float64Array) => void;
}

/** Makes the quantile function of a shape; that of a path of shocks is one year's part of it, before the years are joined. */
export function deviationOf(shape: Shape): Deviation {
  switch (shape.kind) {
    case 'triangular':
      return triangular(shape.low, shape.high);
    case 'uniform':
      return uniform(shape.low, shape.high);
    case 'discrete':
      return discrete(shape.points);
    case 'pert':
      return pert(shape.low, shape.high);
    case 'normal': {
      const { sd, low, high } = shape;
      const [from, to] = [low, high].map((end) => (end === undefined ? undefined : end / sd));
      return cut(from, to, normal(sd));
    }
    case 'lognormal': {
      const { sd, low, high } = shape;
      const [from, to] = [low, high].map((end) => (end === undefined ? undefined : logarithm(1 + end) / sd));
      return cut(from, to, lognormal(sd));
    }
    case 'mean_reverting':
      return normal(shape.sd);
  }
}

const normal = (sd: number): Deviation => ({
  of: 'normal',
  apply: (numbers) => {
    for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = sd * (numbers[draw] ?? 0);
  },
});

const lognormal = (sd: number): Deviation => ({
  of: 'normal',
  apply: (numbers) => {
    for (let draw = 0; draw < numbers.length; draw++)
      numbers[draw] = exponential(sd * (numbers[draw] ?? 0)) - 1;
  },
});

/** Normal numbers between ends, and what is made of them; without ends there is nothing to cut. */
function cut(low: number | undefined, high: number | undefined, { apply }: Deviation): Deviation {
  if (low === undefined && high === undefined) return { of: 'normal', apply };
  const below = low === undefined ? 0 : normalChance(low);
  const inside = (high === undefined ? 1 : normalChance(high)) - below;
  return {
    of: 'chance',
    apply: (numbers) => {
      for (let draw = 0; draw < numbers.length; draw++)
        numbers[draw] = normalQuantile(below + (numbers[draw] ?? 0) * inside);
      apply(numbers);
    },
  };
}

const uniform = (low: number, high: number): Deviation => ({
  of: 'chance',
  apply: (numbers) => {
    for (let draw = 0; draw < numbers.length; draw++)
      numbers[draw] = low + (numbers[draw] ?? 0) * (high - low);
  },
});

/** The most likely deviation is 0. */
function triangular(low: number, high: number): Deviation {
  const width = high - low;
  const peak = -low / width;
  return {
    of: 'chance',
    apply: (numbers) => {
      for (let draw = 0; draw < numbers.length; draw++) {
        const chance = numbers[draw] ?? 0;
        numbers[draw] =
          chance < peak
            ? low + Math.sqrt(-chance * width * low)
            : high - Math.sqrt((1 - chance) * width * high);
      }
    },
  };
}

function pert(low: number, high: number): Deviation {
  const quantile = pertQuantile(low, high);
  return {
    of: 'normal',
    apply: (numbers) => {
      for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = quantile(numbers[draw] ?? 0);
    },
  };
}

/** @param points in order of deviation, so that a higher chance never means a lower one */
function discrete(points: readonly { readonly deviation: number; readonly chance: number }[]): Deviation {
  let sum = 0;
  const ends = points.map(({ chance }) => (sum += chance));
  return {
    of: 'chance',
    apply: (numbers) => {
      for (let draw = 0; draw < numbers.length; draw++) {
        const chance = numbers[draw] ?? 0;
        const found = ends.findIndex((end) => chance < end);
        numbers[draw] = (points[found] ?? points.at(-1))?.deviation ?? Number.NaN;
      }
    },
  };
}
