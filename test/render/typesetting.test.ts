// How Chinese is set: beside a Chinese character commas, brackets, colons and semicolons are full-width, and percent stands close to its number.

import { expect, test } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { partsOf, textOf } from '../../src/render/deck/parts.ts';
import { render } from '../../src/render/index.ts';
import { notesOf, slidesOf, unescaped, wordsIn } from '../deck/opened.ts';
import { runReal } from '../kit/project.ts';
import { isSetWrongly } from '../kit/typeset.ts';
import { findings as company } from './fixture.ts';

test('faults are seen', () => {
  for (const line of ['范围(低)', '成本: 5', '甲, 乙', '至 50 %', '甲;乙'])
    expect(isSetWrongly(line), line).toBe(true);
  for (const line of ['范围（低）', '成本：5', '第(EU) 2023/956号条例', '3.4 % more than', 'max(a, b)'])
    expect(isSetWrongly(line), line).toBe(false);
});

/** Names, formulas and commands stand in Markdown as code. */
const prose = (markdown: string): string => markdown.replace(/`[^`]*`/g, '').replaceAll('\\', '');

async function faultsOf(findings: Findings): Promise<readonly string[]> {
  const pack = await render(findings, { language: 'zh', study: 'scenarios/board.yaml' });
  const lines: string[] = [];
  for (const { path, content } of pack) {
    const add = (texts: readonly string[]): void => {
      lines.push(...texts.filter(isSetWrongly).map((text) => `${path} ${text}`));
    };
    if (path.endsWith('.md')) add(prose(String(content)).split('\n'));
    if (path.endsWith('.svg'))
      add([...String(content).matchAll(/>([^<]+)</g)].map(([, text = '']) => unescaped(text)));
    if (path.endsWith('.pptx') && typeof content !== 'string') {
      const parts = await partsOf(content);
      for (const slide of slidesOf(parts))
        add([
          ...wordsIn(textOf(parts, slide)),
          ...notesOf(parts, slide)
            .split('\n')
            .filter((note) => !note.startsWith('查询：') && !note.includes(' = ')),
        ]);
    }
  }
  expect(pack.length).toBeGreaterThan(20);
  return lines;
}

test('the board pack is set so', async () => {
  const findings = await runReal('innovation-new-material/board.yaml');
  // One chart of each kind has all its words.
  const charts = [...new Map(findings.charts.map((chart) => [chart.kind, chart])).values()];
  expect(await faultsOf({ ...findings, charts })).toEqual([]);
});
test('and a pack with draws', async () => {
  expect(await faultsOf(company)).toEqual([]);
});
