// What kernels are told, and what they tell whoever runs them: where in memory they read and write.
import type { Instruction, LoadTime } from '../types.ts';

/** An input cell that differs from draw to draw in some case: it comes out at `central[t] + weights[t] * deviation`. */
export interface UncertainCell {
  readonly slot: number;
  readonly cell: number;
  /** Whether some case has one deviation a year for it, and not one a draw. */
  readonly yearly: boolean;
}

/** A series that is wanted of every draw: the value of an expression, year by year or in the base year. */
export interface Output {
  readonly over: 'years' | 'base';
  readonly code: readonly Instruction[];
}

/** A number that is the same in all draws of a case, computed before the kernels run. */
export type TableValue =
  /** The value of an expression on the central numbers; it reads no earlier than `lag` years back. */
  | { readonly kind: 'code'; readonly code: readonly Instruction[]; readonly lag: number }
  /** The weight of an uncertain cell, by its place in the list of them. */
  | { readonly kind: 'weight'; readonly uncertain: number; readonly time: LoadTime };

/** A series in a tile: `rows` rows from `row` on, one a year or one alone; without rows it is the same in all draws. */
export interface OutputRows {
  readonly row: number;
  readonly rows: number;
}

/** Where the draws are marked that break a condition. */
export interface BreakRows {
  readonly common: number | undefined;
  readonly own: number | undefined;
}

/**
 * Where things lie in the kernels' memory, in bytes. A row is one number a draw of a block, with a gap behind it, so that
 * rows do not fall upon each other in the processor's cache.
 */
export interface KernelLayout {
  /** Draws of a block. */
  readonly block: number;
  /** Whether alike cases have anything in common. */
  readonly common: boolean;
  readonly rowBytes: number;
  /** Memory below this is the kernels' own; what the caller hands them lies above. */
  readonly ownBytes: number;
  /**
   * A row a condition in which every bit of a draw that broke it is set, to be cleared before a block: those of what cases have in
   * common, and those of each case.
   */
  readonly breaks: Readonly<Record<'common' | 'own', { readonly address: number; readonly rows: number }>>;
  /** Condition of the plan -> its rows of either kind; none where it holds or not in all draws alike. */
  readonly conditions: readonly BreakRows[];
  /**
   * The table of a case: for each uncertain cell the address of its deviations and the bytes from one year's to the next (two
   * 32-bit numbers), then from `numbersAt` on the `steady` numbers, then the `yearly` numbers of each year: each twice, as a vector
   * of two draws has it, since engines load that in one step and one number for both in two.
   */
  readonly table: {
    readonly bytes: number;
    readonly numbersAt: number;
    readonly uncertain: readonly UncertainCell[];
    readonly steady: readonly TableValue[];
    readonly yearly: readonly TableValue[];
  };
  readonly outputs: readonly OutputRows[];
  /** Rows of the tile that a block fills. */
  readonly tileRows: number;
}

/** Plain data: it can be stored, or handed to a worker. */
export interface Kernels {
  /**
   * A WebAssembly module over the memory `env.memory` that exports `common(table, tile, bytes)` and `run(table, tile, bytes)`: each
   * computes the first `bytes / 8` draws of a block, and tells by a number other than 0 that some value may not be finite. What is
   * common to cases that are alike is computed once for all of them, by the table of any; then each case is run.
   */
  readonly module: Uint8Array<ArrayBuffer>;
  readonly layout: KernelLayout;
}

/** Bins of equal width between two values; one below and one above them take the rest. */
export const BINS = 2046;

/**
 * What is known of one row, in bytes from its start. Bin of x: the whole part of (x - low) scale + 1, from 0 to BINS + 1. Sums
 * are those of x - centre and its square, of even and odd draws apart, and of how far (x - low) scale lies below 0 and above BINS.
 */
export const ROW_RECORD = {
  low: 0,
  scale: 8,
  centre: 16,
  sums: 32,
  squares: 48,
  lowest: 64,
  highest: 80,
  below: 96,
  above: 112,
  bytes: 128,
} as const;

/** Bytes of the counts of one row: a 32-bit number a bin, and a gap so that rows do not fall upon each other in the cache. */
export const COUNT_BYTES = (BINS + 2) * 4 + 64;

/** What a kernel's address is counted from; all but the first two move on with the draws. */
export type Pointer =
  | { readonly from: 'table' }
  /** The part of the table that belongs to the year. */
  | { readonly from: 'yearly' }
  /** Rows that are computed once a block. */
  | { readonly from: 'steady' }
  | { readonly from: 'breaks'; readonly of: 'common' | 'own' }
  /** Rows of the latest years, in turn. */
  | { readonly from: 'ring'; readonly lag: number }
  /** Rows of all years: those of the year less a lag, or of the first one. */
  | { readonly from: 'kept' | 'tile'; readonly lag: number | undefined }
  | { readonly from: 'deviations'; readonly uncertain: number; readonly time: LoadTime };

export interface Place {
  readonly pointer: Pointer;
  readonly offset: number;
  /** One number for all draws. */
  readonly splat: boolean;
}
