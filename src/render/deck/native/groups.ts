// Bars in groups as native charts: one series a bar of the group, the sum of a group below its name.

import { type GroupPanel, type GroupPicture, groupTicks } from '../../charts/group_panels.ts';
import type { LegendEntry } from '../../charts/legend.ts';
import { fixed } from '../../charts/numbers.ts';
import { COLOUR } from '../../charts/theme.ts';
import { heightOf, linesOf, widthOf } from '../measures.ts';
import type { Block, Box, NativeSeries } from '../types.ts';
import { formatOf, spaced, valueAxis } from './axes.ts';
import { gridOf, sizeFor } from './grid.ts';

const GAP = 60;

function seriesOf(panel: GroupPanel, picture: GroupPicture, labelled: boolean): readonly NativeSeries[] {
  return picture.bars.map(({ name, color }, bar): NativeSeries => {
    const values = panel.values.map((group) => group[bar] ?? 0);
    return {
      name,
      draw: 'bar',
      values,
      color,
      labels: labelled ? values.map((_, at) => ({ at, place: 'beyond', color: COLOUR.grey })) : [],
    };
  });
}

/** A value fits above its bar. */
function fits(picture: GroupPicture, width: number, size: number): boolean {
  if (picture.panels.some(({ below }) => below.some((text) => text !== ''))) return false;
  const each = width / Math.max(1, picture.groups.length * (picture.bars.length + GAP / 100));
  return picture.panels.every(({ values }) =>
    values.flat().every((value) => widthOf(fixed(value, picture.decimals), size) <= each),
  );
}

export function nativeGroups(picture: GroupPicture, area: Box, alt: string): readonly Block[] {
  const { panels, columns, rows, groups, bars, decimals } = picture;
  const size = sizeFor(panels.length);
  const value = valueAxis(groupTicks(picture), '', size);
  const legend = picture.key
    ? bars.map(({ name, color }): LegendEntry => ({ mark: 'box', color, label: name }))
    : [];
  const written = panels.some(({ below }) => below.some((text) => text !== ''));
  const across = area.w / columns.length / Math.max(1, groups.length);
  const lines = Math.max(1, ...groups.map((name) => linesOf(name, across * 0.8, size, 3).length));
  const { blocks, places } = gridOf(area, {
    columns,
    rows,
    count: panels.length,
    legend,
    axis: value.room,
    labels: 0.05,
    foot: heightOf(lines + (written ? 1 : 0), size) + 0.14,
    feet: written,
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
          categories: groups.map((name, at) => {
            const below = panel.below[at] ?? '';
            return below === '' ? name : `${name}\n${below}`;
          }),
          series: seriesOf(panel, picture, fits(picture, inner.w, size)),
          lying: false,
          stacked: false,
          axis: spaced(value.axis, inner.h, size),
          format: { axis: value.format, labels: formatOf(decimals, '', picture.signed) },
          shows: { values: firstColumn, categories: written || lastRow, grid: true },
          every: 1,
          inner,
          size,
          gap: GAP,
        },
      },
    ];
  });
  return [...blocks, ...charts];
}
