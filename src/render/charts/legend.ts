// A key above the panels, in as many lines as it needs: where labels at the marks themselves cannot serve.
import type { Json } from './chart.ts';
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
import { COLOUR, SIZE } from './theme.ts';

export interface LegendEntry {
  readonly label: string;
  readonly mark: 'box' | 'line' | 'dashes' | 'diamond' | 'circle' | 'ring' | 'ringed';
  readonly color: string;
}

const LINE = 24;
const MARK: Readonly<Record<LegendEntry['mark'], number>> = {
  box: 14,
  line: 26,
  dashes: 26,
  diamond: 14,
  circle: 16,
  ring: 16,
  ringed: 16,
};
const GAP = 8;
const BETWEEN = 24;
const LONGEST_MARK = 34;
/** A label that is no longer than this is never cut, be the picture as narrow as it may. */
const WHOLE = 300;

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
  readonly label: string;
}

function place(entries: readonly LegendEntry[], width: number): Placed[] {
  const placed: Placed[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries) {
    const label = shortened(
      entry.label,
      Math.max(width / 2, Math.min(width - LONGEST_MARK, WHOLE)),
      SIZE.label,
    );
    const needs = MARK[entry.mark] + GAP + textWidth(label, SIZE.label);
    if (x > 0 && x + needs > width) {
      x = 0;
      line += 1;
    }
    placed.push({ entry, x, line, label });
    x += needs + BETWEEN;
  }
  return placed;
}

/** Room that the key needs above the panels. */
export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  const last = place(entries, width).at(-1);
  return last ? (last.line + 1) * LINE + 10 : 0;
}

/** The key, its first line centred at `y` and starting at `x`. */
export function legendLayers(entries: readonly LegendEntry[], width: number, x: number, y: number): Json[] {
  const texts: Text[] = [];
  const boxes: Box[] = [];
  const rules: Rule[] = [];
  const dots: Dot[] = [];
  for (const { entry, x: offset, line, label } of place(entries, width)) {
    const left = x + offset;
    const middle = y + line * LINE;
    const size = MARK[entry.mark];
    texts.push({ x: left + size + GAP, y: middle, text: label });
    switch (entry.mark) {
      case 'box':
        boxes.push({ x: left, y: middle - 7, width: 14, height: 14, color: entry.color });
        break;
      case 'line':
        rules.push({ x: left, y: middle, x2: left + size, y2: middle, color: entry.color, width: 3 });
        break;
      case 'dashes':
        rules.push({
          x: left,
          y: middle,
          x2: left + size,
          y2: middle,
          color: entry.color,
          width: 2,
          dash: [5, 4],
        });
        break;
      case 'diamond':
        dots.push({
          x: left + 7,
          y: middle,
          size: 13,
          fill: entry.color,
          stroke: entry.color,
          shape: 'diamond',
        });
        break;
      case 'circle':
        dots.push({ x: left + 8, y: middle, size: 14, fill: entry.color, stroke: entry.color });
        break;
      case 'ring':
        dots.push({ x: left + 8, y: middle, size: 14, fill: COLOUR.white, stroke: entry.color });
        break;
      case 'ringed':
        dots.push(
          { x: left + 8, y: middle, size: 14, fill: COLOUR.white, stroke: entry.color },
          { x: left + 8, y: middle, size: 6, fill: entry.color, stroke: entry.color },
        );
        break;
    }
  }
  return [...boxLayers(boxes), ...ruleLayers(rules), ...dotLayers(dots), ...textLayers(texts)];
}
