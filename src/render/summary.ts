// What a terminal shows after a run, as plain rows: the command line draws the tables.
import type { Findings, HeadlineFinding, TargetFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { decimalsFor, fixed, short } from './charts/numbers.ts';
import { scaled } from './charts/units.ts';
import { closingTable, registerTable } from './summary-register.ts';
import { type Language, named, say } from './wording.ts';

export type Status = 'good' | 'bad' | 'plain';

/** A table of texts; `status` has a row for each row and an entry for each cell. */
export interface SummaryTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly status: readonly (readonly Status[])[];
}

const shown = (value: number, unit: ReturnType<typeof scaled>): string =>
  short(value / unit.factor, 4) + (unit.name === '%' ? ' %' : '');

/** `✓ 5.36`, `✓ 50 %, as set`, or `✗ 9.48 %, never`: the sign says it to those who see no colour. */
function outcome(target: TargetFinding, language: Language): string {
  const value = shown(target.value, scaled(target.unit, target.goal, language));
  if (target.met) return `✓ ${value}${target.setByInput ? say(language, ', as set', '，策略设定') : ''}`;
  const year = target.firstYearMet;
  const when =
    year === undefined ? say(language, 'never', '从未') : say(language, `in ${year}`, `${year} 年`);
  return `✗ ${value}, ${when}`;
}

function goal(target: TargetFinding, language: Language): string {
  const unit = scaled(target.unit, target.goal, language);
  const name = unit.name === '%' || unit.name === '' ? '' : ` ${unit.name}`;
  const past = target.noActualReported ? say(language, ', no actual reported', '，未披露实际值') : '';
  return `${target.year}: ${target.direction === 'at_least' ? '≥' : '≤'} ${shown(target.goal, unit)}${name}${past}`;
}

/** One row for each target and strategy, scenarios across. */
function targetTable(findings: Findings, language: Language): SummaryTable {
  const names = distinct(findings.targets.map((target) => target.name));
  const rows = names.flatMap((name) => {
    const own = findings.targets.filter((target) => target.name === name);
    return findings.strategies.map((strategy, index) => {
      const across = findings.scenarios.map((scenario) =>
        own.find((target) => target.strategy === strategy.name && target.scenario === scenario.name),
      );
      const [first] = own;
      const head = index > 0 || !first ? ['', ''] : [named(first.title, language), goal(first, language)];
      return {
        cells: [
          ...head,
          named(strategy.title, language),
          ...across.map((target) => (target ? outcome(target, language) : '')),
        ],
        status: across.map((target): Status => (target ? (target.met ? 'good' : 'bad') : 'plain')),
      };
    });
  });
  return {
    title: say(language, 'Targets', '目标'),
    head: [
      say(language, 'Target', '目标'),
      say(language, 'Goal', '目标值'),
      say(language, 'Strategy', '策略'),
      ...findings.scenarios.map((scenario) => named(scenario.title, language)),
    ],
    rows: rows.map(({ cells }) => cells),
    status: rows.map(({ status }) => ['plain', 'plain', 'plain', ...status]),
  };
}

/** One row for each headline quantity and strategy, scenarios across, the horizons side by side in a cell. */
function headlineTable(findings: Findings, language: Language): SummaryTable {
  const { short: near, medium, long } = findings.horizons;
  const names = distinct(findings.headlines.map((headline) => headline.quantity));
  const rows = names.flatMap((name) => {
    const own = findings.headlines.filter((headline) => headline.quantity === name);
    const largest = Math.max(...own.flatMap(({ values }) => Object.values(values)).map(Math.abs));
    const [first] = own;
    const unit = scaled(first?.unit ?? '1', largest, language);
    // One number of decimals a row makes the columns comparable; small values beside large ones keep a digit.
    const decimals = decimalsFor(largest / unit.factor);
    const once = findings.quantities.get(name)?.over === 'base';
    const cell = (values: HeadlineFinding['values']): string =>
      (once ? [values.long] : [values.short, values.medium, values.long])
        .map((value) => fixed(value / unit.factor, decimals))
        .join(' · ');
    return findings.strategies.map((strategy, index) => [
      index > 0 || !first ? '' : `${named(first.title, language)}${unit.name === '' ? '' : `, ${unit.name}`}`,
      named(strategy.title, language),
      ...findings.scenarios.map((scenario) => {
        const found = own.find((one) => one.strategy === strategy.name && one.scenario === scenario.name);
        return found ? cell(found.values) : '';
      }),
    ]);
  });
  return {
    title: say(
      language,
      `Headlines in ${near} · ${medium} · ${long}`,
      `主要结果（${near} · ${medium} · ${long} 年）`,
    ),
    head: [
      say(language, 'Headline', '主要指标'),
      say(language, 'Strategy', '策略'),
      ...findings.scenarios.map((scenario) => named(scenario.title, language)),
    ],
    rows,
    status: rows.map((row) => row.map((): Status => 'plain')),
  };
}

/** The tables to print, in the order in which a reader asks: are the targets met, what does it cost, what does the register owe. */
export function summary(findings: Findings, language: Language = 'en'): readonly SummaryTable[] {
  const { register } = findings;
  return [
    targetTable(findings, language),
    closingTable(findings, language),
    headlineTable(findings, language),
    ...(register === undefined ? [] : [registerTable(register, language)]),
  ].filter((table) => table.rows.length > 0);
}
