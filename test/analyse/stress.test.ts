// Reverse stress on a small study whose breaking inputs are known: they are named with their limits, and what does not stand out is not said to.

import { describe, expect, it } from 'vitest';
import { type StressQuestion, stress } from '../../src/questions.ts';
import { stressText } from '../../src/render/index.ts';
import { deviates, workerHere } from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';

/** The money runs out where demand is low and the price is high; the weather differs and is not asked. */
const FILES: Readonly<Record<string, string>> = {
  'study.yaml': `study: Works
as_of: 2026-11-22
company: company.yaml
scenarios: [world.yaml]
strategies: [plan.yaml]
years: 2023 to 2025
horizons: { short: 2024, medium: 2024, long: 2025 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [money_left]
uncertainty: { draws: 6000, seed: 11, ranges: uniform }
`,
  'model.yaml': `model: works
about: What is left of the money
inputs:
  demand: { about: Demand, title: { en: Demand, zh: 需求 }, unit: 1, set_by: scenario }
  price: { about: Price, title: { en: Carbon price, zh: 碳价 }, unit: CNY_2023/t, set_by: scenario }
  tonnes: { about: Goods, unit: t, set_by: company }
  weather: { about: Weather, unit: t, set_by: company }
  limit_demand: { about: Demand below which it hurts, unit: 1, set_by: company }
  limit_price: { about: Price above which it hurts, unit: CNY_2023/t, set_by: company }
  cushion: { about: Money at hand, unit: CNY_2023, set_by: company }
formulas:
  hurt: { about: Whether both come together, unit: 1, is: "demand < limit_demand and price > limit_price" }
  money_left: { about: Money left, title: { en: Money left, zh: 余款 }, unit: CNY_2023, is: cushion - hurt * price * (tonnes + weather - weather) }
  weather_cost: { about: Noise of many, unit: t, is: "weather + tonnes" }
  steady: { about: The same in all draws, unit: CNY_2023, is: cushion }
`,
  'company.yaml': `company: Acme
about: One product
base_year: 2023
models: [model.yaml]
assumed: made up for tests
confidence: low
values:
  tonnes: { is: 10 t, range: [9 t, 11 t] }
  weather: { is: 10 t, range: [0 t, 20 t] }
  limit_demand: 0.9
  limit_price: 130 CNY_2023/t
  cushion: 100 CNY_2023
`,
  'world.yaml': `scenario: World
title: { en: World, zh: 世界 }
narrative: Demand and price move
kind: transition
because: A test needs it
assumed: made up for tests
confidence: low
values:
  demand: { is: 1, range: [0.8, 1.2] }
  price: { is: 120 CNY_2023/t, range: [100 CNY_2023/t, 200 CNY_2023/t] }
`,
  'plan.yaml': 'strategy: Plan\ntitle: { en: Plan, zh: 计划 }\nabout: Nothing is done\n',
  'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
};

const means = { deviates, workers: [workerHere(deviates)] };

async function ask(question: StressQuestion, change: Readonly<Record<string, string>> = {}) {
  return stress(
    sourcesOf(new Map(Object.entries({ ...FILES, ...change })), 'study.yaml'),
    [],
    question,
    means,
  );
}

