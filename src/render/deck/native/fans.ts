// Bands around a median as native charts: stacked areas of which the lowest is not seen, and lines.
import { type FanPanel, type FanPicture, fanScale } from '../../charts/fan_panels.ts';
import { fixed } from '../../charts/numbers.ts';
import { spread } from '../../charts/places.ts';
import { COLOUR } from '../../charts/theme.ts';
import { heightOf, widthOf } from '../measures.ts';
import type { Block, Box, NativeLabel, NativeSeries } from '../types.ts';
import { allYears, everyFor, formatOf, spaced, type ValueAxis, valueAxis } from './axes.ts';
import { gridOf, sizeFor } from './grid.ts';

const less = (high: readonly number[], low: readonly number[]): readonly number[] =>
  high.map((value, index) => value - (low[index] ?? 0));

/** Upper end, median and lower end of the last year, moved apart where they would cover each other. */
function ends(
  panel: FanPanel,
  axis: ValueAxis['axis'],
  inner: Box,
  box: Box,
  size: number,
  picture: FanPicture,
) {
  const last = panel.years.length - 1;
  const values = [panel.wide.high, panel.median, panel.wide.low].map((each) => each[last] ?? 0);
  const toY = (value: number): number => (1 - (value - axis.low) / (axis.high - axis.low)) * inner.h;
  const wanted = values.map(toY);
  const places = spread(
    wanted,
    values.map(() => heightOf(1, size)),
    -0.05,
    inner.h + 0.05,
  );
  return values.map(
    (value, index): NativeLabel => ({
      at: last,
      place: 'right',
      color: index === 1 ? COLOUR.navy : COLOUR.grey,
      // The areas hold differences, so the ends are written by lines of their own.
      text: fixed(value, picture.decimals) + picture.sign,
      down: ((places[index] ?? 0) - (wanted[index] ?? 0)) / box.h,
    }),
  );
}

function seriesOf(
  panel: FanPanel,
  picture: FanPicture,
  labels: readonly NativeLabel[],
): readonly NativeSeries[] {
  const [median, narrow, wide, central] = picture.legend;
  const { wide: outer, narrow: inner } = panel;
  const area = (name: string, values: readonly number[], color: string | undefined): NativeSeries => ({
    name,
    draw: 'area',
    values,
    color,
  });
  const end = (name: string, values: readonly number[], index: number): NativeSeries => ({
    name,
    draw: 'line',
    values,
    color: undefined,
    labels: labels.slice(index, index + 1),
  });
  return [
    area('P5', outer.low, undefined),
    area('P25 − P5', less(inner.low, outer.low), wide.color),
    area('P75 − P25', less(inner.high, inner.low), narrow.color),
    area('P95 − P75', less(outer.high, inner.high), wide.color),
    end('P95', outer.high, 0),
    end('P5', outer.low, 2),
    {
      name: median.label,
      draw: 'line',
      values: panel.median,
      color: median.color,
      labels: labels.slice(1, 2),
    },
    {
      name: central.label,
      draw: 'line',
      values: panel.central,
      color: central.color,
      width: 1.25,
      dashed: true,
    },
  ];
}

/**
 * A band has a width from a year to another. Where a chart shows few years the axis of dates keeps them apart, and programs draw
 * straight from one to the next, as the picture does: no year between them is filled in.
 */
export const canBeFans = ({ panels }: FanPicture): boolean => panels.every(({ years }) => years.length > 1);

export function nativeFans(picture: FanPicture, area: Box, alt: string): readonly Block[] {
  const { panels, columns, rows, sign, decimals } = picture;
  const size = sizeFor(panels.length);
  const value = valueAxis(fanScale(picture).ticks, sign, size);
  const texts = panels.flatMap(({ wide, median }) =>
    [wide.high, wide.low, median].map((values) => fixed(values.at(-1) ?? 0, decimals) + sign),
  );
  const { blocks, places } = gridOf(area, {
    columns,
    rows,
    count: panels.length,
    legend: picture.legend,
    axis: value.room,
    labels: Math.max(0, ...texts.map((text) => widthOf(text, size, true))) + 0.2,
    foot: 0.3,
    feet: false,
  });
  const charts = panels.flatMap((panel, index): Block[] => {
    const place = places[index];
    if (place === undefined) return [];
    const { box, inner, firstColumn, lastRow } = place;
    const title = [rows[Math.floor(index / columns.length)], columns[index % columns.length]];
    return [
      {
        kind: 'chart',
        box,
        alt: [...title, alt].filter((part) => part !== undefined && part !== '').join(' · '),
        chart: {
          categories: panel.years,
          series: seriesOf(panel, picture, ends(panel, value.axis, inner, box, size, picture)),
          lying: false,
          stacked: true,
          axis: spaced(value.axis, inner.h, size),
          format: { axis: value.format, labels: formatOf(decimals, sign) },
          shows: { values: firstColumn, categories: lastRow, grid: true },
          every: everyFor(allYears(panel.years).length, inner.w, size),
          inner,
          size,
          gap: 0,
        },
      },
    ];
  });
  return [...blocks, ...charts];
}
