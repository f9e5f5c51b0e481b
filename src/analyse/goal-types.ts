// What the analyse stage finds for a goal of the command line; numbers in declared units.
import type { Fold, Target } from '../resolve/index.ts';
import type { Title } from './types.ts';

/** One number of every case: a quantity, or the sum, the least or the most of several of its numbers. */
export interface SideFinding {
  readonly quantity: string;
  readonly title: Title;
  readonly item: string;
  readonly itemTitle: Title;
  readonly fold?: Fold | undefined;
  /** Sets that are folded, and `year`. */
  readonly folded: readonly string[];
  /** Absent for a quantity of the base year, and where all years are folded. */
  readonly year?: number | undefined;
  /** Whose number it is; absent where it is that of each strategy in turn. */
  readonly strategyTitle?: Title | undefined;
}

/** A number of every case and what it is held against: a bound, or another number. */
export interface GoalFinding extends SideFinding {
  readonly direction: Target['direction'];
  /** Absent where the goal compares two numbers. */
  readonly bound?: number | undefined;
  readonly against?: SideFinding | undefined;
  readonly unit: string;
  readonly written: string;
}

/** An input of a question. */
export interface InputFinding {
  readonly quantity: string;
  readonly title: Title;
  readonly item: string;
  readonly itemTitle: Title;
  readonly unit: string;
}

/** The draws behind a share, the same in every case. */
export interface DrawsFinding {
  readonly draws: number;
  readonly seed: number;
}

/** Share of the draws that meet the goal, with its standard error. */
export interface GoalChance {
  readonly chance: number;
  readonly error: number;
}

export interface SolveAnswer {
  readonly scenario: string;
  readonly strategy: string;
  readonly scenarioTitle: Title;
  readonly strategyTitle: Title;
  /** The goal's number as things stand, and what it is held against where that is a number too. */
  readonly value: number;
  readonly against?: number | undefined;
  /** The input as things stand: in the goal's year, in the year that is moved, or at the medium horizon. */
  readonly now: number;
  readonly allowed: readonly [low: number, high: number];
  /**
   * `met`: met as things stand; `meets`: just met at `at`; `breaks`: it would be, but a check of the models breaks there;
   * `misses`: no allowed value meets it; `still`: the input does not move it.
   */
  readonly outcome: 'met' | 'meets' | 'breaks' | 'misses' | 'still';
  /** Where the goal is just met; for a goal that is met, how far the input may go. Absent where every allowed value meets it. */
  readonly at?: number | undefined;
  /** On which side of `at` the goal is met. */
  readonly side?: Target['direction'] | undefined;
  /** The goal's quantity moves up and down with the input: `at` is the nearest such value from the present one. */
  readonly turns: boolean;
  readonly check?: string | undefined;
  /** The nearest that the number comes to the goal, and the input's value there, where no allowed value meets it; for two numbers their difference. */
  readonly best?: { readonly value: number; readonly at: number } | undefined;
  /**
   * Texts of `--set` that put the answer back: one for each year in which the input holds it. None where the input belongs to a strategy
   * and the goal compares two: it is moved in the first alone, and `--set` would move it in both.
   */
  readonly set: readonly string[];
  readonly chanceNow?: GoalChance | undefined;
  /** With the input at the answer, and no draw moving it. */
  readonly chance?: GoalChance | undefined;
}

/** The value of one input at which a goal is just met, in every case asked for. */
export interface Solution {
  readonly study: string;
  readonly goal: GoalFinding;
  readonly by: InputFinding & {
    /** Held in this year alone, or from one year on; neither for an input of the base year. */
    readonly year?: number | undefined;
    readonly from?: number | undefined;
    /** True for an input of strategies in a goal that compares two of them: it is moved in the first alone. */
    readonly firstAlone: boolean;
  };
  readonly answers: readonly SolveAnswer[];
  /** Absent where the study takes no draws. */
  readonly drawn?: DrawsFinding | undefined;
}