async function asked(goal: string) {
  const { value, diagnostics } = await ask({ goal });
  const [found] = value?.cases ?? [];
  if (value === undefined || found === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { value, found };
}

describe('reverse stress', () => {
  it('names the inputs that break a goal together, with their limits, and no others', async () => {
    const { value, found } = await asked('money_left[2025] >= 0');
    expect(found).toMatchObject({ outcome: 'box', of: 'misses', central: 100, centralMeets: true });
    // A quarter of the demand and seven tenths of the price.
    expect(Math.abs(found.share - 0.25 * 0.7)).toBeLessThan(4 * found.error);
    const limits = new Map((found.box?.limits ?? []).map((limit) => [limit.quantity, limit]));
    expect([...limits.keys()].toSorted()).toEqual(['demand', 'price']);
    expect(limits.get('demand')).toMatchObject({ low: undefined, year: 2025, central: 1 });
    expect(Math.abs((limits.get('demand')?.high ?? 0) - 0.9)).toBeLessThanOrEqual(0.01);
    expect(limits.get('price')?.high).toBeUndefined();
    expect(Math.abs((limits.get('price')?.low ?? 0) - 130)).toBeLessThanOrEqual(2);
    const { coverage = 0, density = 0, mass = 0 } = found.box ?? {};
    expect(coverage).toBeGreaterThan(0.94);
    expect(density).toBeGreaterThan(0.94);
    // What is in the box and missed is the same draws, counted both ways.
    expect(mass * density).toBeCloseTo(found.share * coverage, 12);
    const [sentence = ''] = stressText(value).scenarios[0]?.sentences ?? [];
    expect(sentence).toMatch(
      /^With Plan, Money left in 2025 is below zero in 1\d % of the draws; 9\d(\.\d+)? % of these have (Carbon price above 1\d\d(\.\d)? yuan \(2023\) per t|Demand below [89]\d(\.\d+)? %) and (Carbon price above 1\d\d(\.\d)? yuan \(2023\) per t|Demand below [89]\d(\.\d+)? %); where they come together/,
    );
    expect(stressText(value, 'zh').scenarios[0]?.sentences[0]).toContain('需求低于');
  });

  it('looks at what meets a goal that most draws miss', async () => {
    const { value, found } = await asked('money_left[2025] <= 0');
    expect(found).toMatchObject({ outcome: 'box', of: 'meets', centralMeets: false });
    expect(found.box?.limits.map(({ quantity }) => quantity).toSorted()).toEqual(['demand', 'price']);
    expect(stressText(value).scenarios[0]?.sentences[0]).toContain('so what matters is when it holds');
  });

  it('says that no draw breaks a goal, that all do, and how near the worst comes', async () => {
    const never = await asked('steady[2025] >= 99 CNY_2023');
    expect(never.found).toMatchObject({ outcome: 'never', missing: 0, share: 0, worst: 100 });
    expect(never.found.box).toBeUndefined();
    expect(stressText(never.value).scenarios[0]?.sentences[0]).toContain('no draw of 6,000 breaks the goal');
    const always = await asked('steady[2025] >= 101 CNY_2023');
    expect(always.found).toMatchObject({ outcome: 'always', missing: 6000 });
    expect(stressText(always.value).scenarios[0]?.sentences[0]).toContain('missed in every draw');
  });

  it('says that too few draws break it to tell what they share', async () => {
    const { value, found } = await asked('weather_cost[2025] <= 30.7 t');
    expect(found.outcome).toBe('few');
    expect(found.missing).toBeGreaterThan(0);
    expect(found.missing).toBeLessThan(40);
    expect(stressText(value).scenarios[0]?.sentences[0]).toContain('too few to say');
  });

  it('says that nothing stands out where no few inputs decide', async () => {
    const names = Array.from({ length: 24 }, (_, index) => `part_${String.fromCharCode(97 + index)}`);
    const { value } = await ask(
      { goal: 'sum_of_all[2025] <= 250 t' },
      {
        'model.yaml': `model: works
about: A sum of many
inputs:
${names.map((name) => `  ${name}: { about: A part, unit: t, set_by: company }`).join('\n')}
formulas:
  sum_of_all: { about: All parts, unit: t, is: ${names.join(' + ')} }
  money_left: { about: The headline, unit: t, is: sum_of_all }
`,
        'company.yaml': `company: Acme
about: Many parts
base_year: 2023
models: [model.yaml]
assumed: made up for tests
confidence: low
values:
${names.map((name) => `  ${name}: { is: 10 t, range: [5 t, 15 t] }`).join('\n')}
`,
        'world.yaml': FILES['world.yaml']?.replace(/values:[\s\S]*/, '') ?? '',
      },
    );
    expect(value?.cases[0]?.outcome).toBe('unclear');
    expect(value === undefined ? '' : stressText(value).scenarios[0]?.sentences[0]).toContain(
      'nothing stands out',
    );
  });

  it('wants draws', async () => {
    const still = { 'study.yaml': FILES['study.yaml']?.replace(/uncertainty: .*\n/, '') ?? '' };
    const { value, diagnostics } = await ask({ goal: 'money_left[2025] >= 0' }, still);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['run/draws']);
  });
});
