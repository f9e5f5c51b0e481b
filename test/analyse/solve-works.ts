import type { Sources } from '../../src/load/index.ts';
import { type SolveQuestion, solve } from '../../src/questions.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';

export const MODEL = `model: works
about: What carbon costs, with a price that lowers what is made
inputs:
  tonnes: { about: Goods made, unit: t, by: product, set_by: company }
  factor: { about: Emissions, unit: tCO2e/t, over: base, set_by: company }
  price: { about: Price of carbon, title: { en: Carbon price, zh: 碳价 }, unit: CNY_2023/tCO2e, set_by: scenario }
  saved: { about: Emissions saved, title: { en: Saved, zh: 减排比例 }, unit: 1, set_by: strategy, within: [0, 1] }
  bought: { about: Green goods bought, unit: 1, set_by: strategy, within: [0, 1] }
formulas:
  emissions: { about: Emissions, title: { en: Emissions, zh: 排放 }, unit: tCO2e, by: product, is: "tonnes * each(factor * (1 - saved), product)" }
  cost: { about: Cost of carbon, title: { en: Cost of carbon, zh: 碳成本 }, unit: CNY_2023, is: "sum(emissions, product) * price" }
  wave: { about: Turns on its way, unit: 1, is: "saved * (1 - saved)" }
  value: { about: All of it, unit: CNY_2023, over: base, is: "sum(cost, year)" }
  held: { about: Behind a check, unit: 1, is: "saved + bought" }
  idle: { about: Rests on the factor alone, unit: tCO2e/t, over: base, is: factor }
checks:
  not_more_than_all: { that: "saved + bought <= 1", else: more than all is saved }
`;

export const FILES: Readonly<Record<string, string>> = {
  'study.yaml': `study: Works
as_of: 2026-11-22
company: company.yaml
scenarios: [low.yaml, high.yaml]
strategies: [idle.yaml, plan.yaml]
years: 2023 to 2026
horizons: { short: 2024, medium: 2025, long: 2026 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [cost]
uncertainty: { draws: 4000, seed: 7, ranges: uniform }
`,
  'model.yaml': MODEL,
  'company.yaml': `company: Acme
about: Rods and plates
base_year: 2023
models: [model.yaml]
assumed: made up for tests
confidence: low
sets: { product: { about: Goods, elements: { rods: , plates: } } }
values:
  tonnes: { each: { rods: { is: 30 t, range: [20 t, 40 t] }, plates: 10 t } }
  factor: 2 tCO2e/t
  saved: { is: 10 %, range: [0 %, 20 %] }
  bought: 70 %
`,
  'low.yaml': scenario('Low', 'path: { 2023: 50 CNY_2023/tCO2e, 2026: 80 CNY_2023/tCO2e }'),
  'high.yaml': scenario('High', 'path: { 2023: 50 CNY_2023/tCO2e, 2026: 200 CNY_2023/tCO2e }'),
  'idle.yaml': 'strategy: Idle\ntitle: { en: Idle, zh: 不行动 }\nabout: Nothing is done\n',
  'plan.yaml': `strategy: Plan
title: { en: Plan, zh: 计划 }
about: Emissions fall
assumed: made up for tests
confidence: low
values:
  saved: { path: { 2023: base, 2025: 25 % }, after: hold }
`,
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
};

function scenario(name: string, path: string): string {
  return `scenario: ${name}
title: { en: ${name}, zh: ${name} }
narrative: ${name} prices
kind: transition
because: A test needs it
assumed: made up for tests
confidence: low
values:
  price: { ${path} }
`;
}

export const sources = (change: Readonly<Record<string, string>> = {}): Sources =>
  sourcesOf(new Map(Object.entries({ ...FILES, ...change })), 'study.yaml');
export const means = { deviates, workers: [workerHere(deviates)] };

export async function ask(question: SolveQuestion, set: readonly string[] = [], from: Sources = sources()) {
  return solve(from, set, question, means);
}

export async function answered(question: SolveQuestion, set: readonly string[] = []) {
  const { value, diagnostics } = await ask(question, set);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}
