// Panels of bands around a median, scenarios across and strategies down: for fans.

import type { Area, Drawing, Json } from './chart.ts';
import type { LegendEntry } from './legend.ts';
import { axisValues, fixed } from './numbers.ts';
import { assemble, type Grid, grid } from './panels.ts';
import { type Text, textLayers } from './pixels.ts';
import { spread } from './places.ts';
import { textWidth } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';
import { type Labelled, type Scale, yearAxes } from './year_axes.ts';

export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface FanPanel {
  readonly years: readonly number[];
  readonly wide: Band;
  readonly narrow: Band;
  readonly median: readonly number[];
  readonly central: readonly number[];
}

export interface FanPicture {
  readonly panels: readonly FanPanel[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly decimals: number;
  /** Behind each number: that of percent, or empty. */
  readonly sign: string;
  /** Median, narrow band, wide band, central case. */
  readonly legend: readonly [LegendEntry, LegendEntry, LegendEntry, LegendEntry];
}

const LABEL_GAP = 8;
const LABEL_HEIGHT = 17;
/** Above a row that stands below another, so that the labels of their axes stay apart. */
const HEAD = 20;

/** One scale for all panels. */
export function fanScale({ panels }: FanPicture): Scale {
  const values = panels.flatMap(({ wide, central }) => [...wide.low, ...wide.high, ...central]);
  const least = Math.min(...values, ...(values.length === 0 ? [0] : []));
  const most = Math.max(...values, ...(values.length === 0 ? [1] : []));
  // Zero is on the axis unless the values lie close together far above it.
  const far = least > 0 && least > most * 0.6;
  const ticks = axisValues(far ? least : Math.min(0, least), most, 5);
  const years = panels[0]?.years ?? [];
  const [first = 0, second = 1] = ticks;
  const high = ticks.at(-1) ?? 1;
  // A little below zero needs no whole step of the axis.
  return least < 0 && least > first + (second - first) * 0.6
    ? { low: least - (high - least) * 0.02, high, ticks: ticks.slice(1), years }
    : { low: first, high, ticks, years };
}

/** What the bands come to in the last year, beside the panel. */
function endLabels(panel: FanPanel, picture: FanPicture, scale: Scale, made: Grid): readonly Text[] {
  const last = panel.years.length - 1;
  const toY = (value: number) => (1 - (value - scale.low) / (scale.high - scale.low)) * made.height;
  const ends = [
    { value: panel.wide.high[last] ?? 0, bold: false },
    { value: panel.median[last] ?? 0, bold: true },
    { value: panel.wide.low[last] ?? 0, bold: false },
  ];
  const places = spread(
    ends.map(({ value }) => toY(value)),
    ends.map(() => LABEL_HEIGHT),
    -6,
    made.height + 6,
  );
  return ends.map(({ value, bold }, index) => ({
    x: made.width + LABEL_GAP,
    y: places[index] ?? 0,
    text: fixed(value, picture.decimals) + picture.sign,
    color: bold ? COLOUR.navy : COLOUR.grey,
    bold,
    baseline: 'middle',
  }));
}

function panelLayers(panel: FanPanel, picture: FanPicture, scale: Scale, made: Grid, axes: Labelled): Json[] {
  const [median, narrow, wide, central] = picture.legend;
  const { x, y } = yearAxes(scale, made.width, axes, picture.sign);
  const band = ({ low, high }: Band, color: string): Json => ({
    data: {
      values: panel.years.map((year, index) => ({ year, value: low[index] ?? 0, top: high[index] ?? 0 })),
    },
    mark: { type: 'area', color, opacity: 1, line: false },
    encoding: { x, y, y2: { field: 'top' } },
  });
  const line = (values: readonly number[], mark: { readonly [key: string]: Json }): Json => ({
    data: { values: panel.years.map((year, index) => ({ year, value: values[index] ?? 0 })) },
    mark: { type: 'line', ...mark },
    encoding: { x, y },
  });
  return [
    band(panel.wide, wide.color),
    band(panel.narrow, narrow.color),
    line(panel.median, { color: median.color }),
    // Above the median, which it often is: dashes let it be seen below them.
    line(panel.central, { color: central.color, strokeDash: [5, 4], strokeWidth: 1.75 }),
    ...textLayers(endLabels(panel, picture, scale, made)),
  ];
}

export function drawFans(picture: FanPicture, area: Area): Drawing {
  const scale = fanScale(picture);
  const decimals = Math.max(0, ...scale.ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const sign = picture.sign === '' ? 0 : 20;
  const widest = (texts: readonly string[], bold: boolean): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, SIZE.label, bold))));
  const ends = picture.panels.flatMap(({ wide, median }) =>
    [wide.low, wide.high, median].map((values) => fixed(values.at(-1) ?? 0, picture.decimals)),
  );
  const made = grid(area, {
    columns: picture.columns,
    rows: picture.rows,
    axis:
      widest(
        scale.ticks.map((tick) => fixed(tick, decimals)),
        false,
      ) +
      12 +
      sign,
    labels: widest(ends, true) + LABEL_GAP + sign,
    foot: 30,
    ...(picture.rows.length > 1 ? { head: HEAD } : {}),
    legend: picture.legend,
  });
  const columns = picture.columns.length;
  const panels = picture.panels.map((panel, index) =>
    panelLayers(panel, picture, scale, made, {
      years: index + columns >= picture.panels.length,
      values: index % columns === 0,
      decimals,
    }),
  );
  return assemble(made, panels);
}
