// board.pptx: sound as a file, the same bytes every time, its numbers those of the charts, every slide with its sources, harmless.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { explain } from '../../src/questions.ts';
import { partsOf, relationships, textOf } from '../../src/render/deck/parts.ts';
import { CHARTS, kinds, slideKinds } from '../../src/render/index.ts';
import { missing, needs, PROGRAMS, start } from '../kit/debian.ts';
import { hostileBakery, REVERSING, SCRIPT } from '../kit/hostile.ts';
import { findings as company } from '../render/fixture.ts';
import { complaints, deckOf, faultsIn, notesOf, slidesOf, unescaped, wordsIn } from './opened.ts';

const PROJECT = fileURLToPath(new URL('../golden/project', import.meta.url));
const sources = (await load(['scenarios/bakery/study.yaml'], { cwd: PROJECT })).value;
const bakery = run(sources, []).value;
if (bakery === undefined) throw new Error('the bakery does not run');

/** A company with every kind of chart, and draws. */
const made = { en: await deckOf(company, 'en'), zh: await deckOf(company, 'zh') };
/** Kinds that have nothing to show of the company: no value that it rests on is weighed. */
const WITHOUT = 2;
const { xmllint, soffice, pdfinfo } = PROGRAMS;

describe.each(['en', 'zh'] as const)('the deck in %s', (language) => {
  const { parts } = made[language];
  const slides = slidesOf(parts);

  it('has a slide for each chart, its finding as title, and one or more for each kind of slide', () => {
    expect(slides.length).toBeGreaterThanOrEqual(
      company.charts.length + Object.keys(slideKinds).length - WITHOUT,
    );
    const titles = slides.map((path) => wordsIn(textOf(parts, path))[0] ?? '');
    for (const request of company.charts) {
      const { headline = '' } = kinds[request.kind]?.build(request, company, language) ?? {};
      const start = headline.slice(0, 40);
      expect(
        titles.some((words) => words.startsWith(start)),
        start,
      ).toBe(true);
    }
  });

  it('is whole: nothing dangles, nothing is left over, no shape shares an id', () => {
    expect(faultsIn(parts)).toEqual([]);
  });

  it.skipIf(missing(xmllint))(
    needs('is valid by the ISO 29500 schemas, sheets of charts too', xmllint),
    async () => {
      expect(await complaints(parts)).toEqual([]);
    },
  );

  it('says in its own language which it is in', () => {
    const all = slides.map((path) => textOf(parts, path)).join('');
    expect(all).toContain(language === 'zh' ? 'lang="zh-CN"' : 'lang="en-GB"');
    expect(all).not.toMatch(/ lang="en-US"/);
    expect(/\p{Script=Han}/u.test(all)).toBe(language === 'zh');
  });

  it('tells whoever does not see them what charts, tables and pictures show', () => {
    for (const path of slides) {
      const frames = [...textOf(parts, path).matchAll(/<p:(?:graphicFrame|pic)>.*?<p:cNvPr\b([^>]*)/gs)];
      for (const [, attributes = ''] of frames) expect(attributes, path).toMatch(/descr="[^"]{10,}"/);
    }
  });

  it('numbers its slides, and says below each whose it is', () => {
    for (const path of slides.slice(1)) expect(textOf(parts, path)).toContain('type="slidenum"');
    const layouts = [...parts.keys()].filter((path) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(path));
    expect(layouts.some((path) => textOf(parts, path).includes(company.company))).toBe(true);
  });

  it('holds charts that can be edited, with a sheet each, for every kind but the widths of the abatement curve', () => {
    const charts = [...parts.keys()].filter((path) => /^ppt\/charts\/[^/]+\.xml$/.test(path));
    const sheets = [...parts.keys()].filter((path) => path.endsWith('.xlsx'));
    expect(charts.length).toBeGreaterThan(20);
    expect(sheets.length).toBe(charts.length);
    const pictures = [...parts.keys()].filter((path) => /^ppt\/media\/.*\.png$/.test(path));
    expect(pictures.length).toBeLessThan(company.charts.length / 3);
  });

  it('has beside the PNG of each picture the same as SVG, its letters as paths that need no font', () => {
    const pictures = slides.flatMap((path) =>
      [...textOf(parts, path).matchAll(/<p:pic>.*?<\/p:pic>/gs)].map(([picture]) => ({ path, picture })),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const { path, picture } of pictures) {
      const targetOf = (pattern: RegExp): string =>
        relationships(parts, path).find(({ id }) => id === pattern.exec(picture)?.[1])?.target ?? '';
      const png = targetOf(/<a:blip r:embed="([^"]*)"/);
      const svg = targetOf(/<asvg:svgBlip [^>]*r:embed="([^"]*)"/);
      expect([png, svg]).toEqual([expect.stringMatching(/\.png$/), png.replace(/\.png$/, '.svg')]);
      const drawn = new TextDecoder().decode(parts.get(svg) as Uint8Array);
      expect(drawn).toMatch(/^<svg [^>]*xmlns=/);
      expect(drawn.length).toBeGreaterThan(10_000);
      expect(drawn).not.toMatch(/<text|font-family|<script|href="http/);
    }
    expect(textOf(parts, '[Content_Types].xml')).toContain('Extension="svg" ContentType="image/svg+xml"');
  });
});

