// Chart kind `paths`: lines over years by scenario, the provider's own path dashed beside them.

import type { ChartRequest, Findings } from '../../analyse/index.ts';
import { clauses, type Language, named, say } from '../wording.ts';
import { asLines } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { distinct, type Line, labelOf, type Shown, select, valueAt, varies } from './data.ts';
import { everyScenario } from './every.ts';
import { type LinePanel, MOST_PANELS } from './line_panels.ts';
import { fixed } from './numbers.ts';
import { LINES, pick } from './theme.ts';
import { briefUnit, signOf } from './units.ts';

/** Lines that a panel shows together: one quantity, one element, and one strategy where strategies differ. */
function groups(shown: Shown): Line[][] {
  const first = shown.strategies[0]?.name;
  const found = new Map<string, Line[]>();
  for (const line of shown.lines) {
    const apart = differs(line, shown);
    if (!apart && line.strategy !== first) continue;
    const key = [line.quantity, line.item, apart ? line.strategy : ''].join('\n');
    found.set(key, [...(found.get(key) ?? []), line]);
  }
  return [...found.values()];
}

/** True if strategies differ in what the line shows. */
function differs(line: Line, shown: Shown): boolean {
  const like = shown.lines.filter((one) => one.quantity === line.quantity && one.item === line.item);
  return varies(like, 'strategy');
}

function titleOf(
  group: readonly Line[],
  request: ChartRequest,
  findings: Findings,
  shown: Shown,
  language: Language,
): string {
  const line = group[0];
  if (!line) return '';
  const strategy = shown.strategies.find((one) => one.name === line.strategy);
  const parts = [
    distinct(shown.lines.map((one) => one.quantity)).length > 1
      ? labelOf(request, findings, line.quantity, language)
      : '',
    line.item === '' ? '' : named(line.series.itemTitle, language),
    differs(line, shown) && strategy ? named(strategy.title, language) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const allScenarios = ({ whole }: Shown, language: Language): string =>
  whole.scenarios
    ? say(language, 'all scenarios', '所有情景')
    : say(language, 'all scenarios shown', '图中所有情景');

function panelOf(
  group: readonly Line[],
  title: string,
  findings: Findings,
  shown: Shown,
  language: Language,
): LinePanel {
  const same = shown.scenarios.length > 1 && !varies(group, 'scenario');
  const untils = group.flatMap((line) => line.series.observedUntil ?? []);
  return {
    title,
    observedUntil: untils.length > 0 ? Math.max(...untils) : undefined,
    lines: (same ? group.slice(0, 1) : group).map((line) => {
      const index = findings.scenarios.findIndex((one) => one.name === line.scenario);
      const scenario = findings.scenarios[index];
      const name = scenario ? named(scenario.title, language) : line.scenario;
      return {
        name: same ? allScenarios(shown, language) : name,
        color: pick(LINES, Math.max(0, index)),
        years: line.years,
        values: line.values,
        published: line.published,
      };
    }),
  };
}

/**
 * What a group of lines comes to at a year: `EU 57 to 120`; equal values are said once, one scenario is followed
 * from its first year.
 */
function clause(
  group: readonly Line[],
  name: string,
  year: number,
  shown: Shown,
  language: Language,
): string {
  const { decimals } = shown;
  const sign = signOf(shown.unit, language);
  const unit = sign === '' ? briefUnit(shown.unit, language) : '';
  const every = everyScenario(shown, language);
  const values = group.map((line) => valueAt(line, year));
  const low = fixed(Math.min(...values), decimals) + sign;
  const high = fixed(Math.max(...values), decimals) + sign;
  if (group.length > 1) {
    if (low !== high)
      return say(language, `${name}${low} to ${high}${unit}`, `${name}${low} 至 ${high}${unit}`);
    return say(language, `${name}${low}${unit} in ${every}`, `${name}${low}${unit}（${every}相同）`);
  }
  const line = group[0];
  const start = fixed(line?.values[0] ?? 0, decimals) + sign;
  const from = line?.years[0] ?? year;
  if (start === low)
    return say(language, `${name}${low}${unit}, as in ${from}`, `${name}${low}${unit}（与 ${from} 年相同）`);
  return say(
    language,
    `${name}${low}${unit}, from ${start} in ${from}`,
    `${name}${low}${unit}（${from} 年为 ${start}）`,
  );
}

/** The medium horizon, unless only the last year tells the scenarios apart. */
function tellingYear(all: readonly (readonly Line[])[], years: readonly number[], medium: number): number {
  const last = Math.max(...years);
  const apart = (year: number) =>
    all.some((group) => distinct(group.map((line) => valueAt(line, year))).length > 1);
  return years.includes(medium) && (apart(medium) || !apart(last)) ? medium : last;
}

function headline(
  all: readonly (readonly Line[])[],
  titles: readonly string[],
  request: ChartRequest,
  findings: Findings,
  shown: Shown,
  language: Language,
): string {
  const years = distinct(shown.lines.flatMap((line) => [...line.years]));
  if (years.length === 0) return say(language, 'No values to show', '没有可显示的数值');
  const year = tellingYear(all, years, findings.horizons.medium);
  const about = named(request.title, language);
  const parts = all.slice(0, 2).map((group, index) => {
    const title = titles[index] ?? '';
    const name = title === '' ? '' : `${title} `;
    return clause(group, name, year, shown, language);
  });
  const more = Math.min(all.length, MOST_PANELS) - parts.length;
  const rest = more > 0 ? say(language, `${more} more below`, `另有 ${more} 项见下图`) : '';
  return say(language, `${about} in ${year}: `, `${year} 年${about}：`) + clauses([...parts, rest], language);
}

export const paths: Sketching = (request, findings, language) => {
  const shown = select(request, findings, language);
  const all = groups(shown);
  const titles = all.map((group) => titleOf(group, request, findings, shown, language));
  const panels = all
    .slice(0, MOST_PANELS)
    .map((group, index) => panelOf(group, titles[index] ?? '', findings, shown, language));
  const dashed = panels.some((panel) => panel.lines.some((line) => line.published));
  return {
    headline: headline(all, titles, request, findings, shown, language),
    facts: [],
    unit: shown.unit,
    notes: [],
    left: titles.slice(MOST_PANELS),
    ...asLines({
      panels,
      decimals: shown.decimals,
      sign: signOf(shown.unit, language),
      language,
      legend: dashed
        ? [
            { mark: 'line', color: '#52606d', label: say(language, 'used by the model', '模型采用') },
            {
              mark: 'dashes',
              color: '#52606d',
              label: say(
                language,
                'as published, before splicing to observed years',
                '机构原始路径（与实测值衔接前）',
              ),
            },
          ]
        : [],
    }),
  };
};
