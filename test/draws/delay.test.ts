// A delayed path is as uncertain as the path it delays: every draw of it is the drawn path, so many years later.

import { describe, expect, it } from 'vitest';
import { inputCells, variationOf } from '../../src/analyse/variations.ts';
import { deviates, position, runCase } from '../../src/simulate/index.ts';
import { WORKS, type Works, works } from '../kit/uncertain.ts';

const YEARS = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030];

/** The second scenario of the works without its values. */
const [HEAD = ''] = (WORKS['late.yaml'] ?? '').split('  carbon_price');

/** The works with the values of the second scenario as given, over those of the first. */
const delayed = (late: string, early: readonly (readonly [string, string])[] = []): Works =>
  works({ replace: { 'early.yaml': early }, files: { 'late.yaml': `${HEAD}${late}` } });

/** Draws of an input by year, in the first scenario and in the second. */
function drawsOf({ study, plan, program, draws }: Works, name: string): readonly (readonly Float64Array[])[] {
  const frame = { program, plan, draws: draws.total };
  const made = deviates(draws);
  return study.cases.map((each, index) => {
    const { values } = runCase(frame, each, { plan: draws, deviates: made, cells: draws.cases[index] ?? [] });
    return YEARS.map((_, time) => {
      const from = position(frame, plan.slotOf.get(name) ?? -1, 0, time);
      return values.slice(from, from + draws.total);
    });
  });
}

/** The year of the first path that each year of the second takes its draws from. */
function expectShift(found: Works, name: string, from: readonly number[]): void {
  const [early = [], late = []] = drawsOf(found, name);
  for (const [time, year] of from.entries())
    expect(late[time], `${name} ${YEARS[time]}`).toEqual(early[YEARS.indexOf(year)]);
  expect(new Set(late.at(-1)).size).toBeGreaterThan(1);
}

const ALL = `  carbon_price: { delay: 2 year }
  power_price: { delay: 1 year }
  demand_index: { delay: 2 year }
`;

describe('in every draw a delayed path', () => {
  it('of shocks takes the shocks of the years before, after what was observed', () => {
    const found = delayed(ALL);
    expectShift(found, 'carbon_price', [2023, 2024, 2024, 2024, 2025, 2026, 2027, 2028]);
    expectShift(found, 'power_price', [2023, 2023, 2024, 2025, 2026, 2027, 2028, 2029]);
  });
  it('of one deviation is the drawn path, later', () => {
    expectShift(delayed(ALL), 'demand_index', [2023, 2023, 2023, 2024, 2025, 2026, 2027, 2028]);
  });
  it.each([
    ['a range that the study makes a spread', ', range: [0.9, 1.4]'],
    ['a share of the value', ', spread: { lognormal: { sd: 20 %, high: 80 % } }'],
    ['amounts', ', spread: { discrete: [{ is: 1.1, chance: 70 % }, { is: 0.9, chance: 30 % }] }'],
  ])('of %s too', (_, spread) => {
    const found = delayed(ALL, [[', range: [0.9, 1.4], spread: triangular', spread]]);
    expectShift(found, 'demand_index', [2023, 2023, 2023, 2024, 2025, 2026, 2027, 2028]);
  });
  it('of a delayed path is the first one, later by both', () => {
    const later = `${HEAD.replace('Late', 'Later').replace('early.yaml', 'late.yaml')}${ALL}`;
    const found = works({
      files: { 'late.yaml': `${HEAD}${ALL}`, 'later.yaml': later },
      replace: { 'study.yaml': [['[early.yaml, late.yaml]', '[early.yaml, later.yaml]']] },
    });
    expectShift(found, 'carbon_price', [2023, 2024, 2024, 2024, 2024, 2024, 2025, 2026]);
    expectShift(found, 'demand_index', [2023, 2023, 2023, 2023, 2023, 2024, 2025, 2026]);
  });
});

describe('a delayed path', () => {
  it('that states a range of its own is as uncertain as it says', () => {
    const found = delayed('  demand_index: { delay: 2 year, range: [1, 1.3] }\n');
    const [, late = []] = drawsOf(found, 'demand_index');
    expect(Math.min(...(late.at(-1) ?? []))).toBeGreaterThan(1);
    expect(Math.max(...(late.at(-1) ?? []))).toBeGreaterThan(1.25);
  });
  it('that says that it is certain is so', () => {
    const [, late = []] = drawsOf(
      delayed('  demand_index: { delay: 2 year, spread: none }\n'),
      'demand_index',
    );
    expect(new Set(late.at(-1))).toEqual(new Set([1.1]));
  });
  it('is certain where what it delays is', () => {
    const found = works({
      files: { 'late.yaml': `${HEAD}${ALL}` },
      replace: {
        'early.yaml': [['spread: triangular', 'spread: none']],
        'study.yaml': [['    - { between: ["scrap_share[rods]", demand_index], rank: -0.5 }\n', '']],
      },
    });
    expect(new Set(drawsOf(found, 'demand_index')[1]?.at(-1))).toEqual(new Set([1.1]));
  });
  it('goes to the ends of the range of what it delays, later', () => {
    const found = delayed(ALL);
    const { study, plan, program } = found;
    const [early, late] = study.cases.map((each) => {
      const cell = inputCells(program, plan, each).find(({ quantity }) => quantity.name === 'demand_index');
      return cell && variationOf(cell, plan, study, each);
    });
    expect(early?.high.at(-1)).toBe(1.4);
    const [first, second, third] = early?.high ?? [];
    expect(late?.high).toEqual([first, first, first, second, third, 1.4, 1.4, 1.4]);
    expect(late?.from).toBe('range');
  });
});
