// What the analyse stage finds about targets; numbers in declared units.
import type { Title } from '../parse/index.ts';
import type { Provenance } from './types.ts';

/** What one input alone, held at a value from the target's year on, makes of a target that is missed. */
export interface Closing {
  readonly quantity: string;
  readonly title: Title;
  readonly item: string;
  readonly itemTitle: Title;
  /** `strategy`: a lever of the company; `scenario`: what the world does. */
  readonly setBy: 'strategy' | 'scenario';
  readonly unit: string;
  /** Its value in the target's year. */
  readonly now: number;
  /** What it may be. */
  readonly allowed: readonly [low: number, high: number];
  /** `meets`: at `needs` the target is just met; `breaks`: it would be, but a check of the models breaks there; `misses`: no allowed value meets it. */
  readonly outcome: 'meets' | 'breaks' | 'misses';
  /** The target moves up and down with it: `needs` is the first value from the present one, and others may do as well. */
  readonly turns: boolean;
  readonly needs?: number | undefined;
  /** The check that breaks. */
  readonly check?: string | undefined;
  /** The nearest that the target's quantity comes, in its own unit, where no allowed value meets it. */
  readonly best?: number | undefined;
}

/** One target in one scenario and strategy; numbers in the declared unit of its quantity. */
export interface TargetFinding {
  readonly name: string;
  readonly title: Title;
  readonly scenario: string;
  readonly strategy: string;
  readonly quantity: string;
  readonly item: string;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  readonly goal: number;
  readonly unit: string;
  readonly value: number;
  /** Value minus goal, in the unit. */
  readonly gap: number;
  readonly met: boolean;
  /** The quantity is an input: meeting the target is what the strategy says, not what the model finds. */
  readonly setByInput: boolean;
  /** First year from the base year on in which the goal is met, if any. */
  readonly firstYearMet?: number | undefined;
  /** What one input alone would have to be, levers first; none for a target that is met. */
  readonly closings: readonly Closing[];
  /** A year already past at `as_of`: the value is the model's, no actual is reported. */
  readonly noActualReported: boolean;
}

/** A target that the model says nothing about. */
export interface UnquantifiedTarget {
  readonly name: string;
  readonly title: Title;
  readonly year: number;
  readonly direction: 'at_least' | 'at_most';
  /** As the file writes it. */
  readonly goal: string;
  readonly why: string;
  readonly provenance: Provenance;
}
