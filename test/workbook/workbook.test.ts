// register.xlsx as spreadsheets see it: valid, computed again to the same values, every label a text, every question answered.

import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { explain as explainNumber } from '../../src/explain/index.ts';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { bandName } from '../../src/render/charts/bands.ts';
import { shellWord } from '../../src/render/question.ts';
import { workbook } from '../../src/render/workbook/index.ts';
import { xlsx } from '../../src/render/workbook/write.ts';
import { hostileBakery, REVERSING } from '../kit/hostile.ts';
import {
  converted,
  isOfficeMissing,
  isXmllintMissing,
  needsOffice,
  needsXmllint,
  schemaFaults,
} from '../kit/office.ts';
import type { Findings } from '../kit/project.ts';
import { unzip, zip } from '../kit/zip.ts';

type Read = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Read['sheets'][number];

const LANGUAGES = ['en', 'zh'] as const;
const STUDIES = ['board', 'bakery', 'hostile'] as const;

const names = STUDIES.flatMap((study) => LANGUAGES.map((language) => `${study}-${language}`));
const found = new Map<string, Findings>();
const books = new Map<string, { readonly bytes: Uint8Array; readonly read: Read }>();

/** The central case of a study. */
async function computed(study: string, cwd: string): Promise<Findings> {
  const { value: sources } = await load([study], { cwd: fileURLToPath(new URL(cwd, import.meta.url)) });
  const { value } = run(sources, []);
  if (value === undefined) throw new Error(`${study} does not run`);
  return value;
}

const book = (name: string) => {
  const one = books.get(name);
  if (one === undefined) throw new Error(`no workbook ${name}`);
  return one;
};

beforeAll(async () => {
  const studies = {
    board: await computed('scenarios/innovation-new-material/board.yaml', '../..'),
    bakery: await computed('scenarios/bakery/study.yaml', '../golden/project'),
    hostile: await hostileBakery(),
  };
  for (const study of STUDIES)
    for (const language of LANGUAGES) {
      const { content } = await workbook(studies[study], language);
      found.set(`${study}-${language}`, studies[study]);
      books.set(`${study}-${language}`, { bytes: content, read: await readXlsx(content) });
    }
});

const sheetOf = ({ sheets }: Read, index: number): Sheet => {
  const sheet = sheets[index];
  if (sheet === undefined) throw new Error(`no sheet ${index}`);
  return sheet;
};

/** Rows of a sheet's table as records of its heads. */
function tableOf({
  rows,
  autoFilter,
}: Pick<Sheet, 'rows'> & { readonly autoFilter?: Sheet['autoFilter'] | undefined }): readonly Readonly<
  Record<string, unknown>
>[] {
  const [, top = '1', , bottom = '1'] = /(\d+):([A-Z]+)(\d+)/.exec(autoFilter?.range ?? '') ?? [];
  const head = rows[Number(top) - 1] ?? [];
  return rows
    .slice(Number(top), Number(bottom))
    .map((row) => Object.fromEntries(head.map((title, index) => [String(title), row[index] ?? undefined])));
}

