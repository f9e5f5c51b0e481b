// What the cheapest plan is looked for among, and what it must keep to.
import type { Span } from '../diagnostics/index.ts';
import type { Provenance, Title } from '../parse/index.ts';
import type { Target } from './target-types.ts';
import type { Origin } from './types.ts';

/** One input's cell that a measure moves; one number a year, in base units. */
export interface Lever {
  readonly quantity: string;
  readonly cell: number;
  readonly without: readonly number[];
  /** When the measure is complete. */
  readonly complete: readonly number[];
  readonly origin: Origin;
}

export interface PlanMeasure {
  readonly name: string;
  readonly title: Title;
  /** `part`: any share of it may be done. */
  readonly extent: 'whole' | 'part';
  /** Years until it is complete, that of its start included. */
  readonly ramp: number;
  /** By scenario, since values may build on those of the world. */
  readonly levers: ReadonlyMap<string, readonly Lever[]>;
  readonly span: Span;
}

/** What must hold in every year from the first start on. */
export interface PlanLimit {
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly direction: 'at_least' | 'at_most';
  /** In base units. */
  readonly bound: number;
}

export interface Planning {
  readonly title: string;
  /** The strategy to which measures are added. */
  readonly from: string;
  /** Money over base. */
  readonly cost: string;
  readonly abated?: string | undefined;
  readonly starts: readonly number[];
  readonly targets: readonly Target[];
  readonly budget?:
    | { readonly quantity: string; readonly bound?: number | undefined; readonly span: Span }
    | undefined;
  readonly limits: readonly PlanLimit[];
  readonly measures: readonly PlanMeasure[];
  /** Who says so, of all that the file says. */
  readonly said: readonly { readonly provenance?: Provenance | undefined }[];
}
