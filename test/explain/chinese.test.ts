// What the terminal says of a study to a Chinese reader: titles, amounts, values and sources; in English all stands as in the files.

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/pipeline.ts';
import { explain, explanationText } from '../../src/questions.ts';
import { loadStudy } from '../kit/project.ts';

const CHINESE = /\p{Script=Han}/u;
const sources = await loadStudy('steel-fabricator/study.yaml');

function told(quantity: string, language: 'en' | 'zh') {
  const { value } = explain(sources, [], { quantity, year: 2030 }, language);
  if (value === undefined) throw new Error(`nothing is said of ${quantity}`);
  return { value, lines: explanationText(value, 999, language) };
}

describe('an explanation in Chinese', () => {
  const { value, lines } = told('transition_cost', 'zh');
  const texts = lines.map(({ text }) => text);

  it('calls every number by its title, and one that has none by what it is', () => {
    const untold = [...value.numbers.values()].filter(({ title }) => !CHINESE.test(title.zh));
    expect(untold.map(({ quantity }) => quantity)).toEqual([]);
    expect(value.numbers.get('natural_gas_base 2023')?.title).toEqual({
      en: 'Natural gas base',
      zh: '基准年天然气消耗量',
    });
  });
  it('counts amounts in units that Chinese counts in', () => {
    expect(texts[3]).toMatch(/^转型成本 transition_cost = [\d.,]+ 万元（2023年价）$/);
    expect(lines.filter(({ text, tone }) => tone === 'number' && /_20\d\d\b/.test(text))).toEqual([]);
  });
  it('tells values that files write as words', () => {
    expect(texts).toContainEqual(expect.stringMatching(/^取自 2023：.+；此后不变$/));
    expect(texts.filter((text) => /; after hold|[:：] ?base\b/.test(text))).toEqual([]);
  });
  it('names sources by what they are called in Chinese', () => {
    expect(texts).toContainEqual(expect.stringContaining('国家发展和改革委员会：企业温室气体排放核算指南'));
  });
  it('cites the place inside a source in Chinese, where it reads as a name too', () => {
    expect(texts.filter((text) => /缺省值，天然气(?!\p{L})/u.test(text))).not.toEqual([]);
    expect(texts.filter((text) => /，(?:natural gas|petrol|diesel)(?!\w)/.test(text))).toEqual([]);
  });
  it('says of a value that it was set on the command line', () => {
    const set = explain(
      sources,
      ['china_ets_price[2030]=140 CNY_2024/tCO2e'],
      { quantity: 'china_ets_price', year: 2030 },
      'zh',
    );
    const lines = set.value === undefined ? [] : explanationText(set.value, 999, 'zh');
    expect(lines.map(({ text }) => text)).toContainEqual(expect.stringContaining('：在命令行中设定'));
  });
});

describe('an explanation in English', () => {
  it('writes amounts, values and sources as the files do', () => {
    const texts = told('transition_cost', 'en').lines.map(({ text }) => text);
    expect(texts[3]).toMatch(/^transition_cost = [\d.,]+ MCNY_2023$/);
    expect(texts).toContainEqual(expect.stringMatching(/^from 2023: .+; after hold$/));
    expect(texts).toContainEqual(
      expect.stringContaining(
        'National Development and Reform Commission of China: Guidelines for accounting',
      ),
    );
  });
});

describe('the catalogue in Chinese', () => {
  const { models, quantities, functions, charts } = catalogue(sources, 'zh');

  it.each(Object.entries({ models, quantities, functions, charts }))('says what all %s are', (_, list) => {
    expect(list.length).toBeGreaterThan(5);
    expect(list.filter(({ about }) => !CHINESE.test(about))).toEqual([]);
  });
});
