// Sheet of the register: one row a risk or opportunity; impact, zone, change and tolerance are computed where money is known.
import type { Findings, RegisterFinding, RegisterRow } from '../../analyse/index.ts';
import { entry } from '../dictionary/types.ts';
import { rowQuestion } from '../register.ts';
import { wordFor } from '../register-words.ts';
import { type Language, named, plain, say } from '../wording.ts';
import type { Part } from './part.ts';
import { quoted } from './places.ts';
import { type Role, sideColumns, toleranceColumns } from './register-ratings.ts';
import { wordColumns } from './register-texts.ts';
import type { Scales } from './scales.ts';
import { type Column, columnArea, columnRange, type Table, tableSheet } from './table.ts';
import type { Cell, Content, Sheet } from './types.ts';
import { zoneColours } from './zones.ts';

type RowColumn = Column<RegisterRow>;

/** Row of the head; above it title, notes and counts. */
const HEAD = 5;

/** Rows by kind and above tolerance, counted by formulas above the table. */
function counts(table: Table<RegisterRow>, scales: Scales, language: Language): readonly Cell[] {
  const count = (key: string, word: string, result: number): Content => ({
    formula: `SUMPRODUCT(--(${columnRange(table, key)}=${quoted(word)}))`,
    result,
  });
  const above = say(language, 'above', '超出');
  const all: readonly (readonly [label: string, content: Content])[] = [
    [
      say(language, 'Risks', '风险'),
      count('kind', scales.risk, table.rows.filter(({ kind }) => kind === 'risk').length),
    ],
    [
      say(language, 'Opportunities', '机遇'),
      count('kind', scales.opportunity, table.rows.filter(({ kind }) => kind === 'opportunity').length),
    ],
    [
      say(language, 'Above tolerance', '超出容忍度'),
      count(
        'against',
        above,
        table.rows.filter(({ tolerance }) => tolerance !== undefined && tolerance.status !== 'within').length,
      ),
    ],
  ];
  return all.flatMap(([label, content], index): readonly Cell[] => [
    { row: HEAD - 2, column: index * 2, content, look: 'mark' },
    { row: HEAD - 2, column: index * 2 + 1, content: label, look: 'note' },
  ]);
}

export interface RegisterPart extends Part {
  readonly table: Table<RegisterRow>;
}

export function registerSheet(
  findings: Findings,
  register: RegisterFinding,
  scales: Scales,
  language: Language,
): RegisterPart {
  const { money } = scales;
  const hasCurrent = register.rows.some(({ current }) => current !== undefined);
  const roles: readonly Role[] = hasCurrent ? ['inherent', 'current', 'residual'] : ['inherent', 'residual'];
  const years = findings.years;
  const questions = (row: RegisterRow): string | undefined =>
    rowQuestion(row, row.residual, register.residual, findings) || undefined;
  const columns: readonly RowColumn[] = [
    {
      ...entry(say(language, 'No.', '序号'), 'whole', '', 'Place of the row in the register', '条目序号'),
      key: 'number',
      width: 6,
      cell: (_, __, index) => index + 1,
    },
    {
      ...entry(
        say(language, 'Risk or opportunity', '风险或机遇'),
        'text',
        '',
        'Title of the row',
        '条目标题',
      ),
      key: 'title',
      width: 30,
      cell: ({ title }) => named(title, language),
    },
    {
      ...entry(say(language, 'Kind', '类别'), 'choice', '', 'Risk or opportunity', '风险或机遇'),
      key: 'kind',
      width: 11,
      look: 'choice',
      list: 'kinds',
      cell: ({ kind }) => (kind === 'risk' ? scales.risk : scales.opportunity),
    },
    {
      ...entry(
        say(language, 'Type', '类型'),
        'choice',
        '',
        'As TCFD and IFRS S2 name it',
        'TCFD 与 IFRS S2 所称类型',
      ),
      key: 'type',
      width: 15,
      look: 'choice',
      list: 'types',
      cell: ({ type }) => wordFor(type, language),
    },
    {
      ...entry(
        say(language, 'Year', '年份'),
        'whole',
        say(language, 'year', '年'),
        'Year of the horizon for which the row is rated',
        '评级所依据的年份',
      ),
      key: 'year',
      width: 8,
      look: 'choiceNumber',
      format: '0',
      cell: ({ year }) => year,
    },
    ...roles.flatMap((role) => sideColumns(role, scales, language)),
    {
      ...entry(
        say(language, 'Change in money', '金额变动'),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'Impact after the response less that before it',
        '应对后减应对前的影响金额',
      ),
      key: 'change',
      width: 12,
      format: money.format,
      cell: ({ inherent, residual }, { here }) =>
        inherent.amount === undefined || residual.amount === undefined
          ? undefined
          : {
              formula: `${here('amount residual')}-${here('amount inherent')}`,
              result: residual.amount / money.factor - inherent.amount / money.factor,
            },
    },
    {
      ...entry(say(language, 'Unit', '单位'), 'text', '', 'Unit of the amounts of the row', '本行金额的单位'),
      key: 'unit',
      width: 23,
      cell: ({ inherent }) => (inherent.amount === undefined ? undefined : money.unit),
    },
    ...toleranceColumns(scales, language),
    {
      ...entry(
        say(language, 'Evidence', '依据质量'),
        'choice',
        '',
        'How good the numbers behind it are',
        '数据依据的质量',
      ),
      key: 'evidence',
      width: 10,
      look: 'choice',
      list: 'grades',
      cell: ({ evidence }) => wordFor(evidence, language),
    },
    ...wordColumns(findings, language),
    {
      ...entry(say(language, 'File', '文件'), 'text', '', 'File and line of the row', '条目所在文件与行号'),
      key: 'file',
      width: 34,
      cell: ({ at }) => `${at.file}:${at.line}`,
    },
    {
      ...entry(
        say(language, 'Question', '查询命令'),
        'text',
        '',
        'The command that explains the money after the response, one for each driving quantity; of a sum over elements, its largest part',
        '解释应对后金额的命令，每个驱动指标一条；按元素求和者取最大元素',
      ),
      key: 'question',
      width: 60,
      look: 'command',
      cell: questions,
    },
  ];
  const table: Table<RegisterRow> = { row: HEAD, column: 0, columns, rows: register.rows };
  const colours: Sheet['colours'] = roles.flatMap((role) => {
    const area = columnArea(table, `rating ${role}`);
    return zoneColours(area, (cell) => cell);
  });
  const sheet = tableSheet(
    say(language, 'Register', '登记册'),
    plain(register.title),
    [
      say(
        language,
        `Before the response: strategy ${named(strategyOf(register.inherent, findings), language)}. After it: ${named(strategyOf(register.residual, findings), language)}.`,
        `应对前：策略“${named(strategyOf(register.inherent, findings), language)}”。应对后：“${named(strategyOf(register.residual, findings), language)}”。`,
      ),
      say(
        language,
        'Yellow cells are set by people, from lists on the sheet Scales; impacts in money, ratings, changes and tolerances are computed from them.',
        '黄色单元格由人工从“等级”表的列表中选定；以金额得出的影响、评级、变动与容忍度由公式计算。',
      ),
    ],
    table,
    {
      frozenColumns: 2,
      paper: 'a3',
      across: 4,
      cells: counts(table, scales, language),
      wholes: [{ area: columnArea(table, 'year'), from: years[0] ?? 0, to: years.at(-1) ?? 0 }],
      colours,
    },
  );
  return { sheet, columns, table };
}

function strategyOf(name: string, { strategies }: Findings) {
  return strategies.find((one) => one.name === name)?.title ?? { en: name, zh: name };
}