describe.each(names)('register.xlsx of %s', (name) => {
  it('has its sheets in order, each table with a filter and a head that stays', () => {
    const { read } = book(name);
    const sheets = name.endsWith('en')
      ? ['Register', 'Heat map', 'Results', 'Parts', 'Assumptions', 'Reconciliation', 'Scales']
      : ['登记册', '热力图', '结果', '构成', '假设', '核对', '等级'];
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(sheets);
    for (const sheet of read.sheets) {
      if (sheet.name === sheets[1] || sheet.name === sheets[6]) continue;
      const top = Number(/\d+/.exec(sheet.autoFilter?.range ?? '')?.[0]);
      expect(sheet.freezePane?.rows).toBe(top);
      expect(sheet.pageSetup?.printTitlesRow).toBe(`$${top}:$${top}`);
    }
  });

  it('chooses from lists that are named and there', () => {
    const { read } = book(name);
    const lists = read.sheets.flatMap(({ dataValidations = [] }) =>
      dataValidations.flatMap(({ type, formula1 }) => (type === 'list' ? [String(formula1)] : [])),
    );
    expect(new Set(lists)).toEqual(
      new Set(['kinds', 'types', 'grades', 'strategies', 'impact_bands', 'likelihood_bands']),
    );
    const named = new Map((read.namedRanges ?? []).map((one) => [one.name, one.range]));
    for (const list of lists) {
      const [, sheetName, column, from, to] =
        /^'?(.+?)'?!\$([A-Z]+)\$(\d+):\$\2\$(\d+)$/.exec(named.get(list) ?? '') ?? [];
      const { rows } = read.sheets.find((sheet) => sheet.name === sheetName) ?? { rows: [] };
      const words = rows
        .slice(Number(from) - 1, Number(to))
        .map((row) => row[(column ?? 'A').charCodeAt(0) - 65]);
      expect(words.length).toBeGreaterThan(1);
      for (const word of words) expect(word).toEqual(expect.stringMatching(/./));
    }
  });

  it('shows a name of the models under a head that says so alone, and a title wherever a reader reads', () => {
    const heads = name.endsWith('en')
      ? ['Quantity', 'Quantity of the total', 'Driven by']
      : ['指标', '合计的指标'];
    const { quantities } = found.get(name) as Findings;
    for (const sheet of book(name).read.sheets)
      for (const row of tableOf(sheet))
        for (const [head, value] of Object.entries(row))
          if (!heads.includes(head) && typeof value === 'string' && value.includes('_'))
            expect(quantities.has(value), `${sheet.name}: ${head}: ${value}`).toBe(false);
  });

  it('rates as the run does', () => {
    const { register } = found.get(name) ?? {};
    const language = name.endsWith('en') ? 'en' : 'zh';
    const rows = tableOf(sheetOf(book(name).read, 0));
    const head = language === 'en' ? ['Impact before', 'Impact after'] : ['应对前影响', '应对后影响'];
    expect(rows.map((row) => head.map((title) => row[title]))).toEqual(
      register?.rows.map(({ inherent, residual }) =>
        [inherent, residual].map(({ impact }) => bandName(impact.name, language)),
      ),
    );
  });

  it('gives numbers as numbers and every text as a text', () => {
    const { read, bytes } = book(name);
    for (const { cells } of read.sheets)
      for (const { value, formula } of cells?.values() ?? []) {
        expect(value).not.toBeInstanceOf(Date);
        if (formula !== undefined) expect(formula).not.toMatch(/HYPERLINK|WEBSERVICE|script|\[\d+\]|DDE/i);
      }
    const parts = [...unzip(bytes)].map(([path, content]) => [path, content.toString('utf8')] as const);
    for (const [path, content] of parts) {
      expect(path).not.toMatch(/externalLink|vba|connections/);
      expect(content).not.toMatch(/<hyperlink|TargetMode="External"|t="e"/);
      expect(content).not.toMatch(REVERSING);
    }
  });

  it('has the same bytes from run to run', async () => {
    const again = await workbook(found.get(name) as Findings, name.endsWith('en') ? 'en' : 'zh');
    expect(Buffer.compare(again.content, book(name).bytes)).toBe(0);
  });
});

