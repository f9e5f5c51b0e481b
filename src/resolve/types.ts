// What the resolve stage hands on: every quantity with its unit and sets, every input with its numbers and their origin, per scenario and strategy.
import type { Span } from '../diagnostics/index.ts';
import type { Expression } from '../language/index.ts';
import type { Confidence, Example, Provenance, RegisterRowContent, Title } from '../parse/index.ts';
import type { Price, Unit, UnitSystem } from '../units/index.ts';
import type { BacktestLine } from './backtest.ts';
import type { Decisions } from './decisions-types.ts';
import type { Disclosure } from './disclosure-types.ts';
import type { Planning } from './planning-types.ts';
import type { Spread, Uncertainty } from './spread-types.ts';
import type { Reconciliation, Target, UnquantifiedTarget } from './target-types.ts';

export type * from './target-types.ts';

export interface SetElement {
  readonly id: string;
  readonly title: Title;
  /** Attribute (named after the set it points into) -> element of that set. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly provenance?: Provenance | undefined;
  readonly span: Span;
}

export interface SetDefinition {
  readonly name: string;
  readonly about: string;
  readonly elements: readonly SetElement[];
  readonly span: Span;
}

export type Over = 'years' | 'base';
export type Layer = 'reference' | 'company' | 'scenario' | 'strategy' | 'study' | 'command line';

interface Declared {
  readonly name: string;
  readonly about: string;
  readonly title: Title;
  readonly unit: Unit;
  readonly sets: readonly string[];
  readonly over: Over;
  /** Lowest and highest admitted value, in base units. */
  readonly within?: readonly [number, number] | undefined;
  readonly model: string;
  /** The name in its declaration. */
  readonly span: Span;
  readonly unitSpan: Span;
}

export interface InputQuantity extends Declared {
  readonly kind: 'input';
  readonly setBy: 'reference' | 'company' | 'scenario' | 'strategy';
}

export interface FormulaQuantity extends Declared {
  readonly kind: 'formula';
  /** True for a total: its formula is made from what adds to it. */
  readonly total: boolean;
  readonly is: Expression;
  /** The law or document that the formula follows, its own or that of its model. */
  readonly law?: { readonly key: string; readonly place: string; readonly span: Span } | undefined;
  /** Stands in the place of the formula in the first year(s), where a lag would look before the study. */
  readonly first?: Expression | undefined;
}

/** Declared by another model that is not at hand: a model checked on its own. */
interface GivenQuantity extends Declared {
  readonly kind: 'given';
}

/** A quantity of a program: an input, a formula, or one that an absent model declares. */
export type Quantity = InputQuantity | FormulaQuantity | GivenQuantity;

export interface Given {
  readonly name: string;
  readonly unit: Unit;
  readonly sets: readonly string[];
  readonly over: Over;
  readonly span: Span;
}

export interface Model {
  readonly path: string;
  readonly name: string;
  readonly about: string;
  readonly span: Span;
  readonly given: readonly Given[];
  readonly quantities: readonly string[];
  readonly checks: readonly {
    readonly name: string;
    readonly that: Expression;
    readonly otherwise: string;
    readonly span: Span;
  }[];
  readonly examples: readonly Example[];
}

/** Where a number comes from, and what it replaced. */
export interface Origin {
  readonly layer: Layer;
  readonly span: Span;
  readonly written: string;
  readonly provenance?: Provenance | undefined;
  /** Years of a path that have a provenance of their own. */
  readonly exceptions?: readonly { readonly year: number; readonly provenance: Provenance }[] | undefined;
  /** Who gives the years after the observed ones, where that is somebody else. */
  readonly later?: Provenance | undefined;
  readonly note?: string | undefined;
  /** How far the value may be off, in base units, and as the file writes it. */
  readonly range?: readonly [number, number] | undefined;
  readonly rangeWritten?: string | undefined;
  /** How the value differs from draw to draw, as the file writes it (`none` where it says that it does not), and who says so if somebody else. */
  readonly spread?: { readonly written: string; readonly provenance?: Provenance | undefined } | undefined;
  readonly proxy?: Title | undefined;
  readonly replaces?: Origin | undefined;
}

/** The provider's own path before it was spliced to observed years, in base units. */
export interface Published {
  readonly years: readonly number[];
  readonly values: readonly number[];
}

