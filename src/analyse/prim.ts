// Patient rule induction (Friedman and Fisher 1999): the box of a few inputs in which the draws of interest crowd.

/** Share of the draws in a box that one step peels off at most, so that no step is greedy. */
const PEEL = 0.05;
/** No box of fewer draws, and none of fewer draws of interest, says anything. */
const FEWEST = 20;
const FEWEST_HITS = 10;
/** A limit that improves the box by less than this share is left out. */
const WORTH = 0.05;

/** One number a draw, with the draws in order of it. */
export interface Column {
  readonly values: Float64Array;
  readonly order: Uint32Array;
}

/** What a column is held to; a draw is inside where low < value < high. */
export interface Limit {
  readonly column: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** How well a box describes the draws of interest. */
export interface BoxMeasure {
  /** Draws in the box as a share of all. */
  readonly mass: number;
  /** Draws of interest in the box: as a share of all draws of interest, and of the draws in the box. */
  readonly coverage: number;
  readonly density: number;
}

export function columnOf(values: Float64Array): Column {
  const order = Uint32Array.from(values.keys());
  return { values, order: order.sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0)) };
}

interface Held {
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
}

const heldBy = (limits: readonly Limit[], columns: readonly Pick<Column, 'values'>[]): readonly Held[] =>
  limits.map(({ column, low, high }) => ({
    values: columns[column]?.values ?? new Float64Array(),
    low: low ?? Number.NEGATIVE_INFINITY,
    high: high ?? Number.POSITIVE_INFINITY,
  }));

function isWithin(held: Held | undefined, draw: number): boolean {
  const value = held?.values[draw] ?? Number.NaN;
  return held !== undefined && value > held.low && value < held.high;
}

/** @param hits 1 for a draw of interest, 0 for another */
export function measureBox(
  limits: readonly Limit[],
  columns: readonly Pick<Column, 'values'>[],
  hits: Uint8Array,
): BoxMeasure {
  const held = heldBy(limits, columns);
  let [inside, found, all] = [0, 0, 0];
  for (let draw = 0; draw < hits.length; draw++) {
    const hit = hits[draw] ?? 0;
    all += hit;
    if (!held.every((one) => isWithin(one, draw))) continue;
    inside++;
    found += hit;
  }
  return measureOf(inside, found, hits.length, all);
}

/** Coverage and density in one number, their harmonic mean: a box is good where both are. */
export const balance = ({ coverage, density }: BoxMeasure): number =>
  coverage + density === 0 ? 0 : (2 * coverage * density) / (coverage + density);

type Side = 'low' | 'high';

interface Cut {
  readonly column: number;
  readonly side: Side;
  /** Half way between what is peeled off and what stays. */
  readonly at: number;
  readonly removed: number;
  readonly removedHits: number;
}

/** The draws of a column that are still in the box, rising. */
interface Active {
  readonly column: number;
  readonly values: Float64Array;
  order: Uint32Array;
}

/** What one step would peel off one end of a column: whole groups of equal values. */
function cutOf({ column, values, order }: Active, side: Side, hits: Uint8Array): Cut | undefined {
  const count = order.length;
  const at = (place: number): number => order[side === 'low' ? place : count - 1 - place] ?? 0;
  const valueAt = (place: number): number => values[at(place)] ?? Number.NaN;
  let removed = Math.max(1, Math.floor(count * PEEL));
  const edge = valueAt(removed - 1);
  // A group of equal values goes as a whole or, where something comes before it, stays as a whole.
  if (valueAt(removed) === edge) {
    while (removed > 0 && valueAt(removed - 1) === edge) removed--;
    if (removed === 0) while (removed < count && valueAt(removed) === edge) removed++;
  }
  if (removed >= count) return undefined;
  let removedHits = 0;
  for (let place = 0; place < removed; place++) removedHits += hits[at(place)] ?? 0;
  return { column, side, at: (valueAt(removed - 1) + valueAt(removed)) / 2, removed, removedHits };
}

const isOut = (value: number, { side, at }: Cut): boolean => (side === 'low' ? value <= at : value >= at);

/** The draws that stay, in their order. */
function without(order: Uint32Array, values: Float64Array, cut: Cut, left: number): Uint32Array {
  const kept = new Uint32Array(left);
  let count = 0;
  for (const draw of order) if (!isOut(values[draw] ?? Number.NaN, cut)) kept[count++] = draw;
  return kept;
}

/** Limits after each peel. */
function limitsOf(cuts: readonly Cut[]): readonly Limit[] {
  const found = new Map<number, Limit>();
  for (const { column, side, at } of cuts)
    found.set(column, { ...(found.get(column) ?? { column }), [side]: at });
  return [...found.values()];
}

