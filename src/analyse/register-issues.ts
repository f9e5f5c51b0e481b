// What the register owes an answer to: risks above tolerance that nobody treats or accepts, actions and reviews that are overdue.
import type { Register, RegisterEntry } from '../resolve/index.ts';
import type { RegisterIssue, RegisterRow, RegisterSide, ToleranceStatus } from './types.ts';

/** Days of the calendar compare as texts. */
const isPast = (day: string, asOf: string): boolean => day < asOf;

const isOpen = ({ status }: RegisterRow['actions'][number]): boolean =>
  status === 'planned' || status === 'under way';

/** Undefined for an opportunity, and where no tolerance is declared. */
export function toleranceOf(
  row: RegisterEntry,
  residual: RegisterSide,
  { tolerance, impactBands }: Register,
  asOf: string,
  yardstick: number,
): ToleranceStatus | undefined {
  const share = row.tolerance ?? tolerance;
  if (share === undefined || row.kind === 'opportunity') return undefined;
  // A rating that is judged is a band: it is above what is tolerated if its lower bound is.
  const isJudged = residual.amount === undefined || residual.derived !== undefined;
  const isOver = isJudged
    ? (impactBands[residual.impact.level - 1]?.from ?? 0) >= share
    : residual.amount > share * yardstick;
  const status = !isOver
    ? 'within'
    : row.actions.some(isOpen)
      ? 'treated'
      : row.accepted !== undefined && !isPast(row.accepted.expires, asOf)
        ? 'accepted'
        : 'over';
  return { share, amount: share * yardstick, status };
}

/** In the order of the rows. */
export function findIssues(rows: readonly RegisterRow[], asOf: string): readonly RegisterIssue[] {
  return rows.flatMap((row): readonly RegisterIssue[] => [
    ...(row.worseAfterResponse ? [{ kind: 'worse' as const, row: row.name }] : []),
    ...(row.tolerance?.status === 'over'
      ? [{ kind: 'untreated' as const, row: row.name, expired: row.accepted?.expires }]
      : []),
    ...row.actions
      .filter((action) => isOpen(action) && isPast(action.due, asOf))
      .map(({ says, owner, due }) => ({ kind: 'overdue' as const, row: row.name, action: says, owner, due })),
    ...(row.review !== undefined && isPast(row.review.next, asOf)
      ? [{ kind: 'unreviewed' as const, row: row.name, due: row.review.next }]
      : []),
  ]);
}