export interface ResolvedCell {
  /** One number a year of the study, or one alone for an input over base; in base units. */
  readonly values: readonly number[];
  readonly origin: Origin;
  readonly published?: Published | undefined;
  readonly observedUntil?: number | undefined;
  /** The last year of a path that is decided, where the file says so. */
  readonly settledUntil?: number | undefined;
  /** The last year that is known: observed, settled, or else the base year. Absent for a fact known no better in one year than in another. */
  readonly knownUntil?: number | undefined;
  /** How the value may differ from draw to draw; absent where it is the same in all. */
  readonly spread?: Spread | undefined;
  /** Present where range and spread are those of an earlier path that comes later. */
  readonly delayed?: Delayed | undefined;
}

/** A path that comes so many years later than another. */
export interface Delayed {
  readonly path: ResolvedCell;
  readonly years: number;
  /** For each year of the study the index of the year whose value it takes. */
  readonly from: readonly number[];
}

/** The numbers of one input: one cell per element, in the order of its sets (the last set changes fastest). */
export type ResolvedInput = readonly ResolvedCell[];

export interface Scenario {
  readonly name: string;
  readonly title: Title;
  readonly provider?: string | undefined;
  readonly vintage?: string | undefined;
  readonly licence?: string | undefined;
  /** The day on which the provider's numbers were fetched. */
  readonly retrieved?: string | undefined;
  /** Why its numbers rest on memory, if they do; a study accepts that by name. */
  readonly unsourced?: string | undefined;
  readonly narrative: string;
  readonly kind: 'transition' | 'physical';
  readonly course?: 'orderly' | 'disorderly' | 'too little too late' | 'hot house world' | undefined;
  /** Warming in 2100, in kelvin. */
  readonly temperature?: number | undefined;
  readonly because: string;
  /** The scenarios that it extends, nearest first. */
  readonly parents: readonly string[];
  /** What is laid over it, first to last. */
  readonly overlays: readonly string[];
}

export interface Strategy {
  readonly name: string;
  readonly title: Title;
  readonly about: string;
}

export interface Case {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly inputs: ReadonlyMap<string, ResolvedInput>;
}

export interface Source {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  /** How captions name it. */
  readonly short?: string | undefined;
  readonly date?: string | undefined;
}

interface ReferenceDates {
  readonly path: string;
  readonly name: string;
  readonly reviewed: string;
  readonly expires?: string | undefined;
  readonly span: Span;
}

/** A deflator or exchange rate, shown among the assumptions. */
export interface MoneyRow {
  readonly name: string;
  readonly title: Title;
  readonly value: number;
  readonly unit: string;
  readonly provenance?: Provenance | undefined;
  readonly note?: string | undefined;
  readonly range?: string | undefined;
  readonly span: Span;
}

export interface Chart {
  readonly name: string;
  readonly kind: string;
  readonly title: Title;
  readonly quantities: readonly string[];
  /** The quantity that says how wide each bar is. */
  readonly width: string | undefined;
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  readonly years: readonly number[];
  readonly unit: Unit | undefined;
  readonly labels: ReadonlyMap<string, Title>;
  readonly kindSpan: Span;
  readonly quantitiesSpan: Span;
  readonly widthSpan: Span;
}

export interface Level {
  readonly name: string;
  /** 1 for the least, 5 for the most. */
  readonly level: number;
}

/** A band of the register and its lower bound, a share. */
export interface Band {
  readonly name: string;
  readonly from: number;
}

export interface Sides {
  readonly inherent: Level;
  readonly current?: Level | undefined;
  readonly residual: Level;
}

/** A rating set by a role against the one that the numbers give. */
export interface RatingOverride {
  readonly inherent: Level | undefined;
  readonly residual: Level | undefined;
  readonly by: string;
  readonly why: string;
  readonly expires: string;
}

/** One step of a response that somebody answers for. */
export interface RegisterAction {
  readonly says: string;
  readonly owner: string;
  readonly start?: string | undefined;
  readonly due: string;
  readonly status: 'planned' | 'under way' | 'done' | 'stopped';
  readonly noRegret?: boolean | undefined;
}

