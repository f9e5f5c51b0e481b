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
  /** Written beyond the end that lies further from zero, or beyond either end; `after` so much room for what is drawn there. */
  readonly end: { readonly text: string; readonly color: string; readonly after?: number } | undefined;
  readonly start?: { readonly text: string; readonly color: string } | undefined;
}

/** What of a stretch lies above zero, or below it. */
function share({ from, to }: Stretch, sign: 1 | -1): readonly [number, number] {
  const [near, far] = [Math.min(from * sign, to * sign), Math.max(from * sign, to * sign)];
  return [Math.max(0, near) * sign, Math.max(0, far) * sign];
}

/** Bars may cross zero, as a waterfall does, if each is one stretch; several stretches lie on one side of it. */
export const canFloat = (bars: readonly FloatingBar[]): boolean =>
  bars.every(({ stretches }) => {
    const [first] = stretches;
    if (stretches.length < 2 || first === undefined) return true;
    const sign = first.from < 0 || first.to < 0 ? -1 : 1;
    return stretches.every(
      ({ from, to }, index) =>
        from * sign >= 0 &&
        to * sign >= from * sign &&
        (index === 0 || Math.abs(from - (stretches[index - 1]?.to ?? from)) < 1e-9),
    );
  });

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
  const base = bars.map(({ stretches: [first] }) => {
    if (first === undefined) return 0;
    return share(first, 1)[0] || share(first, -1)[0];
  });
  const shown = ordered.flatMap(({ name, color, place }): NativeSeries[] =>
    ([1, -1] as const).flatMap((sign) => {
      const values = bars.map(({ stretches }) => {
        const one = stretches[place];
        if (one === undefined || one.name !== name || one.color !== color) return 0;
        const [near, far] = share(one, sign);
        return far - near;
      });
      return values.every((value) => value === 0) ? [] : [{ name, draw: 'bar', values, color }];
    }),
  );
  const isBelow = ({ stretches }: FloatingBar): boolean =>
    stretches.every(({ from, to }) => from <= 0 && to <= 0) &&
    stretches.some(({ from, to }) => from < 0 || to < 0);
  const after = bars.map(({ end }) => end?.after ?? 0);
  return [
    {
      name: names.base,
      draw: 'bar',
      values: base,
      color: undefined,
      labels: bars.flatMap(({ start }, at): NativeLabel[] =>
        start === undefined ? [] : [{ at, place: 'end', ...start }],
      ),
    },
    ...shown,
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
