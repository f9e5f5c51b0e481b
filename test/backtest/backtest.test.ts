// The backtest of a small company, worked out by hand, and what the command says where something was published and where nothing was.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline.ts';
import { backtest } from '../../src/questions.ts';
import { render } from '../../src/render/index.ts';
import { type Files, loadFiles } from '../kit/project.ts';

const BASE = fileURLToPath(new URL('../errors/base/', import.meta.url));
const base: Files = Object.fromEntries(
  readdirSync(BASE).map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
);
const LINES = `backtest:
  emissions_2024:
    title: { en: Emissions, zh: 排放 }
    quantity: emissions_total
    year: 2024
    is: 30 ktCO2e
    source: [annual-report, page 14]
    note: the grid was cleaner than planned
  by_product_2025: { title: { en: By product, zh: 分产品 }, quantity: emissions, year: 2025, is: 40000 tCO2e, source: [annual-report, page 15] }
  start_2021: { title: { en: Start from 2021, zh: 以2021年为起点 }, quantity: emissions_total, year: 2021, not_published: only accounts are at hand }
  cost_2025: { title: { en: Cost, zh: 成本 }, quantity: transition_cost, year: 2025, not_published: the report names none }
`;

async function backtested(company: string) {
  const { value: sources } = await loadFiles({ ...base, 'company.yaml': company }, 'study.yaml');
  if (sources === undefined) throw new Error('not loaded');
  const { value, diagnostics } = backtest(sources, []);
  expect(diagnostics).toEqual([]);
  return value;
}

it('holds each line against the same year of the model', async () => {
  const told = await backtested(`${String(base['company.yaml'])}${LINES}`);
  expect(told?.baseYear).toBe(2023);
  const [total, products, , cost] = told?.findings ?? [];
  // 3,000 t x 14 MWh + 1,000 t x 16 MWh = 58,000 MWh of 2023; demand has gone one seventh of the way to 1.1 and the grid to 0.4,
  // the green share a third of the way to 25 %.
  const power = 58_000;
  const at = (years: number): number =>
    power * (1 + (0.1 * years) / 7) * (0.6 - (0.2 * years) / 7) * (1 - (0.25 * years) / 3);
  expect(total?.computed.map(({ value }) => value)).toEqual([expect.closeTo(at(1), 6)]);
  expect(total?.errors).toEqual([expect.closeTo((at(1) - 30_000) / 30_000, 12)]);
  expect(total?.published).toMatchObject({
    value: 30_000,
    written: '30 ktCO2e',
    provenance: { key: 'annual-report' },
  });
  expect(total?.note).toBe('the grid was cleaner than planned');
  expect(products?.computed.map(({ value }) => value)).toEqual([expect.closeTo(at(2), 6)]);
  expect(products?.errors?.[0]).toBeCloseTo((at(2) - 40_000) / 40_000, 12);
  expect([cost?.published, cost?.errors, cost?.notPublished]).toEqual([
    undefined,
    undefined,
    'the report names none',
  ]);
});

it('says of a year before the study why the model cannot start from it', async () => {
  const told = await backtested(`${String(base['company.yaml'])}${LINES}`);
  expect(told?.findings[2]).toMatchObject({
    year: 2021,
    computed: [],
    notPublished: 'only accounts are at hand',
  });
});

describe('the pack', () => {
  const packOf = async (company: string, language: 'en' | 'zh') => {
    const { value: sources } = await loadFiles({ ...base, 'company.yaml': company }, 'study.yaml');
    if (sources === undefined) throw new Error('not loaded');
    const { value } = run(sources, []);
    if (value === undefined) throw new Error('not computed');
    const pack = await render(value, { language, page: { script: '', style: '' } });
    return (name: string) => pack.find(({ path }) => path === name)?.content;
  };

  it('holds the same as a page and as a section of the report, with who published what', async () => {
    const company = `${String(base['company.yaml'])}${LINES}`;
    const file = await packOf(company, 'en');
    const page = String(file('backtest.md'));
    expect(page).toContain(
      'The model starts from 2023. Against 2 figures published of later years it is off by',
    );
    expect(page).toContain('2 lines have no published figure');
    // 58,000 MWh x 1.0143 x 0.5714 x 0.9167 tCO2e against 30 kt.
    expect(page).toMatch(
      /\| Emissions \| 2024 \| kt CO₂e \| 30\.81 \| 30 \| \+2\.7 % \| .*page 14.* \| the grid was cleaner than planned \|/,
    );
    expect(page).toContain('| Start from 2021 | 2021 | only accounts are at hand |');
    expect(String(file('report.html'))).toMatch(/"backtest":\{"about":\["The model starts from 2023\./);
    const rows = String(file('findings.csv'))
      .split('\n')
      .filter((row) => row.startsWith('backtest,'));
    expect(rows.filter((row) => row.includes(',published,30000,'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes(',relative error,0.027'))).toHaveLength(1);
    const zh = String((await packOf(company, 'zh'))('backtest.md'));
    expect(zh).toContain('与其后公布的 2 项数据相比');
    expect(zh).toContain('| 以2021年为起点 | 2021 | only accounts are at hand |');
  });

  it('has no such page where the company names no later figure', async () => {
    const file = await packOf(String(base['company.yaml']), 'en');
    expect(file('backtest.md')).toBeUndefined();
    expect(String(file('report.html'))).not.toContain('"backtest":{"about"');
  });
});

it('has nothing to say where the company names no later figure', async () => {
  expect((await backtested(String(base['company.yaml'])))?.findings).toEqual([]);
});
