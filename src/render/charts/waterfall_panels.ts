// Panels of a waterfall: bars that stand where the one before ended; upright if alone, lying if several.
import type { Area, Drawing, Json } from './chart.ts';
import { axisValues, fixed, signed } from './numbers.ts';
import { assemble, type Grid, grid, isNarrow } from './panels.ts';
import { type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { balanced, shortened, textWidth } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

/** One contribution, its sign included. */
export interface Step {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

export interface WaterfallPicture {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row; the same steps in every panel. */
  readonly panels: readonly (readonly Step[])[];
  readonly total: string;
  readonly decimals: number;
}

export interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly label: string;
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const MOST_NAME = 250;
/** Of a narrow picture. */
const NAME_SHARE = 0.48;
const BAR_SHARE = 0.66;
/** Darker where a bar's colour is too light for text. */
export const ON_WHITE: Readonly<Record<string, string>> = { [COLOUR.teal]: '#12786d' };

/** The steps as bars, each from where the one before ended, and the total. */
export function barsOf(steps: readonly Step[], picture: WaterfallPicture): Bar[] {
  let sum = 0;
  const bars = steps.map((step): Bar => {
    const from = sum;
    sum += step.value;
    return {
      name: step.name,
      from,
      to: sum,
      color: step.value < 0 ? COLOUR.teal : COLOUR.red,
      label: signed(step.value, picture.decimals),
    };
  });
  return [
    ...bars,
    { name: picture.total, from: 0, to: sum, color: COLOUR.navy, label: fixed(sum, picture.decimals) },
  ];
}

/** Draws the panels. */
export function drawWaterfall(picture: WaterfallPicture, area: Area): Drawing {
  const all = picture.panels.map((steps) => barsOf(steps, picture));
  const ends = all.flatMap((bars) => bars.flatMap((bar) => [bar.from, bar.to]));
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  return all.length === 1 && !isNarrow(area)
    ? upright(all[0] ?? [], low, high, area)
    : lying(all, low, high, picture, area);
}

function upright(bars: readonly Bar[], low: number, high: number, area: Area): Drawing {
  const ticks = axisValues(low, high, 5);
  const scale: Scale = { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
  const texts = ticks.map((tick) => fixed(tick, decimalsOf(ticks)));
  const axis = Math.ceil(Math.max(...texts.map((text) => textWidth(text, SIZE.label)))) + 14;
  const made = grid(area, { columns: [''], rows: [''], axis, labels: 0, foot: 66, head: 24 });
  const slot = made.width / bars.length;
  const names: Text[] = bars.map((bar, index) => ({
    x: (index + 0.5) * slot,
    y: made.height + 16,
    text: balanced(bar.name, slot - 10, SIZE.label, false, 3),
    align: 'center',
    baseline: 'top',
    lineHeight: 18,
  }));
  return assemble(made, [
    [
      ...barLayers(bars, scale, made, true, true),
      ...textLayers([...names, ...values(bars, scale, made, true)]),
    ],
  ]);
}

function lying(
  all: readonly (readonly Bar[])[],
  low: number,
  high: number,
  picture: WaterfallPicture,
  area: Area,
): Drawing {
  const names = all[0]?.map((bar) => bar.name) ?? [];
  const widest = Math.max(...names.map((name) => textWidth(name, SIZE.label)));
  const axis = Math.ceil(Math.min(widest, isNarrow(area) ? area.width * NAME_SHARE : MOST_NAME)) + 16;
  const made = grid(area, {
    columns: picture.columns,
    rows: picture.rows,
    axis,
    labels: 0,
    foot: 8,
    head: picture.rows.length > 1 ? 14 : 4,
  });
  // Room inside the panel for the labels at the ends of its longest bars.
  const label = Math.max(...all.flat().map((bar) => textWidth(bar.label, SIZE.label, true))) + 14;
  const perPixel = (high - low || 1) / Math.max(1, made.width - label * (low < 0 ? 2 : 1));
  const scale: Scale = {
    low: low < 0 ? low - label * perPixel : low,
    high: high + label * perPixel,
    ticks: [],
  };
  const columns = picture.columns.length;
  return assemble(
    made,
    all.map((bars, index) => {
      const slot = made.height / bars.length;
      const words: Text[] =
        index % columns === 0
          ? bars.map((bar, place) => ({
              x: -12,
              y: (place + 0.5) * slot,
              text: shortened(bar.name, axis - 14, SIZE.label),
              align: 'right',
              bold: place === bars.length - 1,
            }))
          : [];
      return [
        ...barLayers(bars, scale, made, false, false),
        ...textLayers([...words, ...values(bars, scale, made, false)]),
      ];
    }),
  );
}

const decimalsOf = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));

/** From an amount to pixels along the bars. */
function along(amount: number, scale: Scale, made: Grid, up: boolean): number {
  const share = (amount - scale.low) / (scale.high - scale.low || 1);
  return up ? (1 - share) * made.height : share * made.width;
}

function barLayers(bars: readonly Bar[], scale: Scale, made: Grid, up: boolean, labels: boolean): Json[] {
  const slot = (up ? made.width : made.height) / bars.length;
  const place: Json = {
    field: 'place',
    type: 'ordinal',
    scale: { paddingInner: 1 - BAR_SHARE, paddingOuter: (1 - BAR_SHARE) / 2 },
    axis: null,
  };
  const amount: Json = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [scale.low, scale.high], nice: false, zero: false },
    axis: labels ? { values: scale.ticks, format: `,.${decimalsOf(scale.ticks)}f` } : null,
  };
  const until: Json = { field: 'to' };
  const values = bars.map((bar, index) => ({
    place: index,
    name: bar.name,
    from: bar.from,
    to: bar.to,
    color: bar.color,
  }));
  const rules = bars.slice(0, -1).map((bar, index): Rule => {
    const level = along(bar.to, scale, made, up);
    const from = (index + (1 + BAR_SHARE) / 2) * slot;
    const to = (index + 1 + (1 - BAR_SHARE) / 2) * slot;
    return up ? { x: from, x2: to, y: level, y2: level } : { x: level, x2: level, y: from, y2: to };
  });
  const zero = along(0, scale, made, up);
  const base: Rule = up
    ? { x: 0, x2: made.width, y: zero, y2: zero, color: COLOUR.ink }
    : { x: zero, x2: zero, y: 0, y2: made.height, color: COLOUR.ink };
  return [
    {
      data: { values },
      mark: { type: 'bar' },
      encoding: {
        ...(up ? { x: place, y: amount, y2: until } : { y: place, x: amount, x2: until }),
        color: { field: 'color', type: 'nominal', scale: null, legend: null },
      },
    },
    ...ruleLayers([...rules, base]),
  ];
}

