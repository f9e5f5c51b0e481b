// The map of likelihood and impact as a native table with bubbles and arrows on it, and its rows as a table beside it.
import {
  arrows,
  bubblesOf,
  colorOf,
  type HeatMapPicture,
  insideRing,
  LEVELS,
  legendOf,
  tintOf,
} from '../../charts/heat_map_panels.ts';
import { isChinese } from '../../charts/text.ts';
import { COLOUR } from '../../charts/theme.ts';
import { fitted, heightOf, text, widthOf } from '../measures.ts';
import type { Block, Box, Cell, ShapeBlock, TableBlock } from '../types.ts';
import { gridOf } from './grid.ts';

const PIXELS = 96;
const KEY_SHARE = 0.5;
const SIZE = 10;
const SMALL = 9;
const SMALLEST = 7;
/** Letters of the key and of the bands, the largest that leave every text whole. */
const SIZES = [11, 10, 9, 8, SMALLEST] as const;
const ID = 0.5;
const PAD = 0.16;
/** Fonts of companies may be wider than ours, and Chinese ones are higher. */
const SLACK = { latin: 1.15, chinese: 1.2 } as const;
/** Rows that stand lower can be read only in two tables beside each other. */
const LEAST_ROW = 0.2;
const BETWEEN_TABLES = 0.15;
const LEVEL_NUMBERS = Array.from({ length: LEVELS }, (_, index) => index + 1);

function mapTable(box: Box, alt: string): TableBlock {
  return {
    kind: 'table',
    box,
    alt,
    widths: LEVEL_NUMBERS.map(() => box.w / LEVELS),
    heights: LEVEL_NUMBERS.map(() => box.h / LEVELS),
    rows: LEVEL_NUMBERS.toReversed().map((impact) =>
      LEVEL_NUMBERS.map((likelihood): Cell => ({ text: '', fill: tintOf(impact, likelihood) })),
    ),
    size: SIZE,
    head: false,
    line: COLOUR.white,
  };
}

function bubbleBlocks(picture: HeatMapPicture, map: Box): readonly Block[] {
  const cell = { width: (map.w / LEVELS) * PIXELS, height: (map.h / LEVELS) * PIXELS };
  const bubbles = bubblesOf(picture.items, cell);
  const at = (x: number, y: number) => ({ x: map.x + x / PIXELS, y: map.y + y / PIXELS });
  const lines = arrows(bubbles).rules.map(
    ({ x, y, x2, y2, color = COLOUR.navy }): Block => ({
      kind: 'line',
      from: at(x, y),
      to: at(x2, y2),
      color,
      width: 1.25,
      arrow: true,
    }),
  );
  const circles = bubbles.flatMap(({ item, after, same, x, y, size }): readonly Block[] => {
    const color = colorOf(item);
    const circle = (wide: number, fill: string): ShapeBlock => ({
      kind: 'shape',
      shape: 'ellipse',
      box: { ...at(x - wide / 2, y - wide / 2), w: wide / PIXELS, h: wide / PIXELS },
      fill,
      stroke: color,
    });
    const full = same ? circle(insideRing(size), color) : circle(size, after ? color : COLOUR.white);
    const id = { text: item.id, color: after ? COLOUR.white : color, bold: true };
    return [
      ...(same ? [circle(size, COLOUR.white)] : []),
      { ...full, size: size < 20 ? SMALLEST : SMALL, text: id },
    ];
  });
  return [...lines, ...circles];
}

function axisBlocks(picture: HeatMapPicture, map: Box, axis: number): readonly Block[] {
  const { likelihoods, impacts, words } = picture;
  const [w, h] = [map.w / LEVELS, map.h / LEVELS];
  const size =
    SIZES.slice(1).find((each) => likelihoods.every((band) => widthOf(band.name, each) <= w - 0.05)) ??
    SMALLEST;
  const name = (
    box: Box,
    { name, bound }: HeatMapPicture['impacts'][number],
    align: 'center' | 'right',
  ): Block => ({
    kind: 'text',
    box,
    size,
    align,
    valign: align === 'right' ? 'middle' : 'top',
    paragraphs: [
      [{ text: fitted(name, box.w - 0.05, size, 2), color: COLOUR.ink }],
      ...(bound === '' ? [] : [[{ text: bound, color: COLOUR.grey }]]),
    ],
  });
  return [
    ...likelihoods.map((band, index) =>
      name({ x: map.x + index * w, y: map.y + map.h + 0.04, w, h: 0.6 }, band, 'center'),
    ),
    ...impacts.map((band, index) =>
      name({ x: map.x - axis, y: map.y + (LEVELS - 1 - index) * h, w: axis - 0.1, h }, band, 'right'),
    ),
    text({ x: map.x - axis, y: map.y - 0.28, w: axis - 0.1, h: 0.26 }, words.impact, SIZE, COLOUR.navy, {
      align: 'right',
      bold: true,
    }),
    text(
      { x: map.x - axis, y: map.y + map.h + 0.04, w: axis - 0.1, h: 0.26 },
      words.likelihood,
      SIZE,
      COLOUR.navy,
      { align: 'right', bold: true },
    ),
  ];
}

