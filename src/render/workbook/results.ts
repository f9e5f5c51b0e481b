// Sheet of results: every headline in every scenario with every strategy in the years of the horizons, and how far it is from a chosen strategy.
import type { Findings, HeadlineFinding } from '../../analyse/index.ts';
import { entry } from '../dictionary/types.ts';
import { type Language, named, say } from '../wording.ts';
import { finite, labels, questionOf, type SeriesOf, type Shown } from './numbers.ts';
import type { Part } from './part.ts';
import { type PartRow, type PartsPart, shownOf, yearsOf } from './parts.ts';
import { fixedRange, onSheet } from './places.ts';
import { type Column, columnRange, type Table, tableSheet } from './table.ts';
import type { Area, Content } from './types.ts';

const HEAD = 5;
/** The strategy that the others are compared with stands here. */
const BASELINE: Area = { row: 3, column: 1, rows: 1, columns: 1 };

interface Row {
  readonly headline: HeadlineFinding;
  readonly shown: Shown;
  /** In the years of the horizons; a quantity over base has the one value everywhere. */
  readonly values: readonly (number | undefined)[];
  readonly parts: readonly PartRow[];
}

function rowsOf(findings: Findings, parts: readonly PartRow[], language: Language): readonly Row[] {
  const years = yearsOf(findings);
  const { horizons, headlines } = findings;
  const quantities = [...new Set(headlines.map(({ quantity }) => quantity))];
  return quantities.flatMap((quantity) => {
    const shown = shownOf(findings, quantity, language);
    return headlines
      .filter((headline) => headline.quantity === quantity)
      .map((headline): Row => {
        const { short, medium, long } = headline.values;
        const at = (year: number): number =>
          year === horizons.short ? short : year === horizons.medium ? medium : long;
        const own = parts.filter(
          ({ total, scenario, strategy }) =>
            total === quantity && scenario === headline.scenario && strategy === headline.strategy,
        );
        const values = years.map((year, index) =>
          own.length === 0
            ? finite(at(year) / shown.factor)
            : own.reduce((sum, one) => sum + (one.values[index] ?? 0), 0),
        );
        return { headline, shown, values, parts: own };
      });
  });
}

