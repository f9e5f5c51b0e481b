// lint/expired: a decision that the register still carries although its day is past. (Reference files are a warning of every check.)
import { warning } from '../../diagnostics/index.ts';
import type { LintRule } from './rule.ts';

export const lintExpired: LintRule = ({ study }) =>
  (study.register?.rows ?? []).flatMap(({ name, accepted, review, span }) => [
    ...(accepted !== undefined && accepted.expires < study.asOf
      ? [
          warning('lint/expired', `the acceptance of ${name} expired on ${accepted.expires}`, span, {
            help: 'let the role accept it again, or treat the risk',
          }),
        ]
      : []),
    ...(review !== undefined && review.next < study.asOf
      ? [
          warning('lint/expired', `the review of ${name} was due on ${review.next}`, span, {
            help: 'review the row and move next:',
          }),
        ]
      : []),
  ]);
