// A table worked out by hand from the formula of the law: year x route x column x default or actual x precursor. No number of it is
// read from the model's files.

import { expect } from 'vitest';
import type { Found, Stated } from './stated.ts';
import { amountOf, type STRATEGIES, type Trial } from './trial.ts';

const GOODS: Trial['goods'] = {
  slab: { cnCode: '7601', own: 1.7 },
  billet: { cnCode: '7601', own: 0.07, metal: 1.02, melts: true },
  profile: { cnCode: '7604 21 00', own: 0.15, metal: 1.15 },
  foil: { cnCode: '7607', own: 0.4, metal: 1.3 },
};
/** Direct emissions that suppliers verify. */
const VERIFIED = 1.9;

const PRECURSORS = {
  china: { china: 1 },
  malaysia: { malaysia: 1 },
  japan: { japan: 1 },
  sheet: { unknown_sheet: 1 },
  inside: { inside_ets: 1 },
  mixed: { china: 0.5, inside_ets: 0.25, japan: 0.25 },
} as const;
type From = keyof typeof PRECURSORS;

/** Default value and benchmark of the metal of every origin, and who has them. */
const ORIGINS: readonly (readonly [number, number, string])[] = [
  [3, 1.423, 'china'],
  [1.87, 1.423, 'bahrain egypt emirates india kazakhstan united_kingdom'],
  [1.7, 1.423, 'australia brazil indonesia iran malaysia oman qatar saudi_arabia turkey united_states'],
  [1.96, 1.423, 'canada'],
  [2.16, 1.423, 'russia'],
  [2.358, 1.423, 'south_africa'],
  // Route (L).
  [0.36, 0.091, 'japan korea taiwan thailand vietnam'],
  [2.203, 1.423, 'other_country'],
  [3.198, 1.423, 'mozambique unknown_origin'],
  // Semi-finished goods of unknown origin, each with its own column B.
  [4.881, 1.485, 'unknown_bars unknown_wire'],
  [4.986, 1.485, 'unknown_sheet'],
  [5.559, 1.599, 'unknown_foil'],
  // Made where the EU price is paid.
  [0, 0, 'inside_ets'],
];
/** Metal from everywhere, no two origins with the same share. */
const EVERYWHERE = ORIGINS.flatMap(([byDefault, benchmark, names]) =>
  names.split(' ').map((name) => ({ name, byDefault, benchmark })),
).map((origin, index, all) => ({ ...origin, share: (2 * (index + 1)) / (all.length * (all.length + 1)) }));
const overall = (of: 'byDefault' | 'benchmark'): number =>
  EVERYWHERE.reduce((sum, origin) => sum + origin.share * origin[of], 0);
const INSIDE = EVERYWHERE.find(({ name }) => name === 'inside_ets')?.share ?? Number.NaN;

type HandRow = readonly [
  number,
  keyof typeof STRATEGIES,
  keyof typeof GOODS & string,
  From | 'everywhere',
  number,
];

