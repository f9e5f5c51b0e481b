// The charts of a pack in somebody else's page: the two lines of README.md, in a real browser that reaches nothing but the page's own files.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/render/index.ts';
import { runReal } from '../kit/project.ts';
import { ROOT } from './packed.ts';

const CHROMIUM = '/usr/bin/chromium';
const SITE = 'http://site.test';
const isMissing = !existsSync(CHROMIUM);
const needs = (what: string): string =>
  isMissing ? `${what} (SKIPPED: needs Debian's chromium at ${CHROMIUM})` : what;

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, lines = ''] = /```html\n([\s\S]*?)```/.exec(readme) ?? [];
const MAP = '<script type="importmap">{ "imports": { "vega-embed": "/vega-embed.js" } }</script>';
/** The page of README.md, with the chart that is asked for in the place of the one that it names. */
const pageOf = (chart: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Theirs</title>${MAP}${lines.replace('abatement-curve', chart)}`;

let browser: Browser;
let embed = '';
let charts: ReadonlyMap<string, string>;
let names: readonly string[] = [];

beforeAll(async () => {
  if (isMissing) return;
  const findings = await runReal('steel-fabricator/study.yaml');
  names = findings.charts.map(({ name }) => name);
  const packs = await Promise.all(
    (['en', 'zh'] as const).map(async (language) =>
      (await render(findings, { language })).map(
        ({ path, content }) => [`/${language}/${path}`, String(content)] as const,
      ),
    ),
  );
  charts = new Map(packs.flat());
  const entry = { contents: "export { default } from 'vega-embed';", resolveDir: ROOT };
  const built = await build({ stdin: entry, bundle: true, format: 'esm', write: false, minify: true });
  embed = built.outputFiles[0]?.text ?? '';
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(() => browser?.close());

async function open(language: string, chart: string): Promise<{ page: Page; complaints: readonly string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.route('**/*', (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const file = origin === SITE ? charts.get(pathname) : undefined;
    const found =
      pathname === `/${language}/`
        ? ([pageOf(chart), 'text/html'] as const)
        : pathname === '/vega-embed.js'
          ? ([embed, 'text/javascript'] as const)
          : ([file, 'application/json'] as const);
    const [body, contentType] = found;
    if (body !== undefined) return route.fulfill({ body, contentType });
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    complaints.push(`asks for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${SITE}/${language}/`);
  await page.waitForSelector('#chart svg text');
  return { page, complaints };
}

describe.skipIf(isMissing)(needs('two lines in a page'), () => {
  it('are two lines', () => {
    expect(lines.trim().split('\n')).toHaveLength(2);
    expect(lines).toContain('charts/abatement-curve.vl.json');
  });

  it.each(['en', 'zh'])('draw every chart of a pack in %s, and ask for nothing else', async (language) => {
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const { page, complaints } = await open(language, name);
      expect(complaints, name).toEqual([]);
      const title = JSON.parse(charts.get(`/${language}/charts/${name}.vl.json`) ?? '{}') as {
        title: { text: string | readonly string[] };
      };
      const headline = [title.title.text].flat()[0];
      const drawn = await page.locator('#chart svg text').allTextContents();
      expect(drawn.join('\n')).toContain(headline);
      expect(await page.locator('#chart svg path').count()).toBeGreaterThan(5);
      await page.close();
    }
  });
});
