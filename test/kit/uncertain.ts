// A small works whose inputs are uncertain in every way that files can say, for tests of whole studies; parts of it can be changed.

import { compile, type Plan } from '../../src/compile/index.ts';
import { check as checkAll } from '../../src/pipeline.ts';
import type { Program, Study } from '../../src/resolve/index.ts';
import { type DrawPlan, planDraws } from '../../src/simulate/index.ts';
import { sourcesOf } from './memory.ts';

/** What differs from the works as it is. */
export interface Change {
  /** Text replaced in a file, by file. */
  readonly replace?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
  readonly files?: Readonly<Record<string, string>>;
}

export const WORKS: Readonly<Record<string, string>> = {
  'study.yaml': `study: Uncertain works
as_of: 2026-11-22
company: company.yaml
scenarios: [early.yaml, late.yaml]
strategies: [plain.yaml]
years: 2023 to 2030
horizons: { short: 2024, medium: 2026, long: 2030 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [cost]
uncertainty:
  draws: 1000
  seed: 2026
  sampling: plain
  ranges: uniform
  correlate:
    - { between: [carbon_price, power_price], rank: 0.6 }
    - { between: ["scrap_share[rods]", demand_index], rank: -0.5 }
`,
  'company.yaml': `company: Acme
about: Rods and plates
base_year: 2023
models: [model.yaml]
assumed: made up for tests
confidence: low
sets:
  product:
    about: Goods
    elements: { rods: , plates: }
values:
  production: { each: { rods: 3000 t, plates: 1000 t } }
  scrap_share: { each: { rods: 30 %, plates: { is: 20 %, spread: { pert: { low: 0, high: 0.9 } } } }, spread: { triangular: { low: -50 % of value, high: 40 % of value } } }
  emission_factor: { is: 2 tCO2e/t, range: [1.5 tCO2e/t, 3 tCO2e/t] }
  power_use: { is: 10 MWh/t, range: [9 MWh/t, 12 MWh/t], spread: none }
  overhead: { is: 5 MCNY_2023, spread: { discrete: [{ is: 5 MCNY_2023, chance: 80 % }, { is: 9 MCNY_2023, chance: 20 % }] } }
`,
  'early.yaml': `scenario: Early
title: { en: Early, zh: 早 }
narrative: Prices rise early
kind: transition
because: A test needs one
assumed: made up for tests
confidence: low
values:
  carbon_price:
    observed: { 2023: 60 CNY_2023/tCO2e, 2024: 70 CNY_2023/tCO2e }
    then: { path: { 2024: 70 CNY_2023/tCO2e, 2030: 200 CNY_2023/tCO2e } }
    spread: { mean_reverting: { sd: 25 %, half_life: 3 year } }
  power_price: { path: { 2023: 400 CNY_2023/MWh, 2030: 500 CNY_2023/MWh }, spread: { mean_reverting: { sd: 10 %, half_life: 2 year } } }
  demand_index: { path: { 2023: 1, 2025: 1.1 }, after: hold, range: [0.9, 1.4], spread: triangular }
`,
  'late.yaml': `scenario: Late
title: { en: Late, zh: 晚 }
extends: early.yaml
narrative: Prices rise late
kind: transition
because: A test needs another
assumed: made up for tests
confidence: low
values:
  carbon_price: { path: { 2023: 60 CNY_2023/tCO2e, 2028: 60 CNY_2023/tCO2e, 2030: 150 CNY_2023/tCO2e }, spread: { mean_reverting: { sd: 25 %, half_life: 3 year } } }
  demand_index: { path: { 2023: 1, 2025: 1.2, 2030: 1.1 }, range: [0.9, 1.2] }
`,
  'plain.yaml': `strategy: Plain
title: { en: Plain, zh: 一般 }
about: Nothing is done
assumed: made up for tests
confidence: low
values:
  saved: { is: 10 %, spread: { normal: { sd: 3 % of value, low: -30 % of value, high: 30 % of value } } }
`,
  'model.yaml': `model: works
about: What carbon and power cost
inputs:
  production: { about: Goods made, unit: t, by: product, over: base, set_by: company }
  scrap_share: { about: Share of scrap, unit: 1, by: product, set_by: company, within: [0, 1] }
  emission_factor: { about: Emissions of metal, unit: tCO2e/t, over: base, set_by: company }
  power_use: { about: Power a tonne, unit: MWh/t, set_by: company }
  overhead: { about: Cost of the office, unit: MCNY_2023, set_by: company }
  carbon_price: { about: Price of carbon, unit: CNY_2023/tCO2e, set_by: scenario }
  power_price: { about: Price of power, unit: CNY_2023/MWh, set_by: scenario }
  demand_index: { about: Demand against the base year, unit: 1, set_by: scenario, within: [0, 5] }
  saved: { about: Power saved, unit: 1, set_by: strategy, within: [0, 1] }
formulas:
  made: { about: Goods made, unit: t, by: product, is: "production * each(demand_index, product)" }
  carbon_cost: { about: Cost of carbon, unit: MCNY_2023, by: product, is: "made * (1 - scrap_share) * each(emission_factor * carbon_price, product)" }
  power_cost: { about: Cost of power, unit: MCNY_2023, is: "sum(made, product) * power_use * (1 - saved) * power_price" }
  cost: { about: All of it, unit: MCNY_2023, is: "sum(carbon_cost, product) + power_cost + overhead" }
`,
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
};

export interface Works {
  readonly program: Program;
  readonly study: Study;
  readonly plan: Plan;
  readonly draws: DrawPlan;
}

/**
 * Checks the works and plans its draws.
 * @param overrides texts of `--set`
 */
export function works({ replace = {}, files = {} }: Change = {}, overrides: readonly string[] = []): Works {
  const changed = Object.entries({ ...WORKS, ...files }).map(([path, text]) => {
    const found = (replace[path] ?? []).reduce((now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`${path} does not say ${from}`);
      return now.replace(from, to);
    }, text);
    return [path, found] as const;
  });
  const checked = checkAll(sourcesOf(new Map(changed), 'study.yaml'), overrides);
  const [only] = checked.value ?? [];
  const study = only?.program.study;
  if (only === undefined || study?.uncertainty === undefined)
    throw new Error(JSON.stringify(checked.diagnostics, null, 2));
  const plan = compile(only, study.years, study.baseYear);
  return { program: only.program, study, plan, draws: planDraws(plan, study.cases, study.uncertainty) };
}
