// Stages of a command as a Chinese terminal shows them: each has its word.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { endOf, stageIn } from '../../src/cli/terminal.ts';
import { columns } from '../../src/diagnostics/index.ts';

const CLI = fileURLToPath(new URL('../../src/cli/', import.meta.url));

const stages = readdirSync(CLI)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(CLI + file, 'utf8').matchAll(/\b(?:stage|timed)\('(\w+)'/g)])
  .map(([, stage = '']) => stage);

it('has a Chinese word for every stage', () => {
  expect(new Set(stages).size).toBeGreaterThan(4);
  expect(stages.filter((stage) => !/^\p{Script=Han}+$/u.test(stageIn(stage, 'zh')))).toEqual([]);
});

it('leaves the name of a study before its stage as it is', () => {
  expect(stageIn('2/3，study.yaml：reading', 'zh')).toBe('2/3，study.yaml：读取');
  expect(stageIn('2 of 3, study.yaml: reading', 'en')).toBe('2 of 3, study.yaml: reading');
});

it('keeps the end of what does not fit on one line, since a line that wraps stays where it was', () => {
  expect(endOf('2 of 3, study.yaml: reading', 27)).toBe('2 of 3, study.yaml: reading');
  expect(endOf('2 of 3, study.yaml: reading', 20)).toBe('...udy.yaml: reading');
  for (const room of [5, 12, 13]) {
    const shown = endOf('2/3，研究：绘图', room);
    expect(columns(shown)).toBeLessThanOrEqual(room);
    expect(shown.endsWith('图')).toBe(true);
  }
});
