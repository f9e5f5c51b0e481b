// What lint finds, word for word, each rule on a study in which nothing else is to be found, and beside it what the rule must let pass.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/check/index.ts';
import { type Changes, changed, checkFiles } from '../kit/checked.ts';
import type { Files } from '../kit/project.ts';

const EXPECTED = fileURLToPath(new URL('expected/', import.meta.url));

function found(files: Files): string {
  const { diagnostics, studies, print } = checkFiles(files, 'study.yaml');
  return print([...diagnostics, ...lint(studies)]);
}

/** The study draws, and demand is uncertain. */
const DRAWS = ['headlines:', 'uncertainty: { draws: 100, seed: 1, ranges: triangular }\nheadlines:'] as const;
const DEMAND = ['2030: 1.1 }, assumed', '2030: 1.1 }, range: [1, 1.2], assumed'] as const;
const WATER = [
  'inputs:\n',
  'inputs:\n  water_use: { about: Water for a tonne of metal, unit: m3/t, over: base, set_by: company }\n',
] as const;
const SIX_CUBES = ['  revenue_2023:', '  water_use: 6 m3/t\n  revenue_2023:'] as const;
const YEARLY = [
  'inputs:\n',
  'inputs:\n  water_use: { about: Water for a tonne of metal, unit: m3/t, set_by: company }\n',
] as const;
const POWER = (spread: string) =>
  ['plates: 16 MWh/t } }', `plates: 16 MWh/t }, spread: ${spread} }`] as const;
const OWNER = (more: string) =>
  ['    owner: head of sales', `    owner: head of sales\n    ${more}`] as const;

const cases: Readonly<Record<string, Changes>> = {
  unread: { 'model.yaml': [WATER], 'company.yaml': [SIX_CUBES] },
  certain: { 'study.yaml': [DRAWS], 'scenario.yaml': [['confidence: low', 'confidence: medium']] },
  unsourced: { 'study.yaml': [DRAWS], 'company.yaml': [POWER('{ pert: { low: -5 %, high: 5 % } }')] },
  sign: {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [POWER('{ normal: { sd: 20 % } }')],
  },
  chance: {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [
      [
        'revenue_2023: 80 MCNY_2023',
        'revenue_2023: { is: 80 MCNY_2023, spread: { discrete: [{ is: 80 MCNY_2023, chance: 100 % }] } }',
      ],
    ],
  },
  expired: {
    'register.yaml': [
      OWNER(
        'accepted: { by: board of directors, because: it is small, expires: 2026-06-30 }\n    review: { every: year, next: 2026-01-31 }',
      ),
    ],
  },
  number: {
    'model.yaml': [
      [
        'is: cumulative_emissions[year - 1] + emissions_total',
        'is: cumulative_emissions[year - 1] + emissions_total * (1 + 1)',
      ],
    ],
  },
  'certain-two-headlines': {
    'study.yaml': [DRAWS, ['headlines: [transition_cost]', 'headlines: [emissions_total, transition_cost]']],
    'scenario.yaml': [
      ['confidence: low', 'confidence: medium'],
      ['splice: { until: 2028 }', 'splice: { until: 2028 }\n    spread: { pert: { low: -5 %, high: 5 % } }'],
    ],
  },
  'sign-of-one-number': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [
      ['revenue_2023: 80 MCNY_2023', 'revenue_2023: { is: 80 MCNY_2023, spread: { normal: { sd: 20 % } } }'],
      POWER('{ normal: { sd: 20 % } }'),
    ],
  },
  'unsourced-two-inputs': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [
      [
        '2030: 1.1 }, assumed: no forecast is published, confidence: low',
        '2030: 1.1 }, spread: { uniform: { low: 1, high: 1.2 } }, assumed: no forecast is published, confidence: medium',
      ],
    ],
    'company.yaml': [
      ['source: [annual-report, page 12]', 'assumed: the books are not closed\nconfidence: low'],
    ],
  },
  'number-of-a-word': {
    'model.yaml': [
      [
        'is: cumulative_emissions[year - 1] + emissions_total',
        'is: cumulative_emissions[year - 1] + emissions_total * max(1, 0) / exp(-(1 - 1))',
      ],
    ],
  },
  'alike-strategies': { 'study.yaml': [['[strategy.yaml]', '[strategy.yaml, twin.yaml]']] },
  'alike-strategies-in-two-scenarios': {
    'study.yaml': [
      ['[strategy.yaml]', '[strategy.yaml, greener.yaml, twin.yaml]'],
      ['[scenario.yaml]', '[scenario.yaml, hotter.yaml]'],
    ],
  },
  'alike-scenarios-of-two-strategies': {
    'study.yaml': [
      ['[strategy.yaml]', '[strategy.yaml, greener.yaml]'],
      ['[scenario.yaml]', '[scenario.yaml, hotter.yaml, other.yaml]'],
    ],
  },
  'sign-in-some-years': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [
      DEMAND,
      [
        '2023: 0.6 tCO2e/MWh, 2030: 0.4 tCO2e/MWh }',
        '2023: 0 tCO2e/MWh, 2030: 0.4 tCO2e/MWh }, spread: { normal: { sd: 20 % } }',
      ],
    ],
  },
  'chance-of-two-inputs': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [
      [
        'revenue_2023: 80 MCNY_2023',
        'revenue_2023: { is: 80 MCNY_2023, spread: { discrete: [{ is: 80 MCNY_2023, chance: 100 % }] } }',
      ],
      [
        'rods: 14 MWh/t, plates: 16 MWh/t } }',
        'rods: 16 MWh/t, plates: 16 MWh/t }, spread: { discrete: [{ is: 16 MWh/t, chance: 100 % }] } }',
      ],
    ],
  },
  'unsourced-in-two-places': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [['source: [grid-2023, table 1]', 'assumed: as every year, confidence: low']],
    'company.yaml': [POWER('{ pert: { low: -5 %, high: 5 % } }')],
  },
  'alike-scenarios': { 'study.yaml': [['[scenario.yaml]', '[scenario.yaml, other.yaml]']] },
};

