// Headlines are computed: the rule of each chart kind in each of its branches; those of costs, drivers and regret stand beside.
import { describe, expect, test } from 'vitest';
import type { Findings } from '../../src/analyse/index.ts';
import { chart, findings } from './fixture.ts';

import { headline, withValues } from './headline.ts';

describe('target', () => {
  const request = chart('target', ['green_power_share']);
  test('one strategy reaches it and one never does', () => {
    expect(headline(request)).toBe('Committed plan reaches 50 % in 2026; No action never does');
    expect(headline(request, findings, 'zh')).toBe('承诺计划于 2026 年达到 50%；不行动始终未做到');
  });
  test('nobody reaches it: the nearest is named with its gap', () => {
    const none = withValues('green_power_share', (series) => (series.strategy === 'No action' ? 0.1 : 0.38));
    expect(headline(request, none)).toBe(
      'No strategy reaches 50 % by 2026; the nearest, Committed plan, is 12 points short',
    );
  });
  test('a miss that rounding would hide keeps its gap', () => {
    const almost = withValues('green_power_share', () => 0.49999);
    expect(headline(request, almost)).toContain('is 0.001 points short');
  });
  test('everybody reaches it', () => {
    expect(
      headline(
        request,
        withValues('green_power_share', () => 0.6),
      ),
    ).toBe('Every strategy reaches 50 % by 2026');
  });
  test('one reaches it late', () => {
    const late = withValues('green_power_share', (series, year) =>
      series.strategy === 'No action' ? (year >= 2034 ? 0.5 : 0.1) : 0.5,
    );
    expect(headline(request, late)).toBe('Committed plan reaches 50 % in 2023; No action only in 2034');
  });
  test('scenarios disagree', () => {
    const mixed = withValues('green_power_share', (series) =>
      series.strategy === 'Committed plan' && series.scenario !== 'Current Policies' ? 0.5 : 0.1,
    );
    expect(headline(request, mixed)).toBe(
      'Committed plan reaches 50 % by 2026 in 2 of 3 scenarios; No action never does',
    );
  });
  test('one that meets it early and loses it again misses it', () => {
    const lapsed = withValues('green_power_share', (series, year) =>
      series.strategy === 'No action' ? (year === 2024 ? 0.5 : 0.1) : 0.5,
    );
    expect(headline(request, lapsed)).toBe(
      'Committed plan reaches 50 % in 2023; No action misses it in 2026',
    );
  });
  test('a single strategy that never does', () => {
    const only = { ...request, strategies: ['No action'] };
    expect(headline(only)).toBe('No action never reaches 50 %; the nearest is 40.5 points short');
  });
  test('no target at all', () => {
    expect(headline(request, { ...findings, targets: [] })).toBe('No target is set for this quantity');
  });
  test('a target that goes down, the past one left aside', () => {
    expect(headline(chart('target', ['ingot_footprint']))).toMatch(
      /^Committed plan gets down to 5\.5 kg CO₂e per kg in 2030/,
    );
  });
});

describe('paths', () => {
  const request = chart('paths', ['eu_price']);
  test('a range over scenarios in the medium year', () => {
    expect(headline(request)).toBe('EU carbon price in 2030: 77 to 162 EUR per t CO₂e');
  });
  test('equal in every scenario', () => {
    expect(
      headline(
        request,
        withValues('eu_price', () => 57),
      ),
    ).toBe('EU carbon price in 2030: 57 EUR per t CO₂e in every scenario');
  });
  test('one scenario is followed from its first year', () => {
    expect(headline({ ...request, scenarios: ['Net Zero 2050'] })).toBe(
      'EU carbon price in 2030: 162 EUR per t CO₂e, from 86 in 2023',
    );
    const flat = withValues('eu_price', () => 57);
    expect(headline({ ...request, scenarios: ['Net Zero 2050'] }, flat)).toBe(
      'EU carbon price in 2030: 57 EUR per t CO₂e, as in 2023',
    );
  });
});

describe('stacks', () => {
  const request = chart('stacks', ['scope1', 'scope2'], { title: { en: 'Own emissions', zh: '自身排放' } });
  const both = (scope1: number, scope2: number) => {
    const one = withValues('scope1', () => scope1);
    return {
      ...one,
      series: one.series.map((own) =>
        own.quantity === 'scope2' ? { ...own, values: own.years.map(() => scope2) } : own,
      ),
    };
  };
  test('the same in every case', () => {
    expect(headline(request, both(2e6, 1e6))).toBe(
      'Own emissions: 3.00 Mt CO₂e in 2050 in every case, from 3.00 in 2023; the largest part in every case is Scope 1',
    );
  });
  test('zero', () => {
    expect(headline(request, both(0, 0))).toBe('Own emissions: zero in 2050 in every case');
  });
  test('negative totals keep their sign', () => {
    const only = { ...request, scenarios: ['Net Zero 2050'], strategies: ['No action'] };
    expect(headline(only, both(1e6, -4e6))).toBe(
      'Own emissions: −3.00 Mt CO₂e in 2050, from −3.00 in 2023; the largest part is Scope 2',
    );
  });
});

