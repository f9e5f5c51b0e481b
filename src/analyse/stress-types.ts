// What the analyse stage finds of the draws that miss a goal; numbers in declared units.
import type { DrawsFinding, GoalFinding, InputFinding } from './goal-types.ts';
import type { BoxMeasure } from './prim.ts';
import type { Title } from './types.ts';

/** One input and where the box holds it. */
export interface StressLimit extends InputFinding {
  /** The year in which the input is looked at; absent for an input of the base year. */
  readonly year?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Its value in the central case. */
  readonly central: number;
  /** The strategy whose input it is, where that is the one that the goal's number is held against. */
  readonly strategyTitle?: Title | undefined;
}

export interface StressBox extends BoxMeasure {
  /** At most three, the one that matters most first. */
  readonly limits: readonly StressLimit[];
}

/** What the draws of one case say of the goal. */
export interface StressFinding {
  readonly scenario: string;
  readonly strategy: string;
  readonly scenarioTitle: Title;
  readonly strategyTitle: Title;
  /** The goal's number in the central case, less the one that it is held against. */
  readonly central: number;
  readonly centralMeets: boolean;
  /** Draws that miss the goal, and as a share of all with its standard error. */
  readonly missing: number;
  readonly share: number;
  readonly error: number;
  /** The draw that comes out worst. */
  readonly worst: number;
  /**
   * `box`: inputs that tell the rarer side apart; `never` and `always`: the goal is missed in no draw, or in all; `few`: too few draws of the
   * rarer side to say what they share; `unclear`: no few inputs tell them apart.
   */
  readonly outcome: 'box' | 'never' | 'always' | 'few' | 'unclear';
  /** What is looked for: the draws that miss the goal, or those that meet it where most miss it. */
  readonly of: 'misses' | 'meets';
  readonly box?: StressBox | undefined;
}

/** Which combination of inputs breaks a goal, in every case asked for. */
export interface Stress {
  readonly study: string;
  readonly goal: GoalFinding;
  readonly cases: readonly StressFinding[];
  /** Boxes are looked for among the first `searched` draws. */
  readonly drawn: DrawsFinding & { readonly searched: number };
}
