// A path out of a data file: the rows that `where` leaves, with the provider's units translated and the checksum held.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import {
  type DataReference,
  type Located,
  type Parsed,
  type Provenance,
  readProvenanceOf,
  spanAt,
} from '../parse/index.ts';
import type { Amount } from '../units/index.ts';

/** Splits CSV text into rows of cells; quoted cells may hold commas, quotes and line ends. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/g)) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export interface DataPath {
  readonly points: ReadonlyMap<number, Located<Amount>>;
  /** What the sidecar says of its numbers. */
  readonly provenance: Provenance | undefined;
}

/** Finds the points that a `from:` names; every reason not to is a diagnostic at its place. */
export function readData(
  reference: DataReference,
  from: string,
  parsed: Parsed,
  diagnostics: Diagnostic[],
): DataPath | undefined {
  const { file, where } = reference;
  const sidecar = parsed.files.get(parsed.links.get(from)?.get(file.value) ?? '');
  if (sidecar === undefined) return undefined; // reported when the file was loaded or parsed
  const fail = (code: string, message: string, span = file.span, help?: string): undefined => {
    diagnostics.push(error(code, message, span, { help }));
  };
  if (sidecar.kind !== 'data')
    return fail(
      'data/kind',
      `${file.value} is a ${sidecar.kind}: from names the data file that describes a CSV`,
    );
  const { content, spans, path } = sidecar;
  const csv = parsed.data.get(parsed.links.get(path)?.get(content.file) ?? '');
  if (csv === undefined) return undefined;
  if (csv.sha256 !== content.sha256)
    return fail(
      'data/checksum',
      `${content.file} is not the file that its sidecar describes`,
      spanAt(spans, 'sha256'),
      `its SHA-256 is ${csv.sha256}: check what changed, then correct the sidecar`,
    );

  const [header = [], ...rows] = parseCsv(csv.text);
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
    if (column(name) < 0)
      return fail('data/column', `${content.file} has no column ${name}`, key, didYouMean(name, header));
    const before = left;
    left = left.filter((row) => row[column(name)] === value);
    if (left.length === 0) {
      const present = [...new Set(before.map((row) => row[column(name)] ?? ''))];
      return fail(
        'data/row',
        `no row has ${name} ${JSON.stringify(value)}`,
        span,
        didYouMean(value, present) ?? `there are: ${present.slice(0, 8).join(', ')}`,
      );
    }
  }
  const provenance = readProvenanceOf(content, spans, []);
  diagnostics.push(...provenance.diagnostics);
  const points = new Map<number, Located<Amount>>();
  for (const row of left) {
    const cell = (role: 'year' | 'value' | 'unit'): string => row[column(content.columns[role])] ?? '';
    const [year, number] = [Number(cell('year')), Number(cell('value'))];
    if (!Number.isInteger(year) || cell('value') === '' || !Number.isFinite(number))
      return fail(
        'data/number',
        `${content.file}: ${JSON.stringify(cell('value'))} in ${cell('year')} is not a number`,
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
    const unit = content.units[cell('unit')];
    if (unit === undefined)
      return fail(
        'data/unit',
        `the sidecar does not translate the unit ${JSON.stringify(cell('unit'))}`,
        spanAt(spans, 'units'),
        `add ${JSON.stringify(cell('unit'))}: ... to units`,
      );
    points.set(year, { value: { number, unit }, span: file.span });
  }
  return { points: new Map([...points].sort(([a], [b]) => a - b)), provenance: provenance.provenance };
}
