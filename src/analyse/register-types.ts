// What the analyse stage finds about the register; money in the unit of its yardstick.
import type { Place } from '../explain/index.ts';
import type { Confidence, Title } from '../parse/index.ts';
import type { RegisterDetails } from '../resolve/index.ts';
import type { Provenance } from './types.ts';

export type { RegisterAction } from '../resolve/index.ts';

/** A band of the register. */
export type Rating = { readonly name: string /** 1 to 5 */; readonly level: number };

/** How a row stands before the response, today, or after it. */
export interface RegisterSide {
  /** From the draws where the row is in money and the study draws, otherwise a declared judgement. */
  readonly likelihood: Rating;
  /** The share of draws in which the impact reaches a band from which on it is material, and what was judged before. */
  readonly drawn?: { readonly chance: number; readonly error: number; readonly band: string } | undefined;
  readonly judged?: Rating | undefined;
  /** The rating that counts: that of the numbers, a declared judgement, or an override. */
  readonly impact: Rating;
  /** What the numbers give, where an override counts instead. */
  readonly derived?: Rating | undefined;
  readonly amount?: number | undefined;
  readonly scenario?: string | undefined;
}

/** The residual impact of a risk against what is tolerated. */
export interface ToleranceStatus {
  /** Share of the yardstick. */
  readonly share: number;
  readonly amount: number;
  /** `treated`: an action is open; `accepted`: a role accepts it and that has not expired; `over`: neither. */
  readonly status: 'within' | 'treated' | 'accepted' | 'over';
}

/** One risk or opportunity; money in the unit of the register. */
export interface RegisterRow extends Omit<RegisterDetails, 'provenance' | 'tolerance'> {
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
    readonly current?: number | undefined;
    readonly residual: number;
  }[];
  readonly inherent: RegisterSide;
  /** What is in place today, if the row and the study tell of it. */
  readonly current?: RegisterSide | undefined;
  readonly residual: RegisterSide;
  /** A response that makes it worse is flagged, not refused. */
  readonly worseAfterResponse: boolean;
  /** Who set the impact against the numbers, why and until when. */
  readonly override?: { readonly by: string; readonly why: string; readonly expires: string } | undefined;
  readonly tolerance?: ToleranceStatus | undefined;
  readonly likelihoodBecause: string;
  readonly response: {
    readonly strategy: string;
    readonly says: string;
    readonly option?: 'avoid' | 'reduce' | 'transfer' | 'accept' | 'exploit' | undefined;
  };
  readonly owner: string;
  readonly watch: {
    readonly quantity: string;
    readonly trigger: string;
    readonly then: string;
    /** Who publishes it. */
    readonly source?: string | undefined;
    /** Its value in the year of `as_of`, in its declared unit; of several elements the one nearest to the trigger. */
    readonly now: readonly { readonly scenario: string; readonly value: number }[];
    readonly unit: string;
    /** First year in which a scenario crosses it. */
    readonly crossed: readonly { readonly scenario: string; readonly year: number | undefined }[];
  };
  readonly evidence: Confidence;
  readonly provenance?: Provenance | undefined;
  /** Where the row stands. */
  readonly at: Place;
}

/** What the register owes an answer to. */
export type RegisterIssue =
  | { readonly kind: 'worse'; readonly row: string }
  /** Above the tolerance, without an open action or an acceptance that holds; `expired`: one did hold until then. */
  | { readonly kind: 'untreated'; readonly row: string; readonly expired?: string | undefined }
  | {
      readonly kind: 'overdue';
      readonly row: string;
      readonly action: string;
      readonly owner: string;
      readonly due: string;
    }
  | { readonly kind: 'unreviewed'; readonly row: string; readonly due: string };

/** An input that moves a headline and on which no row rests. */
export interface UncoveredDriver {
  readonly quantity: string;
  readonly title: Title;
  /** What it moves most. */
  readonly headline: string;
  readonly headlineTitle: Title;
  readonly item: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly year: number;
  /** Change of the headline in its declared unit, the larger of the two sides. */
  readonly change: number;
  readonly unit: string;
  /** The change as a share of `of`. */
  readonly share: number;
  /** What the share is of: the register's yardstick for money of a year, otherwise the headline itself. */
  readonly of: string;
}

/** The register of a study: its bands and its rows. */
export interface RegisterFinding {
  readonly title: string;
  readonly inherent: string;
  readonly current?: string | undefined;
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
  readonly issues: readonly RegisterIssue[];
  /** Share from which on a driver without a row counts as uncovered. */
  readonly uncoveredAbove: number;
  readonly uncovered: readonly UncoveredDriver[];
}
