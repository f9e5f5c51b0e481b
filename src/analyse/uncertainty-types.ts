// What the draws of a study say: how its numbers are spread, in declared units, case by case on the same draws.

import type { Title } from '../parse/index.ts';
import type { SobolIndex } from './sobol.ts';

export type { SobolIndex } from './sobol.ts';

/** One number over the draws. */
export interface Distribution {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly meanError: number;
  /** P5, P25, P50, P75 and P95, and the standard error of each. */
  readonly percentiles: readonly number[];
  readonly percentileErrors: readonly number[];
  /** Expected shortfall: the mean of the 5 % of draws that are lowest, and of the 5 % that are highest. */
  readonly lowTail: number;
  readonly highTail: number;
}

/** One quantity, summed over its elements, in one scenario with one strategy: a distribution for each year. */
export interface SpreadSeries {
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly unit: string;
  /** The base year alone for a quantity over base. */
  readonly years: readonly number[];
  /** The central case, beside which the mean is explained where it differs. */
  readonly central: readonly number[];
  readonly distributions: readonly Distribution[];
}

/** A share of the draws, and its standard error. */
export interface Chance {
  readonly chance: number;
  readonly error: number;
}

/** How often a target is met. */
export interface TargetChance extends Chance {
  readonly target: string;
  readonly item: string;
  readonly scenario: string;
  readonly strategy: string;
}

/** How often a measure costs less than nothing. */
export interface MeasureChance extends Chance {
  readonly quantity: string;
  readonly item: string;
  readonly scenario: string;
  readonly strategy: string;
}

/** What a row of the register comes to over the draws, in its horizon's year; money in the unit of the register. */
export interface RegisterChance {
  readonly row: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly amount: Distribution;
  /** How often the impact reaches each band, least first. */
  readonly reaching: readonly Chance[];
}

/** A check that some draws break, though the central case does not. */
export interface CheckChance extends Chance {
  /** `model.check`, or the quantity whose bounds are left. */
  readonly name: string;
  /** What is wrong where the check does not hold; absent for bounds. */
  readonly says?: string | undefined;
  /** The quantity whose bounds are left. */
  readonly title?: Title | undefined;
  readonly scenario: string;
  readonly strategy: string;
}

/** Which share of the spread of a headline one uncertain input brings, or a group of them. */
export interface Driver extends SobolIndex {
  /** Name of the input; empty for all that are not named. */
  readonly input: string;
  readonly title: Title;
  /** Inputs of a correlation cannot be told apart: they stand together. */
  readonly together: readonly string[];
}

/** What the spread of a headline comes from, in one scenario with one strategy and year. */
export interface DriverFinding {
  readonly headline: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly year: number;
  /** Largest total share first, what is not named last. */
  readonly drivers: readonly Driver[];
  /** The share that would go if all inputs with assumed values were known, and all that they act through. */
  readonly assumed: SobolIndex;
}

/** Why the mean of a headline is not its central value. */
export interface MeanShift {
  readonly headline: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly year: number;
  readonly unit: string;
  readonly central: number;
  readonly mean: number;
  readonly meanError: number;
  /** Because the mean of some inputs is not their value: spreads that reach further to one side. */
  readonly asymmetry: number;
  /** Because the models bend: kinks and products of what is uncertain. */
  readonly curvature: number;
  /** Its standard error: above 0 where the means of inputs are those of some of the draws alone. */
  readonly curvatureError: number;
  /** The inputs whose own mean moves the headline most. */
  readonly inputs: readonly {
    readonly input: string;
    readonly title: Title;
    readonly item: string;
    readonly shift: number;
  }[];
}

/** What the draws of a study say. */
export interface UncertaintyFinding {
  readonly draws: number;
  readonly seed: number;
  readonly sampling: 'plain' | 'latin_hypercube' | 'sobol';
  /** False where percentiles come from bins, since the draws were too many to keep. */
  readonly exact: boolean;
  /** Number of uncertain inputs, elements counted apart. */
  readonly inputs: number;
  readonly series: readonly SpreadSeries[];
  readonly targets: readonly TargetChance[];
  readonly register: readonly RegisterChance[];
  readonly measures: readonly MeasureChance[];
  readonly checks: readonly CheckChance[];
  readonly drivers: readonly DriverFinding[];
  readonly shifts: readonly MeanShift[];
}
