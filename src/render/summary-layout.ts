// How the tables of a terminal are laid out: scenarios across while there is room, below each other where there are too many of them.
import type { Findings, Title } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { type Language, named, say } from './wording.ts';

export type Status = 'good' | 'bad' | 'plain';

/** A table of texts; `status` has a row for each row and an entry for each cell. */
export interface SummaryTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly status: readonly (readonly Status[])[];
}

/** What one row or table is about: its cell for each scenario and strategy. */
export interface Subject {
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

/** One row for each member of the axis that goes down and has something to say; a single one where all are alike. */
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
  if (alike && first) return [{ ...first, cells: [down.every, ...first.cells.slice(1)] }];
  return rows.filter(({ cells: [, ...own] }) => own.some((text) => text !== ''));
}

/** One table with the scenarios across; a table for each subject where there are too many of them. */
export function tables(
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

export const EMPTY = { text: '', status: 'plain' } as const;
