// What the draws say, as texts: nothing is left out that a reader needs to judge it, in both languages.
import { describe, expect, test } from 'vitest';
import type { Findings, UncertaintyFinding } from '../../src/analyse/index.ts';
import { render } from '../../src/render/index.ts';
import { findings } from './fixture.ts';

const index = (total: number) => ({ first: total / 2, firstError: 0.01, total, totalError: 0.02 });
const where = { scenario: 'Net Zero 2050', strategy: 'No action' };
const told: UncertaintyFinding = {
  ...(findings.uncertainty as UncertaintyFinding),
  targets: [{ ...where, target: 'green_power_2026', item: '', chance: 0.713, error: 0.0048 }],
  checks: [
    { ...where, name: 'metal.shares_add_up', says: 'too much metal', chance: 0.02, error: 0.001 },
    { ...where, name: 'cost', title: { en: 'Cost', zh: '成本' }, chance: 0.01, error: 0.001 },
  ],
  drivers: [
    {
      ...where,
      headline: 'transition_cost',
      year: 2030,
      drivers: [
        {
          input: 'eu_price',
          title: { en: 'EU carbon price', zh: '欧盟碳价' },
          together: ['eu_price', 'china_ets_price'],
          ...index(0.6),
        },
        { input: '', title: { en: 'all others', zh: '其他所有输入' }, together: [], ...index(0.2) },
      ],
      assumed: index(0.9),
    },
  ],
  shifts: [
    {
      ...where,
      headline: 'transition_cost',
      year: 2030,
      unit: 'MCNY_2023',
      central: 100,
      mean: 110,
      meanError: 1,
      asymmetry: 7,
      curvature: 3,
      curvatureError: 0.5,
      inputs: [{ input: 'eu_price', title: { en: 'EU carbon price', zh: '欧盟碳价' }, item: '', shift: 6 }],
    },
    {
      ...where,
      headline: 'transition_cost',
      year: 2030,
      unit: 'MCNY_2023',
      central: 100,
      mean: 100.1,
      meanError: 1,
      asymmetry: 0,
      curvature: 0.1,
      curvatureError: 0,
      inputs: [],
    },
  ],
};

async function text(
  path: string,
  language: 'en' | 'zh',
  from: Findings = { ...findings, uncertainty: told },
) {
  const artifacts = await render({ ...from, charts: [] }, { language });
  return artifacts.find((one) => one.path === path)?.content;
}

describe('uncertainty.md', () => {
  test('says how it was drawn, and each chance and share with its error', async () => {
    const said = String(await text('uncertainty.md', 'en'));
    for (const part of [
      '10,000 draws of 97 uncertain inputs, seed 2026, a Latin hypercube, stratified over the whole run',
      '71.3 % ± 0.5',
      '60.0 % ± 2.0',
      'EU carbon price (with china_ets_price)',
      'all inputs with assumed values | 45.0 % ± 1.0 | 90.0 % ± 2.0',
      '| too much metal | metal.shares_add_up |',
      '| Cost leaves its bounds | cost |',
      'is 10 off the central 100: 7 since some spreads reach further to one side (EU carbon price 6), 3 ± 0.5 since the models bend.',
    ])
      expect(said).toContain(part);
    // What sampling explains is not told as a finding.
    expect(said.match(/off the central/g)).toHaveLength(1);
  });

  test('speaks Chinese', async () => {
    const said = String(await text('uncertainty.md', 'zh'));
    for (const part of [
      '# 不确定性',
      '达成各目标的概率',
      '均值为何偏离中心情形',
      '拉丁超立方抽样',
      '成本超出所声明的范围',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('Expected shortfall');
  });

  test('is not there without draws', async () => {
    const { uncertainty: _, ...without } = findings;
    expect(await text('uncertainty.md', 'en', without)).toBeUndefined();
    expect(await text('uncertainty.csv', 'en', without)).toBeUndefined();
  });
});

test('uncertainty.csv has every statistic of every year, one line each', async () => {
  const lines = String(await text('uncertainty.csv', 'en'))
    .trimEnd()
    .split('\n');
  const years = told.series.reduce((sum, series) => sum + series.years.length, 0);
  expect(lines).toHaveLength(1 + years * 9);
  expect(lines[0]).toBe('scenario,strategy,quantity,unit,year,statistic,value,standard_error');
});
