// report.html in a real browser: it opens from disk without a network, every number leads to its explanation, and it can be searched,
// read and used by everybody.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain, explanationText } from '../../src/explain/index.ts';
import { runWithDraws } from '../../src/pipeline.ts';
import { kinds } from '../../src/render/index.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { type Findings, loadBoard } from '../kit/project.ts';
import { faultsIn, isMissing, type Kit, needs, type Opened, overflowOf, startKit } from './browser.ts';
import { dataIn, drawnIn } from './drawn.ts';
import { chartsOnPhone, lostOnPaper } from './seen.ts';
import { OPENING, unopenedIn } from './unopened.ts';

const MOST_BYTES = 6_000_000;
const WIDE = 1280;
const NARROW = 390;

let kit: Kit;
let findings: Findings;
const files: Partial<Record<'en' | 'zh', { readonly path: string; readonly html: string }>> = {};
let opened: Opened;

const fileOf = (language: 'en' | 'zh') => {
  const file = files[language];
  if (file === undefined) throw new Error(`no report in ${language}`);
  return file;
};

beforeAll(async () => {
  if (isMissing) return;
  const { value } = await runWithDraws(await loadBoard(), [], {
    draws: 256,
    deviates,
    workers: [workerHere(deviates)],
  });
  if (value === undefined) throw new Error('the real study does not run');
  findings = value;
  kit = await startKit();
  files.en = await kit.reportOf(findings, 'en');
  files.zh = await kit.reportOf(findings, 'zh');
  opened = await kit.open(fileOf('en').path, WIDE);
}, 240_000);

afterAll(() => kit?.close());