/** Near each rule, what is meant so. */
const passes: Readonly<Record<string, Changes>> = {
  'the base': {},
  'an input on which only a row of the register rests': {
    'model.yaml': [WATER],
    'company.yaml': [SIX_CUBES],
    'register.yaml': [OWNER('drivers: water_use')],
  },
  'a study that draws what is uncertain': { 'study.yaml': [DRAWS], 'scenario.yaml': [DEMAND] },
  'a guess that says that it is a choice': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [['2030: 1.1 }, assumed', '2030: 1.1 }, spread: none, assumed']],
    'company.yaml': [POWER('{ pert: { low: -5 %, high: 5 % } }')],
  },
  'a spread that is cut': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [POWER('{ normal: { sd: 20 %, low: -50 % } }')],
  },
  'chances that are open': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [
      [
        'revenue_2023: 80 MCNY_2023',
        'revenue_2023: { is: 80 MCNY_2023, spread: { discrete: [{ is: 80 MCNY_2023, chance: 99 % }, { is: 90 MCNY_2023, chance: 1 % }] } }',
      ],
    ],
  },
  'a headline that somebody sets': {
    'study.yaml': [DRAWS, ['headlines: [transition_cost]', 'headlines: [transition_cost, carbon_price]']],
    'scenario.yaml': [DEMAND],
  },
  'an input that reaches zero in a draw': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [POWER('{ lognormal: { sd: 20 % } }')],
  },
  'an input that is negative already': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [
      [
        'revenue_2023: 80 MCNY_2023',
        'revenue_2022: 90 MCNY_2023\n  revenue_2023: { is: -80 MCNY_2023, spread: { normal: { sd: 20 % } } }',
      ],
    ],
    'register.yaml': [['of: revenue_2023', 'of: revenue_2022']],
    'model.yaml': [
      [
        'inputs:\n',
        'inputs:\n  revenue_2022: { about: Revenue of the year before, unit: MCNY_2023, over: base, set_by: company }\n',
      ],
      ['that: green_share <= 1', 'that: revenue_2023 < revenue_2022'],
    ],
  },
  'an input whose declaration says that it may be negative': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [
      ['2030: 1.1 }, assumed', '2030: 1.1 }, spread: { uniform: { low: -1, high: 2 } }, assumed'],
    ],
    'model.yaml': [['within: [0, 10]', 'within: [-10, 10]']],
  },
  'a guess that is sure enough': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [['confidence: low', 'confidence: medium']],
    'company.yaml': [POWER('{ pert: { low: -5 %, high: 5 % } }')],
  },
  'a guess of what the company does': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'strategy.yaml': [
      ['source: [annual-report, page 13]', 'assumed: the board has not decided, confidence: low'],
    ],
  },
  'a guess with a range, which the study draws': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [DEMAND],
    'company.yaml': [POWER('{ pert: { low: -5 %, high: 5 % } }')],
  },
  'arithmetic with the year': {
    'model.yaml': [
      [
        'is: cumulative_emissions[year - 1] + emissions_total',
        'is: cumulative_emissions[year - 1] + emissions_total * (year - year)',
      ],
    ],
  },
  'strategies and scenarios that all differ': {
    'study.yaml': [
      ['[strategy.yaml]', '[strategy.yaml, greener.yaml]'],
      ['[scenario.yaml]', '[scenario.yaml, hotter.yaml]'],
    ],
  },
  'a guess of nothing': {
    'study.yaml': [DRAWS],
    'scenario.yaml': [
      DEMAND,
      [
        '{ path: { 2023: 0.6 tCO2e/MWh, 2030: 0.4 tCO2e/MWh }, source: [grid-2023, table 1] }',
        '{ is: 0 tCO2e/MWh, assumed: all power is green, confidence: low }',
      ],
    ],
  },
  'an input that only a chart shows': {
    'model.yaml': [YEARLY],
    'company.yaml': [SIX_CUBES],
    'chart.yaml': [
      ['kind: items', 'kind: paths'],
      ['quantities: carbon_cost', 'quantities: water_use'],
    ],
  },
  'an input that only a chart has as its width': {
    'model.yaml': [YEARLY],
    'company.yaml': [SIX_CUBES],
    'chart.yaml': [['quantities: carbon_cost', 'quantities: carbon_cost\nwidth: water_use']],
  },
  'an input that is a headline': {
    'model.yaml': [YEARLY],
    'company.yaml': [SIX_CUBES],
    'study.yaml': [['headlines: [transition_cost]', 'headlines: [transition_cost, water_use]']],
  },
  'an input at which a target aims': {
    'model.yaml': [YEARLY],
    'company.yaml': [
      SIX_CUBES,
      ['quantity: emissions_total', 'quantity: water_use'],
      ['at_most: 30 ktCO2e', 'at_most: 9 m3/t'],
    ],
  },
  'an input that a check reads': {
    'model.yaml': [YEARLY, ['that: green_share <= 1', 'that: water_use > 0']],
    'company.yaml': [SIX_CUBES],
  },
  'a review on the day of the study': {
    'register.yaml': [OWNER('review: { every: year, next: 2026-11-22 }')],
  },
  'an acceptance that holds': {
    'register.yaml': [
      OWNER('accepted: { by: board of directors, because: it is small, expires: 2026-11-22 }'),
    ],
  },
  'a scenario that differs in one year': {
    'study.yaml': [['[scenario.yaml]', '[scenario.yaml, hotter.yaml]']],
  },
};

