// The mixed-integer programme: which measure starts when, and how much of it is done, at least cost; or, where nothing keeps to all
// demands, so that they are missed by as little as can be. Rows are scaled to one, so that tonnes and shares weigh alike.
import type { Demand } from './try.ts';
import type { Programme, Solve, Solved } from './types.ts';

/** A measure at one start, done in full: what it adds to the cost and to each demand. */
export interface Option {
  readonly measure: number;
  readonly start: number;
  readonly part: boolean;
  readonly cost: number;
  readonly demands: readonly number[];
}

/** What is taken for true of all choices: each option adds its effects to what there is without it. */
export interface Linear {
  readonly options: readonly Option[];
  readonly cost: number;
  readonly demands: readonly number[];
}

/** Which share of each option is done. */
export type Shares = readonly number[];

/** Gaps smaller than this share of a bound are none. */
const SMALL = 1e-9;
/**
 * What is done in part keeps this much away from budget and limits, beyond what the solver leaves open: models check theirs to the last
 * digit. What is done in full may use them up.
 */
const MARGIN = 1e-8;

type Row = Programme['rows'][number];
type Column = Programme['columns'][number];

/** How large the numbers of a row are: what it is divided by. */
const scaleOf = (bound: number, effects: readonly number[]): number =>
  Math.max(...[bound, ...effects].map(Math.abs).filter((size) => size > 0), Number.MIN_VALUE);

const costScale = ({ options }: Linear): number =>
  Math.max(...options.map(({ cost }) => Math.abs(cost)), Number.MIN_VALUE);

interface Made {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The column of each option that says which share of it is done. */
  readonly shareOf: readonly number[];
  /** The row of each demand and what it was divided by. */
  readonly demandRows: readonly { readonly row: number; readonly scale: number }[];
}

/**
 * @param whole false is the relaxation: any part of every measure at any start
 * @param apart whether demands that parts have a share in are kept away from
 */
function make(
  { options, demands: without }: Linear,
  demands: readonly Demand[],
  costs: (option: Option) => number,
  { whole, apart }: { readonly whole: boolean; readonly apart: boolean },
): Made {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const shareOf: number[] = [];
  const starts = new Map<number, { readonly column: number; readonly value: number }[]>();
  for (const option of options) {
    const started = columns.push({ cost: option.part ? 0 : costs(option), upper: 1, whole }) - 1;
    starts.set(option.measure, [...(starts.get(option.measure) ?? []), { column: started, value: 1 }]);
    if (!option.part) {
      shareOf.push(started);
      continue;
    }
    const share = columns.push({ cost: costs(option), upper: 1, whole: false }) - 1;
    shareOf.push(share);
    const entries = [
      { column: share, value: 1 },
      { column: started, value: -1 },
    ];
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries });
  }
  for (const entries of starts.values()) rows.push({ lower: 0, upper: 1, entries });
  const demandRows = demands.map(({ bound, direction, kind }, place) => {
    const effects = options.map((option) => option.demands[place] ?? 0);
    const room = bound - (without[place] ?? 0);
    const scale = scaleOf(bound, effects);
    const entries = effects.flatMap((effect, index) =>
      effect === 0 ? [] : [{ column: shareOf[index] ?? 0, value: effect / scale }],
    );
    const isPart = options.some(({ part }, index) => part && effects[index] !== 0);
    const margin = apart && kind !== 'target' && isPart ? MARGIN : 0;
    const ends =
      direction === 'at_most'
        ? { lower: Number.NEGATIVE_INFINITY, upper: room / scale - margin }
        : { lower: room / scale + margin, upper: Number.POSITIVE_INFINITY };
    return { row: rows.push({ ...ends, entries }) - 1, scale };
  });
  return { columns, rows, shareOf, demandRows };
}

const sharesIn = ({ shareOf }: Made, { columns }: Solved): Shares =>
  shareOf.map((column) => {
    const value = columns[column] ?? 0;
    return Math.abs(value) < SMALL ? 0 : Math.abs(value - 1) < SMALL ? 1 : value;
  });

/** What is left to choose where some options are done as they are: nothing but the shares of the others. */
const beside = (linear: Linear, shares: Shares, others: (index: number) => boolean): Linear => ({
  options: linear.options.filter((_, index) => others(index)),
  cost: linear.cost,
  demands: linear.demands.map((value, place) =>
    linear.options.reduce(
      (sum, { demands }, index) => (others(index) ? sum : sum + (shares[index] ?? 0) * (demands[place] ?? 0)),
      value,
    ),
  ),
});

