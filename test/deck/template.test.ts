// A company's own template: its layouts carry our slides, its slides go; what it lacks is said by name.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { fileOf, type Parts, partsOf, relationships, textOf } from '../../src/render/deck/parts.ts';
import { readTemplate } from '../../src/render/index.ts';
import { missing, needs, PROGRAMS } from '../kit/debian.ts';
import { complaints, deckOf, faultsIn, notesOf, slidesOf, wordsIn } from './opened.ts';

const PROJECT = fileURLToPath(new URL('../golden/project', import.meta.url));
const sources = (await load(['scenarios/bakery/study.yaml'], { cwd: PROJECT })).value;
const bakery = run(sources, []).value;
if (bakery === undefined) throw new Error('the bakery does not run');
const findings = bakery;
const { xmllint } = PROGRAMS;
const own = await deckOf(findings, 'en');

/** A file of another company: four by three, its own colours and names, made of a deck of ours whose slides it still holds. */
async function companyFile(
  edit: (path: string, text: string) => string = (_, text) => text,
): Promise<Uint8Array> {
  const parts: Parts = new Map();
  for (const [path, content] of own.parts) {
    if (typeof content !== 'string') {
      parts.set(path, content);
      continue;
    }
    const own = content
      .replace(
        '<p:sldSz cx="12191695" cy="6858000"/>',
        '<p:sldSz cx="9144000" cy="6858000" type="screen4x3"/>',
      )
      .replaceAll('Corner Oven Bakeries', 'ACME Holding');
    const narrow = /^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)
      ? own.replaceAll(
          /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)"/g,
          (_, x, y, cx) =>
            `<a:off x="${Math.round(Number(x) * 0.75)}" y="${y}"/><a:ext cx="${Math.round(Number(cx) * 0.75)}"`,
        )
      : own;
    parts.set(path, edit(path, narrow));
  }
  return fileOf(parts);
}

describe('a company’s template', async () => {
  const read = await readTemplate(await companyFile(), 'company.pptx');
  const { bytes, parts } = await deckOf(findings, 'en', read.value);
  const slides = slidesOf(parts);

  it('is read without complaint', () => {
    expect(read.diagnostics).toEqual([]);
  });

  it('carries all our slides on its layouts, with notes, and none of its own', () => {
    expect(slides.length).toBe(slidesOf(own.parts).length);
    expect(slides.map((path) => wordsIn(textOf(parts, path))[0])).toEqual(
      slidesOf(own.parts).map((path) => wordsIn(textOf(own.parts, path))[0]),
    );
    const layouts = slides.map(
      (path) => relationships(parts, path).find(({ type }) => type === 'slideLayout')?.target ?? '',
    );
    expect(new Set(layouts).size).toBe(2);
    for (const layout of layouts.slice(1)) expect(textOf(parts, layout)).toContain('ACME Holding');
    expect(notesOf(parts, slides[1] ?? '')).toContain('tcfd explain');
    expect([...parts.keys()].filter((path) => /^ppt\/slides\/[^/]+\.xml$/.test(path))).toHaveLength(
      slides.length,
    );
  });

  it('gives the titles their place and their looks', () => {
    for (const path of slides) {
      const title = /<p:sp>(?:(?!<\/p:sp>).)*type="(?:title|ctrTitle)".*?<\/p:sp>/s.exec(
        textOf(parts, path),
      )?.[0];
      expect(title).toContain('<p:spPr/>');
      expect(title).not.toContain('<a:solidFill>');
    }
  });

  it('keeps everything on its smaller page', () => {
    for (const path of slides)
      for (const [, x, cx] of textOf(parts, path).matchAll(
        /<a:off x="(-?\d+)" y="-?\d+"\/><a:ext cx="(\d+)"/g,
      ))
        expect(Number(x) + Number(cx)).toBeLessThanOrEqual(9_144_000);
  });

  it('makes a whole file, the same every time', async () => {
    expect(faultsIn(parts)).toEqual([]);
    const again = await deckOf(
      findings,
      'en',
      (await readTemplate(await companyFile(), 'company.pptx')).value,
    );
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });

  it.skipIf(missing(xmllint))(needs('makes a valid file', xmllint), async () => {
    expect(await complaints(parts)).toEqual([]);
  });
});

describe('a template that cannot be used', () => {
  it('lacks a layout: the message names it and those that are there', async () => {
    const file = await companyFile((_, text) => text.replace('name="Title Only"', 'name="Heading"'));
    const { value, diagnostics } = await readTemplate(file, 'company.pptx');
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toBe('company.pptx has no layout named Title Only / 仅标题');
    expect(diagnostics[0]?.help).toContain('its layouts: DEFAULT, Title Slide, Heading');
  });

  it.each([
    ['no zip', new TextEncoder().encode('a letter')],
    ['cut off', own.bytes.subarray(0, own.bytes.length / 2)],
    ['empty', new Uint8Array()],
  ])('is %s', async (_, bytes) => {
    const { value, diagnostics } = await readTemplate(bytes, 'letter.pptx');
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'deck/template' });
    expect(diagnostics[0]?.message).toBe('letter.pptx is not a PowerPoint presentation');
  });

  it('is a workbook', async () => {
    const sheet = [...own.parts].find(([path]) => path.endsWith('.xlsx'))?.[1];
    if (!(sheet instanceof Uint8Array)) throw new Error('no sheet');
    const { diagnostics } = await readTemplate(sheet, 'book.xlsx');
    expect(diagnostics[0]?.message).toBe('book.xlsx is not a PowerPoint presentation');
    expect((await partsOf(sheet)).size).toBeGreaterThan(3);
  });
});
