// The charts of the bakery as PNG, and kinds that it has none of: pixel by pixel what somebody has looked at and approved, in English and in Chinese.
// `APPROVE_PICTURES=1 npx vitest run --config test/vitest.config.ts test/png` writes approved/ again; look at every picture before it goes in.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontThread } from '../../src/cli/font_thread.ts';
import { pngThreads } from '../../src/cli/png_threads.ts';
import { fontCutter, load, rasteriser } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { framed } from '../../src/render/charts/frame.ts';
import { inShippedFonts } from '../../src/render/charts/lettering.ts';
import { type Artifacts, kinds, render } from '../../src/render/index.ts';
import { differing, pixelsOf } from '../kit/png.ts';
import { findings as company } from '../render/fixture.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROJECT = fileURLToPath(new URL('../golden/project', import.meta.url));

/** Small pictures are enough to see a wrong one. */
const SMALL = 0.5;
/** Share of pixels that may differ, for edges that other processors round otherwise. */
const MOST = 0.001;

const sources = (await load(['scenarios/bakery/study.yaml'], { cwd: PROJECT })).value;
const findings = run(sources, []).value;
if (findings === undefined) throw new Error('the bakery does not run');

const content = (artifacts: Artifacts, path: string): Uint8Array => {
  const found = artifacts.find((one) => one.path === path)?.content;
  if (found === undefined || typeof found === 'string') throw new Error(`no picture ${path}`);
  return found;
};

const drawn = {
  en: await render(findings, { language: 'en', toPng: rasteriser(SMALL) }),
  zh: await render(findings, { language: 'zh', toPng: rasteriser(SMALL) }),
};

/** Kinds that the bakery has no chart of, of the company that the tests of charts know. */
async function ofCompany(name: string, language: 'en' | 'zh'): Promise<Uint8Array> {
  const request = company.charts.find((one) => one.name === name);
  const picture = request && kinds[request.kind]?.build(request, company, language);
  if (picture === undefined) throw new Error(`no chart ${name}`);
  return rasteriser(SMALL)(inShippedFonts(await framed(picture, 'A company', language)));
}

function approved(png: Uint8Array, name: string): void {
  const file = join(HERE, 'approved', `${name}.png`);
  if (process.env.APPROVE_PICTURES !== undefined) writeFileSync(file, png);
  expect(existsSync(file), `${file} is missing`).toBe(true);
  const [now, before] = [pixelsOf(png), pixelsOf(readFileSync(file))];
  expect([now.width, now.height]).toEqual([640, 360]);
  expect(differing(now, before)).toBeLessThanOrEqual(MOST * now.width * now.height);
}

describe('a chart as PNG', () => {
  it.each([
    ['en', 'carbon-price'],
    ['en', 'cost-2025'],
    ['zh', 'emissions'],
  ] as const)('looks as approved: %s %s', (language, name) => {
    approved(content(drawn[language], `charts/${name}.png`), `${name}.${language}`);
  });

  it.each([
    ['en', 'tornado-transition_cost'],
    ['en', 'fan-transition_cost'],
    ['en', 'regret'],
    ['zh', 'register'],
    ['zh', 'curve'],
    ['zh', 'calendar-cbam_cash'],
  ] as const)('of the company looks as approved: %s %s', async (language, name) => {
    approved(await ofCompany(name, language), `company-${name}.${language}`);
  });

  it('is told from another picture', () => {
    const [one, other] = ['carbon-price', 'cost-2025'].map((name) =>
      pixelsOf(content(drawn.en, `charts/${name}.png`)),
    );
    if (one === undefined || other === undefined) throw new Error('no pictures');
    expect(differing(one, one)).toBe(0);
    expect(differing(one, other)).toBeGreaterThan(MOST * one.width * one.height);
  });

  it('is not there where nobody draws it', async () => {
    const artifacts = await render(findings, { language: 'en' });
    expect(artifacts.filter(({ path }) => path.endsWith('.png'))).toEqual([]);
  });
});

/** Dark pixels of a line of text drawn by the fonts that the product ships. */
async function ink(text: string, weight: number, family: string): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><rect width="300" height="60" fill="#fff"/><text x="5" y="45" font-size="40" font-weight="${weight}" font-family="${family}">${text}</text></svg>`;
  const { data } = pixelsOf(await rasteriser(1)(svg));
  return data.filter((value, index) => index % 4 === 0 && value < 128).length;
}

describe('the letters of a PNG', () => {
  it('are those of the shipped fonts, bold where the text is, and installed fonts play no part', async () => {
    for (const [text, family] of [
      ['转型成本', 'Noto Sans SC'],
      ['Transition', 'Source Sans 3'],
    ] as const) {
      const [regular, bold] = [await ink(text, 400, family), await ink(text, 700, family)];
      expect(regular).toBeGreaterThan(500);
      expect(bold).toBeGreaterThan(regular * 1.2);
    }
    expect(await ink('Transition', 400, 'DejaVu Sans')).toBe(await ink('Transition', 400, 'Source Sans 3'));
  });

  it('reach the rasteriser as one family for each run of text', async () => {
    const asked: string[] = [];
    await render(findings, {
      language: 'zh',
      toPng: async (svg) => {
        asked.push(svg);
        return new Uint8Array();
      },
    });
    const families = asked.flatMap((svg) =>
      [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family),
    );
    expect([...new Set(families)].toSorted()).toEqual(['Noto Sans SC', 'Source Sans 3']);
  });
});

// Where threads find the packages; fonts stand beside the sources.
const folder = mkdtempSync(join(ROOT, 'node_modules/.tcfd-png-'));
const script = (name: string): URL => pathToFileURL(join(folder, `${name}.mjs`));
beforeAll(async () => {
  await Promise.all(
    ['png_worker', 'font_worker'].map((name) =>
      build({
        entryPoints: [join(ROOT, `src/cli/${name}.ts`)],
        outfile: fileURLToPath(script(name)),
        bundle: true,
        platform: 'node',
        format: 'esm',
        external: ['@resvg/resvg-js', 'subset-font'],
        define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'src/load/fonts.ts')).href) },
        logLevel: 'error',
      }),
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a thread that cuts fonts', () => {
  it('gives the bytes that this thread gives, each to whom asked for it', async () => {
    const cuts = [
      [{ script: 'latin', bold: true }, 'Transition'],
      [{ script: 'chinese', bold: false }, '转型成本'],
      [{ script: 'latin', bold: false }, '0123'],
    ] as const;
    const { cutFont, end } = fontThread(script('font_worker'));
    try {
      const all = await Promise.all(cuts.map(([which, characters]) => cutFont(which, characters)));
      const cut = fontCutter();
      for (const [index, [which, characters]] of cuts.entries())
        expect(Buffer.from(all[index] ?? []).equals(await cut(which, characters))).toBe(true);
    } finally {
      end();
    }
  });
});

describe('threads that draw PNG', () => {
  it('give the bytes that this thread gives, whoever is asked', async () => {
    const svg = (color: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="${color}"/></svg>`;
    const colors = ['#102030', '#405060', '#708090'];
    const { toPng, end } = pngThreads(script('png_worker'), 2);
    try {
      const all = await Promise.all(colors.map((color) => toPng(svg(color))));
      const here = await Promise.all(colors.map((color) => rasteriser()(svg(color))));
      expect(all.map((png) => Buffer.from(png).toString('base64'))).toEqual(
        here.map((png) => Buffer.from(png).toString('base64')),
      );
    } finally {
      end();
    }
  });
});
