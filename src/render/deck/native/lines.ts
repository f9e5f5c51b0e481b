// Lines over years as native charts: one series a line, targets as marks of their own.

import type { LegendEntry } from '../../charts/legend.ts';
import { type DrawnLine, type LinePanel, type LinePicture, lineScale } from '../../charts/line_panels.ts';
import { fixed } from '../../charts/numbers.ts';
import { spread } from '../../charts/places.ts';
import { COLOUR } from '../../charts/theme.ts';
import { type Language, say } from '../../wording.ts';
import { heightOf, SMALL, text, widthOf } from '../measures.ts';
import type { Block, Box, NativeSeries } from '../types.ts';
import { allYears, everyFor, formatOf, spaced, type ValueAxis, valueAxis } from './axes.ts';
import { gridOf, sizeFor } from './grid.ts';

const at = (
  line: { readonly years: readonly number[]; readonly values: readonly number[] },
  years: readonly number[],
): (number | undefined)[] => years.map((year) => line.values[line.years.indexOf(year)]);

function legendOf({ panels, legend = [], language }: LinePicture): readonly LegendEntry[] {
  const found = new Map<string, LegendEntry>();
  for (const { name, color } of panels.flatMap(({ lines }) => lines))
    found.set(`${name}\n${color}`, { mark: 'line', color, label: name });
  for (const { label } of panels.flatMap(({ goals = [] }) => goals))
    found.set(label.join(), {
      mark: 'diamond',
      color: COLOUR.red,
      label: label.join(say(language, ': ', '：')),
    });
  return [...found.values(), ...legend.filter(({ mark }) => mark === 'dashes')];
}

/** Values at the ends of lines, moved apart where they would cover each other. */
function endLabels(
  lines: readonly DrawnLine[],
  scale: ValueAxis['axis'],
  inner: Box,
  box: Box,
  size: number,
) {
  const toY = (value: number): number => (1 - (value - scale.low) / (scale.high - scale.low)) * inner.h;
  const wanted = lines.map((line) => toY(line.values.at(-1) ?? 0));
  const places = spread(
    wanted,
    lines.map(() => heightOf(1, size)),
    -0.05,
    inner.h + 0.05,
  );
  return lines.map((_, index) => ((places[index] ?? 0) - (wanted[index] ?? 0)) / box.h);
}

function seriesOf(
  panel: LinePanel,
  years: readonly number[],
  down: readonly number[],
  language: Language,
): readonly NativeSeries[] {
  const used = panel.lines.map((line, index): NativeSeries => {
    const values = at(line, years);
    const last = values.findLastIndex((value) => value !== undefined);
    return {
      name: line.name,
      draw: 'line',
      values,
      color: line.color,
      labels: [{ at: last, place: 'right', color: line.color, down: down[index] ?? 0 }],
    };
  });
  const published = panel.lines.flatMap((line): NativeSeries[] =>
    line.published === undefined
      ? []
      : [
          {
            name: `${line.name} *`,
            draw: 'line',
            values: at(line.published, years),
            color: line.color,
            width: 1.25,
            dashed: true,
          },
        ],
  );
  const goals = (panel.goals ?? []).map((goal, index, all): NativeSeries => {
    const from = Math.max(all[index - 1]?.year ?? years[0] ?? 0, years[0] ?? 0);
    const mark = years.indexOf(goal.year);
    return {
      name: goal.label.join(say(language, ': ', '：')),
      draw: 'line',
      values: years.map((year) => (year >= from && year <= goal.year ? goal.value : undefined)),
      color: COLOUR.red,
      width: 1.25,
      dashed: true,
      marks: mark < 0 ? [] : [mark],
    };
  });
  return [...published, ...used, ...goals];
}

/** A shade behind the years that are observed, not projected. */
function observed(
  { observedUntil }: LinePanel,
  years: readonly number[],
  plot: Box,
  { language }: LinePicture,
): readonly Block[] {
  const [first = 0, last = first] = [years[0], years.at(-1)];
  if (observedUntil === undefined || observedUntil <= first || last === first) return [];
  const w = ((Math.min(observedUntil, last) - first) / (last - first)) * plot.w;
  const words = say(language, 'observed', '实测');
  return [
    { kind: 'shape', shape: 'rect', box: { ...plot, w }, fill: COLOUR.shade },
    text(
      { x: plot.x + 0.04, y: plot.y + 0.02, w: widthOf(words, SMALL) + 0.1, h: 0.2 },
      words,
      SMALL,
      COLOUR.grey,
    ),
  ];
}

export function nativeLines(picture: LinePicture, area: Box, alt: string): readonly Block[] {
  const { panels, sign, decimals } = picture;
  const size = sizeFor(panels.length);
  const scale = lineScale(picture);
  const value = valueAxis(scale.ticks, sign, size);
  const rows = picture.rows ?? (panels.length > 3 ? ['', ''] : ['']);
  const columns = Math.ceil(panels.length / rows.length);
  const written = (line: DrawnLine): string => fixed(line.values.at(-1) ?? 0, decimals) + sign;
  const labels =
    Math.max(0, ...panels.flatMap(({ lines }) => lines.map((line) => widthOf(written(line), size, true)))) +
    0.2;
  const { blocks, places } = gridOf(area, {
    columns:
      picture.rows === undefined
        ? Array.from({ length: columns }, () => '')
        : panels.slice(0, columns).map(({ title }) => title),
    rows,
    ...(picture.rows === undefined ? { titles: panels.map(({ title }) => title) } : {}),
    count: panels.length,
    legend: legendOf(picture),
    axis: value.room,
    labels,
    foot: 0.3,
    feet: false,
  });
  const years = allYears(scale.years);
  const charts = panels.flatMap((panel, index): Block[] => {
    const place = places[index];
    if (place === undefined) return [];
    const { box, inner, firstColumn, lastRow } = place;
    return [
      ...observed(panel, years, { x: box.x + inner.x, y: box.y + inner.y, w: inner.w, h: inner.h }, picture),
      {
        kind: 'chart',
        box,
        alt: [panel.title, alt].filter((part) => part !== '').join(' · '),
        chart: {
          categories: years,
          series: seriesOf(
            panel,
            years,
            endLabels(panel.lines, value.axis, inner, box, size),
            picture.language,
          ),
          lying: false,
          stacked: false,
          axis: spaced(value.axis, inner.h, size),
          format: { axis: value.format, labels: formatOf(decimals, sign) },
          shows: { values: firstColumn, categories: lastRow, grid: true },
          every: everyFor(years.length, inner.w, size),
          inner,
          size,
          gap: 0,
        },
      },
    ];
  });
  return [...blocks, ...charts];
}
