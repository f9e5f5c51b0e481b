// A works with three measures that spare emissions, with or without acting on each other, for tests of plans.
import { sourcesOf } from '../kit/memory.ts';

export const YEARS = [2027, 2028, 2029, 2030];
export const MEASURES = ['roof', 'pump', 'heat'] as const;

export interface Change {
  /** Measures act on each other: what one spares, another cannot. */
  readonly acting?: boolean;
  readonly extent?: 'whole' | 'part';
  readonly goal?: string;
  readonly budget?: string;
  /** By measure, in tonnes and in million yuan. */
  readonly spares?: readonly number[];
  readonly outlay?: readonly number[];
  /** Of a tonne where carbon is dear. */
  readonly price?: number;
}

const measure = (name: string, extent: string): string => `
  ${name}:
    title: { en: ${name}, zh: ${name} }
    extent: ${extent}
    values: { done: { each: { ${name}: 100 % } } }`;

const scenario = (name: string, price: string): string => `
scenario: ${name}
title: { en: ${name}, zh: ${name} }
narrative: One of two worlds
kind: transition
because: A test needs two
assumed: made up for tests
confidence: low
values: { carbon_price: ${price}, outlay_index: { path: { 2025: 1, 2030: 0.7 }, after: hold } }
`;

export function sources({
  acting = false,
  extent = 'whole',
  goal = '20 t',
  budget = '25 MCNY_2023',
  spares = [6, 9, 14],
  outlay = [9, 16, 24],
  price = 0.4,
}: Change) {
  const files = {
    'model.yaml': `
model: works
about: A works, what it emits and what it spends to emit less
inputs:
  emitted: { about: Emissions without measures, unit: t, over: base, set_by: company }
  done: { about: Share of a measure that runs, unit: 1, by: measure, set_by: strategy, within: [0, 1] }
  spares: { about: What the measure spares, unit: t, by: measure, over: base, set_by: company }
  outlay: { about: What it costs, unit: MCNY_2023, by: measure, over: base, set_by: company }
  outlay_index: { about: Outlay against that of the base year, unit: 1, set_by: scenario }
  carbon_price: { about: Price of a tonne, unit: MCNY_2023/t, set_by: scenario }
  discount_rate: { about: Discount rate, unit: 1, over: base, set_by: company }
formulas:
  emissions: { about: Emissions, title: { en: Emissions, zh: 排放 }, unit: t, is: "${
    acting
      ? 'emitted * (1 - done[roof] * spares[roof] / emitted) * (1 - done[pump] * spares[pump] / emitted) * (1 - done[heat] * spares[heat] / emitted)'
      : 'emitted - sum(done * spares, measure)'
  }" }
  spared: { about: Emissions spared, title: { en: Spared, zh: 减排 }, unit: t, is: emitted - emissions }
  spent_on:
    about: Outlay of the year
    unit: MCNY_2023
    by: measure
    is: max(0, done - done[year - 1]) * outlay * each(outlay_index, measure)
    first: each(0, measure)
  spent: { about: Outlay of the year, title: { en: Spending, zh: 支出 }, unit: MCNY_2023, is: "sum(spent_on, measure)" }
  discount_factor: { about: Worth of a yuan, unit: 1, is: "discount_factor[year - 1] / (1 + discount_rate)", first: "1" }
  discounted: { about: Worth of the cost, unit: MCNY_2023, is: "(spent + emissions * carbon_price) * discount_factor" }
  present_cost: { about: Present cost, title: { en: Present cost, zh: 成本现值 }, unit: MCNY_2023, over: base, is: "sum(discounted, year)" }
`,
    'company.yaml': `
company: Acme
about: A works
base_year: 2025
models: [model.yaml]
assumed: made up for tests
confidence: low
sets: { measure: { about: Measures, elements: { roof: , pump: , heat: } } }
values:
  emitted: 40 t
  spares: { each: { ${MEASURES.map((name, index) => `${name}: ${spares[index]} t`).join(', ')} } }
  outlay: { each: { ${MEASURES.map((name, index) => `${name}: ${outlay[index]} MCNY_2023`).join(', ')} } }
  discount_rate: 6 %
targets:
  clean: { title: { en: Clean by 2030, zh: 2030年达标 }, quantity: emissions, year: 2030, at_most: ${goal} }
`,
    'dear.yaml': scenario('Dear', `${price} MCNY_2023/t`),
    'cheap.yaml': scenario('Cheap', '0.05 MCNY_2023/t'),
    'nothing.yaml': `
strategy: Nothing
title: { en: Nothing, zh: 不作为 }
about: Nothing is done
assumed: made up for tests
confidence: low
values: { done: { each: { all: 0 % } } }
`,
    'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
    'plan.yaml': `
plan: Clean
from: Nothing
cost: present_cost
abated: spared
starts: 2027 to 2030
targets: clean
budget: { of: spent, at_most: ${budget} }
assumed: made up for tests
confidence: low
measures:${MEASURES.map((name) => measure(name, extent)).join('')}
`,
    'study.yaml': `
study: Plans
as_of: 2026-11-22
company: company.yaml
scenarios: [dear.yaml, cheap.yaml]
strategies: [nothing.yaml]
years: 2025 to 2032
horizons: { short: 2027, medium: 2030, long: 2032 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [present_cost]
plan: plan.yaml
`,
  };
  return sourcesOf(new Map(Object.entries(files)), 'study.yaml');
}
