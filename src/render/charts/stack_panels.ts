// Panels of stacked bars over years, scenarios across and strategies down: for stacks and for items that add up.
import type { Area, Drawing, Json } from './chart.ts';
import { valueAt } from './data.ts';
import type { LegendEntry } from './legend.ts';
import { axisValues, axisYears, fixed } from './numbers.ts';
import { assemble, type Grid, grid, isNarrow } from './panels.ts';
import { type Box, boxLayers, ruleLayers, type Text, textLayers } from './pixels.ts';
import { spread } from './places.ts';
import { textWidth, wrap } from './text.ts';
import { COLOUR, PARTS, pick, SIZE } from './theme.ts';

/** One part of the bars of a panel, a value a year. */
export interface Part {
  readonly name: string;
  readonly values: readonly number[];
}

export interface StackPanel {
  /** The same parts, in the same order, in every panel. */
  readonly parts: readonly Part[];
}

export interface StackPicture {
  readonly years: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row. */
  readonly panels: readonly StackPanel[];
  readonly decimals: number;
  readonly netLabel: string;
}

const CHIP = 12;
const LINE_HEIGHT = 18;

/** Sums of what is above and below zero in each year of a panel. */
function extents(panel: StackPanel, years: readonly number[]): { up: number[]; down: number[] } {
  const sum = (index: number, sign: 1 | -1) =>
    panel.parts.reduce((total, part) => total + sign * Math.max(0, sign * (part.values[index] ?? 0)), 0);
  return { up: years.map((_, index) => sum(index, 1)), down: years.map((_, index) => sum(index, -1)) };
}

/** Values at the axis that all panels share. */
export function stackTicks({ panels, years, rows }: StackPicture): readonly number[] {
  const all = panels.map((panel) => extents(panel, years));
  const low = Math.min(0, ...all.flatMap((one) => one.down));
  const high = Math.max(0, ...all.flatMap((one) => one.up));
  return axisValues(low, high, rows.length > 1 ? 4 : 5);
}

/** Draws the panels. */
export function drawStacks(picture: StackPicture, area: Area): Drawing {
  const ticks = stackTicks(picture);
  const low = ticks[0] ?? 0;
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const axis = Math.ceil(Math.max(...ticks.map((tick) => textWidth(fixed(tick, decimals), SIZE.label)))) + 14;
  const alone = picture.panels.length === 1 && !isNarrow(area);
  const names = picture.panels[0]?.parts.map((part) => part.name) ?? [];
  const net: LegendEntry[] = low < 0 ? [{ mark: 'line', color: COLOUR.ink, label: picture.netLabel }] : [];
  const made = grid(area, {
    columns: alone ? [''] : picture.columns,
    rows: alone ? [''] : picture.rows,
    axis,
    labels: alone ? 236 : 8,
    foot: 30,
    head: 16,
    legend: alone
      ? net
      : [
          ...names.map((label, index): LegendEntry => ({ mark: 'box', color: pick(PARTS, index), label })),
          ...net,
        ],
  });
  const columns = made.wish.columns.length;
  const scale = { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, decimals };
  return assemble(
    made,
    picture.panels.map((panel, index) => [
      ...bars(panel, picture, scale, made, {
        values: index % columns === 0,
        years: index + columns >= picture.panels.length,
      }),
      ...textLayers(totals(panel, picture, scale, made)),
      ...(alone ? sideLabels(panel, picture, scale, made) : []),
    ]),
  );
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

function bars(
  panel: StackPanel,
  picture: StackPicture,
  scale: Scale,
  made: Grid,
  axes: { readonly values: boolean; readonly years: boolean },
): Json[] {
  const names = panel.parts.map((part) => part.name);
  const values = panel.parts.flatMap((part, order) =>
    picture.years.map((year, index) => ({ part: part.name, order, year, value: part.values[index] ?? 0 })),
  );
  const net = picture.years.map((year, index) => ({
    year,
    value: panel.parts.reduce((sum, part) => sum + (part.values[index] ?? 0), 0),
  }));
  const x: Json = {
    field: 'year',
    type: 'ordinal',
    scale: { paddingInner: 0.16, paddingOuter: 0.08 },
    axis: {
      values: axisYears(picture.years, made.width, 58),
      labels: axes.years,
      labelAngle: 0,
      labelFlush: true,
      ticks: false,
      // Zero has its own line, where bars may hang below it.
      domain: false,
    },
  };
  const y: Json = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [scale.low, scale.high], nice: false },
    axis: { values: scale.ticks, labels: axes.values, format: `,.${scale.decimals}f` },
  };
  const stack = {
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x,
      y: { ...y, stack: 'zero' },
      color: {
        field: 'part',
        type: 'nominal',
        scale: { domain: names, range: names.map((_, index) => pick(PARTS, index)) },
        legend: null,
      },
      order: { field: 'order', type: 'quantitative' },
    },
  };
  const line = {
    data: { values: net },
    mark: { type: 'line', color: COLOUR.ink, strokeWidth: 2.25 },
    encoding: { x, y },
  };
  const zero = (1 - (0 - scale.low) / (scale.high - scale.low)) * made.height;
  const base = ruleLayers([{ x: 0, y: zero, x2: made.width, y2: zero, color: COLOUR.ink }]);
  return [stack, ...base, ...(scale.low < 0 ? [line] : [])];
}

