// What a run answers of the disclosure standards.
import type { Asked, DisclosureRow, PlaceKind, StandardVersion } from '../resolve/index.ts';
import type { Provenance, Title } from './types.ts';

/** A version of a standard; days are written 2026-11-22. */
export interface StandardVersionFinding extends Omit<StandardVersion, 'provenance' | 'span'> {
  readonly provenance: Provenance;
}

export interface StandardFinding {
  readonly name: string;
  readonly title: Title;
  readonly versions: readonly StandardVersionFinding[];
  /** Name of the version in force on the study's day; absent where none is. */
  readonly inForce?: string | undefined;
}

/** A place in the pack that answers. */
export interface PlaceFinding {
  readonly kind: PlaceKind;
  /** Name of the quantity, target, row, chart, text of scenarios, or file. */
  readonly name: string;
  readonly part?: string | undefined;
  /** How a reader calls it; absent for files and for texts of scenarios. */
  readonly title?: Title | undefined;
  /** Of a text of the scenarios: how many of them have it. */
  readonly scenarios?: number | undefined;
}

export interface DisclosureRowFinding extends Omit<DisclosureRow, 'shown'> {
  readonly asked: readonly Asked[];
  readonly shown: readonly PlaceFinding[];
  /** Yes where something is shown and nothing lacks, no where nothing is shown. */
  readonly answer: 'yes' | 'partly' | 'no';
}

/** The disclosure map: every row of the standards with its answer. */
export interface DisclosureFinding {
  readonly title: string;
  readonly standardsTitle: string;
  /** The day on which the rows were last held against the standards. */
  readonly reviewed: string;
  readonly standards: readonly StandardFinding[];
  readonly rows: readonly DisclosureRowFinding[];
}
