// The deviation of a PERT spread as a function of a standard normal number: quantiles of a beta, tabulated once a shape.
import { exponential, logarithm } from '../../language/index.ts';
import { type Beta, beta } from './beta.ts';
import { normalChance, normalDensity } from './normal.ts';

/** Beyond 12 lie chances of 1e-33: the table covers every number that can be drawn. */
const REACH = 12;
const STEPS = 8;
/** Coefficients of one polynomial of degree five. */
const TERMS = 6;

/**
 * PERT from `low` over the most likely 0 to `high` is a beta of 1 - 4 low / (high - low) and 1 + 4 high / (high - low), stretched.
 * As a function of the normal number its quantile is smooth to the ends, so polynomials through value, slope and curvature
 * at every eighth are true to 1e-10 of the width.
 * @returns what maps a standard normal number to the deviation
 */
export function pertQuantile(low: number, high: number): (normal: number) => number {
  const width = high - low;
  const [a, b] = [1 - (4 * low) / width, 1 + (4 * high) / width];
  const lower = tabulate(beta(a, b));
  const upper = tabulate(beta(b, a));
  return (normal) => (normal < 0 ? low + width * read(lower, -normal) : high - width * read(upper, normal));
}

/** Polynomials for the part of the unit interval below the median, as the normal number goes down from 0. */
function tabulate(of: Beta): Float64Array {
  const table = new Float64Array(TERMS * REACH * STEPS);
  let before = nodeAt(0, of.mean, of);
  for (let step = 0; step < REACH * STEPS; step++) {
    const after = nodeAt((step + 1) / STEPS, before.value, of);
    const value = after.value - before.value - before.slope - before.curvature / 2;
    const slope = after.slope - before.slope - before.curvature;
    const curvature = after.curvature - before.curvature;
    const terms = [
      before.value,
      before.slope,
      before.curvature / 2,
      10 * value - 4 * slope + curvature / 2,
      -15 * value + 7 * slope - curvature,
      6 * value - 3 * slope + curvature / 2,
    ];
    table.set(terms, TERMS * step);
    before = after;
  }
  return table;
}

/** The quantile where a standard normal lies below `-size`, with its derivatives by a step of the table. */
function nodeAt(size: number, start: number, of: Beta) {
  const value = solve(normalChance(-size), start, of);
  const { density, slope } = of.densityAt(value);
  const first = -normalDensity(size) / density;
  const second = -first * size - first * first * slope;
  return { value, slope: first / STEPS, curvature: second / (STEPS * STEPS) };
}

/** Newton's method on logarithms, in which the chance is concave: after the first step it comes from below and cannot miss. */
function solve(chance: number, start: number, of: Beta): number {
  let x = start;
  for (let step = 0; step < 100; step++) {
    const below = of.chanceBelow(x);
    const change = (below * logarithm(chance / below)) / of.densityAt(x).density / x;
    x *= exponential(change);
    if (Math.abs(change) < 1e-15) break;
  }
  return x;
}

function read(table: Float64Array, size: number): number {
  const place = Math.min(size * STEPS, REACH * STEPS);
  const step = Math.min(Math.floor(place), REACH * STEPS - 1);
  const s = place - step;
  const at = TERMS * step;
  let value = table[at + 5] ?? 0;
  for (let term = 4; term >= 0; term--) value = value * s + (table[at + term] ?? 0);
  return value;
}
