// Texts, rules and shapes at exact pixels of a panel: labels whose place the kinds compute themselves.
import type { Json } from './chart.ts';
import { COLOUR, SIZE } from './theme.ts';

export interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string | readonly string[];
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'alphabetic' | 'middle' | 'top' | 'bottom';
  readonly lineHeight?: number;
}

export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly color?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly stroke?: string;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  /** Diameter. */
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
  readonly shape?: 'circle' | 'diamond' | 'triangle' | 'square';
  /** Degrees, clockwise. */
  readonly angle?: number;
}

/** A position in pixels: the field is no data, so it has neither scale nor axis. */
const at = (field: string): Json => ({ field, type: 'quantitative', scale: null, axis: null });
const asIs = (field: string): Json => ({ field, type: 'nominal', scale: null, legend: null });

/** Items that share a style, in the order of their first one. */
function byStyle<Item>(items: readonly Item[], style: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(style(item), [...(groups.get(style(item)) ?? []), item]);
  return [...groups.values()];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Layers of texts, one for each style. */
export function textLayers(texts: readonly Text[]): Json[] {
  const style = (text: Text) =>
    JSON.stringify([text.size, text.bold, text.align, text.baseline, text.lineHeight]);
  return byStyle(texts, style).map((group) => {
    const first: Partial<Text> = group[0] ?? {};
    const size = first.size ?? SIZE.label;
    return {
      data: {
        values: group.map((text) => ({
          x: round(text.x),
          y: round(text.y),
          text: text.text,
          color: text.color ?? COLOUR.ink,
        })),
      },
      mark: {
        type: 'text',
        fontSize: size,
        fontWeight: first.bold ? 700 : 400,
        align: first.align ?? 'left',
        baseline: first.baseline ?? 'middle',
        lineHeight: first.lineHeight ?? Math.round(size * 1.2),
      },
      encoding: { x: at('x'), y: at('y'), text: { field: 'text' }, color: asIs('color') },
    };
  });
}

/** Layers of straight lines, one for each style. */
export function ruleLayers(rules: readonly Rule[]): Json[] {
  return byStyle(rules, (rule) => JSON.stringify([rule.width, rule.dash])).map((group) => ({
    data: {
      values: group.map((rule) => ({
        x: round(rule.x),
        y: round(rule.y),
        x2: round(rule.x2),
        y2: round(rule.y2),
        color: rule.color ?? COLOUR.axis,
      })),
    },
    mark: {
      type: 'rule',
      strokeWidth: group[0]?.width ?? 1,
      ...(group[0]?.dash ? { strokeDash: group[0].dash } : {}),
    },
    encoding: { x: at('x'), y: at('y'), x2: { field: 'x2' }, y2: { field: 'y2' }, color: asIs('color') },
  }));
}

/** A layer of rectangles; none if there are none. */
export function boxLayers(boxes: readonly Box[]): Json[] {
  if (boxes.length === 0) return [];
  const values = boxes.map((box) => ({
    x: round(box.x),
    y: round(box.y),
    x2: round(box.x + box.width),
    y2: round(box.y + box.height),
    color: box.color,
    stroke: box.stroke ?? box.color,
  }));
  return [
    {
      data: { values },
      mark: { type: 'rect' },
      encoding: {
        x: at('x'),
        y: at('y'),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
        fill: asIs('color'),
        stroke: asIs('stroke'),
      },
    },
  ];
}

/** Layers of point symbols, one for each shape. */
export function dotLayers(dots: readonly Dot[]): Json[] {
  return byStyle(dots, (dot) => dot.shape ?? 'circle').map((group) => ({
    data: {
      values: group.map((dot) => ({
        x: round(dot.x),
        y: round(dot.y),
        area: round(dot.size * dot.size),
        fill: dot.fill,
        stroke: dot.stroke,
        angle: round(dot.angle ?? 0),
      })),
    },
    mark: { type: 'point', shape: group[0]?.shape ?? 'circle', strokeWidth: 2, opacity: 1 },
    encoding: {
      x: at('x'),
      y: at('y'),
      size: { field: 'area', type: 'quantitative', scale: null, legend: null },
      fill: asIs('fill'),
      stroke: asIs('stroke'),
      angle: { field: 'angle', type: 'quantitative', scale: null },
    },
  }));
}
