// Sheet of parts: what adds to each headline that is a total, and what is taken from it, so that the sheet of results can add it up.
import type { Findings, HeadlineFinding } from '../../analyse/index.ts';
import { entry } from '../dictionary/types.ts';
import { type Language, named, say } from '../wording.ts';
import { labels, questionOf, type SeriesOf, type Shown, shownIn, sumIn } from './numbers.ts';
import type { Part } from './part.ts';
import { type Column, type Table, tableSheet } from './table.ts';

const HEAD = 4;
/** Beyond this share of a total its parts do not make it up. */
const EXACT = 1e-9;

/** One part of a total in one scenario with one strategy, in the unit of the total; negative where it is taken from it. */
export interface PartRow {
  readonly total: string;
  readonly quantity: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly sign: 1 | -1;
  readonly values: readonly number[];
  readonly shown: Shown;
}

/** The years of the horizons, each once. */
export const yearsOf = ({ horizons }: Findings): readonly number[] => [...new Set(Object.values(horizons))];

/** Unit and format that all numbers of a headline share. */
export function shownOf({ headlines }: Findings, quantity: string, language: Language): Shown {
  const own = headlines.filter((one) => one.quantity === quantity);
  return shownIn(
    own[0]?.unit ?? '1',
    own.flatMap(({ values }) => Object.values(values)),
    language,
  );
}

/**
 * Parts of the headlines that are totals. A total with a part in another unit has none here: the sheet could not add it up.
 */
export function partsOf(findings: Findings, of: SeriesOf, language: Language): readonly PartRow[] {
  const years = yearsOf(findings);
  const { headlines, totals, quantities } = findings;
  return [...new Set(headlines.map(({ quantity }) => quantity))].flatMap((total): readonly PartRow[] => {
    const members = totals.get(total) ?? [];
    const info = quantities.get(total);
    if (info === undefined || info.over === 'base' || members.length === 0) return [];
    if (members.some(({ quantity }) => quantities.get(quantity)?.unit !== info.unit)) return [];
    const shown = shownOf(findings, total, language);
    const own = headlines.filter(({ quantity }) => quantity === total);
    const rows = own.flatMap((headline) =>
      members.map(({ quantity, sign }): PartRow => {
        const series = of(quantity, headline.scenario, headline.strategy);
        const values = years.map((year) => (sign * sumIn(series, year)) / shown.factor);
        return {
          total,
          quantity,
          scenario: headline.scenario,
          strategy: headline.strategy,
          sign,
          values,
          shown,
        };
      }),
    );
    return own.every((headline) => addsUp(headline, rows, findings)) ? rows : [];
  });
}

function addsUp(headline: HeadlineFinding, rows: readonly PartRow[], findings: Findings): boolean {
  const { short, medium, long } = headline.values;
  const { horizons } = findings;
  return yearsOf(findings).every((year, index) => {
    const value = year === horizons.short ? short : year === horizons.medium ? medium : long;
    const own = rows.filter(
      ({ scenario, strategy }) => scenario === headline.scenario && strategy === headline.strategy,
    );
    const factor = own[0]?.shown.factor ?? 1;
    const sum = own.reduce((all, { values }) => all + (values[index] ?? 0), 0);
    const scale = own.reduce((all, { values }) => all + Math.abs(values[index] ?? 0), 0);
    return Math.abs(sum - value / factor) <= EXACT * scale;
  });
}

export interface PartsPart extends Part {
  readonly table: Table<PartRow>;
}

export function partsSheet(
  findings: Findings,
  rows: readonly PartRow[],
  of: SeriesOf,
  language: Language,
): PartsPart {
  const scenarios = labels(findings.scenarios, language);
  const strategies = labels(findings.strategies, language);
  const titleOf = (quantity: string): string => {
    const info = findings.quantities.get(quantity);
    return info === undefined ? quantity : named(info.title, language);
  };
  const years = yearsOf(findings);
  const columns: readonly Column<PartRow>[] = [
    {
      ...entry(say(language, 'Total', '合计'), 'text', '', 'Title of the total', '合计的名称'),
      key: 'title',
      width: 32,
      cell: ({ total }) => titleOf(total),
    },
    {
      ...entry(say(language, 'Part', '组成部分'), 'text', '', 'Title of the part', '组成部分的名称'),
      key: 'part',
      width: 44,
      cell: ({ quantity }) => titleOf(quantity),
    },
    {
      ...entry(
        say(language, 'Quantity of the total', '合计的指标'),
        'text',
        '',
        'Name of the total in the models',
        '合计在模型中的名称',
      ),
      key: 'total',
      width: 28,
      cell: ({ total }) => total,
    },
    {
      ...entry(
        say(language, 'Quantity', '指标'),
        'text',
        '',
        'Name of the part in the models',
        '组成部分在模型中的名称',
      ),
      key: 'quantity',
      width: 36,
      cell: ({ quantity }) => quantity,
    },
    {
      ...entry(say(language, 'Scenario', '情景'), 'text', '', 'What the world does', '外部情景'),
      key: 'scenario',
      width: 22,
      cell: ({ scenario }) => scenarios.get(scenario) ?? scenario,
    },
    {
      ...entry(say(language, 'Strategy', '策略'), 'text', '', 'What the company does', '企业策略'),
      key: 'strategy',
      width: 22,
      cell: ({ strategy }) => strategies.get(strategy) ?? strategy,
    },
    {
      ...entry(say(language, 'Unit', '单位'), 'text', '', 'Unit of the amounts of the row', '本行金额的单位'),
      key: 'unit',
      width: 23,
      cell: ({ shown }) => shown.unit,
    },
    ...years.map(
      (year, index): Column<PartRow> => ({
        ...entry(
          String(year),
          'number',
          say(language, 'column Unit', '“单位”列'),
          'What the part adds to the total in the year; negative where it is taken from it',
          '该年份计入合计的数值；扣减为负',
        ),
        key: String(year),
        width: 13,
        format: ({ shown }) => shown.format,
        cell: ({ values }) => values[index],
      }),
    ),
    {
      ...entry(
        say(language, 'Question', '查询命令'),
        'text',
        '',
        'The command that explains the part in the medium year; of a sum over elements, its largest',
        '解释该组成部分中期数值的命令；按元素求和者取最大元素',
      ),
      key: 'question',
      width: 60,
      look: 'command',
      cell: ({ quantity, scenario, strategy }) =>
        questionOf(findings, of, { quantity, year: findings.horizons.medium, scenario, strategy }),
    },
  ];
  const table: Table<PartRow> = { row: HEAD, column: 0, columns, rows };
  const sheet = tableSheet(
    say(language, 'Parts', '构成'),
    say(language, 'What the totals are made of', '合计的构成'),
    [
      say(
        language,
        'Totals of the sheet Results are the sums of these rows. What is taken from a total stands here as a negative number.',
        '“结果”表中的合计为本表各行之和。从合计中扣减者以负数列示。',
      ),
    ],
    table,
    { frozenColumns: 2, paper: 'a4', across: 1 },
  );
  return { sheet, columns, table };
}
