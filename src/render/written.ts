// Values as files write them, in the reader's language: in Chinese amounts go by 万 and 亿, and the few words of a value are put in Chinese.

import { exact } from './charts/numbers.ts';
import { declared, spelled, unitName } from './charts/units.ts';
import type { Language } from './wording.ts';

/** A number, and behind it what may be a unit. */
const AMOUNT =
  /(?<![\w.])(-?\d[\d.]*(?:e[+-]?\d+)?) ([A-Za-z]\w*(?:\/(?:\w+|\([^()]*\)))*|1\/[A-Za-z]\w*)(?![\w(])/g;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bdelay (\S+) (?:年|years?)/g, '推迟 $1 年'],
  [/\bmean_reverting: /g, '均值回归：'],
  [/\bhalf-life (\S+) (?:年|years?)/g, '半衰期 $1 年'],
  [/\blognormal: /g, '对数正态：'],
  [/\bnormal: /g, '正态：'],
  [/\btriangular: /g, '三角分布：'],
  [/\bpert: /g, 'PERT分布：'],
  [/\buniform: /g, '均匀分布：'],
  [/\bdiscrete: /g, '离散：'],
  [/\btriangular over /g, '三角分布，'],
  [/\bpert over /g, 'PERT分布，'],
  [/\buniform over /g, '均匀分布，'],
  [/^none$/, '无'],
  [/\bsd /g, '标准差 '],
  [/\blow /g, '下限 '],
  [/\bhigh /g, '上限 '],
  [/% of value/g, '%（占该值）'],
  [/; between step/g, '；年间取前值'],
  [/; between none/g, '；各年逐一给定'],
  [/; before hold/g, '；此前不变'],
  [/; after hold/g, '；此后不变'],
  [/; before /g, '；此前每年 '],
  [/; after /g, '；此后每年 '],
  [/; settled until (\d+)/g, '；$1 年前已定'],
  [/; spliced until (\d+)/g, '；与观测值衔接至 $1 年'],
  [/; then /g, '；此后 '],
  [/; on the command line (\d+): /g, '；在命令行中设定 $1 年：'],
  [/: base(?=[,;；]|$)/g, ': 基准年值'],
  [/ to (?=-?\d)/g, ' 至 '],
  [/\[(\d{4})\](?= [<>]=)/g, '（$1 年）'],
  [/>= ?/g, '≥ '],
  [/<= ?/g, '≤ '],
  [/(?<=\d) %/g, '%'],
  [/(?<=^|[^\d./-])(\d{4}): /g, '$1：'],
  [/, (?=\d{4}：)/g, '，'],
  [/ \((\d[\d.]*%)\)/g, '（$1）'],
  [/(?<=）), (?=-?\d)/g, '、'],
  [/, (?=\p{Script=Han})/gu, '，'],
  [/; (?=\S)/g, '；'],
];

/** A text without any of these has none of those words. */
const WORDY = /[%,:;<>]|[a-z]{2}/i;

/** `delay 2 year` -> `推迟 2 年`, `500 MCNY_2023 to 800 MCNY_2023` -> `5 亿元（2023年价） 至 8 亿元（2023年价）`. */
export function writtenIn(text: string, language: Language): string {
  if (language === 'en') return text;
  const amounts = text.replace(AMOUNT, (whole, number: string, unit: string) => {
    const name = unitName(unit, language);
    if (name === unit && !/[/_]/.test(unit)) return whole;
    const shown = declared(unit, Number(number), language);
    return `${exact(Number(number) / shown.factor)} ${shown.name}`;
  });
  if (!WORDY.test(amounts)) return amounts;
  return WORDS.reduce((done, [from, to]) => done.replace(from, to), amounts);
}

/** How an explanation spells amounts and values: in English as files write them. */
export const spellingIn = (language: Language) => ({
  amount: (value: number, unit: string, beside: number) => spelled(value, unit, language, beside),
  written: (text: string): string => writtenIn(text, language),
});
