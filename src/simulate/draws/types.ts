// The draws of a study as plain data: which random numbers there are, what is made of them, and where they go in each case.
import type { Sampling, Shape } from '../../resolve/index.ts';

/** 64 bits that name one element of one input: its random numbers depend on them, the seed and the draw alone. */
export type StreamKey = readonly [number, number];

/** One row of deviations, the same for every case that asks for it. */
export interface Stream {
  /** `eu_price`, or with elements `export_share[rods]`. */
  readonly name: string;
  readonly key: StreamKey;
  readonly shape: Shape;
  /** One deviation a draw (`[0]`), or one a draw and year: the years of the study, by which their random numbers are told apart. */
  readonly moments: readonly number[];
  /** Correlated: the streams whose normal numbers are added up, each with its weight, its own last. */
  readonly mix?: readonly { readonly key: StreamKey; readonly weight: number }[] | undefined;
}

/** An uncertain cell of a case: what is drawn is `central[t] + weights[t] * deviation`. */
export interface DrawnCell {
  readonly slot: number;
  readonly cell: number;
  /** Index into the streams. */
  readonly stream: number;
  /** One a time of the slot. */
  readonly weights: readonly number[];
}

/** Plain data: it can be stored, or handed to a worker. */
export interface DrawPlan {
  readonly sampling: Sampling;
  readonly seed: number;
  /** Draws of the whole run: latin_hypercube divides the unit interval into so many. */
  readonly total: number;
  readonly streams: readonly Stream[];
  /** In the order of the study's cases. */
  readonly cases: readonly (readonly DrawnCell[])[];
  /** Present where draws tell inputs apart; what is drawn is then several samples, one after the other. */
  readonly swaps?: Swaps | undefined;
}

/**
 * Samples of `size` draws each: the first and the second are independent of each other; then, for each group, the first with the
 * streams of that group taken from the second.
 */
export interface Swaps {
  readonly size: number;
  /** Streams by their index, each group in order. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * Writes the deviations of one stream for draws `from` up to but not including `from + count`: those of moment m begin at
 * `into[offset + m * stride]`. Draw k is the same number whatever the block it comes in and whoever computes it.
 */
export type Deviates = (
  stream: number,
  from: number,
  count: number,
  into: Float64Array,
  offset: number,
  stride: number,
) => void;

/**
 * Makes what draws the deviations of a plan.
 * @param random the compiled module of kernels of random numbers; without it they are made the plain way
 */
export type Prepare = (plan: DrawPlan, random?: object) => Deviates;
