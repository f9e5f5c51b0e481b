// What a study's decisions rest on, in a company small enough to do by hand: regret, expected cost, measures, signposts; with draws and without.

import { describe, expect, it } from 'vitest';
import { run, runWithDraws } from '../../src/pipeline.ts';
import { render } from '../../src/render/index.ts';
import { parseCsv } from '../../src/resolve/csv.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';

const scenario = (name: string, price: string, ends: string): string => `
scenario: ${name}
title: { en: ${name}, zh: ${name} }
narrative: One of two worlds
kind: transition
because: A test needs two
assumed: made up for tests
confidence: low
values:
  price: { ${price}, spread: { uniform: { ${ends} } } }
  rule: { path: { 2023: 0, 2028: ${name === 'High' ? 1 : 0} }, between: step, after: hold }
`;
const strategy = (name: string, tonnes: string, fee: string): string => `
strategy: ${name}
title: { en: ${name}, zh: ${name} }
about: One of two ways
assumed: made up for tests
confidence: low
values: { tonnes: ${tonnes}, fee: ${fee} }
`;
const WEIGHTS = `
  weights:
    High: { is: 30 %, assumed: the committee says so, confidence: low }
    Low: { is: 70 %, assumed: the committee says so, confidence: low }`;

const files = ({ weights = '', draws = '' }): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      'model.yaml': `
model: cost
about: What an amount costs at a price, and what measures cost
inputs:
  price: { about: A price, title: { en: Price, zh: 价格 }, unit: CNY_2023/t, set_by: scenario }
  rule: { about: 1 where a rule holds, unit: 1, set_by: scenario }
  tonnes: { about: An amount, unit: t, set_by: strategy }
  fee: { about: A fee, unit: CNY_2023, set_by: strategy }
  outlay: { about: Outlay a tonne, unit: CNY_2023/t, by: measure, over: base, set_by: company }
formulas:
  cost: { about: Price times amount and a fee, title: { en: Cost, zh: 成本 }, unit: CNY_2023, is: price * tonnes + fee * (1 - 0 * rule) }
  net_outlay: { about: Outlay less what is saved, title: { en: Net outlay, zh: 净支出 }, unit: CNY_2023/t, by: measure, is: "outlay - each(price, measure)" }
`,
      'company.yaml': `
company: Acme
about: A company with one cost
base_year: 2023
models: [model.yaml]
assumed: made up for tests
confidence: low
sets:
  measure: { about: Measures, elements: { roof: { title: { en: Roof, zh: 屋顶 } }, pump: { title: { en: Pump, zh: 泵 } }, heat: { title: { en: Heat, zh: 热 } } } }
values:
  outlay: { each: { roof: 90 CNY_2023/t, pump: 105 CNY_2023/t, heat: 135 CNY_2023/t } }
`,
      'high.yaml': scenario(
        'High',
        'path: { 2023: 100 CNY_2023/t, 2030: 170 CNY_2023/t }',
        'low: 160 CNY_2023/t, high: 180 CNY_2023/t',
      ),
      'low.yaml': scenario('Low', 'is: 100 CNY_2023/t', 'low: 90 CNY_2023/t, high: 110 CNY_2023/t'),
      'buy.yaml': strategy('Buy', '50 t', '0'),
      'rent.yaml': strategy('Rent', '0', '6000 CNY_2023'),
      'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
      'study.yaml': `
study: Decisions
as_of: 2024-06-30
company: company.yaml
scenarios: [high.yaml, low.yaml]
strategies: [buy.yaml, rent.yaml]
years: 2023 to 2030
horizons: { short: 2024, medium: 2026, long: 2030 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [cost]
decisions:
  costs: cost
  measures: net_outlay
  signposts: { differ_by: 20 % }${weights}
${draws}`,
    }),
  );

