// A waterfall as native charts: stacked bars, upright if alone, lying if several.
import { axisValues } from '../../charts/numbers.ts';
import { COLOUR } from '../../charts/theme.ts';
import { type Bar, barsOf, ON_WHITE, type WaterfallPicture } from '../../charts/waterfall_panels.ts';
import { type Language, say } from '../../wording.ts';
import { fitted, heightOf, linesOf, widthOf } from '../measures.ts';
import type { Block, Box } from '../types.ts';
import { valueAxis } from './axes.ts';
import { type FloatingBar, floating } from './bars.ts';
import { gridOf, sizeFor } from './grid.ts';

const MOST_NAME = 2.5;

function floatingBar({ from, to, color, label }: Bar, language: Language): FloatingBar {
  const name = {
    [COLOUR.red]: say(language, 'adds', '增加'),
    [COLOUR.teal]: say(language, 'takes away', '减少'),
  }[color];
  return {
    stretches: [{ from, to, color, name: name ?? say(language, 'total', '合计') }],
    end: { text: label, color: /[1-9]/.test(label) ? (ON_WHITE[color] ?? color) : COLOUR.grey },
  };
}

export function nativeWaterfall(
  picture: WaterfallPicture,
  area: Box,
  alt: string,
  language: Language,
): readonly Block[] {
  const all = picture.panels.map((steps) => barsOf(steps, picture));
  const size = sizeFor(all.length);
  const ends = all.flatMap((bars) => bars.flatMap(({ from, to }) => [from, to]));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const lying = all.length > 1;
  const names = all[0]?.map(({ name }) => name) ?? [];
  const value = valueAxis(axisValues(low, high, 5), '', size);
  const slot = (area.w - value.room) / Math.max(1, names.length);
  const lines = Math.max(1, ...names.map((name) => linesOf(name, slot * 0.85, size, 4).length));
  const { columns, rows } = picture;
  const { blocks, places } = gridOf(area, {
    columns: lying ? columns : [''],
    rows: lying ? rows : [''],
    count: all.length,
    legend: [],
    axis: lying
      ? Math.min(MOST_NAME, Math.max(...names.map((name) => widthOf(name, size)))) + 0.15
      : value.room,
    labels: 0.05,
    foot: lying ? 0.05 : heightOf(lines, size) + 0.15,
    feet: false,
  });
  const widest = Math.max(...all.flat().map(({ label }) => widthOf(label, size, true))) + 0.1;
  const charts = all.flatMap((bars, index): Block[] => {
    const place = places[index];
    if (place === undefined) return [];
    const { box, inner, firstColumn } = place;
    const span = high - low || 1;
    // Room for what is written beyond the longest bar.
    const beyond = lying ? Math.min(0.45, widest / inner.w) : 0.08;
    const room = (span * beyond) / (1 - beyond);
    const scale = lying
      ? { low: low < 0 ? low - room : low, high: high + room, step: span }
      : { ...value.axis, high: Math.max(value.axis.high, high + room) };
    const title = lying ? [rows[Math.floor(index / columns.length)], columns[index % columns.length]] : [];
    return [
      {
        kind: 'chart',
        box,
        alt: [...title, alt].filter((part) => part !== undefined && part !== '').join(' · '),
        chart: {
          categories: lying ? names.map((name) => fitted(name, MOST_NAME, size, 1)) : names,
          series: floating(
            bars.map((bar) => floatingBar(bar, language)),
            room,
            {
              base: say(language, 'not seen', '（不可见）'),
              label: say(language, 'room for labels', '（标签位）'),
            },
          ),
          lying,
          stacked: true,
          axis: scale,
          format: { axis: value.format, labels: value.format },
          shows: { values: !lying, categories: !lying || firstColumn, grid: !lying },
          every: 1,
          inner,
          size,
          gap: 45,
        },
      },
    ];
  });
  return [...blocks, ...charts];
}
