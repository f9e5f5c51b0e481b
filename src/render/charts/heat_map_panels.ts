// The map of five by five, its bubbles and arrows, and the numbered key beside it.
import { zoneOf } from './bands.ts';
import type { Area, Drawing, Json } from './chart.ts';
import type { LegendEntry } from './legend.ts';
import { assemble, grid } from './panels.ts';
import {
  type Box,
  boxLayers,
  type Dot,
  dotLayers,
  type Rule,
  ruleLayers,
  type Text,
  textLayers,
} from './pixels.ts';
import { shortened, textWidth } from './text.ts';
import { COLOUR, pick, SIZE, TINTS } from './theme.ts';

export interface Cell {
  /** 1 to 5 */
  readonly likelihood: number;
  /** 1 to 5 */
  readonly impact: number;
}

export interface HeatMapItem {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly warning: string;
  readonly opportunity: boolean;
  readonly inherent: Cell;
  readonly residual: Cell;
}

export interface BandLabel {
  readonly name: string;
  readonly bound: string;
}

export interface HeatMapPicture {
  readonly items: readonly HeatMapItem[];
  /** Least first. */
  readonly impacts: readonly BandLabel[];
  readonly likelihoods: readonly BandLabel[];
  readonly words: {
    readonly impact: string;
    readonly likelihood: string;
    readonly before: string;
    readonly after: string;
    readonly opportunity: string;
  };
}

export const LEVELS = 5;
const KEY_SHARE = 0.44;
const CELL_GAP = 3;
export const OPPORTUNITY = '#12786d';

export interface Bubble {
  readonly item: HeatMapItem;
  readonly after: boolean;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const sameCell = (a: Cell, b: Cell): boolean => a.likelihood === b.likelihood && a.impact === b.impact;

/** Bubbles side by side in the cells they share; a row that does not move has one bubble. */
export function bubblesOf(items: readonly HeatMapItem[], cell: Size, apart = 6): Bubble[] {
  const all = items.flatMap((item) => {
    const after = { item, after: true, at: item.residual };
    return sameCell(item.inherent, item.residual)
      ? [after]
      : [{ item, after: false, at: item.inherent }, after];
  });
  return all.map((one) => {
    const here = all.filter((other) => sameCell(other.at, one.at));
    const columns = Math.min(
      here.length,
      Math.max(1, Math.ceil(Math.sqrt((here.length * cell.width) / cell.height))),
    );
    const rows = Math.ceil(here.length / columns);
    const size = Math.min(27, cell.width / columns - apart, cell.height / rows - apart);
    const place = here.indexOf(one);
    const row = Math.floor(place / columns);
    const inRow = row === rows - 1 ? here.length - row * columns : columns;
    const pitch = size + apart;
    return {
      item: one.item,
      after: one.after,
      size,
      x: (one.at.likelihood - 0.5) * cell.width + ((place % columns) - (inRow - 1) / 2) * pitch,
      y: (LEVELS - one.at.impact + 0.5) * cell.height + (row - (rows - 1) / 2) * pitch,
    };
  });
}

export const colorOf = (item: HeatMapItem): string => (item.opportunity ? OPPORTUNITY : COLOUR.navy);

/** Arrows from before to after, from rim to rim. */
export function arrows(bubbles: readonly Bubble[]): { rules: Rule[]; heads: Dot[] } {
  const moves = bubbles.flatMap((from) => {
    const to = bubbles.find((one) => one.after && one.item === from.item);
    return from.after || to === undefined ? [] : [{ from, to }];
  });
  const ends = moves.map(({ from, to }) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const dx = (to.x - from.x) / length;
    const dy = (to.y - from.y) / length;
    const color = colorOf(from.item);
    const tip = { x: to.x - dx * (to.size / 2 + 6), y: to.y - dy * (to.size / 2 + 6) };
    return {
      rule: {
        x: from.x + dx * (from.size / 2 + 1),
        y: from.y + dy * (from.size / 2 + 1),
        x2: tip.x,
        y2: tip.y,
        color,
        width: 1.75,
      },
      head: {
        ...tip,
        size: 9,
        fill: color,
        stroke: color,
        shape: 'triangle' as const,
        // A triangle points up; angles run clockwise from there.
        angle: (Math.atan2(dy, dx) * 180) / Math.PI + 90,
      },
    };
  });
  return { rules: ends.map((end) => end.rule), heads: ends.map((end) => end.head) };
}

/** The colour of a cell, levels from 1 to 5. */
export const tintOf = (impact: number, likelihood: number): string => pick(TINTS, zoneOf(impact, likelihood));

function cells(cell: Size): Box[] {
  const levels = Array.from({ length: LEVELS }, (_, index) => index + 1);
  return levels.flatMap((impact) =>
    levels.map((likelihood) => ({
      x: (likelihood - 1) * cell.width + CELL_GAP / 2,
      y: (LEVELS - impact) * cell.height + CELL_GAP / 2,
      width: cell.width - CELL_GAP,
      height: cell.height - CELL_GAP,
      color: tintOf(impact, likelihood),
    })),
  );
}

