// The register, resolved: bands as numbers, shares as numbers, and every row read against them.
import { error, type Span } from '../diagnostics/index.ts';
import { keyAt, type RegisterFile, type StudyFile, spanAt } from '../parse/index.ts';
import { isPure, type Price, parseAmount, spellPrice } from '../units/index.ts';
import { knownStrategy, type RowContext } from './register-checks.ts';
import { resolveRow } from './register-row.ts';
import { knownQuantity, type ReportContext } from './reports.ts';
import type { Band, Register } from './types.ts';

export function resolveRegister(
  file: RegisterFile,
  study: StudyFile,
  reportIn: Price,
  context: ReportContext,
): Register | undefined {
  const { content, spans } = file;
  const { diagnostics } = context;
  const named = study.content.register;
  if (named === undefined) return undefined;
  for (const role of ['inherent', 'current', 'residual'] as const)
    if (named[role] !== undefined) knownStrategy(named[role], spanAt(study.spans, 'register', role), context);
  const impactOfSpan = spanAt(spans, 'bands', 'impact', 'of');
  const impactOf = knownQuantity(content.bands.impact.of ?? '', impactOfSpan, context);
  const money = spellPrice(reportIn);
  if (impactOf !== undefined && /^[kMGT]?([A-Z]{3}_\d{4})$/.exec(impactOf.unit.text)?.[1] !== money)
    diagnostics.push(
      error(
        'register/money',
        `impacts are told in the study's reporting money, ${money}; ${impactOf.name} is in ${impactOf.unit.text}`,
        impactOfSpan,
        { help: `name a quantity in ${money} or a multiple of it, for example M${money}` },
      ),
    );
  const share = (text: string | number | undefined, span: Span): number | undefined =>
    text === undefined ? undefined : readShare(text, span, context);
  const rowContext: RowContext = {
    ...context,
    file,
    asOf: study.content.as_of,
    impactOf,
    impactBands: bands(file, 'impact', context),
    likelihoodBands: bands(file, 'likelihood', context),
    hasCurrent: named.current !== undefined,
    share,
  };
  const rows = Object.entries(content.rows).flatMap(([name, row]) => resolveRow(name, row, rowContext));
  if (impactOf === undefined) return undefined;
  return {
    title: content.register,
    inherent: named.inherent,
    current: named.current,
    residual: named.residual,
    impactOf: impactOf.name,
    impactOfSpan,
    impactBands: rowContext.impactBands,
    likelihoodBands: rowContext.likelihoodBands,
    tolerance: share(content.tolerance, spanAt(spans, 'tolerance')),
    uncoveredAbove: share(content.uncovered_above, spanAt(spans, 'uncovered_above')) ?? UNCOVERED_ABOVE,
    rows,
  };
}

/** A driver without a row is reported from this share on, unless the file says `uncovered_above`. */
const UNCOVERED_ABOVE = 0.01;

/** A share such as `5 %` as a number. */
function readShare(text: string | number, span: Span, { units, diagnostics }: ReportContext): number {
  const amount = parseAmount(String(text));
  const unit = amount === undefined ? undefined : units.parse(amount.unit).unit;
  if (amount === undefined || unit === undefined || !isPure(unit)) {
    diagnostics.push(error('register/share', `${text} is not a share, for example 5 %`, span));
    return 0;
  }
  return amount.number * unit.factor;
}

/** Five names with their lower bounds, rising from zero. */
function bands(
  { content, spans }: RegisterFile,
  which: 'impact' | 'likelihood',
  { units, diagnostics }: ReportContext,
): readonly Band[] {
  const entries = Object.entries(content.bands[which]).filter(
    ([name]) => !(which === 'impact' && name === 'of'),
  );
  const found = entries.map(([name, text]) => {
    const amount = parseAmount(String(text));
    const unit = amount === undefined ? undefined : units.parse(amount.unit).unit;
    if (amount === undefined || unit === undefined || !isPure(unit))
      diagnostics.push(
        error('register/band', `${name} is a share, for example 5 %`, spanAt(spans, 'bands', which, name)),
      );
    return { name, from: (amount?.number ?? 0) * (unit?.factor ?? 1) };
  });
  const rising = found.every(({ from }, index) =>
    index === 0 ? from === 0 : from > (found[index - 1]?.from ?? 0),
  );
  if (found.length !== 5 || !rising)
    diagnostics.push(
      error(
        'register/band',
        `${which} has five bands, given by rising lower bounds that start at 0 %`,
        keyAt(spans, 'bands', which),
      ),
    );
  return found;
}
