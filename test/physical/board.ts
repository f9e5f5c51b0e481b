// The tables of hazards and assets, read by hand, so that tests compute from them without the engine.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** The rows of a CSV without quotes, as records. */
export function tableOf(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = readFileSync(join(SCENARIOS, path), 'utf8').trim().split('\n');
  const names = head.split(',');
  return rows.map((row) =>
    Object.fromEntries(row.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

const HERE = 'innovation-new-material';
const assets = tableOf(`${HERE}/assets.csv`);
const hazards = tableOf(`${HERE}/hazards.csv`);

/** A measure of a site; shares in percent become shares. */
export function asset(site: string, measure: string): number {
  const row = assets.find((one) => one.site === site && one.measure === measure);
  if (row === undefined) throw new Error(`no ${measure} of ${site}`);
  return Number(row.value) * (row.unit === '%' ? 0.01 : 1);
}

/** Chance a year and intensity of the events of a hazard at a site, the most frequent first. */
export const events = (site: string, hazard: string): readonly (readonly [number, number])[] =>
  hazards
    .filter((one) => one.site === site && one.hazard === hazard)
    .map((one): [number, number] => [1 / Number(one.return_period), Number(one.value)])
    .toSorted(([a], [b]) => b - a);

export const SITES = ['shandong', 'jiangsu', 'inner_mongolia', 'yunnan', 'vietnam', 'mexico'] as const;

/** The depth-damage curves as the sources print them. */
export const FLOOD = {
  asia: [
    [0, 0],
    [0.5, 0.283],
    [1, 0.482],
    [1.5, 0.629],
    [2, 0.717],
    [3, 0.857],
    [4, 0.909],
    [5, 0.955],
    [6, 1],
  ],
  northAmerica: [
    [0, 0.026],
    [0.5, 0.323],
    [1, 0.511],
    [1.5, 0.637],
    [2, 0.74],
    [3, 0.86],
    [4, 0.937],
    [5, 0.98],
    [6, 1],
  ],
} as const;

type Curve = readonly (readonly [number, number])[];

/** Straight lines between the knots; no water, no damage; beyond the last knot it stays. */
export function damageAt(curve: Curve, depth: number): number {
  if (depth <= 0) return 0;
  const above = curve.findIndex(([knot]) => knot >= depth);
  if (above < 0) return curve.at(-1)?.[1] ?? Number.NaN;
  const [x1 = 0, y1 = 0] = curve[above - 1] ?? [];
  const [x2 = 0, y2 = 0] = curve[above] ?? [];
  return y1 + ((y2 - y1) * (depth - x1)) / (x2 - x1);
}

/** Emanuel's form. */
export function windDamage(speed: number, half: number): number {
  const v = Math.max(speed - 25.7, 0) / (half - 25.7);
  return v ** 3 / (1 + v ** 3);
}

/** The trapezoid over the chances, with the rarest event for all that is rarer. */
export function expected(points: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (const [index, [chance, loss]] of points.entries()) {
    const next = points[index + 1];
    sum += next === undefined ? chance * loss : ((chance - next[0]) * (loss + next[1])) / 2;
  }
  return sum;
}
