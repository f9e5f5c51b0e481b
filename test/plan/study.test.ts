// The cheapest plan of a small study, held against every plan that there is, each computed by a run of its own with --set.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Solve } from '../../src/analyse/index.ts';
import { textsOf } from '../../src/checking.ts';
import { loadSolver } from '../../src/cli/solver.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { run } from '../../src/pipeline.ts';
import { plan } from '../../src/questions.ts';
import { tellPlans } from '../../src/render/index.ts';
import { MEASURES, sources, YEARS } from './works.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

type Starts = readonly (number | undefined)[];
type Loaded = ReturnType<typeof sources>;

function found(loaded: Loaded, budget?: string, most?: number) {
  const { value, diagnostics } = plan(loaded, [], { budget, solve, most });
  if (value === undefined) throw new Error(printDiagnostics(diagnostics, textsOf(loaded, []), plain));
  return value.scenarios;
}

/** What a run says of measures that run in full from their starts on. */
function outcome(loaded: Loaded, starts: Starts, share: readonly number[] = [1, 1, 1]) {
  const set = starts.flatMap((start, index) =>
    start === undefined
      ? []
      : [2027, 2028, 2029, 2030, 2031, 2032]
          .filter((year) => year >= start)
          .map((year) => `done[${MEASURES[index]}, ${year}]=${share[index]}`),
  );
  const { value, diagnostics } = run(loaded, set);
  if (value === undefined) throw new Error(printDiagnostics(diagnostics, textsOf(loaded, set), plain));
  return ['Dear', 'Cheap'].map((name) => {
    const pathOf = (quantity: string): readonly number[] =>
      value.series.find((one) => one.quantity === quantity && one.scenario === name)?.values ?? [];
    return {
      cost: pathOf('present_cost')[0] ?? Number.NaN,
      emissions: pathOf('emissions')[5] ?? Number.NaN,
      spent: pathOf('spent'),
    };
  });
}

const everyPlan: readonly Starts[] = [undefined, ...YEARS].flatMap((roof) =>
  [undefined, ...YEARS].flatMap((pump) => [undefined, ...YEARS].map((heat): Starts => [roof, pump, heat])),
);

describe('a plan of whole measures that do not act on each other', () => {
  it('costs what the best of all 125 plans costs when each is run on its own, within the budget', () => {
    const loaded = sources({});
    const all = everyPlan.map((starts) => outcome(loaded, starts));
    const plans = found(loaded, undefined, 0);
    const [costs, tried] = [plans, found(loaded)].map((all) => all.map(({ cost }) => cost.together));
    expect(tried).toEqual(costs);
    expect(found(loaded).map((one) => [one.proof, one.tried])).toEqual([
      ['all', 125],
      ['all', 125],
    ]);
    expect(plans.map(({ met, proof }) => [met, proof])).toEqual([
      [true, 'least'],
      [true, 'least'],
    ]);
    plans.forEach(({ cost, measures }, place) => {
      const best = all
        .map((outcomes) => outcomes[place])
        .filter((one) => one !== undefined && one.emissions <= 20 && Math.max(...one.spent) <= 25)
        .reduce((least, one) => Math.min(least, one?.cost ?? Number.NaN), Number.POSITIVE_INFINITY);
      expect(cost.together).toBeCloseTo(best, 9);
      const own = outcome(
        loaded,
        measures.map(({ start }) => start),
      )[place];
      expect(own?.cost).toBeCloseTo(cost.together, 9);
      expect(cost.added).toBeCloseTo(cost.together, 9);
    });
    // A dear tonne is spared as soon as the budget lets it, a cheap one as late as the target does.
    const startsOf = (place: number) => plans[place]?.measures.map(({ start }) => start);
    expect(startsOf(0)).not.toEqual(startsOf(1));
  }, 30_000);
});

describe('a plan of parts', () => {
  it('meets the target to the tonne where a tonne is cheap, and its price is what a tonne more would cost', () => {
    const cost = (goal: string): number =>
      found(sources({ extent: 'part', goal })).find(({ scenario: name }) => name === 'Cheap')?.cost
        .together ?? Number.NaN;
    const [, cheap] = found(sources({ extent: 'part', goal: '21 t' }));
    const clean = cheap?.requirements.find(({ name }) => name === 'clean');
    expect(clean?.together).toBeCloseTo(21, 6);
    expect(clean?.price).toBeCloseTo((cost('20.99 t') - cost('21 t')) / 0.01, 4);
    const shares = cheap?.measures.map(({ share }) => share) ?? [];
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    const run = outcome(sources({}), cheap?.measures.map(({ start }) => start) ?? [], shares)[1];
    expect(run?.cost).toBeCloseTo(cheap?.cost.together ?? Number.NaN, 6);
  });
});

