// Lint: what may stand in files without being wrong, and still says something else than its writer thinks. One file a rule.
import type { Diagnostic } from '../../diagnostics/index.ts';
import { lintAlike } from './alike.ts';
import { lintCertain } from './certain.ts';
import { lintChance } from './chance.ts';
import { lintExpired } from './expired.ts';
import { lintNumber } from './number.ts';
import type { Linted, LintRule } from './rule.ts';
import { lintSign } from './sign.ts';
import { lintUnread } from './unread.ts';
import { lintUnsourced } from './unsourced.ts';

export type { Linted } from './rule.ts';

const rules: readonly LintRule[] = [
  lintCertain,
  lintSign,
  lintChance,
  lintUnsourced,
  lintExpired,
  lintNumber,
  lintAlike,
];

/** All findings in studies of one project, in the order of the rules. */
export const lint = (studies: readonly Linted[]): readonly Diagnostic[] => [
  ...lintUnread(studies),
  ...rules.flatMap((rule) => studies.flatMap(rule)),
];
