// Every text of a file that a reader is shown stands there in Chinese too; the message names the file, the line and the key that lack it.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument, visit } from 'yaml';
import { parseCsv } from '../../src/resolve/csv.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));
/** Keys whose texts are shown, wherever they stand. */
const SHOWN = new Set([
  ...[
    'about',
    'note',
    'derived',
    'narrative',
    'says',
    'assumed',
    'not_quantified',
    'title',
    'because',
    'else',
  ],
]);
/** Sentences that whoever starts from the template replaces by their own, in the language they write. */
const PLACEHOLDERS = new Set(['template/register.yaml']);
/** Files whose sources whoever starts from the template replaces by their own. */
const WRITTEN_ANEW = /^template\//;
const CHINESE = /\p{Script=Han}/u;
/** Formulas, names and numbers are the same in every language. */
const SENTENCE = /\b[a-z]{2,}/;

/** A place inside a source that is in English alone; a sum or a number is the same in every language. */
function placesLacking(source: unknown): readonly string[] {
  if (!isSeq(source)) return [];
  return source.items.slice(1).flatMap((part) => {
    const english = isMap(part) ? part.get('en') : isScalar(part) ? part.value : undefined;
    const chinese = isMap(part) ? part.get('zh') : undefined;
    return /\p{L}{2}/u.test(String(english)) && !CHINESE.test(String(chinese)) ? [String(english)] : [];
  });
}

/** `file:line key: text` of every text without Chinese. */
function lacking(file: string, source: string): readonly string[] {
  const lines = new LineCounter();
  const found: string[] = [];
  visit(parseDocument(source, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      // Columns of a table are named after what they hold.
      if (isScalar(key) && key.value === 'columns') return visit.SKIP;
      if (!isScalar(key)) return;
      const { line } = lines.linePos(key.range?.[0] ?? 0);
      if (key.value === 'source' && !WRITTEN_ANEW.test(file))
        found.push(...placesLacking(value).map((place) => `${file}:${line} place in source: ${place}`));
      if (!SHOWN.has(String(key.value))) return;
      const english = isMap(value) ? value.get('en') : isScalar(value) ? value.value : undefined;
      const chinese = isMap(value) ? value.get('zh') : undefined;
      if (typeof english !== 'string' || CHINESE.test(String(chinese))) return;
      if (chinese !== undefined && !SENTENCE.test(english)) return;
      found.push(`${file}:${line} ${key.value}: ${english}`);
    },
  });
  return found;
}

const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml') && !PLACEHOLDERS.has(path));

/** Remarks of the rows of a table whose sidecar does not give their Chinese. */
function unsaid(path: string): readonly string[] {
  const sidecar = parse(readFileSync(SCENARIOS + path, 'utf8'));
  const column = sidecar?.columns?.note;
  if (sidecar?.data === undefined || column === undefined) return [];
  const csv = parseCsv(readFileSync(`${SCENARIOS}${dirname(path)}/${sidecar.file}`, 'utf8'));
  const at = csv.header.indexOf(column);
  const said = new Set((sidecar.remarks ?? []).map(({ en }: { readonly en: string }) => en));
  return [...new Set(csv.rows.map(({ cells }) => cells[at] ?? ''))].filter(
    (remark) => remark !== '' && !said.has(remark),
  );
}

describe('texts of scenarios/', () => {
  it('are found lacking by file, line and key', () => {
    const source =
      'a:\n  title: { en: Cost, zh: 成本 }\n  about: What it costs\n  note: { en: a word, zh: a word }\n';
    expect(lacking('a.yaml', source)).toEqual(['a.yaml:3 about: What it costs', 'a.yaml:4 note: a word']);
    expect(lacking('a.yaml', 'title: { en: IFRS S2, zh: IFRS S2 }\nabout: { en: x, zh: 某 }\n')).toEqual([]);
  });

  it('are found lacking where they are places inside sources', () => {
    const source =
      'a:\n  source: [law, { en: Article 9, zh: 第9条 }]\nb: { is: 1, source: [law, Article 9] }\nc: { source: [law, 1 / 2] }\n';
    expect(lacking('a.yaml', source)).toEqual(['a.yaml:3 place in source: Article 9']);
    expect(lacking('template/a.yaml', source)).toEqual([]);
  });

  it('stand in Chinese too', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => lacking(file, readFileSync(SCENARIOS + file, 'utf8')))).toEqual([]);
  });

  it('give the Chinese of every remark in a table', () => {
    expect(files.flatMap((file) => unsaid(file).map((remark) => `${file}: ${remark}`))).toEqual([]);
  });
});
