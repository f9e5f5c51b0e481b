// One row of the register: what drives it, how it is rated, what is watched; every name it gives must exist.
import { error } from '../diagnostics/index.ts';
import { keyAt, type RegisterRowContent, spanAt } from '../parse/index.ts';
import { sameDimension } from '../units/index.ts';
import { knownStrategy, levelOf, type RowContext } from './register-checks.ts';
import { resolveDetails } from './register-details.ts';
import { resolveOverride } from './register-override.ts';
import { knownQuantity, refuseTwice } from './reports.ts';
import type { Band, Level, RegisterEntry, Sides } from './types.ts';
import { readBaseUnits } from './units.ts';

/** A row at fault has diagnostics; it is left out where it cannot be told of. */
export function resolveRow(
  name: string,
  row: RegisterRowContent,
  context: RowContext,
): readonly RegisterEntry[] {
  const { file, diagnostics } = context;
  const { spans } = file;
  const path = ['rows', name] as const;
  const at = keyAt(spans, ...path);
  checkDrivers(name, row, context);
  knownStrategy(row.response.strategy, spanAt(spans, ...path, 'response', 'strategy'), context);
  const watched = knownQuantity(row.watch.quantity, spanAt(spans, ...path, 'watch', 'quantity'), context);
  const span = spanAt(spans, ...path, 'watch', 'trigger');
  const [, sign, amount] = /^(>=|<=)\s*(.+)$/.exec(row.watch.trigger) ?? [];
  if (sign === undefined)
    diagnostics.push(error('register/trigger', 'a trigger is written ">= amount" or "<= amount"', span));
  const threshold =
    watched === undefined || amount === undefined
      ? undefined
      : readBaseUnits(amount, span, watched, context.units, diagnostics);
  const sides = (key: 'likelihood' | 'impact', list: readonly Band[]): Sides | undefined => {
    const written = row[key];
    if (written === undefined) return undefined;
    const level = (side: 'inherent' | 'current' | 'residual', text: string): Level =>
      levelOf(text, list, spanAt(spans, ...path, key, side), context);
    return {
      inherent: level('inherent', written.inherent),
      ...(written.current === undefined ? {} : { current: level('current', written.current) }),
      residual: level('residual', written.residual),
    };
  };
  const likelihood = sides('likelihood', context.likelihoodBands);
  const declaredImpact = sides('impact', context.impactBands);
  checkCurrent(name, row, context);
  const details = resolveDetails(name, row, context);
  const override = resolveOverride(name, row, context);
  if (watched === undefined || threshold === undefined || likelihood === undefined) return [];
  const { title, kind, type, cause, event, consequence, horizon, response, owner, evidence } = row;
  return [
    {
      name,
      title,
      kind,
      type,
      cause,
      event,
      consequence,
      drivenBy: row.driven_by ?? [],
      notQuantified: row.not_quantified,
      declaredImpact,
      horizon,
      likelihood: { ...likelihood, because: row.likelihood.because },
      response,
      owner,
      watch: {
        quantity: watched.name,
        sign: sign === '<=' ? '<=' : '>=',
        threshold,
        trigger: row.watch.trigger,
        then: row.watch.then,
        source: row.watch.source,
      },
      evidence,
      ...details,
      override,
      span: at,
    },
  ];
}

function checkDrivers(name: string, row: RegisterRowContent, context: RowContext): void {
  const { file, diagnostics, impactOf } = context;
  const { spans } = file;
  const path = ['rows', name] as const;
  const drivers = row.driven_by ?? [];
  if ((drivers.length === 0) === (row.not_quantified === undefined))
    diagnostics.push(
      error(
        'register/drivers',
        `${name} is either driven_by quantities, or says not_quantified: why`,
        keyAt(spans, ...path),
      ),
    );
  if (row.not_quantified !== undefined && row.impact === undefined)
    diagnostics.push(
      error(
        'register/impact',
        `${name} is not quantified: its impact is a declared judgement`,
        keyAt(spans, ...path),
        { help: 'add impact: { inherent: ..., residual: ... } with names of bands' },
      ),
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
}

/** A rating of today needs an impact of today: from a strategy of the study, or declared where nothing is quantified. */
function checkCurrent(name: string, row: RegisterRowContent, context: RowContext): void {
  const { spans } = context.file;
  const path = ['rows', name] as const;
  const { likelihood, impact, not_quantified } = row;
  if (likelihood.current === undefined) {
    if (impact?.current !== undefined)
      context.diagnostics.push(
        error(
          'register/current',
          `${name} declares a current impact and no current likelihood`,
          keyAt(spans, ...path, 'impact', 'current'),
          { help: 'add current: ... to likelihood too' },
        ),
      );
    return;
  }
  const told = not_quantified === undefined ? context.hasCurrent : impact?.current !== undefined;
  if (told) return;
  context.diagnostics.push(
    error(
      'register/current',
      `${name} has a current likelihood and no current impact`,
      keyAt(spans, ...path, 'likelihood', 'current'),
      {
        help:
          not_quantified === undefined
            ? 'name the strategy of today in the study: register: { current: ... }'
            : 'add current: ... to impact too',
      },
    ),
  );
}
