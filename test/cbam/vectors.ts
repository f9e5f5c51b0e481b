// The law's own numbers: the worked example of the Commission and the default values of China, through the real model and the real
// table. Expected numbers come from the dossier (its printed values beside the exact fractions) or from the formula of the law below.

import { expect } from 'vitest';
import type { Found, Stated, Statement } from './stated.ts';
import { amountOf, CNY_PER_EURO, type STRATEGIES, type Trial } from './trial.ts';

const PRICE = 75.36;

/** Regulation (EU) 2025/2620, Annex, point 4: the benchmark of the good is taken off the marked-up default, never below zero. */
const defaultCertificates = (base: number, markUp: number, factor: number, benchmark: number): number =>
  Math.max(0, base * (1 + markUp) - factor * benchmark);

/** The same Annex, point 3: own process and metal that enters, each with its benchmark. */
const actualCertificates = (
  embedded: number,
  factor: number,
  ownBenchmark: number,
  metal: number,
  metalBenchmark: number,
): number => Math.max(0, embedded - factor * (ownBenchmark + metal * metalBenchmark));

/** Directive 2003/87/EC, Article 10a(1a). */
const FACTOR: Readonly<Record<number, number>> = {
  2026: 0.975,
  2027: 0.95,
  2028: 0.9,
  2029: 0.775,
  2030: 0.515,
  2031: 0.39,
  2032: 0.265,
  2033: 0.14,
  2034: 0,
  2035: 0,
  2036: 0,
};
const YEARS = Object.keys(FACTOR).map(Number);
const factorOf = (year: number): number => FACTOR[year] ?? Number.NaN;
const markUpOf = (year: number): number => (year <= 2026 ? 0.1 : year === 2027 ? 0.2 : 0.3);

const EXACT = 1e-9;

/** Relative, as the numbers of a law are compared. */
function expectNear(value: number, expected: number, tolerance = EXACT): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-300));
}

/** Half of the last printed digit. */
function expectPrinted(value: number, printed: string): void {
  const decimals = printed.split('.')[1]?.length ?? 0;
  // Decimal fractions have no end in binary, so a rounded half may lie a hair off.
  const hair = 1e-12 * Math.abs(value);
  expect(Math.abs(value - Number(printed))).toBeLessThanOrEqual(0.5 * 10 ** -decimals + hair);
}

// Section 3 A: 200,000 t of slab with 311,000 t of direct emissions; 113,000 t of wire from 120,000 t of that slab with 5,283 t.
const SLAB = 311_000 / 200_000;
const METAL = 120_000 / 113_000;
const OWN = 5_283 / 113_000;

/** Section 2.3 column B and section 2.4, as printed. */
const CHINA = {
  '7601': { base: 3.0, benchmark: 1.423, printed: ['3.300', '3.600', '3.900'] },
  '7603': { base: 4.148, benchmark: 1.506, printed: ['4.563', '4.978', '5.392'] },
  '7604 10 10': { base: 4.881, benchmark: 1.485, printed: ['5.369', '5.857', '6.345'] },
  '7604 10 90': { base: 4.881, benchmark: 1.493, printed: ['5.369', '5.857', '6.345'] },
  '7604 21 00': { base: 4.881, benchmark: 1.493, printed: ['5.369', '5.857', '6.345'] },
  '7604 29 10': { base: 4.881, benchmark: 1.485, printed: ['5.369', '5.857', '6.345'] },
  '7604 29 90': { base: 4.881, benchmark: 1.493, printed: ['5.369', '5.857', '6.345'] },
  '7605': { base: 4.881, benchmark: 1.485, printed: ['5.369', '5.857', '6.345'] },
  '7606': { base: 4.12, benchmark: 1.485, printed: ['4.532', '4.944', '5.356'] },
  '7607': { base: 5.559, benchmark: 1.599, printed: ['6.115', '6.671', '7.227'] },
  '7608': { base: 4.896, benchmark: 1.493, printed: ['5.385', '5.875', '6.364'] },
  '7609': { base: 4.896, benchmark: 1.493, printed: ['5.385', '5.875', '6.364'] },
  '7610': { base: 4.896, benchmark: 1.493, printed: ['5.385', '5.875', '6.364'] },
  '7611': { base: 5.559, benchmark: 1.594, printed: ['6.115', '6.671', '7.227'] },
  '7612': { base: 5.559, benchmark: 1.594, printed: ['6.115', '6.671', '7.227'] },
  '7613': { base: 5.559, benchmark: 1.594, printed: ['6.115', '6.671', '7.227'] },
  '7614': { base: 4.881, benchmark: 1.485, printed: ['5.369', '5.857', '6.345'] },
  '7616 10 00': { base: 5.559, benchmark: 1.485, printed: ['6.115', '6.671', '7.227'] },
  '7616 91 00': { base: 5.559, benchmark: 1.485, printed: ['6.115', '6.671', '7.227'] },
  '7616 99 10': { base: 4.542, benchmark: 1.506, printed: ['4.996', '5.450', '5.904'] },
  '7616 99 90': { base: 5.559, benchmark: 1.485, printed: ['6.115', '6.671', '7.227'] },
} as const;
type Code = keyof typeof CHINA;
const CODES = Object.keys(CHINA) as readonly Code[];

