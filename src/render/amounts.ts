// Amounts in tables whose sizes differ a thousandfold: in English the head of the column has the unit, in Chinese each amount.
import { short } from './charts/numbers.ts';
import { briefUnit, declared, unitName } from './charts/units.ts';
import type { Language } from './wording.ts';

/** What the head of a column says of its amounts: their unit; in Chinese the price year alone, since each amount names 万元 or 亿元 itself. */
export const headUnit = (unit: string, language: Language): string =>
  language === 'zh'
    ? (/（([^（）]+)）$/.exec(unitName(unit, language))?.[1] ?? '')
    : unitName(unit, language);

/** An amount below such a head: a number; in Chinese with its unit. */
export function amountBelow(value: number, unit: string, language: Language, digits = 3): string {
  if (language === 'en') return short(value, digits);
  const { factor, name } = declared(unit, value, language);
  return short(value / factor, digits) + (value === 0 ? '' : briefUnit(name, language));
}
