// What the run over draws asks of those who compute them, in this thread or in others; plain data that can be sent.
import type { KernelLayout } from '../../compile/types.ts';
import type { DrawPlan } from '../draws/types.ts';
import type { CaseTable } from './table.ts';

/** Draws whose sums are kept apart, so that sums are the same however draws are shared out; shares begin at multiples of it. */
export const GROUP = 1024;

/** All that a share of the draws needs to be computed. */
export interface Setup {
  /** Compiled modules of WebAssembly, which not every program that takes these types along knows by name. */
  readonly kernels: object;
  readonly summaries: object;
  readonly random: object;
  readonly layout: KernelLayout;
  readonly drawPlan: DrawPlan;
  /** In the order of the study's cases. */
  readonly tables: readonly CaseTable[];
  /** The scenario of each case: cases of one that follow each other are alike. */
  readonly scenarios: readonly number[];
  /** The draws of the share; `from` is a multiple of the group. */
  readonly from: number;
  readonly to: number;
  /** Cases whose draws are kept, so that they can be picked out afterwards; those of case n make room for those of case n + kept. */
  readonly kept: number;
}

/** How the draws of each row of a tile are sorted into bins: bin of x is the whole part of (x - low) scale + 1. */
export interface Ranges {
  readonly low: Float64Array;
  readonly scale: Float64Array;
  /** What sums of a row are counted from. */
  readonly centre: Float64Array;
}

/** Where most draws of each row lie, as far as some of them tell. */
export interface Ends {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly centre: Float64Array;
}

/** Some of the first draws of a case, which any worker can look at. */
export interface Glance {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Draws that all cases share, which can be had before there are kernels: those of the share, or none where draws are not kept. */
export interface Ahead extends Pick<Setup, 'random' | 'drawPlan' | 'from' | 'to'> {
  readonly block: number;
}

export type Request =
  /** Draws deviations ahead. */
  | { readonly kind: 'draw'; readonly ahead: Ahead }
  | { readonly kind: 'set up'; readonly setup: Setup }
  /** Looks at draws of cases, of which this share need not have any. */
  | { readonly kind: 'look'; readonly glances: readonly Glance[] }
  /** All draws of a case from one up to but not including the other, as they are. */
  | { readonly kind: 'values'; readonly case: number; readonly from: number; readonly to: number }
  /** Computes cases: a batch of one scenario where draws are kept. */
  | { readonly kind: 'count'; readonly cases: readonly number[]; readonly ranges: readonly Ranges[] }
  /** Of rows with a 1 picks out the draws of a case that is kept that lie in bins with a 1, and adds up those beyond two bins a row. */
  | {
      readonly kind: 'gather';
      readonly case: number;
      readonly rows: Uint8Array;
      readonly wanted: Uint8Array;
      readonly below: Float64Array;
      readonly above: Float64Array;
    };

/** What one share found of one case. */
export interface Counted {
  /** [row][bin]. */
  readonly counts: Uint32Array;
  /** [row][group]: sums of x - centre, and of its square. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** [row][group]: by how many bins, added up, draws lie below all bins but the outermost, as a number below 0, and above them. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Condition of the plan -> draws that break it; undefined where all draws are alike. */
  readonly broken: readonly (number | undefined)[];
  /** First draws of blocks in which some number may not be finite. */
  readonly failed: readonly number[];
}

/** What some draws of a case tell. */
export interface Look {
  readonly ends: Ends;
  /** First draws of blocks in which some number may not be finite. */
  readonly failed: readonly number[];
}

export interface Gathered {
  /** Draws picked out, row after row, in the order of the draws. */
  readonly values: Float64Array;
  /** How many of each row. */
  readonly lengths: Uint32Array;
  /** [row][group]: sums of the draws below and above the two bins. */
  readonly below: Float64Array;
  readonly above: Float64Array;
}

export type Reply =
  | { readonly kind: 'draw' }
  | { readonly kind: 'set up' }
  /** In the order of the glances. */
  | { readonly kind: 'look'; readonly looks: readonly Look[] }
  /** [row][draw] */
  | { readonly kind: 'values'; readonly rows: readonly Float64Array[]; readonly failed: readonly number[] }
  | { readonly kind: 'count'; readonly counted: readonly Counted[] }
  | { readonly kind: 'gather'; readonly gathered: Gathered };

/** Someone who computes a share of the draws: a thread of its own, or this one. Requests are answered in order. */
export type Worker = (request: Request) => Promise<Reply>;

/** The memory of a reply's arrays, each its own: who sends it may hand it over instead of a copy. */
export const handedOver = (reply: unknown): readonly ArrayBuffer[] => {
  if (ArrayBuffer.isView(reply)) return reply.buffer instanceof ArrayBuffer ? [reply.buffer] : [];
  return typeof reply === 'object' && reply !== null ? Object.values(reply).flatMap(handedOver) : [];
};
