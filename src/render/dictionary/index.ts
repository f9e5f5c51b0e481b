// dictionary.csv: what every column of every table of the pack means, in the order in which the files have them.
import type { Findings } from '../../analyse/index.ts';
import { csv } from '../csv.ts';
import type { Language } from '../wording.ts';
import { DECISIONS } from './decisions.ts';
import { DISCLOSURE } from './disclosure.ts';
import { FINDINGS } from './findings.ts';
import { REGISTER } from './register.ts';
import { RESULTS, SENSITIVITIES, UNCERTAINTY } from './results.ts';
import { entry, type TableEntry } from './types.ts';

export type { ColumnEntry, ColumnType, TableEntry } from './types.ts';

const OWN: TableEntry = {
  file: 'dictionary.csv',
  sheet: '',
  columns: [
    entry('file', 'text', '', 'A file of the pack', '成果包中的文件'),
    entry(
      'sheet',
      'text',
      '',
      'A sheet of a workbook; empty for a file with one table',
      '工作簿中的工作表；单表文件为空',
    ),
    entry('column', 'text', '', 'The column as the head of the table names it', '表头中的列名'),
    entry(
      'type',
      'choice',
      '',
      'text, choice (from a short list), whole (a whole number), number or date',
      'text：文本；choice：短列表取值；whole：整数；number：数值；date：日期',
    ),
    entry(
      'unit',
      'text',
      '',
      'The unit, or the column that says it; empty for what has none',
      '单位，或说明单位的列；无单位为空',
    ),
    entry('means', 'text', '', 'What the column says', '列的含义'),
  ],
};

const table = (file: string, columns: TableEntry['columns']): TableEntry => ({ file, sheet: '', columns });

/** @param more tables that know their own columns, such as the sheets of a workbook */
export function dictionary(
  { uncertainty, decisions }: Findings,
  more: readonly TableEntry[],
  language: Language,
): string {
  const tables = [
    table('results.csv', RESULTS),
    table('results.parquet', RESULTS),
    table('findings.csv', FINDINGS),
    ...(uncertainty === undefined ? [] : [table('uncertainty.csv', UNCERTAINTY)]),
    table('sensitivities.csv', SENSITIVITIES),
    table('register.csv', REGISTER),
    table('disclosure.csv', DISCLOSURE),
    ...(decisions === undefined ? [] : [table('decisions.csv', DECISIONS)]),
    ...more,
    OWN,
  ];
  return csv(
    OWN.columns.map(({ column }) => column),
    tables.flatMap(({ file, sheet, columns }) =>
      columns.map(({ column, type, unit, means }) => [file, sheet, column, type, unit, means[language]]),
    ),
  );
}
