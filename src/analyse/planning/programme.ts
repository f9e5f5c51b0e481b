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
  /** The column of each option that says which share of it is done, and for parts the one that is 1 where there is a share. */
  readonly columnsOf: readonly { readonly share: number; readonly started?: number }[];
  /** The row of each demand and what it was divided by. */
  readonly demandRows: readonly { readonly row: number; readonly scale: number }[];
}

/** `whole: false` is the relaxation: any part of every measure at any start. */
function make(
  { options, demands: without }: Linear,
  demands: readonly Demand[],
  costs: (option: Option) => number,
  whole: boolean,
): Made {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const starts = new Map<number, { readonly column: number; readonly value: number }[]>();
  const columnsOf = options.map((option): Made['columnsOf'][number] => {
    const started = columns.push({ cost: option.part ? 0 : costs(option), upper: 1, whole }) - 1;
    starts.set(option.measure, [...(starts.get(option.measure) ?? []), { column: started, value: 1 }]);
    if (!option.part) return { share: started };
    const share = columns.push({ cost: costs(option), upper: 1, whole: false }) - 1;
    const entries = [
      { column: share, value: 1 },
      { column: started, value: -1 },
    ];
    rows.push({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries });
    return { share, started };
  });
  for (const entries of starts.values()) rows.push({ lower: 0, upper: 1, entries });
  const demandRows = demands.map(({ bound, direction, kind }, place) => {
    const effects = options.map((option) => option.demands[place] ?? 0);
    const room = bound - (without[place] ?? 0);
    const scale = scaleOf(bound, effects);
    const margin = direction === 'at_most' ? MARGIN : -MARGIN;
    const entries = effects.flatMap((effect, index) => {
      const { share = 0, started } = columnsOf[index] ?? {};
      if (effect === 0) return [];
      const done = { column: share, value: effect / scale };
      return kind === 'target' || started === undefined ? [done] : [done, { column: started, value: margin }];
    });
    const ends =
      direction === 'at_most'
        ? { lower: Number.NEGATIVE_INFINITY, upper: room / scale }
        : { lower: room / scale, upper: Number.POSITIVE_INFINITY };
    return { row: rows.push({ ...ends, entries }) - 1, scale };
  });
  return { columns, rows, columnsOf, demandRows };
}

const sharesIn = ({ columnsOf }: Made, { columns }: Solved): Shares =>
  columnsOf.map(({ share }) => {
    const value = columns[share] ?? 0;
    return Math.abs(value) < SMALL ? 0 : Math.abs(value - 1) < SMALL ? 1 : value;
  });

/** The cheapest shares that keep to all demands; undefined where there are none. */
export function cheapest(linear: Linear, demands: readonly Demand[], solve: Solve): Shares | undefined {
  const scale = costScale(linear);
  // Where parts find no room, all in full may still use it up.
  const inFull = { ...linear, options: linear.options.map((option) => ({ ...option, part: false })) };
  for (const each of [linear, inFull]) {
    const made = make(each, demands, ({ cost }) => cost / scale, true);
    const solved = solve(made);
    if (solved !== undefined) return sharesIn(made, solved);
  }
  return undefined;
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
  const made = make(linear, demands, ({ cost }) => cost / scale, true);
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
  const chosen = linear.options.filter((option, index) => option.part && (shares[index] ?? 0) > 0);
  const fixed = linear.options.filter((option, index) => !option.part && (shares[index] ?? 0) > 0);
  const standing = linear.demands.map((value, place) =>
    fixed.reduce((sum, option) => sum + (option.demands[place] ?? 0), value),
  );
  const made = make(
    { ...linear, options: chosen, demands: standing },
    demands,
    ({ cost }) => cost / scale,
    false,
  );
  return pricesOf(made, solve(made), scale);
}

/** Dual prices of the relaxation: any part of every measure, at any start. */
export function relaxedPrices(linear: Linear, demands: readonly Demand[], solve: Solve): readonly number[] {
  const scale = costScale(linear);
  const made = make(linear, demands, ({ cost }) => cost / scale, false);
  return pricesOf(made, solve(made), scale);
}
