// Panels of an abatement curve: bars side by side, cheapest first, and below them a table that names them with their numbers.
import type { Area, Drawing, Json } from './chart.ts';
import { axisValues, fixed, short } from './numbers.ts';
import { assemble, type Grid, grid, isNarrow } from './panels.ts';
import { type Box, boxLayers, type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { quietest, type Rectangle } from './places.ts';
import { shortened, textWidth, wrap } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

export interface Bar {
  readonly name: string;
  readonly color: string;
  readonly height: number;
  readonly width: number;
}

/** What the bars are held against, such as a carbon price. */
export interface Level {
  readonly name: string;
  readonly value: number;
}

export interface CurvePanel {
  /** Cheapest first, each with a width above zero. */
  readonly bars: readonly Bar[];
  readonly levels: readonly Level[];
}

export interface CurvePicture {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row. */
  readonly panels: readonly CurvePanel[];
  readonly decimals: number;
  readonly widthDecimals: number;
  /** Heads of the two columns of numbers: the unit of the heights, of the widths. */
  readonly heads: readonly [string, string];
}

const ROW = 23;
const ABOVE_TABLE = 30;
const CHIP = 12;
/** The head of a column of numbers on a phone, and its lines. */
const NARROW_HEAD = 64;
const HEAD_LINE = 16;
/** No bar is thinner than this, or it could not be seen; one that goes beyond the axis must show where it is cut. */
const THINNEST = 2;
const THINNEST_CUT = 7;
/** A bar of less than this share of its panel's width does not decide how high the axis goes, */
const THIN = 0.01;
/** and what stands this many times as high as the bars that do is cut off. */
const BEYOND = 5;
/** The gap of a bar that is cut off: how far below its end, and how wide. */
const BREAK = { below: 30, width: 5 } as const;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly widest: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

const decimalsOf = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));

const widthOf = ({ bars }: CurvePanel): number => bars.reduce((sum, { width }) => sum + width, 0);

/** How far from zero the axis goes at most: one dear measure of a few tonnes would press all others flat. */
function reachOf(panels: readonly CurvePanel[]): number {
  const main = panels.flatMap((panel) =>
    panel.bars.filter(({ width }) => width >= THIN * widthOf(panel)).map(({ height }) => Math.abs(height)),
  );
  return BEYOND * Math.max(0, ...main) || Number.POSITIVE_INFINITY;
}

/** Names of bars and levels that go beyond the axis, for the caption. */
export function cutOff(panels: readonly CurvePanel[]): readonly string[] {
  const reach = reachOf(panels);
  const names = panels.flatMap(({ bars, levels }) => [
    ...bars.filter(({ height }) => Math.abs(height) > reach).map(({ name }) => name),
    ...levels.filter(({ value }) => Math.abs(value) > reach).map(({ name }) => name),
  ]);
  return [...new Set(names)];
}

function scaleOf({ panels }: CurvePicture): Scale {
  const reach = reachOf(panels);
  const values = panels
    .flatMap(({ bars, levels }) => [...bars.map(({ height }) => height), ...levels.map(({ value }) => value)])
    .filter((value) => Math.abs(value) <= reach);
  const ticks = axisValues(Math.min(0, ...values), Math.max(0, ...values), 5);
  const widths = panels.map(widthOf);
  return {
    low: ticks[0] ?? 0,
    high: ticks.at(-1) ?? 1,
    widest: Math.max(...widths) || 1,
    ticks,
    decimals: decimalsOf(ticks),
  };
}

/** Room below each panel for the table of its bars. */
export const tableHeight = (panels: readonly CurvePanel[]): number =>
  ABOVE_TABLE + (Math.max(1, ...panels.map(({ bars }) => bars.length)) + 1) * ROW;

/** Draws the panels, all on the same axes. */
export function drawCurves(picture: CurvePicture, area: Area): Drawing {
  const scale = scaleOf(picture);
  const labels = scale.ticks.map((tick) => fixed(tick, scale.decimals));
  const made = grid(area, {
    columns: picture.columns,
    rows: picture.rows,
    axis: Math.ceil(Math.max(...labels.map((label) => textWidth(label, SIZE.label)))) + 14,
    labels: 0,
    foot: tableHeight(picture.panels),
    feet: true,
    head: 10,
  });
  const columns = picture.columns.length;
  return assemble(
    made,
    picture.panels.map((panel, index) => panelLayers(panel, picture, scale, made, index % columns === 0)),
  );
}

