// What an explanation is: a number with all of the formulas and inputs that it comes from; and the graph of a run in which all are found.
// Plain data, ready for text, JSON and pages.

import type { Span } from '../diagnostics/index.ts';
import type { Confidence, Title } from '../parse/index.ts';

/** A line of a file, from the project's root. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Where an offset in a file stands. */
export type PlaceOf = (span: Span) => Place;

/** Who says so: a source by its full name, or a reason for assuming. */
export type Ground =
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly name: string;
      readonly place: string;
      /** How the value was computed from what the source says. */
      readonly derived?: string | undefined;
      readonly confidence: Confidence;
    }
  | { readonly kind: 'assumed'; readonly why: string; readonly confidence: Confidence };

/** A value as a file gives it. */
export interface GivenBy {
  /** As written there, the whole path of which the year is one point. */
  readonly written: string;
  readonly at: Place;
  readonly layer: string;
  readonly ground?: Ground | undefined;
  readonly note?: string | undefined;
  readonly range?: string | undefined;
  /** How it differs from draw to draw. */
  readonly spread?: string | undefined;
  readonly proxy?: string | undefined;
  /** Earlier values that this one replaced, nearest first. */
  readonly replaces: readonly { readonly written: string; readonly layer: string; readonly at: Place }[];
}

/** How a formula comes to a value. */
export interface ComputedBy {
  /** The formula as its model writes it; of one that differs by element, the branch of this element. */
  readonly formula: string;
  readonly at: Place;
  /** Law or document that the formula follows. */
  readonly law?: { readonly key: string; readonly name: string; readonly place: string } | undefined;
}

/** One number with all that it comes from. */
export interface Explained {
  readonly quantity: string;
  readonly title: Title;
  readonly about: string;
  /** Element id, several joined by `; `, empty for a quantity without sets. */
  readonly item: string;
  /** The base year for a quantity that is known in it alone. */
  readonly year: number;
  /** In the declared unit. */
  readonly value: number;
  /** What it is in the central case, where the explanation is of a draw and the draw moves it. */
  readonly central?: number | undefined;
  readonly unit: string;
  /** The same in base units, to the last bit as the run holds it. */
  readonly inBaseUnits: number;
  readonly computed?: ComputedBy | undefined;
  readonly given?: GivenBy | undefined;
  /** The numbers that the formula reads, by their ids, in its order, each once. */
  readonly operands: readonly string[];
}

/** The values that a number rests on, in one scenario with one strategy. */
export interface Basis {
  /** Inputs by name, as captions of charts count them. */
  readonly inputs: number;
  /** Their values, each element once, whatever years of it are read. */
  readonly values: number;
  readonly sourced: number;
  readonly assumed: number;
}

/** A draw and the number that was asked for in it, in the declared unit. */
interface Draw {
  /** Draws count from 0. */
  readonly draw: number;
  readonly value: number;
}

/** Which draw an explanation is of: the one nearest to a percentile. */
export interface DrawnFrom {
  /** From 0 to 100. */
  readonly percentile: number;
  /** The percentile itself, as the pack shows it: between two draws by the share of the way. */
  readonly value: number;
  /** The two draws that it lies between; the same one where it is a draw itself. */
  readonly between: readonly [below: Draw, above: Draw];
  /** The draw that is explained. */
  readonly draw: number;
  readonly draws: number;
  readonly seed: number;
  readonly sampling: string;
  /** Whether all draws have the same number. */
  readonly alike: boolean;
}

export interface Explanation {
  readonly study: string;
  readonly scenario: string;
  readonly strategy: string;
  /** Id of the number that was asked for. */
  readonly root: string;
  /** Every number below it by its id, for example `emissions[rods] 2030`; several formulas may read the same one. */
  readonly numbers: ReadonlyMap<string, Explained>;
  readonly basis: Basis;
  /** Absent for the central case. */
  readonly drawn?: DrawnFrom | undefined;
}

/** Which number; what is left out is the study's medium horizon, its first scenario and its first strategy. */
export interface Question {
  readonly quantity: string;
  readonly item?: string | undefined;
  readonly year?: number | undefined;
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
}

/** One number of a run. */
export interface Spot {
  /** Position of the quantity in the graph. */
  readonly slot: number;
  readonly cell: number;
  /** Index of the year; 0 for a quantity over base. */
  readonly time: number;
}

/** A number that a formula reads: so many years back, or, where `fixed` is given, in the year of that index. */
export type Read = readonly [slot: number, cell: number, lag: number, fixed?: number];

/** The formula of one element, and what it reads in its order, each once. */
export interface GraphFormula {
  readonly formula: string;
  readonly at: Place;
  readonly reads: readonly Read[];
}

/** How the values of one element are computed. */
export interface GraphCell {
  readonly is: GraphFormula;
  /** Stands in its place in the first `firstYears` years. */
  readonly first?: GraphFormula | undefined;
  readonly firstYears: number;
}

/** A value as a file gives it, for all of its years. */
export interface GraphGiven extends GivenBy {
  /** Years that have somebody else's word. */
  readonly exceptions: readonly { readonly year: number; readonly ground: Ground }[];
  /** Who gives the years after the observed ones, where that is somebody else. */
  readonly later?: { readonly after: number; readonly ground: Ground } | undefined;
}

/** A quantity with all that explains its numbers, whatever the case. */
export interface GraphQuantity {
  readonly name: string;
  readonly title: Title;
  readonly about: string;
  readonly unit: string;
  /** One declared unit in base units. */
  readonly factor: number;
  readonly over: 'years' | 'base';
  readonly sets: readonly string[];
  /** Element ids, several joined by `; `; one empty text for a quantity without sets. */
  readonly items: readonly string[];
  readonly itemTitles: readonly Title[];
  readonly law?: ComputedBy['law'];
  /** A cell for each item; empty for an input. */
  readonly cells: readonly GraphCell[];
  /** For each case and item a position in the graph's givens; empty for a formula. */
  readonly given: readonly (readonly number[])[];
  /** For each case and item a position in the graph's paths. */
  readonly values: readonly (readonly number[])[];
}

/** A sum that the pack shows and no formula computes: what a row of the register comes to. */
export interface GraphSum {
  /** As a question names it, `register.carbon`. */
  readonly name: string;
  readonly title: Title;
  readonly about: string;
  /** What it adds, each over all of its elements. */
  readonly quantities: readonly string[];
  /** The year that is meant where a question names none. */
  readonly year: number;
  readonly unit: string;
  /** One such unit in base units. */
  readonly factor: number;
  readonly at: Place;
}

/** What every number of a run comes from: small, since a formula, a given value and a path are held once. */
export interface ExplanationGraph {
  readonly study: string;
  readonly years: readonly number[];
  readonly baseIndex: number;
  readonly cases: readonly { readonly scenario: string; readonly strategy: string }[];
  readonly quantities: readonly GraphQuantity[];
  readonly sums: readonly GraphSum[];
  readonly givens: readonly GraphGiven[];
  /** Values in base units: one a year, or a single one where all years have the same. */
  readonly paths: readonly (readonly number[])[];
}
