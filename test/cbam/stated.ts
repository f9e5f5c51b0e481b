// What the law says of the numbers of a trial: each statement is a test of its own here, and test/mutation-law asks the same ones of
// tables in which a number was changed.

import { describe, it } from 'vitest';
import type { Findings } from '../kit/project.ts';
import { findingsOf, type Trial } from './trial.ts';

/** What statements look at. */
export type Found = Pick<Findings, 'years' | 'series' | 'assumptions'>;

export interface Statement {
  readonly says: string;
  /** Throws where it does not hold. */
  readonly holds: (found: Found) => void;
}

/** A trial and what the law says of it. */
export interface Stated {
  readonly about: string;
  readonly trial: Trial;
  readonly statements: readonly Statement[];
}

/** Makes a test of every statement, on the tables as they stand in scenarios/. */
export function testStated({ about, trial, statements }: Stated): void {
  describe(about, async () => {
    const found = await findingsOf(trial);
    it.each(statements.map(({ says, holds }) => [says, holds] as const))('%s', (_, holds) => holds(found));
  });
}
