// Numbers for the sheets: series found by name, sums over elements, units that readers take in, names that formulas tell apart.
import type { Findings, Series, Title } from '../../analyse/index.ts';
import { decimalsFor } from '../charts/numbers.ts';
import { scaled } from '../charts/units.ts';
import { question } from '../question.ts';
import { type Language, named } from '../wording.ts';

/** A unit of the sheet: by what a declared value is divided, and how the numbers look. */
export interface Shown {
  readonly factor: number;
  readonly unit: string;
  readonly format: string;
}

/**
 * A share stays a number between 0 and 1 that looks like percent.
 * @param fewest decimals that small values beside large ones need
 */
export function shownIn(unit: string, values: readonly number[], language: Language, fewest = 0): Shown {
  if (unit === '1') return { factor: 1, unit: '%', format: '0.0%' };
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const { factor, name } = scaled(unit, largest, language);
  const decimals = Math.max(fewest, decimalsFor(largest / factor));
  return { factor, unit: name, format: `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}` };
}

export const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/**
 * Titles by name, no two alike: formulas compare texts without regard to case, and must not take one scenario for another.
 */
export function labels(
  list: readonly { readonly name: string; readonly title: Title }[],
  language: Language,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, title } of list) {
    const text = named(title, language);
    let label = text;
    for (let count = 2; taken.has(label.toLowerCase()); count++) label = `${text} (${count})`;
    taken.add(label.toLowerCase());
    made.set(name, label);
  }
  return made;
}

/** The series of some quantities in one scenario with one strategy. */
export type SeriesOf = (quantity: string, scenario: string, strategy: string) => readonly Series[];

export function seriesOf({ series }: Findings, quantities: ReadonlySet<string>): SeriesOf {
  const found = new Map<string, Series[]>();
  const keyOf = (...names: readonly string[]): string => JSON.stringify(names);
  for (const one of series) {
    if (!quantities.has(one.quantity)) continue;
    const key = keyOf(one.quantity, one.scenario, one.strategy);
    const list = found.get(key) ?? [];
    list.push(one);
    found.set(key, list);
  }
  return (...names) => found.get(keyOf(...names)) ?? [];
}

/** The value of a year; that of the base year for a quantity that has no other. */
export const valueIn = ({ years, values }: Series, year: number): number =>
  values[years.length === 1 ? 0 : years.indexOf(year)] ?? Number.NaN;

export const sumIn = (series: readonly Series[], year: number): number =>
  series.reduce((sum, one) => sum + valueIn(one, year), 0);

/** The question about a number of a case, over all elements where there are several. */
export function questionOf(
  findings: Findings,
  of: SeriesOf,
  asked: {
    readonly quantity: string;
    readonly year: number;
    readonly scenario: string;
    readonly strategy: string;
  },
): string {
  const { quantity, year, scenario, strategy } = asked;
  const own = of(quantity, scenario, strategy);
  const inBase = findings.quantities.get(quantity)?.over === 'base';
  return question(findings, {
    ...asked,
    item: own.length > 1 ? 'all' : own[0]?.item,
    year: inBase ? findings.baseYear : year,
  });
}
