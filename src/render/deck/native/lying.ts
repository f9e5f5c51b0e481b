// Lying bars around a value as a native chart: stacked bars that float between their two ends.
import type { LyingBar, LyingPicture, Part } from '../../charts/lying_bars.ts';
import { axisValues } from '../../charts/numbers.ts';
import { COLOUR } from '../../charts/theme.ts';
import { type Language, say } from '../../wording.ts';
import { fitted, widthOf } from '../measures.ts';
import type { Block, Box } from '../types.ts';
import { valueAxis } from './axes.ts';
import { type FloatingBar, floating } from './bars.ts';
import { gridOf } from './grid.ts';

const SIZE = 10;
const MOST_NAME = 3.2;

/** Parts on one side of the centre as pieces that follow each other, the shorter one first. */
function piecesOf(parts: readonly Part[], centre: number): readonly Part[] {
  const outwards = parts.toSorted((one, other) => Math.abs(one.to - centre) - Math.abs(other.to - centre));
  return outwards.map((part, index) => ({ ...part, from: outwards[index - 1]?.to ?? part.from }));
}

function floatingBar({ parts, whisker }: LyingBar, { centre, legend }: LyingPicture): FloatingBar {
  const side = (after: boolean): readonly Part[] =>
    piecesOf(
      parts.filter(({ to }) => to >= centre === after),
      centre,
    );
  const [left, right] = [side(false), side(true)];
  const stretches = [...left.toReversed(), ...right].map(({ from, to, color }) => ({
    from: Math.min(from, to),
    to: Math.max(from, to),
    color,
    name: legend.find((entry) => entry.color === color)?.label ?? color,
  }));
  const labelOf = (pieces: readonly Part[]) => {
    const said = pieces.map(({ label }) => label).filter((label) => label !== '');
    return said.length === 0 ? undefined : { text: said.join(' · '), color: COLOUR.grey };
  };
  const [start, end] = [labelOf(left.toReversed()), labelOf(right)];
  const below = stretches.length > 0 && stretches.every(({ to }) => to <= 0);
  const far = below ? start : end;
  const after = Math.max(0, (whisker?.high ?? 0) - (stretches.at(-1)?.to ?? 0));
  return { stretches, start: below ? end : start, end: far && { ...far, after } };
}

export function nativeLying(
  picture: LyingPicture,
  area: Box,
  alt: string,
  language: Language,
): readonly Block[] {
  const { bars, low, high, sign, legend, centreLabel } = picture;
  const all = bars.map((bar) => floatingBar(bar, picture));
  const value = valueAxis(axisValues(low, high, 5), sign, SIZE);
  const names = bars.map(({ name }) => fitted(name, MOST_NAME, SIZE, 1));
  const { blocks, places } = gridOf(area, {
    columns: [''],
    rows: [''],
    count: 1,
    legend: [
      ...legend,
      ...(centreLabel === ''
        ? []
        : [
            {
              mark: 'line',
              color: COLOUR.ink,
              label: say(language, `central case: ${centreLabel}`, `中心情形：${centreLabel}`),
            } as const,
          ]),
    ],
    axis: Math.max(0, ...names.map((name) => widthOf(name, SIZE))) + 0.2,
    labels: 0.3,
    foot: 0.35,
    feet: false,
  });
  const [place] = places;
  if (place === undefined) return [];
  const { box, inner } = place;
  const widest =
    Math.max(
      0,
      ...all.flatMap(({ start, end }) =>
        [start, end].map((each) => (each === undefined ? 0 : widthOf(each.text, SIZE, true))),
      ),
    ) + 0.15;
  const room = (value.axis.high - value.axis.low) * Math.min(0.3, widest / inner.w);
  const needs = bars.some(({ parts }) => parts.some(({ to, label }) => to < picture.centre && label !== ''))
    ? room
    : 0;
  const { step } = value.axis;
  const down = (at: number): number => Number((Math.floor(at / step) * step).toPrecision(12));
  const axis = {
    ...value.axis,
    low: Math.max(low < 0 ? -Infinity : 0, Math.min(value.axis.low, down(low - needs))),
    high: Math.max(value.axis.high, high + room),
  };
  const xOf = (at: number): number => box.x + inner.x + ((at - axis.low) / (axis.high - axis.low)) * inner.w;
  const x = xOf(picture.centre);
  const line: Block[] =
    centreLabel === ''
      ? []
      : [
          {
            kind: 'line',
            from: { x, y: box.y + inner.y },
            to: { x, y: box.y + inner.y + inner.h },
            color: COLOUR.ink,
            width: 1.25,
          },
        ];
  const whiskers = bars.flatMap(({ whisker }, index): Block[] => {
    if (whisker === undefined) return [];
    const y = box.y + inner.y + ((index + 0.5) * inner.h) / bars.length;
    const [from, to] = [
      { x: xOf(whisker.low), y },
      { x: xOf(whisker.high), y },
    ];
    return [{ kind: 'line', from, to, color: COLOUR.ink, width: 1.25 }];
  });
  return [
    ...blocks,
    {
      kind: 'chart',
      box,
      alt,
      chart: {
        categories: names,
        series: floating(all, room, {
          base: say(language, 'not seen', '（不可见）'),
          label: say(language, 'room for labels', '（标签位）'),
        }),
        lying: true,
        stacked: true,
        axis,
        format: { axis: value.format, labels: value.format },
        shows: { values: true, categories: true, grid: true, zero: centreLabel === '' },
        every: 1,
        inner,
        size: SIZE,
        gap: 60,
      },
    },
    ...line,
    ...whiskers,
  ];
}
