// What each headline rests on: how much of it is sourced, derived from a source, or assumed, by three measures.
import { type Wanted, wantedFor, whatIf } from '../simulate/index.ts';
import { type Bench, type Reading, spotsOf } from './bench.ts';
import type { EvidenceFinding, Grade, Sensitivity, Shares } from './sensitivity-types.ts';
import { itemTitle } from './series.ts';
import type { Provenance } from './types.ts';
import { type InputCell, inputCells } from './variations.ts';

/** How far a value is moved to see its weight. */
const STEP = 0.01;
const HEAVIEST = 5;

export const gradeOf = (provenance: Provenance): Grade =>
  provenance.kind === 'assumed' ? 'assumed' : provenance.derived === undefined ? 'sourced' : 'derived';

/** Later years decide where a path is observed first, since every horizon lies after them. */
function gradeOfInput({ resolved: { origin } }: InputCell): Grade {
  const provenance = origin.later ?? origin.provenance;
  if (provenance === undefined) throw new Error('a value without provenance passed the check');
  return gradeOf(provenance);
}

/** One value in one scenario: its grade, and what it moves. */
interface Weighed {
  readonly input: InputCell;
  readonly grade: Grade;
  readonly weight: number;
  readonly spread: number;
}

export function findEvidence(
  bench: Bench,
  strategy: string,
  sensitivities: readonly Sensitivity[],
): readonly EvidenceFinding[] {
  const { study, program, plan, graph } = bench;
  const readings = bench.readings.filter(
    ({ headline, year }) =>
      year === study.horizons.medium || program.quantities.get(headline)?.over === 'base',
  );
  const wanted = wantedFor(graph, spotsOf(readings));
  const spreads = spreadsOf(sensitivities, strategy);
  const weighed = new Map(readings.map((reading) => [reading, [] as Weighed[]]));
  for (const { case: each, values } of bench.cases) {
    if (each.strategy.name !== strategy) continue;
    const central = new Map(readings.map((reading) => [reading, reading.value(values)]));
    for (const input of inputCells(program, plan, each)) {
      const touched = bench.restingOn(input).filter((reading) => weighed.has(reading));
      if (touched.length === 0) continue;
      const moved = nudged(graph, values, input, touched, wanted);
      const item = plan.slots[input.slot]?.cells[input.cell]?.join('; ') ?? '';
      for (const [index, reading] of touched.entries()) {
        const now = central.get(reading) ?? 0;
        weighed.get(reading)?.push({
          input,
          grade: gradeOfInput(input),
          weight: Math.abs((moved[index] ?? now) - now),
          spread: spreads.get(spreadKey(reading, each.scenario.name, input.quantity.name, item)) ?? 0,
        });
      }
    }
  }
  return readings.map((reading) => evidenceOf(reading, weighed.get(reading) ?? [], strategy, bench));
}

/** The headlines after a step up; after a step down where the step up leaves the declared bounds. */
function nudged(
  graph: Bench['graph'],
  values: Float64Array,
  input: InputCell,
  readings: readonly Reading[],
  wanted: Wanted,
): readonly number[] {
  const { quantity, slot, cell, resolved } = input;
  const [low, high] = quantity.within ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const up = resolved.values.map((value) => value * (1 + STEP));
  const isInside = up.every((value) => low <= value && value <= high);
  const numbers = isInside ? up : resolved.values.map((value) => value * (1 - STEP));
  return whatIf(graph, values, { slot, cell, numbers }, wanted, (changed) =>
    readings.map((reading) => reading.value(changed)),
  );
}

const spreadKey = (reading: Reading, scenario: string, quantity: string, item: string): string =>
  JSON.stringify([reading.headline, reading.year, scenario, quantity, item]);

function spreadsOf(sensitivities: readonly Sensitivity[], strategy: string): ReadonlyMap<string, number> {
  return new Map(
    sensitivities
      .filter((one) => one.strategy === strategy)
      .map((one): [string, number] => [
        JSON.stringify([one.headline, one.year, one.scenario, one.quantity, one.item]),
        Math.abs((one.high ?? one.central) - (one.low ?? one.central)),
      ]),
  );
}

function evidenceOf(
  { headline, title, year }: Reading,
  weighed: readonly Weighed[],
  strategy: string,
  { program, plan, graph }: Bench,
): EvidenceFinding {
  const byCell = new Map<number, Weighed[]>();
  for (const one of weighed)
    byCell.set(graph.id(one.input), [...(byCell.get(graph.id(one.input)) ?? []), one]);
  const total = sum(weighed, ({ weight }) => weight);
  const heaviest = [...byCell.values()]
    .map((members) => ({ members, weight: sum(members, ({ weight }) => weight) / (total === 0 ? 1 : total) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, HEAVIEST)
    .flatMap(({ members: [first], weight }) => {
      if (first === undefined) return [];
      const { quantity, slot, cell } = first.input;
      const key = plan.slots[slot]?.cells[cell] ?? [];
      return [
        {
          quantity: quantity.name,
          title: quantity.title,
          item: key.join('; '),
          itemTitle: itemTitle(key, quantity.sets, program.sets),
          grade: first.grade,
          weight,
        },
      ];
    });
  return {
    headline,
    title,
    strategy,
    year,
    values: byCell.size,
    byCount: sharesOf(weighed, () => 1) ?? { sourced: 0, derived: 0, assumed: 0 },
    byWeight: sharesOf(weighed, ({ weight }) => weight),
    bySpread: sharesOf(weighed, ({ spread }) => spread),
    heaviest,
  };
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((total, one) => total + of(one), 0);

function sharesOf(weighed: readonly Weighed[], of: (one: Weighed) => number): Shares | undefined {
  const total = sum(weighed, of);
  if (total === 0) return undefined;
  const share = (grade: Grade): number =>
    sum(
      weighed.filter((one) => one.grade === grade),
      of,
    ) / total;
  return { sourced: share('sourced'), derived: share('derived'), assumed: share('assumed') };
}