/** Peels until too little is left; the cuts up to the best box on the way. */
function peel(columns: readonly Column[], own: readonly number[], hits: Uint8Array): readonly Cut[] {
  const active = own.flatMap((column): Active[] => {
    const found = columns[column];
    return found === undefined ? [] : [{ column, ...found }];
  });
  const all = hits.reduce((sum, hit) => sum + hit, 0);
  let [inside, found] = [hits.length, all];
  const balanceNow = (): number => balance({ mass: 1, coverage: found / all, density: found / inside });
  const cuts: Cut[] = [];
  let best = { balance: balanceNow(), length: 0 };
  while (found < inside) {
    const candidates = active
      .flatMap((one) => [cutOf(one, 'low', hits), cutOf(one, 'high', hits)])
      .filter((cut) => cut !== undefined)
      .filter((cut) => inside - cut.removed >= FEWEST && found - cut.removedHits >= FEWEST_HITS);
    const gain = ({ removed, removedHits }: Cut): number =>
      ((found - removedHits) / (inside - removed) - found / inside) / removed;
    const [first] = candidates;
    if (first === undefined) break;
    const cut = candidates.reduce((one, other) => (gain(other) > gain(one) ? other : one), first);
    const { values } = columns[cut.column] ?? {};
    if (values === undefined) break;
    for (const one of active) one.order = without(one.order, values, cut, inside - cut.removed);
    cuts.push(cut);
    inside -= cut.removed;
    found -= cut.removedHits;
    if (balanceNow() > best.balance) best = { balance: balanceNow(), length: cuts.length };
  }
  return cuts.slice(0, best.length);
}

/** Takes back cuts, latest first, as long as the box gains by it. */
function paste(cuts: readonly Cut[], columns: readonly Column[], hits: Uint8Array): readonly Cut[] {
  const worthOf = (some: readonly Cut[]): number => balance(measureBox(limitsOf(some), columns, hits));
  let kept = cuts;
  let best = worthOf(kept);
  for (let again = true; again; ) {
    again = false;
    for (const cut of kept) {
      const isLast = kept.findLast(({ column, side }) => column === cut.column && side === cut.side) === cut;
      const fewer = kept.filter((one) => one !== cut);
      if (!isLast || worthOf(fewer) < best) continue;
      [kept, best, again] = [fewer, worthOf(fewer), true];
      break;
    }
  }
  return kept;
}

/** Coverage and density of so many draws, of which so many are of interest. */
const measureOf = (inside: number, found: number, draws: number, all: number): BoxMeasure => ({
  mass: draws === 0 ? 0 : inside / draws,
  coverage: all === 0 ? 0 : found / all,
  density: inside === 0 ? 0 : found / inside,
});

/**
 * Limits with what the box loses, as a share of its balance, without each of them; the one that matters most first. Draws that one
 * limit alone keeps out are those that its absence lets in, so one pass tells of all limits.
 */
function ranked(limits: readonly Limit[], columns: readonly Pick<Column, 'values'>[], hits: Uint8Array) {
  const held = heldBy(limits, columns);
  const inside = new Float64Array(limits.length + 1);
  const found = new Float64Array(limits.length + 1);
  let all = 0;
  for (let draw = 0; draw < hits.length; draw++) {
    const hit = hits[draw] ?? 0;
    all += hit;
    let [out, by] = [0, limits.length];
    for (let index = 0; index < held.length && out < 2; index++) {
      if (isWithin(held[index], draw)) continue;
      out++;
      by = index;
    }
    if (out > 1) continue;
    inside[by] = (inside[by] ?? 0) + 1;
    found[by] = (found[by] ?? 0) + hit;
  }
  const balanceWith = (index: number): number => {
    const [own, ownFound] = [inside[limits.length] ?? 0, found[limits.length] ?? 0];
    const [more, moreFound] = index === limits.length ? [0, 0] : [inside[index] ?? 0, found[index] ?? 0];
    return balance(measureOf(own + more, ownFound + moreFound, hits.length, all));
  };
  const whole = balanceWith(limits.length);
  return limits
    .map((limit, index) => ({ limit, loss: whole === 0 ? 0 : 1 - balanceWith(index) / whole }))
    .toSorted((one, other) => other.loss - one.loss);
}

/** Frees columns one by one, the one that matters least first, until all that are left matter and there are not too many. */
export function reduceBox(
  limits: readonly Limit[],
  columns: readonly Pick<Column, 'values'>[],
  hits: Uint8Array,
  most: number,
): readonly Limit[] {
  const order = ranked(limits, columns, hits);
  const least = order.at(-1);
  const kept = order.map(({ limit }) => limit);
  if (least === undefined || (least.loss > WORTH && order.length <= most)) return kept;
  return reduceBox(kept.slice(0, -1), columns, hits, most);
}

/**
 * Finds the box of at most `most` columns with the best balance of coverage and density: peels all columns, keeps those that matter
 * most and peels these alone. What a column brings is judged in the box, so that one that only echoes another is left out.
 * @param hits 1 for a draw of interest, 0 for another
 * @returns limits, the one that matters most first; none where no box is better than all draws together
 */
export function findBox(columns: readonly Column[], hits: Uint8Array, most: number): readonly Limit[] {
  const first = reduceBox(limitsOf(peel(columns, [...columns.keys()], hits)), columns, hits, most);
  const own = first.map(({ column }) => column);
  return reduceBox(limitsOf(paste(peel(columns, own, hits), columns, hits)), columns, hits, most);
}
