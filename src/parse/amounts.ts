// The amounts of a value: a number with its unit, or a bare one that takes the unit beside it.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { type Amount, explainAmount, parseAmount } from '../units/index.ts';
import type { Located } from './value-types.ts';

/** Reads one amount; a fault is reported, and the number is then none. */
export type AmountReader = (raw: string | number, span: Span) => Located<Amount>;

export function amountReader(unit: string | undefined, diagnostics: Diagnostic[]): AmountReader {
  return (raw, span) => {
    const reading = readAmount(raw, span, unit);
    if (reading.diagnostic !== undefined) diagnostics.push(reading.diagnostic);
    return { value: reading.amount ?? { number: Number.NaN, unit: '1' }, span };
  };
}

type AmountReading =
  | { readonly amount: Amount; readonly diagnostic?: never }
  | { readonly amount?: never; readonly diagnostic: Diagnostic };

/** A bare number takes the unit beside it, or none. */
export function readAmount(raw: string | number, span: Span, unit: string | undefined): AmountReading {
  const amount = parseAmount(String(raw));
  if (amount === undefined)
    return {
      diagnostic: error('value/amount', `${JSON.stringify(raw)} is not a number with a unit`, span, {
        help: explainAmount(String(raw)),
      }),
    };
  return { amount: unit !== undefined && amount.unit === '1' ? { number: amount.number, unit } : amount };
}