/** Words of a command as a shell would split it. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single?.replaceAll("'\\''", "'") ?? plain ?? '',
  );

describe('the writer of workbooks', () => {
  const look = 'text' as const;
  const texts = ['=1+1', '+1', '-1', '@x', '#REF!', '#N/A', 'a\tb', '\u{1F525} 中文 é', 'x'.repeat(40_000)];
  const sheet = {
    name: "It's & <mine>",
    widths: [10],
    cells: [
      ...texts.map((content, row) => ({ row, column: 0, content, look })),
      { row: 0, column: 1, content: { formula: 'A2&"!"', result: '+1!' }, look },
    ],
    choices: [],
    wholes: [],
    colours: [],
    lined: [],
    page: { paper: 'a4' as const, across: 1 },
  };

  it('leaves a text a text whatever it begins with, cut where no spreadsheet takes more', async () => {
    const bytes = await xlsx({
      sheets: [sheet],
      names: new Map(),
      title: 'A & B',
      company: '',
      foot: 'R&D',
      asOf: '2026-11-22',
      font: 'Calibri',
    });
    const [read] = (await readXlsx(bytes)).sheets;
    expect(read?.rows.map(([first]) => first)).toEqual([...texts.slice(0, -1), `${'x'.repeat(32_766)}…`]);
    expect(read?.name).toBe("It's & <mine>");
    const parts = unzip(bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString()).not.toContain('t="e"');
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString()).toContain('R&amp;&amp;D');
    expect(parts.get('docProps/core.xml')?.toString()).toContain('2026-11-22T00:00:00Z');
  });
});

describe('the questions of register.xlsx', () => {
  it('are all answered by the run, and its numbers are those of the sheet of results', () => {
    const { graph, horizons } = found.get('bakery-en') as Findings;
    const answered = book('bakery-en').read.sheets.flatMap((sheet) => {
      if (sheet.autoFilter === undefined) return [];
      return tableOf(sheet).flatMap((row) =>
        row.Question === undefined ? [] : String(row.Question).split(' && '),
      );
    });
    expect(answered.length).toBeGreaterThan(30);
    for (const command of answered) {
      const [tcfd, explain, study, quantity = '', ...options] = wordsOf(command);
      expect([tcfd, explain, study]).toEqual(['tcfd', 'explain', 'scenarios/bakery/study.yaml']);
      const asked = Object.fromEntries(
        options.flatMap((word, index) =>
          word.startsWith('--') ? [[word.slice(2), options[index + 1] ?? '']] : [],
        ),
      );
      const { year, ...rest } = asked;
      const question = { quantity, ...rest, ...(year === undefined ? {} : { year: Number(year) }) };
      const { value, diagnostics } = explainNumber(graph, horizons.medium, question);
      expect(diagnostics, command).toEqual([]);
      expect(value?.numbers.get(value.root)?.value, command).toEqual(expect.any(Number));
    }
  });

  it('stand in a shell for what they say, whatever a name holds', () => {
    expect(shellWord('board.yaml')).toBe('board.yaml');
    expect(shellWord('Net Zero 2050')).toBe('"Net Zero 2050"');
    expect(shellWord('$(rm -r x)')).toBe("'$(rm -r x)'");
    expect(shellWord("it's `so`")).toBe("'it'\\''s `so`'");
    expect(wordsOf(`${shellWord("it's `so`")} ${shellWord('a b')}`)).toEqual(["it's `so`", 'a b']);
  });
});

describe.skipIf(isXmllintMissing)(needsXmllint('the parts of register.xlsx'), () => {
  it.each(names)('are valid against the schema of spreadsheets: %s', (name) => {
    const parts = [...unzip(book(name).bytes)].flatMap(([path, content]): [string, string][] =>
      /^xl\/(?:workbook|styles|sharedStrings|worksheets\/\w+)\.xml$/.test(path)
        ? [[path, content.toString('utf8')]]
        : [],
    );
    expect(parts.length).toBe(10);
    expect(schemaFaults(new Map(parts), 'sml.xsd')).toBe('');
    const broken = parts.map(([path, text]): [string, string] => [
      path,
      text.replace('<sheetData', '<sheetdata'),
    ]);
    expect(schemaFaults(new Map(broken), 'sml.xsd')).toContain('sheetdata');
  });
});

describe.skipIf(isOfficeMissing)(needsOffice('LibreOffice'), () => {
  let recomputed: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    const bare = names.map((name): [string, Uint8Array] => {
      const parts = [...unzip(book(name).bytes)].map(([path, content]): [string, string | Uint8Array] => {
        if (!path.startsWith('xl/worksheets/')) return [path, content];
        // Without what the formulas came to, whoever opens it must compute them.
        const text = content.toString('utf8').replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
        expect(text).not.toMatch(/<\/f><v>/);
        return [path, text];
      });
      return [`${name}.xlsx`, zip(new Map(parts))];
    });
    recomputed = converted(
      new Map([...bare, ['changed.xlsx', withFirstLikelihood('bakery-en', 'Rare')]]),
      'xlsx',
    );
  });

  it('lets ratings and heat map follow a likelihood that a person chooses', async () => {
    const before = book('bakery-en').read;
    const after = await readXlsx(recomputed.get('changed') ?? new Uint8Array());
    const { autoFilter } = sheetOf(before, 0);
    const [own, changed] = [before, after].map(
      (read) => tableOf({ rows: sheetOf(read, 0).rows, autoFilter })[0] ?? {},
    );
    expect(own?.['Likelihood before']).not.toBe('Rare');
    expect(changed?.['Likelihood before']).toBe('Rare');
    expect(changed?.['Impact before']).toBe(own?.['Impact before']);
    const { rows: scales } = sheetOf(after, 6);
    const zones = scales.find((row) => row[0] === own?.['Impact before'] && typeof row[1] === 'number');
    expect(changed?.['Rating before']).toBe(zones?.[1]);
    const { rows: map } = sheetOf(after, 1);
    const line = map.find((row) => row[0] === own?.['Impact before']);
    expect(String(line?.[1]).split(', ')).toContain('1');
  });

  it.each(names)('opens it and computes every formula to the value that it holds: %s', async (name) => {
    const mine = book(name).read;
    const theirs = await readXlsx(recomputed.get(name) ?? new Uint8Array());
    expect(theirs.sheets.map((sheet) => sheet.name)).toEqual(mine.sheets.map((sheet) => sheet.name));
    let formulas = 0;
    const differences: string[] = [];
    for (const [index, sheet] of mine.sheets.entries()) {
      const other = sheetOf(theirs, index);
      for (const [row, cells] of sheet.rows.entries())
        for (const [column, value] of cells.entries()) {
          if (sheet.cells?.get(`${row},${column}`)?.formula !== undefined) formulas++;
          const computed = other.rows[row]?.[column] ?? null;
          if (!same(value ?? null, computed))
            differences.push(`${sheet.name} ${row + 1},${column + 1}: ${value} | ${computed}`);
        }
    }
    expect(differences).toEqual([]);
    expect(formulas).toBeGreaterThan(100);
  });
});

/** The workbook as it is after a person chose another band for the first row; what formulas came to is left out. */
function withFirstLikelihood(name: string, band: string): Uint8Array {
  const { bytes, read } = book(name);
  const { rows, autoFilter } = sheetOf(read, 0);
  const top = Number(/\d+/.exec(autoFilter?.range ?? '')?.[0]);
  const column = (rows[top - 1] ?? []).indexOf('Likelihood before');
  const cell = `${String.fromCharCode(65 + column)}${top + 1}`;
  const parts = [...unzip(bytes)].map(([path, content]): [string, string | Uint8Array] => {
    if (!path.startsWith('xl/worksheets/')) return [path, content];
    const text = content.toString('utf8').replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
    if (path !== 'xl/worksheets/sheet1.xml') return [path, text];
    const shape = new RegExp(`<c r="${cell}"( s="\\d+")? t="s"( s="\\d+")?><v>\\d+</v></c>`);
    expect(text).toMatch(shape);
    return [
      path,
      text.replace(
        shape,
        (_, one = '', other = '') => `<c r="${cell}" t="inlineStr"${one}${other}><is><t>${band}</t></is></c>`,
      ),
    ];
  });
  return zip(new Map(parts));
}

/** An empty text and no value are one to a reader; numbers may differ by the order in which they are added. */
function same(mine: unknown, theirs: unknown): boolean {
  if (typeof mine === 'number' && typeof theirs === 'number')
    return Math.abs(mine - theirs) <= 1e-9 * Math.max(1e-6, Math.abs(mine), Math.abs(theirs));
  return (mine === '' ? null : mine) === (theirs === '' ? null : theirs);
}
