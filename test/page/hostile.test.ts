// Whatever stands in a label stays a label: no markup, no script, no reversed line, no page that bursts.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileBakery, REVERSING, SCRIPT } from '../kit/hostile.ts';
import type { Findings } from '../kit/project.ts';
import { faultsIn, isMissing, type Kit, needs, overflowOf, startKit } from './browser.ts';

let kit: Kit;
let findings: Findings;

beforeAll(async () => {
  if (isMissing) return;
  findings = await hostileBakery();
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
