// codelist.yaml: whatever a variable is called, YAML reads its name and unit back as they were.

import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { codelistYaml } from '../../src/render/codelist.ts';
import { findings } from './fixture.ts';

const NAMES = [
  ...['demand_index', 'Finding|target|green power 2026|gap', 'a|50 %|(b)/c.d-e', '_|b', 'gdp', 'a b|c'],
  ...[
    'true',
    'null',
    'no',
    '12.5',
    '1e3',
    '-a|b',
    '[a]_b',
    '{a|b}',
    'a_b: c',
    'a_b #c',
    'a_b:',
    '"a_b"',
    "a|'b'",
  ],
  ...[
    '? a|b',
    '!a_b',
    '&a|b',
    '*a_b',
    '|',
    '>',
    '%a|b',
    '@a_b',
    '`a|b`',
    '总量|棒材',
    'a|棒材',
    `a_${'long '.repeat(40)}b`,
  ],
];

it('holds every name with its unit, as YAML itself would write them', () => {
  const row = { scenario: 'a', strategy: 'b', statistic: 'central', years: [2030], values: [1] } as const;
  const units = ['1', 'kgCO2e/kg', '%', 'CNY_2023'];
  const rows = NAMES.map((variable, index) => ({
    ...row,
    variable,
    unit: units[index % units.length] ?? '',
  }));
  const text = codelistYaml(findings, '1.2.3', [rows]);
  const { variables } = parse(text);
  expect(Object.entries(variables)).toEqual(
    Object.entries(Object.fromEntries(rows.map(({ variable, unit }) => [variable, [unit]]))),
  );
  expect(text).toBe(stringify(parse(text), { lineWidth: 130, flowCollectionPadding: true }));
});

it('is YAML too where there are no variables', () => {
  expect(parse(codelistYaml(findings, '1.2.3', []))).toMatchObject({ variables: {}, units: {} });
});
