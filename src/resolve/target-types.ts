// What a company wants to reach, and which of its figures should be one number.
import type { Span } from '../diagnostics/index.ts';
import type { Provenance, Title } from '../parse/index.ts';

export interface Target {
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  /** In base units. */
  readonly goal: number;
  readonly provenance?: Provenance | undefined;
  readonly span: Span;
}

/** A goal of the company that the model says nothing about. */
export interface UnquantifiedTarget {
  readonly name: string;
  readonly title: Title;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  /** As written. */
  readonly goal: string;
  readonly why: string;
  readonly provenance?: Provenance | undefined;
  readonly span: Span;
}

export interface Reconciliation {
  readonly name: string;
  readonly title: string;
  /** Two figures of the report, the report against another source, or the model's base year against the report. */
  readonly between: 'report' | 'outside' | 'model';
  readonly left: string;
  readonly right: string;
  /** Relative difference that still counts as agreement. */
  readonly within: number;
  readonly because: string;
  readonly span: Span;
}