/** Signed values at the ends of their bars: above or below, right or left, where the bar goes. */
function values(bars: readonly Bar[], scale: Scale, made: Grid, up: boolean): Text[] {
  const slot = (up ? made.width : made.height) / bars.length;
  return bars.map((bar, index): Text => {
    const middle = (index + 0.5) * slot;
    const ends = [along(bar.from, scale, made, up), along(bar.to, scale, made, up)];
    const nothing = !/[1-9]/.test(bar.label);
    const style = {
      text: bar.label,
      bold: !nothing,
      color: nothing ? COLOUR.grey : (ON_WHITE[bar.color] ?? bar.color),
    };
    if (up) {
      return { ...style, x: middle, y: Math.min(...ends) - 5, align: 'center', baseline: 'bottom' };
    }
    const right = Math.max(...ends) + 6;
    // Below zero a bar that rises has its value on the right too, unless it would lie across the line of zero.
    const zero = along(0, scale, made, up);
    const crosses = right < zero && right + textWidth(bar.label, SIZE.label, style.bold) > zero - 2;
    const left = bar.to < 0 && bar.from <= 0 && (bar.to < bar.from || crosses);
    return left
      ? { ...style, x: Math.min(...ends) - 6, y: middle, align: 'right' }
      : { ...style, x: right, y: middle, align: 'left' };
  });
}
