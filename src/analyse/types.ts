// What the analyse stage finds in a run: numbers in their declared units, ready to be drawn and written.

export type {
  Bridge,
  BridgeStep,
  Comparison,
  Explanation,
  ExplanationGraph,
  Ground,
  InputChange,
  InputState,
  StructureChange,
} from '../explain/index.ts';
export type { Confidence, Title } from '../parse/index.ts';
export type { Scenario, Strategy } from '../resolve/index.ts';
export type * from './decision-types.ts';
export type * from './disclosure-types.ts';
export type * from './register-types.ts';
export type * from './regret-types.ts';
export type * from './sensitivity-types.ts';
export type * from './target-types.ts';

import type { ExplanationGraph } from '../explain/index.ts';
import type { Confidence, Title } from '../parse/index.ts';
import type { Scenario, Strategy } from '../resolve/index.ts';
import type { BacktestFinding } from './backtest.ts';
import type { DecisionFinding } from './decision-types.ts';
import type { DisclosureFinding } from './disclosure-types.ts';
import type { RegisterFinding } from './register-types.ts';
import type { RegretFinding } from './regret-types.ts';
import type { EvidenceFinding, Sensitivity } from './sensitivity-types.ts';
import type { TargetFinding, UnquantifiedTarget } from './target-types.ts';
import type { UncertaintyFinding } from './uncertainty-types.ts';

/** Where a value comes from: a source with its place, or a reason for assuming it. */
export type Provenance =
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly place: string;
      /** How the value was computed from what the source says; absent where the source says the value itself. */
      readonly derived?: string | undefined;
      readonly confidence: Confidence;
    }
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
  /** Of what is no quantity of the models, such as a target. */
  readonly title?: Title | undefined;
  readonly item: string;
  /** Where the value holds; empty where it is the same in every scenario, with every strategy. */
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  /** As written in the file, for example `2.1622 kgCO2e/m3` or `2023: 1, 2035: 1.2`. */
  readonly value: string;
  readonly unit: string;
  readonly provenance: Provenance;
  /** Years of a path that have a provenance of their own. */
  readonly exceptions: readonly { readonly year: number; readonly provenance: Provenance }[];
  /** Who gives the years after the observed ones, where that is somebody else. */
  readonly later?: Provenance | undefined;
  readonly note?: string | undefined;
  /** Of a target that the model says nothing about: why. */
  readonly notQuantified?: string | undefined;
  readonly range?: string | undefined;
  /** How it differs from draw to draw, and who says so if somebody else. */
  readonly spread?: { readonly written: string; readonly provenance?: Provenance | undefined } | undefined;
  readonly proxy?: Title | undefined;
  readonly layer: string;
  readonly file: string;
  readonly line: number;
  /** Earlier values that this one replaced, nearest first. */
  readonly replaces: readonly { readonly value: string; readonly file: string; readonly line: number }[];
}

/** A chart file, checked: what to draw. */
export interface ChartRequest {
  readonly name: string;
  readonly kind: string;
  readonly title: Title;
  readonly quantities: readonly string[];
  /** The quantity that says how wide each bar is. */
  readonly width?: string | undefined;
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  readonly years: readonly number[];
  /** Unit to show, and what one declared unit of each quantity is in it. */
  readonly unit: string;
  readonly scale: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, Title>;
}

/** A reference file that had expired by the study's `as_of`, and all that rests on its values. */
export interface ExpiredFinding {
  readonly name: string;
  readonly file: string;
  readonly expires: string;
  /** Inputs that take a value from the file. */
  readonly inputs: readonly string[];
  /** Formulas and totals computed from them. */
  readonly quantities: readonly string[];
  readonly totals: readonly string[];
  readonly headlines: readonly string[];
}

/** Everything that a run found, in declared units; the one input of the render stage. */
export interface Findings {
  readonly study: string;
  /** The study's file, from the project's root. */
  readonly file: string;
  /** Texts of `--set` that the run rests on. */
  readonly overrides: readonly string[];
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
  readonly unquantifiedTargets: readonly UnquantifiedTarget[];
  readonly headlines: readonly HeadlineFinding[];
  readonly reconciliation: readonly ReconciliationLine[];
  /** Years after the base year against what was then published. */
  readonly backtest: readonly BacktestFinding[];
  readonly assumptions: readonly Assumption[];
  /** What rests on reference files past their date; empty where none has expired. */
  readonly expired: readonly ExpiredFinding[];
  readonly register?: RegisterFinding | undefined;
  /** Absent where the study gives no disclosure map. */
  readonly disclosure?: DisclosureFinding | undefined;
  /** Absent where the study declares no decisions. */
  readonly decisions?: DecisionFinding | undefined;
  /** Absent where the study computes its central case alone. */
  readonly uncertainty?: UncertaintyFinding | undefined;
  /** What moves each headline, one input at a time. */
  readonly sensitivities: readonly Sensitivity[];
  /** What each headline rests on. */
  readonly evidence: readonly EvidenceFinding[];
  readonly charts: readonly ChartRequest[];
  /** One for each chart that shows what strategies would be regretted by. */
  readonly regrets: readonly RegretFinding[];
  /** Slides of the deck in their order: kinds, `charts`, and names of charts; absent where the study gives none. */
  readonly deck?: readonly string[] | undefined;
  /** Source key -> how lists name it (`publisher: title (year)`) and how captions do. */
  readonly sources: ReadonlyMap<string, { readonly full: string; readonly short: string }>;
  /** Chinese of the texts that the files give in both languages, by their English. */
  readonly texts: ReadonlyMap<string, string>;
  /** Chinese of places inside sources, by their English: apart, since a place may read as a name does. */
  readonly places: ReadonlyMap<string, string>;
  /** What every number of the run comes from. */
  readonly graph: ExplanationGraph;
}
