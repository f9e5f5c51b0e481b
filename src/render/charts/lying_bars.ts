// One panel of lying bars around a value, each with its name and a label at either end: for tornadoes and drivers.
import type { Area, Drawing } from './chart.ts';
import type { LegendEntry } from './legend.ts';
import { axisValues, fixed } from './numbers.ts';
import { assemble, grid, isNarrow } from './panels.ts';
import { type Box, boxLayers, type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { textWidth, wrap } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

/** A stretch of a bar, and what is written at its far end. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly label: string;
}

export interface LyingBar {
  readonly name: string;
  readonly parts: readonly Part[];
  /** A whisker of one standard error to both sides. */
  readonly whisker?: { readonly low: number; readonly high: number } | undefined;
}

export interface LyingPicture {
  readonly bars: readonly LyingBar[];
  /** Where the line stands from which bars lead away. */
  readonly centre: number;
  readonly centreLabel: string;
  readonly low: number;
  readonly high: number;
  readonly legend: readonly LegendEntry[];
  /** Behind each number: that of percent, or empty. */
  readonly sign: string;
}

const MOST_NAME = 300;
const BAR_SHARE = 0.6;
const GAP = 8;
/** A name that stands above its bar. */
const NAME_LINE = 20;

export function drawLyingBars(picture: LyingPicture, area: Area): Drawing {
  const { bars, centre, legend, sign } = picture;
  const above = isNarrow(area);
  const names = bars.map(({ name }) =>
    above ? wrap(name, area.width, SIZE.label, false, 1) : wrap(name, MOST_NAME, SIZE.label, false, 2),
  );
  const widest = Math.max(0, ...names.flat().map((line) => textWidth(line, SIZE.label)));
  const room = (side: 'left' | 'right'): number =>
    Math.max(
      0,
      ...bars
        .flatMap(({ parts }) => parts)
        .filter(({ to }) => (side === 'left' ? to < centre : to >= centre))
        .map(({ label }) => textWidth(label, SIZE.small)),
    ) + GAP;
  const made = grid(area, {
    columns: [''],
    rows: [''],
    axis: above ? 4 : Math.ceil(widest) + 18,
    labels: 0,
    foot: 30,
    head: 26,
    legend,
  });
  const [left, right] = [room('left'), room('right')];
  const span = picture.high - picture.low || 1;
  const across = made.width - left - right;
  const toX = (value: number): number => left + ((value - picture.low) / span) * across;
  const slot = made.height / Math.max(1, bars.length);
  const thick = Math.min(30, (above ? slot - NAME_LINE : slot) * BAR_SHARE);
  const middle = (index: number): number => (index + 0.5) * slot + (above ? NAME_LINE / 2 : 0);
  const boxes = bars.flatMap(({ parts }, index): readonly Box[] =>
    parts.map(({ from, to, color }) => ({
      x: Math.min(toX(from), toX(to)),
      y: middle(index) - thick / 2,
      width: Math.abs(toX(to) - toX(from)),
      height: thick,
      color,
    })),
  );
  const ticks = axisValues(picture.low, picture.high, above ? 2 : 5).filter(
    (tick) => tick >= picture.low && tick <= picture.high,
  );
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  /** From top to bottom, or past every bar where names stand between them. */
  const upright = (x: number, top: number): readonly Omit<Rule, 'color'>[] =>
    above
      ? bars.map((_, index) => ({ x, y: index * slot + NAME_LINE, x2: x, y2: (index + 1) * slot - 2 }))
      : [{ x, y: top, x2: x, y2: made.height }];
  const lines: Rule[] = [
    ...ticks.flatMap((tick) => upright(toX(tick), 0).map((rule) => ({ ...rule, color: COLOUR.grid }))),
    ...upright(toX(centre), -6).map((rule) => ({ ...rule, color: COLOUR.ink, width: 1.5 })),
  ];
  const whiskers = bars.flatMap(({ whisker }, index): readonly Rule[] =>
    whisker === undefined
      ? []
      : [
          {
            x: toX(whisker.low),
            y: middle(index),
            x2: toX(whisker.high),
            y2: middle(index),
            color: COLOUR.ink,
            width: 1.5,
          },
        ],
  );
  const texts: Text[] = [
    ...names.map(
      (name, index): Text => ({
        ...(above
          ? { x: 0, y: middle(index) - thick / 2 - NAME_LINE / 2, align: 'left' }
          : { x: -12, y: middle(index) - ((name.length - 1) * 17) / 2, align: 'right' }),
        text: name,
        baseline: 'middle',
        lineHeight: 17,
      }),
    ),
    ...bars.flatMap(({ parts, whisker }, index) =>
      parts.map(({ to, label }): Text => {
        const isLeft = to < centre;
        const end = isLeft ? to : Math.max(to, whisker?.high ?? to);
        return {
          x: toX(end) + (isLeft ? -GAP : GAP),
          y: middle(index),
          text: label,
          size: SIZE.small,
          color: COLOUR.grey,
          align: isLeft ? 'right' : 'left',
          baseline: 'middle',
        };
      }),
    ),
    ...ticks.map(
      (tick): Text => ({
        x: toX(tick),
        y: made.height + 18,
        text: fixed(tick, decimals) + sign,
        color: COLOUR.grey,
        align: 'center',
      }),
    ),
    {
      x: toX(centre),
      y: -14,
      text: picture.centreLabel,
      bold: true,
      color: COLOUR.navy,
      align: toX(centre) < made.width * 0.15 ? 'left' : 'center',
    },
  ];
  return assemble(made, [
    [
      ...ruleLayers(lines),
      ...boxLayers(boxes),
      ...ruleLayers(whiskers),
      ...textLayers(texts.filter(({ text }) => text !== '')),
    ],
  ]);
}
