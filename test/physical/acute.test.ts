// Floods and storms of the real study against a computation by hand from the same tables, and the curves at the knots of their sources.

import { describe, expect, it } from 'vitest';
import { numberOf, runBoard, SCENARIOS } from '../company/board.ts';
import { asset, damageAt, events, expected, FLOOD, SITES, windDamage } from './board.ts';

const findings = await runBoard();
const PLAN = 'Committed plan';
const YEARS = [2023, 2026, 2030, 2040, 2050];

/** Half-damage speeds, fitted to single storms and to total damage. */
const HALF = { china: [80.2, 112.8], vietnam: [56.7, 66.4], mexico: [59.6, 66.3] } as const;

const curveOf = (site: string) => (site === 'mexico' ? FLOOD.northAmerica : FLOOD.asia);
const halvesOf = (site: string) => (site === 'vietnam' || site === 'mexico' ? HALF[site] : HALF.china);

/** Agreement to 1e-9 of the larger. */
function same(value: number, hand: number): void {
  expect(Math.abs(value - hand)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(hand)));
}

describe.each(SCENARIOS)('in %s', (scenario) => {
  const at = (quantity: string, year: number, item = '') =>
    numberOf(findings, scenario, PLAN, quantity, year, item);
  const warmer = (year: number) => at('warming', year) - at('warming', 2023);

  it.each(SITES)('%s loses by hand what the study says', (site) => {
    for (const year of YEARS) {
      const depths = events(site, 'flood').map(([chance, depth]): [number, number] => [
        chance,
        damageAt(curveOf(site), depth * (1 + 0.1 * warmer(year))),
      ]);
      same(
        at('flood_loss', year, site),
        asset(site, 'asset_value') * asset(site, 'flood_reach') * expected(depths),
      );
      const storms = halvesOf(site).map((half) =>
        events(site, 'wind').map(([chance, speed]): [number, number] => [
          chance,
          windDamage(speed * (1 + 0.02 * warmer(year)), half),
        ]),
      );
      const winds = storms.map(
        (storm) => asset(site, 'asset_value') * asset(site, 'wind_reach') * expected(storm),
      );
      const [single = Number.NaN, total = Number.NaN] = winds;
      same(at('wind_loss_by_calibration', year, `${site}; rmsf`), single);
      same(at('wind_loss_by_calibration', year, `${site}; tdr`), total);
      same(at('wind_loss', year, site), (single + total) / 2);

      const days = (reach: string, damages: readonly (readonly [number, number])[]) =>
        350 *
        asset(site, reach) *
        expected(
          damages.map(([chance, damage]): [number, number] => [
            chance,
            Math.min(Math.max((damage - 0.1) / 0.4, 0), 1),
          ]),
        );
      const blended = (storms[0] ?? []).map(([chance, damage], index): [number, number] => [
        chance,
        (damage + (storms[1]?.[index]?.[1] ?? Number.NaN)) / 2,
      ]);
      const outputs = SITES.reduce((sum, one) => sum + asset(one, 'output'), 0);
      const perDay = (2332 * at('activity_index', year) * asset(site, 'output')) / outputs / 350;
      same(at('flood_interruption', year, site), days('flood_reach', depths) * perDay);
      same(at('wind_interruption', year, site), days('wind_reach', blended) * perDay);
      same(
        at('acute_loss_beyond_rarest', year, site),
        asset(site, 'asset_value') *
          0.002 *
          (asset(site, 'flood_reach') * (depths.at(-1)?.[1] ?? 0) +
            asset(site, 'wind_reach') * (blended.at(-1)?.[1] ?? 0)),
      );
    }
  });

  it('adds up to the physical loss, which is no part of the transition cost', () => {
    for (const year of YEARS) {
      const sites = SITES.reduce((sum, site) => sum + at('physical_loss_by_site', year, site), 0);
      same(at('physical_loss', year), sites + at('drought_cost', year));
      const hazards = ['flood_total', 'wind_total', 'heat_total', 'water_total', 'drought_cost'];
      same(
        at('physical_loss', year),
        hazards.reduce((sum, hazard) => sum + at(hazard, year), 0),
      );
    }
    const parts = [...findings.totals].find(([name]) => name === 'transition_cost')?.[1] ?? [];
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter(({ quantity }) => /loss|drought|flood|wind_|heat/.test(quantity))).toEqual([]);
  });
});

describe('the curve', () => {
  const PERIODS = ['10', '25', '50', '100', '250', '500'];

  it('is exact at every knot of its source and straight between them', async () => {
    const depths = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 7, 0.25, 2.75, 0.001];
    const asked = Array.from({ length: Math.ceil(depths.length / PERIODS.length) }, (_, index) =>
      depths.slice(index * PERIODS.length, (index + 1) * PERIODS.length),
    );
    for (const some of asked) {
      const overrides = ['yunnan', 'mexico'].flatMap((site) =>
        some.map((depth, index) => `flood_depth[${site}, "${PERIODS[index]}"]=${depth} m`),
      );
      const run = await runBoard(...overrides);
      for (const [index, depth] of some.entries())
        for (const [site, curve] of [
          ['yunnan', FLOOD.asia],
          ['mexico', FLOOD.northAmerica],
        ] as const) {
          const item = `${site}; ${PERIODS[index]}`;
          const found = numberOf(run, 'Net Zero 2050', PLAN, 'flood_damage', 2023, item);
          same(found, damageAt(curve, depth));
          const knot = curve.find(([at]) => at === depth);
          if (knot !== undefined && depth > 0) same(found, knot[1]);
        }
    }
  });

  it('of the wind is a choice: all weight on one calibration gives its loss', async () => {
    const run = await runBoard('wind_calibration_weight[rmsf]=0', 'wind_calibration_weight[tdr]=1');
    for (const site of SITES)
      same(
        numberOf(run, 'Net Zero 2050', PLAN, 'wind_loss', 2030, site),
        numberOf(findings, 'Net Zero 2050', PLAN, 'wind_loss_by_calibration', 2030, `${site}; tdr`),
      );
  });
});

describe('assets and hazards', () => {
  const rows = findings.assumptions.filter(({ file }) => /(assets|hazards)\.csv$/.test(file));

  it('are flagged as assumptions, each with its range and the line of its table', () => {
    expect(rows).toHaveLength(6 * 7 + 6 * 2 * 6);
    for (const row of rows) {
      expect(row.provenance).toMatchObject({ kind: 'assumed', confidence: 'low' });
      expect(row.range, row.item).toMatch(/ to /);
      expect(row.line).toBeGreaterThan(1);
    }
  });

  it('are worth less than all that the company owns, and make what the report says', () => {
    expect(SITES.reduce((sum, site) => sum + asset(site, 'asset_value'), 0)).toBeLessThan(19_860);
    const line = findings.reconciliation.find(({ name }) => name === 'site_outputs');
    expect(line?.agrees).toBe(true);
  });
});