/** Section 2.3, column A: the last process alone, primary route. */
const COLUMN_A: Readonly<Record<Code, number>> = {
  '7601': 1.423,
  '7603': 0.046,
  '7604 10 10': 0.056,
  '7604 10 90': 0.06,
  '7604 21 00': 0.06,
  '7604 29 10': 0.056,
  '7604 29 90': 0.06,
  '7605': 0.056,
  '7606': 0.056,
  '7607': 0.166,
  '7608': 0.06,
  '7609': 0.06,
  '7610': 0.06,
  '7611': 0.166,
  '7612': 0.166,
  '7613': 0.166,
  '7614': 0.056,
  '7616 10 00': 0.056,
  '7616 91 00': 0.056,
  '7616 99 10': 0.046,
  '7616 99 90': 0.056,
};

const named = (code: string): string => `cn_${code.replaceAll(' ', '_')}`;

type Where = Parameters<typeof amountOf>[1];
type Value = (quantity: string, item: string, year: number, over?: Partial<Where>) => number;

const valueIn =
  (found: Found): Value =>
  (quantity, item, year, over = {}) =>
    amountOf(found, { scenario: 'Template', strategy: 'verified', quantity, item, year, ...over });

/** CNY of 2023 a tonne, back in EUR. */
const euros = (value: Value, item: string, year: number, over: Partial<Where>): number =>
  value('cbam_cost_per_tonne', item, year, over) / CNY_PER_EURO;

const statement = (says: string, holds: (value: Value) => void): Statement => ({
  says,
  holds: (found) => holds(valueIn(found)),
});

/** 3 A: the filled template of the Commission. */
const TEMPLATE: readonly Statement[] = [
  statement('embedded emissions: 1.555 a tonne of slab, 1.698079646017699 a tonne of wire', (value) => {
    expectNear(value('embedded_actual', 'slab', 2026), 311_000 / 200_000);
    expectNear(value('embedded_actual', 'wire', 2026), (5_283 + 120_000 * SLAB) / 113_000);
    expectPrinted(value('embedded_actual', 'wire', 2026), '1.698079646017699');
  }),
  statement(
    'power: 15 MWh and 6.15 t in a tonne of slab; 16.858 MWh, 6.912 t and in all 8.610 t in a tonne of wire',
    (value) => {
      expectNear(value('precursor_indirect_emissions', '', 2026), 6.15);
      expectNear(value('embedded_electricity', 'wire', 2026), (105_000 + 120_000 * 15) / 113_000);
      expectPrinted(value('embedded_electricity', 'wire', 2026), '16.85840707964602');
      expectNear(value('embedded_indirect', 'wire', 2026), (105_000 * 0.41 + 120_000 * 6.15) / 113_000);
      expectPrinted(value('embedded_indirect', 'wire', 2026), '6.911946902654867');
      const both = value('embedded_direct', 'wire', 2026) + value('embedded_indirect', 'wire', 2026);
      expectPrinted(both, '8.610026548672568');
    },
  ),
  ...(
    [
      [2026, '0.167575', '1.527972', '0.170108'],
      [2030, '0.822155', '0.807082', '0.890997'],
    ] as const
  ).map(([year, slab, free, wire]) =>
    statement(
      `${year}: certificates of slab ${slab}; free allocation of wire ${free}, certificates ${wire}`,
      (value) => {
        const factor = factorOf(year);
        const certificates = (item: string): number => value('certificates_actual', item, year);
        expectNear(certificates('slab'), actualCertificates(SLAB, factor, 1.423, 0, 1.423));
        expectPrinted(certificates('slab'), slab);
        expectNear(value('free_allocation_actual', 'wire', year), factor * (0.056 + METAL * 1.423));
        expectPrinted(value('free_allocation_actual', 'wire', year), free);
        expectNear(
          certificates('wire'),
          actualCertificates((5_283 + 120_000 * SLAB) / 113_000, factor, 0.056, 120_000 / 113_000, 1.423),
        );
        expectPrinted(certificates('wire'), wire);
      },
    ),
  ),
  statement('97.5 % is taken of the benchmark, never of the emissions', (value) => {
    expect(value('certificates_actual', 'slab', 2026)).not.toBeCloseTo(SLAB * (1 - 0.975), 6);
  }),
];

