// Imports for tests: a table as text or as rows of a workbook in, what the command would say of it out. All numbers in tables are made up.

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import type { Imported, Selection } from '../../src/import/index.ts';
import { findCodelists, findReferences, load, type Sources, type TableFile } from '../../src/load/index.ts';
import { importIamc } from '../../src/pipeline.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Options extends Partial<Selection> {
  readonly sheet?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly where?: Readonly<Record<string, string>>;
  /** Codelists other than those of the project. */
  readonly codelists?: Sources;
}

export interface Told {
  readonly imported?: Imported | undefined;
  readonly csv: string;
  readonly sidecar: string;
  /** As on a terminal without colour. */
  readonly printed: string;
}

const codelists = (await load(await findCodelists(ROOT), { cwd: ROOT })).value;
/** The one that describes the sources; to parse all others for every table would take most of the time. */
const described = (await findReferences(ROOT)).filter((path) => path.endsWith('reference/sources.yaml'));
const references = (await load(described, { cwd: ROOT })).value;

export const MODEL = 'REMIND-MAgPIE 3.3-4.8';
export const HEADER = 'Model,Scenario,Region,Variable,Unit,2020,2025,2030';

/** A row of three years. */
export const row = (
  names: { readonly [column in 'model' | 'scenario' | 'region' | 'variable' | 'unit']?: string } = {},
  values = '1,2,3',
): string => {
  const cells = {
    model: MODEL,
    scenario: 'Net Zero 2050',
    region: 'World',
    variable: 'Price|Carbon',
    unit: 'US$2010/t CO2',
    ...names,
  };
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${Object.values(cells).map(quoted).join(',')},${values}`;
};

async function told(file: TableFile, name: string, options: Options): Promise<Told> {
  const { variable = [], region = [], scenario = [], model = [], where = {} } = options;
  const { sheet, source, licence } = options;
  const selection = { variable, region, scenario, model };
  const request = {
    file: name,
    sha256: file.sha256,
    selection,
    where,
    sheet,
    source,
    licence,
    name: 'prices',
  };
  const lists = options.codelists ?? codelists;
  const { value, diagnostics } = await importIamc(file, request, lists, references);
  const texts = new Map([...lists.files].map(([path, { text }]) => [path, text]));
  return {
    imported: value,
    csv: value?.files[0]?.content ?? '',
    sidecar: value?.files[1]?.content ?? '',
    printed: printDiagnostics(diagnostics, texts, plain),
  };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length);
}

/** Imports a CSV; it arrives in pieces of a length. */
export const importCsv = (text: string, options: Options = {}, piece = 1000): Promise<Told> =>
  told({ kind: 'text', pieces: inPieces(text, piece), sha256: sha256(text) }, 'IAM_data.csv', options);

export const importWorkbook = (bytes: Uint8Array, options: Options = {}): Promise<Told> =>
  told({ kind: 'workbook', bytes, sha256: sha256(bytes) }, 'IAM_data.xlsx', options);

/** The lines of a written CSV below its header, each without its first names. */
export const rowsOf = (csv: string): readonly string[] => csv.trimEnd().split('\n').slice(1);
