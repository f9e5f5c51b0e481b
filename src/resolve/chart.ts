// A chart file, resolved: quantities, filters and years that exist, units that can be shown together.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import { type ChartFile, keyAt, listOf, spanAt } from '../parse/index.ts';
import { sameDimension, type Unit } from '../units/index.ts';
import { knownQuantity, knownYear, type ReportContext, refuseTwice } from './reports.ts';
import type { Chart } from './types.ts';
import { readUnit } from './units.ts';

type ListKey = 'quantities' | 'scenarios' | 'strategies';

export function resolveChart({ content, spans }: ChartFile, context: ReportContext): Chart {
  const place =
    (key: ListKey) =>
    (index: number): Span =>
      typeof content[key] === 'string' ? spanAt(spans, key) : spanAt(spans, key, index);
  const unit =
    content.unit === undefined
      ? undefined
      : readUnit(context.units, String(content.unit), spanAt(spans, 'unit'), context.diagnostics);
  const quantities = listOf(content.quantities);
  checkQuantities(quantities, unit, place('quantities'), context);
  const { width } = content;
  const widthSpan = spanAt(spans, width === undefined ? 'kind' : 'width');
  if (width !== undefined) knownQuantity(width, widthSpan, context);
  const filter = (key: 'scenarios' | 'strategies'): readonly string[] => {
    const written = listOf(content[key]);
    refuseTwice(written, place(key), context);
    for (const [index, name] of written.entries())
      if (!context[key].includes(name))
        context.diagnostics.push(
          error(
            'name/unknown',
            `the study has no ${key === 'scenarios' ? 'scenario' : 'strategy'} named ${name}`,
            place(key)(index),
            { help: didYouMean(name, context[key]) },
          ),
        );
    return written.length === 0 ? context[key] : written;
  };
  for (const name of Object.keys(content.labels ?? {}))
    if (!context.quantities.has(name))
      context.diagnostics.push(
        error('name/unknown', `there is nothing named ${name} to label`, keyAt(spans, 'labels', name), {
          help: didYouMean(name, [...quantities, ...context.quantities.keys()]),
        }),
      );
  return {
    name: content.chart,
    kind: content.kind,
    title: content.title,
    quantities,
    width,
    scenarios: filter('scenarios'),
    strategies: filter('strategies'),
    years: yearsOf(content.years, spanAt(spans, 'years'), context),
    unit,
    labels: new Map(Object.entries(content.labels ?? {})),
    kindSpan: spanAt(spans, 'kind'),
    quantitiesSpan: content.quantities === undefined ? spanAt(spans, 'kind') : spanAt(spans, 'quantities'),
    widthSpan,
  };
}

/** All on one axis: in the unit that the chart names, else in one that fits the first quantity. */
function checkQuantities(
  names: readonly string[],
  unit: Unit | undefined,
  place: (index: number) => Span,
  context: ReportContext,
): void {
  refuseTwice(names, place, context);
  const found = names.map((name, index) => knownQuantity(name, place(index), context));
  const shown = unit ?? found[0]?.unit;
  for (const [index, quantity] of found.entries())
    if (quantity !== undefined && shown !== undefined && !sameDimension(quantity.unit, shown))
      context.diagnostics.push(
        error(
          'value/unit',
          `${quantity.name} is measured in ${quantity.unit.text} and cannot be shown in ${shown.text}`,
          place(index),
          { help: unit === undefined ? 'give it a chart of its own' : undefined },
        ),
      );
}

function yearsOf(
  written: string | number | undefined,
  span: Span,
  context: ReportContext,
): readonly number[] {
  if (written === undefined) return context.years;
  const [from = 0, to = from] = String(written).split(' to ').map(Number);
  if (from > to) {
    context.diagnostics.push(
      error('value/year', `the years run backwards`, span, { help: `write ${to} to ${from}` }),
    );
    return [];
  }
  for (const year of new Set([from, to])) knownYear(year, span, context);
  return context.years.filter((year) => year >= from && year <= to);
}
