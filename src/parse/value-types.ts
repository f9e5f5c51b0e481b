// The forms that a value can take in a file, before units are understood.
import type { Span } from '../diagnostics/index.ts';
import type { Amount } from '../units/index.ts';
import type { Title } from './kinds/shared.ts';
import type { SpreadForm } from './spread-types.ts';

export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export type Confidence = 'high' | 'medium' | 'low';

export type Provenance =
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly place: string;
      /** How the value was computed from what the source says; absent where the source says the value itself. */
      readonly derived?: string;
      readonly confidence: Confidence;
      readonly span: Span;
    }
  | { readonly kind: 'assumed'; readonly why: string; readonly confidence: Confidence; readonly span: Span };

export interface ValueMeta {
  readonly span: Span;
  /** The value as a reader of the file sees it, on one line. */
  readonly written: string;
  readonly provenance?: Provenance;
  readonly range?: readonly [Located<Amount>, Located<Amount>];
  readonly spread?: SpreadForm;
  readonly note?: string;
  readonly proxy?: Title;
}

/** `base` stands for the value of the layer before. */
type PointValue = Amount | 'base';

/** A point of a path, with a provenance of its own where it has one. */
export type Point = Located<PointValue> & { readonly provenance?: Provenance };

export interface PathForm {
  /** In order of years. */
  readonly points: ReadonlyMap<number, Point>;
  readonly between: 'linear' | 'step' | 'none';
  /** Outside the points: hold the nearest, or grow by a rate a year. Absent: an error. */
  readonly before?: 'hold' | Located<Amount>;
  readonly after?: 'hold' | Located<Amount>;
}

/** A column that a value names, with the place of the key before it. */
type Column = Located<string> & { readonly key: Span };

export interface DataReference {
  readonly file: Located<string>;
  /** Column -> the cell that a row must have there. */
  readonly where: ReadonlyMap<string, Column>;
  /** Set -> the column that names its elements; empty where one path is read. */
  readonly by: ReadonlyMap<string, Column>;
}

export type ValueForm =
  | { readonly form: 'amount'; readonly amount: Located<Amount>; readonly meta: ValueMeta }
  | {
      readonly form: 'each';
      readonly elements: ReadonlyMap<string, { readonly form: ValueForm; readonly key: Span }>;
      readonly meta: ValueMeta;
    }
  | {
      readonly form: 'path';
      readonly path: PathForm;
      /** The last year that is decided: range and spread begin after it. */
      readonly settled?: number;
      readonly meta: ValueMeta;
    }
  | { readonly form: 'delay'; readonly years: number; readonly meta: ValueMeta }
  | {
      readonly form: 'from';
      readonly data: DataReference;
      readonly path: Omit<PathForm, 'points'>;
      /** Years that the data file does not have, each with a provenance of its own. */
      readonly points?: ReadonlyMap<number, Point>;
      readonly meta: ValueMeta;
    }
  | {
      readonly form: 'observed';
      readonly observed: PathForm;
      readonly then?: {
        readonly data?: DataReference;
        readonly provenance?: Provenance;
        readonly path: Omit<PathForm, 'points'> | PathForm;
      };
      readonly spliceUntil?: Located<number>;
      readonly meta: ValueMeta;
    };