/** Certificates a tonne from 2026 to 2034. */
const PRINTED: readonly (readonly [Code, string])[] = [
  ['7601', '1.912575 2.248150 2.619300 2.797175 3.167155 3.345030 3.522905 3.700780 3.900000'],
  ['7604 21 00', '3.913425 4.438850 5.001600 5.188225 5.576405 5.763030 5.949655 6.136280 6.345300'],
  ['7604 10 10', '3.921225 4.446450 5.008800 5.194425 5.580525 5.766150 5.951775 6.137400 6.345300'],
  ['7606', '3.084125 3.533250 4.019500 4.205125 4.591225 4.776850 4.962475 5.148100 5.356000'],
];

/** EUR a tonne at the price of the first quarter of 2026. */
const PRINTED_COST: readonly (readonly [Code, string])[] = [
  ['7601', '144.1317'],
  ['7604 21 00', '294.9157'],
  ['7606', '232.4197'],
  ['7616 99 90', '351.7070'],
  ['7616 99 10', '265.8588'],
];

/** 3 B: default values of China. */
const DEFAULTS: readonly Statement[] = [
  ...PRINTED.map(([code, printed]) =>
    statement(`${code} at default values, certificates a tonne from 2026 to 2034`, (value) => {
      const texts = printed.split(' ');
      expect(texts).toHaveLength(9);
      for (const [index, text] of texts.entries()) {
        const certificates = value('certificates_default', named(code), 2026 + index);
        // These are exact: products of three-digit decimals with six digits.
        expectNear(certificates, Number(text));
        expectPrinted(certificates, text);
      }
    }),
  ),
  ...CODES.map((code) =>
    statement(`${code} in every year to 2036 is what the formula of the law gives`, (value) => {
      const { base, benchmark } = CHINA[code];
      for (const year of YEARS)
        expectNear(
          value('certificates_default', named(code), year),
          defaultCertificates(base, markUpOf(year), factorOf(year), benchmark),
        );
    }),
  ),
  ...CODES.map((code) =>
    statement(
      `${code}: the marked-up default values that the law prints for 2026, 2027 and 2028`,
      (value) => {
        const { benchmark, printed } = CHINA[code];
        for (const [index, text] of printed.entries()) {
          const year = 2026 + index;
          const markedUp = value('certificates_default', named(code), year) + factorOf(year) * benchmark;
          // The law rounds the base (4.8957 to 4.896) and the marked-up value (5.3853 to 5.385), each to three digits.
          expect(Math.abs(markedUp - Number(text))).toBeLessThanOrEqual(
            0.0005 * (1 + markUpOf(year)) + 0.0005,
          );
        }
      },
    ),
  ),
  ...CODES.map((code) =>
    statement(`${code} with actual data is held against column A, not B`, (value) => {
      for (const year of [2026, 2030, 2034])
        expectNear(
          value('certificates_actual', named(code), year),
          actualCertificates(9, factorOf(year), COLUMN_A[code], 0, 1.423),
        );
    }),
  ),
  ...PRINTED_COST.map(([code, printed]) =>
    statement(`${code} costs ${printed} EUR a tonne at the price of the first quarter of 2026`, (value) => {
      const { base, benchmark } = CHINA[code];
      const cost = euros(value, named(code), 2026, { strategy: 'default values' });
      expectNear(cost, defaultCertificates(base, 0.1, 0.975, benchmark) * PRICE);
      expectPrinted(cost, printed);
    }),
  ),
];

/** 3 B: an extruder that buys billets, 2026. */
const EXTRUDER: readonly Statement[] = [
  statement('an extruder: free allocation 1.5846675', (value) => {
    expectNear(value('free_allocation_actual', 'extruded', 2026), 0.975 * (0.06 + 1.1 * 1.423));
    expectNear(value('free_allocation_actual', 'extruded', 2026), 1.5846675);
  }),
  statement(
    'billets at the Chinese default: 3.690 embedded, 2.1053325 certificates, 158.6579 EUR',
    (value) => {
      const over = { strategy: 'default metal' } as const;
      expectNear(value('embedded_actual', 'extruded', 2026, over), 1.1 * 3.3 + 0.06);
      expectNear(value('certificates_actual', 'extruded', 2026, over), 2.1053325);
      expectNear(euros(value, 'extruded', 2026, over), 2.1053325 * PRICE);
      expectPrinted(euros(value, 'extruded', 2026, over), '158.6579');
    },
  ),
  statement(
    'billets at the Malaysian default: 2.117 embedded, 0.5323325 certificates, 40.1166 EUR',
    (value) => {
      const over = { scenario: 'Malaysia' } as const;
      expectNear(value('embedded_actual', 'extruded', 2026, over), 1.1 * 1.87 + 0.06);
      expectNear(value('certificates_actual', 'extruded', 2026, over), 0.5323325);
      expectNear(euros(value, 'extruded', 2026, over), 0.5323325 * PRICE);
      expectPrinted(euros(value, 'extruded', 2026, over), '40.1166');
    },
  ),
];

