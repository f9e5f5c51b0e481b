// The beta distribution of two parameters of at least 1: chance and density.
import { exponential, logarithm } from '../../language/index.ts';

/** Lanczos' coefficients for 7 and nine terms. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The gamma function of a number of at least 1. */
function gamma(number: number): number {
  const x = number - 1;
  const sum = LANCZOS.reduce((total, term, index) => (index === 0 ? term : total + term / (x + index)), 0);
  const t = x + 7.5;
  return Math.sqrt(2 * Math.PI) * exponential((x + 0.5) * logarithm(t) - t) * sum;
}

const power = (base: number, exponent: number): number =>
  exponent === 0 ? 1 : exponential(exponent * logarithm(base));

export interface Beta {
  readonly mean: number;
  /** The density at x, and the slope of its logarithm. */
  readonly densityAt: (x: number) => { readonly density: number; readonly slope: number };
  /** The chance below x, also where it is small. */
  readonly chanceBelow: (x: number) => number;
}

export function beta(a: number, b: number): Beta {
  const complete = (gamma(a) * gamma(b)) / gamma(a + b);
  return {
    mean: a / (a + b),
    densityAt: (x) => ({
      density: (power(x, a - 1) * power(1 - x, b - 1)) / complete,
      slope: (a - 1) / x - (b - 1) / (1 - x),
    }),
    chanceBelow: (x) => (power(x, a) * power(1 - x, b) * fraction(x, a, b)) / (a * complete),
  };
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), from the front (Lentz's method). */
function fraction(x: number, a: number, b: number): number {
  let over = 1;
  let under = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = under;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    under = 1 / (1 + even * under);
    over = 1 + even / over;
    value *= under * over;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    under = 1 / (1 + odd * under);
    over = 1 + odd / over;
    const change = under * over;
    value *= change;
    if (Math.abs(change - 1) < Number.EPSILON) break;
  }
  return value;
}
