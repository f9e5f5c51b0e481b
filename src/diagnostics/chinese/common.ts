// What faults of several areas say.

import type { Saying } from './saying.ts';

export const COMMON: readonly Saying[] = [
  ['did you mean {name}?', '是否为 {name}？'],
  ['first here', '首次出现在此'],
  ['declared here', '在此声明'],
  ['keep one of them', '只保留其一'],
];
