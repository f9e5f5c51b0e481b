// What a study says of the decisions that its numbers serve.
import type { Provenance } from '../parse/index.ts';

export interface Weight {
  readonly scenario: string;
  /** A share; those of all scenarios are 1 together. */
  readonly share: number;
  readonly provenance?: Provenance | undefined;
}

export interface Decisions {
  /** Money headlines of which less is better. */
  readonly costs: readonly string[];
  /** One for each scenario, in the order of the study; absent where none are declared. */
  readonly weights?: readonly Weight[] | undefined;
  /** Quantities by a set whose elements are measures: below zero, a measure is worth what it costs. */
  readonly measures: readonly string[];
  readonly signposts?:
    | {
        /** Inputs of scenarios that somebody can observe. */
        readonly inputs: readonly string[];
        /** Share of the larger of two values by which they must differ where no draws say how far each may be off. */
        readonly differBy: number;
      }
    | undefined;
}