/** The cheapest shares that keep to all demands; undefined where there are none. */
export function cheapest(linear: Linear, demands: readonly Demand[], solve: Solve): Shares | undefined {
  const scale = costScale(linear);
  const costs = ({ cost }: Option): number => cost / scale;
  const made = make(linear, demands, costs, { whole: true, apart: false });
  const solved = solve(made);
  if (solved === undefined) return undefined;
  const shares = sharesIn(made, solved);
  const inPart = (index: number): boolean => (shares[index] ?? 0) > 0 && (shares[index] ?? 0) < 1;
  if (!shares.some((_, index) => inPart(index))) return shares;
  // With all else as it is, what is done in part moves away from what it would use up, if anything leaves it room.
  const parts = make(beside(linear, shares, inPart), demands, costs, { whole: false, apart: true });
  const moved = solve(parts);
  if (moved === undefined) return shares;
  const found = sharesIn(parts, moved);
  let next = 0;
  return shares.map((share, index) => (inPart(index) ? (found[next++] ?? share) : share));
}

/**
 * The cheapest shares among those that miss the demands by least, each gap as a share of its bound.
 * @param soft whether a demand may be missed at all
 * @returns undefined where even those that may not be missed cannot be kept to together
 */
export function nearest(
  linear: Linear,
  demands: readonly Demand[],
  soft: (demand: Demand) => boolean,
  solve: Solve,
): { readonly shares: Shares; readonly gap: number } | undefined {
  const scale = costScale(linear);
  const made = make(linear, demands, ({ cost }) => cost / scale, { whole: true, apart: true });
  const gaps: number[] = [];
  const rows = made.rows.map((row, index): Row => {
    const place = made.demandRows.findIndex((one) => one.row === index);
    const demand = demands[place];
    if (demand === undefined || !soft(demand)) return row;
    const column = made.columns.length + gaps.push(index) - 1;
    const size =
      (Math.abs(demand.bound) || (made.demandRows[place]?.scale ?? 1)) / (made.demandRows[place]?.scale ?? 1);
    return {
      ...row,
      entries: [...row.entries, { column, value: demand.direction === 'at_most' ? -size : size }],
    };
  });
  const free = gaps.map((): Column => ({ cost: 1, upper: Number.POSITIVE_INFINITY, whole: false }));
  const first = solve({ rows, columns: [...made.columns.map((one) => ({ ...one, cost: 0 })), ...free] });
  if (first === undefined) return undefined;
  const gap = Math.max(0, first.cost);
  const entries = free.map((_, index) => ({ column: made.columns.length + index, value: 1 }));
  const kept: Row = { lower: 0, upper: gap * (1 + SMALL) + SMALL, entries };
  const second = solve({
    rows: [...rows, kept],
    columns: [...made.columns, ...free.map((one) => ({ ...one, cost: 0 }))],
  });
  return { shares: sharesIn(made, second ?? first), gap: gap < SMALL ? 0 : gap };
}

/** What one unit more of room for each demand is worth, in cost per unit, base units; never below zero. */
function pricesOf({ demandRows }: Made, solved: Solved | undefined, scale: number): readonly number[] {
  return demandRows.map((one) => {
    const price = Math.abs(((solved?.duals[one.row] ?? 0) * scale) / one.scale);
    return price === 0 ? 0 : price;
  });
}

/** Dual prices with starts and whole measures as they are in a plan: what is left to choose is how much of each part is done. */
export function pricesAt(
  linear: Linear,
  demands: readonly Demand[],
  shares: Shares,
  solve: Solve,
): readonly number[] {
  const scale = costScale(linear);
  const isChosen = (index: number): boolean =>
    linear.options[index]?.part === true && (shares[index] ?? 0) > 0;
  const left = beside(linear, shares, isChosen);
  const made = make(left, demands, ({ cost }) => cost / scale, { whole: false, apart: true });
  return pricesOf(made, solve(made), scale);
}

/** Dual prices of the relaxation: any part of every measure, at any start. */
export function relaxedPrices(linear: Linear, demands: readonly Demand[], solve: Solve): readonly number[] {
  const scale = costScale(linear);
  const made = make(linear, demands, ({ cost }) => cost / scale, { whole: false, apart: true });
  return pricesOf(made, solve(made), scale);
}