/** Emissions less free allocation, each number as the law prints it: see the column after the good. */
const TABLE: readonly HandRow[] = [
  // Column A of the good; simple goods, primary route: 1.423 is free in part.
  [2026, 'verified', 'slab', 'china', 1.7 - 0.975 * 1.423],
  [2029, 'verified', 'slab', 'china', 1.7 - 0.775 * 1.423],
  [2034, 'verified', 'slab', 'china', 1.7],
  // A processed good: with column B in place of A nothing would be owed.
  [2026, 'verified', 'profile', 'china', 0.15 + 1.15 * 1.9 - 0.975 * (0.06 + 1.15 * 1.423)],
  // Column A of the secondary route, 0.091, and column B of the metal that enters, verified by its smelter.
  [2026, 'verified', 'billet', 'china', 0.07 + 1.02 * 1.9 - 0.975 * (0.091 + 1.02 * 1.423)],
  [2027, 'verified', 'billet', 'china', 0.07 + 1.02 * 1.9 - 0.95 * (0.091 + 1.02 * 1.423)],
  [2028, 'verified', 'profile', 'china', 0.15 + 1.15 * 1.9 - 0.9 * (0.06 + 1.15 * 1.423)],
  [2030, 'verified', 'profile', 'china', 0.15 + 1.15 * 1.9 - 0.515 * (0.06 + 1.15 * 1.423)],
  [2031, 'verified', 'foil', 'china', 0.4 + 1.3 * 1.9 - 0.39 * (0.166 + 1.3 * 1.423)],
  [2033, 'verified', 'foil', 'china', 0.4 + 1.3 * 1.9 - 0.14 * (0.166 + 1.3 * 1.423)],
  // Metal at its default value with the mark-up of the year: 10 % in 2026, 20 % in 2027, 30 % after.
  [2026, 'default metal', 'profile', 'china', 0.15 + 1.15 * 3.3 - 0.975 * (0.06 + 1.15 * 1.423)],
  [2027, 'default metal', 'profile', 'china', 0.15 + 1.15 * 3.6 - 0.95 * (0.06 + 1.15 * 1.423)],
  [2032, 'default metal', 'profile', 'china', 0.15 + 1.15 * 3.9 - 0.265 * (0.06 + 1.15 * 1.423)],
  [2026, 'default metal', 'billet', 'malaysia', 0.07 + 1.02 * 1.87 - 0.975 * (0.091 + 1.02 * 1.423)],
  [2028, 'default metal', 'foil', 'malaysia', 0.4 + 1.3 * 2.21 - 0.9 * (0.166 + 1.3 * 1.423)],
  // Route (L): the default of Japan is that of remelted metal, and so is its benchmark, 0.091.
  [2026, 'default metal', 'profile', 'japan', 0.15 + 1.15 * 0.396 - 0.975 * (0.06 + 1.15 * 0.091)],
  [2030, 'default metal', 'billet', 'japan', 0.07 + 1.02 * 0.468 - 0.515 * (0.091 + 1.02 * 0.091)],
  // Foil rolled from sheet of unknown origin: the precursor is another good, with its own column B.
  [2026, 'default metal', 'foil', 'sheet', 0.4 + 1.3 * 4.986 * 1.1 - 0.975 * (0.166 + 1.3 * 1.485)],
  [2034, 'default metal', 'foil', 'sheet', 0.4 + 1.3 * 4.986 * 1.3],
  // Metal made where the EU price is paid: neither emissions nor free allocation; what is below zero is zero.
  [2026, 'verified', 'profile', 'inside', 0.15 - 0.975 * 0.06],
  [2026, 'default metal', 'profile', 'inside', 0.15 - 0.975 * 0.06],
  [2026, 'verified', 'billet', 'inside', 0],
  [2030, 'verified', 'billet', 'inside', 0.07 - 0.515 * 0.091],
  // Half from China, a quarter remelted in Japan, a quarter from the EU.
  [
    2027,
    'default metal',
    'foil',
    'mixed',
    0.4 + 1.3 * (1.8 + 0.108) - 0.95 * (0.166 + 1.3 * (0.5 * 1.423 + 0.25 * 0.091)),
  ],
  [
    2030,
    'verified',
    'foil',
    'mixed',
    0.4 + 1.3 * 0.75 * 1.9 - 0.515 * (0.166 + 1.3 * (0.5 * 1.423 + 0.25 * 0.091)),
  ],
  // Default values of the good, column B, whatever enters.
  [2026, 'default values', 'foil', 'china', 6.1149 - 0.975 * 1.599],
  [2027, 'default values', 'foil', 'inside', 6.6708 - 0.95 * 1.599],
  [2029, 'default values', 'profile', 'japan', 6.3453 - 0.775 * 1.493],
  [2033, 'default values', 'billet', 'china', 3.9 - 0.14 * 1.423],
  [2036, 'default values', 'slab', 'china', 3.9],
  // Nothing is owed before 2026.
  [2025, 'verified', 'foil', 'china', 0],
  [2025, 'default values', 'foil', 'china', 0],
];

const stated = ([year, strategy, item, from, expected]: HandRow) => ({
  says: `${year}, ${strategy}, ${item} with metal from ${from}: ${expected} certificates a tonne`,
  holds: (found: Found): void => {
    const value = amountOf(found, {
      scenario: 'World',
      strategy,
      quantity: 'certificates_per_tonne',
      item,
      year,
    });
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
  },
});

const byHand = (from: string, precursors: Readonly<Record<string, number>>, rows: readonly HandRow[]) => ({
  about: `by hand, metal from ${from}`,
  trial: { goods: GOODS, worlds: { World: { metalEmissions: VERIFIED, price: 80 } }, precursors },
  statements: rows.map(stated),
});

/** A trial for each origin of the metal, and one of all together. */
export const BY_HAND: readonly Stated[] = [
  ...(Object.keys(PRECURSORS) as From[]).map((origin) =>
    byHand(
      origin,
      PRECURSORS[origin],
      TABLE.filter(([, , , from]) => from === origin),
    ),
  ),
  byHand('everywhere', Object.fromEntries(EVERYWHERE.map(({ name, share }) => [name, share])), [
    [
      2026,
      'default metal',
      'profile',
      'everywhere',
      0.15 + 1.15 * 1.1 * overall('byDefault') - 0.975 * (0.06 + 1.15 * overall('benchmark')),
    ],
    [
      2030,
      'verified',
      'foil',
      'everywhere',
      0.4 + 1.3 * (1 - INSIDE) * VERIFIED - 0.515 * (0.166 + 1.3 * overall('benchmark')),
    ],
  ]),
];