function panelLayers(
  panel: CurvePanel,
  picture: CurvePicture,
  scale: Scale,
  made: Grid,
  first: boolean,
): Json[] {
  const placed = boxesOf(panel.bars, scale, made);
  const zero = yOf(0, scale, made);
  const within = panel.levels.filter(({ value }) => !isBeyond(value, scale));
  const rules = within.map(
    ({ value }): Rule => ({
      x: 0,
      x2: made.width,
      y: yOf(value, scale, made),
      y2: yOf(value, scale, made),
      color: COLOUR.red,
      width: 2,
      dash: [6, 4],
    }),
  );
  return [
    barLayer(panel.bars, scale, made, first),
    ...boxLayers(breaks(panel.bars, placed, scale)),
    ...ruleLayers([{ x: 0, x2: made.width, y: zero, y2: zero, color: COLOUR.ink }, ...rules]),
    ...textLayers([
      ...cutTexts(panel.bars, placed, picture, scale, made),
      ...levelTexts(panel, placed, picture, scale, made),
    ]),
    ...tableLayers(panel, picture, made),
  ];
}

const yOf = (value: number, scale: Scale, made: Grid): number =>
  (1 - (value - scale.low) / (scale.high - scale.low || 1)) * made.height;

const isBeyond = (value: number, scale: Scale): boolean => value < scale.low || value > scale.high;

/** A value, or the end of the axis that it goes beyond. */
const held = (value: number, scale: Scale): number => Math.min(scale.high, Math.max(scale.low, value));

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where each bar begins and ends along the axis, in the unit of the widths. */
function spansOf(bars: readonly Bar[], scale: Scale, made: Grid): Span[] {
  const pixel = scale.widest / made.width;
  let end = 0;
  return bars.map(({ width, height }) => {
    const start = end;
    end += width;
    // A bar that would be too thin to see is widened to its left, over its neighbour, and keeps its right edge.
    const thinnest = (isBeyond(height, scale) ? THINNEST_CUT : THINNEST) * pixel;
    return { from: Math.max(0, Math.min(start, end - thinnest)), to: end };
  });
}

/** Where the bars stand, in pixels. */
function boxesOf(bars: readonly Bar[], scale: Scale, made: Grid): Rectangle[] {
  const pixels = made.width / scale.widest;
  return spansOf(bars, scale, made).map(({ from, to }, index) => {
    const height = held(bars[index]?.height ?? 0, scale);
    const [top, bottom] = [yOf(Math.max(0, height), scale, made), yOf(Math.min(0, height), scale, made)];
    return { x: from * pixels, y: top, width: (to - from) * pixels, height: bottom - top };
  });
}

/** The gap near the end of each bar that goes beyond the axis. */
function breaks(bars: readonly Bar[], boxes: readonly Rectangle[], scale: Scale): Box[] {
  return boxes.flatMap(({ x, y, width, height }, index): Box[] => {
    const value = bars[index]?.height ?? 0;
    if (!isBeyond(value, scale)) return [];
    const top = value > 0 ? y + BREAK.below : y + height - BREAK.below - BREAK.width;
    return [{ x: x - 3, y: top, width: width + 6, height: BREAK.width, color: COLOUR.white }];
  });
}

/** The value of each bar that goes beyond the axis, beside its end. */
function cutTexts(
  bars: readonly Bar[],
  boxes: readonly Rectangle[],
  picture: CurvePicture,
  scale: Scale,
  made: Grid,
): Text[] {
  return boxes.flatMap(({ x, y, width, height }, index): Text[] => {
    const value = bars[index]?.height ?? 0;
    if (!isBeyond(value, scale)) return [];
    const left = x > made.width / 2;
    return [
      {
        x: left ? x - 6 : x + width + 6,
        y: value > 0 ? y + 9 : y + height - 9,
        text: fixed(value, picture.decimals),
        bold: true,
        align: left ? 'right' : 'left',
      },
    ];
  });
}

