// Units in English words: one of each behind `per`, more than one before it, and none that stands as the file spells it.
import { describe, expect, it } from 'vitest';
import { check } from '../../src/pipeline.ts';
import { unitName } from '../../src/render/charts/units.ts';
import { loadStudy } from '../kit/project.ts';

describe('a unit in words', () => {
  it.each([
    ['piece', 'pieces'],
    ['CNY_2023/piece', 'yuan (2023) per piece'],
    ['t/person', 't per person'],
    ['day/K', 'days per K'],
    ['1/K', 'per K'],
    ['m3/piece', 'm³ per piece'],
    ['kg/(t minute)', 'kg per t per minute'],
    ['MCNY_2023/day', 'million yuan (2023) per day'],
    ['EUR_2024/tCO2e', 'EUR (2024) per t CO₂e'],
    ['1', ''],
  ])('%s is %s', (unit, words) => {
    expect(unitName(unit, 'en')).toBe(words);
  });
});

describe.each([
  'innovation-new-material/board.yaml',
  'steel-fabricator/study.yaml',
])('every unit of %s', async (path) => {
  const { quantities } = check(await loadStudy(path), []).value?.[0]?.program ?? {};
  const units = [...new Set([...(quantities?.values() ?? [])].map(({ unit }) => unit.text))];

  it('reads as words: what is counted is one behind per, and no sign of a formula is left', () => {
    expect(units.length).toBeGreaterThan(10);
    const words = units.map((unit) => unitName(unit, 'en'));
    expect(words.filter((text) => /per \w*(?:s|people)\b(?<!\bs)/.test(text))).toEqual([]);
    expect(words.filter((text) => /^1|[/_*^]|\((?!\d{4}\)|nominal)/.test(text))).toEqual([]);
  });
});
