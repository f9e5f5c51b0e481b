// What the analyse stage finds in a run: numbers in their declared units, ready to be drawn and written.

export type { Confidence, Title } from '../parse/index.ts';
export type { Scenario, Strategy } from '../resolve/index.ts';

import type { Confidence, Title } from '../parse/index.ts';
import type { Scenario, Strategy } from '../resolve/index.ts';
import type { UncertaintyFinding } from './uncertainty-types.ts';

/** Where a value comes from: a source with its place, or a reason for assuming it. */
export type Provenance =
  | { readonly kind: 'source'; readonly key: string; readonly place: string; readonly confidence: Confidence }
  | { readonly kind: 'assumed'; readonly why: string; readonly confidence: Confidence };

/** A quantity as its model declares it; units as written there. */
export interface QuantityInfo {
  readonly name: string;
  readonly kind: 'input' | 'formula' | 'total';
  readonly about: string;
  readonly title: Title;
  /** As declared, for example `MCNY_2023`. */
  readonly unit: string;
  readonly sets: readonly string[];
  readonly over: 'years' | 'base';
  /** Formula as written; absent for inputs. */
  readonly formula?: string | undefined;
}

/** One quantity, one element, one scenario and strategy: a value for each year (one year, the base year, if `over: base`). */
export interface Series {
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  /** Element id, several joined by `; `, empty for a quantity without sets. */
  readonly item: string;
  readonly itemTitle: Title;
  readonly unit: string;
  readonly years: readonly number[];
  readonly values: readonly number[];
  /** The provider's own path before it was spliced to observed years. */
  readonly published?: { readonly years: readonly number[]; readonly values: readonly number[] } | undefined;
  /** What stands for what, for example `Asia (R5) stands for China`. */
  readonly proxy?: string | undefined;
  /** True if the value is assumed (inputs only). */
  readonly assumed?: boolean | undefined;
  /** Last observed year of a spliced path. */
  readonly observedUntil?: number | undefined;
}

/** One target in one scenario and strategy; numbers in the declared unit of its quantity. */
export interface TargetFinding {
  readonly name: string;
  readonly title: Title;
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly item: string;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  readonly goal: number;
  readonly unit: string;
  readonly value: number;
  /** Value minus goal, in the unit. */
  readonly gap: number;
  readonly met: boolean;
  /** The quantity is an input: meeting the target is what the strategy says, not what the model finds. */
  readonly setByInput: boolean;
  /** First year from the base year on in which the goal is met, if any. */
  readonly firstYearMet?: number | undefined;
  /** A year already past at `as_of`: the value is the model's, no actual is reported. */
  readonly noActualReported: boolean;
}

/** One headline quantity in one scenario and strategy, in its declared unit. */
export interface HeadlineFinding {
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly title: Title;
  readonly unit: string;
  /** Summed over the elements of its sets, at each horizon; a quantity over base has the one value everywhere. */
  readonly values: { readonly short: number; readonly medium: number; readonly long: number };
}

/** Two numbers that should be one, both in the unit of the left side. */
export interface ReconciliationLine {
  readonly name: string;
  readonly title: string;
  /** Two figures of the report, the report against another source, or the model's base year against the report. */
  readonly between: 'report' | 'outside' | 'model';
  readonly left: {
    readonly quantity: string;
    readonly about: string;
    readonly value: number;
    readonly formula?: string | undefined;
  };
  readonly right: {
    readonly quantity: string;
    readonly about: string;
    readonly value: number;
    readonly formula?: string | undefined;
  };
  readonly unit: string;
  readonly difference: number;
  /** Relative to the right side. */
  readonly relative: number;
  readonly within: number;
  readonly agrees: boolean;
  readonly because: string;
}

/** One value that the run rests on, as its file writes it, with who says so and where. */
export interface Assumption {
  readonly quantity: string;
  readonly item: string;
  /** Empty where the value is the same in every scenario and strategy. */
  readonly scenario: string;
  readonly strategy: string;
  /** As written in the file, for example `2.1622 kgCO2e/m3` or `2023: 1, 2035: 1.2`. */
  readonly value: string;
  readonly unit: string;
  readonly provenance: Provenance;
  /** Years of a path that have a provenance of their own. */
  readonly exceptions: readonly { readonly year: number; readonly provenance: Provenance }[];
  /** Who gives the years after the observed ones, where that is somebody else. */
  readonly later?: Provenance | undefined;
  readonly note?: string | undefined;
  readonly range?: string | undefined;
  /** How it differs from draw to draw, and who says so if somebody else. */
  readonly spread?: { readonly written: string; readonly provenance?: Provenance | undefined } | undefined;
  readonly proxy?: string | undefined;
  readonly layer: string;
  readonly file: string;
  readonly line: number;
  /** Earlier values that this one replaced, nearest first. */
  readonly replaces: readonly { readonly value: string; readonly file: string; readonly line: number }[];
}

