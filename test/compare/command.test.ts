// Two runs compared as the command does it: a pack by the inputs that it keeps, a study as its files now are; texts, tables and pictures.

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareRuns } from '../../src/cli/comparing.ts';
import { runStudy } from '../../src/cli/study.ts';
import { progress } from '../../src/cli/terminal.ts';

vi.mock('../../src/load/page.ts', () => ({ loadPage: async () => ({ script: 'page', style: 'page' }) }));
vi.mock('../../src/cli/font_thread.ts', () => ({
  fontThread: () => ({
    cutFont: async (_: unknown, characters: string) => new TextEncoder().encode(characters),
    end: () => {},
  }),
}));
vi.mock('../../src/cli/png_threads.ts', () => ({
  pngThreads: () => ({ toPng: async (svg: string) => new TextEncoder().encode(svg), end: () => {} }),
}));

const GOLDEN = fileURLToPath(new URL('../golden/project/scenarios/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const SILENT = progress(false);
const project = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-compare-test-')));
const at = (path: string): string => join(project, path);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const STUDY = at('scenarios/bakery/study.yaml');
const PACK = at('out/study');

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(at(path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(at(path), text.replace(from, to));
}

beforeAll(async () => {
  cpSync(GOLDEN, at('scenarios'), { recursive: true });
  const options = {
    set: [],
    draws: undefined,
    seed: undefined,
    workers: undefined,
    lang: 'en',
    resume: false,
  } as const;
  const ran = await runStudy(STUDY, PACK, options, SILENT);
  if (ran.done === undefined) throw new Error(JSON.stringify(ran.diagnostics));
  edit('scenarios/bakery/company.yaml', 'bread: 1200 t', 'bread: 1500 t');
  edit('scenarios/bakery/early.yaml', '2023: 40 GBP_2023/MWh', '2023: 50 GBP_2023/MWh');
  edit('scenarios/bakery/electric.yaml', '2026: 70 %', '2026: 90 %');
  edit('scenarios/reference/money.yaml', 'is: 0.87', 'is: 0.875');
  edit(
    'scenarios/models/costs.yaml',
    'is: emissions * carbon_price',
    'is: emissions * carbon_price * demand_index',
  );
});

async function compared(
  runs: readonly [string, string],
  lang: 'en' | 'zh' = 'en',
  set: readonly string[] = [],
) {
  const { done, diagnostics } = await compareRuns(runs, { set, lang, out: at(`out/${lang}`) }, SILENT);
  if (done === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return {
    ...done,
    file: (path: string) => readFileSync(join(done.folder, path), 'utf8').replaceAll(`${project}/`, ''),
  };
}

/** Which documents a pack has is told elsewhere. */
const withoutList = (text: string): string =>
  text.replaceAll(/(?<=stand in |见于 )[^。\n]*?(?=\.$|。)/gm, '...');

describe('a pack and its study after changes', () => {
  it.each(['en', 'zh'] as const)('are compared in %s', async (lang) => {
    const { file, comparison } = await compared([PACK, STUDY], lang);
    await expect(withoutList(file('compare.md'))).toMatchFileSnapshot(`${HERE}golden/compare.${lang}.md`);
    if (lang === 'en') {
      await expect(file('bridge.csv')).toMatchFileSnapshot(`${HERE}golden/bridge.csv`);
      await expect(file('inputs.csv')).toMatchFileSnapshot(`${HERE}golden/inputs.csv`);
    }
    for (const { headline } of comparison.bridges.filter(({ year }) => year === 2025)) {
      const svg = file(`charts/${headline}-2025.svg`);
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(JSON.parse(file(`charts/${headline}-2025.vl.json`))).toMatchObject({
        $schema: expect.stringContaining('vega-lite'),
      });
    }
  });

  it('leave the same bytes twice, and the record names both runs', async () => {
    const first = await compared([PACK, STUDY]);
    const before = ['compare.md', 'bridge.csv', 'run.json'].map(first.file);
    const second = await compared([PACK, STUDY]);
    expect(['compare.md', 'bridge.csv', 'run.json'].map(second.file)).toEqual(before);
    expect(JSON.parse(second.file('run.json')).compared).toMatchObject([
      { run: 'out/study', study: 'scenarios/bakery/study.yaml' },
      { run: 'scenarios/bakery/study.yaml', study: 'scenarios/bakery/study.yaml' },
    ]);
  });

  it('tell which files of the pack no longer hold, and whose numbers they show', async () => {
    const { remarks } = await compared([PACK, STUDY]);
    const said = remarks.map((remark) => remark.replaceAll(`${project}/`, ''));
    expect(said.map(withoutList)).toEqual([
      'out/study no longer holds: scenarios/bakery/company.yaml, scenarios/bakery/early.yaml, scenarios/bakery/electric.yaml, scenarios/models/costs.yaml and scenarios/reference/money.yaml are not what the pack was made of. Its numbers stand in ....',
      '3 of 3 headlines of out/study are others now; as they were they stand in ....',
    ]);
    for (const remark of said)
      for (const document of ['report.html', 'register.md', '3 charts']) expect(remark).toContain(document);
  });

  it('name a version that computes other numbers from the same inputs', async () => {
    const results = readFileSync(join(PACK, 'results.csv'), 'utf8');
    const row =
      /^.*,Early action,.*,emissions,tCO2e,2025,(?=[^,]*,As it is,central$)/m.exec(results)?.[0] ?? '';
    const [before = '', after = ''] = results.split(row);
    expect(after).not.toBe('');
    writeFileSync(join(PACK, 'results.csv'), `${before}${row}${after.replace(/^[^,]*/, '1')}`);
    const { remarks } = await compared([PACK, PACK]);
    writeFileSync(join(PACK, 'results.csv'), results);
    expect(remarks.filter((remark) => remark.includes('made by version'))).toEqual([
      expect.stringContaining('first emissions in 2025 (Early action, As it is)'),
      expect.stringContaining('in 1 of 28 cases'),
    ]);
  });
});

describe('a study and itself', () => {
  it('differ in nothing', async () => {
    const { comparison, told } = await compared([STUDY, STUDY]);
    expect([comparison.inputs, comparison.structure, told.tables]).toEqual([[], [], []]);
    expect(comparison.bridges.every(({ difference, steps }) => difference === 0 && steps.length === 0)).toBe(
      true,
    );
  });

  it('with an override differ in that, and the override says so', async () => {
    const { comparison } = await compared([STUDY, STUDY], 'en', ['gas_price[2025]=70 GBP_2023/MWh']);
    expect(
      comparison.inputs.map(({ quantity, after }) => [quantity, after?.overridden, after?.at, after?.values]),
    ).toEqual([['gas_price', true, { file: '--set 1', line: 1 }, [{ year: 2025, value: 70 }]]]);
  });

  it('tell of a range that an override takes away, that of a delayed path as well', async () => {
    const { comparison } = await compared([STUDY, STUDY], 'en', ['demand_index=1.2']);
    expect(comparison.inputs.map(({ quantity, differs }) => [quantity, differs])).toEqual([
      ['demand_index', ['value', 'range', 'source']],
      ['demand_index', ['value', 'range', 'source']],
    ]);
  });

  it('refuses an override for a pack', async () => {
    await expect(compared([STUDY, PACK], 'en', ['a=1'])).rejects.toThrow('--set changes a study');
  });

  it('tells the faults of the run that has them', async () => {
    const { done, diagnostics } = await compareRuns(
      [STUDY, at('out')],
      { set: [], lang: 'en', out: at('out') },
      SILENT,
    );
    expect([done, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['pack/none']]);
  });
});
