// The register, resolved: bands as numbers, every row tied to quantities or saying why it is not, triggers with their threshold.
import { didYouMean, error } from '../diagnostics/index.ts';
import { keyAt, type RegisterFile, type StudyFile, spanAt } from '../parse/index.ts';
import { isPure, parseAmount, sameDimension } from '../units/index.ts';
import { knownQuantity, type ReportContext, refuseTwice } from './reports.ts';
import type { Level, Register, RegisterEntry } from './types.ts';
import { readBaseUnits } from './units.ts';

export function resolveRegister(
  file: RegisterFile,
  study: StudyFile,
  context: ReportContext,
): Register | undefined {
  const { content, spans } = file;
  const { diagnostics } = context;
  const named = study.content.register;
  if (named === undefined) return undefined;
  for (const role of ['inherent', 'residual'] as const)
    if (!context.strategies.includes(named[role]))
      diagnostics.push(
        error(
          'name/unknown',
          `the study has no strategy named ${named[role]}`,
          spanAt(study.spans, 'register', role),
          { help: didYouMean(named[role], context.strategies) },
        ),
      );
  const impactOf = knownQuantity(
    content.bands.impact.of ?? '',
    spanAt(spans, 'bands', 'impact', 'of'),
    context,
  );
  const impactBands = bands(file, 'impact', context);
  const likelihoodBands = bands(file, 'likelihood', context);
  const level = (
    name: string,
    list: readonly { readonly name: string }[],
    path: readonly string[],
  ): Level => {
    const index = list.findIndex((band) => band.name === name);
    if (index < 0)
      diagnostics.push(
        error('register/band', `${name} is not one of the bands`, spanAt(spans, ...path), {
          help:
            didYouMean(
              name,
              list.map((band) => band.name),
            ) ?? `bands: ${list.map((band) => band.name).join(', ')}`,
        }),
      );
    return { name, level: index + 1 };
  };
  const rows = Object.entries(content.rows).flatMap(([name, row]): RegisterEntry[] => {
    const path = ['rows', name];
    const at = keyAt(spans, ...path);
    const drivers = row.driven_by ?? [];
    if ((drivers.length === 0) === (row.not_quantified === undefined))
      diagnostics.push(
        error('register/drivers', `${name} is either driven_by quantities, or says not_quantified: why`, at),
      );
    if (row.not_quantified !== undefined && row.impact === undefined)
      diagnostics.push(
        error('register/impact', `${name} is not quantified: its impact is a declared judgement`, at, {
          help: 'add impact: { inherent: ..., residual: ... } with names of bands',
        }),
      );
    refuseTwice(drivers, (index) => spanAt(spans, ...path, 'driven_by', index), context);
    for (const [index, driver] of drivers.entries()) {
      const span = spanAt(spans, ...path, 'driven_by', index);
      const quantity = knownQuantity(driver, span, context);
      if (quantity !== undefined && impactOf !== undefined && !sameDimension(quantity.unit, impactOf.unit))
        diagnostics.push(
          error(
            'unit/mismatch',
            `an impact is measured against ${impactOf.name} in ${impactOf.unit.text}; ${driver} is in ${quantity.unit.text}`,
            span,
          ),
        );
    }
    if (!context.strategies.includes(row.response.strategy))
      diagnostics.push(
        error(
          'name/unknown',
          `the study has no strategy named ${row.response.strategy}`,
          spanAt(spans, ...path, 'response', 'strategy'),
          { help: didYouMean(row.response.strategy, context.strategies) },
        ),
      );
    const watched = knownQuantity(row.watch.quantity, spanAt(spans, ...path, 'watch', 'quantity'), context);
    const span = spanAt(spans, ...path, 'watch', 'trigger');
    const [, sign, amount] = /^(>=|<=)\s*(.+)$/.exec(row.watch.trigger) ?? [];
    if (sign === undefined)
      diagnostics.push(error('register/trigger', 'a trigger is written ">= amount" or "<= amount"', span));
    const threshold =
      watched === undefined || amount === undefined
        ? undefined
        : readBaseUnits(amount, span, watched, context.units, diagnostics);
    if (watched === undefined || threshold === undefined) return [];
    const likelihood = {
      inherent: level(row.likelihood.inherent, likelihoodBands, [...path, 'likelihood', 'inherent']),
      residual: level(row.likelihood.residual, likelihoodBands, [...path, 'likelihood', 'residual']),
      because: row.likelihood.because,
    };
    const declaredImpact =
      row.impact === undefined
        ? undefined
        : {
            inherent: level(row.impact.inherent, impactBands, [...path, 'impact', 'inherent']),
            residual: level(row.impact.residual, impactBands, [...path, 'impact', 'residual']),
          };
    const { title, kind, type, cause, event, consequence, horizon, response, owner, evidence } = row;
    const watch = {
      quantity: watched.name,
      sign: sign === '<=' ? ('<=' as const) : ('>=' as const),
      threshold,
      trigger: row.watch.trigger,
      then: row.watch.then,
    };
    return [
      {
        name,
        title,
        kind,
        type,
        cause,
        event,
        consequence,
        drivenBy: drivers,
        notQuantified: row.not_quantified,
        declaredImpact,
        horizon,
        likelihood,
        response,
        owner,
        watch,
        evidence,
        span: at,
      },
    ];
  });
  if (impactOf === undefined) return undefined;
  return {
    title: content.register,
    inherent: named.inherent,
    residual: named.residual,
    impactOf: impactOf.name,
    impactOfSpan: spanAt(spans, 'bands', 'impact', 'of'),
    impactBands,
    likelihoodBands,
    rows,
  };
}

/** Five names with their lower bounds, rising from zero. */
function bands(
  { content, spans }: RegisterFile,
  which: 'impact' | 'likelihood',
  { units, diagnostics }: ReportContext,
): readonly { readonly name: string; readonly from: number }[] {
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
