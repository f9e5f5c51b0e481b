// Colours and the Vega-Lite config: for every picture, and copied into every specification.
import type { VegaLiteSpec } from './chart.ts';
import { FONT } from './text.ts';

export const COLOUR = {
  ink: '#1f2933',
  grey: '#52606d',
  axis: '#9aa5b1',
  grid: '#e4e7eb',
  shade: '#f1f4f7',
  white: '#ffffff',
  navy: '#0b3c5d',
  teal: '#1b998b',
  red: '#b5322d',
} as const;

/** Lines that stand for scenarios, in the order of the study; dark enough to be read as text on white. */
export const LINES = [
  '#0b3c5d',
  '#b36b00',
  '#12786d',
  '#6b4e9b',
  '#1d70a2',
  '#7a4a3a',
  '#a3195b',
  '#4d5c00',
  '#8a3b00',
  '#3f4b8c',
] as const;

/** Strategies: the one without action is grey, the others stand out. */
export const STRATEGIES = ['#0b3c5d', '#12786d', '#b36b00', '#6b4e9b', '#1d70a2'] as const;
export const NO_ACTION = '#7b8794';

/** Parts of a stack. */
export const PARTS = [
  '#0b3c5d',
  '#1b998b',
  '#8fc1e3',
  '#e09f3e',
  '#1d70a2',
  '#7b5ea7',
  '#b8695f',
  '#9aa5b1',
] as const;

/** Tints of a 5 x 5 map by severity, opaque since some viewers draw translucent areas too light. */
export const TINTS = ['#eef3f6', '#f8f0dd', '#f9e2bd', '#f4c9a8', '#eaa898'] as const;

export const SIZE = { headline: 30, subtitle: 19, panel: 17, label: 15, small: 14 } as const;

/** An element of a palette; it starts again after its end. */
export function pick(palette: readonly string[], index: number): string {
  return palette[index % palette.length] ?? COLOUR.ink;
}

export const CONFIG: VegaLiteSpec = {
  font: FONT,
  // The frame and the description speak for the picture; a label on each of 500 bars helps nobody.
  aria: false,
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: SIZE.headline,
    fontWeight: 700,
    color: COLOUR.ink,
    lineHeight: 36,
    subtitleFontSize: SIZE.subtitle,
    subtitleColor: COLOUR.grey,
    subtitlePadding: 8,
    subtitleLineHeight: 24,
    offset: 20,
  },
  view: { stroke: null },
  axis: {
    title: null,
    labelFontSize: SIZE.label,
    labelColor: COLOUR.grey,
    labelLimit: 0,
    labelPadding: 8,
    labelOverlap: false,
    gridColor: COLOUR.grid,
    gridWidth: 1,
    domainColor: COLOUR.ink,
    tickColor: COLOUR.axis,
  },
  axisY: { domain: false, ticks: false, grid: true },
  axisX: { grid: false, tickSize: 5, labelPadding: 5 },
  axisBand: { grid: false, labelAngle: 0 },
  line: { strokeWidth: 2.75, strokeCap: 'round', strokeJoin: 'round' },
  text: { fontSize: SIZE.label, color: COLOUR.ink },
  bar: { cornerRadius: 0 },
};
