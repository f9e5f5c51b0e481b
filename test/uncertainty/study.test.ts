// A small study with its draws, from files to findings: distributions against closed forms, chances, the register, what the spread comes from.

import { describe, expect, it } from 'vitest';
import { runWithDraws } from '../../src/pipeline.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';

/** Cost = price x tonnes, both uncertain and independent; a fee that is certain; a kink that lets the mean leave the central case. */
const FILES: Readonly<Record<string, string>> = {
  'model.yaml': `
model: cost
about: What a price and an amount cost
inputs:
  price: { about: A price, unit: CNY_2023/t, set_by: scenario }
  tonnes: { about: An amount, unit: t, set_by: company }
  fee: { about: A fee, unit: CNY_2023, set_by: company }
  earnings: { about: Earnings, unit: CNY_2023, over: base, set_by: company }
formulas:
  cost: { about: Price times amount and a fee, title: { en: Cost, zh: 成本 }, unit: CNY_2023, is: price * tonnes + fee }
  above: { about: Price above its value, unit: CNY_2023/t, is: "max(0, price - price[base])" }
checks:
  not_dear: { that: "price <= price[base] * (1 + 1)", else: the price has doubled }
`,
  'company.yaml': `
company: Acme
about: A company with one cost
base_year: 2023
models: [model.yaml]
values:
  tonnes: { is: 50 t, assumed: a guess, confidence: low, spread: { uniform: { low: 40 t, high: 60 t } } }
  fee: { is: 10 CNY_2023, assumed: a guess, confidence: low }
  earnings: { is: 20000 CNY_2023, assumed: a guess, confidence: low }
targets:
  cheap: { title: { en: Cheap, zh: 便宜 }, quantity: price, year: 2024, at_most: 110 CNY_2023/t, assumed: a wish, confidence: low }
`,
  'scenario.yaml': `
scenario: Only
title: { en: Only, zh: 唯一 }
narrative: One world
kind: transition
because: There is no other
values:
  price: { is: 100 CNY_2023/t, assumed: a guess, confidence: low, spread: { normal: { sd: 10 % } } }
`,
  'strategy.yaml': 'strategy: Plan\ntitle: { en: Plan, zh: 计划 }\nabout: Nothing is done\n',
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
  'register.yaml': `
register: Risks
bands:
  impact: { of: earnings, minor: 0 %, moderate: 25 %, major: 26 %, severe: 50 %, critical: 90 % }
  likelihood: { rare: 0 %, unlikely: 5 %, possible: 20 %, likely: 50 %, almost_certain: 80 % }
rows:
  dear:
    title: { en: Dear, zh: 昂贵 }
    kind: risk
    type: market
    cause: Prices move
    event: The price is high
    consequence: Costs rise
    driven_by: [cost]
    horizon: medium
    likelihood: { inherent: rare, residual: rare, because: judged before there were draws }
    response: { strategy: Plan, says: Nothing }
    owner: treasurer
    watch: { quantity: price, trigger: ">= 130 CNY_2023/t", then: tell the board }
    evidence: low
`,
  'study.yaml': `
study: Draws
as_of: 2026-11-22
company: company.yaml
scenarios: [scenario.yaml]
strategies: [strategy.yaml]
years: 2023 to 2024
horizons: { short: 2023, medium: 2024, long: 2024 }
money: { report_in: CNY_2023, table: money.yaml }
uncertainty: { draws: 20000, seed: 7 }
headlines: [cost, above]
register: { file: register.yaml, inherent: Plan, residual: Plan }
`,
};

const REFERENCE =
  'reference: Prices\nreviewed: 2026-11-22\nsources: { prices: { title: Prices, publisher: Market, date: 2023-12-31 } }\n';

const drawn = async (change: Readonly<Record<string, string>> = {}, draws?: number) => {
  const sources = sourcesOf(new Map(Object.entries({ ...FILES, ...change })), 'study.yaml');
  return runWithDraws(sources, [], { draws, deviates, workers: [workerHere(deviates)] });
};

