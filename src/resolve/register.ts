// The register, resolved: bands as numbers, shares as numbers, and every row read against them.
import { error, type Span } from '../diagnostics/index.ts';
import { keyAt, type RegisterFile, type StudyFile, spanAt } from '../parse/index.ts';
import { type Price, spellPrice } from '../units/index.ts';
import { knownStrategy, type RowContext } from './register-checks.ts';
import { resolveRow } from './register-row.ts';
import { knownQuantity, type ReportContext } from './reports.ts';
import { meantShare, shareOf } from './share.ts';
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
function readShare(text: string | number, span: Span, { diagnostics }: ReportContext): number {
  const share = shareOf(text);
  if (share === undefined)
    diagnostics.push(
      error('register/share', `${text} is not a share, for example 5 %`, span, { help: meantShare(text) }),
    );
  return share ?? 0;
}

const EXAMPLES = {
  impact: 'minor: 0 %, moderate: 1 %, major: 3 %, severe: 7 %, critical: 15 %',
  likelihood: 'rare: 0 %, unlikely: 5 %, possible: 20 %, likely: 50 %, almost_certain: 80 %',
};

/** Five names with their lower bounds, rising from zero. */
function bands(
  { content, spans }: RegisterFile,
  which: 'impact' | 'likelihood',
  { diagnostics }: ReportContext,
): readonly Band[] {
  const entries = Object.entries(content.bands[which]).filter(
    ([name]) => !(which === 'impact' && name === 'of'),
  );
  const shares = entries.map(([, text]) => shareOf(String(text)));
  const found = entries.map(([name, text], index): Band => {
    const share = shares[index];
    const span = spanAt(spans, 'bands', which, name);
    if (share === undefined)
      diagnostics.push(
        error('register/band', `${name} is a share, for example 5 %`, span, {
          help: meantShare(String(text)),
        }),
      );
    else if (which === 'likelihood' && share > 1)
      diagnostics.push(error('register/band', `nothing is likelier than 100 %, as ${name} would be`, span));
    return { name, from: share ?? Number.NaN };
  });
  if (shares.includes(undefined)) return found;
  const rising = found.every(({ from }, index) =>
    index === 0 ? from === 0 : from > (found[index - 1]?.from ?? 0),
  );
  if (found.length !== 5 || !rising)
    diagnostics.push(
      error(
        'register/band',
        `${which} has five bands, given by rising lower bounds that start at 0 %`,
        keyAt(spans, 'bands', which),
        { help: `write for example ${EXAMPLES[which]}` },
      ),
    );
  return found;
}
