// The threshold of 50 t per importer and year: at or below it nothing is owed, above it on every tonne of the year.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, findingsOf, type Importers } from './trial.ts';

async function trial(tonnes: number, importers: Readonly<Record<string, Importers>>) {
  const found = await findingsOf({
    goods: {
      profile: { cnCode: '7604 21 00', own: 1, metal: 0, tonnes },
      sheet: { cnCode: '7606', own: 1, metal: 0, tonnes: 0 },
    },
    worlds: { World: { metalEmissions: 2, price: 80 } },
    years: '2023 to 2028',
    horizons: { short: 2026, medium: 2027, long: 2028 },
    importers,
  });
  return (quantity: string, item = 'profile', year = 2026): number =>
    amountOf(found, { scenario: 'World', strategy: 'default values', quantity, item, year });
}

describe('one importer', () => {
  it.each([
    [49.999, 0],
    [50, 0],
    [50.001, 50.001],
    [60, 60],
  ])('of %f t owes on %f t', async (tonnes, charged) => {
    const at = await trial(tonnes, { one: { share: 1, count: 1 } });
    expect(at('eu_exports_charged')).toBeCloseTo(charged, 9);
    // All goods of the year, not what is above 50 t.
    expect(at('certificates_owed')).toBeCloseTo(charged * (4.881 * 1.1 - 0.975 * 1.493), 9);
    if (charged === 0) expect(at('cbam_cost')).toBe(0);
  });
});

describe('several importers', () => {
  it('goods are charged importer by importer', async () => {
    // 100 t: 60 through one importer; 40 through another.
    const at = await trial(100, { large: { share: 0.6, count: 1 }, small: { share: 0.4, count: 1 } });
    expect(at('importer_mass', 'large')).toBeCloseTo(60, 9);
    expect(at('importer_mass', 'small')).toBeCloseTo(40, 9);
    expect(at('eu_exports_charged')).toBeCloseTo(60, 9);
  });
  it('a group is split over its importers', async () => {
    const at = await trial(100, { group: { share: 1, count: 2 } });
    expect(at('importer_mass', 'group')).toBe(50);
    expect(at('eu_exports_charged')).toBe(0);
  });
  it('what an importer buys elsewhere counts, and is not the company’s to pay', async () => {
    const at = await trial(20, { one: { share: 1, count: 1, other: 30.5 } });
    expect(at('importer_mass', 'one')).toBeCloseTo(50.5, 9);
    expect(at('eu_exports_charged')).toBeCloseTo(20, 9);
  });
  it('whatever the split, what is charged is all of each importer above 50 t', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 8 }),
        async (tonnes, eighths) => {
          const share = eighths / 8;
          const at = await trial(tonnes, { a: { share, count: 1 }, b: { share: 1 - share, count: 1 } });
          const masses = [tonnes * share, tonnes * (1 - share)];
          const charged = masses.filter((mass) => mass > 50).reduce((sum, mass) => sum + mass, 0);
          expect(at('eu_exports_charged')).toBeCloseTo(charged, 9);
        },
      ),
      { numRuns: 12 },
    );
  });
});
