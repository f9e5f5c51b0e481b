// One real Chromium for all tests of the page, without a network: whatever a page asks for beside itself is refused and told.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { bundlePage } from '../../src/cli/bundle.js';
import { fontCutter } from '../../src/load/index.ts';
import { type Language, render } from '../../src/render/index.ts';
import type { Findings } from '../kit/project.ts';

const CHROMIUM = '/usr/bin/chromium';

export const isMissing = !existsSync(CHROMIUM);

if (isMissing)
  process.stderr.write(
    `The tests of the page are skipped: they need Debian's chromium at ${CHROMIUM} (apt-get install chromium)\n`,
  );

/** What a run without Debian's Chromium says of the tests that it skips. */
export const needs = (what: string): string =>
  isMissing ? `${what} (SKIPPED: needs Debian's chromium at ${CHROMIUM})` : what;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An open page with all that it asked for and complained of. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export interface Kit {
  /** Renders the report of findings into a file; the path of it, and its text. */
  readonly reportOf: (
    findings: Findings,
    language: Language,
  ) => Promise<{ readonly path: string; readonly html: string }>;
  readonly open: (path: string, width: number) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

/** The client is read the way the command line reads it: from the bundle of the page. */
async function clientIn(folder: string) {
  const { readFile } = await import('node:fs/promises');
  await bundlePage(folder);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  return { script: await read('page.js'), style: await read('page.css') };
}

export async function startKit(): Promise<Kit> {
  const folder = mkdtempSync(join(tmpdir(), 'tcfd-page-'));
  const client = await clientIn(join(folder, 'page'));
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const cutFont = fontCutter();
  let count = 0;
  return {
    async reportOf(findings, language) {
      const artifacts = await render(findings, { language, cutFont, page: client });
      const html = String(artifacts.find(({ path }) => path === 'report.html')?.content);
      count += 1;
      const path = join(folder, `report-${count}.html`);
      writeFileSync(path, html);
      return { path, html };
    },
    async open(path, width) {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        offline: true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const requests: string[] = [];
      const complaints: string[] = [];
      const own = pathToFileURL(path).href;
      page.on('request', (request) => {
        if (request.url() !== own && !request.url().startsWith('data:')) requests.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (fault) => complaints.push(fault.message));
      page.on('dialog', (dialog) => {
        complaints.push(`a dialog says ${dialog.message()}`);
        dialog.dismiss();
      });
      await page.goto(own);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.drawing')].every((each) => each.querySelector('svg') !== null),
      );
      return { page, requests, complaints };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty page, for code that runs in a browser. */
export async function withPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    return await use(await (await browser.newContext({ offline: true })).newPage());
  } finally {
    await browser.close();
  }
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What axe finds wrong in a part of the page, a line each; of a drawing its label counts, the marks are hidden from readers. */
export async function faultsIn(page: Page, part = 'body'): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (include) => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await checker.run({ include, exclude: '.drawing > div' });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, part);
}
