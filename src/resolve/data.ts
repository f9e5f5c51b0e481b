// A path out of a data file: the rows that `where` leaves, with the provider's units translated and the checksum held.
import { type Diagnostic, didYouMean, error, type Span } from '../diagnostics/index.ts';
import {
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

interface DataPath {
  readonly points: ReadonlyMap<number, Located<Amount>>;
  /** What the sidecar says of its numbers. */
  readonly provenance: Provenance | undefined;
}

/**
 * Finds the points that a `from:` names; every reason not to is a diagnostic at its place.
 * @param tables the data files of the study, by path
 */
export function readData(
  reference: DataReference,
  from: string,
  parsed: Parsed,
  tables: ReadonlyMap<string, Table>,
  diagnostics: Diagnostic[],
): DataPath | undefined {
  const { file, where } = reference;
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
  const place = ({ from, to }: { readonly from: number; readonly to: number }): Span => ({
    file: tablePath,
    from,
    to,
  });
  const { header, rows, fault } = table;
  if (fault !== undefined) return fail('data/csv', fault.message, place(fault));

  const column = (name: string): number => header.indexOf(name);
  for (const [role, name] of Object.entries(content.columns))
    if (column(name) < 0)
      return fail(
        'data/column',
        `${content.file} has no column ${name}`,
        spanAt(spans, 'columns', role),
        didYouMean(name, header),
      );
  let left = rows;
  for (const [name, { value, span, key }] of where) {
    const index = column(name);
    if (index < 0)
      return fail('data/column', `${content.file} has no column ${name}`, key, didYouMean(name, header));
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
  const points = new Map<number, Located<Amount>>();
  for (const row of left) {
    const cell = (role: 'year' | 'value' | 'unit'): string => row.cells[column(content.columns[role])] ?? '';
    if (!/^\d{4}$/.test(cell('year')))
      return fail('data/number', `${JSON.stringify(cell('year'))} is not a year`, place(row));
    const [year, number] = [Number(cell('year')), Number(cell('value'))];
    if (!NUMBER.test(cell('value')) || !Number.isFinite(number))
      return fail(
        'data/number',
        `${JSON.stringify(cell('value'))} in ${year} is not a number`,
        place(row),
        'write digits with a decimal point, nothing else',
      );
    if (points.has(year)) {
      const other = header.filter(
        (name) => !where.has(name) && !Object.values(content.columns).includes(name),
      );
      return fail(
        'data/ambiguous',
        `several rows give ${year}`,
        file.span,
        `where must also name: ${other.join(', ')}`,
      );
    }
    const written = cell('unit');
    const unit = Object.hasOwn(content.units, written) ? content.units[written] : undefined;
    if (unit === undefined)
      return fail(
        'data/unit',
        `the sidecar does not translate the unit ${JSON.stringify(written)}`,
        spanAt(spans, 'units'),
        `add ${JSON.stringify(written)}: ... to units`,
      );
    points.set(year, { value: { number, unit }, span: file.span });
  }
  return { points: new Map([...points].sort(([a], [b]) => a - b)), provenance: head.provenance };
}