describe.skipIf(isMissing)(needs('the report of the real study'), () => {
  it('is one file of a size that can be sent', () => {
    for (const language of ['en', 'zh'] as const)
      expect(Buffer.byteLength(fileOf(language).html)).toBeLessThan(MOST_BYTES);
  });

  it('opens from disk, asks for nothing, complains of nothing, draws every chart', async () => {
    const { page, requests, complaints } = opened;
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.locator('h1').textContent()).toBe(findings.study);
    expect(await page.locator('.drawing svg').count()).toBe(findings.charts.length);
  });

  it('can be used by keyboard alone: skip link, contents, number, explanation and back', async () => {
    const { page } = opened;
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return `${activeElement?.tagName} ${activeElement?.className}`.trim();
      });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('A skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^BUTTON number/);
    // The first table scrolls, and so does the keyboard.
    while ((await focused()) !== 'DIV wide') await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^BUTTON number/);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('H2');
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await focused()).toMatch(/^BUTTON number/);
  });

  it.each(['en', 'zh'] as const)('lets every number open that the run holds: %s', async (language) => {
    const { page } = await kit.open(fileOf(language).path, WIDE);
    for (const details of await page.locator('main details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    const tables = page.locator('.chart .data table');
    await expect.poll(() => tables.count()).toBe(findings.charts.length - 1);
    expect(await unopenedIn(page, findings)).toEqual([]);
    for (const [place, least] of OPENING)
      expect(await page.locator(`${place} .number`).count(), place).toBeGreaterThanOrEqual(least);
    await page.close();
  });

  it('shows a number as it was read, with the exact one beside, and opens down to numbers of the models or files', async () => {
    const { page } = opened;
    const panel = page.getByRole('dialog');
    const numbers = await page.locator('main .number:not(.long):visible').all();
    expect(numbers.length).toBeGreaterThan(1000);
    for (const [index, number] of numbers.entries()) {
      if (index % 131 !== 0) continue;
      const text = await number.textContent();
      await number.click();
      expect(await panel.locator('.amount-shown b').textContent()).toBe(text);
      const steps = await panel.locator('.operand, .years').count();
      const ends = await panel.locator('.pairs dt').count();
      expect([text, steps + ends]).toSatisfy(([, count]) => count > 0);
      await page.keyboard.press('Escape');
    }
    const [share] = await page.locator('#targets td > .number').all();
    await share?.click();
    expect(await panel.locator('.amount-shown').textContent()).toMatch(/^[\d.]+ % ?exactly 0\.\d+$/);
    await panel.getByLabel('Year', { exact: true }).selectOption('2030');
    expect(await panel.locator('.amount-shown').textContent()).toMatch(/^[\d.]+ % ?exactly 0\.\d+$/);
    await page.keyboard.press('Escape');
  });

  it('takes a regret, a percentile, a chance and an error apart', async () => {
    const { page } = opened;
    const panel = page.getByRole('dialog');
    const said = async (selector: string): Promise<string> => {
      await page.locator(selector).first().click();
      const text = await panel.innerText();
      await page.keyboard.press('Escape');
      return text;
    };
    expect(await said('#decisions tbody td:nth-child(2) .number:nth-of-type(2)')).toMatch(
      /cheapest strategy in the same scenario[\s\S]*less the cheapest: /,
    );
    expect(await said('#headlines .range .number')).toMatch(
      /P5: 5 % of the 256 draws[\s\S]*--percentile 5[\s\S]*--percentile 95/,
    );
    expect(await said('#targets td small .number')).toMatch(
      /In \d+ of 256 draws the target is met[\s\S]*Standard error/,
    );
    expect(await said('#backtest td:nth-child(6) .number')).toMatch(
      /less what was published[\s\S]*Published/,
    );
    expect(await said('#backtest td:nth-child(5) .number')).toMatch(/As written[\s\S]*Source/);
    expect(await said('#evidence .grades .number')).toMatch(/The values that it counts: \d+/);
    expect(await said('#targets .group .number')).toMatch(/A file sets this number[\s\S]*company\.yaml:\d+/);
  });

  it('counts the inputs of a number as the caption of its chart does, and their values apart', async () => {
    const { page } = opened;
    const caption = dataIn(fileOf('en').html).figures.find(({ name }) => name === 'transition-cost')?.caption;
    const [, inputs = ''] = /of (\d+) inputs/.exec(caption?.join(' ') ?? '') ?? [];
    await page.locator('#headlines tbody td .number').first().click();
    const said = await page.locator('.panel .basis').textContent();
    const [, names, values, sourced, assumed] =
      /strategy: (\d+);.* apart: (\d+) \((\d+) sourced, (\d+) assumed\)/.exec(said ?? '') ?? [];
    expect(names).toBe(inputs);
    expect(Number(sourced) + Number(assumed)).toBe(Number(values));
    await page.keyboard.press('Escape');
  });

  it('lists below a chart the numbers that it draws, those of its headline among them', () => {
    const figures = dataIn(fileOf('en').html).figures;
    for (const request of findings.charts) {
      const figure = figures.find(({ name }) => name === request.name);
      if (figure === undefined) continue;
      const { shows } = kinds[request.kind]?.build(request, findings, 'en') ?? {};
      const { cells, undrawn } = drawnIn(figure, shows);
      expect(cells).toBeGreaterThan(0);
      expect([figure.name, undrawn]).toEqual([figure.name, []]);
    }
  });

  it('shows its contents whole', async () => {
    for (const language of ['en', 'zh'] as const) {
      const { page } = await kit.open(fileOf(language).path, WIDE);
      const cut = await page
        .locator('.contents')
        .evaluate((contents) =>
          [...contents.querySelectorAll('a')]
            .filter((link) => link.getBoundingClientRect().right > contents.getBoundingClientRect().right)
            .map(({ textContent }) => textContent),
        );
      expect(cut).toEqual([]);
      await page.close();
    }
  });

  it('says how each number of the headlines is asked for on the command line, and the draw behind its percentile', async () => {
    const { headlines, asked } = dataIn(fileOf('zh').html);
    expect(asked.file).toBe(findings.file);
    const { page } = await kit.open(fileOf('zh').path, WIDE);
    await page.locator('#headlines tbody td .number').first().click();
    const text = await page.locator('.question pre').first().textContent();
    const { scenario, strategy, quantity } = findings.headlines[0] ?? {};
    expect(text).toBe(
      `tcfd explain ${findings.file} ${quantity} --year ${headlines[0]?.years[0]} --scenario "${scenario}" --strategy "${strategy}"`,
    );
    await page.close();
  });

  it('leads from a number down to who gave it, and back', async () => {
    const { page } = opened;
    const panel = page.getByRole('dialog');
    const number = page.locator('#headlines tbody td .number').first();
    await number.click();
    expect(await panel.isVisible()).toBe(true);
    const first = findings.headlines[0];
    expect(await panel.locator('h2').textContent()).toBe(first?.title.en);
    expect(await panel.locator('pre').first().textContent()).toContain(`${first?.quantity} = `);
    // Down by the first operand each time; inputs have none.
    let steps = 0;
    for (; (await panel.locator('.operand').count()) > 0; steps++) {
      expect(steps).toBeLessThan(30);
      const closed = panel.locator('details.years:not([open]) > summary');
      if ((await panel.locator('.operands > li > .operand').count()) === 0) await closed.first().click();
      await panel.locator('.operand:visible').first().click();
    }
    expect(steps).toBeGreaterThan(0);
    const given = await panel.locator('.pairs').textContent();
    expect(given).toMatch(/As written.*(?:Source|Assumed because).*Set by.*File.*\.yaml:\d+/s);
    expect(await panel.locator('.path li').count()).toBe(steps);
    await panel.locator('.path button').first().click();
    expect(await panel.locator('h2').textContent()).toBe(first?.title.en);
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('tells the same tree as tcfd explain, in every scenario, strategy and year that is chosen', async () => {
    const { page } = opened;
    const panel = page.getByRole('dialog');
    const quantity = findings.headlines[0]?.quantity ?? '';
    await page.locator('#headlines tbody td .number').first().click();
    const choices = [
      { scenario: findings.scenarios[0], strategy: findings.strategies[0], year: findings.horizons.short },
      { scenario: findings.scenarios.at(-1), strategy: findings.strategies.at(-1), year: 2035 },
    ];
    for (const { scenario, strategy, year } of choices) {
      await panel.getByLabel('Scenario').selectOption(scenario?.name ?? '');
      await panel.getByLabel('Strategy').selectOption(strategy?.name ?? '');
      await panel.getByLabel('Year', { exact: true }).selectOption(String(year));
      const asked = { quantity, year, scenario: scenario?.name, strategy: strategy?.name };
      const told = explain(findings.graph, year, asked).value;
      if (told === undefined) throw new Error('not explained');
      const lines = explanationText(told, 2).map(({ stem, text }) => stem + text);
      expect((await panel.locator('.tree:not(.question) pre').textContent())?.split('\n')).toEqual(lines);
    }
    await page.keyboard.press('Escape');
  });

  it('finds rows of the register and tells how many', async () => {
    const { page } = opened;
    const section = page.locator('#register');
    const count = section.getByRole('status');
    const all = findings.register?.rows.length ?? 0;
    expect(await section.locator('.entry').count()).toBe(all);
    await section.getByLabel('Kind').selectOption('opportunity');
    const opportunities = findings.register?.rows.filter(({ kind }) => kind === 'opportunity').length ?? 0;
    await expect.poll(() => count.textContent()).toBe(`${opportunities} of ${all} rows shown`);
    await section.getByLabel('Search').fill('no row says this');
    await section.locator('.nothing').waitFor();
    await section.getByLabel('Kind').selectOption('');
    await section.getByLabel('Search').fill(findings.register?.rows[0]?.title.en ?? '');
    expect(await section.locator('.entry h3').first().textContent()).toBe(
      findings.register?.rows[0]?.title.en,
    );
    await section.getByLabel('Search').fill('');
  });

  it('finds assumptions, and those that are only assumed', async () => {
    const { page } = opened;
    const section = page.locator('#assumptions');
    const count = section.getByRole('status');
    const all = findings.assumptions.length;
    const assumed = findings.assumptions.filter(({ provenance }) => provenance.kind === 'assumed').length;
    await expect.poll(() => count.textContent()).toBe(`${all} of ${all} values shown`);
    await section.getByLabel('assumed only').check();
    await expect.poll(() => count.textContent()).toBe(`${assumed} of ${all} values shown`);
    expect(await section.locator('.value').count()).toBe(assumed);
    expect(await section.locator('.value:not(.assumed)').count()).toBe(0);
    const wanted =
      findings.assumptions.find(({ provenance }) => provenance.kind === 'assumed')?.quantity ?? '';
    await section.getByLabel('Search').fill(wanted);
    await expect.poll(() => section.locator('.value').count()).toBeLessThan(assumed);
    expect(await section.locator('.input h3 code').allTextContents()).toContain(wanted);
    await section.getByLabel('Search').fill('');
    await section.getByLabel('assumed only').uncheck();
  });

  it('says the numbers of a chart as a table', async () => {
    const { page } = opened;
    const chart = page.locator('#charts .chart').first();
    await chart.locator('.data summary').click();
    await chart.locator('.data .number').first().click();
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await chart.locator('.data summary').click();
  });

  it('says under the pointer what a year of a line comes to', async () => {
    const { page } = opened;
    const point = page
      .locator('#charts .drawing path[aria-roledescription], #charts .mark-symbol path')
      .nth(8);
    await point.scrollIntoViewIfNeeded();
    await point.hover({ force: true });
    await expect.poll(() => page.locator('.tip').textContent()).toMatch(/\d{4}: [\d,.]+/);
    await page.mouse.move(0, 0);
  });

  it.each([
    'en',
    'zh',
  ] as const)('in %s is never wider than its window, on a desk or in a hand', async (language) => {
    const { page, complaints } = language === 'en' ? opened : await kit.open(fileOf('zh').path, WIDE);
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    for (const details of await page.locator('#register details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    for (const width of [NARROW, WIDE]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflowOf(page)).toBe(0);
      await page.locator('#headlines .number').first().click();
      for (const summary of await page.locator('.tree summary').all()) await summary.click();
      expect(
        await page.locator('.panel').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBe(0);
      await page.keyboard.press('Escape');
    }
    expect(complaints).toEqual([]);
    if (language === 'zh') await page.context().close();
  });

  it.each([
    'en',
    'zh',
  ] as const)('shows charts on a phone without scrolling them, words whole: %s', async (language) => {
    const { page } = language === 'en' ? opened : await kit.open(fileOf('zh').path, NARROW);
    await page.setViewportSize({ width: NARROW, height: 844 });
    const data = dataIn(fileOf(language).html);
    const figures = [...data.figures, ...(data.heatMap === undefined ? [] : [data.heatMap])];
    expect(figures.filter(({ narrow }) => narrow === undefined).map(({ name }) => name)).toEqual([]);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.drawing.narrow svg').length === count,
      figures.length,
    );
    const found = await chartsOnPhone(page);
    expect(found.length).toBe(figures.length);
    for (const each of found) expect(each).toEqual({ scrolls: 0, cut: [] });
    if (language === 'zh') await page.context().close();
    else await page.setViewportSize({ width: WIDE, height: 844 });
  });

  it('has nothing that axe objects to, the explanation included', async () => {
    const { page } = opened;
    // Five hundred values like these are no better and no worse.
    await page.locator('#assumptions').getByLabel('Search').fill('footprint');
    expect(await faultsIn(page)).toEqual([]);
    await page.locator('#headlines .number').first().click();
    expect(await faultsIn(page, '.panel')).toEqual([]);
    await page.keyboard.press('Escape');
  }, 120_000);

  it('prints without what only a screen can use', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    for (const name of ['.contents', '.controls', '.skip'])
      expect(await page.locator(name).first().isVisible()).toBe(false);
    expect(await page.locator('#register .pairs').first().isVisible()).toBe(true);
    expect(await lostOnPaper(page)).toEqual([]);
    expect(await page.locator('.shares span').first().isVisible()).toBe(true);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'screen' });
  });

  it('admits no script and no style but its own', async () => {
    const { html } = fileOf('en');
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const { page } = opened;
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      script.remove();
      return document.title;
    });
    expect(ran).not.toBe('taken over');
  });
});
