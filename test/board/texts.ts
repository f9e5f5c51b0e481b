// Everything that a reader of a pack is shown, with where it stands: texts of notes, tables, sheets, slides, charts and of the report's data.

import { partsOf, textOf } from '../../src/render/deck/parts.ts';
import type { Artifacts } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { unescaped } from '../deck/opened.ts';
import { unzip } from '../kit/zip.ts';

export interface Shown {
  readonly where: string;
  readonly text: string;
}

/** Tables of numbers, whose few texts are names; what the others call a choice is explained in dictionary.csv. */
const NUMBERS = new Set(['results.csv', 'uncertainty.csv', 'sensitivities.csv']);

interface Column {
  readonly file: string;
  readonly column: string;
  readonly type: string;
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const { header, rows } = parseCsv(csv);
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

const fileOf = (artifacts: Artifacts, path: string): string =>
  String(artifacts.find((one) => one.path === path)?.content ?? '');

const choicesIn = (artifacts: Artifacts): readonly Column[] =>
  (rowsOf(fileOf(artifacts, 'dictionary.csv')) as unknown as readonly Column[]).filter(
    ({ type }) => type === 'choice',
  );

/** Words of machines that the columns called choices hold, the longest first. */
export function choices(artifacts: Artifacts): readonly string[] {
  const found = choicesIn(artifacts).flatMap(({ file, column }) =>
    file.endsWith('.csv') && !NUMBERS.has(file)
      ? rowsOf(fileOf(artifacts, file)).map((row) => row[column] ?? '')
      : [],
  );
  return [...new Set(found)].filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
}

function inTable(artifacts: Artifacts, path: string): readonly Shown[] {
  const skipped = new Set(
    choicesIn(artifacts).flatMap(({ file, column }) => (file === path ? [column] : [])),
  );
  return rowsOf(fileOf(artifacts, path)).flatMap((row, index) =>
    Object.entries(row)
      .filter(([column]) => !skipped.has(column))
      .map(([column, text]) => ({ where: `${path}:${index + 2} ${column}`, text })),
  );
}

/** Texts of data, without those whose key says that they are the English of a pair. */
function inData(value: unknown, where: string): readonly Shown[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'en' ? [] : inData(each, Array.isArray(value) ? where : `${where}.${key}`),
  );
}

async function inDeck(bytes: Uint8Array, path: string): Promise<readonly Shown[]> {
  const parts = await partsOf(bytes);
  return [...parts.keys()]
    .filter((part) => /^ppt\/(?:slides|notesSlides|charts)\/[^/]+\.xml$/.test(part))
    .flatMap((part) =>
      [...textOf(parts, part).matchAll(/<a:t>([^<]*)<|<c:v>([^<]*)<|\bdescr="([^"]*)"/g)].map(
        ([, run, value, alt]) => ({
          where: `${path}/${part}`,
          text: unescaped(run ?? value ?? alt ?? ''),
        }),
      ),
    );
}

const inSheets = (bytes: Uint8Array, path: string): readonly Shown[] =>
  [...unzip(bytes)]
    .filter(([part]) => /^xl\/(?:sharedStrings|worksheets\/\w+)\.xml$/.test(part))
    .flatMap(([part, content]) =>
      [...content.toString('utf8').matchAll(/<t\b[^>]*>([^<]*)<|\bprompt="([^"]*)"/g)].map(
        ([, text, prompt]) => ({ where: `${path}/${part}`, text: unescaped(text ?? prompt ?? '') }),
      ),
    );

/** @returns what a reader of the pack is shown; files for machines hold names alone */
export async function shownIn(artifacts: Artifacts): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  for (const { path, content } of artifacts) {
    if (content instanceof Uint8Array) {
      if (path.endsWith('.pptx')) found.push(...(await inDeck(content, path)));
      if (path.endsWith('.xlsx')) found.push(...inSheets(content, path));
    } else if (path.endsWith('.md'))
      found.push(...content.split('\n').map((text, line) => ({ where: `${path}:${line + 1}`, text })));
    else if (path.endsWith('.svg'))
      found.push(
        ...[...content.matchAll(/>([^<]+)</g)].map(([, text = '']) => ({
          where: path,
          text: unescaped(text),
        })),
      );
    else if (path.endsWith('.csv') && !NUMBERS.has(path)) found.push(...inTable(artifacts, path));
    else if (path === 'report.html')
      for (const [, json = 'null'] of content.matchAll(/<script type="application\/json"[^>]*>([^<]*)</g))
        found.push(...inData(JSON.parse(json), path));
  }
  return found;
}
