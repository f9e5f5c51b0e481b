// The rows of a data file that a value names, and a path out of them; the provider's units translated, the checksum held.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import {
  type DataFile,
  type DataReference,
  type Located,
  type Parsed,
  type Provenance,
  readProvenanceOf,
  spanAt,
} from '../parse/index.ts';
import type { Amount } from '../units/index.ts';
import type { Table } from './csv.ts';

/** As a provider writes a number; what JavaScript also reads as one (nothing, 0x1F) is none. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a provider's cell holds; undefined for anything else, and for one too large to compute with. */
export function numberIn(cell: string): number | undefined {
  const number = NUMBER.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

type Row = Table['rows'][number];
type Role = keyof DataFile['content']['columns'];

/** What values are read in: the files of the study, and the tables among them, read once. */
export interface DataFiles {
  readonly parsed: Parsed;
  readonly tables: ReadonlyMap<string, Table>;
  readonly diagnostics: Diagnostic[];
}

/** The rows that `where` leaves of a data file whose sidecar holds. */
export interface Selection {
  readonly rows: readonly Row[];
  /** The text in the column that the sidecar gives a role, or of that name. */
  readonly cell: (row: Row, column: { readonly role: Role } | { readonly name: string }) => string;
  readonly place: (stretch: { readonly from: number; readonly to: number }) => Span;
  readonly columns: DataFile['content']['columns'];
  /** Columns that say nothing of a row's number and that the value does not name. */
  readonly others: readonly string[];
  /** How the sidecar calls the table. */
  readonly file: string;
  /** The number in the column of a role, with the unit of its row; undefined, and reported, if it is none. */
  readonly amount: (row: Row, role: 'value' | 'low' | 'high') => Amount | undefined;
  /** What the sidecar says of its numbers. */
  readonly provenance: Provenance | undefined;
}

/**
 * Finds the rows that a `from:` names; every reason not to is a diagnostic at its place.
 * @param from the file that holds the value
 */
export function selectRows(
  reference: DataReference,
  from: string,
  { parsed, tables, diagnostics }: DataFiles,
): Selection | undefined {
  const { file, where, by } = reference;
  const fail = (code: string, message: string, span = file.span, help?: string): undefined => {
    diagnostics.push(error(code, message, span, { help }));
  };
  const sidecarPath = parsed.links.get(from)?.get(file.value) ?? '';
  if (tables.has(sidecarPath))
    return fail(
      'data/kind',
      `${file.value} is the table itself`,
      file.span,
      'name the sidecar that describes it, the file that begins with data:',
    );
  const sidecar = parsed.files.get(sidecarPath);
  if (sidecar === undefined) return undefined; // reported when the file was loaded or parsed
  if (sidecar.kind !== 'data')
    return fail(
      'data/kind',
      `${file.value} is a ${sidecar.kind}: from names the data file that describes a CSV`,
    );
  const { content, spans, path } = sidecar;
  const tablePath = parsed.links.get(path)?.get(content.file) ?? '';
  if (parsed.files.has(tablePath))
    return fail('data/kind', `${content.file} is not a CSV file`, spanAt(spans, 'file'));
  const table = tables.get(tablePath);
  if (table === undefined) return undefined;
  const sha256 = parsed.data.get(tablePath)?.sha256;
  if (sha256 !== content.sha256)
    return fail(
      'data/checksum',
      `${content.file} is not the file that its sidecar describes`,
      spanAt(spans, 'sha256'),
      `its SHA-256 is ${sha256}: check what changed, then correct the sidecar`,
    );
  const place: Selection['place'] = ({ from, to }) => ({ file: tablePath, from, to });
  const { header, rows, fault } = table;
  if (fault !== undefined) return fail('data/csv', fault.message, place(fault));

  const lacks = (name: string, span: Span): undefined =>
    fail('data/column', `${content.file} has no column ${name}`, span, didYouMean(name, header));
  for (const [role, name] of Object.entries(content.columns))
    if (name !== undefined && !header.includes(name)) return lacks(name, spanAt(spans, 'columns', role));
  for (const { value, span } of by.values()) if (!header.includes(value)) return lacks(value, span);
  let left = rows;
  for (const [name, { value, span, key }] of where) {
    const index = header.indexOf(name);
    if (index < 0) return lacks(name, key);
    const before = left;
    left = left.filter(({ cells }) => cells[index] === value);
    if (left.length === 0) {
      const present = [...new Set(before.map(({ cells }) => cells[index] ?? ''))];
      return fail(
        'data/row',
        `no row has ${name} ${JSON.stringify(value)}`,
        span,
        didYouMean(value, present) ?? `there are: ${present.slice(0, 8).join(', ')}`,
      );
    }
  }
  const head = readProvenanceOf(content, spans, []);
  diagnostics.push(...head.diagnostics);
  if (head.diagnostics.length > 0) return undefined;

  const cell: Selection['cell'] = ({ cells }, column) =>
    cells[header.indexOf('role' in column ? (content.columns[column.role] ?? '') : column.name)] ?? '';
  const named = new Set([
    ...where.keys(),
    ...Object.values(content.columns),
    ...[...by.values()].map(({ value }) => value),
  ]);
  const amount: Selection['amount'] = (row, role) => {
    const [text, written] = [cell(row, { role }), cell(row, { role: 'unit' })];
    const number = numberIn(text);
    if (number === undefined) {
      const when = content.columns.year === undefined ? '' : ` in ${cell(row, { role: 'year' })}`;
      return fail(
        'data/number',
        `${JSON.stringify(text)}${when} is not a number`,
        place(row),
        'write digits with a decimal point, nothing else',
      );
    }
    const unit = Object.hasOwn(content.units, written) ? content.units[written] : undefined;
    if (unit !== undefined) return { number, unit };
    return fail(
      'data/unit',
      `the sidecar does not translate the unit ${JSON.stringify(written)}`,
      spanAt(spans, 'units'),
      `add ${JSON.stringify(written)}: ... to units`,
    );
  };
  return {
    rows: left,
    cell,
    place,
    columns: content.columns,
    others: header.filter((name) => !named.has(name)),
    file: content.file,
    amount,
    provenance: head.provenance,
  };
}

/** The year of a row; undefined, and reported, if it is none. */
export function yearOf(selection: Selection, row: Row, diagnostics: Diagnostic[]): number | undefined {
  const text = selection.cell(row, { role: 'year' });
  if (/^\d{4}$/.test(text)) return Number(text);
  diagnostics.push(error('data/number', `${JSON.stringify(text)} is not a year`, selection.place(row)));
  return undefined;
}

interface DataPath {
  /** In order of years. */
  readonly points: ReadonlyMap<number, Located<Amount>>;
  readonly provenance: Provenance | undefined;
}

/** The points of a path that a `from:` names; undefined, and reported, if they are at fault. */
export function readData(reference: DataReference, from: string, files: DataFiles): DataPath | undefined {
  const { file } = reference;
  const selection = selectRows(reference, from, files);
  if (selection === undefined) return undefined;
  const fail = (code: string, message: string, help: string): undefined => {
    files.diagnostics.push(error(code, message, file.span, { help }));
  };
  if (selection.columns.year === undefined)
    return fail(
      'data/years',
      `${selection.file} has no years to make a path of`,
      'read the table with by: { set: column }, or name its column of years in the sidecar',
    );
  const points = new Map<number, Located<Amount>>();
  for (const row of selection.rows) {
    const year = yearOf(selection, row, files.diagnostics);
    if (year === undefined) return undefined;
    if (points.has(year))
      return fail(
        'data/ambiguous',
        `several rows give ${year}`,
        selection.others.length === 0
          ? 'keep one of them'
          : `where must also name: ${selection.others.join(', ')}`,
      );
    const value = selection.amount(row, 'value');
    if (value === undefined) return undefined;
    points.set(year, { value, span: file.span });
  }
  return { points: new Map([...points].sort(([a], [b]) => a - b)), provenance: selection.provenance };
}
