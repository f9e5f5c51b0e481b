// The map of risks for a phone: the map as wide as the screen, and below it the numbered key.

import type { Area, Drawing } from './chart.ts';
import {
  type BandLabel,
  bubblesOf,
  colorOf,
  type HeatMapPicture,
  LEVELS,
  legendOf,
  mapLayers,
  type Size,
} from './heat_map_panels.ts';
import { legendHeight } from './legend.ts';
import { assemble, grid } from './panels.ts';
import { type Dot, dotLayers, type Text, textLayers } from './pixels.ts';
import { balanced, textWidth, wrap } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

/** The least height of a cell of a narrow map, and the least pitch of the bubbles that share one. */
const CELL = 72;
const PITCH = 21;
const HEAD = 28;
const LINE = 17;
const APART = 3;
const MOST_AXIS = 84;
/** Between the map and its key. */
const ABOVE_KEY = 34;
/** Left of the words of a row, and between two rows. */
const KEY = { left: 36, between: 12, dot: 26 } as const;

const axisNames = ({ impacts, words }: HeatMapPicture): readonly (readonly string[])[] =>
  [words.impact, ...impacts.map(({ name }) => name)].map((name) =>
    wrap(name, MOST_AXIS, SIZE.small, true, 2),
  );

const axisWidth = (picture: HeatMapPicture): number => {
  const bounds = picture.impacts.map(({ bound }) => bound);
  const texts = [...axisNames(picture).flat(), ...bounds];
  return Math.ceil(Math.max(...texts.map((text) => textWidth(text, SIZE.small, true)))) + 10;
};

const acrossNames = ({ likelihoods }: HeatMapPicture, cell: number): readonly (readonly string[])[] =>
  likelihoods.map(({ name }) => balanced(name, cell - 2, SIZE.small, false, 2));

const cellWidth = (picture: HeatMapPicture, width: number): number => (width - axisWidth(picture)) / LEVELS;

/** High enough for the bubbles of the fullest cell. */
function cellHeight(picture: HeatMapPicture, width: number): number {
  const bubbles = bubblesOf(picture.items, { width: LEVELS, height: LEVELS });
  const keys = bubbles.map(({ item, after }) => {
    const { likelihood, impact } = after ? item.residual : item.inherent;
    return `${likelihood} ${impact}`;
  });
  const most = Math.max(1, ...keys.map((key) => keys.filter((other) => other === key).length));
  const columns = Math.max(1, Math.floor(cellWidth(picture, width) / PITCH));
  return Math.max(CELL, Math.ceil(most / columns) * PITCH + 4);
}

/** Words below the map: names in as many lines as they need, bounds, the name of the axis. */
const footOf = (picture: HeatMapPicture, width: number): number =>
  (Math.max(1, ...acrossNames(picture, cellWidth(picture, width)).map((lines) => lines.length)) + 2) * LINE +
  8;

interface KeyRow {
  readonly top: number;
  readonly height: number;
  readonly detail: readonly string[];
}

function keyRows({ items }: HeatMapPicture, width: number): readonly KeyRow[] {
  let top = 0;
  return items.map((item) => {
    const detail = wrap(item.detail, width - KEY.left, SIZE.small, false, 2);
    const height = (1 + detail.length + (item.warning === '' ? 0 : 1)) * LINE + KEY.between;
    top += height;
    return { top: top - height, height, detail };
  });
}

/** How high map and key are together. */
export function narrowHeatMapHeight(picture: HeatMapPicture, width: number): number {
  const key = keyRows(picture, width).reduce((sum, { height }) => sum + height, 0);
  return (
    legendHeight(legendOf(picture), width) +
    HEAD +
    LEVELS * cellHeight(picture, width) +
    footOf(picture, width) +
    ABOVE_KEY +
    key
  );
}

function axisTexts(picture: HeatMapPicture, cell: Size): Text[] {
  const { words, impacts, likelihoods } = picture;
  const height = LEVELS * cell.height;
  const named = acrossNames(picture, cell.width);
  const lines = Math.max(1, ...named.map((name) => name.length));
  const bound = (band: BandLabel, x: number, y: number, align: 'center' | 'right'): Text[] =>
    band.bound === '' ? [] : [{ x, y, text: band.bound, align, size: SIZE.small, color: COLOUR.grey }];
  const across = likelihoods.flatMap((band, index): Text[] => {
    const x = (index + 0.5) * cell.width;
    return [
      { x, y: height + 14, text: named[index] ?? [], align: 'center', size: SIZE.small, lineHeight: LINE },
      ...bound(band, x, height + 14 + lines * LINE, 'center'),
    ];
  });
  const [, ...beside] = axisNames(picture);
  const up = impacts.flatMap((band, index): Text[] => {
    const name = beside[index] ?? [];
    const count = name.length + (band.bound === '' ? 0 : 1);
    const y = (LEVELS - index - 0.5) * cell.height - ((count - 1) * LINE) / 2;
    return [
      { x: -8, y, text: name, align: 'right', size: SIZE.small, lineHeight: LINE },
      ...bound(band, -8, y + name.length * LINE, 'right'),
    ];
  });
  const titles: Text[] = [
    { x: -8, y: -14, text: words.impact, align: 'right', bold: true, size: SIZE.small },
    {
      x: LEVELS * cell.width,
      y: height + 14 + (lines + 1) * LINE,
      text: words.likelihood,
      align: 'right',
      bold: true,
      size: SIZE.small,
    },
  ];
  return [...across, ...up, ...titles];
}

/** The numbered rows, each as high as its words. */
function keyLayers(picture: HeatMapPicture, left: number, top: number, width: number) {
  const dots: Dot[] = [];
  const texts: Text[] = [];
  for (const [index, row] of keyRows(picture, width).entries()) {
    const item = picture.items[index];
    if (item === undefined) continue;
    const y = top + row.top + LINE / 2;
    const color = colorOf(item);
    const at = { x: left + KEY.dot / 2, y };
    const x = left + KEY.left;
    const small = { size: SIZE.small, lineHeight: LINE };
    dots.push({ ...at, size: KEY.dot, fill: color, stroke: color });
    texts.push(
      { ...at, text: item.id, color: COLOUR.white, bold: true, align: 'center', size: SIZE.small },
      { x, y, text: wrap(item.title, width - KEY.left, SIZE.label, true, 1), bold: true },
      { x, y: y + LINE + 2, text: row.detail, color: COLOUR.grey, ...small },
    );
    if (item.warning !== '')
      texts.push({
        x,
        y: y + (1 + row.detail.length) * LINE + 2,
        text: wrap(item.warning, width - KEY.left, SIZE.small, false, 1),
        color: COLOUR.red,
        ...small,
      });
  }
  return [...dotLayers(dots), ...textLayers(texts)];
}

/** Draws map and key. */
export function drawNarrowHeatMap(picture: HeatMapPicture, area: Area): Drawing {
  const axis = axisWidth(picture);
  const below =
    area.height -
    legendHeight(legendOf(picture), area.width) -
    HEAD -
    LEVELS * cellHeight(picture, area.width);
  const made = grid(area, {
    columns: [''],
    rows: [''],
    axis,
    labels: 0,
    foot: below,
    head: HEAD,
    legend: legendOf(picture),
  });
  const cell = { width: made.width / LEVELS, height: made.height / LEVELS };
  return assemble(made, [
    [
      ...mapLayers(bubblesOf(picture.items, cell, APART), cell),
      ...textLayers(axisTexts(picture, cell)),
      ...keyLayers(picture, -axis, made.height + footOf(picture, area.width) + ABOVE_KEY, area.width),
    ],
  ]);
}
