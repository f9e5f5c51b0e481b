// The few words of an explanation, in English and Chinese.

import type { Confidence } from '../parse/index.ts';
import type { Basis, DrawnFrom } from './types.ts';

const counted = (count: number): string => count.toLocaleString('en');

/** What stands between the numbers, the formulas and the texts of the files. */
export interface Words {
  readonly assumed: (confidence: Confidence) => string;
  readonly derived: string;
  /** A document, and where in it. */
  readonly at: (name: string, place: string) => string;
  readonly follows: string;
  readonly from: string;
  readonly proxy: string;
  readonly replaces: string;
  readonly above: string;
  readonly more: (count: number) => string;
  readonly inYear: (year: number) => string;
  readonly over: (first: number, last: number) => string;
  readonly basis: (basis: Basis) => string;
  /** Which kind of file says so, and where. */
  readonly by: (layer: string, place: string) => string;
  /** What a number is without draws. */
  readonly central: (amount: string) => string;
  readonly spread: string;
  /** Which draw is explained, and what the percentile itself is. */
  readonly drawn: (from: DrawnFrom, amount: string) => string;
}

const LAYERS_IN_CHINESE: Readonly<Record<string, string>> = {
  reference: '参考文件',
  company: '公司',
  scenario: '情景',
  strategy: '策略',
  study: '研究',
  'command line': '命令行',
};
const GRADES_IN_CHINESE = { high: '高', medium: '中', low: '低' } as const;

/** Which layer of files sets a value. */
export const layerWord = (layer: string, language: 'en' | 'zh'): string =>
  language === 'zh' ? (LAYERS_IN_CHINESE[layer] ?? layer) : layer;

export const WORDS: Readonly<Record<'en' | 'zh', Words>> = {
  en: {
    assumed: (confidence) => `assumed (${confidence} confidence): `,
    derived: '; derived: ',
    at: (name, place) => (place === '' ? name : `${name}, ${place}`),
    follows: 'follows ',
    from: 'from ',
    proxy: 'proxy: ',
    replaces: 'replaces ',
    above: '  (see above)',
    more: (count) => `... reads ${count} more; --depth opens them`,
    inYear: (year) => ` in ${year}`,
    over: (first, last) => ` in ${first} to ${last}: `,
    basis: ({ inputs, values, sourced, assumed }) =>
      `rests on ${inputs} ${inputs === 1 ? 'input' : 'inputs'}, elements apart ${values} ${values === 1 ? 'value' : 'values'}: ${sourced} sourced, ${assumed} assumed`,
    by: (layer, place) => `  (${layer}, ${place})`,
    central: (amount) => `  (central ${amount})`,
    spread: 'drawn from the spread ',
    drawn: ({ percentile, draw, draws, seed, alike }, amount) =>
      alike
        ? `the same in all ${counted(draws)} draws: nothing uncertain is behind it`
        : `P${percentile} of ${counted(draws)} draws, seed ${seed}: ${amount}. Below is draw ${counted(draw)}, the nearest to it, beside the central case.`,
  },
  zh: {
    assumed: (confidence) => `假设（置信度${GRADES_IN_CHINESE[confidence]}）：`,
    derived: '；推导：',
    at: (name, place) => (place === '' ? name : `${name}，${place}`),
    follows: '依据 ',
    from: '取自 ',
    proxy: '替代：',
    replaces: '替换 ',
    above: '（见上）',
    more: (count) => `……另读取 ${count} 项；用 --depth 展开`,
    inYear: (year) => `（${year} 年）`,
    over: (first, last) => `（${first} 至 ${last} 年）：`,
    basis: ({ inputs, values, sourced, assumed }) =>
      `依据 ${inputs} 项输入，按元素计 ${values} 个数值：${sourced} 个有来源，${assumed} 个为假设`,
    // A blank keeps the place in one piece where the line is broken.
    by: (layer, place) => `（${layerWord(layer, 'zh')} ${place}）`,
    central: (amount) => `，中心值 ${amount}`,
    spread: '抽取自分布 ',
    drawn: ({ percentile, draw, draws, seed, alike }, amount) =>
      alike
        ? `${counted(draws)} 次抽样结果相同：其背后没有不确定输入`
        : `${counted(draws)} 次抽样（种子 ${seed}）的 P${percentile}：${amount}。以下为与之最接近的一次抽样（编号 ${counted(draw)}），并附中心值。`,
  },
};
