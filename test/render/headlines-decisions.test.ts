// Headlines of the kinds that decide: abatement curve, tornado, drivers, regret, difference, fan.
import { describe, expect, test } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { findRegrets } from '../../src/analyse/regret.ts';
import { kinds } from '../../src/render/index.ts';
import { CURVE, chart, findings, SCENARIOS, STRATEGIES } from './fixture.ts';

import { headline, withValues } from './headline.ts';

describe('abatement_curve', () => {
  const costs = (value: (item: string) => number) =>
    withValues('measure_cost_per_tonne', ({ item }) => value(item));
  const tonnes = (value: (item: string) => number): Findings =>
    withValues('measure_avoided', ({ item }) => value(item));

  test('says how much is avoided and how much of it costs less than the price', () => {
    // Furnaces and solar save money, waste heat at 55.8 and all else cost more than 51 or 10: 17.7 of 45.72 are 38.7 %, cut to 38.
    expect(headline(CURVE)).toBe(
      'Avoided in 2030: 36.9 kt CO₂e; 38 % of it costs less than the China carbon price',
    );
    expect(headline(CURVE, findings, 'zh')).toBe('2030 年减排 3.69 万吨 CO₂e；其中 38% 的成本低于中国碳价');
  });
  test('says that all of it saves money', () => {
    expect(
      headline(
        CURVE,
        costs(() => -1),
      ),
    ).toBe('Avoided in 2030: 36.9 kt CO₂e; all of it saves money');
  });
  test('says that all of it costs less', () => {
    expect(
      headline(
        CURVE,
        costs(() => 1),
      ),
    ).toBe('Avoided in 2030: 36.9 kt CO₂e; all of it costs less than the China carbon price');
  });
  test('never rounds up to all: 99.95 % is 99 %', () => {
    const dearest = costs((item) => (item === 'lamps' ? 1e6 : 1));
    expect(headline(CURVE, dearest)).toContain('99 % of it costs less');
  });
  test('without a price, how much saves money, as a range over the cases', () => {
    const alone = { ...CURVE, quantities: ['measure_cost_per_tonne'] };
    expect(headline(alone)).toBe('Avoided in 2030: 36.9 kt CO₂e; 38 % of it saves money');
  });
  test('says that nothing is avoided', () => {
    expect(
      headline(
        CURVE,
        tonnes(() => 0),
      ),
    ).toBe('Nothing is avoided in 2030');
    expect(
      headline(
        CURVE,
        tonnes(() => -5),
      ),
    ).toBe('Nothing is avoided in 2030');
  });
  test('cuts a dear measure of a few tonnes off, keeps its number, and says so', () => {
    const dear = costs((item) => (item === 'lamps' ? 40_000 : 10));
    const picture = kinds.abatement_curve?.build(CURVE, dear, 'en');
    expect(picture?.notes).toContain(
      'Beyond the axis, cut off with the value written: Lamps and China carbon price.',
    );
    const spec = JSON.stringify(picture?.draw({ width: 1184, height: 500 }).spec);
    expect(spec).toContain('"height":40000,');
    const axes = [...spec.matchAll(/"domain":\[(-?\d+),(\d+)\],"nice":false\},"axis":\{"values"/g)];
    expect(axes.map(([, low, high]) => [low, high])).toEqual(axes.map(() => ['0', '10']));
    expect(spec.match(/"text":"40,000"/g)).toHaveLength(6);
  });
  test('names below the picture what avoids nothing', () => {
    const notes = kinds.abatement_curve?.build(CURVE, findings, 'en').notes;
    expect(notes).toContain('Avoid nothing in 2030: Low-nitrogen burners.');
  });
});

