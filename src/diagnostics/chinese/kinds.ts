// What the kinds of file are called.

import type { Saying } from './saying.ts';

/** By the key with which a file of the kind begins. */
export const KINDS: readonly Saying[] = [
  ['model', '模型文件'],
  ['reference', '参考文件'],
  ['company', '公司文件'],
  ['scenario', '情景文件'],
  ['overlay', '叠加文件'],
  ['strategy', '策略文件'],
  ['study', '研究文件'],
  ['data', '数据说明文件'],
  ['codelist', '代码表'],
  ['money', '货币表'],
  ['register', '登记册'],
  ['chart', '图表文件'],
  ['standards', '准则文件'],
  ['disclosure', '披露文件'],
  ['plan', '方案文件'],
];

/** The same with the article that stands before it. */
export const A_KIND: readonly Saying[] = [
  ['a data file', '数据文件'],
  ['an overlay', '叠加文件'],
  ['a file of standards', '准则文件'],
  ['the company', '公司文件'],
  ...KINDS.map(([english, chinese]): Saying => [`a ${english}`, chinese]),
];
