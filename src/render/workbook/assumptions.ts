// Sheet of assumptions: every value that the run rests on, with number and unit apart, who says so, and where.
import type { Assumption, Findings } from '../../analyse/index.ts';
import { significant } from '../../units/index.ts';
import { noteOf } from '../assumptions.ts';
import { declared } from '../charts/units.ts';
import { entry } from '../dictionary/types.ts';
import { gradeName } from '../evidence.ts';
import { inputTitle, itemName, quantityName } from '../names.ts';
import { confidenceWord, origin, sourceText } from '../origin.ts';
import { question } from '../question.ts';
import { bracketed, type Language, named, say } from '../wording.ts';
import { writtenIn } from '../written.ts';
import { labels } from './numbers.ts';
import type { Part } from './part.ts';
import { quoted } from './places.ts';
import { type Column, columnRange, type Table, tableSheet, textColumns } from './table.ts';
import type { Cell } from './types.ts';

const HEAD = 5;

const gradeOf = ({ provenance }: Assumption): 'sourced' | 'derived' | 'assumed' =>
  provenance.kind === 'assumed' ? 'assumed' : provenance.derived === undefined ? 'sourced' : 'derived';

/** `50 %` is a number with its unit; a path or a rule is neither, and stands as written alone. */
export function amountIn(written: string): { readonly value: number; readonly unit: string } | undefined {
  const found = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: ([^\d\s,:;][^,:;]*))?$/i.exec(written);
  if (found === null) return undefined;
  const value = Number(found[1]);
  const unit = found[2] ?? '';
  return / to /.test(unit) || !Number.isFinite(value) ? undefined : { value, unit };
}

/** The number, where there is one, and the unit in which it is shown. */
function shownOf(
  { value, unit }: Assumption,
  language: Language,
): { readonly value?: number; readonly unit: string } {
  const amount = amountIn(value);
  if (amount?.unit === '%') return amount;
  const written = amount === undefined || amount.unit === '' ? unit : amount.unit;
  if (amount === undefined) return { unit: declared(written, 0, language).name };
  const { factor, name } = declared(written, amount.value, language);
  return { value: factor === 1 ? amount.value : significant(amount.value / factor, 12), unit: name };
}

/** The question about a value, where it is one that a number of the run rests on. */
function questionAbout(one: Assumption, findings: Findings): string | undefined {
  const info = findings.quantities.get(one.quantity);
  if (info === undefined) return undefined;
  const year = info.over === 'base' ? findings.baseYear : findings.horizons.medium;
  const { quantity, item } = one;
  return question(findings, {
    quantity,
    item,
    year,
    scenario: one.scenarios[0],
    strategy: one.strategies[0],
  });
}