function barLayer(bars: readonly Bar[], scale: Scale, made: Grid, first: boolean): Json {
  const spans = spansOf(bars, scale, made);
  const values = bars.map(({ name, color, height, width }, index) => ({
    name,
    color,
    width,
    height,
    ...(spans[index] ?? { from: 0, to: 0 }),
    zero: 0,
    drawn: held(height, scale),
  }));
  return {
    data: { values },
    mark: { type: 'rect' },
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        scale: { domain: [0, scale.widest], nice: false, zero: true },
        axis: null,
      },
      x2: { field: 'to' },
      y: {
        field: 'zero',
        type: 'quantitative',
        scale: { domain: [scale.low, scale.high], nice: false },
        axis: { values: scale.ticks, labels: first, format: `,.${scale.decimals}f` },
      },
      y2: { field: 'drawn' },
      color: { field: 'color', type: 'nominal', scale: null, legend: null },
      stroke: { value: COLOUR.white },
      strokeWidth: { value: 0.5 },
    },
  };
}

/** Name and value of each level, where they cover the least of bars and of each other. */
function levelTexts(
  panel: CurvePanel,
  bars: readonly Rectangle[],
  picture: CurvePicture,
  scale: Scale,
  made: Grid,
): Text[] {
  const taken: Rectangle[] = [...bars];
  const height = SIZE.label + 4;
  return panel.levels.map(({ name, value }) => {
    const beyond = isBeyond(value, scale);
    const arrow = beyond ? (value > 0 ? '↑ ' : '↓ ') : '';
    const number = fixed(value, picture.decimals);
    const text = `${arrow}${shortened(name, made.width - textWidth(arrow + number, SIZE.label, true) - 12, SIZE.label)} ${number}`;
    const width = textWidth(text, SIZE.label) + 4;
    const y = yOf(held(value, scale), scale, made);
    const candidates = (beyond ? [value > 0 ? 2 : made.height - height] : [y - height - 3, y + 4]).flatMap(
      (top) => [made.width - width, 0, (made.width - width) / 2].map((x) => ({ x, y: top, width, height })),
    );
    const box = quietest(candidates, [], taken, { x: 0, y: 0, width: made.width, height: made.height });
    if (box !== undefined) taken.push(box);
    return { x: box?.x ?? 0, y: (box?.y ?? y) + height / 2, text, color: COLOUR.red };
  });
}

/** The bars by name, in the order in which they stand, with height and width. */
function tableLayers(panel: CurvePanel, picture: CurvePicture, made: Grid): Json[] {
  const heights = panel.bars.map(({ height }) => fixed(height, picture.decimals));
  // A few tonnes beside millions keep a digit: 0.0 would read as none.
  const widths = panel.bars.map(({ width }) =>
    Number(width.toFixed(picture.widthDecimals)) === 0
      ? short(width, 1)
      : fixed(width, picture.widthDecimals),
  );
  // On a phone heads break, and the table begins below the labels of the axis: names need the room.
  const narrow = isNarrow(made.area);
  const left = narrow ? -made.wish.axis : 0;
  const [first, second] = picture.heads.map((head) =>
    narrow ? wrap(head, NARROW_HEAD, SIZE.small, false, 2) : [head],
  ) as [string[], string[]];
  const column = (head: readonly string[], numbers: readonly string[]): number =>
    Math.max(
      ...head.map((line) => textWidth(line, SIZE.small)),
      ...numbers.map((number) => textWidth(number, SIZE.label)),
    );
  const right = made.width;
  const middle = right - column(second, widths) - 18;
  const room = middle - left - column(first, heights) - CHIP - 16;
  const y = (row: number): number => made.height + ABOVE_TABLE + row * ROW;
  const heads = (
    [
      [first, middle],
      [second, right],
    ] as const
  ).map(
    ([text, x]): Text => ({
      x,
      y: y(0) - (text.length - 1) * HEAD_LINE,
      text,
      align: 'right',
      size: SIZE.small,
      color: COLOUR.grey,
      lineHeight: HEAD_LINE,
    }),
  );
  const chips = panel.bars.map(
    ({ color }, index): Box => ({ x: left, y: y(index + 1) - CHIP / 2, width: CHIP, height: CHIP, color }),
  );
  const texts = panel.bars.flatMap(({ name }, index): Text[] => [
    { x: left + CHIP + 8, y: y(index + 1), text: shortened(name, room, SIZE.label) },
    { x: middle, y: y(index + 1), text: heights[index] ?? '', align: 'right', bold: true },
    { x: right, y: y(index + 1), text: widths[index] ?? '', align: 'right' },
  ]);
  return [...boxLayers(chips), ...textLayers([...heads, ...texts])];
}
