// Whatever stands in a label stays a label: no markup, no script, no reversed line, no page that bursts.

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.ts';
import { load } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';
import { withTexts } from '../kit/memory.ts';
import type { Findings } from '../kit/project.ts';
import { faultsIn, isMissing, type Kit, needs, overflowOf, startKit } from './browser.ts';

const SCRIPT = '<script>document.title="taken over"</script>';
const LABELS = {
  script: SCRIPT,
  ends: `</script></style></title>--><!--${SCRIPT}`,
  image: '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">press</a>',
  spreadsheet: '=HYPERLINK("http://example.org","press")',
  reversed: '\u202Eesrever\u200F\u2066 5 \u2069',
  emoji: '🔥 👩‍🚒 🇨🇳 é́́́',
  long: 'W'.repeat(10_000),
  many: '很长的标签'.repeat(2_000),
} as const;

/** What turns the direction of a line. */
const REVERSING = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

/** Texts of the bakery that a modeller may word as he likes, each with what it becomes. */
const REPLACED: Readonly<Record<string, keyof typeof LABELS>> = {
  'Bakery pack': 'script',
  'Corner Oven Bakeries': 'ends',
  'Early action': 'long',
  'Late action': 'reversed',
  及早行动: 'many',
  'Electric ovens': 'image',
  'Carbon becomes dear soon and people eat more bread': 'long',
  'The ovens of 2023 bake on': 'many',
  'Halved by 2026': 'spreadsheet',
  'Output adds up': 'emoji',
  'bread and pastry are all that is baked': 'ends',
  'Emitting has a price': 'script',
  'Carbon cost of ovens': 'long',
  'master baker': 'spreadsheet',
  'half as much again as bread': 'image',
  'no forecast is published': 'long',
  'Europe stands for the town': 'reversed',
  Pastry: 'long',
  'Oven emissions': 'ends',
  Allowance: 'image',
};

let kit: Kit;
let findings: Findings;

beforeAll(async () => {
  if (isMissing) return;
  const project = fileURLToPath(new URL('../golden/project', import.meta.url));
  const { value: sources } = await load(['scenarios/bakery/study.yaml'], { cwd: project });
  const texts = [...sources.files].flatMap(([path, { text }]): [string, string][] => {
    if (!path.endsWith('.yaml')) return [];
    const changed = Object.entries(REPLACED).reduce(
      (all, [plain, label]) =>
        all.replaceAll(new RegExp(`(?<=[:,] |\\[)${plain}(?=[,}\\]]| }|\\n|$)`, 'g'), () =>
          JSON.stringify(LABELS[label]),
        ),
      text,
    );
    return [[path, changed]];
  });
  const { value, diagnostics } = run(withTexts(sources, new Map(texts)), []);
  if (value === undefined || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  findings = value;
  kit = await startKit();
}, 120_000);

afterAll(() => kit?.close());

describe.skipIf(isMissing)(needs('hostile labels'), () => {
  it.each(['en', 'zh'] as const)('end as plain text in %s, at any width', async (language) => {
    const { path, html } = await kit.reportOf(findings, language);
    // One script that runs, three blocks of data, and not one more from a label.
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html.match(/<\/script/gi)).toHaveLength(4);
    expect(html).not.toMatch(REVERSING);
    const { page, requests, complaints } = await kit.open(path, 1280);
    expect(await page.locator('h1').textContent()).toBe(SCRIPT);
    expect(await page.locator('.company').textContent()).toContain('</script></style></title>');
    expect(await page.locator('main img, main script, main style, main a').count()).toBe(0);
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflowOf(page)).toBe(0);
      await page.locator('.number').first().click();
      expect(await overflowOf(page)).toBe(0);
      await page.keyboard.press('Escape');
    }
    const shown = await page.locator('body').innerText();
    expect(shown).toContain('=HYPERLINK("http://example.org","press")');
    expect(shown).not.toMatch(REVERSING);
    expect(await page.title()).not.toBe('taken over');
    if (language === 'en') expect(await faultsIn(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
