// A small study around the real law: the models and tables of CBAM in scenarios/ as they stand, with goods made up by the test. For the
// tests of this folder.

import { readFileSync } from 'node:fs';
import { type Files, type Findings, tell } from '../kit/project.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);

/** The text of a file of the real project. */
export const real = (path: string): string => readFileSync(new URL(path, SCENARIOS), 'utf8');

export interface Good {
  readonly cnCode: string;
  /** Verified emissions of the own process, tCO2e a tonne of good. */
  readonly own?: number;
  /** Tonnes of metal that enter, a tonne of good. */
  readonly metal?: number;
  readonly tonnes?: number;
  /** Cast from bought metal: its own process is remelting. */
  readonly melts?: boolean;
  /** MWh a tonne. */
  readonly power?: number;
}

export interface World {
  /** Verified direct emissions of the metal that enters, tCO2e a tonne. */
  readonly metalEmissions: number;
  /** EUR a certificate, every year and quarter. */
  readonly price: number;
  /** Leaves the prices by quarter to the file. */
  readonly quartersOfTheFile?: boolean;
  /** Further values of the scenario, a variant for example. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Importers {
  readonly share: number;
  readonly count: number;
  /** Tonnes that each of them buys elsewhere. */
  readonly other?: number;
}

export interface Trial {
  readonly goods: Readonly<Record<string, Good>>;
  readonly worlds: Readonly<Record<string, World>>;
  readonly years?: string;
  /** Share of scrap in the metal that enters. */
  readonly scrap?: number;
  /** Share of the cost that the exporter bears. */
  readonly borne?: number;
  /** Share of bought scrap in the metal that enters, part of `scrap`. */
  readonly boughtScrap?: number;
  /** What customers sell to the EU, by code, in tonnes. */
  readonly customers?: Readonly<Record<string, number>>;
  /** Shares by precursor; all from China if left out. */
  readonly precursors?: Readonly<Record<string, number>>;
  /** Groups of importers; one importer of all goods if left out. */
  readonly importers?: Readonly<Record<string, Importers>>;
  /** Values that the study sets above all files. */
  readonly study?: Readonly<Record<string, unknown>>;
  readonly horizons?: Readonly<Record<'short' | 'medium' | 'long', number>>;
}

/** What other models declare in the real project: the same names, units and sets, here as inputs. */
const AROUND = `model: around
about: What the model of the law reads from other models
inputs:
  production: { about: Goods made, unit: t, by: product, set_by: company }
  smelter_direct_emissions: { about: Direct emissions of the metal that enters, unit: tCO2e/t, set_by: scenario }
  secondary_share: { about: Share of scrap in the metal that enters, unit: 1, set_by: company }
  secondary_external_share: { about: Share of bought scrap in the metal that enters, unit: 1, set_by: company }
  pre_consumer_share: { about: Share of bought scrap that no consumer has used, unit: 1, over: base, set_by: company }
  green_share_delivered: { about: Share of metal smelted with green power, unit: 1, set_by: scenario }
  grid_share: { about: Share of metal smelted with grid power, unit: 1, set_by: scenario }
  grid_factor: { about: Factor of the grid, unit: tCO2e/MWh, set_by: scenario }
  smelter_electricity: { about: Power that smelts a tonne, unit: MWh/t, set_by: scenario }
  smelter_coverage: { about: Share of smelting that China's market covers, unit: 1, set_by: reference }
  smelter_power_factor: { about: Factor of the smelters' power, unit: tCO2e/MWh, set_by: scenario }
  green_power_factor: { about: Factor of green power, unit: tCO2e/MWh, over: base, set_by: company }
  price_paid_abroad: { about: Carbon price paid in the country of origin, unit: EUR_2024/t, by: product, set_by: company }
  eu_price: { about: Price of a certificate, unit: EUR_2024/tCO2e, set_by: scenario }
totals:
  transition_cost: { about: What it costs, unit: MCNY_2023 }
`;

/** What a company names to have CBAM. */
export const MODELS = ['smelter-pfc', 'cbam', 'cbam-exposure', 'cbam-cash', 'uk-cbam'] as const;
export const TABLES = ['sources', 'cbam', 'cbam-calendar', 'cbam-variants', 'smelter', 'uk-cbam'] as const;

const HEAD = { assumed: 'made up for a test', confidence: 'high' };

/** The strategies of every trial: actual or default values, metal verified or at its default. */
export const STRATEGIES = {
  verified: { use_actual_data: 1, supplier_verifies: 1 },
  'default metal': { use_actual_data: 1, supplier_verifies: 0 },
  'default values': { use_actual_data: 0, supplier_verifies: 0 },
};

