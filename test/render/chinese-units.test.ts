// Amounts in Chinese: 元, 万元 and 亿元 by their size, whatever a model declares; tonnes, kilowatt hours and pieces likewise; no millions anywhere.
import { describe, expect, test } from 'vitest';
import { amountBelow, headUnit } from '../../src/render/amounts.ts';
import { declared, scaled, spelled, unitName } from '../../src/render/charts/units.ts';
import { render } from '../../src/render/index.ts';
import { findings } from './fixture.ts';

const inChinese = (unit: string, amount: number): string => {
  const { factor, name } = scaled(unit, amount, 'zh');
  return `${Number((amount / factor).toPrecision(6))} ${name}`;
};

describe('an amount', () => {
  test.each([
    ['MCNY_2023', 0.0072, '7200 元（2023年价）'],
    ['MCNY_2023', 0.3, '30 万元（2023年价）'],
    ['MCNY_2023', 48, '4800 万元（2023年价）'],
    ['MCNY_2023', 99.99, '9999 万元（2023年价）'],
    ['MCNY_2023', 100, '1 亿元（2023年价）'],
    ['MCNY_2023', -709, '-7.09 亿元（2023年价）'],
    ['kCNY_nominal', 12, '1.2 万元（名义价）'],
    ['GEUR_2024', 0.02, '2000 万欧元（2024年价）'],
    ['MCNY_2023/day', 3.2, '320 万元（2023年价）/天'],
    ['CNY_2023/t', 20_000, '20000 元（2023年价）/吨'],
    ['EUR_2024/tCO2e', 84.6, '84.6 欧元（2024年价）/吨 CO₂e'],
    ['t', 9000, '9000 吨'],
    ['t', 43_200, '4.32 万吨'],
    ['kt', 866, '86.6 万吨'],
    ['MtCO2e', 120, '1.2 亿吨 CO₂e'],
    ['ktCO2e', 2, '2000 吨 CO₂e'],
    ['MWh', 9, '9000 千瓦时'],
    ['MWh', 52_000, '5200 万千瓦时'],
    ['GWh', 1360, '13.6 亿千瓦时'],
    ['tce', 32_000, '3.2 万吨标准煤'],
    ['m3', 250_000_000, '2.5 亿立方米'],
    ['piece', 33_000, '3.3 万件'],
    ['MWh/t', 13.5, '13500 千瓦时/吨'],
    ['tCO2e/MWh', 0.57, '0.57 吨 CO₂e/兆瓦时'],
    ['kg/(t minute)', 2, '2 千克/（吨·分钟）'],
  ])('%s %d', (unit, amount, text) => {
    expect(inChinese(unit, amount)).toBe(text);
  });
  test('shares its unit with the one that stands beside it', () => {
    expect(spelled(50, 'MCNY_2023', 'zh', 167)).toEqual({ value: 0.5, unit: '亿元（2023年价）' });
    expect(spelled(43.2, 'MCNY_2023', 'zh')).toEqual({ value: 4320, unit: '万元（2023年价）' });
    expect(spelled(43.2, 'MCNY_2023', 'en', 167)).toEqual({ value: 43.2, unit: 'MCNY_2023' });
  });
  test('of nothing is told in the unit that the declared one comes nearest to', () => {
    expect(scaled('MCNY_2023', 0, 'zh')).toEqual({ factor: 0.01, name: '万元（2023年价）' });
    expect(amountBelow(0, 'MCNY_2023', 'zh')).toBe('0');
  });
  test('of a column names its unit itself in Chinese, and leaves it to the head in English', () => {
    expect([headUnit('MCNY_2023', 'zh'), amountBelow(897, 'MCNY_2023', 'zh')]).toEqual([
      '2023年价',
      '8.97 亿元',
    ]);
    expect([headUnit('MCNY_2023', 'en'), amountBelow(897, 'MCNY_2023', 'en')]).toEqual([
      'million yuan (2023)',
      '897',
    ]);
  });
  test('in English stays in the declared unit where numbers are held against a file', () => {
    expect(declared('MCNY_2023', 72_844, 'en')).toEqual({ factor: 1, name: 'million yuan (2023)' });
    expect(declared('MCNY_2023', 72_844, 'zh')).toEqual({ factor: 100, name: '亿元（2023年价）' });
  });
  test('without its scale is named as declared, since a wrong name would be a wrong number', () => {
    expect(unitName('MCNY_2023', 'zh')).toBe('百万元（2023年价）');
  });
});

test('no text of a Chinese pack counts in millions, thousands or billions', async () => {
  const counts = /百万|十亿|千吨|千元/;
  const artifacts = await render(findings, { language: 'zh' });
  const texts = artifacts.filter(({ path }) => /\.(md|html|json|svg)$/.test(path));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(({ content }) => counts.test(String(content))).map(({ path }) => path)).toEqual([]);
});
