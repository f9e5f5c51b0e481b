// Bars that float between two values, as stacked bars of which the lowest is not seen: for waterfalls and lying bars.
import type { NativeLabel, NativeSeries } from '../types.ts';

/** A stretch of a bar. Stretches of one bar follow each other without a gap. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly color: string;
  /** What the colour stands for. */
  readonly name: string;
}

export interface FloatingBar {
  readonly stretches: readonly Stretch[];
  /** Written beyond the end that lies further from zero, that above it of a bar that crosses it; `after` so much room for what is drawn there. */
  readonly end: { readonly text: string; readonly color: string; readonly after?: number } | undefined;
  /** Written before the other end. */
  readonly start?: { readonly text: string; readonly color: string } | undefined;
}

/** What of a stretch lies above zero, or below it. */
function share({ from, to }: Stretch, sign: 1 | -1): readonly [number, number] {
  const [near, far] = [Math.min(from * sign, to * sign), Math.max(from * sign, to * sign)];
  return [Math.max(0, near) * sign, Math.max(0, far) * sign];
}

const isBelow = ({ stretches }: FloatingBar): boolean =>
  stretches.every(({ from, to }) => from <= 0 && to <= 0) &&
  stretches.some(({ from, to }) => from < 0 || to < 0);

const crossesZero = ({ stretches }: FloatingBar): boolean =>
  stretches.some(({ from, to }) => Math.min(from, to) < 0) &&
  stretches.some(({ from, to }) => Math.max(from, to) > 0);

/** What holds a bar up: from zero to its end that lies nearer. A bar that crosses zero needs nothing. */
function baseOf(bar: FloatingBar): number {
  if (crossesZero(bar)) return 0;
  const near = bar.stretches.map((stretch) => share(stretch, 1)[0] || share(stretch, -1)[0]);
  return near.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0;
}

/**
 * @param room length of the unseen stretch that carries what is written at an end
 * @param names how the sheet calls the unseen series
 */
export function floating(
  bars: readonly FloatingBar[],
  room: number,
  names: { readonly base: string; readonly label: string },
): readonly NativeSeries[] {
  const kinds = new Map<string, { readonly name: string; readonly color: string; readonly place: number }>();
  for (const { stretches } of bars)
    for (const [place, { name, color }] of stretches.entries())
      kinds.set(`${place}\n${name}\n${color}`, { name, color, place });
  const ordered = [...kinds.values()].toSorted((one, other) => one.place - other.place);
  // Programs stack away from zero: of what lies below it the last stretch is the nearest.
  const shown = ([1, -1] as const).flatMap((sign) =>
    (sign === 1 ? ordered : ordered.toReversed()).flatMap(({ name, color, place }): NativeSeries[] => {
      const values = bars.map(({ stretches }) => {
        const one = stretches[place];
        if (one === undefined || one.name !== name || one.color !== color) return 0;
        const [near, far] = share(one, sign);
        return far - near;
      });
      return values.every((value) => value === 0) ? [] : [{ name, draw: 'bar', values, color }];
    }),
  );
  const starts = (bar: FloatingBar, at: number): NativeLabel[] =>
    bar.start === undefined ? [] : [{ at, place: crossesZero(bar) ? 'start' : 'end', ...bar.start }];
  const before = bars.map((bar) => (bar.start !== undefined && crossesZero(bar) ? -room : 0));
  const after = bars.map(({ end }) => end?.after ?? 0);
  return [
    {
      name: names.base,
      draw: 'bar',
      values: bars.map(baseOf),
      color: undefined,
      labels: bars.flatMap((bar, at) => (crossesZero(bar) ? [] : starts(bar, at))),
    },
    ...shown,
    ...(before.every((value) => value === 0)
      ? []
      : [
          {
            name: names.label,
            draw: 'bar',
            values: before,
            color: undefined,
            labels: bars.flatMap((bar, at) => (crossesZero(bar) ? starts(bar, at) : [])),
          } as const,
        ]),
    ...(after.every((value) => value === 0)
      ? []
      : [{ name: names.base, draw: 'bar', values: after, color: undefined } as const]),
    {
      name: names.label,
      draw: 'bar',
      values: bars.map((bar) => (bar.end === undefined ? 0 : isBelow(bar) ? -room : room)),
      color: undefined,
      labels: bars.flatMap(({ end }, at): NativeLabel[] =>
        end === undefined ? [] : [{ at, place: 'start', text: end.text, color: end.color }],
      ),
    },
  ];
}
