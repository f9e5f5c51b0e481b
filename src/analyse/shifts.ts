// Why the mean of a headline is not its central value: spreads that reach further to one side, and models that bend.
import type { Study } from '../resolve/index.ts';
import {
  centralValues,
  type Deviates,
  type DrawPlan,
  type Run,
  wantedFor,
  whatIf,
} from '../simulate/index.ts';
import type { Asked } from './asked.ts';
import { type Bench, type Reading, spotsOf } from './bench.ts';
import { comparedCases } from './drivers.ts';
import { itemOf } from './series.ts';
import type { MeanShift } from './uncertainty-types.ts';

/** Draws of which the mean of each input is taken. */
const MOST_DRAWS = 16_384;
/** Inputs that are named. */
const NAMED = 3;

/** Mean deviation of each stream, one a moment. */
function meanDeviations(
  drawPlan: DrawPlan,
  deviates: Deviates,
  draws: number,
): readonly (readonly number[])[] {
  return drawPlan.streams.map(({ moments }, stream) => {
    const drawn = new Float64Array(moments.length * draws);
    deviates(stream, 0, draws, drawn, 0, draws);
    return moments.map((_, moment) => {
      let sum = 0;
      for (let draw = 0; draw < draws; draw++) sum += drawn[moment * draws + draw] ?? 0;
      return sum / draws;
    });
  });
}

/** @param means of the headlines asked for: [case][series][year], in base units with their standard errors */
export function findShifts(
  run: Run,
  study: Study,
  bench: Bench,
  asked: Asked,
  drawPlan: DrawPlan,
  deviates: Deviates,
  means: (index: number, output: number, time: number) => { readonly mean: number; readonly error: number },
): readonly MeanShift[] {
  const { plan, program } = run;
  const { graph } = bench;
  const draws = Math.min(drawPlan.total, MOST_DRAWS);
  const deviations = meanDeviations(drawPlan, deviates, draws);
  // Of a mean over some of the draws against that over all, in standard errors of the latter.
  const apart = Math.sqrt(drawPlan.total / draws - 1);
  const readings = bench.readings.filter(
    ({ year, headline }) =>
      program.quantities.get(headline)?.over === 'base' || year === study.horizons.medium,
  );
  const wanted = wantedFor(graph, spotsOf(readings));
  return comparedCases(run, study).flatMap((index) => {
    const each = run.cases[index]?.case;
    if (each === undefined) return [];
    const central = centralValues(graph, each);
    const cells = (drawPlan.cases[index] ?? []).map(({ slot, cell, stream, weights }) => {
      const mean = deviations[stream] ?? [];
      const name = plan.slots[slot]?.quantity ?? '';
      const values = each.inputs.get(name)?.[cell]?.values ?? [];
      const numbers = values.map(
        (value, time) => value + (weights[time] ?? 0) * (mean[mean.length === 1 ? 0 : time] ?? 0),
      );
      return { slot, cell, name, numbers };
    });
    const shifted = new Map(each.inputs);
    for (const { name, cell, numbers } of cells)
      shifted.set(
        name,
        (shifted.get(name) ?? []).map((resolved, at) =>
          at === cell ? { ...resolved, values: numbers } : resolved,
        ),
      );
    const atMeans = centralValues(graph, { ...each, inputs: shifted });
    const changes = cells.map((change) => ({
      change,
      effects: whatIf(graph, central, change, wanted, (values) =>
        readings.map((reading) => reading.value(values)),
      ),
    }));
    return readings.flatMap((reading, place): readonly MeanShift[] => {
      const output = asked.series.find(({ quantity }) => quantity === reading.headline)?.output;
      if (output === undefined) return [];
      const over = program.quantities.get(reading.headline)?.over;
      const { mean, error } = means(index, output, over === 'base' ? 0 : reading.time);
      const before = reading.value(central);
      const inputs = changes
        .map(({ change, effects }) => ({ change, shift: (effects[place] ?? before) - before }))
        .filter(({ shift }) => Math.abs(shift) > 0)
        .toSorted((one, other) => Math.abs(other.shift) - Math.abs(one.shift))
        .slice(0, NAMED)
        .map(({ change: { name, slot, cell }, shift }) => ({
          input: name,
          title: program.quantities.get(name)?.title ?? { en: name, zh: name },
          item: itemOf(plan, slot, cell),
          shift: reading.shown(shift),
        }));
      return [shiftOf(reading, each, before, reading.value(atMeans), mean, error, apart, inputs)];
    });
  });
}

function shiftOf(
  { headline, year, unit, shown }: Reading,
  { scenario, strategy }: Run['cases'][number]['case'],
  central: number,
  atMeans: number,
  mean: number,
  error: number,
  apart: number,
  inputs: MeanShift['inputs'],
): MeanShift {
  return {
    headline,
    scenario: scenario.name,
    strategy: strategy.name,
    year,
    unit,
    central: shown(central),
    mean: shown(mean),
    meanError: shown(error),
    asymmetry: shown(atMeans - central),
    curvature: shown(mean - atMeans),
    curvatureError: shown(error * apart),
    inputs,
  };
}
