// How far a value may be off: two numbers from low to high, with the value between them.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import type { ValueMeta } from '../parse/index.ts';
import { printAmount, showAmount, type UnitSystem } from '../units/index.ts';
import type { Origin } from './types.ts';
import { inBaseUnits, type Measured } from './units.ts';

type Range = Pick<Origin, 'range' | 'rangeWritten'>;

/**
 * @param value the one number that the range is about; a path has none
 * @returns undefined if the range is at fault
 */
export function readRange(
  range: ValueMeta['range'],
  value: number | undefined,
  quantity: Measured,
  units: UnitSystem,
  diagnostics: Diagnostic[],
): Range | undefined {
  if (range === undefined) return {};
  const [low, high] = range.map((bound) => inBaseUnits(bound, quantity, units, diagnostics));
  const [{ span }] = range;
  if (low === undefined || high === undefined) return undefined;
  const place = { ...span, to: range[1].span.to };
  if (low > high) {
    diagnostics.push(error('value/range', 'a range leads from low to high', place));
    return undefined;
  }
  // 1.1 t and 1100 kg are the same number but for its last digit.
  const slack = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  if (value !== undefined && (value < low - slack || value > high + slack)) {
    const shown = showAmount(value, quantity.unit);
    diagnostics.push(error('value/range', `${quantity.name}, ${shown}, lies outside its own range`, place));
    return undefined;
  }
  return { range: [low, high], rangeWritten: range.map((bound) => printAmount(bound.value)).join(' to ') };
}