export function assumptionsSheet(findings: Findings, language: Language): Part {
  const { assumptions } = findings;
  const scenarios = labels(findings.scenarios, language);
  const strategies = labels(findings.strategies, language);
  const shown = new Map(assumptions.map((one) => [one, shownOf(one, language)]));
  const text = textColumns<Assumption>(language);
  const list = (names: readonly string[], of: ReadonlyMap<string, string>): string =>
    names.map((name) => of.get(name) ?? name).join(say(language, '; ', '；'));
  const columns: readonly Column<Assumption>[] = [
    text(
      'title',
      40,
      ['Input', '输入'],
      ['Title of the input', '输入名称'],
      (value) => inputTitle(value, findings, language) ?? quantityName(value.quantity, findings, language),
    ),
    text(
      'quantity',
      28,
      ['Quantity', '指标'],
      ['Name of the input in the models', '输入在模型中的名称'],
      ({ quantity }) => quantity,
    ),
    text(
      'item',
      18,
      ['Item', '元素'],
      ['Element of a set; empty for an input of the company as a whole', '集合元素；企业整体输入为空'],
      ({ quantity, item }) => itemName(quantity, item, findings, language),
    ),
    text(
      'scenario',
      20,
      ['Scenario', '情景'],
      ['Where it holds; empty if it holds in all', '适用情景；全部适用为空'],
      (one) => list(one.scenarios, scenarios),
    ),
    text(
      'strategy',
      20,
      ['Strategy', '策略'],
      ['With which it holds; empty if it holds with all', '适用策略；全部适用为空'],
      (one) => list(one.strategies, strategies),
    ),
    {
      ...entry(
        say(language, 'Value', '数值'),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'The number where the file gives a single one',
        '文件给出单一数值时的数值',
      ),
      key: 'value',
      width: 14,
      format: (one) => (Number.isInteger(shown.get(one)?.value) ? '#,##0' : '#,##0.########'),
      cell: (one) => shown.get(one)?.value,
    },
    text(
      'unit',
      22,
      ['Unit', '单位'],
      [
        'Unit of the number as the file gives it, otherwise that of the input',
        '文件所写数值的单位，否则为输入的单位',
      ],
      (one) => shown.get(one)?.unit,
    ),
    text(
      'written',
      56,
      ['As written', '文件取值'],
      [
        'The value as its file writes it: a number, a path over years, a rule',
        '文件给出的数值、逐年路径或规则',
      ],
      ({ value }) => writtenIn(value, language),
    ),
    {
      ...entry(
        say(language, 'Grade', '来源类别'),
        'choice',
        '',
        'Sourced: a document says it; derived: computed from what one says; assumed',
        '有来源：文件直接给出；由来源推导；假设',
      ),
      key: 'grade',
      width: 12,
      cell: (one) => gradeName(gradeOf(one), language),
    },
    {
      ...entry(say(language, 'Confidence', '置信度'), 'choice', '', 'How far it can be trusted', '可信程度'),
      key: 'confidence',
      width: 13,
      cell: ({ provenance }) => confidenceWord(provenance.confidence, language),
    },
    text(
      'origin',
      90,
      ['Source or reason', '来源或理由'],
      ['Document and place, or why it is assumed', '文件及位置，或假设理由'],
      ({ provenance }) =>
        provenance.kind === 'source' ? sourceText(provenance, findings, language) : provenance.why,
    ),
    text(
      'later',
      70,
      ['Other years', '其他年份'],
      ['Who says so of years that somebody else gives', '由他处给出的年份的来源'],
      (one) =>
        [
          ...one.exceptions.map(
            ({ year, provenance }) =>
              say(language, `${year}: `, `${year} 年：`) + origin(provenance, findings, language),
          ),
          ...(one.later === undefined
            ? []
            : [say(language, 'later years: ', '其后年份：') + origin(one.later, findings, language)]),
        ].join(say(language, '; ', '；')),
    ),
    text(
      'range',
      24,
      ['Range', '范围'],
      ['What it may be', '可能范围'],
      ({ range }) => range && writtenIn(range, language),
    ),
    text(
      'spread',
      40,
      ['Spread', '分布'],
      ['How it differs from draw to draw', '抽样分布'],
      ({ spread }) => spread && writtenIn(spread.written, language),
    ),
    text('proxy', 34, ['Stand-in', '代用'], ['What stands for what', '以何代何'], ({ proxy }) =>
      proxy === undefined ? undefined : named(proxy, language),
    ),
    text('note', 60, ['Note', '备注'], ['Further remark of the file', '文件备注'], (value) =>
      noteOf(value, language),
    ),
    text(
      'replaces',
      44,
      ['Replaces', '替换'],
      ['Earlier values that it replaced, nearest first', '被替换的数值，最近者在前'],
      ({ replaces }) =>
        replaces
          .map((old) => writtenIn(old.value, language) + bracketed(`${old.file}:${old.line}`, language))
          .join(say(language, '; ', '；')),
    ),
    text(
      'file',
      50,
      ['File', '文件'],
      ['File and line that give the value', '给出数值的文件与行号'],
      ({ file, line }) => `${file}:${line}`,
    ),
    {
      ...entry(
        say(language, 'Question', '查询命令'),
        'text',
        '',
        'The command that shows the value in a run',
        '显示该数值的命令',
      ),
      key: 'question',
      width: 60,
      look: 'command',
      cell: (one) => questionAbout(one, findings),
    },
  ];
  const table: Table<Assumption> = { row: HEAD, column: 0, columns, rows: assumptions };
  const counted = (['sourced', 'derived', 'assumed'] as const).flatMap((grade, index): readonly Cell[] => {
    const word = gradeName(grade, language);
    const result = assumptions.filter((one) => gradeOf(one) === grade).length;
    return [
      { row: HEAD - 2, column: index * 2, content: word, look: 'note' },
      {
        row: HEAD - 2,
        column: index * 2 + 1,
        look: 'mark',
        content: { formula: `SUMPRODUCT(--(${columnRange(table, 'grade')}=${quoted(word)}))`, result },
      },
    ];
  });
  const sheet = tableSheet(
    say(language, 'Assumptions', '假设'),
    say(language, 'Inputs and assumptions', '输入与假设'),
    [
      say(
        language,
        'Every value that the run rests on, as its file gives it. Filter by grade or confidence.',
        '本次计算所用的全部数值，以文件所写为准。可按来源类别或置信度筛选。',
      ),
    ],
    table,
    { frozenColumns: 1, paper: 'a3', across: 2, cells: counted },
  );
  return { sheet, columns };
}
