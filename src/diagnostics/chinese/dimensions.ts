// The names of dimensions, in a sentence and in the rows that compare units.

import type { Saying } from './saying.ts';

/** Every Chinese name is four columns wide on a terminal. */
const WIDTH = 4;

const NAMES: readonly Saying[] = [
  ['Money', '货币'],
  ['Mass', '质量'],
  ['Energy', '能量'],
  ['Power', '功率'],
  ['Volume', '体积'],
  ['Area', '面积'],
  ['Length', '长度'],
  ['Time', '时间'],
  ['Temperature', '温度'],
  ['Electric current', '电流'],
  ['Pieces', '件数'],
  ['Persons', '人数'],
  ['Sites', '厂区'],
  ['a pure number', '纯数'],
];

/** In a row a name is followed by spaces up to its unit: what it is shorter in Chinese is made up for by further ones. */
const inRows = ([english, chinese]: Saying): readonly Saying[] => {
  const lost = ' '.repeat(english.length - WIDTH);
  return [
    [`${english}^{power} / {below*} `, `${chinese}^{power} / {below*} ${lost}`],
    [`${english} / {below*} `, `${chinese} / {below*} ${lost}`],
    [`${english} x {other*} `, `${chinese} x {other*} ${lost}`],
    [`${english} `, `${chinese} ${lost}`],
  ];
};

/** `Money / CO2e`, `Energy / (Mass x Time)`; the fill of a blank is said in turn, from left to right. */
export const DIMENSIONS: readonly Saying[] = [
  ...NAMES,
  ...NAMES.flatMap(inRows),
  ['nominal {currency} / {below*} ', '名义 {currency} / {below*}    '],
  ['nominal {currency} ', '名义 {currency}    '],
  ['{above*} / {below*}', '{above*} / {below*}'],
  ['({several*}) {spaces}', '({several*}) {spaces}'],
  ['({several*})', '({several*})'],
  ['{one*} x {other*}', '{one*} x {other*}'],
  ['{name*}^{power}', '{name*}^{power}'],
  ['nominal {currency}', '名义 {currency}'],
  ['{name*} ', '{name*} '],
];
