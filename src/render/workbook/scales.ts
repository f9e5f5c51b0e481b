// Sheet of scales: the bands of the register with their bounds, the zones of the heat map, and the lists that cells are chosen from.
import type { Findings, RegisterFinding } from '../../analyse/index.ts';
import { bandName, zoneOf } from '../charts/bands.ts';
import { entry } from '../dictionary/types.ts';
import { wordFor } from '../register-words.ts';
import { type Language, named, say } from '../wording.ts';
import { labels, type Shown, shownIn } from './numbers.ts';
import type { Part } from './part.ts';
import { fixedRange, onSheet } from './places.ts';
import { cellOf, columnArea, columnRange, heading, type Table, TITLE_HEIGHT, tableCells } from './table.ts';
import type { Area, Cell, Sheet } from './types.ts';

const TYPES = [
  'policy and legal',
  'technology',
  'market',
  'reputation',
  'acute',
  'chronic',
  'products and services',
  'markets',
  'resource efficiency',
  'energy source',
  'resilience',
] as const;

/** What the other sheets need to know of the scales. */
export interface Scales {
  readonly impacts: readonly string[];
  readonly impactBounds: readonly number[];
  readonly likelihoods: readonly string[];
  readonly risk: string;
  readonly opportunity: string;
  /** Money of the register. */
  readonly money: Shown;
  /** What impacts are shares of, in that unit. */
  readonly yardstick: number;
}

export function scalesOf(register: RegisterFinding, language: Language): Scales {
  const amounts = register.rows.flatMap(({ inherent, residual }) => [
    inherent.amount ?? 0,
    residual.amount ?? 0,
  ]);
  const money = shownIn(register.unit, amounts, language, 1);
  return {
    impacts: register.impactBands.map((name) => bandName(name, language)),
    impactBounds: register.impactBounds,
    likelihoods: register.likelihoodBands.map((name) => bandName(name, language)),
    risk: say(language, 'risk', '风险'),
    opportunity: say(language, 'opportunity', '机遇'),
    money,
    yardstick: register.impactOf.value / money.factor,
  };
}

interface Band {
  readonly level: number;
  readonly name: string;
  readonly bound: number;
}

const GAP = 1;

