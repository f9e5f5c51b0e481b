// What a terminal shows after a run, as plain rows: the command line draws the tables.
import type { Findings, HeadlineFinding, TargetFinding, Title } from '../analyse/index.ts';
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

/** What one row or table is about: its cell for each scenario and strategy. */
interface Subject {
  /** As the first columns name it where scenarios stand across. */
  readonly names: readonly string[];
  /** As the title of its own table. */
  readonly title: string;
  readonly cell: (scenario: string, strategy: string) => { readonly text: string; readonly status: Status };
}

interface Axis {
  readonly head: string;
  readonly every: string;
  readonly members: readonly { readonly name: string; readonly title: Title }[];
}

/** More scenarios than this stand below each other, with the strategies across. */
const MOST_ACROSS = 4;

interface Row {
  readonly cells: readonly string[];
  readonly status: readonly Status[];
}

/** One row for each member of the axis that goes down; a single one where all are alike. */
function rowsOf(
  down: Axis,
  across: Axis,
  cell: (down: string, across: string) => ReturnType<Subject['cell']>,
  language: Language,
): readonly Row[] {
  const rows = down.members.map((member): Row => {
    const found = across.members.map((other) => cell(member.name, other.name));
    return {
      cells: [named(member.title, language), ...found.map(({ text }) => text)],
      status: ['plain', ...found.map(({ status }) => status)],
    };
  });
  const [first] = rows;
  const alike = rows.length > 1 && distinct(rows.map(({ cells }) => cells.slice(1).join('\n'))).length === 1;
  return alike && first ? [{ ...first, cells: [down.every, ...first.cells.slice(1)] }] : rows;
}

/** One table with the scenarios across; a table for each subject where there are too many of them. */
function tables(
  title: string,
  heads: readonly string[],
  subjects: readonly Subject[],
  findings: Findings,
  language: Language,
): readonly SummaryTable[] {
  const scenarios: Axis = {
    head: say(language, 'Scenario', '情景'),
    every: say(language, 'every scenario', '各情景'),
    members: findings.scenarios,
  };
  const strategies: Axis = {
    head: say(language, 'Strategy', '策略'),
    every: say(language, 'every strategy', '各策略'),
    members: findings.strategies,
  };
  const headOf = ({ members }: Axis): readonly string[] => members.map((one) => named(one.title, language));
  if (scenarios.members.length <= MOST_ACROSS) {
    const blank = heads.map(() => '');
    const rows = subjects.flatMap(({ names, cell }) =>
      rowsOf(strategies, scenarios, (strategy, scenario) => cell(scenario, strategy), language).map(
        (row, index): Row => ({
          cells: [...(index > 0 ? blank : names), ...row.cells],
          status: [...heads.map((): Status => 'plain'), ...row.status],
        }),
      ),
    );
    const head = [...heads, strategies.head, ...headOf(scenarios)];
    return rows.length === 0
      ? []
      : [{ title, head, rows: rows.map(({ cells }) => cells), status: rows.map(({ status }) => status) }];
  }
  return subjects.map((subject) => {
    const rows = rowsOf(scenarios, strategies, subject.cell, language);
    // One column where every strategy comes to the same.
    const alike = rows.every(({ cells: [, ...own] }) => distinct(own).length === 1);
    const last = alike ? 2 : strategies.members.length + 1;
    return {
      title: subject.title,
      head: [scenarios.head, ...(alike ? [strategies.every] : headOf(strategies))],
      rows: rows.map(({ cells }) => cells.slice(0, last)),
      status: rows.map(({ status }) => status.slice(0, last)),
    };
  });
}

const EMPTY = { text: '', status: 'plain' } as const;

function targetSubjects(findings: Findings, language: Language): readonly Subject[] {
  return distinct(findings.targets.map((target) => target.name)).flatMap((name): Subject[] => {
    const own = findings.targets.filter((target) => target.name === name);
    const [first] = own;
    if (first === undefined) return [];
    const title = named(first.title, language);
    return [
      {
        names: [title, goal(first, language)],
        title: `${title}${say(language, ', ', '，')}${goal(first, language)}`,
        cell: (scenario, strategy) => {
          const target = own.find((one) => one.strategy === strategy && one.scenario === scenario);
          return target === undefined
            ? EMPTY
            : { text: outcome(target, language), status: target.met ? 'good' : 'bad' };
        },
      },
    ];
  });
}

/** Headline quantities, the horizons side by side in a cell. */
function headlineSubjects(findings: Findings, horizons: string, language: Language): readonly Subject[] {
  return distinct(findings.headlines.map((headline) => headline.quantity)).flatMap((name): Subject[] => {
    const own = findings.headlines.filter((headline) => headline.quantity === name);
    const [first] = own;
    if (first === undefined) return [];
    const largest = Math.max(...own.flatMap(({ values }) => Object.values(values)).map(Math.abs));
    const unit = scaled(first.unit, largest, language);
    // One number of decimals a subject makes the columns comparable; small values beside large ones keep a digit.
    const decimals = decimalsFor(largest / unit.factor);
    const once = findings.quantities.get(name)?.over === 'base';
    const text = (values: HeadlineFinding['values']): string =>
      (once ? [values.long] : [values.short, values.medium, values.long])
        .map((value) => fixed(value / unit.factor, decimals))
        .join(' · ');
    const title = `${named(first.title, language)}${unit.name === '' ? '' : `, ${unit.name}`}`;
    return [
      {
        names: [title],
        title: once ? title : `${title}${say(language, `, in ${horizons}`, `（${horizons} 年）`)}`,
        cell: (scenario, strategy) => {
          const found = own.find((one) => one.strategy === strategy && one.scenario === scenario);
          return found === undefined ? EMPTY : { text: text(found.values), status: 'plain' };
        },
      },
    ];
  });
}

/** The tables to print, in the order in which a reader asks: are the targets met, what does it cost, what does the register owe. */
export function summary(findings: Findings, language: Language = 'en'): readonly SummaryTable[] {
  const { register } = findings;
  const { short: near, medium, long } = findings.horizons;
  const horizons = `${near} · ${medium} · ${long}`;
  return [
    ...tables(
      say(language, 'Targets', '目标'),
      [say(language, 'Target', '目标'), say(language, 'Goal', '目标值')],
      targetSubjects(findings, language),
      findings,
      language,
    ),
    closingTable(findings, language),
    ...tables(
      say(language, `Headlines in ${horizons}`, `主要结果（${horizons} 年）`),
      [say(language, 'Headline', '主要指标')],
      headlineSubjects(findings, horizons, language),
      findings,
      language,
    ),
    ...(register === undefined ? [] : [registerTable(register, language)]),
  ].filter((table) => table.rows.length > 0);
}
