// The units that every file may use, beside money. What mathjs does not know is defined here in terms of what it does.

/** mathjs units that are let through; the rest of its hundreds would turn a typing error into a valid unit. */
export const admitted: ReadonlySet<string> = new Set([
  'g',
  't',
  'm',
  'm2',
  'm3',
  'J',
  'Wh',
  'W',
  'V',
  's',
  'h',
  'hour',
  'minute',
  'day',
  'year',
  'K',
  'L',
]);

export interface UnitDefinition {
  readonly name: string;
  /** In terms of earlier units; absent for a unit that opens a dimension of its own. */
  readonly definition?: string;
  readonly prefixes: boolean;
}

/** A unit that a reference file adds. */
export type DeclaredUnit = UnitDefinition & { readonly definition: string };

export const definitions: readonly UnitDefinition[] = [
  { name: 'gCO2e', prefixes: true },
  { name: 'tCO2e', definition: '1e6 gCO2e', prefixes: true },
  { name: 'gCO2', definition: '1 gCO2e', prefixes: true },
  { name: 'tCO2', definition: '1e6 gCO2e', prefixes: true },
  // One kilogram of standard coal is 7,000 kilocalories (GB/T 2589-2020).
  { name: 'gce', definition: '29307.6 J', prefixes: true },
  { name: 'tce', definition: '29307.6e6 J', prefixes: true },
  { name: 'piece', prefixes: true },
  { name: 'person', prefixes: false },
  { name: 'site', prefixes: false },
];

/** Metric prefixes that are let through: a stray "m" in front of a t is a typing error, not a milligram's cousin. */
export const prefixes: ReadonlySet<string> = new Set(['', 'k', 'M', 'G', 'T', 'P', 'E', 'c']);

/** What a dimension that a unit opens is called in messages. */
export const dimensionTitles: Readonly<Record<string, string>> = {
  MASS: 'Mass',
  LENGTH: 'Length',
  TIME: 'Time',
  TEMPERATURE: 'Temperature',
  CURRENT: 'Electric current',
  gCO2e_STUFF: 'CO2e',
  piece_STUFF: 'Pieces',
  person_STUFF: 'Persons',
  site_STUFF: 'Sites',
  realmoney_STUFF: 'Money',
};

/** Names that are understood and refused, each with the way to write it. */
export const refused: Readonly<Record<string, string>> = {
  ton: 'ton is three different masses: write t (1000 kg)',
  tons: 'tons are three different masses: write t (1000 kg)',
  tonne: 'write t',
  degC: 'degC has an offset: write K for a difference of temperature',
  celsius: 'celsius has an offset: write K for a difference of temperature',
  yr: 'annual totals carry no "per year"; a duration is written year',
  a: 'annual totals carry no "per year"; a duration is written year',
  CO2: 'a substance is part of the unit: write tCO2e or tCO2, without a space',
  CO2e: 'a substance is part of the unit: write tCO2e, without a space',
  CNY: 'money states its price year: CNY_2023, or CNY_nominal',
  RMB: 'write CNY with its price year: CNY_2023',
  USD: 'money states its price year: USD_2023, or USD_nominal',
  EUR: 'money states its price year: EUR_2024, or EUR_nominal',
};