export function scalesSheet(
  findings: Findings,
  register: RegisterFinding,
  scales: Scales,
  language: Language,
): Part {
  const name = say(language, 'Scales', '等级');
  const { impacts, likelihoods, money, yardstick } = scales;
  const of = findings.quantities.get(register.impactOf.quantity);
  const ofTitle = of === undefined ? register.impactOf.quantity : named(of.title, language);
  const bands = (names: readonly string[], bounds: readonly number[]): readonly Band[] =>
    names.map((band, index) => ({ level: index + 1, name: band, bound: bounds[index] ?? 0 }));
  const yardstickCell: Area = { row: 2, column: 1, rows: 1, columns: 1 };
  const impactTable: Table<Band> = {
    row: 5,
    column: 0,
    rows: bands(impacts, register.impactBounds),
    columns: [
      {
        ...entry(
          say(language, 'Impact level', '影响级别'),
          'whole',
          '',
          'Level of impact, 1 the least',
          '影响级别，1 为最低',
        ),
        key: 'level',
        width: 9,
        cell: ({ level }) => level,
      },
      {
        ...entry(say(language, 'Impact', '影响'), 'choice', '', 'Band of impact', '影响等级'),
        key: 'band',
        width: 24,
        cell: ({ name: band }) => band,
      },
      {
        ...entry(
          say(language, 'From, share', '下限（占比）'),
          'number',
          '1',
          `Lower bound as a share of ${ofTitle}`,
          `下限，占${ofTitle}的比例`,
        ),
        key: 'bound',
        width: 16,
        look: 'choiceNumber',
        format: '0.0%',
        cell: ({ bound }) => bound,
      },
      {
        ...entry(
          say(language, 'From, amount', '下限（金额）'),
          'number',
          money.unit,
          'Lower bound in money',
          '下限金额',
        ),
        key: 'amount',
        width: 24,
        format: money.format,
        cell: ({ bound }, { here }) => ({ formula: `${here('bound')}*yardstick`, result: bound * yardstick }),
      },
    ],
  };
  const likelihoodTable: Table<Band> = {
    row: impactTable.row,
    column: impactTable.columns.length + GAP,
    rows: bands(likelihoods, register.likelihoodBounds),
    columns: [
      {
        ...entry(
          say(language, 'Likelihood level', '可能性级别'),
          'whole',
          '',
          'Level of likelihood, 1 the least',
          '可能性级别，1 为最低',
        ),
        key: 'level',
        width: 9,
        cell: ({ level }) => level,
      },
      {
        ...entry(say(language, 'Likelihood', '可能性'), 'choice', '', 'Band of likelihood', '可能性等级'),
        key: 'band',
        width: 24,
        cell: ({ name: band }) => band,
      },
      {
        ...entry(
          say(language, 'From, chance', '下限（概率）'),
          'number',
          '1',
          'Lower bound as a chance',
          '下限概率',
        ),
        key: 'bound',
        width: 16,
        look: 'choiceNumber',
        format: '0.0%',
        cell: ({ bound }) => bound,
      },
    ],
  };
  const zoneTable: Table<Band> = {
    row: impactTable.row + impacts.length + 3,
    column: 0,
    rows: [...impactTable.rows],
    columns: [
      {
        ...entry(
          say(language, 'Impact \\ likelihood', '影响 \\ 可能性'),
          'whole',
          '',
          'Impact of the row: zones of the heat map by impact (down) and likelihood (across), 1 the palest',
          '行为影响、列为可能性的热力图分区，1 为最浅',
        ),
        key: 'impact',
        width: 24,
        look: 'text',
        cell: (band, _, index) => ({ formula: cellOf(impactTable, 'band', index), result: band.name }),
      },
      ...likelihoodTable.rows.map((likelihood) => ({
        ...entry(likelihood.name, 'whole', '', `Zone at this likelihood`, '该可能性下的分区'),
        key: `zone ${likelihood.level}`,
        width: 24,
        look: 'choiceMark' as const,
        cell: (impact: Band) => zoneOf(impact.level, likelihood.level) + 1,
      })),
    ],
  };
  const strategies = [...labels(findings.strategies, language).values()];
  const lists: readonly (readonly [name: string, head: string, words: readonly string[]])[] = [
    ['kinds', say(language, 'Kind', '类别'), [scales.risk, scales.opportunity]],
    ['types', say(language, 'Type', '类型'), TYPES.map((type) => wordFor(type, language))],
    [
      'grades',
      say(language, 'Grade', '程度'),
      ['high', 'medium', 'low'].map((word) => wordFor(word, language)),
    ],
    ['strategies', say(language, 'Strategy', '策略'), strategies],
  ];
  const listTop = zoneTable.row + impacts.length + 3;
  const listTables = lists.map(
    ([key, head, words], index): Table<string> => ({
      row: listTop,
      column: index,
      rows: words,
      columns: [
        {
          ...entry(
            head,
            'choice',
            '',
            'Words that cells of the other sheets are chosen from',
            '其他工作表单元格可选的词',
          ),
          key,
          width: 24,
          cell: (word) => word,
        },
      ],
    }),
  );
  const at = (area: Area): string => onSheet(name, fixedRange(area));
  const zones: Area = {
    ...columnArea(zoneTable, 'zone 1'),
    columns: likelihoods.length,
  };
  const cells: readonly Cell[] = [
    ...heading(say(language, 'Scales of the register', '登记册的等级'), [
      say(
        language,
        'Change a bound or a zone here, and ratings and maps follow. Yellow cells are set by people.',
        '修改此处的下限或分区，评级与热力图随之变化。黄色单元格由人工设定。',
      ),
    ]),
    { row: 2, column: 0, content: say(language, 'Yardstick', '基准'), look: 'section' },
    { ...yardstickCell, content: yardstick, look: 'choiceNumber', format: money.format },
    { row: 2, column: 2, content: money.unit, look: 'text' },
    { row: 2, column: 3, content: ofTitle, look: 'note' },
    { row: impactTable.row - 1, column: 0, content: say(language, 'Bands', '等级'), look: 'section' },
    {
      row: zoneTable.row - 1,
      column: 0,
      content: say(language, 'Zones of the heat map', '热力图分区'),
      look: 'section',
    },
    { row: listTop - 1, column: 0, content: say(language, 'Lists', '列表'), look: 'section' },
    ...[impactTable, likelihoodTable, zoneTable].flatMap((table) => tableCells(table).cells),
    ...listTables.flatMap((table) => tableCells(table).cells),
  ];
  const sheet: Sheet = {
    name,
    widths: [24, 24, 18, 20, 18, 20, 18, 18],
    cells,
    heights: new Map([TITLE_HEIGHT]),
    choices: [],
    wholes: [{ area: zones, from: 1, to: impacts.length }],
    colours: [],
    lined: [
      ...[impactTable, likelihoodTable, zoneTable].flatMap((table) => tableCells(table).lined),
      ...listTables.flatMap((table) => tableCells(table).lined),
    ],
    page: { paper: 'a4', across: 1 },
  };
  const first = (table: Table<string>): string => onSheet(name, cellOf(table, 'kinds', 0));
  const [kinds] = listTables;
  return {
    sheet,
    columns: [
      ...[impactTable, likelihoodTable, zoneTable].flatMap(({ columns }) => columns),
      ...listTables.flatMap(({ columns }) => columns),
    ],
    names: [
      ['yardstick', at(yardstickCell)],
      ['impact_bands', onSheet(name, columnRange(impactTable, 'band'))],
      ['impact_bounds', onSheet(name, columnRange(impactTable, 'bound'))],
      ['likelihood_bands', onSheet(name, columnRange(likelihoodTable, 'band'))],
      ['likelihood_across', at({ ...zones, row: zoneTable.row, rows: 1 })],
      ['zones', at(zones)],
      ...(kinds === undefined ? [] : [['kind_risk', first(kinds)] as const]),
      ...listTables.map((table, index): readonly [string, string] => {
        const key = lists[index]?.[0] ?? '';
        return [key, onSheet(name, columnRange(table, key))];
      }),
    ],
  };
}
