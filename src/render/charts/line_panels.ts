// Panels of lines over years with labels at their ends: for paths, targets and items that do not add up.

import { type Language, say } from '../wording.ts';
import type { Area, Drawing, Json } from './chart.ts';
import { type Goal, goalMarks } from './goals.ts';
import type { LegendEntry } from './legend.ts';
import { axisValues, fixed } from './numbers.ts';
import { assemble, type Grid, grid, isNarrow } from './panels.ts';
import { boxLayers, type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { type Point, type Rectangle, samples, spread } from './places.ts';
import { textWidth, wrap } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';
import { type Labelled, type Scale, yearAxes } from './year_axes.ts';

export interface DrawnLine {
  readonly name: string;
  readonly color: string;
  readonly years: readonly number[];
  readonly values: readonly number[];
  readonly published?: { readonly years: readonly number[]; readonly values: readonly number[] } | undefined;
}

export interface LinePanel {
  readonly title: string;
  readonly lines: readonly DrawnLine[];
  readonly goals?: readonly Goal[];
  /** Years up to here are observed, not projected. */
  readonly observedUntil?: number | undefined;
}

export interface LinePicture {
  readonly panels: readonly LinePanel[];
  /** Titles beside rows of panels, if the panels are rows x columns. */
  readonly rows?: readonly string[];
  readonly decimals: number;
  /** Behind each number: that of percent, or empty. */
  readonly sign: string;
  readonly language: Language;
  readonly legend?: readonly LegendEntry[];
}

/** The most panels that can still be read. */
export const MOST_PANELS = 6;

const LINE_HEIGHT = 18;
const LABEL_GAP = 10;
/** Of a name that is never broken. */
const WHOLE_NAME = 132;

/** One scale for all panels; zero is on it unless the values lie close together far above it. */
export function lineScale(picture: LinePicture): Scale {
  const lines = picture.panels.flatMap((panel) => panel.lines);
  const goals = picture.panels.flatMap((panel) => panel.goals ?? []);
  const values = [
    ...lines.flatMap((line) => [...line.values, ...(line.published?.values ?? [])]),
    ...goals.map((goal) => goal.value),
  ];
  const least = Math.min(...values, ...(values.length === 0 ? [0] : []));
  const most = Math.max(...values, ...(values.length === 0 ? [1] : []));
  const far = least > 0 && most > least && least > most * 0.6;
  const pad = (most - least) * 0.06;
  const ticks = far
    ? axisValues(least - pad, most + pad, 6)
    : axisValues(Math.min(0, least), Math.max(0, most), 5);
  const years = [...new Set(lines.flatMap((line) => [...line.years]))].sort((a, b) => a - b);
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, years };
}

/** The name and the last value of a line, broken to the room beside the panels. */
function endLabels(line: DrawnLine, most: number, picture: LinePicture): string[] {
  const { decimals, sign, language } = picture;
  const value = fixed(line.values.at(-1) ?? 0, decimals) + sign;
  const name = line.name + say(language, ': ', '：');
  const long = textWidth(name + value, SIZE.label, true) > most;
  // Chinese has no spaces to break a name at, so it stays whole a little beyond the room.
  if (language === 'zh' && long && textWidth(name, SIZE.label, true) <= Math.max(most, WHOLE_NAME))
    return [name, value];
  return wrap(name + value, most, SIZE.label, true, 2);
}

function arrange(area: Area, picture: LinePicture, axis: number): { grid: Grid; labels: number } {
  const count = picture.panels.length;
  const rows = picture.rows ?? (count > 3 ? ['', ''] : ['']);
  const columns = Math.ceil(count / rows.length);
  const most = isNarrow(area) ? 112 : columns === 1 ? 230 : columns === 2 ? 170 : 118;
  const widths = picture.panels
    .flatMap((panel) => panel.lines)
    .flatMap((line) => endLabels(line, most, picture))
    .map((text) => textWidth(text, SIZE.label, true));
  const labels = Math.ceil(Math.max(0, ...widths)) + LABEL_GAP;
  const ownTitles = picture.rows === undefined && rows.length > 1;
  return {
    labels,
    grid: grid(area, {
      columns: ownTitles ? Array(columns).fill('') : picture.panels.slice(0, columns).map((one) => one.title),
      rows,
      axis,
      labels,
      foot: 30,
      head: ownTitles ? 40 : 8,
      ...(picture.legend && picture.legend.length > 0 ? { legend: picture.legend } : {}),
    }),
  };
}

