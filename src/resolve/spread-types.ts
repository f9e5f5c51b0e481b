// How uncertain inputs are, once units are read: the deviation of each cell, the correlations of the study, how draws are taken.

import type { Span } from '../diagnostics/index.ts';

/**
 * How a deviation is distributed. 0 is the value itself. A deviation is a share of the value if its spread is relative,
 * and in base units if it is absolute. `low` and `high` are the ends, `low <= 0 <= high`; where they are missing there is none.
 */
export type Shape =
  /** The value is the most likely one, or for uniform one of many. */
  | { readonly kind: 'triangular' | 'pert' | 'uniform'; readonly low: number; readonly high: number }
  /** The value is the mean and the median, unless ends cut one side more than the other. */
  | {
      readonly kind: 'normal';
      readonly sd: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    }
  /** The deviation is exp(sd z) - 1: the value is the median; `sd` is that of the logarithm. Relative always. */
  | {
      readonly kind: 'lognormal';
      readonly sd: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    }
  | {
      readonly kind: 'discrete';
      readonly points: readonly { readonly deviation: number; readonly chance: number }[];
    }
  /**
   * One shock a year: the deviation is exp(a) - 1, with a = 0 in the first `known` years of the study and
   * a = persistence x a of the year before + sqrt(1 - persistence^2) sd z after them. The value is the median. Relative always.
   * `delay`: the shock of a year is that of so many years before it.
   */
  | {
      readonly kind: 'mean_reverting';
      readonly sd: number;
      readonly persistence: number;
      readonly known: number;
      readonly delay?: number | undefined;
    };

/** What is uncertain about one cell of an input in one case. */
export interface Spread {
  readonly kind: 'relative' | 'absolute';
  readonly shape: Shape;
  /** One a value of the cell: what is drawn is `values[t] + weights[t] * deviation`; 0 in years that are known. */
  readonly weights: readonly number[];
  /** As the file writes it. */
  readonly written: string;
  readonly span: Span;
}

export type Sampling = 'plain' | 'latin_hypercube' | 'sobol';

/** One element of an input whose random numbers are mixed with those of others. */
export interface CorrelationMember {
  readonly input: string;
  /** One element of each set, in order. */
  readonly key: readonly string[];
}

/** A Gaussian copula over members in the order in which the study first names them. */
export interface Correlation {
  readonly members: readonly CorrelationMember[];
  /** Row i mixes the independent normal numbers of members 0 to i: Cholesky of the normal correlations. */
  readonly factor: readonly (readonly number[])[];
}

export interface Uncertainty {
  readonly draws: number;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly correlation: Correlation;
}
