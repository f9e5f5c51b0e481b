// Goals that take several numbers together, and goals that hold one strategy against another: by hand, put back, and in random draws.

import { describe, expect, it } from 'vitest';
import type { SolveAnswer } from '../../src/analyse/index.ts';
import { runWithDraws } from '../../src/pipeline.ts';
import { stress } from '../../src/questions.ts';
import { solveText, stressText } from '../../src/render/index.ts';
import { answered, ask, FILES, MODEL, means, sources } from './solve-works.ts';

/** The works with a fee that the plan pays: what saves carbon costs money. */
const PAID: Readonly<Record<string, string>> = {
  'model.yaml': MODEL.replace(
    '  bought:',
    '  fee: { about: A fee, unit: CNY_2023, set_by: strategy }\n  bought:',
  ).replace('sum(emissions, product) * price"', 'sum(emissions, product) * price + fee"'),
  'company.yaml': FILES['company.yaml']?.replace('  bought:', '  fee: 0\n  bought:') ?? '',
  'plan.yaml': `${FILES['plan.yaml']}  fee: 1000 CNY_2023\n`,
};
const paid = sources(PAID);
const PLAN_IS_CHEAPER = 'cost[2025] of Plan <= cost[2025] of Idle';

const costs = async (set: readonly string[], change: Readonly<Record<string, string>> = {}) => {
  const { value } = await runWithDraws(sources({ ...PAID, ...change }), set, { ...means, draws: 1 });
  return ({ scenario }: Pick<SolveAnswer, 'scenario'>, strategy: string, year = 2025): number => {
    const one = value?.series.find(
      (each) => each.quantity === 'cost' && each.scenario === scenario && each.strategy === strategy,
    );
    return one?.values[one.years.indexOf(year)] ?? Number.NaN;
  };
};

const solved = async (question: Parameters<typeof ask>[0]) => {
  const { value, diagnostics } = await ask(question, [], paid);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
};

