// How targets and headlines are said in a few characters: for the terminal's summary and the report alike.

import type { Findings, HeadlineFinding, TargetFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { decimalsFor, fixed, short } from './charts/numbers.ts';
import { type Scaled, scaled, signOf } from './charts/units.ts';
import { type Language, named, say } from './wording.ts';

export const targetText = (value: number, unit: Scaled, language: Language): string =>
  short(value / unit.factor, 4) + signOf(unit.name, language);

/** `as set` where a target is met by decree, or when a missed one is met after all. */
export function remarkText(
  { met, setByInput, firstYearMet: year }: TargetFinding,
  language: Language,
): string {
  if (met) return setByInput ? say(language, 'as set', '策略设定') : '';
  return year === undefined ? say(language, 'never', '从未') : say(language, `in ${year}`, `${year} 年`);
}

/** `✓ 5.36`, `✓ 50 %, as set`, or `✗ 9.48 %, never`: the sign says it to those who see no colour. */
export function outcomeText(target: TargetFinding, language: Language): string {
  const value = targetText(target.value, scaled(target.unit, target.goal, language), language);
  const parts = [`${target.met ? '✓' : '✗'} ${value}`, remarkText(target, language)];
  return parts.filter((part) => part !== '').join(say(language, ', ', '，'));
}

export function goalText(target: TargetFinding, language: Language): string {
  const unit = scaled(target.unit, target.goal, language);
  const name = unit.name === '%' || unit.name === '' ? '' : ` ${unit.name}`;
  const past = target.noActualReported ? say(language, ', no actual reported', '，未披露实际值') : '';
  const goal = `${target.direction === 'at_least' ? '≥' : '≤'} ${targetText(target.goal, unit, language)}${name}`;
  return say(language, `${target.year}: `, `${target.year} 年：`) + goal + past;
}

/** One headline quantity in all scenarios and strategies, with the unit and decimals that all its numbers share. */
export interface HeadlineGroup {
  readonly quantity: string;
  readonly title: string;
  readonly unit: Scaled;
  readonly decimals: number;
  /** The years it is shown in: one for a quantity that has but one value. */
  readonly years: readonly { readonly horizon: 'short' | 'medium' | 'long'; readonly year: number }[];
  readonly own: readonly HeadlineFinding[];
}

/** One number of decimals a group makes its numbers comparable; small values beside large ones keep a digit. */
export function headlineGroups(findings: Findings, language: Language): readonly HeadlineGroup[] {
  const { headlines, horizons, quantities } = findings;
  return distinct(headlines.map(({ quantity }) => quantity)).flatMap((quantity): HeadlineGroup[] => {
    const own = headlines.filter((headline) => headline.quantity === quantity);
    const [first] = own;
    if (first === undefined) return [];
    const largest = Math.max(...own.flatMap(({ values }) => Object.values(values)).map(Math.abs));
    const unit = scaled(first.unit, largest, language);
    const once = quantities.get(quantity)?.over === 'base';
    const shown = once ? (['long'] as const) : (['short', 'medium', 'long'] as const);
    return [
      {
        quantity,
        title: named(first.title, language),
        unit,
        decimals: decimalsFor(largest / unit.factor),
        years: shown.map((horizon) => ({ horizon, year: horizons[horizon] })),
        own,
      },
    ];
  });
}

export const headlineText = (value: number, { unit, decimals }: HeadlineGroup): string =>
  fixed(value / unit.factor, decimals);