const more: Files = {
  'twin.yaml':
    'strategy: Twin\ntitle: { en: Twin, zh: 孪生 }\nabout: The same again\nextends: strategy.yaml\n',
  'greener.yaml':
    'strategy: Greener\ntitle: { en: Greener, zh: 更绿 }\nabout: Half green by 2026\nextends: strategy.yaml\nvalues:\n  green_share: { path: { 2023: 0 %, 2026: 50 % }, after: hold, source: [annual-report, page 13] }\n',
  'other.yaml':
    'scenario: Other\ntitle: { en: Other, zh: 另一 }\nextends: scenario.yaml\nnarrative: The same again\nkind: transition\nbecause: A trial\n',
  'hotter.yaml':
    'scenario: Hotter\ntitle: { en: Hotter, zh: 更热 }\nextends: scenario.yaml\nnarrative: Demand ends a little higher\nkind: transition\nbecause: A trial\nvalues:\n  demand_index: { path: { 2023: base, 2029: base, 2030: 1.11 }, assumed: a trial, confidence: low }\n',
};

describe('lint', () => {
  it.each(Object.entries(cases))('finds %s', async (rule, changes) => {
    const printed = found({ ...changed(changes), ...more });
    expect(printed).toContain(`warning lint/${rule.split('-')[0]}: `);
    await expect(`${printed}\n`).toMatchFileSnapshot(join(EXPECTED, `${rule}.txt`));
  });

  it.each(Object.entries(passes))('lets pass %s', (_, changes) => {
    expect(found({ ...changed(changes), ...more })).toBe('');
  });
});
