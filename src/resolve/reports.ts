// What a study wants shown: targets, reconciliation, charts; every quantity, scenario and unit they name must exist.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import { type ChartFile, type CompanyFile, keyAt, listOf, readProvenanceOf, spanAt } from '../parse/index.ts';
import { explainAmount, parseAmount, sameDimension, type UnitSystem } from '../units/index.ts';
import type { Chart, Quantity, Reconciliation, Target } from './types.ts';
import { readUnit } from './units.ts';

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

/** An amount that is compared with a quantity, in base units. */
export function comparable(
  text: string | number,
  span: Span,
  quantity: Quantity,
  { units, diagnostics }: ReportContext,
): number | undefined {
  const amount = parseAmount(String(text));
  if (amount === undefined) {
    diagnostics.push(
      error('value/amount', `${JSON.stringify(text)} is not a number with a unit`, span, {
        help: explainAmount(String(text)),
      }),
    );
    return undefined;
  }
  const unit = readUnit(units, amount.unit, span, diagnostics);
  if (unit === undefined) return undefined;
  if (!sameDimension(unit, quantity.unit)) {
    diagnostics.push(
      error('value/unit', `${quantity.name} is measured in ${quantity.unit.text}, not in ${unit.text}`, span),
    );
    return undefined;
  }
  return amount.number * unit.factor;
}

/** A year of the study, or an error. */
export function knownYear(year: number, span: Span, { years, diagnostics }: ReportContext): boolean {
  if (years.includes(year)) return true;
  diagnostics.push(
    error('value/year', `${year} is not a year of the study, ${years[0]} to ${years.at(-1)}`, span),
  );
  return false;
}

export function resolveTargets(
  { content, spans, provenance: inherited }: CompanyFile,
  context: ReportContext,
): readonly Target[] {
  return Object.entries(content.targets ?? {}).flatMap(([name, target]): Target[] => {
    const path = ['targets', name];
    const quantity = knownQuantity(target.quantity, spanAt(spans, ...path, 'quantity'), context);
    const direction = target.at_least === undefined ? 'at_most' : 'at_least';
    const text = target[direction];
    const reading = readProvenanceOf(target, spans, path);
    context.diagnostics.push(...reading.diagnostics);
    const provenance = reading.provenance ?? inherited;
    if (text === undefined || (target.at_least !== undefined && target.at_most !== undefined)) {
      context.diagnostics.push(
        error('target/form', 'a target says either at_least or at_most', keyAt(spans, ...path)),
      );
      return [];
    }
    if (provenance === undefined && reading.diagnostics.length === 0)
      context.diagnostics.push(
        error('source/missing', `the target ${name} has no source`, keyAt(spans, ...path), {
          help: 'add source: [key, place], or assumed: why with a confidence',
        }),
      );
    const goal =
      quantity === undefined
        ? undefined
        : comparable(text, spanAt(spans, ...path, direction), quantity, context);
    if (
      quantity === undefined ||
      goal === undefined ||
      !knownYear(target.year, spanAt(spans, ...path, 'year'), context)
    )
      return [];
    return [
      {
        name,
        title: target.title,
        quantity: quantity.name,
        year: target.year,
        direction,
        goal,
        provenance,
        span: keyAt(spans, ...path),
      },
    ];
  });
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
    const amount = parseAmount(String(line.within));
    if (amount === undefined || (amount.unit !== '%' && amount.unit !== '1')) {
      context.diagnostics.push(
        error('value/amount', 'within is a share, for example 0.1 %', spanAt(spans, ...path, 'within')),
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
        left: left.name,
        right: right.name,
        within: amount.number * (amount.unit === '%' ? 0.01 : 1),
        because: line.because,
        span: keyAt(spans, ...path),
      },
    ];
  });
}

export function resolveChart({ content, spans }: ChartFile, context: ReportContext): Chart {
  const quantities = listOf(content.quantities);
  const place = (key: 'quantities' | 'scenarios' | 'strategies', index: number): Span =>
    typeof content[key] === 'string' ? spanAt(spans, key) : spanAt(spans, key, index);
  const unit =
    content.unit === undefined
      ? undefined
      : readUnit(context.units, String(content.unit), spanAt(spans, 'unit'), context.diagnostics);
  for (const [index, name] of quantities.entries()) {
    const quantity = knownQuantity(name, place('quantities', index), context);
    if (quantity !== undefined && unit !== undefined && !sameDimension(quantity.unit, unit))
      context.diagnostics.push(
        error(
          'value/unit',
          `${name} is measured in ${quantity.unit.text} and cannot be shown in ${unit.text}`,
          place('quantities', index),
        ),
      );
  }
  const filter = (key: 'scenarios' | 'strategies'): readonly string[] => {
    const written = listOf(content[key]);
    for (const [index, name] of written.entries())
      if (!context[key].includes(name))
        context.diagnostics.push(
          error(
            'name/unknown',
            `the study has no ${key === 'scenarios' ? 'scenario' : 'strategy'} named ${name}`,
            place(key, index),
            { help: didYouMean(name, context[key]) },
          ),
        );
    return written.length === 0 ? context[key] : written;
  };
  const [from, to = from] = String(content.years ?? `${context.years[0]} to ${context.years.at(-1)}`)
    .split(' to ')
    .map(Number);
  for (const year of [from, to]) if (year !== undefined) knownYear(year, spanAt(spans, 'years'), context);
  for (const name of Object.keys(content.labels ?? {}))
    if (
      !context.quantities.has(name) &&
      ![...context.quantities.values()].some(({ sets }) => sets.length > 0)
    )
      context.diagnostics.push(
        error('name/unknown', `there is nothing named ${name} to label`, keyAt(spans, 'labels', name)),
      );
  return {
    name: content.chart,
    kind: content.kind,
    title: content.title,
    quantities,
    scenarios: filter('scenarios'),
    strategies: filter('strategies'),
    years: context.years.filter((year) => year >= (from ?? year) && year <= (to ?? year)),
    unit,
    labels: new Map(Object.entries(content.labels ?? {})),
    kindSpan: spanAt(spans, 'kind'),
  };
}
