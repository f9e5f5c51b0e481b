import { inChinese } from '../../src/diagnostics/chinese/index.ts';
// What the files of a project say in both languages is told in the reader's: the words of a check, of a scenario, of a reference.

import { expect, it } from 'vitest';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { base } from '../kit/faults.ts';
import { tell } from '../kit/project.ts';

const edited = (path: string, from: string, to: string) => {
  const text = String(base[path]);
  expect(text).toContain(from);
  return { ...base, [path]: text.replace(from, to) };
};

it.each([
  [
    'a check',
    edited(
      'model.yaml',
      'that: green_share <= 1, else: more than all power is green',
      'that: green_share < 0, else: { en: more than all power is green, zh: 绿电超过全部用电 }',
    ),
    '错误 check/broken：绿电超过全部用电（2023 年）',
  ],
  [
    'an expired reference',
    edited(
      'reference.yaml',
      'reference: Law and sources\nsource: [eu-2023-956, Annex I]\nreviewed: 2026-11-01\nexpires: 2027-06-30',
      'reference: { en: Law and sources, zh: 法规与来源 }\nsource: [eu-2023-956, Annex I]\nreviewed: 2025-11-01\nexpires: 2026-01-01',
    ),
    '警告 source/expired：法规与来源 已于 2026-01-01 过期',
  ],
  [
    'a scenario without a source',
    edited(
      'scenario.yaml',
      'kind: transition',
      'kind: transition\nunsourced: { en: the prices are recalled, zh: 价格凭记忆 }',
    ),
    '= 价格凭记忆',
  ],
])('%s', async (_, files, said) => {
  const { diagnostics } = await tell(files, 'study.yaml', []);
  expect(printDiagnostics(diagnostics.map(inChinese), new Map(), plain, 'zh')).toContain(said);
});
