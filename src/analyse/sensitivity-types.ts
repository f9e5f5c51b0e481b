// What the analyse stage finds by moving one input at a time; numbers in declared units.
import type { Title } from '../parse/index.ts';

/** What one input, at the low and at the high end of what it may be, makes of one headline in one year. */
export interface Sensitivity {
  readonly scenario: string;
  readonly strategy: string;
  readonly headline: string;
  readonly unit: string;
  /** A horizon, or the base year for a headline over base. */
  readonly year: number;
  /** The input that is moved, and its element. */
  readonly quantity: string;
  readonly item: string;
  /** `range`: the ends of its range; `scenarios`: the lowest and highest of the scenarios, year by year. */
  readonly from: 'range' | 'scenarios';
  /** The input's value in the last year of the study as it is and at both ends. */
  readonly input: {
    readonly central: number;
    readonly low: number;
    readonly high: number;
    readonly unit: string;
  };
  readonly central: number;
  /** The headline with the input at that end; undefined if a check of the models breaks there. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** What a value rests on: somebody says it, it was computed from what somebody says, or it is assumed. */
export type Grade = 'sourced' | 'derived' | 'assumed';

export type Shares = Readonly<Record<Grade, number>>;

/** What one headline rests on, at the medium horizon (the base year if it is over base), with one strategy, over all scenarios. */
export interface EvidenceFinding {
  readonly headline: string;
  readonly title: Title;
  readonly strategy: string;
  readonly year: number;
  /** Values of inputs that the headline is computed from. */
  readonly values: number;
  /** Shares of those values by grade. */
  readonly byCount: Shares;
  /** Shares by weight: how far 1 % of each value moves the headline. Undefined if none moves it. */
  readonly byWeight?: Shares | undefined;
  /** Shares by spread: how far each value moves it from the low to the high end of what it may be. Undefined if none does. */
  readonly bySpread?: Shares | undefined;
  /** The values of most weight, heaviest first. */
  readonly heaviest: readonly {
    readonly quantity: string;
    readonly title: Title;
    readonly item: string;
    readonly itemTitle: Title;
    readonly grade: Grade;
    /** Share of all weight. */
    readonly weight: number;
  }[];
}
