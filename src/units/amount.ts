// A number with its unit, as values in files write it: "1.423 tCO2e/t", "50 %", "2". For every reader of values.
import type { Unit } from './unit.ts';

export interface Amount {
  readonly number: number;
  /** `1` where nothing is written. */
  readonly unit: string;
}

const AMOUNT = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?:(%)|\s+((?:1\s*\/|[^\d\s]).*)|)$/;

/** True if digits other than 0 became 0: the number is smaller than any that a computer holds. */
export const isVanishing = (number: number, written: string): boolean =>
  number === 0 && /^[^eE]*[1-9]/.test(written);

/** Reads an amount; undefined if the text is not one (thousands separators, a missing space, words). */
export function parseAmount(text: string): Amount | undefined {
  const match = AMOUNT.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  const number = Number(match[1]);
  return Number.isFinite(number) && !isVanishing(number, match[1])
    ? { number, unit: match[2] ?? match[3] ?? '1' }
    : undefined;
}

/** Prints an amount so that {@link parseAmount} reads the same one. */
export const printAmount = ({ number, unit }: Amount): string =>
  unit === '1' ? String(number) : `${number} ${unit}`;

/** A value in base units as messages show it, in a unit of people: `5.39 kgCO2e/kg`. */
export const showAmount = (value: number, unit: Unit, digits = 6): string =>
  printAmount({ number: Number((value / unit.factor).toPrecision(digits)), unit: unit.text });

/** How to write what {@link parseAmount} refuses. */
export function explainAmount(text: string): string {
  const written = text.trim();
  const [, number] = AMOUNT.exec(written) ?? [];
  if (number !== undefined)
    return isVanishing(Number(number), number)
      ? 'it is too small to compute with'
      : 'it is too large to compute with';
  const grouped = /^[+-]?\d{1,3}(?:[, ']\d{3})+(?!\d)/;
  if (grouped.test(written))
    return `write ${written.replace(grouped, (number) => number.replaceAll(/[, ']/g, ''))}, without separators between thousands`;
  const comma = /^([+-]?\d+),(?=\d)/;
  if (comma.test(written)) return `write ${written.replace(comma, '$1.')}, with a decimal point`;
  const close = /^([+-]?\d+(?:\.\d+)?)(?=[A-Za-z])/;
  if (close.test(written)) return `write ${written.replace(close, '$1 ')}, with a space`;
  return 'write for example 1.5, 50 % or 1.423 tCO2e/t';
}
