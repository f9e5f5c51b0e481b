// Sheet of the heat map: which rows stand where before and after the response, counted and listed by formulas over the register.
import type { RegisterFinding, RegisterRow } from '../../analyse/index.ts';
import { entry } from '../dictionary/types.ts';
import { type Language, say } from '../wording.ts';
import type { Part } from './part.ts';
import { letters, onSheet, quoted } from './places.ts';
import type { RegisterPart } from './register.ts';
import type { Scales } from './scales.ts';
import { cellOf, columnRange, heading, type Table, TITLE_HEIGHT, tableCells } from './table.ts';
import type { Area, Cell, Content, Sheet } from './types.ts';
import { zoneColours } from './zones.ts';

type Role = 'inherent' | 'residual';

/** First row of the maps, after title, notes and the head of the map. */
const TOP = 5;
const HEIGHT = 34;
const HEAD_HEIGHT = 20;
const SEPARATOR = ', ';

/** Marks an opportunity behind its number. */
const PLUS = '+';

interface Grid {
  readonly role: Role;
  readonly title: string;
  readonly row: number;
}

export function heatMapSheet(
  register: RegisterFinding,
  { table, sheet: { name: registerName } }: RegisterPart,
  scales: Scales,
  language: Language,
): Part {
  const { impacts, likelihoods, opportunity } = scales;
  const column = (key: string): string => onSheet(registerName, columnRange(table, key));
  const across = likelihoods.length;
  const maps: readonly Grid[] = [
    { role: 'inherent', title: say(language, 'Before the response', '应对前'), row: TOP },
    { role: 'residual', title: say(language, 'After the response', '应对后'), row: TOP + impacts.length + 4 },
  ];
  const count = (role: Role, holds: (row: RegisterRow) => boolean, condition: string): Content => ({
    formula: `SUMPRODUCT(--(${condition}))`,
    result: register.rows.filter((row) => row[role] !== undefined && holds(row)).length,
  });

  const mapCells = ({ role, title, row }: Grid): readonly Cell[] => {
    const head = row - 1;
    const [impactOf, likelihoodOf] = [column(`impact ${role}`), column(`likelihood ${role}`)];
    const bandAt = (at: number): string => `$A${at + 1}`;
    const chanceAt = (index: number): string => `${letters(1 + index)}$${head + 1}`;
    const inCell = (impact: number, likelihood: number): readonly string[] =>
      register.rows.flatMap((each, index) =>
        each[role].impact.level === impact && each[role].likelihood.level === likelihood
          ? [`${index + 1}${each.kind === 'opportunity' ? PLUS : ''}`]
          : [],
      );
    const lines = impacts.map((_, index) => impacts.length - index);
    return [
      { row: head - 1, column: 0, content: title, look: 'section' },
      {
        row: head,
        column: 0,
        content: say(language, 'Impact \\ likelihood', '影响 \\ 可能性'),
        look: 'head',
      },
      ...likelihoods.map(
        (content, index): Cell => ({ row: head, column: 1 + index, content, look: 'headCentre' }),
      ),
      { row: head, column: 1 + across, content: say(language, 'Rows', '条目数'), look: 'headCentre' },
      ...lines.flatMap((impact, down): readonly Cell[] => {
        const at = row + down;
        return [
          { row: at, column: 0, content: impacts[impact - 1], look: 'mark' },
          ...likelihoods.map((_, index): Cell => {
            const here = `(${impactOf}=${bandAt(at)})*(${likelihoodOf}=${chanceAt(index)})`;
            const written = `${column('number')}&IF(${column('kind')}=${quoted(opportunity)},${quoted(PLUS)},"")`;
            return {
              row: at,
              column: 1 + index,
              look: 'mark',
              content: {
                formula: `_xlfn.TEXTJOIN(${quoted(SEPARATOR)},TRUE,IF(${here},${written},""))`,
                result: inCell(impact, index + 1).join(SEPARATOR),
                array: true,
              },
            };
          }),
          {
            row: at,
            column: 1 + across,
            look: 'mark',
            content: count(role, (each) => each[role].impact.level === impact, `${impactOf}=${bandAt(at)}`),
          },
        ];
      }),
      { row: row + impacts.length, column: 0, content: say(language, 'Rows', '条目数'), look: 'text' },
      ...likelihoods.map(
        (_, index): Cell => ({
          row: row + impacts.length,
          column: 1 + index,
          look: 'mark',
          content: count(
            role,
            (each) => each[role].likelihood.level === index + 1,
            `${likelihoodOf}=${chanceAt(index)}`,
          ),
        }),
      ),
      {
        row: row + impacts.length,
        column: 1 + across,
        look: 'mark',
        content: {
          formula: `SUM(${letters(1 + across)}${row + 1}:${letters(1 + across)}${row + impacts.length})`,
          result: register.rows.length,
        },
      },
    ];
  };

  const key: Table<RegisterRow> = {
    row: TOP + 2 * (impacts.length + 4),
    column: 0,
    rows: register.rows,
    columns: [
      {
        ...entry(
          say(language, 'Risk or opportunity', '风险或机遇'),
          'text',
          '',
          'Title of the row',
          '条目标题',
        ),
        key: 'title',
        width: 40,
        cell: (row, _, index) => from('title', index, contentOf(row, 'title')),
      },
      {
        ...entry(
          say(language, 'No.', '序号'),
          'whole',
          '',
          'Number on the map; a plus behind it marks an opportunity',
          '图中序号；其后加号表示机遇',
        ),
        key: 'number',
        width: 6,
        look: 'mark',
        cell: (_, __, index) => from('number', index, index + 1),
      },
      ...(['inherent', 'residual'] as const).map((role) => ({
        ...entry(
          role === 'inherent'
            ? say(language, 'Rating before', '应对前评级')
            : say(language, 'Rating after', '应对后评级'),
          'whole',
          '',
          'Zone of the map, 1 the palest of five',
          '图中分区，1 为最浅，共五级',
        ),
        key: role,
        width: 10,
        look: 'mark' as const,
        cell: (row: RegisterRow, _: unknown, index: number) =>
          from(`rating ${role}`, index, contentOf(row, `rating ${role}`)),
      })),
      {
        ...entry(
          say(language, 'Change', '变动'),
          'whole',
          '',
          'Zones that the response moves it; negative is towards the paler',
          '应对使其移动的分区数；负数为趋浅',
        ),
        key: 'change',
        width: 9,
        look: 'mark',
        format: '+0;-0;0',
        cell: (row, { here }) => ({
          formula: `${here('residual')}-${here('inherent')}`,
          result: Number(contentOf(row, 'rating residual')) - Number(contentOf(row, 'rating inherent')),
        }),
      },
    ],
  };

  /** What the register's cell says of a row, looked up in the table that made it. */
  function contentOf(row: RegisterRow, wanted: string): string | number {
    const found = table.columns.find(({ key: each }) => each === wanted);
    const content = found?.cell(row, { here: () => '', all: () => '' }, register.rows.indexOf(row));
    return typeof content === 'object' ? content.result : (content ?? '');
  }

  function from(wanted: string, index: number, result: string | number): Content {
    return { formula: onSheet(registerName, cellOf(table, wanted, index)), result };
  }

  const colours: Sheet['colours'] = [
    ...maps.flatMap(({ row }) => {
      const area: Area = { row, column: 1, rows: impacts.length, columns: across };
      const zone = `SUMPRODUCT((impact_bands=$A${row + 1})*(likelihood_across=B$${row})*zones)`;
      return zoneColours(area, () => zone);
    }),
    ...['inherent', 'residual'].flatMap((role) => {
      const at = key.column + key.columns.findIndex(({ key: each }) => each === role);
      const area: Area = { row: key.row + 1, column: at, rows: register.rows.length, columns: 1 };
      return zoneColours(area, (cell) => cell);
    }),
  ];
  const { cells: keyCells, lined } = tableCells(key);
  const sheet: Sheet = {
    name: say(language, 'Heat map', '热力图'),
    widths: [38, ...likelihoods.map(() => 16), 9],
    cells: [
      ...heading(say(language, 'Heat map of the register', '登记册热力图'), [
        say(
          language,
          'Numbers are those of the register; a plus marks an opportunity. The map follows the register and the scales.',
          '数字为登记册序号，加号表示机遇。热力图随登记册与等级表变化。',
        ),
      ]),
      ...maps.flatMap(mapCells),
      {
        row: key.row - 1,
        column: 0,
        content: say(language, 'Rows of the register', '登记册条目'),
        look: 'section',
      },
      ...keyCells,
    ],
    heights: new Map([
      TITLE_HEIGHT,
      ...maps.map(({ row }) => [row - 1, HEAD_HEIGHT] as const),
      ...maps.flatMap(({ row }) => impacts.map((_, down) => [row + down, HEIGHT] as const)),
    ]),
    choices: [],
    wholes: [],
    colours,
    lined: [
      ...maps.map(({ row }) => ({ row, column: 0, rows: impacts.length + 1, columns: across + 2 })),
      ...lined,
    ],
    page: { paper: 'a4', across: 1, portrait: true },
  };
  const map = entry(
    say(language, 'Impact \\ likelihood', '影响 \\ 可能性'),
    'text',
    '',
    'The two maps: impact down, likelihood across, in each cell the numbers of the rows that stand there',
    '两张图：行为影响、列为可能性，单元格内为所在条目序号',
  );
  const rows = entry(
    say(language, 'Rows', '条目数'),
    'whole',
    '',
    'How many rows of the register stand in the line',
    '该行或列的条目数',
  );
  return {
    sheet,
    columns: [
      map,
      ...likelihoods.map((likelihood) =>
        entry(likelihood, 'text', '', 'Numbers of the rows at this likelihood', '该可能性下的条目序号'),
      ),
      rows,
      ...key.columns,
    ],
  };
}
