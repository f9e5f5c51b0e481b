// What the world may do: six NGFS scenarios, the IEA's and the market's, who says so, and what is laid over what.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/checking.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { render } from '../../src/index.ts';
import { check, run } from '../../src/pipeline.ts';
import { scenariosMarkdown } from '../../src/render/scenarios.ts';
import { type Edits, type Findings, loadStudy } from '../kit/project.ts';
import { near, numberOf, STRATEGIES } from './board.ts';

const NGFS = [
  'Net Zero 2050',
  'Below 2°C',
  'Delayed transition',
  'Fragmented World',
  'Nationally Determined Contributions (NDCs)',
  'Current Policies',
] as const;
const MARKET = [80, 126, 147].map((price) => `Current Policies, EU price ${price}`);
const ALL = [...NGFS, 'IEA NZE', ...MARKET];
const STUDY = 'innovation-new-material/committee.yaml';

async function ran(edits: Edits = {}): Promise<Findings> {
  const { value, diagnostics } = run(await loadStudy(STUDY, edits), []);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

/** The study with other scenarios, two strategies and no pictures: quick to run. */
const small =
  (scenarios: readonly string[], more = '') =>
  (text: string): string =>
    text
      .replace(
        /\nscenarios:\n[\s\S]*?\nstrategies: .*\n/,
        () =>
          `\nscenarios: [${scenarios.join(', ')}]\n${more}strategies: [no-action.yaml, committed-plan.yaml]\n`,
      )
      .replace(/\ncharts:\n[\s\S]*$/, '\n');

const findings = await ran();
const artifacts = await render(findings, { language: 'en' });
const textOf = (path: string): string => String(artifacts.find((one) => one.path === path)?.content);
const at = (scenario: string, quantity: string, year: number, of = findings): number =>
  numberOf(of, scenario, 'No action', quantity, year);

const csv = readFileSync(
  new URL('../../scenarios/reference/ngfs-phase5-carbon-price.csv', import.meta.url),
  'utf8',
);
const YUAN_PER_DOLLAR_2010 = 1.08861 * 1.13432 * 1.0713 * 1.037 * 7.0846;
const YUAN_PER_EURO_2024 = 7.66 / 1.024;

function published(scenario: string, region: string, year: number): number {
  const row = csv
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .find((cells) => cells[1] === scenario && cells[2] === region && cells[5] === String(year));
  return Number(row?.[6]);
}

describe('the committee', () => {
  it('sees six NGFS scenarios, the IEA’s and three market cases, each with four strategies', () => {
    expect(findings.scenarios.map(({ name }) => name)).toEqual(ALL);
    expect(findings.strategies.map(({ name }) => name)).toEqual(STRATEGIES);
  });

  it.each(NGFS)('%s has the provider’s prices from 2035 on', (scenario) => {
    for (const year of [2035, 2040, 2045, 2050]) {
      const eu = (published(scenario, 'OECD & EU (R5)', year) * YUAN_PER_DOLLAR_2010) / YUAN_PER_EURO_2024;
      const china = published(scenario, 'Asia (R5)', year) * YUAN_PER_DOLLAR_2010;
      expect(near(at(scenario, 'eu_price', year), eu), `EU ${year}`).toBe(true);
      expect(near(at(scenario, 'china_ets_price', year), china), `China ${year}`).toBe(true);
    }
  });

  it.each(ALL)('%s starts where the world is: what has passed is the same everywhere', (scenario) => {
    for (const strategy of STRATEGIES)
      for (const quantity of ['eu_price', 'china_ets_price', 'transition_cost', 'scope3_metal', 'revenue'])
        for (const year of [2023, 2024, 2025, 2026])
          expect(numberOf(findings, scenario, strategy, quantity, year), `${quantity} ${year}`).toBe(
            numberOf(findings, 'Net Zero 2050', strategy, quantity, year),
          );
  });

  it('has the IEA’s prices, in dollars of 2023, as assumptions', () => {
    expect(near(at('IEA NZE', 'eu_price', 2030), (140 * 7.0846) / YUAN_PER_EURO_2024)).toBe(true);
    expect(near(at('IEA NZE', 'china_ets_price', 2050), 200 * 7.0846)).toBe(true);
    const price = findings.assumptions.find(
      ({ quantity, scenarios }) => quantity === 'eu_price' && scenarios.includes('IEA NZE'),
    );
    expect(price?.later).toMatchObject({ kind: 'assumed', confidence: 'medium' });
  });
});

describe('scenarios.md', () => {
  it('says of every scenario whose it is, under which licence, how warm it gets and why it is here', () => {
    for (const scenario of findings.scenarios) {
      expect(scenario, scenario.name).toMatchObject({
        provider: expect.stringMatching(/NGFS|International Energy Agency/),
        vintage: expect.stringMatching(/20\d\d/),
        licence: expect.stringMatching(/redistributed|Energy Outlook/),
        temperature: expect.any(Number),
        because: expect.stringMatching(/\w/),
      });
      if (scenario.provider === 'NGFS')
        expect(scenario.licence).toContain(
          'NGFS Climate Scenarios Phase V (Nov 2024), IIASA NGFS Scenario Explorer',
        );
      expect(textOf('scenarios.md')).toContain(`## ${scenario.title.en.replace(/([()])/g, '$1')}`);
    }
  });

  it('says what the set covers', () => {
    const [, paris = '', disorderly = '', hot = ''] =
      /\| one at or below 1\.5 K \| (.*) \|\n\| a disorderly one \| (.*) \|\n.*3 K or more \| (.*) \|/.exec(
        textOf('scenarios.md'),
      ) ?? [];
    expect(paris).toBe('yes: Net Zero 2050; IEA NZE');
    expect(disorderly).toBe('yes: Delayed transition');
    expect(hot).toMatch(/^yes: Current Policies/);
  });

  it('says that Asia stands for China in a scenario of NGFS, and not in one of the IEA', () => {
    const section = (title: string): string =>
      textOf('scenarios.md')
        .split(/^## /m)
        .find((text) => text.startsWith(`${title}\n`)) ?? '';
    expect(section('Below 2°C')).toContain('Asia (R5) stands for China');
    expect(section('IEA NZE')).not.toContain('Asia (R5)');
    expect(section('IEA NZE')).toContain('| Starts from | Net Zero 2050 |');
    expect(section('Current Policies, EU price 126')).toContain('| Laid over it | EU price 126 |');
  });
});

describe('a picture of prices that stand for others', () => {
  it.each([
    'carbon-price-eu-ngfs',
    'cbam-market',
    'transition-cost-ngfs',
    'waterfall-quadrants',
    'heat-map',
  ])('%s says so', (name) =>
    expect(textOf(`charts/${name}.svg`)).toContain('OECD &amp; EU (R5) stands for the EU'));

  it('one that does not rest on prices says nothing of it', () => {
    for (const name of ['green-power', 'ingot-footprint-ngfs', 'emissions-quadrants'])
      expect(textOf(`charts/${name}.svg`)).not.toContain('(R5)');
  });
});

describe('an overlay', () => {
  it('changes its own price and no other input', async () => {
    const [checked] = check(await loadStudy(STUDY), []).value ?? [];
    const inputsOf = (name: string) =>
      checked?.program.study?.cases.find((one) => one.scenario.name === name)?.inputs ?? new Map();
    const plainCase = inputsOf('Current Policies');
    for (const name of MARKET) {
      const differing = [...inputsOf(name)].filter(([input, cells]) =>
        cells.some(
          (cell: { readonly values: readonly number[] }, index: number) =>
            cell.values.join() !== plainCase.get(input)?.[index]?.values.join(),
        ),
      );
      expect(differing.map(([input]) => input)).toEqual(['eu_price']);
    }
  });

  it.each([80, 126, 147])('of %d EUR reaches it in 2030, holds it, and says what it replaced', (price) => {
    const scenario = `Current Policies, EU price ${price}`;
    for (const year of [2030, 2050]) expect(near(at(scenario, 'eu_price', year), price)).toBe(true);
    const row = findings.assumptions.find(
      ({ quantity, scenarios }) => quantity === 'eu_price' && scenarios.includes(scenario),
    );
    expect(row).toMatchObject({
      layer: 'scenario',
      file: `scenarios/innovation-new-material/eu-price-${price}.yaml`,
      replaces: [{ file: 'scenarios/innovation-new-material/current-policies.yaml' }],
      exceptions: [{ year: 2030, provenance: { kind: 'source', key: 'eua-forecasts-2030' } }],
    });
  });

  it('lies over any scenario; of two the later wins', async () => {
    const two = await ran({
      [STUDY]: small([
        'current-policies.yaml',
        '{ base: below-2c.yaml, with: [eu-price-147.yaml, eu-price-80.yaml] }',
      ]),
    });
    const name = 'Below 2°C, EU price 147, EU price 80';
    expect(two.scenarios.map((one) => one.name)).toContain(name);
    expect(near(at(name, 'eu_price', 2030, two), 80)).toBe(true);
    expect(at(name, 'china_ets_price', 2040, two)).toBe(at('Below 2°C', 'china_ets_price', 2040));
    const row = two.assumptions.find(
      ({ quantity, scenarios }) => quantity === 'eu_price' && scenarios.includes(name),
    );
    expect(row?.replaces.map(({ file }) => file.split('/').at(-1))).toEqual([
      'eu-price-147.yaml',
      'below-2c.yaml',
      'net-zero-2050.yaml',
    ]);
  });
});

describe('a scenario that rests on memory', () => {
  const IEA = ['iea-steps.yaml', 'iea-aps.yaml'];

  it('is refused, with the line that would accept it', async () => {
    const sources = await loadStudy(STUDY, { [STUDY]: small(IEA) });
    const { value, diagnostics } = run(sources, []);
    expect(value).toBeUndefined();
    const printed = printDiagnostics(diagnostics, textsOf(sources, []), plain);
    expect(printed).toContain('error scenario/unsourced: IEA STEPS rests on numbers without a source');
    expect(printed).toContain('accepts_unsourced: [IEA APS]');
  });

  it('runs with a warning where the study accepts it by name, and the pack says so', async () => {
    const sources = await loadStudy(STUDY, {
      [STUDY]: small(IEA, 'accepts_unsourced: [IEA STEPS, IEA APS]\n'),
    });
    const { value, diagnostics } = run(sources, []);
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'scenario/unsourced'],
      ['warning', 'scenario/unsourced'],
    ]);
    if (value === undefined) throw new Error('it did not run');
    expect(near(at('IEA STEPS', 'china_ets_price', 2040, value), 46 * 7.0846)).toBe(true);
    const text = scenariosMarkdown(value, 'en');
    expect(text.match(/\| Without a source \| every price after 2026 is recalled/g)).toHaveLength(2);
  });
});