describe('a goal that compares two strategies', () => {
  it('is met at the price that breaks even, in both of them', async () => {
    const { answers, by } = await solved({ goal: PLAN_IS_CHEAPER, by: 'price' });
    expect(by.firstAlone).toBe(false);
    // 60 t x price + 1000 <= 72 t x price; the price of 2025 is 70 and 150.
    expect(answers.map((one) => [one.scenario, one.strategy, one.outcome, one.side])).toEqual([
      ['Low', 'Plan', 'meets', 'at_least'],
      ['High', 'Plan', 'met', 'at_least'],
    ]);
    for (const answer of answers) {
      expect(answer.at).toBeCloseTo(1000 / 12, 6);
      const there = await costs(answer.set);
      const less = await costs(
        answer.set.map((text) => text.replace(/=[^\s]+/, `=${(answer.at ?? 0) * 0.999999}`)),
      );
      expect(there(answer, 'Plan')).toBeLessThanOrEqual(there(answer, 'Idle'));
      expect(less(answer, 'Plan')).toBeGreaterThan(less(answer, 'Idle'));
    }
    expect(answers[0]).toMatchObject({ value: 60 * 70 + 1000, against: 72 * 70 });
  });

  it('moves a lever of strategies in the first alone, and gives no override that would move both', async () => {
    const { answers, by } = await solved({ goal: PLAN_IS_CHEAPER, by: 'saved', scenario: 'low' });
    expect(by.firstAlone).toBe(true);
    const [answer] = answers;
    // 80 t (1 - saved) x 70 + 1000 <= 72 t x 70.
    const at = 1 - (72 * 70 - 1000) / (80 * 70);
    expect(answer?.at).toBeCloseTo(at, 6);
    expect(answer?.set).toEqual([]);
    const saved = (share: number): Readonly<Record<string, string>> => ({
      'plan.yaml': PAID['plan.yaml']?.replace('2025: 25 %', `2025: ${share}`) ?? '',
    });
    const [there, less] = [await costs([], saved(answer?.at ?? 0)), await costs([], saved(at * 0.999999))];
    expect(there({ scenario: 'Low' }, 'Plan')).toBeLessThanOrEqual(there({ scenario: 'Low' }, 'Idle'));
    expect(less({ scenario: 'Low' }, 'Plan')).toBeGreaterThan(less({ scenario: 'Low' }, 'Idle'));
  });

  it('is asked of every other strategy where only the second is named, and of no strategy against itself', async () => {
    const { answers } = await solved({ goal: 'cost[2025] <= cost[2025] of idle', by: 'price' });
    expect(answers.map(({ strategy }) => strategy)).toEqual(['Plan', 'Plan']);
  });

  it('holds in the share of the draws in which the first costs no more: the same draws for both', async () => {
    const { answers } = await solved({ goal: PLAN_IS_CHEAPER, by: 'price', scenario: 'Low' });
    const [answer] = answers;
    // Rods are 20 to 40 t alike, 30 in the central case, and Idle saves 0 to 20 %, Plan 25 %: 2 t (rods + 10) (0.25 - saved) x price >= 1000.
    const share = (price: number): number => {
      let met = 0;
      for (let rods = 0; rods < 500; rods++)
        for (let saved = 0; saved < 500; saved++) {
          const made = 2 * (20 + (rods + 0.5) / 25 + 10);
          if (made * (0.25 - (0.2 * (saved + 0.5)) / 500) * price >= 1000) met++;
        }
      return met / 250_000;
    };
    const { chanceNow, chance } = answer ?? {};
    expect(Math.abs((chanceNow?.chance ?? 0) - share(70))).toBeLessThan(4 * (chanceNow?.error ?? 0));
    expect(Math.abs((chance?.chance ?? 0) - share(1000 / 12))).toBeLessThan(4 * (chance?.error ?? 0));
  });

  it('may hold two quantities of one strategy against each other', async () => {
    const { answers } = await answered({
      goal: 'emissions[rods, 2025] <= sum(emissions[2024], product)',
      by: 'saved',
    });
    // 60 t (1 - saved) <= 80 t x 0.9 in Idle: always; the two rest on the same lever from 2024 on.
    expect(answers.find(({ strategy }) => strategy === 'Idle')).toMatchObject({
      outcome: 'met',
      against: 72,
    });
  });

  it('is said as such, in both languages', async () => {
    const solution = await solved({ goal: PLAN_IS_CHEAPER, by: 'price' });
    const en = solveText(solution, 'en');
    expect(en.title).toBe('Cost of carbon with Plan ≤ the level of Idle in 2025, by Carbon price');
    expect(en.scenarios[0]?.sentences[0]).toMatch(
      /^Plan meets the level of Idle in 2025 if Carbon price reaches 83\.34 yuan \(2023\) per t CO₂e; as it stands it has 70 yuan \(2023\) per t CO₂e, which gives 5,200 against 5,040 yuan \(2023\); it holds in \d\d % of the draws\.$/,
    );
    const zh = solveText(solution, 'zh');
    expect(zh.title).toBe('2025 年计划碳成本 ≤ 不行动的水平，通过碳价');
    expect(zh.scenarios[0]?.sentences[0]).toMatch(
      /^计划：若碳价达到 83\.34 元（2023年价）\/吨 CO₂e，则2025 年达到不行动的水平；/,
    );
    const alone = await solved({ goal: PLAN_IS_CHEAPER, by: 'saved', scenario: 'low' });
    expect(solveText(alone).notes[0]).toContain('in the strategy that the goal is about alone');
  });

  it('breaks where the draws of both say so', async () => {
    const { value } = await stress(paid, [], { goal: PLAN_IS_CHEAPER, scenario: 'Low' }, means);
    const [found] = value?.cases ?? [];
    expect(found).toMatchObject({ strategy: 'Plan', central: 5200 - 5040, centralMeets: false });
    // What Idle saves is drawn in Idle alone.
    const names = found?.box?.limits.map(({ quantity, strategyTitle }) => [quantity, strategyTitle?.en]);
    expect(names).toContainEqual(['saved', 'Idle']);
    if (value === undefined) throw new Error('no answer');
    expect(stressText(value).scenarios[0]?.sentences[0]).toContain('Saved of Idle');
    expect(stressText(value, 'zh').scenarios[0]?.sentences[0]).toContain('不行动减排比例');
  });
});

