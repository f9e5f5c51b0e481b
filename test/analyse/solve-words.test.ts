// What solve says: sentences that a committee reads, and faults of a question with the place in its own text.

import { describe, expect, it } from 'vitest';
import type { SolveQuestion } from '../../src/questions.ts';
import { solveText } from '../../src/render/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { WORKS } from '../kit/uncertain.ts';

import { answered, ask } from './solve-works.ts';

describe('a sentence for a committee', () => {
  it('says what must be, what is, and how sure it is', async () => {
    const solution = await answered({ goal: 'cost[2025] <= 6000 CNY_2023', by: 'price' });
    const { scenarios, title } = solveText(solution, 'en');
    expect(title).toBe('Cost of carbon ≤ 6,000 yuan (2023) in 2025, by Carbon price');
    expect(scenarios.map(({ heading }) => heading)).toEqual(['Low', 'High']);
    expect(scenarios[1]?.sentences[1]).toMatch(
      /^Plan meets 6,000 yuan \(2023\) in 2025 if Carbon price falls to 100 yuan \(2023\) per t CO₂e; as it stands it has 150 yuan \(2023\) per t CO₂e, which gives 9,000; it holds in \d\d % of the draws\.$/,
    );
    expect(solveText(solution, 'zh').scenarios[1]?.sentences[1]).toMatch(
      /^计划：若碳价降至 100 元（2023年价）\/吨 CO₂e，则2025 年达到 6,000 元/,
    );
  });

  it('rounds to the side that meets the goal', async () => {
    const solution = await answered({
      goal: 'cost[2025] <= 6000.1 CNY_2023',
      by: 'price',
      strategy: 'Idle',
      scenario: 'High',
    });
    // 83.3347...
    expect(solveText(solution).scenarios[0]?.sentences[0]).toContain('falls to 83.33 yuan');
    const other = await answered({
      goal: 'cost[2025] >= 5000.1 CNY_2023',
      by: 'saved',
      strategy: 'Plan',
      scenario: 'Low',
    });
    // At most 1 - 5000.1 / 5600 = 10.7125 %.
    expect(solveText(other).scenarios[0]?.sentences[0]).toContain('falls to 10.71 %');
  });
});

describe('a question that cannot be answered', () => {
  it.each<[SolveQuestion, readonly string[]]>([
    [{ goal: 'cost[2025] = 5', by: 'price' }, ['goal/form']],
    [{ goal: 'cots[2025] <= 5 CNY_2023', by: 'prices' }, ['name/unknown', 'name/unknown']],
    [{ goal: 'cost <= 5 CNY_2023', by: 'price, saved' }, ['goal/year', 'goal/form']],
    [{ goal: 'cost[2025, 2026] <= 5 t', by: 'price[2030]' }, ['goal/year', 'value/unit', 'value/year']],
    [{ goal: 'value[2025] <= five', by: 'cost' }, ['goal/year', 'value/amount', 'layer/formula']],
    [{ goal: 'emissions[2025] <= 5 tCO2e', by: 'tonnes[nails]' }, ['goal/element', 'set/element']],
    [
      { goal: 'emissions[rods, plates, 2025] <= 5 tCO2e', by: 'saved', from: '50 %', to: '20 %' },
      ['override/element', 'value/range'],
    ],
    [{ goal: 'cost[2025] <= 0', by: 'saved', from: '-1', to: '2 t' }, ['value/bounds', 'value/unit']],
    [{ goal: 'idle <= 1 tCO2e/t', by: 'price' }, ['goal/apart']],
    [{ goal: 'idle <= 1 tCO2e/t', by: 'factor' }, ['goal/range']],
    [
      { goal: 'cost[2025] <= 0', by: 'price', scenario: 'Middle', strategy: 'Plans' },
      ['goal/scenario', 'goal/strategy'],
    ],
  ])('%j', async (question, codes) => {
    const { value, diagnostics } = await ask(question);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    for (const { labels } of diagnostics) expect(labels[0]?.span.file).toMatch(/^--/);
  });

  it('is not in the way of inputs that are uncertain in every way', async () => {
    const { value, diagnostics } = await ask(
      { goal: 'cost[2028] <= 10 MCNY_2023', by: 'carbon_price' },
      [],
      sourcesOf(new Map(Object.entries(WORKS)), 'study.yaml'),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.answers).toHaveLength(2);
  });
});
