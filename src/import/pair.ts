// The pair that an import writes: a CSV in long form, and the sidecar that says what it holds and where it comes from.
import { Document, isCollection } from 'yaml';
import type { Title } from '../parse/index.ts';
import type { Collected } from './collect.ts';
import type { Origin } from './origin.ts';
import type { Series } from './series.ts';
import { counted } from './spelling.ts';
import { FILTERS, type ImportRequest, NAME_COLUMNS, type Table } from './types.ts';
import { optionOf } from './where.ts';

const HEADER = [...NAME_COLUMNS, 'year', 'value'];
const WIDEST = 130;
/** Characters of a list of names; of a longer one, only the number is said. */
const LISTED = 60;

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One row a value, in the order of the table, years ascending. */
export function csvOf(series: readonly Series[]): string {
  const lines = series.flatMap(({ names, values }) => {
    const start = NAME_COLUMNS.map((column) => quoted(names[column])).join(',');
    return [...values].sort(([a], [b]) => a - b).map(([year, value]) => `${start},${year},${value}\n`);
  });
  return `${HEADER.join(',')}\n${lines.join('')}`;
}

export const distinct = (series: readonly Series[], column: keyof Series['names']): readonly string[] => [
  ...new Set(series.map(({ names }) => String(names[column]))),
];

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const listed = (names: readonly string[], noun: string): string =>
  names.length > 1 && names.join(', ').length > LISTED ? counted(names.length, noun) : names.join(', ');

/** What a list names, and the list, or how many there are of a longer one. */
const listedInChinese = (names: readonly string[], noun: string): string =>
  names.length > 1 && names.join('、').length > LISTED
    ? `${names.length.toLocaleString('en')} 个${noun}`
    : `${noun} ${names.join('、')}`;

/** Where in the publication the values stand. */
function placeOf(series: readonly Series[]): Title {
  const [variables, models] = [distinct(series, 'variable'), distinct(series, 'model')];
  return {
    en: `${listed(variables, 'variable')} of ${listed(models, 'model')}`,
    zh: `${listedInChinese(variables, '变量')}，${listedInChinese(models, '模型')}`,
  };
}

/** What was asked for, as on the command line. */
const choice = ({ selection, where }: ImportRequest): string =>
  [
    ...FILTERS.flatMap((filter) => selection[filter].map((name) => `--${filter} ${JSON.stringify(name)}`)),
    ...Object.entries(where).map(([column, text]) => optionOf(column, text)),
  ].join(' ');

function noteOf(request: ImportRequest, { sheet }: Table, { ledger }: Collected): string {
  const { kept, empty, filtered } = ledger.total();
  const from = request.file.split(/[\\/]/).at(-1);
  const chosen = choice(request);
  const parts = [
    `imported from ${from} (SHA-256 ${request.sha256}${sheet === undefined ? '' : `, sheet ${sheet}`})`,
    ...(chosen === '' ? [] : [`chosen by ${chosen}`]),
    `of ${counted(kept + empty + filtered, 'cell')} ${counted(kept, 'value')} kept`,
    `${counted(empty, 'cell')} empty`,
    `${counted(filtered, 'cell')} filtered out`,
  ];
  return parts.join('; ');
}

/** The sidecar's text, in the form that a study reads. */
export async function sidecarOf(
  request: ImportRequest,
  table: Table,
  collected: Collected,
  origin: Origin,
  csv: string,
): Promise<string> {
  const { series } = collected;
  const names = (column: 'model' | 'variable' | 'scenario' | 'region'): string =>
    listed(distinct(series, column), column);
  const units = Object.fromEntries(series.map(({ names: { unit, ours } }) => [unit, ours]));
  const document = new Document({
    data: `${names('variable')} of ${names('model')}: ${names('scenario')}; ${names('region')}`,
    file: `${request.name}.csv`,
    sha256: await sha256(csv),
    source: [origin.source, placeOf(series)],
    licence: origin.licence,
    note: noteOf(request, table, collected),
    columns: { year: 'year', value: 'value', unit: 'unit' },
    units,
  });
  for (const key of ['source', 'columns', 'units']) {
    const node = document.get(key);
    if (isCollection(node)) node.flow = true;
  }
  return document.toString({ lineWidth: WIDEST, flowCollectionPadding: true });
}
