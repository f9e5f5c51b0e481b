// What the axes of native charts have in common: formats, ticks and which years are named.
import { fixed } from '../../charts/numbers.ts';
import { heightOf, widthOf } from '../measures.ts';
import type { NativeChart } from '../types.ts';

/** `#,##0.0` and the like; the sign behind is only written, as values are in percent already. */
export function formatOf(decimals: number, sign: string, signed = false): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const whole = sign === '' ? digits : `${digits}"${sign}"`;
  return signed ? `+${whole};-${whole};0` : whole;
}

const decimalsOf = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));

export interface ValueAxis {
  readonly axis: NativeChart['axis'];
  readonly format: string;
  /** Inches that its labels take. */
  readonly room: number;
}

export function valueAxis(ticks: readonly number[], sign: string, size: number): ValueAxis {
  const decimals = decimalsOf(ticks);
  const widest = Math.max(...ticks.map((tick) => widthOf(fixed(tick, decimals) + sign, size)));
  const [low = 0, second = 1] = ticks;
  return {
    axis: { low, high: ticks.at(-1) ?? 1, step: Number((second - low).toPrecision(12)) },
    format: formatOf(decimals, sign),
    room: widest + 0.14,
  };
}

/** All years from the first to the last: between the ends of a path that has few, lines run on. */
export function allYears(years: readonly number[]): readonly number[] {
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

/** Every how manieth category is named: those that keep their distance, the last one among them if that can be. */
export function everyFor(count: number, width: number, size: number): number {
  const each = width / Math.max(1, count - 1);
  const least = Math.max(1, Math.ceil((widthOf('2050', size) + 0.12) / each));
  const steps = Array.from({ length: Math.max(1, count) }, (_, index) => index + 1).filter(
    (step) => step >= least,
  );
  return (
    steps.find((step) => (count - 1) % step === 0 && step < count - 1) ??
    steps.find((step) => (count - 1) % step === 0) ??
    least
  );
}

/** The axis with every second value, where they would stand too close. */
export function spaced(axis: NativeChart['axis'], height: number, size: number): NativeChart['axis'] {
  const count = (axis.high - axis.low) / axis.step;
  return height / Math.max(1, count) < heightOf(1, size) * 1.25 ? { ...axis, step: axis.step * 2 } : axis;
}