function axisTexts(picture: HeatMapPicture, cell: Size): Text[] {
  const height = LEVELS * cell.height;
  const across = picture.likelihoods.flatMap((band, index): Text[] => {
    const x = (index + 0.5) * cell.width;
    return [
      { x, y: height + 16, text: shortened(band.name, cell.width - 4, SIZE.label), align: 'center' },
      { x, y: height + 34, text: band.bound, align: 'center', size: SIZE.small, color: COLOUR.grey },
    ];
  });
  const up = picture.impacts.flatMap((band, index): Text[] => {
    const y = (LEVELS - index - 0.5) * cell.height;
    const shift = band.bound === '' ? 0 : 9;
    return [
      { x: -12, y: y - shift, text: band.name, align: 'right' },
      { x: -12, y: y + 9, text: band.bound, align: 'right', size: SIZE.small, color: COLOUR.grey },
    ];
  });
  const titles: Text[] = [
    { x: -12, y: -14, text: picture.words.impact, align: 'right', bold: true },
    { x: LEVELS * cell.width, y: height + 54, text: picture.words.likelihood, align: 'right', bold: true },
  ];
  return [...across, ...up, ...titles].filter((text) => text.text !== '');
}

/** The numbered rows right of the map. */
function keyLayers(picture: HeatMapPicture, left: number, width: number, height: number): Json[] {
  const pitch = Math.min(48, height / Math.max(1, picture.items.length));
  // Two lines a row, as long as they stay apart from those of the next.
  const roomy = pitch >= 30;
  const offset = Math.min(9, pitch / 4);
  const dots: Dot[] = [];
  const texts: Text[] = [];
  for (const [index, item] of picture.items.entries()) {
    const middle = (index + 0.5) * pitch;
    const color = colorOf(item);
    dots.push({ x: left + 13, y: middle, size: Math.min(26, pitch - 4), fill: color, stroke: color });
    texts.push({
      x: left + 13,
      y: middle,
      text: item.id,
      color: COLOUR.white,
      bold: true,
      align: 'center',
      size: SIZE.small,
    });
    const x = left + 38;
    const title = shortened(item.title, left + width - x, SIZE.label, true);
    texts.push({ x, y: roomy ? middle - offset : middle, text: title, bold: true });
    if (!roomy) continue;
    const warning = item.warning === '' ? '' : shortened(item.warning, width / 2, SIZE.small);
    const space = left + width - x - (warning === '' ? 0 : textWidth(warning, SIZE.small) + 12);
    const detail = shortened(item.detail, space, SIZE.small);
    texts.push({ x, y: middle + offset, text: detail, size: SIZE.small, color: COLOUR.grey });
    if (warning !== '') {
      const after = x + textWidth(`${detail} · `, SIZE.small);
      texts.push({ x: after, y: middle + offset, text: warning, size: SIZE.small, color: COLOUR.red });
    }
  }
  return [...dotLayers(dots), ...textLayers(texts)];
}

/** Draws map and key. */
export function drawHeatMap(picture: HeatMapPicture, area: Area): Drawing {
  const names = [picture.words.impact, ...picture.impacts.map((band) => band.name)];
  const axis = Math.ceil(Math.max(...names.map((name) => textWidth(name, SIZE.label, true)))) + 16;
  const key = Math.round(area.width * KEY_SHARE);
  const legend = legendOf(picture);
  const made = grid(area, { columns: [''], rows: [''], axis, labels: key + 36, foot: 62, head: 28, legend });
  const cell = { width: made.width / LEVELS, height: made.height / LEVELS };
  return assemble(made, [
    [
      ...mapLayers(bubblesOf(picture.items, cell), cell),
      ...textLayers(axisTexts(picture, cell)),
      ...keyLayers(picture, made.width + 36, key, made.height + 48),
    ],
  ]);
}

/** What before, after and an opportunity look like. */
export const legendOf = ({ words }: HeatMapPicture): LegendEntry[] => [
  { mark: 'ring', color: COLOUR.navy, label: words.before },
  { mark: 'circle', color: COLOUR.navy, label: words.after },
  ...(words.opportunity === ''
    ? []
    : [{ mark: 'circle', color: OPPORTUNITY, label: words.opportunity } as const]),
];

/** Cells, arrows and bubbles. */
export function mapLayers(bubbles: readonly Bubble[], cell: Size): Json[] {
  const { rules, heads } = arrows(bubbles);
  const dots: Dot[] = bubbles.map((bubble) => ({
    x: bubble.x,
    y: bubble.y,
    size: bubble.size,
    fill: bubble.after ? colorOf(bubble.item) : COLOUR.white,
    stroke: colorOf(bubble.item),
  }));
  const ids: Text[] = bubbles.map((bubble) => ({
    x: bubble.x,
    y: bubble.y,
    text: bubble.item.id,
    bold: true,
    align: 'center',
    size: bubble.size >= 22 ? SIZE.small : 11,
    color: bubble.after ? COLOUR.white : colorOf(bubble.item),
  }));
  return [
    ...boxLayers(cells(cell)),
    ...ruleLayers(rules),
    ...dotLayers(heads),
    ...dotLayers(dots),
    ...textLayers(ids),
  ];
}
