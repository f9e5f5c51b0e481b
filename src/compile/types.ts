// The plan: what to compute in which order, as slots of numbers and short programs for a stack. Same for every scenario and strategy.
import type { Operator } from '../language/index.ts';

export * from './kernels/types.ts';

/** Where one quantity's numbers lie: [cell][year][draw], one year for a quantity over base. */
export interface Slot {
  readonly quantity: string;
  readonly kind: 'input' | 'formula';
  readonly cells: readonly (readonly string[])[];
  /** Number of years it has values for: all of the study, or 1. */
  readonly times: number;
  /** First number, counted in (cell, year) pairs from the start of the run's values. */
  readonly offset: number;
}

/** Which year a load reads: the year being computed less a lag, or a fixed index. */
export type LoadTime =
  | { readonly kind: 'now'; readonly lag: number }
  | { readonly kind: 'fixed'; readonly index: number };

/** One step of a stack program; operands are taken from the top of the stack, the result is put there. */
export type Instruction =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'year' }
  | { readonly kind: 'load'; readonly slot: number; readonly cell: number; readonly time: LoadTime }
  | { readonly kind: 'operate'; readonly operator: Operator }
  | { readonly kind: 'negate' }
  | { readonly kind: 'not' }
  | { readonly kind: 'call'; readonly word: string; readonly count: number };

/** The formula of one cell. */
export interface Step {
  readonly slot: number;
  readonly cell: number;
  readonly code: readonly Instruction[];
  /** Used instead in the first `firstYears` years. */
  readonly first?: readonly Instruction[] | undefined;
  readonly firstYears: number;
}

/** Steps that are computed year by year together; the blocks are in order. */
export interface Block {
  readonly over: 'years' | 'base';
  readonly steps: readonly Step[];
}

/** What must hold in every year, or once over the base year: a check of a model, or the declared bounds of a formula. */
export type Condition = (
  | { readonly kind: 'check'; readonly model: string; readonly name: string }
  | { readonly kind: 'bounds'; readonly quantity: string }
) & {
  readonly over: 'years' | 'base';
  /** What the elements of a cell's key belong to, in order. */
  readonly sets: readonly string[];
  readonly cells: readonly { readonly key: readonly string[]; readonly code: readonly Instruction[] }[];
};

/** Plain data: it can be stored, or handed to a worker. */
export interface Plan {
  readonly years: readonly number[];
  readonly baseIndex: number;
  readonly slots: readonly Slot[];
  readonly slotOf: ReadonlyMap<string, number>;
  /** (cell, year) pairs of all slots together. */
  readonly size: number;
  readonly blocks: readonly Block[];
  readonly conditions: readonly Condition[];
}
