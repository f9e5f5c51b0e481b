// Values as files write them, told to a Chinese reader; in English they stay as written, to the letter.
import { expect, test } from 'vitest';
import { writtenIn } from '../../src/render/written.ts';

test.each([
  ['500 MCNY_2023', '5 亿元（2023年价）'],
  [
    'triangular over 2800 MCNY_2023 to 8400 MCNY_2023',
    '三角分布，28 亿元（2023年价） 至 84 亿元（2023年价）',
  ],
  ['>= 110 EUR_2024/tCO2e', '≥ 110 欧元（2024年价）/吨 CO₂e'],
  ['2023: base, 2026: 50 %; after hold', '2023：基准年值，2026：50%；此后不变'],
  ['delay 2 year', '推迟 2 年'],
  ['mean_reverting: sd 20 %, half-life 3 year', '均值回归：标准差 20%，半衰期 3 年'],
  ['1.5 K', '1.5 K'],
  ['3 day to 9 day', '3 天 至 9 天'],
  ['0.02 1/K to 0.05 1/K', '0.02 1/K 至 0.05 1/K'],
  ['discrete: 205 kt (40 %), 100 kt (60 %)', '离散：20.5 万吨（40%）、10 万吨（60%）'],
  ['3409300 t', '340.93 万吨'],
  ['0', '0'],
])('%s', (text, chinese) => {
  expect(writtenIn(text, 'zh')).toBe(chinese);
  expect(writtenIn(text, 'en')).toBe(text);
});
