// A number of the graph as the page writes it: in its declared unit, in Chinese in 万 and 亿.

import { shown } from '../explain/text.ts';
import type { GraphQuantity } from '../explain/types.ts';
import { inDeclaredUnit } from '../explain/walk.ts';
import { declared } from '../render/charts/units.ts';
import type { Language } from '../render/wording.ts';
import { significant } from '../units/significant.ts';

/** @param beside another amount that shares the unit */
export function amountOf(
  value: number,
  quantity: GraphQuantity,
  language: Language,
  { beside = value, digits = 14 }: { readonly beside?: number; readonly digits?: number } = {},
): { readonly text: string; readonly unit: string } {
  const [own, other] = [value, beside].map((one) => inDeclaredUnit(one, quantity)) as [number, number];
  const { factor, name } = declared(quantity.unit, Math.max(Math.abs(own), Math.abs(other)), language);
  return { text: shown(significant(own / factor, digits)), unit: name };
}
