// The value of one input at which a goal is just met: the first one from its present value, in either direction.
import type { Target } from '../resolve/index.ts';

/** Relative slack for a goal that is met to the last digit shown (50 % computed as 49.99999999999999 %). */
const SLACK = 1e-9;

/** A bound that a number is held against, in the number's unit. */
export interface Bound {
  readonly direction: Target['direction'];
  readonly bound: number;
  /** How large the numbers are of which digits are shown, where that is not how large the bound is: differences are held against 0. */
  readonly scale?: number | undefined;
}

/** Whether a number meets a bound to the last digit shown. */
export const meetsBound = (
  value: number,
  { direction, bound, scale = Math.abs(bound) }: Bound,
  slack = SLACK,
): boolean => (direction === 'at_least' ? value >= bound - scale * slack : value <= bound + scale * slack);

/** Values tried on either side of the present one, before the first change among them is searched exactly. */
const STEPS = 8;
/** Where to stop: closer than any reader looks, and far closer than a millionth of the value. */
const CLOSE = 1e-12;
const MOST_HALVINGS = 120;
/** Noise of arithmetic, as a share of the largest number, that is no turn. */
const NOISE = 1e-12;
/** Digits of the values that are handed on: far fewer than are found, and far more than a hair. */
const DIGITS = 10;
/** Steps of the search for the best value between two tried ones. */
const REFINEMENTS = 60;

/** What an input may be, and what it is. */
export interface Span {
  readonly low: number;
  readonly start: number;
  readonly high: number;
}

/** What there is between the ends; `turns` where the number does not move one way with the input. */
export type Crossing =
  /** The number does not depend on the input. */
  | { readonly kind: 'still' }
  /** `at`: the value nearest to the start at which the goal is just met, from there on up or down; a hair to the other side it is not. */
  | {
      readonly kind: 'crosses';
      readonly at: number;
      readonly side: Target['direction'];
      readonly turns: boolean;
    }
  | { readonly kind: 'always'; readonly turns: boolean }
  /** `best`: the number that comes nearest to the goal, and where. */
  | { readonly kind: 'never'; readonly best: number; readonly at: number; readonly turns: boolean };

interface Tried {
  readonly at: number;
  readonly value: number;
}

/** Values from one end through the start to the other, rising. */
function placesOf({ low, start, high }: Span): readonly number[] {
  const between = (from: number, to: number): readonly number[] =>
    from < to ? Array.from({ length: STEPS }, (_, step) => from + ((to - from) * step) / STEPS) : [];
  return [...between(low, start), ...between(start, high), high];
}

function turnsOf(tried: readonly Tried[]): boolean {
  const noise = NOISE * Math.max(...tried.map(({ value }) => Math.abs(value)));
  const steps = tried.slice(1).map(({ value }, index) => value - (tried[index]?.value ?? Number.NaN));
  return !steps.every((step) => step >= -noise) && !steps.every((step) => step <= noise);
}

/** The best number between the neighbours of the best one tried, where it may lie between them. */
function refined(
  tried: readonly Tried[],
  of: (at: number) => number,
  worth: (value: number) => number,
): Tried {
  const sound = tried.filter(({ value }) => !Number.isNaN(value));
  let best = sound.reduce((one, other) => (worth(other.value) > worth(one.value) ? other : one));
  const index = tried.indexOf(best);
  let [from, to] = [tried[index - 1]?.at ?? best.at, tried[index + 1]?.at ?? best.at];
  for (let step = 0; step < REFINEMENTS; step++) {
    const [left, right] = [from + (to - from) / 3, to - (to - from) / 3].map((at) => ({ at, value: of(at) }));
    if (left === undefined || right === undefined) break;
    for (const one of [left, right]) if (worth(one.value) > worth(best.value)) best = one;
    if (worth(left.value) > worth(right.value)) to = right.at;
    else from = left.at;
  }
  return best;
}

/** The value in few digits, on the side that meets. */
function rounded(good: number, bad: number, { low, high }: Span, meets: (at: number) => boolean): number {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(good))) + 1 - DIGITS);
  const outwards = good > bad ? Math.ceil(good / unit) : Math.floor(good / unit);
  const found = [good, outwards * unit]
    .map((value) => Number(value.toPrecision(DIGITS)))
    .find((value) => value >= low && value <= high && meets(value));
  return found ?? good;
}

/**
 * Looks for the value that meets the bound exactly; where none does, for one that meets it to the last digit shown.
 * @param of the number that the goal is about, when the input is at a value; its moves may turn
 */
export function crossingOf(span: Span, of: (at: number) => number, bound: Bound): Crossing {
  const exact = searched(span, of, bound, 0);
  return exact.kind === 'never' && meetsBound(exact.best, bound) ? searched(span, of, bound, SLACK) : exact;
}

function searched(span: Span, of: (at: number) => number, bound: Bound, slack: number): Crossing {
  const meets = (value: number): boolean => meetsBound(value, bound, slack);
  const tried = placesOf(span).map((at): Tried => ({ at, value: of(at) }));
  const [first] = tried;
  if (first === undefined || tried.every(({ value }) => Object.is(value, first.value)))
    return { kind: 'still' };
  const turns = turnsOf(tried);
  const isMet = (at: number): boolean => meets(of(at));
  const worth = (value: number): number => (bound.direction === 'at_least' ? value : -value);
  const distance = (at: number): number => Math.abs(at - span.start);
  let places = tried;
  if (!places.some(({ value }) => meets(value))) {
    if (tried.every(({ value }) => Number.isNaN(value)))
      return { kind: 'never', best: Number.NaN, at: span.start, turns };
    const best = refined(tried, of, worth);
    if (!meets(best.value)) return { kind: 'never', best: best.value, at: best.at, turns };
    places = [...tried, best].toSorted((one, other) => one.at - other.at);
  }
  const changes = places.slice(1).flatMap((right, index) => {
    const left = places[index];
    if (left === undefined || meets(left.value) === meets(right.value)) return [];
    return [{ left: left.at, right: right.at, rises: meets(right.value) }];
  });
  const nearest = changes.toSorted(
    (one, other) =>
      Math.min(distance(one.left), distance(one.right)) -
      Math.min(distance(other.left), distance(other.right)),
  )[0];
  if (nearest === undefined) return { kind: 'always', turns };
  let [bad, good] = nearest.rises ? [nearest.left, nearest.right] : [nearest.right, nearest.left];
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    if (Math.abs(good - bad) <= CLOSE * Math.min(Math.abs(good), Math.abs(bad))) break;
    const middle = (bad + good) / 2;
    if (isMet(middle)) good = middle;
    else bad = middle;
  }
  const side = nearest.rises ? 'at_least' : 'at_most';
  return { kind: 'crosses', at: rounded(good, bad, span, isMet), side, turns };
}