describe('a goal that takes numbers together', () => {
  it.each([
    // 2023 to 2026: 40 t each for rods and plates, 2 t of CO2e a tonne, 10 % saved; prices 50, 60, 70, 80.
    ['sum(emissions[2025], product) <= 60 tCO2e', 72, 0.25],
    ['max(emissions[2025], product) <= 45 tCO2e', 54, 0.25],
    ['min(emissions[2025], product) <= 15 tCO2e', 18, 0.25],
    ['sum(emissions[rods], year) <= 216 tCO2e', 54 * 4, undefined],
    ['max(cost, year) <= 5760 CNY_2023', 72 * 80, undefined],
    ['sum(emissions, product, year) <= 288 tCO2e', 72 * 4, undefined],
  ])('%s', async (goal, value, at) => {
    const { answers } = await answered({ goal, by: 'saved', strategy: 'Idle', scenario: 'Low' });
    expect(answers[0]?.value).toBeCloseTo(value, 9);
    if (at !== undefined) expect(answers[0]?.at).toBeCloseTo(at, 9);
  });

  it('is drawn as it is computed', async () => {
    const goal = 'min(emissions[2025], product) >= 18 tCO2e';
    const { answers } = await answered({ goal, by: 'saved', strategy: 'Idle', scenario: 'Low' });
    // Plates are always the fewest, and Idle saves no more than 10 % in half of the draws.
    expect(Math.abs((answers[0]?.chanceNow?.chance ?? 0) - 0.5)).toBeLessThan(0.04);
  });

  it('is named by what it takes together', async () => {
    const title = async (goal: string): Promise<readonly string[]> => {
      const solution = await answered({ goal, by: 'saved', strategy: 'Idle', scenario: 'Low' });
      return (['en', 'zh'] as const).map((language) => solveText(solution, language).title);
    };
    expect(await title('sum(emissions[2025], product) <= 60 tCO2e')).toEqual([
      'Emissions (sum) ≤ 60 t CO₂e in 2025, by Saved',
      '2025 年排放（合计） ≤ 60 吨 CO₂e，通过减排比例',
    ]);
    expect(await title('max(cost, year) <= 5760 CNY_2023')).toEqual([
      'Cost of carbon (highest year) ≤ 5,760 yuan (2023), by Saved',
      '碳成本（最高年份） ≤ 5,760 元（2023年价），通过减排比例',
    ]);
  });
});

describe('a goal of two sides or several numbers that is at fault', () => {
  it.each([
    [
      'sum(emissions[2025], site) <= 5 tCO2e',
      ['goal/fold', 'goal/element'],
      'is by product and year, not by site',
    ],
    ['sum(emissions, year) <= 5 tCO2e', ['goal/element'], 'has a number for each product'],
    ['sum(emissions[rods, 2025], product) <= 5 tCO2e', ['goal/fold'], 'nothing to take together'],
    ['sum(cost[2025], year) <= 5 CNY_2023', ['goal/year'], 'takes all years, or one of them'],
    ['sum(value, year) <= 5 CNY_2023', ['goal/fold'], 'is by nothing, not by year'],
    ['cost[2025] of Plans <= 5 CNY_2023', ['goal/strategy'], 'there is no strategy Plans'],
    ['cost[2025] <= costs[2025] of Idle', ['name/unknown'], 'no quantity named costs'],
    ['cost[2025] <= emissions[rods, 2025]', ['unit/mismatch'], 'cannot be compared'],
    ['cost[2025] <= cost of Idle', ['goal/year'], 'has a number for each year'],
  ])('%s', async (goal, codes, message) => {
    const { value, diagnostics } = await ask({ goal, by: 'saved' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(diagnostics.map((one) => one.message).join('\n')).toContain(message);
    for (const { labels } of diagnostics) {
      const [label] = labels;
      expect(label?.span.file).toBe('--goal');
      expect(goal.slice(label?.span.from, label?.span.to)).not.toBe('');
    }
  });

  it('names another strategy than --strategy does', async () => {
    const { diagnostics } = await ask({ goal: PLAN_IS_CHEAPER, by: 'price', strategy: 'Idle' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['goal/strategy']);
  });
});
