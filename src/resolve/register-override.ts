// A rating that somebody sets against the one that the numbers give: who, why and until when.
import { error } from '../diagnostics/index.ts';
import { keyAt, type RegisterRowContent, spanAt } from '../parse/index.ts';
import { levelOf, type RowContext, role } from './register-checks.ts';
import type { RatingOverride } from './types.ts';

export function resolveOverride(
  name: string,
  { override, not_quantified }: RegisterRowContent,
  context: RowContext,
): RatingOverride | undefined {
  if (override === undefined) return undefined;
  const { file, diagnostics, asOf, impactBands } = context;
  const { spans } = file;
  const path = ['rows', name, 'override'] as const;
  const { impact, by, why, expires } = override;
  role(by, spanAt(spans, ...path, 'by'), context);
  if (not_quantified !== undefined)
    diagnostics.push(
      error(
        'register/override',
        `${name} is not quantified: its impact is a judgement already`,
        keyAt(spans, ...path),
        { help: 'change impact: instead' },
      ),
    );
  if (expires < asOf)
    diagnostics.push(
      error(
        'register/expired',
        `the override of ${name} expired on ${expires}: as of ${asOf} its rating is again the one of the numbers`,
        spanAt(spans, ...path, 'expires'),
        { help: 'drop the override, or let the role decide anew and move expires' },
      ),
    );
  const level = (text: string | undefined, ...rest: readonly string[]) =>
    text === undefined
      ? undefined
      : levelOf(text, impactBands, spanAt(spans, ...path, 'impact', ...rest), context);
  if (typeof impact === 'string') {
    const both = level(impact);
    return { inherent: both, residual: both, by, why, expires };
  }
  if (impact.inherent === undefined && impact.residual === undefined)
    diagnostics.push(
      error('register/override', `the override of ${name} sets nothing`, spanAt(spans, ...path, 'impact'), {
        help: 'write impact: major, or impact: { residual: major }',
      }),
    );
  return {
    inherent: level(impact.inherent, 'inherent'),
    residual: level(impact.residual, 'residual'),
    by,
    why,
    expires,
  };
}
