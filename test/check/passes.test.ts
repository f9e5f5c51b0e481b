// Near each rule of the check, what is meant so; and a model on its own, of which no study says what there is.
import { describe, expect, it } from 'vitest';
import { type Changes, changed, checkFiles } from '../kit/checked.ts';
import { base } from '../kit/faults.ts';
import type { Files } from '../kit/project.ts';
import { told } from '../kit/told.ts';

const PATH = 'demand_index: { path: { 2023: 1, 2030: 1.1 }, ';
const demand = (spread: string): Changes => ({
  'scenario.yaml': [[PATH, `${PATH}spread: ${spread}, `]],
});
const trial = (text: string): Files => ({ ...base, 'trial.yaml': `${base['trial.yaml']}${text}\n` });

const passes: Readonly<Record<string, Changes>> = {
  'the base': {},
  'a reference file on the last day on which it holds': {
    'study.yaml': [['as_of: 2026-11-22', 'as_of: 2027-06-30']],
  },
  'a reference file that was reviewed on the day of the study': {
    'reference.yaml': [['reviewed: 2026-11-01', 'reviewed: 2026-11-22']],
  },
  'an input that reaches its bounds': {
    'scenario.yaml': [['{ 2023: 1, 2030: 1.1 }', '{ 2023: 0, 2030: 10 }']],
  },
  'draws that reach the bounds': demand('{ uniform: { low: 0, high: 10 } }'),
  'draws that are cut within the bounds': demand('{ normal: { sd: 0.1, low: 0.5, high: 9 } }'),
  'shares of the value, which end at zero of themselves': demand('{ lognormal: { sd: 20 %, high: 700 % } }'),
  'values that all lie within the bounds': demand(
    '{ discrete: [{ is: 1.1, chance: 50 % }, { is: 1, chance: 50 % }] }',
  ),
  'draws without an end of an input without bounds': {
    'scenario.yaml': [['2030: 0.4 tCO2e/MWh }', '2030: 0.4 tCO2e/MWh }, spread: { normal: { sd: 20 % } }']],
  },
  'shocks without an end of an input without bounds': {
    'scenario.yaml': [
      [
        '2030: 0.4 tCO2e/MWh }',
        '2030: 0.4 tCO2e/MWh }, spread: { mean_reverting: { sd: 5 %, half_life: 2 year } }',
      ],
    ],
  },
  'a check by elements': { 'model.yaml': [['that: green_share <= 1', 'that: production > 0']] },
  'a check of the base year': { 'model.yaml': [['that: green_share <= 1', 'that: revenue_2023 > 0']] },
  'a check of a fixed year': { 'model.yaml': [['that: green_share <= 1', 'that: "green_share[2030] < 1"']] },
  'a check that knows the year': {
    'model.yaml': [
      ['that: green_share <= 1', 'that: green_share <= 1 or year > 1 + 0 * revenue_2023 / revenue_2023'],
    ],
  },
};

describe('the check lets pass', () => {
  it.each(Object.entries(passes))('%s', (_, changes) => {
    const files = changed(changes);
    expect(told(checkFiles(files, 'study.yaml').diagnostics, files)).toEqual([]);
  });

  it('what another model gives as it declares it', () => {
    const files = trial(
      'given:\n  emissions: { unit: ktCO2e, by: product }\n  production_2023: { unit: t, by: product, over: base }\n  transition_cost: { unit: EUR_2024 }\nformulas:\n  whole: { about: Reads them, unit: tCO2e/t, by: product, is: emissions / production_2023 }',
    );
    expect(told(checkFiles(files, 'study.yaml').diagnostics, files)).toEqual([]);
  });
});

describe('of a model on its own the check', () => {
  const alone = (formula: string): readonly string[] => {
    const files: Files = {
      'model.yaml': String(base['model.yaml']).replace('formulas:\n', `formulas:\n  trial: ${formula}\n`),
    };
    return told(checkFiles(files, 'model.yaml').diagnostics, files);
  };

  it.each([
    ['{ about: x, unit: t, is: "sum(production, product)" }'],
    ['{ about: x, unit: t, is: "production[rods]" }'],
    ['{ about: x, unit: tCO2e/t, by: product, is: "benchmark[product.cn_code]" }'],
    ['{ about: x, unit: t, by: product, is: { rods: "production[rods]", all: 0 } }'],
    ['{ about: x, unit: tCO2e, by: plant, is: "each(emissions_total, plant)" }'],
    ['{ about: x, unit: tCO2e, is: "emissions_total[1990]" }'],
  ])('accepts %s', (formula) => {
    expect(alone(formula)).toEqual([]);
  });

  it.each([
    [
      '{ about: x, unit: t, is: "production[rods, plates]" }',
      'set/element: plates is not an element of production, which has no sets | «plates»',
    ],
    [
      '{ about: x, unit: t, is: production }',
      'set/extra: the formula of trial is by product, the quantity one number | «production» by product «trial» one number | write sum(..., product) to add up, or declare by: product',
    ],
    [
      '{ about: x, unit: t, by: product, is: "each(production, product)" }',
      'set/each: this is by product already | «product» «production» by product | drop the each',
    ],
    [
      '{ about: x, unit: t, by: [product, plant], is: "each(production, plant) + production" }',
      'set/broadcast: + puts by product and plant beside by product | «production» by product «each(production, plant)» by product and plant | write each(..., plant) to repeat the one for every element, or sum(..., plant) to add the other up',
    ],
    [
      '{ about: x, unit: t, by: product, is: "max(emissions_total, production)" }',
      'unit/mismatch: max chooses between CO2e [tCO2e] and Mass [t] | «production» t «emissions_total» tCO2e | first   CO2e   [tCO2e] / here    Mass   [t]',
    ],
  ])('refuses %s', (formula, message) => {
    expect(alone(formula)[0]).toBe(message);
  });
});
