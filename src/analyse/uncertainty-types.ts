// What the draws of a study say: how its numbers are spread, in declared units.

import type { Title } from '../parse/index.ts';

/** The percentiles that are reported, in per cent. */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;

/** One number over the draws. */
export interface Distribution {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly meanError: number;
  /** P5, P25, P50, P75 and P95, and the standard error of each. */
  readonly percentiles: readonly number[];
  readonly percentileErrors: readonly number[];
  /** Mean of the 5 % of draws that are highest, and of the 5 % that are lowest. */
  readonly highShortfall: number;
  readonly lowShortfall: number;
}

/** One quantity, element, scenario and strategy over the draws: a distribution for each year. */
export interface SpreadSeries {
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly item: string;
  readonly itemTitle: Title;
  readonly unit: string;
  readonly years: readonly number[];
  /** The central case, beside which the mean is explained where it differs. */
  readonly central: readonly number[];
  readonly distributions: readonly Distribution[];
}

/** How often a target is met over the draws. */
export interface TargetChance {
  readonly target: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly item: string;
  readonly chance: number;
  readonly error: number;
}

/** What the draws of a study say. */
export interface UncertaintyFinding {
  readonly draws: number;
  readonly seed: number;
  readonly sampling: 'plain' | 'latin_hypercube' | 'sobol';
  /** Number of uncertain inputs, elements counted apart. */
  readonly inputs: number;
  readonly series: readonly SpreadSeries[];
  readonly targets: readonly TargetChance[];
}