describe('tornado', () => {
  const request = chart('tornado', ['transition_cost']);
  test('names the input that moves it most, from the low to the high end', () => {
    expect(headline(request)).toBe(
      'Transition cost in 2030 moves most with EU carbon price: 260 to 720 million yuan',
    );
    expect(headline(request, findings, 'zh')).toContain('对“欧盟碳价”最敏感：2.60 至 7.20');
  });
  test('says so where nothing moves it', () => {
    expect(headline(request, { ...findings, sensitivities: [] })).toBe(
      'Nothing moves Transition cost in 2030',
    );
  });
});

describe('drivers', () => {
  const request = chart('drivers', ['transition_cost']);
  test('names the input that brings most, what moves with it, and what is assumed', () => {
    expect(headline(request)).toBe(
      '62 % of the spread of Transition cost in 2030 comes from EU carbon price and what moves with it; 71 % rests on assumed inputs',
    );
  });
  test('tells no share above 100 %, which sampling alone can bring', () => {
    const { uncertainty } = findings;
    if (uncertainty === undefined) throw new Error('no draws');
    const drivers = uncertainty.drivers.map((each) => ({
      ...each,
      drivers: each.drivers.map((one, at) => (at === 0 ? { ...one, total: 1.03 } : one)),
      assumed: { ...each.assumed, total: 1.04 },
    }));
    expect(headline(request, { ...findings, uncertainty: { ...uncertainty, drivers } })).toBe(
      '100 % of the spread of Transition cost in 2030 comes from EU carbon price and what moves with it; 100 % rests on assumed inputs',
    );
  });
  test('says so where nothing spreads', () => {
    const { uncertainty: _, ...without } = findings;
    expect(headline(request, without)).toBe('Nothing spreads Transition cost');
  });
});

describe('regret', () => {
  const request = chart('regret', ['transition_cost'], { name: 'regret' });
  /** The cost of each strategy in each scenario, both in the order of the fixture. */
  const costing = (costs: readonly (readonly number[])[], asked = request): Findings => {
    const own = withValues('transition_cost', ({ scenario, strategy }) => {
      const row = STRATEGIES.findIndex(({ name }) => name === strategy);
      return costs[row]?.[SCENARIOS.findIndex(({ name }) => name === scenario)] ?? 0;
    });
    return { ...own, regrets: findRegrets(own, [asked]) };
  };
  test('the strategy whose largest regret is smallest, where it is, and the next one', () => {
    const found = costing([
      [900, 500, 100],
      [600, 500, 140],
    ]);
    expect(headline(request, found)).toBe(
      'Committed plan regrets least: at most 40 million yuan, in Current Policies; No action up to 300 million yuan',
    );
    expect(headline(request, found, 'zh')).toBe(
      '承诺计划的最大后悔值最小：0.40 亿元（现行政策）；不行动最高 3.00 亿元',
    );
  });
  test('one that is cheapest everywhere, and strategies that cost alike', () => {
    const cheapest = costing([
      [2, 2, 2],
      [1, 1, 1],
    ]);
    expect(headline(request, cheapest)).toBe(
      'Committed plan costs least in every scenario; No action up to 1.00 million yuan',
    );
    const alike = costing([
      [2, 3, 4],
      [2, 3, 4],
    ]);
    expect(headline(request, alike)).toBe('All strategies regret alike');
  });
});

describe('difference', () => {
  test('both ends with their cases, against the first strategy', () => {
    const request = chart('difference', ['transition_cost'], { years: [2030] });
    const found = withValues('transition_cost', ({ scenario, strategy }) =>
      strategy === 'No action' ? 500 : scenario === 'Net Zero 2050' ? 300 : 540,
    );
    expect(headline(request, found)).toBe(
      'Transition cost against No action: −200 (Committed plan, Net Zero 2050) to +40 (Committed plan, Delayed transition) million yuan',
    );
  });
});

describe('fan', () => {
  test('what strategies do not touch is drawn once and said to be so', () => {
    const request = chart('fan', ['eu_price'], { name: 'fan-alike' });
    const picture = kinds.fan?.build(request, findings, 'en');
    expect(picture?.subtitle).toContain('the same for every strategy');
  });
});