/** A band of the register. */
export type Rating = { readonly name: string /** 1 to 5 */; readonly level: number };

/** One risk or opportunity; money in the unit of the register. */
export interface RegisterRow {
  readonly name: string;
  readonly title: Title;
  readonly kind: 'risk' | 'opportunity';
  readonly type: string;
  readonly cause: string;
  readonly event: string;
  readonly consequence: string;
  readonly horizon: 'short' | 'medium' | 'long';
  readonly year: number;
  readonly drivenBy: readonly string[];
  /** Why the model does not quantify it, if it does not. */
  readonly notQuantified?: string | undefined;
  /** Impact in money in the horizon's year by scenario, in the study's reporting money; empty if not quantified. */
  readonly impacts: readonly {
    readonly scenario: string;
    readonly inherent: number;
    readonly residual: number;
  }[];
  readonly inherent: {
    readonly likelihood: Rating;
    readonly impact: Rating;
    readonly amount?: number | undefined;
    readonly scenario?: string | undefined;
  };
  readonly residual: {
    readonly likelihood: Rating;
    readonly impact: Rating;
    readonly amount?: number | undefined;
    readonly scenario?: string | undefined;
  };
  /** A response that makes it worse is flagged, not refused. */
  readonly worseAfterResponse: boolean;
  readonly likelihoodBecause: string;
  readonly response: { readonly strategy: string; readonly says: string };
  readonly owner: string;
  readonly watch: {
    readonly quantity: string;
    readonly trigger: string;
    readonly then: string /** First year in which a scenario crosses it. */;
    readonly crossed: readonly { readonly scenario: string; readonly year: number | undefined }[];
  };
  readonly evidence: Confidence;
}

/** The register of a study: its bands and its rows. */
export interface RegisterFinding {
  readonly title: string;
  readonly inherent: string;
  readonly residual: string;
  /** Names of the bands, least first. */
  readonly impactBands: readonly string[];
  readonly likelihoodBands: readonly string[];
  /** Lower bounds of the impact bands as shares of `impactOf`. */
  readonly impactBounds: readonly number[];
  readonly likelihoodBounds: readonly number[];
  readonly impactOf: { readonly quantity: string; readonly value: number; readonly unit: string };
  readonly unit: string;
  readonly rows: readonly RegisterRow[];
}

/** A chart file, checked: what to draw. */
export interface ChartRequest {
  readonly name: string;
  readonly kind: string;
  readonly title: Title;
  readonly quantities: readonly string[];
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  readonly years: readonly number[];
  /** Unit to show, and what one declared unit of each quantity is in it. */
  readonly unit: string;
  readonly scale: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, Title>;
}

/** Everything that a run found, in declared units; the one input of the render stage. */
export interface Findings {
  readonly study: string;
  readonly company: string;
  readonly asOf: string;
  readonly years: readonly number[];
  readonly baseYear: number;
  readonly horizons: { readonly short: number; readonly medium: number; readonly long: number };
  readonly reportingMoney: string;
  readonly scenarios: readonly Scenario[];
  readonly strategies: readonly Strategy[];
  readonly quantities: ReadonlyMap<string, QuantityInfo>;
  readonly series: readonly Series[];
  /** Total -> what adds to it (+1) and is taken from it (-1), in the order of the files. */
  readonly totals: ReadonlyMap<string, readonly { readonly quantity: string; readonly sign: 1 | -1 }[]>;
  readonly targets: readonly TargetFinding[];
  readonly headlines: readonly HeadlineFinding[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly assumptions: readonly Assumption[];
  readonly register?: RegisterFinding | undefined;
  /** Absent where the study computes its central case alone. */
  readonly uncertainty?: UncertaintyFinding | undefined;
  readonly charts: readonly ChartRequest[];
  /** Source key -> how lists name it (`publisher: title (year)`) and how captions do. */
  readonly sources: ReadonlyMap<string, { readonly full: string; readonly short: string }>;
}
