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
  /** What the map does not show: the year, and who rated. */
  readonly remark: string;
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
    /** Empty where the response moves every row. */
    readonly same: string;
    readonly opportunity: string;
  };
}

export const LEVELS = 5;
const KEY_SHARE = 0.44;
/** Rows of the key that stand closer go into two columns. */
const LEAST_PITCH = 21;
const KEY_GAP = 18;
const SMALLEST = 12;
const CELL_GAP = 3;
export const OPPORTUNITY = '#12786d';

export interface Bubble {
  readonly item: HeatMapItem;
  readonly after: boolean;
  /** Where the response moves nothing it is before and after in one. */
  readonly same: boolean;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const sameCell = (a: Cell, b: Cell): boolean => a.likelihood === b.likelihood && a.impact === b.impact;

/** The columns in which so many bubbles are largest; among those alike what comes nearest to the shape of the cell. */
function inCell(count: number, cell: Size, apart: number) {
  const near = Math.ceil(Math.sqrt((count * cell.width) / cell.height));
  const all = Array.from({ length: count }, (_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(count / columns);
    const size = Math.min(27, cell.width / columns - apart, cell.height / rows - apart);
    return { columns, rows, size, off: Math.abs(columns - near) };
  });
  return all.reduce((best, one) =>
    one.size > best.size || (one.size === best.size && one.off < best.off) ? one : best,
  );
}

/** Bubbles side by side in the cells they share; a row that does not move has one bubble. */
export function bubblesOf(items: readonly HeatMapItem[], cell: Size, apart = 6): Bubble[] {
  const all = items.flatMap((item) => {
    const same = sameCell(item.inherent, item.residual);
    const after = { item, after: true, same, at: item.residual };
    return same ? [after] : [{ item, after: false, same, at: item.inherent }, after];
  });
  return all.map((one) => {
    const here = all.filter((other) => sameCell(other.at, one.at));
    const { columns, rows, size } = inCell(here.length, cell, apart);
    const place = here.indexOf(one);
    const row = Math.floor(place / columns);
    const inRow = row === rows - 1 ? here.length - row * columns : columns;
    const pitch = size + apart;
    return {
      item: one.item,
      after: one.after,
      same: one.same,
      size,
      x: (one.at.likelihood - 0.5) * cell.width + ((place % columns) - (inRow - 1) / 2) * pitch,
      y: (LEVELS - one.at.impact + 0.5) * cell.height + (row - (rows - 1) / 2) * pitch,
    };
  });
}

/** Of a full circle that stands inside its ring. */
export const insideRing = (size: number): number => Math.max(size - 7, size * 0.6);

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
function keyLayers(picture: HeatMapPicture, left: number, whole: number, height: number): Json[] {
  const { items } = picture;
  const columns = height / Math.max(1, items.length) < LEAST_PITCH ? 2 : 1;
  const inColumn = Math.ceil(items.length / columns);
  const pitch = Math.min(48, height / Math.max(1, inColumn));
  const width = (whole - (columns - 1) * KEY_GAP) / columns;
  const fits = (size: number): boolean =>
    items.every(({ title }) => textWidth(title, size, true) <= width - 38);
  const size = columns === 1 ? SIZE.label : fits(SIZE.small) ? SIZE.small : SMALLEST;
  // Two lines a row, as long as they stay apart from those of the next.
  const roomy = pitch >= 30;
  const offset = Math.min(9, pitch / 4);
  const dots: Dot[] = [];
  const texts: Text[] = [];
  for (const [index, item] of items.entries()) {
    const column = Math.floor(index / inColumn);
    const start = left + column * (width + KEY_GAP);
    const middle = ((index % inColumn) + 0.5) * pitch;
    const color = colorOf(item);
    dots.push({ x: start + 13, y: middle, size: Math.min(26, pitch - 4), fill: color, stroke: color });
    texts.push({
      x: start + 13,
      y: middle,
      text: item.id,
      color: COLOUR.white,
      bold: true,
      align: 'center',
      size: SIZE.small,
    });
    const x = start + 38;
    const title = shortened(item.title, start + width - x, size, true);
    texts.push({ x, y: roomy ? middle - offset : middle, text: title, bold: true, size });
    if (!roomy) continue;
    const warning = item.warning === '' ? '' : shortened(item.warning, width / 2, SIZE.small);
    const space = start + width - x - (warning === '' ? 0 : textWidth(warning, SIZE.small) + 12);
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
  ...(words.same === '' ? [] : [{ mark: 'ringed', color: COLOUR.navy, label: words.same } as const]),
  ...(words.opportunity === ''
    ? []
    : [{ mark: 'circle', color: OPPORTUNITY, label: words.opportunity } as const]),
];

/** Cells, arrows and bubbles. */
export function mapLayers(bubbles: readonly Bubble[], cell: Size): Json[] {
  const { rules, heads } = arrows(bubbles);
  const dots = bubbles.flatMap(({ item, after, same, x, y, size }): Dot[] => {
    const color = colorOf(item);
    const full = { x, y, size, fill: after ? color : COLOUR.white, stroke: color };
    return same
      ? [
          { ...full, fill: COLOUR.white },
          { ...full, size: insideRing(size) },
        ]
      : [full];
  });
  const ids: Text[] = bubbles.map((bubble) => ({
    x: bubble.x,
    y: bubble.y,
    text: bubble.item.id,
    bold: true,
    align: 'center',
    size: bubble.size >= 22 ? (bubble.same ? 12 : SIZE.small) : bubble.size >= 15 ? 11 : 9,
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