export function resultsSheet(
  findings: Findings,
  parts: PartsPart | undefined,
  of: SeriesOf,
  hasLists: boolean,
  language: Language,
): Part {
  const scenarios = labels(findings.scenarios, language);
  const strategies = labels(findings.strategies, language);
  const years = yearsOf(findings);
  const rows = rowsOf(findings, parts?.table.rows ?? [], language);
  const baseline = findings.register?.inherent ?? findings.strategies[0]?.name ?? '';
  const baselineCell = fixedRange(BASELINE);
  const here = (row: Row, index: number): number => row.values[index] ?? 0;
  const compared = (row: Row): Row | undefined =>
    rows.find(
      ({ headline }) =>
        headline.quantity === row.headline.quantity &&
        headline.scenario === row.headline.scenario &&
        headline.strategy === baseline,
    );
  const total = (row: Row, index: number, cell: (key: string) => string): Content => {
    if (parts === undefined || row.parts.length === 0) return row.values[index];
    const part = (key: string): string => onSheet(parts.sheet.name, columnRange(parts.table, key));
    const same = `(${part('total')}=${cell('quantity')})*(${part('scenario')}=${cell('scenario')})*(${part('strategy')}=${cell('strategy')})`;
    return { formula: `SUMPRODUCT(${same}*${part(String(years[index]))})`, result: here(row, index) };
  };
  const difference = (
    row: Row,
    index: number,
    cell: (key: string) => string,
    all: (key: string) => string,
  ): Content => {
    if (row.values[index] === undefined) return undefined;
    const key = String(years[index]);
    const same = `(${all('quantity')}=${cell('quantity')})*(${all('scenario')}=${cell('scenario')})*(${all('strategy')}=${baselineCell})`;
    return {
      formula: `${cell(key)}-SUMPRODUCT(${same}*${all(key)})`,
      result: here(row, index) - here(compared(row) ?? row, index),
    };
  };
  const columns: readonly Column<Row>[] = [
    {
      ...entry(say(language, 'Headline', '主要指标'), 'text', '', 'Title of the headline', '主要指标名称'),
      key: 'title',
      width: 36,
      cell: ({ headline }) => named(headline.title, language),
    },
    {
      ...entry(
        say(language, 'Quantity', '指标'),
        'text',
        '',
        'Name of the headline in the models',
        '指标在模型中的名称',
      ),
      key: 'quantity',
      width: 28,
      cell: ({ headline }) => headline.quantity,
    },
    {
      ...entry(say(language, 'Scenario', '情景'), 'text', '', 'What the world does', '外部情景'),
      key: 'scenario',
      width: 22,
      cell: ({ headline }) => scenarios.get(headline.scenario) ?? headline.scenario,
    },
    {
      ...entry(say(language, 'Strategy', '策略'), 'text', '', 'What the company does', '企业策略'),
      key: 'strategy',
      width: 20,
      cell: ({ headline }) => strategies.get(headline.strategy) ?? headline.strategy,
    },
    {
      ...entry(say(language, 'Unit', '单位'), 'text', '', 'Unit of the numbers of the row', '本行数值的单位'),
      key: 'unit',
      width: 23,
      cell: ({ shown }) => shown.unit,
    },
    ...years.map(
      (year, index): Column<Row> => ({
        ...entry(
          String(year),
          'number',
          say(language, 'column Unit', '“单位”列'),
          'The headline in the year, summed over the elements of its sets; a quantity of the base year has the one value everywhere',
          '该年份的指标值，按元素求和；仅有基准年数值的指标各年相同',
        ),
        key: String(year),
        width: 13,
        format: ({ shown }) => shown.format,
        cell: (row, places) => total(row, index, places.here),
      }),
    ),
    ...years.map(
      (year, index): Column<Row> => ({
        ...entry(
          say(language, `${year} difference`, `${year} 差额`),
          'number',
          say(language, 'column Unit', '“单位”列'),
          'The headline less that of the strategy chosen above the table, in the same scenario and year',
          '与表上方所选策略在同一情景、同一年份的差额',
        ),
        key: `difference ${year}`,
        width: 13,
        format: ({ shown }) => shown.format,
        cell: (row, places) => difference(row, index, places.here, places.all),
      }),
    ),
    {
      ...entry(
        say(language, 'Question', '查询命令'),
        'text',
        '',
        'The command that explains the number of the medium year; of a sum over elements, its largest',
        '解释中期数值的命令；按元素求和者取最大元素',
      ),
      key: 'question',
      width: 60,
      look: 'command',
      cell: ({ headline: { quantity, scenario, strategy } }) =>
        questionOf(findings, of, { quantity, year: findings.horizons.medium, scenario, strategy }),
    },
  ];
  const table: Table<Row> = { row: HEAD, column: 0, columns, rows };
  const sheet = tableSheet(
    say(language, 'Results', '结果'),
    say(language, 'Headlines', '主要指标'),
    [
      say(
        language,
        'The central case in the years of the horizons. All years and quantities stand in results.csv and results.parquet.',
        '中心情形在各时间范围年份的数值。全部年份与指标见 results.csv 与 results.parquet。',
      ),
    ],
    table,
    {
      frozenColumns: 1,
      paper: 'a4',
      across: 1,
      cells: [
        {
          row: BASELINE.row,
          column: 0,
          content: say(language, 'Differences from the strategy', '差额所比较的策略'),
          look: 'section',
        },
        { ...BASELINE, content: strategies.get(baseline) ?? baseline, look: 'choice' },
      ],
      choices: hasLists ? [{ area: BASELINE, list: 'strategies' }] : [],
    },
  );
  return { sheet, columns };
}