/** The rows beside the map in one table, or in two without their remarks where they are too many for one. */
function keyTables({ items }: HeatMapPicture, box: Box, alt: string): readonly TableBlock[] {
  if (box.h / Math.max(1, items.length) >= LEAST_ROW) return [keyTable(items, box, true, alt)];
  const half = Math.ceil(items.length / 2);
  const w = (box.w - BETWEEN_TABLES) / 2;
  return [items.slice(0, half), items.slice(half)].map((own, index) =>
    keyTable(own, { ...box, x: box.x + index * (w + BETWEEN_TABLES), w }, false, alt),
  );
}

/** Number, title and, where there is room, what the map does not show; the ratings in words stand in the notes. */
function keyTable(items: HeatMapPicture['items'], box: Box, remarked: boolean, alt: string): TableBlock {
  const h = Math.min(0.42, box.h / Math.max(1, items.length));
  const remarks = items.map(({ remark, warning }) =>
    remarked ? [remark, warning].filter((part) => part !== '').join(' · ') : '',
  );
  const widest = (texts: readonly string[], size: number, bold: boolean): number =>
    Math.max(0, ...texts.map((each) => widthOf(each, size, bold))) * SLACK.latin + PAD;
  const titles = items.map(({ title }) => title);
  const high = [...titles.join('')].some(isChinese) ? SLACK.chinese : 1;
  const fits = (size: number): boolean =>
    heightOf(1, size) * high + 0.06 <= h &&
    ID + widest(titles, size, true) + widest(remarks, size, false) <= box.w;
  const size = SIZES.find(fits) ?? SMALLEST;
  const needs = { title: widest(titles, size, true), remark: remarked ? widest(remarks, size, false) : 0 };
  // Each has its share of the room, and titles more than half of it where even the smallest letters are too wide.
  const remark = (box.w - ID) * Math.min(0.45, needs.remark / (needs.title + needs.remark));
  const title = box.w - ID - remark;
  return {
    kind: 'table',
    box: { ...box, h: h * items.length },
    alt,
    widths: [ID, title, ...(remarked ? [remark] : [])],
    heights: items.map(() => h),
    rows: items.map((item, index): Cell[] => [
      { text: item.id, bold: true, color: colorOf(item), align: 'right' },
      { text: fitted(item.title, title - PAD, size, 1, true), bold: true },
      ...(remarked
        ? [
            {
              text: fitted(remarks[index] ?? '', remark - PAD, size, 1),
              color: item.warning === '' ? COLOUR.grey : COLOUR.red,
            },
          ]
        : []),
    ]),
    size,
    head: false,
    line: COLOUR.grid,
  };
}

export function nativeHeatMap(picture: HeatMapPicture, area: Box, alt: string): readonly Block[] {
  const { words, impacts } = picture;
  const { blocks } = gridOf(area, {
    columns: [''],
    rows: [''],
    count: 0,
    legend: legendOf(picture),
    axis: 0,
    labels: 0,
    foot: 0,
    feet: false,
  });
  const axis =
    Math.max(
      ...[words.impact, words.likelihood, ...impacts.flatMap(({ name, bound }) => [name, bound])].map(
        (each) => widthOf(each, SIZE, true),
      ),
    ) + 0.2;
  const key = area.w * KEY_SHARE;
  const top = area.y + 0.66;
  const map = { x: area.x + axis, y: top, w: area.w - axis - key - 0.35, h: area.y + area.h - top - 0.68 };
  const side = { x: area.x + area.w - key, y: top - 0.28, w: key, h: area.y + area.h - top + 0.28 };
  return [
    ...blocks,
    mapTable(map, alt),
    ...bubbleBlocks(picture, map),
    ...axisBlocks(picture, map, axis),
    ...keyTables(picture, side, alt),
  ];
}