describe('the numbers of a native chart', () => {
  it('are those of the picture, in the chart and in its sheet', async () => {
    const { parts } = made.en;
    const request = company.charts.find(({ kind }) => kind === 'paths');
    if (request === undefined) throw new Error('no chart of paths');
    const shows = kinds.paths?.build(request, company, 'en').shows;
    if (shows?.kind !== 'lines') throw new Error('paths are not lines');
    const [line] = shows.picture.panels[0]?.lines ?? [];
    if (line === undefined) throw new Error('no line');
    const path = [...parts.keys()].find((each) => {
      if (!/^ppt\/charts\/[^/]+\.xml$/.test(each)) return false;
      const cached = [...textOf(parts, each).matchAll(/<c:val>.*?<\/c:val>/gs)].map(([own]) =>
        [...own.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
      );
      return cached.some((values) => values.join() === line.values.join());
    });
    expect(path, 'a chart that holds the values of the line').toBeDefined();
    const bytes = parts.get(
      (path ?? '').replace('charts/board-chart', 'embeddings/board-sheet').replace('.xml', '.xlsx'),
    );
    if (!(bytes instanceof Uint8Array)) throw new Error('no sheet');
    const sheet = textOf(await partsOf(bytes), 'xl/worksheets/sheet1.xml');
    const numbers = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => Number(value));
    for (const value of line.values) expect(numbers).toContain(value);
  });
});

describe('what small print says of a chart', () => {
  it('is on the slide: whiskers for every driver, a shade for observed years', () => {
    const { parts } = made.en;
    const shapesOn = (kind: string, prst: string): number => {
      const request = company.charts.find((one) => one.kind === kind);
      const { headline = '' } =
        request === undefined ? {} : (kinds[kind]?.build(request, company, 'en') ?? {});
      const path = slidesOf(parts).find((each) => wordsIn(textOf(parts, each))[0] === headline) ?? '';
      return textOf(parts, path).split(`prst="${prst}"`).length - 1;
    };
    const drivers = company.uncertainty?.drivers[0]?.drivers.filter(({ total }) => total > 0.005) ?? [];
    expect(drivers.length).toBeGreaterThan(2);
    expect(shapesOn('drivers', 'line')).toBe(drivers.length);
    expect(textOf(parts, slidesOf(parts)[3] ?? '')).toContain('<a:t>observed</a:t>');
  });
});

describe('the notes of a slide', () => {
  it('say for every chart who says its numbers, by commands that explain them', async () => {
    const { parts } = await deckOf(bakery, 'en');
    const notes = slidesOf(parts).map((path) => notesOf(parts, path));
    const commands = notes.flatMap((text) => text.match(/tcfd explain .*/g) ?? []);
    expect(commands.length).toBeGreaterThan(5);
    expect(notes.join('\n')).toContain('Sources: ');
    // A total has one formula, and that is said once.
    expect(notes.join('\n')).toMatch(/\] = \S/);
    expect(notes.join('\n')).not.toMatch(/\] = .* = [+−] /);
    // The second slide tells what charts find, and so asks for their quantities too.
    for (const { quantities } of bakery.charts)
      for (const quantity of quantities) expect(notes[1]).toContain(` ${quantity} --year`);
    for (const command of new Set(commands)) {
      const [, study, quantity = '', rest = ''] = /^tcfd explain (\S+) (\S+)(.*)$/.exec(command) ?? [];
      expect(study).toBe('scenarios/bakery/study.yaml');
      const option = (name: string): string | undefined => new RegExp(`--${name} "([^"]*)"`).exec(rest)?.[1];
      const year = Number(/--year (\d+)/.exec(rest)?.[1]);
      const told = explain(sources, [], {
        ...{ quantity, year, scenario: option('scenario'), strategy: option('strategy') },
        item: option('item'),
      });
      expect(told.value, command).toBeDefined();
    }
  });
});

