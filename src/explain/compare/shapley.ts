// The share of each change in a difference, whatever the order: its mean effect over all orders in which the changes can be made.

/** Groups up to which every combination is computed: 4,096 of them. */
export const MOST_EXACT = 12;
/** Combinations that sampled orders compute at most, and pairs of orders that are taken at least. */
const RUNS = 4096;
const LEAST_PAIRS = 16;
const SEED = 0x9e3779b9;

/** Numbers (several years at once) when the changes of the groups marked 1 are made. */
export type Combination = (made: Uint8Array) => readonly number[];

export interface Shares {
  /** [group][number] */
  readonly amounts: readonly (readonly number[])[];
  /** Standard errors in the same form, where orders were sampled. */
  readonly errors?: readonly (readonly number[])[] | undefined;
  readonly orders?: number | undefined;
}

const allFinite = (values: readonly number[]): boolean => values.every(Number.isFinite);
const at = (values: readonly number[] | Float64Array, index: number): number => values[index] ?? Number.NaN;

/** Undefined if a combination of some changes and not others has no number. */
export function shares(groups: number, width: number, combination: Combination): Shares | undefined {
  return groups <= MOST_EXACT ? exact(groups, width, combination) : sampled(groups, width, combination);
}

/** `size! (groups - size - 1)! / groups!`: how often a group comes after exactly these others. */
function weight(size: number, groups: number): number {
  let result = 1 / groups;
  for (let step = 1; step <= size; step++) result *= step / (groups - step);
  return result;
}

function exact(groups: number, width: number, combination: Combination): Shares | undefined {
  const count = 2 ** groups;
  const table = new Float64Array(count * width);
  const made = new Uint8Array(groups);
  // In the order of Gray's code one group changes from each combination to the next.
  for (let step = 0; step < count; step++) {
    const mask = step ^ (step >> 1);
    for (let group = 0; group < groups; group++) made[group] = (mask >> group) & 1;
    const values = combination(made);
    if (!allFinite(values)) return undefined;
    table.set(values, mask * width);
  }
  const sizes = Array.from({ length: groups }, (_, size) => weight(size, groups));
  const amounts = Array.from({ length: groups }, (_, group) => {
    const sums = new Array<number>(width).fill(0);
    for (let mask = 0; mask < count; mask++) {
      if ((mask >> group) & 1) continue;
      const share = at(sizes, bitsOf(mask));
      for (let each = 0; each < width; each++)
        sums[each] =
          at(sums, each) +
          share * (at(table, (mask | (1 << group)) * width + each) - at(table, mask * width + each));
    }
    return sums;
  });
  return { amounts };
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Whole numbers below `below`, the same on every machine: the orders are part of what a comparison says. */
function numbersBelow(): (below: number) => number {
  let state = SEED;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Random orders, each with its reverse: what comes early in one comes late in the other, so their mean varies less. */
function sampled(groups: number, width: number, combination: Combination): Shares | undefined {
  const pairs = Math.max(LEAST_PAIRS, Math.floor(RUNS / (2 * groups)));
  const below = numbersBelow();
  const [sums, squares] = [new Float64Array(groups * width), new Float64Array(groups * width)];
  for (let pair = 0; pair < pairs; pair++) {
    const order = Array.from({ length: groups }, (_, group) => group);
    for (let last = groups - 1; last > 0; last--) {
      const other = below(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    const effects = new Float64Array(groups * width);
    for (const each of [order, order.toReversed()])
      if (!addEffects(each, width, combination, effects)) return undefined;
    for (const [index, effect] of effects.entries()) {
      sums[index] = at(sums, index) + effect / 2;
      squares[index] = at(squares, index) + (effect / 2) ** 2;
    }
  }
  const rows = (of: (index: number) => number): readonly (readonly number[])[] =>
    Array.from({ length: groups }, (_, group) =>
      Array.from({ length: width }, (__, each) => of(group * width + each)),
    );
  return {
    amounts: rows((index) => at(sums, index) / pairs),
    errors: rows((index) => {
      const mean = at(sums, index) / pairs;
      return Math.sqrt(Math.max(0, at(squares, index) / pairs - mean * mean) / (pairs - 1));
    }),
    orders: 2 * pairs,
  };
}

/** Makes the changes in one order and adds what each does; false where a number is missing on the way. */
function addEffects(
  order: readonly number[],
  width: number,
  combination: Combination,
  effects: Float64Array,
): boolean {
  const made = new Uint8Array(order.length);
  let before = [...combination(made)];
  for (const group of order) {
    made[group] = 1;
    const after = [...combination(made)];
    if (!allFinite(before) || !allFinite(after)) return false;
    for (let each = 0; each < width; each++)
      effects[group * width + each] = at(effects, group * width + each) + at(after, each) - at(before, each);
    before = after;
  }
  return true;
}