/** What a row may say; days are written 2026-11-22, owners and approvers are roles. */
export interface RegisterDetails {
  /** Quantities that the row rests on without being driven by them in money. */
  readonly drivers: readonly string[];
  readonly linkedTo: readonly string[];
  readonly provenance?: Provenance | undefined;
  /** Share of the yardstick above which the residual impact is not tolerated. */
  readonly tolerance?: number | undefined;
  readonly identified?: string | undefined;
  readonly valueChain?: RegisterRowContent['value_chain'];
  readonly place?: string | undefined;
  readonly physical?: RegisterRowContent['physical'];
  readonly velocity?: Confidence | undefined;
  readonly persistence?: Confidence | undefined;
  readonly adaptability?: Confidence | undefined;
  readonly complexity?: Confidence | undefined;
  readonly knowledge?: RegisterRowContent['knowledge'];
  /** The line of the accounts that it reaches. */
  readonly hits?: RegisterRowContent['hits'];
  readonly controls?: RegisterRowContent['controls'];
  readonly actions: readonly RegisterAction[];
  readonly review?: RegisterRowContent['review'];
  readonly accepted?: RegisterRowContent['accepted'];
  readonly disclosure?: RegisterRowContent['disclosure'];
  readonly confidentiality?: RegisterRowContent['confidentiality'];
  readonly note?: string | undefined;
}

export interface RegisterEntry extends RegisterDetails {
  readonly name: string;
  readonly title: Title;
  readonly kind: 'risk' | 'opportunity';
  readonly type: string;
  readonly cause: string;
  readonly event: string;
  readonly consequence: string;
  readonly drivenBy: readonly string[];
  readonly notQuantified?: string | undefined;
  readonly declaredImpact?: Sides | undefined;
  readonly override?: RatingOverride | undefined;
  readonly horizon: 'short' | 'medium' | 'long';
  readonly likelihood: Sides & { readonly because: string };
  readonly response: RegisterRowContent['response'];
  readonly owner: string;
  readonly watch: {
    readonly quantity: string;
    readonly sign: '>=' | '<=' /** In base units. */;
    readonly threshold: number;
    readonly trigger: string;
    readonly then: string;
    readonly source?: string | undefined;
  };
  readonly evidence: Confidence;
  readonly span: Span;
}

export interface Register {
  readonly title: string;
  readonly inherent: string;
  /** The strategy that stands for what is in place today, if the study names one. */
  readonly current?: string | undefined;
  readonly residual: string;
  /** The quantity whose shares the impact bands are. */
  readonly impactOf: string;
  readonly impactOfSpan: Span;
  readonly impactBands: readonly Band[];
  readonly likelihoodBands: readonly Band[];
  /** Share of the yardstick that rows without a tolerance of their own are held to. */
  readonly tolerance?: number | undefined;
  /** Share from which on a driver without a row is reported. */
  readonly uncoveredAbove: number;
  readonly rows: readonly RegisterEntry[];
}

export interface Study {
  readonly name: string;
  readonly path: string;
  readonly company: string;
  readonly asOf: string;
  readonly years: readonly number[];
  readonly baseYear: number;
  readonly horizons: { readonly short: number; readonly medium: number; readonly long: number };
  readonly reportIn: Price;
  readonly headlines: readonly string[];
  readonly scenarios: readonly Scenario[];
  readonly strategies: readonly Strategy[];
  readonly cases: readonly Case[];
  readonly targets: readonly Target[];
  readonly unquantifiedTargets: readonly UnquantifiedTarget[];
  readonly backtest: readonly BacktestLine[];
  readonly reconciliation: readonly Reconciliation[];
  readonly register?: Register | undefined;
  readonly charts: readonly Chart[];
  readonly disclosure?: Disclosure | undefined;
  /** Absent where the study declares nothing to compare its strategies by. */
  readonly decisions?: Decisions | undefined;
  /** Slides of the deck in their order; absent where the study gives none. */
  readonly deck?: readonly { readonly name: string; readonly span: Span }[] | undefined;
  /** Absent where the study names no plan file. */
  readonly planning?: Planning | undefined;
  readonly money: readonly MoneyRow[];
  /** Absent: the central case alone is computed. */
  readonly uncertainty?: Uncertainty | undefined;
}

/** A study with everything bound: names, units, values with origins. Without a study, models on their own. */
export interface Program {
  readonly units: UnitSystem;
  readonly sets: ReadonlyMap<string, SetDefinition>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly models: readonly Model[];
  /** Total -> what adds to it (1) and is taken from it (-1), in the order of the files. */
  readonly totals: ReadonlyMap<string, readonly { readonly quantity: string; readonly sign: 1 | -1 }[]>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Chinese of the texts that the files give in both languages, by their English. */
  readonly texts: ReadonlyMap<string, string>;
  /** Chinese of places inside sources, by their English: apart, since a place may read as a name does. */
  readonly places: ReadonlyMap<string, string>;
  readonly references: readonly ReferenceDates[];
  /** Absent when models are checked on their own. */
  readonly study?: Study | undefined;
}