/** Draws the panels; more than fit are the caller's to leave out and to say so. */
export function drawLines(picture: LinePicture, area: Area): Drawing {
  const scale = lineScale(picture);
  const step = (scale.ticks[1] ?? 1) - (scale.ticks[0] ?? 0);
  const decimals = Math.max(0, ...scale.ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const tickTexts = scale.ticks.map((tick) => fixed(tick, step >= 1 && decimals === 0 ? 0 : decimals));
  const axis =
    Math.ceil(Math.max(...tickTexts.map((text) => textWidth(text, SIZE.label)))) +
    12 +
    (picture.sign === '' ? 0 : 20);
  const { grid: made, labels } = arrange(area, picture, axis);
  const columns = made.wish.columns.length;
  const panels = picture.panels.map((panel, index) => {
    const lastRow = index + columns >= picture.panels.length;
    const own = made.wish.columns.every((title) => title === '') && panel.title !== '';
    const heading: Text[] = own
      ? [
          {
            x: 0,
            y: -24,
            text: wrap(panel.title, made.width + labels, SIZE.panel, true, 1),
            bold: true,
            size: SIZE.panel,
          },
        ]
      : [];
    return [
      ...panelLayers(panel, picture, scale, made, {
        years: lastRow,
        values: index % columns === 0,
        decimals,
        labels,
      }),
      ...textLayers(heading),
    ];
  });
  return assemble(made, panels);
}

interface Axes extends Labelled {
  readonly labels: number;
}

function panelLayers(panel: LinePanel, picture: LinePicture, scale: Scale, made: Grid, axes: Axes): Json[] {
  const first = scale.years[0] ?? 0;
  const last = scale.years.at(-1) ?? first;
  const toX = (year: number) => ((year - first) / Math.max(1, last - first)) * made.width;
  const toY = (value: number) => (1 - (value - scale.low) / (scale.high - scale.low)) * made.height;
  const path = (line: { readonly years: readonly number[]; readonly values: readonly number[] }): Point[] =>
    line.years.map((year, index) => ({ x: toX(year), y: toY(line.values[index] ?? 0) }));
  const until = panel.observedUntil;
  const observed = until !== undefined && until > first ? toX(Math.min(until, last)) : 0;
  const observedLabel = say(picture.language, 'observed', '实测');
  const shade =
    observed > 0 ? [{ x: 0, y: 0, width: observed, height: made.height, color: COLOUR.shade }] : [];
  const ends = labelsAtEnds(panel, picture, made, axes.labels, toY);
  const drawnPoints = panel.lines.flatMap((line) => samples(path(line)));
  const observedBox: Rectangle = {
    x: 4,
    y: 0,
    width: textWidth(observedLabel, SIZE.small),
    height: 20,
  };
  const observedText: Text[] =
    observed > 0 ? [{ x: 5, y: 12, text: observedLabel, size: SIZE.small, color: COLOUR.grey }] : [];
  const goals = goalMarks(panel.goals ?? [], {
    first,
    toX,
    toY,
    width: made.width,
    height: made.height,
    lines: drawnPoints,
    taken: observed > 0 ? [observedBox] : [],
  });
  return [
    ...boxLayers(shade),
    ...lineLayers(panel, scale, made, picture.sign, axes),
    ...ruleLayers(ends.rules),
    ...textLayers([...ends.texts, ...observedText]),
    ...goals,
  ];
}

function labelsAtEnds(
  panel: LinePanel,
  picture: LinePicture,
  made: Grid,
  room: number,
  toY: (value: number) => number,
): { texts: Text[]; rules: Rule[] } {
  const most = Math.max(1, Math.floor(made.height / (LINE_HEIGHT * 1.2)));
  const lines = panel.lines.slice(0, most);
  const texts = lines.map((line) => endLabels(line, room - LABEL_GAP + 1, picture));
  const wanted = lines.map((line) => toY(line.values.at(-1) ?? 0));
  const heights = texts.map((text) => text.length * LINE_HEIGHT + 4);
  const places = spread(wanted, heights, -8, made.height + 8);
  return {
    texts: lines.map((line, index) => ({
      x: made.width + LABEL_GAP,
      y: (places[index] ?? 0) - (((texts[index]?.length ?? 1) - 1) * LINE_HEIGHT) / 2,
      text: texts[index] ?? [],
      color: line.color,
      bold: true,
      lineHeight: LINE_HEIGHT,
    })),
    rules: lines.flatMap((line, index) => {
      const from = wanted[index] ?? 0;
      const to = places[index] ?? 0;
      if (Math.abs(from - to) < 9) return [];
      return [{ x: made.width + 1, y: from, x2: made.width + LABEL_GAP - 2, y2: to, color: line.color }];
    }),
  };
}

function lineLayers(panel: LinePanel, scale: Scale, made: Grid, sign: string, axes: Axes): Json[] {
  const { x, y } = yearAxes(scale, made.width, axes, sign);
  const color: Json = { field: 'color', type: 'nominal', scale: null, legend: null };
  const rows = (line: DrawnLine, years: readonly number[], values: readonly number[]) =>
    years.map((year, index) => ({ line: line.name, year, value: values[index] ?? 0, color: line.color }));
  const published = panel.lines.flatMap((line) =>
    line.published ? rows(line, line.published.years, line.published.values) : [],
  );
  const detail: Json = { field: 'line', type: 'nominal' };
  const used = {
    data: { values: panel.lines.flatMap((line) => rows(line, line.years, line.values)) },
    mark: { type: 'line' },
    encoding: { x, y, color, detail },
  };
  const dashed = {
    data: { values: published },
    mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.75 },
    encoding: { x, y, color, detail },
  };
  return published.length > 0 ? [dashed, used] : [used];
}
