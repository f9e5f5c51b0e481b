// What the load stage hands on: texts and where they came from, nothing understood yet.

import type { Document } from 'yaml';

/** One file as it was read. */
export interface SourceFile {
  /** Path relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** As it lies on disk, which the checksum is of: what a pack keeps. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Each path as this file writes it -> the path relative to the root that it means. */
  readonly links: ReadonlyMap<string, string>;
}

/** What was read for a command: the files asked for, and all that they name. */
export interface Sources {
  /** The files that were asked for, in order. */
  readonly entries: readonly string[];
  readonly files: ReadonlyMap<string, SourceFile>;
  /**
   * Text -> the same as YAML, where it had to be read so to find links: that is slow, so the parse stage takes it from here.
   * By text rather than by file, so that a text that is changed is read anew.
   */
  readonly documents?: ReadonlyMap<string, Document.Parsed>;
  /** Path -> what the parse stage made of this text when the bundle was built, for files that stand as they were shipped. */
  readonly prepared?: ReadonlyMap<string, { readonly text: string; readonly prepared: unknown }>;
}

/** A provider's table, not looked at yet. */
export type TableFile =
  | { readonly kind: 'text'; readonly pieces: AsyncIterable<string>; readonly sha256: string }
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array; readonly sha256: string };
