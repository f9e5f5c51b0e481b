// A share as files write it, for readers of registers, decisions and reconciliations.
import { parseAmount } from '../units/index.ts';

/**
 * `5 %` or `0.05` as a number; undefined for what is no share: text, a unit, less than nothing.
 * A bare number above 1 is one that lost its per cent, and no share either.
 */
export function shareOf(written: string | number): number | undefined {
  const amount = parseAmount(String(written));
  if (amount === undefined || !(amount.number >= 0)) return undefined;
  if (amount.unit === '%') return amount.number * 0.01;
  return amount.unit === '1' && amount.number <= 1 ? amount.number : undefined;
}

/** What a bare number above 1 was meant to be; undefined for anything else that {@link shareOf} refuses. */
export function meantShare(written: string | number): string | undefined {
  const amount = parseAmount(String(written));
  return amount?.unit === '1' && amount.number > 1 ? `did you mean ${amount.number} %?` : undefined;
}