describe('measures that act on each other', () => {
  it.each(['whole', 'part'] as const)('meet the target together, as a run says (%s)', (extent) => {
    const loaded = sources({ acting: true, extent, goal: '24 t' });
    const plans = found(loaded);
    plans.forEach(({ met, proof, measures, requirements, cost }, place) => {
      const own = outcome(
        loaded,
        measures.map(({ start }) => start),
        measures.map(({ share }) => share),
      )[place];
      expect([met, proof]).toEqual([true, extent === 'whole' ? 'all' : 'found']);
      expect(own?.emissions).toBeLessThanOrEqual(24 * (1 + 1e-6));
      const clean = requirements.find(({ name }) => name === 'clean');
      expect(clean?.together).toBeCloseTo(own?.emissions ?? Number.NaN, 9);
      expect(cost.together).toBeCloseTo(own?.cost ?? Number.NaN, 9);
      // One by one they seem to spare more than they do together.
      expect(clean?.added).toBeLessThan((clean?.together ?? 0) - 0.1);
    });
  });
});

describe('a target that no plan meets', () => {
  it('is told with its gap and with the budget that stands in the way', () => {
    // Without 24 million in one year heat never comes: 40 - 6 - 9 = 25.
    const loaded = sources({ budget: '16 MCNY_2023' });
    for (const { met, requirements, binding, measures } of found(loaded)) {
      const clean = requirements.find(({ name }) => name === 'clean');
      expect([met, clean?.met, clean?.together]).toEqual([false, false, 25]);
      expect(binding.map(({ name, gap, gapWithout }) => [name, gap.toFixed(6), gapWithout])).toEqual([
        ['budget', '0.250000', 0],
      ]);
      expect(measures.map(({ start }) => start !== undefined)).toEqual([true, true, false]);
    }
    expect(found(loaded, '25 MCNY_2023').every(({ met }) => met)).toBe(true);
  });

  it('is told to lie beyond all measures where no budget would help', () => {
    const [dear] = found(sources({ goal: '10 t' }), '1000 MCNY_2023');
    expect([dear?.met, dear?.binding]).toEqual([false, []]);
    expect(dear?.measures.every(({ share }) => share === 1)).toBe(true);
  });
});

describe('what is printed', () => {
  it.each([
    ['en', 'No plan meets all', 'What stands in the way: Spending'],
    ['zh', '不存在全部达标的方案', '约束来自：支出'],
  ] as const)('says in %s that and why a target is missed, and every start', (language, missed, why) => {
    const loaded = sources({ budget: '16 MCNY_2023' });
    const { value } = plan(loaded, [], { budget: undefined, solve });
    const [dear] = value === undefined ? [] : tellPlans(value, language);
    expect(dear?.sentences.join('\n')).toContain(missed);
    expect(dear?.sentences.join('\n')).toContain(why);
    const [measures, kept] = dear?.tables ?? [];
    expect(measures?.rows.map(([name]) => name)).toContain('heat');
    expect(dear?.sentences.join('\n')).toMatch(
      language === 'en' ? /All 125 plans .* none misses by less/ : /全部 125 种方案/,
    );
    expect(kept?.rows[0]?.[4]).toContain('✗');
  });

  it('sets all scenarios side by side, and names what every plan has', () => {
    const { value } = plan(sources({}), [], { budget: undefined, solve });
    const told = value === undefined ? [] : tellPlans(value, 'en');
    expect(told.map(({ title }) => title)).toEqual(['Dear', 'Cheap', 'All scenarios side by side']);
    const starts = value?.scenarios.map(({ measures }) => measures.map(({ start }) => start));
    const [table] = told.at(-1)?.tables ?? [];
    expect(table?.rows.slice(0, 3)).toEqual(
      MEASURES.map((name, index) => {
        const own = starts?.map((one) => one[index]) ?? [];
        return [
          name,
          ...own.map((start) => (start === undefined ? 'left' : String(start))),
          own.includes(undefined) ? '' : '✓',
        ];
      }),
    );
    const always = MEASURES.filter((_, index) => starts?.every((one) => one[index] !== undefined));
    expect(always.length).toBeGreaterThan(0);
    expect(told.at(-1)?.sentences[0]).toBe(`In the plan of every scenario: ${always.join(' and ')}.`);
    const zh = value === undefined ? [] : tellPlans(value, 'zh');
    expect(zh.at(-1)?.sentences[0]).toBe(`各情景方案均包含：${always.join('和')}。`);
  });

  it('is nothing but an error where the budget is no money, or where the study has no plan file', () => {
    const loaded = sources({});
    const codes = (budget: string): readonly string[] =>
      plan(loaded, [], { budget, solve }).diagnostics.map(({ code }) => code);
    expect(codes('20 t')).toEqual(['value/unit']);
    expect(codes('much')).toEqual(['value/amount']);
    const study = [...loaded.files.values()].find(({ path }) => path === 'study.yaml');
    const without = new Map([...loaded.files].filter(([path]) => path !== 'plan.yaml'));
    if (study !== undefined)
      without.set('study.yaml', { ...study, text: study.text.replace('plan: plan.yaml', '') });
    const told = plan({ ...loaded, files: without }, [], { budget: undefined, solve });
    expect(told.diagnostics.map(({ code }) => code)).toEqual(['plan/missing']);
  });
});
