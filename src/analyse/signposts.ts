// Signposts: which observable quantity, set by scenarios, tells two of them apart first, and in which year.
import type { InputQuantity, ResolvedCell, Study } from '../resolve/index.ts';
import type { Deviates, DrawPlan, Run } from '../simulate/index.ts';
import type { DecisionFinding, PairFinding, Signpost } from './decision-types.ts';
import { inUnit, itemTitle } from './series.ts';

/** The 5th and 95th percentile of one input's cell in a case and year, in base units; undefined where it is certain. */
export type SpreadOf = (
  index: number,
  slot: number,
  cell: number,
  time: number,
) => readonly [number, number] | undefined;

/** Draws of which the percentiles of an input are taken. */
const MOST_DRAWS = 16_384;
const [LOW, HIGH] = [0.05, 0.95];

export function findSignposts(run: Run, study: Study, spreadOf: SpreadOf): DecisionFinding['signposts'] {
  const asked = study.decisions?.signposts;
  if (asked === undefined) return undefined;
  const { years } = study;
  const to = years.at(-1) ?? study.baseYear;
  const from = Math.min(to, Math.max(years[0] ?? 0, Number(study.asOf.slice(0, 4))));
  const pairs = study.scenarios.flatMap((one, place) =>
    study.scenarios.slice(place + 1).map((other): PairFinding => {
      const cases = [one.name, other.name].map((name) =>
        run.cases.findIndex((each) => each.case.scenario.name === name),
      );
      const found = asked.inputs.flatMap((name) =>
        signpostsOf(run, name, cases, from, asked.differBy, spreadOf),
      );
      return {
        scenarios: [one.name, other.name],
        signposts: found.toSorted(
          (left, right) => left.year - right.year || right.difference - left.difference,
        ),
      };
    }),
  );
  return { differBy: asked.differBy, from, to, inputs: asked.inputs, pairs };
}

/** One for each element of an input that tells the two cases apart in some year. */
function signpostsOf(
  { program, plan, cases }: Run,
  name: string,
  [one = -1, other = -1]: readonly number[],
  from: number,
  differBy: number,
  spreadOf: SpreadOf,
): readonly Signpost[] {
  const quantity = program.quantities.get(name);
  const slot = plan.slotOf.get(name);
  if (quantity?.kind !== 'input' || slot === undefined) return [];
  const cellsOf = (index: number): readonly ResolvedCell[] => cases[index]?.case.inputs.get(name) ?? [];
  return (plan.slots[slot]?.cells ?? []).flatMap((key, cell): readonly Signpost[] => {
    const paths = [one, other].map((index) => cellsOf(index)[cell]?.values ?? []);
    for (const [time, year] of plan.years.entries()) {
      if (year < from) continue;
      const ranges = [one, other].map((index) => spreadOf(index, slot, cell, time));
      const found = apart(paths, ranges, time, differBy, quantity);
      if (found !== undefined)
        return [
          {
            quantity: name,
            title: quantity.title,
            item: key.join('; '),
            itemTitle: itemTitle(key, quantity.sets, program.sets),
            unit: quantity.unit.text,
            year,
            ...found,
          },
        ];
    }
    return [];
  });
}

type Difference = Pick<Signpost, 'values' | 'ranges' | 'by' | 'difference'>;

/** Undefined where the two do not lie apart in the year. */
function apart(
  paths: readonly (readonly number[])[],
  ranges: readonly (readonly [number, number] | undefined)[],
  time: number,
  differBy: number,
  quantity: InputQuantity,
): Difference | undefined {
  const [left = Number.NaN, right = Number.NaN] = paths.map((path) => path[time]);
  const largest = Math.max(Math.abs(left), Math.abs(right));
  const difference = largest === 0 ? 0 : Math.abs(left - right) / largest;
  const shown = (value: number): number => inUnit(value, quantity);
  const values = [shown(left), shown(right)] as const;
  if (ranges.every((range) => range === undefined))
    return difference > differBy ? { values, by: 'share', difference } : undefined;
  // A spread to one side leaves the central value at, or beyond, an end of nine draws in ten: it belongs to them.
  const [first, second] = [spanOf(left, ranges[0]), spanOf(right, ranges[1])];
  if (first[0] <= second[1] && second[0] <= first[1]) return undefined;
  const inUnits = ([low, high]: readonly [number, number]) => [shown(low), shown(high)] as const;
  return { values, ranges: [inUnits(first), inUnits(second)], by: 'draws', difference };
}

const spanOf = (
  central: number,
  [low, high]: readonly [number, number] = [central, central],
): readonly [number, number] => [Math.min(central, low), Math.max(central, high)];

/** Percentiles from the deviations of each input itself: what its draws are before anything is computed of them. */
export function spreadsOf(run: Run, study: Study, drawPlan: DrawPlan, deviates: Deviates): SpreadOf {
  const inputs = study.decisions?.signposts?.inputs ?? [];
  const slots = new Set(inputs.map((name) => run.plan.slotOf.get(name)));
  const draws = Math.min(drawPlan.total, MOST_DRAWS);
  const quantiles = new Map<number, readonly (readonly [number, number])[]>();
  const ofStream = (stream: number): readonly (readonly [number, number])[] => {
    const found = quantiles.get(stream) ?? quantilesOf(drawPlan, deviates, stream, draws);
    quantiles.set(stream, found);
    return found;
  };
  return (index, slot, cell, time) => {
    if (!slots.has(slot)) return undefined;
    const drawn = drawPlan.cases[index]?.find((each) => each.slot === slot && each.cell === cell);
    const weight = drawn?.weights[time] ?? 0;
    const name = run.plan.slots[slot]?.quantity ?? '';
    const central = run.cases[index]?.case.inputs.get(name)?.[cell]?.values[time];
    if (drawn === undefined || weight === 0 || central === undefined) return undefined;
    const moments = ofStream(drawn.stream);
    const [low = 0, high = 0] = moments[moments.length === 1 ? 0 : time] ?? [];
    const ends = [central + weight * low, central + weight * high];
    return [Math.min(...ends), Math.max(...ends)];
  };
}

function quantilesOf(
  { streams }: DrawPlan,
  deviates: Deviates,
  stream: number,
  draws: number,
): readonly (readonly [number, number])[] {
  const moments = streams[stream]?.moments ?? [];
  const drawn = new Float64Array(moments.length * draws);
  deviates(stream, 0, draws, drawn, 0, draws);
  return moments.map((_, moment) => {
    const sorted = drawn.slice(moment * draws, (moment + 1) * draws).sort();
    const at = (share: number): number => sorted[Math.round(share * (draws - 1))] ?? Number.NaN;
    return [at(LOW), at(HIGH)];
  });
}
