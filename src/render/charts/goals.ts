// Targets in a panel of lines: a dashed level up to its year, a diamond, and a label that covers no line.
import type { Json } from './chart.ts';
import { type Dot, dotLayers, type Rule, ruleLayers, type Text, textLayers } from './pixels.ts';
import { type Point, quietest, type Rectangle, samples } from './places.ts';
import { textWidth } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

export interface Goal {
  readonly year: number;
  /** In the unit shown. */
  readonly value: number;
  readonly label: readonly string[];
}

export interface Plane {
  readonly first: number;
  readonly toX: (year: number) => number;
  readonly toY: (value: number) => number;
  readonly width: number;
  readonly height: number;
  /** Points of the lines that labels must not cover. */
  readonly lines: readonly Point[];
  readonly taken: readonly Rectangle[];
}

const LINE_HEIGHT = 17;
const AWAY = 9;

/** Layers of the goals, which come in the order of their years. */
export function goalMarks(goals: readonly Goal[], plane: Plane): Json[] {
  const rules: Rule[] = goals.map((goal, index) => {
    const from = Math.max(goals[index - 1]?.year ?? plane.first, plane.first);
    const y = plane.toY(goal.value);
    return {
      x: plane.toX(from),
      y,
      x2: plane.toX(goal.year),
      y2: y,
      color: COLOUR.red,
      width: 1.75,
      dash: [6, 4],
    };
  });
  const dots: Dot[] = goals.map((goal) => ({
    x: plane.toX(goal.year),
    y: plane.toY(goal.value),
    size: 13,
    fill: COLOUR.red,
    stroke: COLOUR.white,
    shape: 'diamond',
  }));
  const lines = [
    ...plane.lines,
    ...rules.flatMap((rule) =>
      samples([
        { x: rule.x, y: rule.y },
        { x: rule.x2, y: rule.y2 },
      ]),
    ),
    ...dots.flatMap((dot) =>
      samples(
        [
          { x: dot.x - 6, y: dot.y },
          { x: dot.x + 6, y: dot.y },
        ],
        1,
      ),
    ),
  ];
  const taken: Rectangle[] = [...plane.taken];
  const texts: Text[] = [];
  const leaders: Rule[] = [];
  for (const goal of goals) {
    const box = quietest(candidates(goal, plane), lines, taken, {
      x: 0,
      y: -4,
      width: plane.width,
      height: plane.height,
    });
    if (box === undefined) continue;
    taken.push(box);
    leaders.push(...leader(goal, box, plane));
    texts.push(
      ...goal.label.map((text, index) => ({
        x: box.x,
        y: box.y + LINE_HEIGHT * (index + 0.5),
        text,
        color: COLOUR.red,
        bold: index === 0,
        size: index === 0 ? SIZE.label : SIZE.small,
      })),
    );
  }
  return [...ruleLayers([...leaders, ...rules]), ...dotLayers(dots), ...textLayers(texts)];
}

/** A thin line to a label that had to go far from its diamond. */
function leader(goal: Goal, box: Rectangle, plane: Plane): Rule[] {
  const x = plane.toX(goal.year);
  const y = plane.toY(goal.value);
  const nearX = Math.min(Math.max(x, box.x), box.x + box.width);
  const below = box.y > y;
  const nearY = below ? box.y : box.y + box.height;
  const apart = below ? box.y - y : y - box.y - box.height;
  if (apart < 2 * AWAY) return [];
  return [{ x, y: y + (below ? AWAY : -AWAY), x2: nearX, y2: nearY, color: COLOUR.red }];
}

/** Places around the diamond, the nearest first. */
function candidates(goal: Goal, plane: Plane): Rectangle[] {
  const width = Math.max(
    ...goal.label.map((text, index) => textWidth(text, index === 0 ? SIZE.label : SIZE.small, index === 0)),
  );
  const height = goal.label.length * LINE_HEIGHT;
  const x = plane.toX(goal.year);
  const y = plane.toY(goal.value);
  const sides = [x - width / 2, x + AWAY, x - width - AWAY, 4];
  const levels = [0, 1, 2, 3, 4, 6, 8].flatMap((step) => {
    const away = AWAY + step * LINE_HEIGHT;
    return [y - height - away, y + away];
  });
  const beside = [x + AWAY + 4, x - width - AWAY - 4].map((left) => ({
    x: left,
    y: y - height / 2,
    width,
    height,
  }));
  return [...beside, ...levels.flatMap((top) => sides.map((left) => ({ x: left, y: top, width, height })))];
}