const WORKED: Stated = {
  about: 'worked examples of the law',
  trial: {
    goods: {
      slab: { cnCode: '7601', own: SLAB },
      wire: { cnCode: '7605', own: OWN, metal: METAL, power: 105_000 / 113_000 },
      extruded: { cnCode: '7604 21 00', own: 0.06, metal: 1.1 },
      ...Object.fromEntries(CODES.map((code) => [named(code), { cnCode: code, own: 9 }])),
    },
    worlds: {
      Template: { metalEmissions: SLAB, price: PRICE },
      // The default value of Malaysia, 1.70 with its mark-up of 2026, as the verified value of a supplier there.
      Malaysia: { metalEmissions: 1.87, price: PRICE },
    },
  },
  statements: [...TEMPLATE, ...DEFAULTS, ...EXTRUDER],
};

const TONNES = { cast: 2000, rolled: 500 };
const CAST_TRIAL: Trial = {
  goods: {
    cast: { cnCode: '7601', own: 0.07, metal: 1.02, melts: true, tonnes: TONNES.cast },
    rolled: { cnCode: '7606', own: 0.15, metal: 1.2, tonnes: TONNES.rolled },
  },
  worlds: { World: { metalEmissions: 2.09, price: 80 } },
  scrap: 0.25,
  borne: 0.5,
  customers: { '7604 21 00': 10_000 },
};
const ENTERING = { cast: 1.02 * 0.75, rolled: 1.2 * 0.75 };
const CAST_ACTUAL = {
  cast: (year: number) =>
    // Unwrought aluminium of the secondary route, column A: 0.091.
    actualCertificates(0.07 + ENTERING.cast * 2.09, factorOf(year), 0.091, ENTERING.cast, 1.423),
  rolled: (year: number) =>
    actualCertificates(0.15 + ENTERING.rolled * 2.09, factorOf(year), 0.056, ENTERING.rolled, 1.423),
};
const CAST_DEFAULT = {
  cast: (year: number) => defaultCertificates(3, markUpOf(year), factorOf(year), 1.423),
  rolled: (year: number) => defaultCertificates(4.12, markUpOf(year), factorOf(year), 1.485),
};
const millions = (euro: number): number => (euro * CNY_PER_EURO) / 1e6;

type CastStatement = (
  at: (quantity: string, item: string, how?: keyof typeof STRATEGIES) => number,
  year: number,
) => void;

const inThreeYears = (says: string, holds: CastStatement): readonly Statement[] =>
  [2026, 2029, 2034].map((year) => ({
    says: `${year}: ${says}`,
    holds: (found) =>
      holds(
        (quantity, item, strategy = 'verified') =>
          amountOf(found, { scenario: 'World', strategy, quantity, item, year }),
        year,
      ),
  }));

const CAST: Stated = {
  about: 'a good cast from bought metal and a quarter of scrap, half of the cost borne by the exporter',
  trial: CAST_TRIAL,
  statements: [
    ...inThreeYears('scrap carries neither emissions nor a benchmark', (at, year) => {
      for (const item of ['cast', 'rolled'] as const) {
        expectNear(at('precursor_mass', item), ENTERING[item]);
        expectNear(at('certificates_actual', item), CAST_ACTUAL[item](year));
        expectNear(at('certificates_default', item), CAST_DEFAULT[item](year));
      }
    }),
    ...inThreeYears('costs, what verified data are worth, and what customers owe', (at, year) => {
      for (const item of ['cast', 'rolled'] as const) {
        const owed = millions(TONNES[item] * CAST_ACTUAL[item](year) * 80 * 0.5);
        const byDefault = millions(TONNES[item] * CAST_DEFAULT[item](year) * 80 * 0.5);
        expectNear(at('cbam_cost', item), owed);
        expectNear(at('cbam_cost', item, 'default values'), byDefault);
        expectNear(at('cbam_value_of_verified_data', item), byDefault - owed);
        expectNear(at('cbam_saved_by_data', item), byDefault - owed);
        expect(at('cbam_saved_by_data', item, 'default values')).toBe(0);
      }
      const sum = at('cbam_cost', 'cast') + at('cbam_cost', 'rolled');
      expectNear(at('transition_cost', ''), sum);
      // A cost of customers: no share of it is the exporter's, and it is no part of the total.
      const owedByCustomers = defaultCertificates(4.881, markUpOf(year), factorOf(year), 1.493);
      expectNear(at('cbam_indirect_exposure', '7604 21 00'), millions(10_000 * owedByCustomers * 80));
    }),
  ],
};

export const VECTORS: readonly Stated[] = [WORKED, CAST];