describe('a deck', () => {
  it('is the same bytes every time, whatever was made before', async () => {
    const [one, other] = [await deckOf(bakery, 'zh'), await deckOf(bakery, 'zh')];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(one.bytes.length).toBeGreaterThan(50_000);
  });

  it('is the same bytes with pictures too', async () => {
    const pictured = { ...company, charts: company.charts.filter(({ kind }) => kind === 'abatement_curve') };
    const [one, other] = [await deckOf(pictured, 'zh'), await deckOf(pictured, 'zh')];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect([...one.parts.keys()].some((path) => path.endsWith('.svg'))).toBe(true);
  });

  it('follows the order that the study gives', async () => {
    const [first, second] = bakery.charts;
    const deck = ['title', second?.name ?? '', 'targets', CHARTS];
    const { parts } = await deckOf({ ...bakery, deck }, 'en');
    const titles = slidesOf(parts).map((path) => wordsIn(textOf(parts, path))[0] ?? '');
    const headline = (request = first): string =>
      request === undefined ? '' : (kinds[request.kind]?.build(request, bakery, 'en').headline ?? '');
    expect(titles[1]).toBe(headline(second));
    expect(titles.filter((words) => words === headline(second))).toHaveLength(1);
    expect(titles.indexOf(headline(first))).toBeGreaterThan(2);
    expect(titles).toHaveLength(bakery.charts.length + 2);
  });

  it.skipIf(missing(soffice, pdfinfo))(
    needs('opens in LibreOffice with as many pages as slides', soffice, pdfinfo),
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tcfd-office-'));
      try {
        writeFileSync(join(folder, 'board.pptx'), made.zh.bytes);
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
        await start(soffice, [...args, join(folder, 'board.pptx')]);
        const told = await start(pdfinfo, [join(folder, 'board.pdf')]);
        expect(Number(/Pages:\s+(\d+)/.exec(told)?.[1])).toBe(slidesOf(made.zh.parts).length);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('hostile labels in a deck', async () => {
  const findings = await hostileBakery();
  const decks = { en: await deckOf(findings, 'en'), zh: await deckOf(findings, 'zh') };

  it.each(['en', 'zh'] as const)('stay labels, and break no slide: %s', (language) => {
    const { parts } = decks[language];
    expect(faultsIn(parts)).toEqual([]);
    const slides = slidesOf(parts);
    expect(slides.length).toBeGreaterThan(7);
    const words = slides.flatMap((path) => [...wordsIn(textOf(parts, path)), notesOf(parts, path)]);
    expect(words.join('\n')).toContain(SCRIPT);
    for (const text of words) expect(text).not.toMatch(REVERSING);
    for (const path of slides)
      for (const text of wordsIn(textOf(parts, path))) expect(text.length).toBeLessThan(700);
  });

  it('are text in the sheets of charts, never formulas', async () => {
    const { parts } = decks.en;
    let written = '';
    for (const [path, content] of parts) {
      if (!path.endsWith('.xlsx') || !(content instanceof Uint8Array)) continue;
      const inside = await partsOf(content);
      expect(textOf(inside, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
      written += unescaped(textOf(inside, 'xl/sharedStrings.xml'));
    }
    expect(written).toContain('<img src=x');
  });

  it.skipIf(missing(xmllint))(needs('leave every part valid', xmllint), async () => {
    expect(await complaints(decks.en.parts)).toEqual([]);
    expect(await complaints(decks.zh.parts)).toEqual([]);
  });
});
