// What faults of several areas say.

import type { Saying } from './saying.ts';

export const COMMON: readonly Saying[] = [
  ['did you mean {name}?', '是否为 {name}？'],
  ['first here', '首次出现在此'],
  ['declared here', '在此声明'],
  ['keep one of them', '只保留其一'],
];

/** The sets by which something is given. */
export const BY: readonly Saying[] = [
  ['by {first} and {second} and {third}', '按 {first}、{second} 和 {third} 分列'],
  ['by {first} and {second}', '按 {first} 和 {second} 分列'],
  ['by {set}', '按 {set} 分列'],
];
