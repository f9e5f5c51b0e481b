// Sheet of the reconciliation: both sides of every line, with difference and verdict computed on the sheet.
import type { Findings, ReconciliationLine } from '../../analyse/index.ts';
import { exact } from '../charts/numbers.ts';
import { entry } from '../dictionary/types.ts';
import { question } from '../question.ts';
import { reconciliationText, sidesIn } from '../reconciliation.ts';
import { type Language, plain, say } from '../wording.ts';
import type { Part } from './part.ts';
import { letters, quoted } from './places.ts';
import { type Column, columnArea, type Table, tableSheet } from './table.ts';

/** As the sheet computes it from the sides in the unit shown. */
const differenceIn = ({ left, right, difference }: ReconciliationLine, factor: number): number =>
  factor === 1 ? difference : left.value / factor - right.value / factor;

const HEAD = 4;
/** Decimals beyond which a difference is noise. */
const MOST_DECIMALS = 6;

/** As many decimals as the two sides have, up to those. */
function formatOf({ left, right }: ReconciliationLine, factor: number): string {
  const needed = [left, right].map(({ value }) => exact(value / factor).split(/[.e]/)[1]?.length ?? 0);
  const decimals = Math.min(MOST_DECIMALS, Math.max(...needed));
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}
const RED = '#f4c9a8';

export function reconciliationSheet(findings: Findings, language: Language): Part {
  const { reconciliation, baseYear } = findings;
  const [yes, no] = [say(language, 'yes', '是'), say(language, 'no', '否')];
  const between = {
    report: say(language, 'inside the report', '报告内部'),
    outside: say(language, 'with other sources', '与其他来源'),
    model: say(language, 'model and report', '模型与报告'),
  };
  const side = (
    key: 'left' | 'right',
    [en, zh]: readonly [string, string],
  ): readonly Column<ReconciliationLine>[] => [
    {
      ...entry(
        say(language, `${en}: what`, `${zh}：内容`),
        'text',
        '',
        'What stands on this side, with its formula',
        '该侧的内容及公式',
      ),
      key: `${key} about`,
      width: 52,
      cell: (line) => {
        const { about, quantity, formula } = line[key];
        return plain(`${about} (${formula === undefined ? quantity : `${quantity} = ${formula}`})`);
      },
    },
    {
      ...entry(
        say(language, en, zh),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'Its value',
        '数值',
      ),
      key,
      width: 16,
      format: (line) => formatOf(line, sidesIn(line, language).factor),
      cell: (line) => line[key].value / sidesIn(line, language).factor,
    },
  ];
  const questions = ({ left, right }: ReconciliationLine): string =>
    [left, right].map(({ quantity }) => question(findings, { quantity, year: baseYear })).join(' && ');
  const columns: readonly Column<ReconciliationLine>[] = [
    {
      ...entry(say(language, 'Line', '核对项'), 'text', '', 'What is compared', '核对内容'),
      key: 'title',
      width: 34,
      cell: ({ title }) => plain(title),
    },
    {
      ...entry(
        say(language, 'Between', '核对范围'),
        'choice',
        '',
        'Two figures of the report, the report and another source, or the model and the report',
        '报告内部、与其他来源、或模型与报告之间',
      ),
      key: 'between',
      width: 18,
      cell: (line) => between[line.between],
    },
    ...side('left', ['One side', '一方']),
    ...side('right', ['Other side', '另一方']),
    {
      ...entry(say(language, 'Unit', '单位'), 'text', '', 'Unit of both sides', '双方的单位'),
      key: 'unit',
      width: 18,
      cell: (line) => sidesIn(line, language).name,
    },
    {
      ...entry(
        say(language, 'Difference', '差异'),
        'number',
        say(language, 'column Unit', '“单位”列'),
        'One side less the other',
        '一方减另一方',
      ),
      key: 'difference',
      width: 14,
      format: (line) => formatOf(line, sidesIn(line, language).factor),
      cell: (line, { here }) => ({
        formula: `${here('left')}-${here('right')}`,
        result: differenceIn(line, sidesIn(line, language).factor),
      }),
    },
    {
      ...entry(
        say(language, 'Relative', '相对差异'),
        'number',
        '1',
        'The difference as a share of the other side',
        '差异占另一方的比例',
      ),
      key: 'relative',
      width: 11,
      format: '0.00%',
      cell: ({ relative }, { here }) => ({
        formula: `IF(${here('right')}=0,IF(${here('difference')}=0,0,"∞"),${here('difference')}/ABS(${here('right')}))`,
        result: Number.isFinite(relative) ? relative : '∞',
      }),
    },
    {
      ...entry(
        say(language, 'Would agree', '容许差异'),
        'number',
        '1',
        'Relative difference up to which the sides agree',
        '视为一致的相对差异上限',
      ),
      key: 'within',
      width: 11,
      look: 'choiceNumber',
      format: '0.00%',
      cell: ({ within }) => within,
    },
    {
      ...entry(
        say(language, 'Agrees', '是否一致'),
        'choice',
        '',
        'Whether the difference is within what would agree',
        '差异是否在容许范围内',
      ),
      key: 'agrees',
      width: 9,
      look: 'mark',
      cell: ({ agrees }, { here }) => ({
        formula: `IF(ISNUMBER(${here('relative')}),IF(ABS(${here('relative')})<=${here('within')},${quoted(yes)},${quoted(no)}),${quoted(no)})`,
        result: agrees ? yes : no,
      }),
    },
    {
      ...entry(
        say(language, 'Why compared', '说明'),
        'text',
        '',
        'Why the sides should be one, or what explains the difference',
        '核对理由或差异原因',
      ),
      key: 'because',
      width: 64,
      cell: ({ because }) => plain(because),
    },
    {
      ...entry(
        say(language, 'Question', '查询命令'),
        'text',
        '',
        'The commands that explain both sides',
        '解释双方数值的命令',
      ),
      key: 'question',
      width: 60,
      look: 'command',
      cell: questions,
    },
  ];
  const table: Table<ReconciliationLine> = { row: HEAD, column: 0, columns, rows: reconciliation };
  const agrees = columnArea(table, 'agrees');
  const first = `${letters(agrees.column)}${agrees.row + 1}`;
  const sheet = tableSheet(
    say(language, 'Reconciliation', '核对'),
    say(language, 'Reconciliation with the report', '与报告的核对'),
    [reconciliationText(findings, language)],
    table,
    {
      frozenColumns: 1,
      paper: 'a3',
      across: 1,
      colours: [{ area: agrees, formula: `${first}=${quoted(no)}`, colour: RED }],
    },
  );
  return { sheet, columns };
}
