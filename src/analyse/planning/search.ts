// Looks for the cheapest plan of one scenario: effects of measures measured in the models, the programme solved, its answer put back
// into the models, and, where measures act on each other, all of it again beside the answer, until it stands.
import type { Case } from '../../resolve/index.ts';
import { everyPlan } from './every.ts';
import { cheapest, type Linear, nearest, type Option, type Shares } from './programme.ts';
import { type Choice, type Demand, type Done, type Ground, type Reading, tryChoice } from './try.ts';
import type { PlannedMeasure, Solve } from './types.ts';

/** Times that the programme is solved again where measures act on each other. */
const ROUNDS = 12;
/** Relative slack of what counts as kept to, and of what counts as the same number. */
const SLACK = 1e-6;

export interface Found {
  readonly choice: Choice;
  readonly together: Reading;
  readonly met: boolean;
  readonly additive: boolean;
  readonly rounds: number;
  /** Plans computed one by one: all that there are, or none where there are too many. */
  readonly tried: number;
  /** Effects measured beside this plan, which prices are taken from. */
  readonly linear: Linear;
  readonly without: Reading;
  readonly barred: readonly PlannedMeasure['barred'][];
}

/** A bound of 0 is measured by what there is without measures. */
const isKept = ({ bound, direction }: Demand, value: number, without: number): boolean => {
  const slack = Math.max(Math.abs(bound), Math.abs(without)) * SLACK;
  return direction === 'at_most' ? value <= bound + slack : value >= bound - slack;
};

/** Which demands a reading keeps to. */
export const kept = (
  demands: readonly Demand[],
  { demands: values }: Reading,
  without: Reading,
): readonly boolean[] =>
  demands.map((demand, place) =>
    isKept(demand, values[place] ?? Number.NaN, without.demands[place] ?? Number.NaN),
  );

/** By how much the demands that count are missed, each as a share of its bound. */
function gapOf(
  demands: readonly Demand[],
  reading: Reading,
  without: Reading,
  counts: (demand: Demand) => boolean,
): number {
  const areMet = kept(demands, reading, without);
  return demands.reduce((sum, demand, place) => {
    const { bound } = demand;
    const size = Math.abs(bound) || Math.abs(without.demands[place] ?? 0) || 1;
    return areMet[place] || !counts(demand)
      ? sum
      : sum + Math.abs((reading.demands[place] ?? Number.NaN) - bound) / size;
  }, 0);
}

const hasNumbers = ({ cost, abated, demands }: Reading): boolean =>
  [cost, abated, ...demands].every(Number.isFinite);

/** What one measure, done so, adds to a reading without it. */
function effectOf(before: Reading, after: Reading, share: number): Pick<Option, 'cost' | 'demands'> {
  return {
    cost: (after.cost - before.cost) / share,
    demands: after.demands.map((value, place) => (value - (before.demands[place] ?? 0)) / share),
  };
}

