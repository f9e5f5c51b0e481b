// Numbers as a reader sees them: real minus, thousands separated, no more digits than the chart can carry.

import { significant } from '../../units/index.ts';
import type { Language } from '../wording.ts';
import { percentSign } from './units.ts';

const MINUS = '−';

/** Decimals that show about three digits of the largest value of a chart. */
export function decimalsFor(largest: number): number {
  const size = Math.abs(largest);
  if (size >= 100 || size === 0) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}

/** `−1,234.5`; never `−0`, and nothing is `0`. */
export function fixed(value: number, decimals: number): string {
  if (value === 0) return '0';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? digits : `${digits}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** With its sign always: `+12`, `−3`, `0`. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A number as short as it is exact to `digits` significant digits: goals, gaps. */
export function short(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  const decimals = rounded === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  const text = fixed(rounded, Math.min(decimals, 12));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A share in percent: `11.7 %`, in Chinese `11.7%`. */
export const percentOf = (share: number, language: Language, digits = 3): string =>
  short(share * 100, digits) + percentSign(language);

/** For machines: 12 significant digits, no trailing noise of binary fractions. */
export function exact(value: number): string {
  return String(significant(value, 12));
}

/** All digits that count, with separators where there are thousands: `1,234.5678`. */
export function separated(value: number): string {
  const text = String(significant(value, 12));
  const [, whole = '', fraction = ''] = /^(-?\d+)(\.\d{1,12})?$/.exec(text) ?? [];
  // What is too small or too large to be written out is for the library of languages, which takes long to start.
  return whole === ''
    ? Number(text).toLocaleString('en', { maximumFractionDigits: 12 })
    : whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10] as const;

/** Round axis values that cover low to high in about `count` steps, its ends included. */
export function axisValues(low: number, high: number, count: number): number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (ROUND_STEPS.find((candidate) => candidate * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil((high > low ? high : low + span) / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Years to print under an axis: the ends, and round years between them that keep their distance. */
export function axisYears(years: readonly number[], width: number, gap = 62): number[] {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const pixels = (from: number, to: number) => ((to - from) / Math.max(1, last - first)) * width;
  const long = last - first > 14;
  const steps = long ? [5, 10, 20, 50] : [1, 2, 5, 10];
  const step = steps.find((candidate) => pixels(0, candidate) >= gap) ?? 100;
  const inner = years.filter(
    (year) => year % step === 0 && pixels(first, year) >= gap * 0.8 && pixels(year, last) >= gap * 0.8,
  );
  return first === last ? [first] : [first, ...inner, last];
}