describe('compare', () => {
  const request = chart('compare', ['product_footprint', 'product_direct'], {
    title: { en: 'Footprint and direct emissions', zh: '碳足迹与直接排放' },
    years: [2030],
  });
  test('the range of each quantity over elements and cases', () => {
    expect(headline(request)).toBe(
      'Footprint and direct emissions in 2030: Product footprint 7.50 to 9.90; Direct emissions of products 1.70 to 2.00 kg CO₂e per kg',
    );
  });
  test('one value for all', () => {
    const flat = withValues('product_footprint', () => 5);
    expect(headline({ ...request, quantities: ['product_footprint'] }, flat)).toBe(
      'Footprint and direct emissions in 2030: Product footprint 5.00 kg CO₂e per kg',
    );
  });
});

describe('calendar', () => {
  const request = chart('calendar', ['cbam_cash'], { years: [2025, 2026, 2027, 2028] });
  // Nine tenths of what 2027 cost: 2 + (162 x 0.21 - 2) / 8 = 6.0025.
  test('when the first money leaves, and where the most of it', () => {
    expect(headline(request)).toBe(
      'Cash for certificates: the first falls in Q1 2027; the largest up to 2028 is 5.40 million yuan in Q3 2028 (Net Zero 2050)',
    );
  });
  test('nothing at all', () => {
    expect(
      headline(
        request,
        withValues('cbam_cash', () => 0),
      ),
    ).toBe('Cash for certificates: nothing in any year');
  });
});

describe('items', () => {
  const request = chart('items', ['cbam_cost']);
  test('the largest case, year and part', () => {
    expect(headline(request)).toBe(
      'CBAM certificates in 2050: at most 84.2 million yuan (Net Zero 2050, No action); the largest part is Rods, 38.7',
    );
  });
  test('an earlier peak', () => {
    const peak = withValues('cbam_cost', (_, year) => (year === 2035 ? 10 : 1));
    expect(headline(request, peak)).toContain('peaks at 40.0 million yuan in 2035');
  });
  test('zero throughout', () => {
    expect(
      headline(
        request,
        withValues('cbam_cost', () => 0),
      ),
    ).toBe('CBAM certificates is zero in every case and year');
  });
  test('a ratio has no total', () => {
    const ratio = chart('items', ['product_footprint']);
    expect(headline(ratio)).toBe(
      'Product footprint: highest for Profiles, 9.1 kg CO₂e per kg in 2050 (Current Policies)',
    );
    expect(
      headline(
        ratio,
        withValues('product_footprint', () => 5),
      ),
    ).toBe('Product footprint: 5.00 kg CO₂e per kg in 2050 for every item');
  });
});

describe('waterfall', () => {
  const request = chart('waterfall', ['transition_cost'], {
    scenarios: ['Net Zero 2050'],
    strategies: ['No action'],
    years: [2035],
  });
  test('the total equals the sum of the series', () => {
    const total = findings.series.find(
      (one) =>
        one.quantity === 'transition_cost' &&
        one.scenario === 'Net Zero 2050' &&
        one.strategy === 'No action',
    );
    const value = total?.values[2035 - 2023] ?? 0;
    expect(headline(request)).toContain(`2035: ${Math.round(value)} million yuan`);
  });
  test('nothing adds to it', () => {
    const zero = {
      ...findings,
      series: findings.series.map((one) => ({ ...one, values: one.values.map(() => 0) })),
    };
    expect(headline(request, zero)).toBe('Transition cost in 2035: zero, nothing adds to it');
  });
  test('a negative total', () => {
    const gain = {
      ...findings,
      series: findings.series.map((one) => ({
        ...one,
        values: one.values.map(() => (one.quantity === 'measure_savings' ? 500 : 0)),
      })),
    };
    expect(headline(request, gain)).toBe(
      'Transition cost in 2035: −500 million yuan; the largest part is Savings of measures, −500',
    );
  });
});

describe('heat map', () => {
  const request = chart('heat_map', []);
  const levels = (before: number, after: number): Findings => ({
    ...findings,
    register: findings.register && {
      ...findings.register,
      rows: findings.register.rows.map((row) => ({
        ...row,
        inherent: { ...row.inherent, impact: { name: 'x', level: before } },
        residual: { ...row.residual, impact: { name: 'x', level: after } },
      })),
    },
  });
  test.each([
    [findings, '4 of 8 risks are major or above before the response, 2 after it'],
    [levels(1, 1), 'None of 8 risks is major or above, before or after the response'],
    [levels(4, 3), '8 of 8 risks are major or above, before and after the response'],
    [levels(3, 2), '8 of 8 risks are major or above before the response, none after it'],
    [levels(2, 3), 'None of 8 risks is major or above before the response, 8 after it'],
  ])('counts risks only: %#', (from, expected) => {
    expect(headline(request, from)).toBe(expected);
  });
});

describe('fan', () => {
  const request = chart('fan', ['transition_cost']);
  test('names the case that may come out highest, with its range in the medium year', () => {
    const ends = findings.uncertainty?.series
      .filter(({ quantity }) => quantity === 'transition_cost')
      .map(({ scenario, strategy, distributions }) => ({
        where: `${scenario}, ${strategy}`,
        percentiles: distributions[2030 - 2023]?.percentiles ?? [],
      }))
      .toSorted((one, other) => (other.percentiles[4] ?? 0) - (one.percentiles[4] ?? 0));
    const [highest] = ends ?? [];
    const [low = 0, , , , high = 0] = highest?.percentiles ?? [];
    expect(headline(request)).toBe(
      `Transition cost in 2030: nine times in ten between ${Math.round(low)} and ${Math.round(high)} million yuan (${highest?.where})`,
    );
  });
  test('says so where nothing was drawn', () => {
    const { uncertainty: _, ...without } = findings;
    expect(headline(request, without)).toBe('No draws to show');
  });
});
