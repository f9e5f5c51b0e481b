// What a rule of lint is given: a checked study, and the file in which it names its scenarios and headlines.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { StudyFile } from '../../parse/index.ts';
import type { Program, Study } from '../../resolve/index.ts';

/** One study as lint looks at it. */
export interface Linted {
  readonly program: Program;
  readonly study: Study;
  readonly file: StudyFile;
}

/** Finds what no check refuses and nobody means; every finding is a warning `lint/...`, with the rewrite in `help`. */
export type LintRule = (linted: Linted) => readonly Diagnostic[];