/** The files of a trial; JSON is YAML. */
export function filesOf(trial: Trial): Files {
  const { goods, worlds, years = '2023 to 2036', scrap = 0, boughtScrap = scrap, borne = 1 } = trial;
  const { customers = {}, precursors = { china: 1 }, study = {} } = trial;
  const { importers = { one: { share: 1, count: 1 } } } = trial;
  const file = (content: object): string => JSON.stringify(content, null, 2);
  const title = { en: 'Trial', zh: '试验' };
  const each = (value: (good: Good) => string | number) => ({
    each: Object.fromEntries(Object.entries(goods).map(([name, good]) => [name, value(good)])),
  });
  const all = (value: string | number) => each(() => value);
  const elements = Object.entries(goods).map(([name, { cnCode, melts = false }]) => [
    name,
    { cn_code: cnCode, route: melts ? 'secondary' : 'primary', ...HEAD },
  ]);
  const slug = (name: string): string => name.replaceAll(' ', '-');
  const byImporter = (value: (importer: Importers) => string | number) => ({
    each: Object.fromEntries(Object.entries(importers).map(([name, importer]) => [name, value(importer)])),
  });
  return {
    ...Object.fromEntries(
      [...MODELS.map((name) => `models/${name}.yaml`), ...TABLES.map((name) => `reference/${name}.yaml`)].map(
        (path) => [path, real(path)],
      ),
    ),
    'reference/money.yaml': real('reference/money.yaml'),
    'models/around.yaml': AROUND,
    'reference/trade.yaml': file({
      reference: 'Trade of the trial',
      reviewed: '2026-11-22',
      ...HEAD,
      sets: {
        importer: {
          about: 'Importers',
          elements: Object.fromEntries(Object.keys(importers).map((name) => [name, HEAD])),
        },
      },
      values: {
        own_process_emissions: each(({ own = 0 }) => `${own} tCO2e/t`),
        metal_entering: each(({ metal = 0 }) => metal),
        own_process_electricity: each(({ power = 0 }) => `${power} MWh/t`),
        precursor_share: { each: { all: 0, ...precursors } },
        eu_export_share: all(1),
        overseas_revenue: '1000000 MCNY_2023',
        export_price: '30000 CNY_2023/t',
        importer_share: { each: { all: byImporter(({ share }) => share) } },
        importers_in_group: byImporter(({ count }) => count),
        importer_other_goods: byImporter(({ other = 0 }) => `${other} t`),
        indirect_incidence: 0.1,
        uk_export_share: all(0),
        uk_importers: 1,
        customers_eu_exports: {
          each: {
            all: '0 t',
            ...Object.fromEntries(Object.entries(customers).map(([code, tonnes]) => [code, `${tonnes} t`])),
          },
        },
      },
    }),
    'trial/company.yaml': file({
      company: 'Trial',
      about: 'Goods of a test',
      base_year: 2023,
      models: ['around', ...MODELS].map((name) => `../models/${name}.yaml`),
      reference: [...TABLES, 'trade'].map((name) => `../reference/${name}.yaml`),
      ...HEAD,
      sets: { product: { about: 'Goods', elements: Object.fromEntries(elements) } },
      values: {
        production: each(({ tonnes = 1000 }) => `${tonnes} t`),
        secondary_share: scrap,
        secondary_external_share: boughtScrap,
        pre_consumer_share: 0.6,
        green_power_factor: '0.02 tCO2e/MWh',
        price_paid_abroad: all('0 EUR_2024/t'),
      },
    }),
    ...Object.fromEntries(
      Object.entries(worlds).map(
        ([name, { metalEmissions, price, quartersOfTheFile = false, values = {} }]) => [
          `trial/${slug(name)}.yaml`,
          file({
            scenario: name,
            title,
            narrative: 'made up',
            kind: 'transition',
            because: 'a test',
            ...HEAD,
            values: {
              smelter_direct_emissions: `${metalEmissions} tCO2e/t`,
              eu_price: `${price} EUR_2024/tCO2e`,
              ...(quartersOfTheFile
                ? {}
                : { quarterly_certificate_price: { each: { all: `${price} EUR_2024/tCO2e` } } }),
              exporter_incidence: borne,
              green_share_delivered: 0,
              grid_share: 1,
              grid_factor: '0.41 tCO2e/MWh',
              smelter_electricity: '15 MWh/t',
              smelter_power_factor: '0.41 tCO2e/MWh',
              ...values,
            },
          }),
        ],
      ),
    ),
    ...Object.fromEntries(
      Object.entries(STRATEGIES).map(([name, { use_actual_data, supplier_verifies }]) => [
        `trial/${slug(name)}.yaml`,
        file({
          strategy: name,
          title,
          about: 'made up',
          ...HEAD,
          values: { use_actual_data: all(use_actual_data), supplier_verifies },
        }),
      ]),
    ),
    'trial/study.yaml': file({
      study: 'Trial',
      as_of: '2026-11-22',
      company: 'company.yaml',
      scenarios: Object.keys(worlds).map((name) => `${slug(name)}.yaml`),
      strategies: Object.keys(STRATEGIES).map((name) => `${slug(name)}.yaml`),
      years,
      horizons: trial.horizons ?? { short: 2026, medium: 2030, long: 2034 },
      money: { report_in: 'CNY_2023', table: '../reference/money.yaml' },
      headlines: ['cbam_cost'],
      ...HEAD,
      values: study,
    }),
  };
}

export const ENTRY = 'trial/study.yaml';

/** Runs a trial; throws with the messages where it cannot be run. */
export async function findingsOf(trial: Trial): Promise<Findings> {
  const { findings, printed } = await tell(filesOf(trial), ENTRY, []);
  if (findings === undefined) throw new Error(printed);
  return findings;
}

/** What a quantity is in one year; throws where it is not there. */
export function amountOf(
  { series }: Pick<Findings, 'series'>,
  at: { scenario: string; strategy: keyof typeof STRATEGIES; quantity: string; item: string; year: number },
): number {
  const found = series.find(
    (one) =>
      one.scenario === at.scenario &&
      one.strategy === at.strategy &&
      one.quantity === at.quantity &&
      one.item === at.item,
  );
  const value = found?.values[found.years.indexOf(at.year)];
  if (value === undefined) throw new Error(`no ${JSON.stringify(at)}`);
  return value;
}

/** What a EUR of 2024 is in CNY of 2023, from the real money table: deflated by 1.024, then at 7.66. */
export const CNY_PER_EURO = 7.66 / 1.024;
