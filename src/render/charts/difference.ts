// Chart kind `difference`: one quantity of each strategy less that of the first strategy of the chart, scenario by scenario.

import { type Language, named, say } from '../wording.ts';
import { asGroups } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { type Line, type Shown, select, valueAt, yearOf } from './data.ts';
import { signed } from './numbers.ts';
import { pick, STRATEGIES } from './theme.ts';
import { briefUnit } from './units.ts';

const MOST_SCENARIOS = 10;

/** Sum over the elements; a quantity over base has its one value in every year. */
function amountOf(lines: readonly Line[], scenario: string, strategy: string, year: number): number {
  return lines
    .filter((line) => line.scenario === scenario && line.strategy === strategy)
    .reduce((sum, line) => sum + (line.years.length === 1 ? (line.values[0] ?? 0) : valueAt(line, year)), 0);
}

/** The two ends of the differences, each with its case. */
function headline(
  values: readonly (readonly number[])[],
  name: string,
  shown: Shown,
  language: Language,
): string {
  const [reference, ...others] = shown.strategies.map((one) => named(one.title, language));
  const scenarios = shown.scenarios.map((one) => named(one.title, language));
  const all = values.flatMap((group, scenario) =>
    group.map((value, strategy) => ({
      value,
      where: [others[strategy], scenarios.length > 1 ? scenarios[scenario] : undefined]
        .filter((title) => title !== undefined)
        .join(say(language, ', ', '、')),
    })),
  );
  const [first] = all;
  if (first === undefined) return say(language, 'No strategies to compare', '没有可比较的策略');
  const low = all.reduce((one, other) => (other.value < one.value ? other : one), first);
  const high = all.reduce((one, other) => (other.value > one.value ? other : one), first);
  const unit = briefUnit(shown.unit, language);
  const said = ({ value, where }: typeof first): string =>
    signed(value, shown.decimals) + say(language, ` (${where})`, `（${where}）`);
  const head = say(language, `${name} against ${reference}: `, `${name}（与${reference}相比）：`);
  if (low.value === high.value) return head + signed(low.value, shown.decimals) + unit;
  return (
    head + say(language, `${said(low)} to ${said(high)}${unit}`, `${said(low)}至 ${said(high)}${unit.trim()}`)
  );
}

export const difference: Sketching = (request, findings, language) => {
  const year = yearOf(request, findings);
  const once = findings.quantities.get(request.quantities[0] ?? '')?.over === 'base';
  const asked = select({ ...request, years: once ? [] : [year] }, findings, language);
  const shown = { ...asked, scenarios: asked.scenarios.slice(0, MOST_SCENARIOS) };
  const [reference, ...others] = shown.strategies;
  const values = shown.scenarios.map(({ name }) =>
    others.map(
      (strategy) =>
        amountOf(shown.lines, name, strategy.name, year) -
        amountOf(shown.lines, name, reference?.name ?? '', year),
    ),
  );
  const left = asked.scenarios.slice(MOST_SCENARIOS).map((one) => named(one.title, language));
  return {
    headline: headline(values, named(request.title, language), shown, language),
    facts: [
      say(
        language,
        `less that of ${reference ? named(reference.title, language) : ''}`,
        `减去${reference ? named(reference.title, language) : ''}`,
      ),
      ...(once ? [] : [say(language, `${year}`, `${year} 年`)]),
    ],
    unit: shown.unit,
    notes: [say(language, 'Central case.', '中心情形。')],
    left,
    ...asGroups({
      groups: shown.scenarios.map((one) => named(one.title, language)),
      bars: others.map((one, index) => ({
        name: named(one.title, language),
        color: pick(STRATEGIES, index),
      })),
      columns: [''],
      rows: [''],
      panels: [{ values, below: values.map(() => '') }],
      decimals: shown.decimals,
      key: true,
      signed: true,
    }),
  };
};
