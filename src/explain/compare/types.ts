// What a comparison of two runs finds: inputs that changed, what changed in the models, and bridges from one run's headlines to the other's.

import type { Title } from '../../parse/index.ts';
import type { GivenBy, Place } from '../types.ts';

/** Which of the two runs: what was, and what is. */
export type Side = 'before' | 'after';

export interface YearValue {
  /** Absent where all years have the value. */
  readonly year?: number | undefined;
  readonly value: number;
}

/** An input as one of the runs has it. */
export interface InputState extends GivenBy {
  /** In the years that differ, in the unit of the run; one alone where it is the same in all of them. */
  readonly values: readonly YearValue[];
  readonly unit: string;
  readonly spread?: string | undefined;
  /** Set on the command line. */
  readonly overridden: boolean;
}

/** One element of an input that is not the same in both runs. */
export interface InputChange {
  readonly quantity: string;
  readonly title: Title;
  /** Element id, several joined by `; `. */
  readonly item: string;
  readonly itemTitle: Title;
  /** Where it differs so; empty where in every scenario or strategy that both runs have. */
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  /** `source`: who says so. */
  readonly differs: readonly ('value' | 'range' | 'spread' | 'source')[];
  /** Absent where one run has no such input. */
  readonly before?: InputState | undefined;
  readonly after?: InputState | undefined;
}

/** What one run says of a model, a set, its years. */
export interface StructureState {
  readonly text: string;
  readonly at?: Place | undefined;
}

/** A change that is not one of a value. */
export interface StructureChange {
  readonly what:
    | 'input'
    | 'formula'
    | 'total'
    | 'unit'
    | 'bounds'
    | 'element'
    | 'attribute'
    | 'years'
    | 'base year'
    | 'horizons'
    | 'money'
    | 'scenario'
    | 'strategy'
    | 'headline';
  readonly name: string;
  /** Absent for what only the other run has. */
  readonly before?: StructureState | undefined;
  readonly after?: StructureState | undefined;
}

/** A group of changes that a bridge crosses in one step. */
export interface ChangeGroup {
  /**
   * `structure`: formulas, sets, years, and inputs that only one run has; `money`: exchange rates and deflators; `all`: every change, where
   * they cannot be told apart.
   */
  readonly kind: 'input' | 'money' | 'structure' | 'all';
  /** The input, for a group of that kind. */
  readonly quantity?: string | undefined;
  readonly title: Title;
}

/** One step of a bridge, in the headline's unit. */
export interface BridgeStep extends ChangeGroup {
  readonly amount: number;
  /** Standard error, where the orders of the changes were sampled. */
  readonly error?: number | undefined;
}

/**
 * How a headline comes from its value in one run to that in the other. Each step is the mean effect of its change over all orders in which
 * the changes can be made (Shapley), so that no order is preferred; the steps sum to the difference.
 */
export interface Bridge {
  readonly scenario: string;
  readonly strategy: string;
  readonly headline: string;
  readonly title: Title;
  /** As the later run declares it. */
  readonly unit: string;
  /** The base year for a quantity that is known in it alone. */
  readonly year: number;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Those that this headline rests on, the largest first. */
  readonly steps: readonly BridgeStep[];
  /** `exact`: all orders; `sampled`: some of them; `together`: the changes cannot be told apart, `why` says why. */
  readonly method: 'exact' | 'sampled' | 'together';
  /** Orders that were sampled. */
  readonly orders?: number | undefined;
  readonly why?: string | undefined;
}

export interface NamedTitle {
  readonly name: string;
  readonly title: Title;
}

export interface Comparison {
  readonly before: { readonly study: string; readonly company: string; readonly asOf: string };
  readonly after: { readonly study: string; readonly company: string; readonly asOf: string };
  /** Scenarios and strategies that both runs have, in the order of the later one. */
  readonly scenarios: readonly NamedTitle[];
  readonly strategies: readonly NamedTitle[];
  /** Horizons of the later run that the earlier one reaches too. */
  readonly years: readonly number[];
  readonly inputs: readonly InputChange[];
  readonly structure: readonly StructureChange[];
  readonly bridges: readonly Bridge[];
}
