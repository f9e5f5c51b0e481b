// The numbers of lines, stacks and bars over years or elements.

import { casesOf, withoutRepeats } from '../../charts/cases.ts';
import { distinct, select, valueAt, yearOf } from '../../charts/data.ts';
import { named, say } from '../../wording.ts';
import { type Asked, BLANK, type Drawn, label, onLine, sumOf } from './common.ts';
import { targetNumbers } from './targets.ts';

/** Lines and stacks: the years at which a committee looks, those that the headline names, and the sums of what is stacked. */
export function series(asked: Asked): Drawn {
  const { request, findings, language } = asked;
  const stacked = request.kind === 'stacks' || (request.kind === 'items' && !request.unit.includes('/'));
  const alone = request.kind === 'compare';
  const wanted = alone ? { ...request, years: [yearOf(request, findings)] } : request;
  const all = select(wanted, findings, language, stacked);
  const shown = request.kind === 'stacks' ? all : withoutRepeats(all);
  const panelled = !['paths', 'target'].includes(request.kind);
  const cases = panelled
    ? casesOf(shown, language).cases
    : shown.strategies.flatMap((strategy) => shown.scenarios.map((scenario) => ({ scenario, strategy })));
  const { short: near, medium, long } = findings.horizons;
  const have = new Set(shown.lines.flatMap(({ years }) => [...years]));
  const years = distinct([findings.baseYear, near, medium, long, ...asked.named])
    .filter((year) => have.has(year))
    .toSorted((one, other) => one - other);
  const several = request.quantities.length > 1;
  const lines = cases.flatMap(({ scenario, strategy }) => {
    const own = shown.lines
      .filter((line) => line.scenario === scenario.name && line.strategy === strategy.name)
      .filter(({ values }) => !stacked || values.some((value) => value !== 0));
    const where = [
      ...(shown.scenarios.length > 1 || all.scenarios.length === 1 ? [named(scenario.title, language)] : []),
      ...(shown.strategies.length > 1 || all.strategies.length === 1
        ? [named(strategy.title, language)]
        : []),
    ];
    const rows = own.map((line) => ({
      labels: [
        ...where,
        ...[
          several ? label(line.quantity, asked) : '',
          line.item === '' ? '' : named(line.series.itemTitle, language),
        ],
      ].filter((part) => part !== ''),
      readings: years.map((year) => onLine(line, year, shown, asked)),
    }));
    const summed = (stacked || request.kind === 'calendar') && own.length > 1;
    if (!summed) return rows;
    const name = say(language, 'Sum', '合计');
    const readings = years.map((year, place) =>
      sumOf(
        rows.map(({ labels, readings: each }) => [labels.at(-1) ?? '', each[place] ?? BLANK] as const),
        own.reduce((sum, line) => sum + valueAt(line, year), 0),
        `${[named(request.title, language), String(year)].join(' ')} · ${where.join(' · ')}`,
        shown,
        asked,
      ),
    );
    return [...rows, { labels: [...where, name], readings }];
  });
  const also = request.kind === 'target' ? targetNumbers(request, shown, asked) : [];
  return { head: years.map(String), lines, unit: shown.unit, also };
}
