// What an explanation is: a number with all of the formulas and inputs that it comes from. Plain data, ready for text, JSON and pages.

import type { Confidence, Title } from '../parse/index.ts';

/** A line of a file, from the project's root. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

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
  readonly unit: string;
  /** The same in base units, to the last bit as the run holds it. */
  readonly inBaseUnits: number;
  readonly computed?: ComputedBy | undefined;
  readonly given?: GivenBy | undefined;
  /** The numbers that the formula reads, by their ids, in its order, each once. */
  readonly operands: readonly string[];
}

/** The inputs that a number rests on, each element once. */
export interface Basis {
  readonly inputs: number;
  readonly sourced: number;
  readonly assumed: number;
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
}

/** Which number; what is left out is the study's medium horizon, its first scenario and its first strategy. */
export interface Question {
  readonly quantity: string;
  readonly item?: string | undefined;
  readonly year?: number | undefined;
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
}
