// Chart kind `calendar`: one quantity by the parts of the year, bar by bar in their order, the sum of each year below it.

import type { ChartRequest } from '../../analyse/index.ts';
import { clauses, type Language, named, say } from '../wording.ts';
import { asGroups } from './bodies.ts';
import { type Case, type Cases, caseName, casesOf, sameFor, withoutRepeats } from './cases.ts';
import type { Sketching } from './chart.ts';
import { distinct, type Shown, select, topic, valueAt } from './data.ts';
import { fixed } from './numbers.ts';
import { COLOUR } from './theme.ts';
import { briefUnit } from './units.ts';
import { among, largerOutside, movedBefore } from './window.ts';

/** One bar of one case: its year, the name of its part of the year, its value. */
interface Span {
  readonly year: number;
  readonly part: string;
  readonly value: number;
}

function spansOf(
  one: Case,
  parts: readonly string[],
  years: readonly number[],
  shown: Shown,
  language: Language,
): Span[] {
  const own = shown.lines.filter(
    (line) => line.scenario === one.scenario.name && line.strategy === one.strategy.name,
  );
  return years.flatMap((year) =>
    parts.flatMap((item) => {
      const line = own.find((candidate) => candidate.item === item);
      return line ? [{ year, part: named(line.series.itemTitle, language), value: valueAt(line, year) }] : [];
    }),
  );
}

const spell = ({ year, part }: Span, language: Language): string =>
  say(language, `${part} ${year}`, `${year} 年${part}`);

/** When the first money moves, and which bar of which case is the largest. */
function headline(
  all: readonly (readonly Span[])[],
  made: Cases,
  request: ChartRequest,
  shown: Shown,
  language: Language,
): string {
  const name = topic(request, '', language);
  const flat = all.flatMap((spans, index) =>
    spans.map((span, place) => ({ span, place, of: made.cases[index] })),
  );
  const moved = flat.filter(({ span }) => span.value !== 0);
  const first = moved.toSorted((a, b) => a.place - b.place)[0];
  const most = moved.toSorted((a, b) => Math.abs(b.span.value) - Math.abs(a.span.value))[0];
  const larger = among(
    shown.lines,
    largerOutside(shown.lines, ({ scenario, strategy, item }) => [scenario, strategy, item].join('\n')),
    language,
  );
  if (!first || !most)
    return say(language, `${name}: nothing in any year${larger}`, `${name}：${larger}各年均为零`);
  const earlier = among(shown.lines, movedBefore(shown.lines, first.span.year), language);
  const amount = fixed(most.span.value, shown.decimals) + briefUnit(shown.unit, language);
  const where = most.of && made.cases.length > 1 ? caseName(most.of, made, language) : '';
  const of = where === '' ? '' : say(language, ` (${where})`, `（${where}）`);
  return clauses(
    [
      say(
        language,
        `${name}: the first${earlier} falls in ${spell(first.span, language)}`,
        `${name}：${earlier}首笔在 ${spell(first.span, language)}`,
      ),
      say(
        language,
        `the largest${larger} is ${amount} in ${spell(most.span, language)}${of}`,
        `${larger}最大一笔在 ${spell(most.span, language)}，为 ${amount}${of}`,
      ),
    ],
    language,
  );
}

export const calendar: Sketching = (request, findings, language) => {
  const asked = select(request, findings, language);
  const shown = withoutRepeats(asked);
  const years = distinct(shown.lines.flatMap((line) => [...line.years])).sort((a, b) => a - b);
  const parts = distinct(shown.lines.map((line) => line.item));
  const made = casesOf(shown, language);
  const all = made.cases.map((one) => spansOf(one, parts, years, shown, language));
  const panels = all.map((spans) => {
    const values = years.map((year) => spans.filter((span) => span.year === year).map(({ value }) => value));
    return {
      values,
      below: values.map((own) =>
        fixed(
          own.reduce((sum, value) => sum + value, 0),
          shown.decimals,
        ),
      ),
    };
  });
  const names = all[0]?.slice(0, parts.length).map(({ part }) => part) ?? [];
  return {
    headline: headline(all, made, request, shown, language),
    facts: [
      ...sameFor(shown, asked, made, language),
      say(language, 'sum of the year below', '下方为年度合计'),
    ],
    unit: shown.unit,
    notes: [
      say(
        language,
        `Bars of a year, in order: ${names.join(', ')}.`,
        `每年各柱依次为：${names.join('、')}。`,
      ),
    ],
    left: made.left,
    ...asGroups({
      groups: years.map(String),
      bars: names.map((name) => ({ name, color: COLOUR.navy })),
      columns: made.columns,
      rows: made.rows,
      panels,
      decimals: shown.decimals,
      key: false,
    }),
  };
};
