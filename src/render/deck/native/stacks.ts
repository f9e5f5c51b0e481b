// Stacked bars over years as native charts, one series a part, the total of the first and the last year above them.
import type { LegendEntry } from '../../charts/legend.ts';
import { type StackPanel, type StackPicture, stackTicks } from '../../charts/stack_panels.ts';
import { COLOUR, PARTS, pick } from '../../charts/theme.ts';
import type { Block, Box, NativeSeries } from '../types.ts';
import { everyFor, formatOf, spaced, valueAxis } from './axes.ts';
import { gridOf, sizeFor } from './grid.ts';

function seriesOf({ parts }: StackPanel, picture: StackPicture, below: boolean): readonly NativeSeries[] {
  const bars = parts.map(
    ({ name, values }, index): NativeSeries => ({
      name,
      draw: 'bar',
      values,
      color: pick(PARTS, index),
    }),
  );
  const last = picture.years.length - 1;
  const sum = picture.years.map((_, index) =>
    parts.reduce((total, { values }) => total + (values[index] ?? 0), 0),
  );
  return [
    ...bars,
    {
      name: picture.netLabel,
      draw: 'line',
      values: sum,
      color: below ? COLOUR.ink : undefined,
      labels: [...new Set([0, last])].map((at) => ({ at, place: 'above', color: COLOUR.ink })),
    },
  ];
}

export function nativeStacks(picture: StackPicture, area: Box, alt: string): readonly Block[] {
  const { panels, columns, rows, years, decimals } = picture;
  const size = sizeFor(panels.length);
  const ticks = stackTicks(picture);
  const value = valueAxis(ticks, '', size);
  const below = value.axis.low < 0;
  const names = panels[0]?.parts.map(({ name }) => name) ?? [];
  const legend: LegendEntry[] = names.map((label, index) => ({
    mark: 'box',
    color: pick(PARTS, index),
    label,
  }));
  const net: LegendEntry[] = below ? [{ mark: 'line', color: COLOUR.ink, label: picture.netLabel }] : [];
  const alone = panels.length === 1;
  const { blocks, places } = gridOf(area, {
    columns: alone ? [''] : columns,
    rows: alone ? [''] : rows,
    count: panels.length,
    legend: [...legend, ...net],
    axis: value.room,
    labels: 0.12,
    foot: 0.3,
    feet: false,
  });
  const charts = panels.flatMap((panel, index): Block[] => {
    const place = places[index];
    if (place === undefined) return [];
    const { box, inner, firstColumn, lastRow } = place;
    const title = alone ? [] : [rows[Math.floor(index / columns.length)], columns[index % columns.length]];
    return [
      {
        kind: 'chart',
        box,
        alt: [...title, alt].filter((part) => part !== undefined && part !== '').join(' · '),
        chart: {
          categories: years,
          series: seriesOf(panel, picture, below),
          lying: false,
          stacked: true,
          axis: spaced(value.axis, inner.h, size),
          format: { axis: value.format, labels: formatOf(decimals, '') },
          shows: { values: firstColumn, categories: lastRow, grid: true },
          every: everyFor(years.length, inner.w, size),
          inner,
          size,
          gap: years.length > 12 ? 20 : 45,
        },
      },
    ];
  });
  return [...blocks, ...charts];
}
