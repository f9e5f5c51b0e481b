// What a study's decisions rest on: regret and expected cost of strategies, measures worth having anywhere, signposts of scenarios.
import type { Title } from '../parse/index.ts';
import type { StrategyRegret } from './regret-types.ts';
import type { Provenance } from './types.ts';
import type { Chance } from './uncertainty-types.ts';

/** Which strategies cost least, as the weight of one scenario goes from 0 to 1 and the others keep their proportions. */
export interface WeightFinding {
  readonly scenario: string;
  /** The declared weight. */
  readonly share: number;
  /** From 0 to 1 without a gap, rising. */
  readonly stretches: readonly {
    readonly from: number;
    readonly to: number;
    readonly strategies: readonly string[];
  }[];
}

/** One cost in one year, strategies against each other. */
export interface CostFinding {
  readonly quantity: string;
  readonly title: Title;
  readonly unit: string;
  /** The base year for a quantity that has one value for all years. */
  readonly year: number;
  readonly over: 'years' | 'base';
  readonly strategies: readonly (StrategyRegret & {
    /** Mean of the costs under the declared weights; absent where none are declared. */
    readonly expected?: number | undefined;
    /** The same of the means over the draws. */
    readonly expectedOfDraws?: number | undefined;
  })[];
  /** The strategies whose largest regret is smallest. */
  readonly least: readonly string[];
  /** The strategies of the lowest expected cost; empty where no weights are declared. */
  readonly cheapest: readonly string[];
  /** The same of the means over the draws; empty without draws too. */
  readonly cheapestOfDraws: readonly string[];
  /** How far that rests on the weights, one a scenario; empty where no weights are declared. */
  readonly byWeight: readonly WeightFinding[];
  readonly byWeightOfDraws: readonly WeightFinding[];
}

/** What one measure costs net of what it saves, in each scenario. */
export interface MeasureFinding {
  readonly quantity: string;
  readonly title: Title;
  readonly item: string;
  readonly itemTitle: Title;
  readonly unit: string;
  /** One a scenario. */
  readonly costs: readonly number[];
  /** How often the cost lies below zero, one a scenario; empty without draws. */
  readonly chances: readonly Chance[];
  /** Below zero in every scenario. */
  readonly noRegret: boolean;
}

/** An observable quantity whose value tells two scenarios apart in a year. */
export interface Signpost {
  readonly quantity: string;
  readonly title: Title;
  readonly item: string;
  readonly itemTitle: Title;
  readonly unit: string;
  readonly year: number;
  /** Its value in the one and in the other scenario. */
  readonly values: readonly [number, number];
  /** From the 5th to the 95th percentile of the draws in each, its value included; absent where both are certain. */
  readonly ranges?: readonly [readonly [number, number], readonly [number, number]] | undefined;
  /** `draws`: nine in ten draws of the one lie apart from nine in ten of the other; `share`: the values differ by the declared share. */
  readonly by: 'draws' | 'share';
  /** Difference as a share of the larger value. */
  readonly difference: number;
}

/** Two scenarios, and what tells them apart: earliest year first, largest difference first; none where nothing does. */
export interface PairFinding {
  readonly scenarios: readonly [string, string];
  readonly signposts: readonly Signpost[];
}

export interface DecisionFinding {
  readonly costs: readonly CostFinding[];
  readonly weights?:
    | readonly { readonly scenario: string; readonly share: number; readonly provenance: Provenance }[]
    | undefined;
  readonly measures: readonly MeasureFinding[];
  /** The strategy and year in which measures are looked at. */
  readonly strategy: string;
  readonly year: number;
  /** Absent where the study declares none. */
  readonly signposts?:
    | {
        readonly differBy: number;
        /** First year looked at: that of the study's `as_of`, since what is past tells nothing new. */
        readonly from: number;
        readonly to: number;
        readonly inputs: readonly string[];
        readonly pairs: readonly PairFinding[];
      }
    | undefined;
}
