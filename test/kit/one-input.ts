// The smallest study: one input without a unit, given by its scenario, for tests that look at its numbers alone.

const FILES: Readonly<Record<string, string>> = {
  'company.yaml': [
    'company: Acme',
    'about: A company with one price',
    'base_year: 2020',
    'models: [model.yaml]',
    '',
  ].join('\n'),
  'model.yaml': [
    'model: price',
    'about: One price',
    'inputs:',
    '  price: { about: A price, unit: 1, set_by: scenario }',
    '',
  ].join('\n'),
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
  'strategy.yaml': 'strategy: Plan\ntitle: { en: Plan, zh: 计划 }\nabout: Nothing is done\n',
};

/** @param years for example `2020 to 2050`, the base year 2020 among them */
export function oneInput(years: string, value: string): ReadonlyMap<string, string> {
  const study = [
    'study: One input',
    'as_of: 2026-11-22',
    'company: company.yaml',
    'scenarios: [scenario.yaml]',
    'strategies: [strategy.yaml]',
    `years: ${years}`,
    'horizons: { short: 2020, medium: 2020, long: 2020 }',
    'money: { report_in: CNY_2023, table: money.yaml }',
    'headlines: [price]',
    '',
  ].join('\n');
  const scenario = [
    'scenario: Only',
    'title: { en: Only, zh: 唯一 }',
    'narrative: One value',
    'kind: transition',
    'because: One is enough',
    'assumed: made up for a test',
    'confidence: low',
    'values:',
    `  price: ${value}`,
    '',
  ].join('\n');
  return new Map([...Object.entries(FILES), ['study.yaml', study], ['scenario.yaml', scenario]]);
}