/** @param most plans that are computed one by one where there are no more, so that none can be better; 0 leaves it to the programme */
export function search(
  ground: Ground,
  each: Case,
  demands: readonly Demand[],
  solve: Solve,
  most: number,
): Found {
  const { measures, starts } = ground.planning;
  const read = (choice: Choice): Reading => tryChoice(ground, each, demands, choice);
  const none: Choice = measures.map(() => undefined);
  const without = read(none);
  const barred: { start: number; why: string }[][] = measures.map(() => []);
  /** Effects of every measure at every start, with the others as in a plan and itself as what is left of it. */
  const beside = (plan: Choice): Linear => {
    const together = read(plan);
    const options = measures.flatMap(({ extent }, measure): readonly Option[] => {
      const others = plan.map((done, index) => (index === measure ? undefined : done));
      const before = plan[measure] === undefined ? together : read(others);
      return starts.flatMap((start): readonly Option[] => {
        const planned = plan[measure];
        // Where the plan stands the effect is exact for the share that it has; elsewhere for the whole.
        const share = planned?.start === start ? planned.share : 1;
        const after = read(others.map((done, index) => (index === measure ? { start, share } : done)));
        const why = hasNumbers(after)
          ? extent === 'whole'
            ? after.broken
            : undefined
          : 'it gives no number';
        if (why !== undefined) {
          if (plan === none) barred[measure]?.push({ start, why });
          return [];
        }
        return [{ measure, start, part: extent === 'part', ...effectOf(before, after, share) }];
      });
    });
    const sums = options.map((option) => shareOf(plan, option) ?? 0);
    const less = (value: number, pick: (option: Option) => number): number =>
      options.reduce((sum, option, index) => sum - (sums[index] ?? 0) * pick(option), value);
    return {
      options,
      cost: less(together.cost, ({ cost }) => cost),
      demands: together.demands.map((value, place) => less(value, (option) => option.demands[place] ?? 0)),
    };
  };
  let linear = beside(none);
  let best: (Candidate & Pick<Found, 'choice'>) | undefined;
  let additive = true;
  let rounds = 0;
  const seen = new Set<string>();
  while (rounds < ROUNDS) {
    rounds++;
    const shares =
      cheapest(linear, demands, solve) ??
      nearest(linear, demands, ({ kind }) => kind === 'target', solve)?.shares ??
      nearest(linear, demands, () => true, solve)?.shares ??
      linear.options.map(() => 0);
    const choice = choiceOf(linear, shares, measures.length);
    const together = read(choice);
    const found = { choice, together, met: isMet(demands, together, without) };
    if (best === undefined || isBetter(demands, without, found, best)) best = found;
    const exact = isExact(linear, shares, together, without);
    if (rounds === 1) additive = exact;
    const key = JSON.stringify(choice);
    if (exact || seen.has(key)) break;
    seen.add(key);
    linear = beside(choice);
  }
  if (best === undefined) throw new Error('a search without a round');
  const all = everyPlan(ground.planning, most) ?? [];
  for (const choice of all) {
    const together = read(choice);
    if (!hasNumbers(together)) continue;
    const found = { choice, together, met: isMet(demands, together, without) };
    if (!isBetter(demands, without, found, best)) continue;
    best = found;
    // Whatever adds up, here it did not lead to the best.
    additive = false;
  }
  return {
    ...best,
    rounds,
    additive,
    tried: all.length,
    linear: additive ? linear : beside(best.choice),
    without,
    barred,
  };
}

type Candidate = Pick<Found, 'together' | 'met'>;

const isMet = (demands: readonly Demand[], reading: Reading, without: Reading): boolean =>
  reading.broken === undefined && !kept(demands, reading, without).includes(false);

/** Costs that differ by less than this share are one cost: sums of floats end in noise. */
const NOISE = 1e-12;

/**
 * One that meets all before one that does not, and the cheaper of two that do. Otherwise what breaks no check, keeps to budget and limits,
 * misses targets by less, and costs less, in this order.
 */
function isBetter(demands: readonly Demand[], without: Reading, one: Candidate, other: Candidate): boolean {
  const ranks = ({ together, met }: Candidate): readonly number[] => [
    met ? 0 : 1,
    together.broken === undefined ? 0 : 1,
    met ? 0 : gapOf(demands, together, without, ({ kind }) => kind !== 'target'),
    met ? 0 : gapOf(demands, together, without, ({ kind }) => kind === 'target'),
  ];
  const [own, others] = [ranks(one), ranks(other)];
  const differing = own.findIndex((rank, place) => Math.abs(rank - (others[place] ?? 0)) > SLACK);
  if (differing >= 0) return (own[differing] ?? 0) < (others[differing] ?? 0);
  return one.together.cost < other.together.cost - NOISE * Math.abs(other.together.cost);
}

const shareOf = (choice: Choice, { measure, start }: Option): number | undefined =>
  choice[measure]?.start === start ? choice[measure]?.share : undefined;

function choiceOf({ options }: Linear, shares: Shares, measures: number): Choice {
  return Array.from({ length: measures }, (_, measure): Done | undefined => {
    const index = options.findIndex((option, at) => option.measure === measure && (shares[at] ?? 0) > 0);
    const option = options[index];
    return option === undefined ? undefined : { start: option.start, share: shares[index] ?? 0 };
  });
}

/** True where what the programme takes for the plan is what the models say of it. */
function isExact(linear: Linear, shares: Shares, together: Reading, without: Reading): boolean {
  const sum = (value: number, pick: (option: Option) => number): number =>
    linear.options.reduce((total, option, index) => total + (shares[index] ?? 0) * pick(option), value);
  const near = (one: number, other: number, size: number): boolean =>
    Math.abs(one - other) <= SLACK * Math.max(Math.abs(other), Math.abs(size), Number.MIN_VALUE);
  return (
    near(
      sum(linear.cost, ({ cost }) => cost),
      together.cost,
      without.cost,
    ) &&
    together.demands.every((value, place) =>
      near(
        sum(linear.demands[place] ?? 0, (option) => option.demands[place] ?? 0),
        value,
        without.demands[place] ?? 0,
      ),
    )
  );
}
