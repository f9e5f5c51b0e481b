// What the render stage hands to the write stage: files as text, named relative to the study's output folder.

/** One file to write. */
export interface Artifact {
  /** Path inside the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The files of one run. */
export type Artifacts = readonly Artifact[];
