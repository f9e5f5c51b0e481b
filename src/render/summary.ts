// What a terminal shows after a run, as plain rows: the command line draws the tables.
import type { Findings, TargetFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { decimalsFor, fixed, short } from './charts/numbers.ts';
import { scaled } from './charts/units.ts';
import { type Language, named, say } from './wording.ts';

export type Status = 'good' | 'bad' | 'plain';

/** A table of texts; `status` has a row for each row and an entry for each cell. */
export interface SummaryTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly status: readonly (readonly Status[])[];
}

function nameOf(
  all: readonly { readonly name: string; readonly title: { readonly en: string; readonly zh: string } }[],
  name: string,
  language: Language,
): string {
  const found = all.find((one) => one.name === name);
  return found ? named(found.title, language) : name;
}

function outcome(target: TargetFinding, language: Language): string {
  const unit = scaled(target.unit, target.goal, language);
  const show = (value: number) => short(value / unit.factor, 4) + (unit.name === '%' ? ' %' : '');
  const bound = `${target.direction === 'at_least' ? '≥' : '≤'} ${show(target.goal)}`;
  const past = target.noActualReported ? [say(language, 'no actual reported', '未披露实际值')] : [];
  const details = [...(target.met ? [] : [whenMet(target, language)]), ...past];
  const more = details.length > 0 ? ` (${details.join(', ')})` : '';
  const verdict = target.met
    ? say(language, `met: ${show(target.value)}, goal ${bound}`, `达标：${show(target.value)}，目标 ${bound}`)
    : say(
        language,
        `missed: ${show(target.value)}, goal ${bound}`,
        `未达标：${show(target.value)}，目标 ${bound}`,
      );
  return verdict + more;
}

function whenMet(target: TargetFinding, language: Language): string {
  const year = target.firstYearMet;
  if (year === undefined) return say(language, 'never met', '从未达到');
  return say(language, `first met ${year}`, `${year} 年首次达到`);
}

/** Targets down, scenario x strategy across would be too wide: one row for each target and strategy. */
function targetTable(findings: Findings, language: Language): SummaryTable {
  const names = distinct(findings.targets.map((target) => target.name));
  const cells = names.flatMap((name) =>
    findings.strategies.map((strategy) => ({
      strategy: named(strategy.title, language),
      own: findings.targets.filter((target) => target.name === name && target.strategy === strategy.name),
    })),
  );
  const rows = cells.filter((row) => row.own.length > 0);
  const inScenario = (own: readonly TargetFinding[]) =>
    findings.scenarios.map((scenario) => own.find((target) => target.scenario === scenario.name));
  return {
    title: say(language, 'Targets', '目标'),
    head: [
      say(language, 'Target', '目标'),
      say(language, 'Strategy', '策略'),
      ...findings.scenarios.map((scenario) => named(scenario.title, language)),
    ],
    rows: rows.map(({ strategy, own }) => [
      own[0] ? named(own[0].title, language) : '',
      strategy,
      ...inScenario(own).map((target) => (target ? outcome(target, language) : '')),
    ]),
    status: rows.map(({ own }) => [
      'plain',
      'plain',
      ...inScenario(own).map((target): Status => (target ? (target.met ? 'good' : 'bad') : 'plain')),
    ]),
  };
}

/** Headline quantities at the three horizons. */
function headlineTable(findings: Findings, language: Language): SummaryTable {
  const { short: near, medium, long } = findings.horizons;
  const rows = findings.headlines.map((headline) => {
    const values = [headline.values.short, headline.values.medium, headline.values.long];
    const largest = Math.max(...values.map(Math.abs));
    const unit = scaled(headline.unit, largest, language);
    const decimals = decimalsFor(largest / unit.factor);
    return [
      named(headline.title, language),
      nameOf(findings.scenarios, headline.scenario, language),
      nameOf(findings.strategies, headline.strategy, language),
      ...values.map((value) => fixed(value / unit.factor, decimals)),
      unit.name,
    ];
  });
  const head = [
    say(language, 'Headline', '主要指标'),
    say(language, 'Scenario', '情景'),
    say(language, 'Strategy', '策略'),
    ...[near, medium, long].map(String),
    say(language, 'Unit', '单位'),
  ];
  return {
    title: say(language, 'Headlines', '主要结果'),
    head,
    rows,
    status: rows.map((row) => row.map((): Status => 'plain')),
  };
}

/** The tables to print, in the order in which a reader asks: are the targets met, and what does it cost. */
export function summary(findings: Findings, language: Language = 'en'): readonly SummaryTable[] {
  return [targetTable(findings, language), headlineTable(findings, language)].filter(
    (table) => table.rows.length > 0,
  );
}