function decided(weights: string) {
  const { value, diagnostics } = run(sourcesOf(files({ weights }), 'study.yaml'), []);
  if (value?.decisions === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { findings: value, decisions: value.decisions };
}

async function drawn() {
  const draws = 'uncertainty: { draws: 20000, seed: 2026, sampling: latin_hypercube }';
  const { value, diagnostics } = await runWithDraws(
    sourcesOf(files({ weights: WEIGHTS, draws }), 'study.yaml'),
    [],
    { deviates, workers: [workerHere(deviates)] },
  );
  if (value?.decisions === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value.decisions;
}

describe('costs', () => {
  it('are regretted as by hand, and expected under the weights that are declared', () => {
    const { costs } = decided(WEIGHTS).decisions;
    expect(costs.map(({ year }) => year)).toEqual([2024, 2026, 2030]);
    const last = costs.at(-1);
    // Buying costs 50 x 170 and 50 x 100, renting 6,000 anywhere; 30 % of 8,500 and 70 % of 5,000 are 6,050.
    expect(last?.strategies.map((one) => [one.costs, one.regrets, one.largest])).toEqual([
      [[8500, 5000], [2500, 0], 2500],
      [[6000, 6000], [0, 1000], 1000],
    ]);
    expect(last?.strategies.map(({ expected }) => expected)).toEqual([6050, 6000]);
    expect([last?.least, last?.cheapest]).toEqual([['Rent'], ['Rent']]);
  });

  it('have no expectation where no weights are declared, and the pack says so', async () => {
    const { decisions, findings } = decided('');
    expect(decisions.weights).toBeUndefined();
    expect(decisions.costs.flatMap(({ strategies }) => strategies.map(({ expected }) => expected))).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(decisions.costs.flatMap(({ cheapest }) => cheapest)).toEqual([]);
    const pack = await render(findings, { language: 'en' });
    const text = String(pack.find(({ path }) => path === 'decisions.md')?.content);
    expect(text).toContain('| no weights declared |');
    expect(text).toContain('No weights are declared for the scenarios');
  });

  it('may be weighed alike, all of them or those that are not named', () => {
    const shares = (weights: string) =>
      decided(weights).decisions.weights?.map(({ scenario, share, provenance }) => [
        scenario,
        share,
        provenance.kind,
      ]);
    const all = 'all: { is: equal, assumed: none is held likelier, confidence: low }';
    expect(shares(`\n  weights: { ${all} }`)).toEqual([
      ['High', 0.5, 'assumed'],
      ['Low', 0.5, 'assumed'],
    ]);
    const some = 'High: { is: 30 %, assumed: a judgement, confidence: low }';
    expect(shares(`\n  weights: { ${some}, ${all} }`)).toEqual([
      ['High', 0.3, 'assumed'],
      ['Low', 0.7, 'assumed'],
    ]);
    const refused = (weights: string) =>
      run(sourcesOf(files({ weights: `\n  weights: { ${weights} }` }), 'study.yaml'), []).diagnostics.map(
        ({ code, message }) => [code, message],
      );
    expect(refused('all: { is: 50 %, assumed: a judgement, confidence: low }')).toContainEqual([
      'decisions/weights',
      'all stands for the scenarios that are not named, and they share what is left alike',
    ]);
    expect(
      refused(
        'High: { is: equal, assumed: a judgement, confidence: low }, Low: { is: 1, assumed: a judgement, confidence: low }',
      ),
    ).toContainEqual(['decisions/weights', 'a weight is a share from 0 % to 100 %']);
  });

  it('say which weights would make another strategy the cheapest', async () => {
    const { decisions, findings } = decided(WEIGHTS);
    // In 2030 renting is cheaper from 2 / 7 of weight on the dear scenario; in 2024 buying is, at any weight.
    expect(decisions.costs.at(-1)?.byWeight.map(({ stretches }) => stretches.map(({ to }) => to))).toEqual([
      [expect.closeTo(2 / 7, 12), 1],
      [expect.closeTo(5 / 7, 12), 1],
    ]);
    expect(decisions.costs[0]?.byWeight.map(({ stretches }) => stretches.length)).toEqual([1, 1]);
    const page = async (language: 'en' | 'zh'): Promise<string> => {
      const pack = await render(findings, { language });
      return String(pack.find(({ path }) => path === 'decisions.md')?.content);
    };
    const [en, zh] = [await page('en'), await page('zh')];
    expect(en).toContain('Lowest expected cost under the declared weights: Rent, 6,000 yuan.');
    expect(en).toContain(
      'Another is cheaper where High weighs less than 28.6 % (Buy), or Low weighs more than 71.4 % (Buy);',
    );
    expect(en).toContain('It stays so whatever one scenario weighs, the others in proportion.');
    expect(en).toContain('| Cost 2030 | High | 30 % | Buy up to 28.6 %, then Rent |');
    expect(en).toContain('| Cost 2024 | High | 30 % | Buy at any weight |');
    expect(zh).toContain('若High的权重低于 28.6%（Buy），或Low的权重高于 71.4%（Buy），则其他策略成本更低');
    expect(zh).toContain('| 成本 2030 | High | 30% | Buy（至 28.6%），其后为Rent |');
  });

  it('are expected at the mean of their draws too', async () => {
    const rows = (await drawn()).costs.at(-1)?.strategies.map(({ expectedOfDraws }) => expectedOfDraws);
    expect(rows?.[0]).toBeCloseTo(6050, -1);
    expect(rows?.[1]).toBe(6000);
  });
});

describe('measures', () => {
  it('are without regret where they cost less than nothing in every scenario', () => {
    // The price of 2026 is 130 and 100.
    const { measures } = decided('').decisions;
    expect(measures.map(({ item, costs, noRegret }) => [item, costs, noRegret])).toEqual([
      ['roof', [-40, -10], true],
      ['pump', [-25, 5], false],
      ['heat', [5, 35], false],
    ]);
  });

  it('have the chance that their price says: 90 to 110 alike in the one scenario, 3/7 as wide around 130 in the other', async () => {
    const chances = (await drawn()).measures.map((one) => one.chances.map(({ chance }) => chance));
    expect(chances[0]).toEqual([1, 1]);
    expect(chances[1]?.[0]).toBe(1);
    expect(chances[1]?.[1]).toBeCloseTo(0.25, 3);
    expect(chances[2]).toEqual([0, 0]);
  });
});

describe('signposts', () => {
  const found = (decisions: ReturnType<typeof decided>['decisions']) =>
    decisions.signposts?.pairs.map(({ scenarios, signposts }) => [
      scenarios,
      signposts.map(({ quantity, year, by }) => [quantity, year, by]),
    ]);

  it('stand where values first differ by the declared share: 130 against 100, and a rule that is 1 or 0', () => {
    expect(found(decided('').decisions)).toEqual([
      [
        ['High', 'Low'],
        [
          ['price', 2026, 'share'],
          ['rule', 2028, 'share'],
        ],
      ],
    ]);
  });

  it('stand earlier where draws lie closer than that: 117 to 123 against 91 to 109 in 2025', async () => {
    const decisions = await drawn();
    expect(found(decisions)?.[0]?.[1]).toEqual([
      ['price', 2025, 'draws'],
      ['rule', 2028, 'share'],
    ]);
    const [first] = decisions.signposts?.pairs[0]?.signposts ?? [];
    const [high, low] = first?.ranges ?? [];
    expect(high?.[0]).toBeCloseTo(120 - (9 * 2) / 7, 2);
    expect(low?.[1]).toBeCloseTo(109, 1);
  });
});

it.each([
  'en',
  'zh',
] as const)('the pack holds every number in decisions.csv, each column explained, in %s', async (language) => {
  const { findings } = decided(WEIGHTS);
  const pack = await render(findings, { language });
  const textOf = (name: string): string => String(pack.find(({ path }) => path === name)?.content);
  const { header, rows } = parseCsv(textOf('decisions.csv'));
  const told = parseCsv(textOf('dictionary.csv'))
    .rows.filter(({ cells }) => cells[0] === 'decisions.csv')
    .map(({ cells }) => cells[2]);
  expect(told).toEqual(header);
  const kinds = [...new Set(rows.map(({ cells }) => cells[0]))];
  const counts = kinds.map((name) => [name, rows.filter(({ cells }) => cells[0] === name).length]);
  expect(counts).toEqual([
    ['cost', 12],
    ['regret', 12],
    ['largest regret', 6],
    ['expected cost', 6],
    ['weight', 2],
    ['cheapest from weight', 10],
    ['cheapest to weight', 10],
    ['measure cost', 6],
    ['signpost', 4],
  ]);
  const signpost = rows.find(({ cells }) => cells[0] === 'signpost')?.cells;
  expect(signpost).toEqual(['signpost', 'price', '', '2026', 'High', 'Low', '', '130', 'CNY_2023/t']);
});