const { value, diagnostics } = await drawn();
const found = value?.uncertainty;
if (found === undefined) throw new Error(JSON.stringify(diagnostics));

/** Within four standard errors. */
const near = (estimate: number, error: number, truth: number): void => {
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(estimate - truth) / error).toBeLessThan(4);
};

describe('the draws of a study', () => {
  const cost = found.series.find(({ quantity }) => quantity === 'cost');
  const last = cost?.distributions[1];

  it('have the mean and the spread of a product of independent inputs', () => {
    expect(cost?.years).toEqual([2023, 2024]);
    expect(cost?.central).toEqual([5010, 5010]);
    near(last?.mean ?? 0, last?.meanError ?? 0, 5010);
    // Var(XY) = (100^2 + 10^2) (50^2 + 20^2/12) - (100 50)^2
    const deviation = Math.sqrt((100 ** 2 + 10 ** 2) * (50 ** 2 + 400 / 12) - (100 * 50) ** 2);
    expect((last?.meanError ?? 0) * Math.sqrt(20_000)).toBeCloseTo(deviation, -1);
    const [p5 = 0, , p50 = 0, , p95 = 0] = last?.percentiles ?? [];
    expect(p5).toBeLessThan(p50);
    expect(p50).toBeLessThan(p95);
    expect(last?.lowTail).toBeLessThan(p5);
    expect(last?.highTail).toBeGreaterThan(p95);
  });

  it('meet a target as often as the normal distribution says', () => {
    const [chance] = found.targets;
    // P(X <= 110) for N(100, 10)
    near(chance?.chance ?? 0, chance?.error ?? 0, 0.8413447);
  });

  it('give the register its likelihood, and keep what was judged beside it', () => {
    const [row] = value?.register?.rows ?? [];
    const [chances] = found.register;
    const material = chances?.reaching[1];
    // The cost is above 25 % of 20,000 in about half of the draws.
    expect(material?.chance).toBeGreaterThan(0.4);
    expect(material?.chance).toBeLessThan(0.6);
    expect(row?.inherent.drawn).toEqual({ ...material, band: 'moderate' });
    expect(row?.inherent.judged?.name).toBe('rare');
    expect(row?.inherent.likelihood).toEqual(row?.residual.likelihood);
    expect(chances?.reaching.map(({ chance }) => chance)).toEqual(
      chances?.reaching.map(({ chance }) => chance).toSorted((one, other) => other - one),
    );
    expect(chances?.reaching[0]?.chance).toBe(1);
  });

  it('tell how often a check breaks that the central case does not', async () => {
    expect(found.checks).toEqual([]);
    const wild = await drawn({
      'scenario.yaml': FILES['scenario.yaml']?.replace('sd: 10 %', 'sd: 80 %') ?? '',
    });
    const [check] = wild.value?.uncertainty?.checks ?? [];
    expect(check?.name).toBe('cost.not_dear');
    expect(FILES['model.yaml']).toContain(`else: ${check?.says}`);
    // In the base year both prices are one, so 2024 decides: P(X > 200) for N(100, 80)... and the base price is drawn too.
    expect(check?.chance).toBeGreaterThan(0);
    expect(check?.chance).toBeLessThan(0.5);
  });

  it('say what the spread comes from: each input its share, and all of it assumed', () => {
    const drivers = found.drivers.find(({ headline }) => headline === 'cost');
    const variance = (100 ** 2 + 10 ** 2) * (50 ** 2 + 400 / 12) - (100 * 50) ** 2;
    for (const [input, alone] of [
      ['price', 50 ** 2 * 10 ** 2],
      ['tonnes', 100 ** 2 * (400 / 12)],
    ] as const) {
      const driver = drivers?.drivers.find((each) => each.input === input);
      near(driver?.first ?? 0, driver?.firstError ?? 0, alone / variance);
      expect(driver?.total).toBeGreaterThan(0.3);
    }
    expect(drivers?.assumed.total).toBeCloseTo(1, 1);
  });

  it('say in each scenario what rests on its own assumptions', async () => {
    const scenario = FILES['scenario.yaml'] ?? '';
    const other = (name: string, from: string, to: string): string =>
      scenario.replaceAll('Only', name).replace('唯一', name).replace(from, to);
    const several = await drawn({
      'study.yaml': (FILES['study.yaml'] ?? '').replace(
        'scenario.yaml]',
        'scenario.yaml, wide.yaml, market.yaml]',
      ),
      'company.yaml': (FILES['company.yaml'] ?? '').replace(
        'values:',
        'reference: [reference.yaml]\nvalues:',
      ),
      'wide.yaml': other('Wide', 'sd: 10 %', 'sd: 20 %'),
      'market.yaml': other('Market', 'assumed: a guess', 'source: [prices, table 1]'),
      'reference.yaml': REFERENCE,
    });
    const shares = several.value?.uncertainty?.drivers
      .filter(({ headline }) => headline === 'cost')
      .map(({ scenario: name, drivers, assumed }) => ({ name, drivers, assumed }));
    expect(several.diagnostics).toEqual([]);
    expect(shares?.map(({ name }) => name)).toEqual(['Only', 'Wide', 'Market']);
    const [only, wide, market] = shares ?? [];
    expect(only?.assumed.first).toBe(1);
    expect(wide?.assumed.first).toBe(1);
    expect(market?.assumed).toEqual(
      expect.objectContaining({ first: market?.drivers.find(({ input }) => input === 'tonnes')?.first }),
    );
  });

  it('take what a correlation ties to an assumption as resting on it, since the two cannot be told apart', async () => {
    const tied = await drawn({
      'study.yaml': (FILES['study.yaml'] ?? '').replace(
        'seed: 7',
        'seed: 7, correlate: [{ between: [price, tonnes], rank: 0.5 }]',
      ),
      'company.yaml': (FILES['company.yaml'] ?? '').replace(
        'values:',
        'reference: [reference.yaml]\nvalues:',
      ),
      'scenario.yaml': (FILES['scenario.yaml'] ?? '').replace(
        'assumed: a guess',
        'source: [prices, table 1]',
      ),
      'reference.yaml': REFERENCE,
    });
    expect(tied.diagnostics).toEqual([]);
    const [shares] = tied.value?.uncertainty?.drivers ?? [];
    expect(shares?.assumed.first).toBe(1);
  });

  it('say why a mean leaves the central case: here since a kink lets only one side through', () => {
    const shift = found.shifts.find(({ headline }) => headline === 'above');
    expect(shift?.central).toBe(0);
    expect(shift?.asymmetry).toBeCloseTo(0, 1);
    expect((shift?.asymmetry ?? 0) + (shift?.curvature ?? 0)).toBeCloseTo(
      (shift?.mean ?? 0) - (shift?.central ?? 0),
      9,
    );
  });

  it('say how far chance alone may seem to bend a model, where not all draws are looked at', async () => {
    // Price and amount are independent, so the mean of their product is the product of their means.
    const shift = found.shifts.find(({ headline }) => headline === 'cost');
    near(shift?.curvature ?? 0, shift?.curvatureError ?? 0, 0);
    const few = (await drawn({}, 300)).value?.uncertainty?.shifts;
    expect(few?.map(({ curvatureError }) => curvatureError)).toEqual([0, 0]);
  });

  it('are as many as are asked for, and none for a study that takes none', async () => {
    expect((await drawn({}, 300)).value?.uncertainty?.draws).toBe(300);
    const still = { 'study.yaml': FILES['study.yaml']?.replace(/uncertainty: .*\n/, '') ?? '' };
    expect((await drawn(still)).value?.uncertainty).toBeUndefined();
    expect((await drawn(still, 300)).diagnostics).toMatchObject([
      { code: 'run/draws', message: 'the study takes no draws' },
    ]);
  });
});