/** The total of the first and of the last year, above every bar that its text spans. */
function totals(panel: StackPanel, picture: StackPicture, scale: Scale, made: Grid): Text[] {
  const { up } = extents(panel, picture.years);
  const count = picture.years.length;
  const slot = made.width / Math.max(1, count);
  const label = (index: number, align: 'left' | 'right'): Text => {
    const sum = panel.parts.reduce((total, part) => total + (part.values[index] ?? 0), 0);
    const text = fixed(sum, picture.decimals);
    const bars = Math.ceil(textWidth(text, SIZE.label, true) / slot);
    const spanned = align === 'left' ? up.slice(0, bars) : up.slice(-bars);
    const top = Math.max(0, ...spanned);
    return {
      x: align === 'left' ? 0 : made.width,
      y: (1 - (top - scale.low) / (scale.high - scale.low)) * made.height - 4,
      text,
      align,
      baseline: 'bottom',
      bold: true,
    };
  };
  return count > 1 ? [label(0, 'left'), label(count - 1, 'right')] : [label(0, 'right')];
}

/** Names, values and colours of the parts beside the last bar. */
function sideLabels(panel: StackPanel, picture: StackPicture, scale: Scale, made: Grid): Json[] {
  const last = picture.years.length - 1;
  const tops = { up: 0, down: 0 };
  const middles = panel.parts.map((part) => {
    const value = part.values[last] ?? 0;
    const side = value < 0 ? 'down' : 'up';
    const middle = tops[side] + value / 2;
    tops[side] += value;
    return (1 - (middle - scale.low) / (scale.high - scale.low)) * made.height;
  });
  const texts = panel.parts.map((part) => {
    const value = fixed(
      valueAt({ years: picture.years, values: part.values }, picture.years[last] ?? 0),
      picture.decimals,
    );
    return wrap(`${value}  ${part.name}`, made.wish.labels - 40, SIZE.label, false, 2);
  });
  const heights = texts.map((text) => text.length * LINE_HEIGHT + 6);
  const places = spread(middles, heights, 0, made.height);
  const x = made.width + 16;
  const boxes: Box[] = places.map((y, index) => ({
    x,
    y: y - (((texts[index]?.length ?? 1) - 1) * LINE_HEIGHT) / 2 - CHIP / 2,
    width: CHIP,
    height: CHIP,
    color: pick(PARTS, index),
  }));
  const words: Text[] = places.map((y, index) => ({
    x: x + CHIP + 8,
    y: y - (((texts[index]?.length ?? 1) - 1) * LINE_HEIGHT) / 2,
    text: texts[index] ?? [],
    lineHeight: LINE_HEIGHT,
  }));
  return [...boxLayers(boxes), ...textLayers(words)];
}
