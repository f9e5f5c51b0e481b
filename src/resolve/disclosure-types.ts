// What the resolve stage hands on of disclosure: the standards in force on the study's day, and where the pack answers each of their rows.
import type { Span } from '../diagnostics/index.ts';
import type { Confidence, Provenance, Title } from '../parse/index.ts';

/** One version of a standard; days are written 2026-11-22 and both belong to it. */
export interface StandardVersion {
  readonly name: string;
  readonly title: Title;
  readonly from: string;
  /** Absent while no later version has taken its place. */
  readonly until?: string | undefined;
  readonly note?: Title | undefined;
  readonly provenance?: Provenance | undefined;
  readonly span: Span;
}

export interface Standard {
  readonly name: string;
  readonly title: Title;
  readonly versions: readonly StandardVersion[];
  /** The version in force on the study's `as_of`; absent before the first and after the last. */
  readonly inForce?: string | undefined;
}

/** Where one standard asks for a row, in its version in force. */
export interface Asked {
  readonly standard: string;
  readonly paragraph: Title;
  /** What it asks beyond the row. */
  readonly asks?: Title | undefined;
  readonly confidence: Confidence;
}

/** The kinds of places in a pack, by the key that names them in a file. */
export type PlaceKind = 'quantity' | 'input' | 'target' | 'register' | 'chart' | 'scenarios' | 'file';

/** One place in the pack: a file of it, and what to look for there. */
export interface Place {
  readonly kind: PlaceKind;
  readonly name: string;
  /** Of a file: the part that answers. */
  readonly part?: string | undefined;
  readonly span: Span;
  readonly partSpan: Span;
}

export interface DisclosureRow {
  readonly name: string;
  readonly title: Title;
  readonly asks: Title;
  readonly asked: readonly Asked[];
  readonly shown: readonly Place[];
  readonly note?: Title | undefined;
  /** What is not answered, and why: of the whole row where nothing is shown. */
  readonly lacks?: Title | undefined;
}

/** The disclosure map of a study. */
export interface Disclosure {
  readonly title: string;
  /** Title of the file of standards, and the day on which it was last held against them. */
  readonly standardsTitle: string;
  readonly reviewed: string;
  readonly standards: readonly Standard[];
  readonly rows: readonly DisclosureRow[];
}
