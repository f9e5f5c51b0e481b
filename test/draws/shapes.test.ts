// Each shape of a spread: moments and quantiles of what is drawn against their closed forms, within five standard errors.

import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/resolve/index.ts';
import { normalChance, normalDensity } from '../../src/simulate/draws/normal.ts';
import { correlation, draw, mean, planOf, stream, variance, YEARS } from '../kit/draws.ts';

const DRAWS = 100_000;

interface Known {
  readonly shape: Shape;
  readonly mean: number;
  readonly variance: number;
  /** The chance below a deviation. */
  readonly below: (deviation: number) => number;
}

const ended = { low: -0.2, high: 0.5 };
const triangle = (x: number): number =>
  x < 0 ? (x + 0.2) ** 2 / (0.7 * 0.2) : 1 - (0.5 - x) ** 2 / (0.7 * 0.5);
/** A standard normal cut at -1 and 2. */
const [CUT, AT_1, AT_2] = [normalChance(2) - normalChance(-1), normalDensity(-1), normalDensity(2)];
const cutMean = (AT_1 - AT_2) / CUT;

const shapes: Readonly<Record<string, Known>> = {
  triangular: {
    shape: { kind: 'triangular', ...ended },
    mean: 0.1,
    variance: (0.04 + 0.25 + 0.1) / 18,
    below: triangle,
  },
  pert: {
    shape: { kind: 'pert', low: -0.25, high: 0.75 },
    // A beta of 2 and 4.
    mean: 0.5 / 6,
    variance: 8 / (36 * 7),
    below: (x) => {
      const at = x + 0.25;
      return 1 - (1 - at) ** 5 - 5 * at * (1 - at) ** 4;
    },
  },
  uniform: {
    shape: { kind: 'uniform', ...ended },
    mean: 0.15,
    variance: 0.49 / 12,
    below: (x) => (x + 0.2) / 0.7,
  },
  normal: {
    shape: { kind: 'normal', sd: 3 },
    mean: 0,
    variance: 9,
    below: (x) => normalChance(x / 3),
  },
  'normal cut at both ends': {
    shape: { kind: 'normal', sd: 3, low: -3, high: 6 },
    mean: 3 * cutMean,
    variance: 9 * (1 + (-AT_1 - 2 * AT_2) / CUT - cutMean ** 2),
    below: (x) => (normalChance(x / 3) - normalChance(-1)) / CUT,
  },
  lognormal: {
    shape: { kind: 'lognormal', sd: 0.25 },
    mean: Math.exp(0.25 ** 2 / 2) - 1,
    variance: (Math.exp(0.25 ** 2) - 1) * Math.exp(0.25 ** 2),
    below: (x) => normalChance(Math.log(1 + x) / 0.25),
  },
  'lognormal cut below': {
    shape: { kind: 'lognormal', sd: 0.5, low: -0.3 },
    // exp(0.5 z) with z above ln(0.7) / 0.5: exp(s^2 / 2) times the chances of the shifted normal.
    mean:
      (Math.exp(0.125) * normalChance(0.5 - Math.log(0.7) / 0.5)) / normalChance(-Math.log(0.7) / 0.5) - 1,
    variance:
      (Math.exp(0.5) * normalChance(1 - Math.log(0.7) / 0.5)) / normalChance(-Math.log(0.7) / 0.5) -
      ((Math.exp(0.125) * normalChance(0.5 - Math.log(0.7) / 0.5)) / normalChance(-Math.log(0.7) / 0.5)) ** 2,
    below: (x) => {
      const cut = normalChance(Math.log(0.7) / 0.5);
      return (normalChance(Math.log(1 + x) / 0.5) - cut) / (1 - cut);
    },
  },
};

const inside = (numbers: Float64Array, test: (number: number) => boolean): number =>
  numbers.reduce((count, number) => count + (test(number) ? 1 : 0), 0) / numbers.length;

describe.each(['plain', 'latin_hypercube', 'sobol'] as const)('%s', (sampling) => {
  it.each(Object.entries(shapes))('%s', (name, { shape, mean: middle, variance: width, below }) => {
    const [numbers = new Float64Array()] = draw(planOf([stream(name, shape)], { sampling, total: DRAWS }));
    expect(Math.abs(mean(numbers) - middle)).toBeLessThan(5 * Math.sqrt(width / DRAWS));
    const fourth = mean(numbers.map((number) => (number - middle) ** 4));
    expect(Math.abs(variance(numbers) - width)).toBeLessThan(5 * Math.sqrt((fourth - width ** 2) / DRAWS));
    for (const at of [-0.6, -0.3, 0, 0.3, 0.6]) {
      const deviation = middle + at * 2 * Math.sqrt(width);
      const chance = below(deviation);
      if (!(chance > 0 && chance < 1)) continue;
      const found = inside(numbers, (number) => number < deviation);
      expect(Math.abs(found - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / DRAWS));
    }
  });
  it('discrete', () => {
    const points = [
      { deviation: -1, chance: 0.2 },
      { deviation: 0, chance: 0.5 },
      { deviation: 4, chance: 0.3 },
    ];
    const [numbers = new Float64Array()] = draw(
      planOf([stream('discrete', { kind: 'discrete', points })], { sampling, total: DRAWS }),
    );
    for (const { deviation, chance } of points) {
      const found = inside(numbers, (number) => number === deviation);
      expect(Math.abs(found - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / DRAWS));
    }
  });
});

describe('shocks on a path', () => {
  const sd = 0.3;
  const persistence = 0.5 ** (1 / 3);
  const [numbers = new Float64Array()] = draw(
    planOf([stream('price', { kind: 'mean_reverting', sd, persistence, known: 2 })], { total: DRAWS }),
  );
  const logarithms = YEARS.map((_, year) =>
    numbers.slice(year * DRAWS, (year + 1) * DRAWS).map((deviation) => Math.log(1 + deviation)),
  );
  const none = new Float64Array();
  it('leave the known years as they are', () => {
    expect(numbers.slice(0, 2 * DRAWS).every((deviation) => deviation === 0)).toBe(true);
  });
  it('spread out year by year towards their standard deviation, around the path as the median', () => {
    for (const [year, found] of logarithms.entries()) {
      if (year < 2) continue;
      const width = sd ** 2 * (1 - persistence ** (2 * (year - 1)));
      expect(Math.abs(mean(found))).toBeLessThan(5 * Math.sqrt(width / DRAWS));
      expect(Math.abs(variance(found) / width - 1)).toBeLessThan(5 * Math.sqrt(2 / DRAWS));
      expect(Math.abs(inside(found, (number) => number < 0) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / DRAWS));
    }
  });
  it('lose half of what is left in a half-life', () => {
    const [third = none, sixth = none] = [logarithms[2], logarithms[5]];
    const slope = (correlation(third, sixth) * Math.sqrt(variance(sixth))) / Math.sqrt(variance(third));
    expect(Math.abs(slope - 0.5)).toBeLessThan(0.02);
  });
});
