// The cheapest plan: the programme that is solved, and what is found.
import type { Title } from '../../parse/index.ts';

/** Minimise the sum of cost times column, every column from 0 to its upper end, every row within its ends. */
export interface Programme {
  readonly columns: readonly { readonly cost: number; readonly upper: number; readonly whole: boolean }[];
  readonly rows: readonly {
    readonly lower: number;
    readonly upper: number;
    readonly entries: readonly { readonly column: number; readonly value: number }[];
  }[];
}

export interface Solved {
  readonly cost: number;
  readonly columns: readonly number[];
  /** What the cost rises by when both ends of a row rise by one; all 0 where a column is whole. */
  readonly duals: readonly number[];
}

/** Solves a programme to optimality; undefined where nothing keeps to all rows. */
export type Solve = (programme: Programme) => Solved | undefined;

/** What a plan must keep to, in the declared unit of its quantity. */
export interface Requirement {
  readonly kind: 'target' | 'budget' | 'limit';
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly item: string;
  readonly unit: string;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  readonly bound: number;
  /** Without any measure; with the effects of the plan's measures added up, each on its own; with all of them together. */
  readonly without: number;
  readonly added: number;
  readonly together: number;
  /** What all measures together come to keeps to it. */
  readonly met: boolean;
  /** What the plan would cost more if this were one unit tighter, in the unit of the cost: the dual price with the starts as they are. */
  readonly price: number;
  /** The same if any part of every measure might be done at any start: the dual price of the relaxation. */
  readonly relaxedPrice: number;
}

/** One measure in the plan of a scenario. */
export interface PlannedMeasure {
  readonly name: string;
  readonly title: Title;
  readonly extent: 'whole' | 'part';
  /** Absent for a measure that is left. */
  readonly start?: number | undefined;
  /** Share of it that is done. */
  readonly share: number;
  /** Present cost of it alone, as in the plan; 0 where it is left. */
  readonly cost: number;
  /** What it alone is credited with over all years; absent where the plan file names nothing. */
  readonly abated?: number | undefined;
  /** Starts at which it cannot be planned, since it breaks a check of the models there or gives no number. */
  readonly barred: readonly { readonly start: number; readonly why: string }[];
}

/** Three sums: without any measure, with what each adds on its own, and what the models say of all together. */
export interface PlanTotal {
  readonly without: number;
  readonly added: number;
  readonly together: number;
}

/** The cheapest plan found in one scenario. */
export interface PlanFinding {
  readonly scenario: string;
  /** The models confirm that it meets all; otherwise it is the plan that misses least. */
  readonly met: boolean;
  /**
   * `all`: every plan that there is was computed in the models, `tried` of them, and none is better; `least`: the models say of the plan what its measures come to one by one, and added up so no plan costs less; `found`: measures act
   * on each other, so effects were measured again beside the plan found, until it stood; another may cost less.
   */
  readonly proof: 'all' | 'least' | 'found';
  readonly tried: number;
  /** Times that the programme was solved. */
  readonly rounds: number;
  readonly measures: readonly PlannedMeasure[];
  readonly cost: PlanTotal;
  readonly abated?: PlanTotal | undefined;
  readonly requirements: readonly Requirement[];
  /** Where a target is missed: budget and limits without which it would be missed by less, and by how much of its bound in all. */
  readonly binding: readonly {
    readonly name: string;
    readonly title: Title;
    readonly gap: number;
    readonly gapWithout: number;
  }[];
  /** A check or declared bounds of the models that all measures together break. */
  readonly broken?: string | undefined;
}

export interface PlanFindings {
  readonly study: string;
  readonly plan: string;
  readonly from: Title;
  /** `--budget`, as written. */
  readonly budget?: string | undefined;
  readonly starts: readonly number[];
  readonly costQuantity: { readonly name: string; readonly title: Title; readonly unit: string };
  readonly abatedQuantity?:
    | { readonly name: string; readonly title: Title; readonly unit: string }
    | undefined;
  readonly scenarios: readonly (PlanFinding & { readonly title: Title })[];
}
