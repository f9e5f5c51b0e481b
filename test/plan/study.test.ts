// The cheapest plan of a small study, held against every plan that there is, each computed by a run of its own with --set.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Solve } from '../../src/analyse/index.ts';
import { loadSolver } from '../../src/cli/solver.ts';
import { plain, printDiagnostics } from '../../src/diagnostics/index.ts';
import { run, textsOf } from '../../src/pipeline.ts';
import { plan } from '../../src/questions.ts';
import { tellPlans } from '../../src/render/index.ts';
import { sourcesOf } from '../kit/memory.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const YEARS = [2027, 2028, 2029, 2030];
const MEASURES = ['roof', 'pump', 'heat'] as const;

interface Change {
  /** Measures act on each other: what one spares, another cannot. */
  readonly acting?: boolean;
  readonly extent?: 'whole' | 'part';
  readonly goal?: string;
  readonly budget?: string;
}

const measure = (name: string, extent: string): string => `
  ${name}:
    title: { en: ${name}, zh: ${name} }
    extent: ${extent}
    values: { done: { each: { ${name}: 100 % } } }`;

const scenario = (name: string, price: string): string => `
scenario: ${name}
title: { en: ${name}, zh: ${name} }
narrative: One of two worlds
kind: transition
because: A test needs two
assumed: made up for tests
confidence: low
values: { carbon_price: ${price}, outlay_index: { path: { 2025: 1, 2030: 0.7 }, after: hold } }
`;

function sources({ acting = false, extent = 'whole', goal = '20 t', budget = '25 MCNY_2023' }: Change) {
  const files = {
    'model.yaml': `
model: works
about: A works, what it emits and what it spends to emit less
inputs:
  emitted: { about: Emissions without measures, unit: t, over: base, set_by: company }
  done: { about: Share of a measure that runs, unit: 1, by: measure, set_by: strategy, within: [0, 1] }
  spares: { about: What the measure spares, unit: t, by: measure, over: base, set_by: company }
  outlay: { about: What it costs, unit: MCNY_2023, by: measure, over: base, set_by: company }
  outlay_index: { about: Outlay against that of the base year, unit: 1, set_by: scenario }
  carbon_price: { about: Price of a tonne, unit: MCNY_2023/t, set_by: scenario }
  discount_rate: { about: Discount rate, unit: 1, over: base, set_by: company }
formulas:
  emissions: { about: Emissions, title: { en: Emissions, zh: 排放 }, unit: t, is: "${
    acting
      ? 'emitted * (1 - done[roof] * spares[roof] / emitted) * (1 - done[pump] * spares[pump] / emitted) * (1 - done[heat] * spares[heat] / emitted)'
      : 'emitted - sum(done * spares, measure)'
  }" }
  spared: { about: Emissions spared, title: { en: Spared, zh: 减排 }, unit: t, is: emitted - emissions }
  spent_on:
    about: Outlay of the year
    unit: MCNY_2023
    by: measure
    is: max(0, done - done[year - 1]) * outlay * each(outlay_index, measure)
    first: each(0, measure)
  spent: { about: Outlay of the year, title: { en: Spending, zh: 支出 }, unit: MCNY_2023, is: "sum(spent_on, measure)" }
  discount_factor: { about: Worth of a yuan, unit: 1, is: "discount_factor[year - 1] / (1 + discount_rate)", first: "1" }
  discounted: { about: Worth of the cost, unit: MCNY_2023, is: "(spent + emissions * carbon_price) * discount_factor" }
  present_cost: { about: Present cost, title: { en: Present cost, zh: 成本现值 }, unit: MCNY_2023, over: base, is: "sum(discounted, year)" }
`,
    'company.yaml': `
company: Acme
about: A works
base_year: 2025
models: [model.yaml]
assumed: made up for tests
confidence: low
sets: { measure: { about: Measures, elements: { roof: , pump: , heat: } } }
values:
  emitted: 40 t
  spares: { each: { roof: 6 t, pump: 9 t, heat: 14 t } }
  outlay: { each: { roof: 9 MCNY_2023, pump: 16 MCNY_2023, heat: 24 MCNY_2023 } }
  discount_rate: 6 %
targets:
  clean: { title: { en: Clean by 2030, zh: 2030年达标 }, quantity: emissions, year: 2030, at_most: ${goal} }
`,
    'dear.yaml': scenario('Dear', '0.4 MCNY_2023/t'),
    'cheap.yaml': scenario('Cheap', '0.05 MCNY_2023/t'),
    'nothing.yaml': `
strategy: Nothing
title: { en: Nothing, zh: 不作为 }
about: Nothing is done
assumed: made up for tests
confidence: low
values: { done: { each: { all: 0 % } } }
`,
    'money.yaml': 'money: None\ndeflators: []\nrates: []\n',
    'plan.yaml': `
plan: Clean
from: Nothing
cost: present_cost
abated: spared
starts: 2027 to 2030
targets: clean
budget: { of: spent, at_most: ${budget} }
assumed: made up for tests
confidence: low
measures:${MEASURES.map((name) => measure(name, extent)).join('')}
`,
    'study.yaml': `
study: Plans
as_of: 2026-11-22
company: company.yaml
scenarios: [dear.yaml, cheap.yaml]
strategies: [nothing.yaml]
years: 2025 to 2032
horizons: { short: 2027, medium: 2030, long: 2032 }
money: { report_in: CNY_2023, table: money.yaml }
headlines: [present_cost]
plan: plan.yaml
`,
  };
  return sourcesOf(new Map(Object.entries(files)), 'study.yaml');
}

type Starts = readonly (number | undefined)[];
type Loaded = ReturnType<typeof sources>;

function found(loaded: Loaded, budget?: string) {
  const { value, diagnostics } = plan(loaded, [], { budget, solve });
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
    const plans = found(loaded);
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
      expect([met, proof]).toEqual([true, 'found']);
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
    expect(kept?.rows[0]?.[4]).toContain('✗');
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
