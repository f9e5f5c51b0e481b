// What a study wants shown: headlines and reconciliation; every quantity and year that a report names must exist.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import { type CompanyFile, keyAt, spanAt } from '../parse/index.ts';
import { sameDimension, showAmount, type UnitSystem } from '../units/index.ts';
import { meantShare, shareOf } from './share.ts';
import type { Quantity, Reconciliation } from './types.ts';

export interface ReportContext {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly units: UnitSystem;
  readonly years: readonly number[];
  readonly scenarios: readonly string[];
  readonly strategies: readonly string[];
  readonly diagnostics: Diagnostic[];
}

export function knownQuantity(
  name: string,
  span: Span,
  { quantities, diagnostics }: ReportContext,
): Quantity | undefined {
  const quantity = quantities.get(name);
  if (quantity === undefined)
    diagnostics.push(
      error('name/unknown', `there is no quantity named ${name}`, span, {
        help: didYouMean(name, quantities.keys()),
      }),
    );
  return quantity;
}

/** A year of the study, or an error. */
export function knownYear(year: number, span: Span, { years, diagnostics }: ReportContext): boolean {
  if (years.includes(year)) return true;
  diagnostics.push(
    error('value/year', `${year} is not a year of the study, ${years[0]} to ${years.at(-1)}`, span),
  );
  return false;
}

/** False, and an error, if a goal lies where its quantity never comes: such a goal is met by all, or by none. */
export function withinBounds(
  goal: number,
  written: string | number,
  { name, unit, within, span: declared }: Quantity,
  span: Span,
  { diagnostics }: ReportContext,
): boolean {
  if (within === undefined || (goal >= within[0] && goal <= within[1])) return true;
  const [low, high] = within.map((bound) => showAmount(bound, unit));
  diagnostics.push(
    error(
      'value/bounds',
      `the goal for ${name} is ${showAmount(goal, unit)}, outside ${low} to ${high}`,
      span,
      {
        also: [{ span: declared, text: 'its bounds' }],
        help: meantShare(written),
      },
    ),
  );
  return false;
}

export function resolveReconciliation(
  { content, spans }: CompanyFile,
  context: ReportContext,
): readonly Reconciliation[] {
  return Object.entries(content.reconciliation ?? {}).flatMap(([name, line]): Reconciliation[] => {
    const path = ['reconciliation', name];
    const [left, right] = line.compare.map((quantity, index) =>
      knownQuantity(quantity, spanAt(spans, ...path, 'compare', index), context),
    );
    const within = shareOf(line.within);
    if (within === undefined) {
      context.diagnostics.push(
        error('value/amount', 'within is a share, for example 0.1 %', spanAt(spans, ...path, 'within'), {
          help: meantShare(line.within),
        }),
      );
      return [];
    }
    if (left === undefined || right === undefined) return [];
    if (!sameDimension(left.unit, right.unit)) {
      context.diagnostics.push(
        error(
          'unit/mismatch',
          `${left.name} in ${left.unit.text} cannot be compared with ${right.name} in ${right.unit.text}`,
          spanAt(spans, ...path, 'compare'),
        ),
      );
      return [];
    }
    for (const [index, side] of [left, right].entries())
      if (side.over !== 'base' || side.sets.length > 0)
        context.diagnostics.push(
          error(
            'reconciliation/form',
            `${side.name} must be one number: over: base, without sets`,
            spanAt(spans, ...path, 'compare', index),
          ),
        );
    return [
      {
        name,
        title: line.title,
        between: line.between,
        left: left.name,
        right: right.name,
        within,
        because: line.because,
        span: keyAt(spans, ...path),
      },
    ];
  });
}

/** A headline adds up the elements of its quantity, which a share or a rate does not bear. */
export function knownHeadline(name: string, span: Span, context: ReportContext): void {
  const quantity = knownQuantity(name, span, context);
  if (quantity === undefined || quantity.sets.length === 0) return;
  const exponents = Object.values(quantity.unit.dimension);
  if (exponents.length > 0 && exponents.every((exponent) => exponent > 0)) return;
  const message = `a headline adds up ${quantity.sets.join(' and ')}, and ${name} in ${quantity.unit.text} does not add up`;
  context.diagnostics.push(
    error('headline/sum', message, span, { help: 'name a quantity without sets, for example a mean' }),
  );
}

/** Names that are listed twice would be counted twice. */
export function refuseTwice(
  names: readonly string[],
  place: (index: number) => Span,
  { diagnostics }: ReportContext,
): void {
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index)
      diagnostics.push(error('name/twice', `${name} is named twice`, place(index)));
}
