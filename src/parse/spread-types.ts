// How a file says that a value is uncertain, before units are understood.
import type { Amount } from '../units/index.ts';
import type { Located, Provenance } from './value-types.ts';

/** Words for a spread between two ends; alone they take the ends of the value's range. */
export type Ended = 'triangular' | 'pert' | 'uniform';

/** An amount, or a share of the value: `10 % of value`. */
export interface SpreadAmount {
  readonly amount: Amount;
  readonly ofValue: boolean;
}

type Part = Located<SpreadAmount>;

interface Ends {
  readonly low: Part;
  readonly high: Part;
}

/** What is said of a spread beside its numbers. */
interface Said {
  /** As a reader of the file sees it, on one line. */
  readonly written: string;
  readonly provenance?: Provenance | undefined;
}

/** The parts of a spread by its kind. */
export type SpreadParts =
  /** Not uncertain, whatever the study says of ranges. */
  | { readonly kind: 'none' }
  /** Without ends it lies in the value's range. */
  | { readonly kind: Ended; readonly ends?: Ends | undefined }
  /** The ends cut it. */
  | { readonly kind: 'normal' | 'lognormal'; readonly sd: Part; readonly cut: Partial<Ends> }
  | {
      readonly kind: 'discrete';
      readonly points: readonly { readonly is: Part; readonly chance: Located<Amount> }[];
    }
  | { readonly kind: 'mean_reverting'; readonly sd: Part; readonly halfLife: number };

export type SpreadForm = Located<SpreadParts & Said>;
