// What moves each headline: every input at the low and at the high end of what it may be, one at a time, all others as they are.
import { brokenBy, wantedFor, whatIf } from '../simulate/index.ts';
import { type Bench, spotsOf } from './bench.ts';
import type { Sensitivity } from './sensitivity-types.ts';
import { inUnit, itemOf } from './series.ts';
import { inputCells, variationOf } from './variations.ts';

/** In the strategies that the register compares; in all of them where the study has no register. */
export function findSensitivities(bench: Bench): readonly Sensitivity[] {
  const { program, plan, study, graph, cases, readings, restingOn } = bench;
  const wanted = wantedFor(graph, spotsOf(readings), graph.watched);
  const { register } = study;
  const compared = register && [register.inherent, register.current, register.residual];
  return cases.flatMap(({ case: each, values }) => {
    if (compared?.includes(each.strategy.name) === false) return [];
    const central = new Map(
      readings.map((reading) => {
        const value = reading.value(values);
        return [reading, { value, shown: reading.shown(value) }];
      }),
    );
    return inputCells(program, plan, each).flatMap((input): readonly Sensitivity[] => {
      const touched = restingOn(input);
      const variation = touched.length === 0 ? undefined : variationOf(input, plan, study, each);
      if (variation === undefined) return [];
      const { slot, cell } = input;
      const watched = graph.watching(input);
      /** Undefined if the end breaks a check: then the models say nothing about it. */
      const at = (numbers: readonly number[]): readonly number[] | undefined =>
        whatIf(graph, values, { slot, cell, numbers }, wanted, (changed) => {
          if (brokenBy(graph, changed, watched) !== undefined) return undefined;
          const found = touched.map(({ value }) => value(changed));
          return found.every(Number.isFinite) ? found : undefined;
        });
      const low = at(variation.low);
      const high = at(variation.high);
      const { quantity, resolved } = input;
      const last = (numbers: readonly number[]): number => inUnit(numbers.at(-1) ?? Number.NaN, quantity);
      const moved = {
        quantity: quantity.name,
        item: itemOf(plan, slot, cell),
        from: variation.from,
        input: {
          central: last(resolved.values),
          low: last(variation.low),
          high: last(variation.high),
          unit: quantity.unit.text,
        },
      };
      return touched.flatMap((reading, index): readonly Sensitivity[] => {
        const now = central.get(reading);
        const ends = [low?.[index], high?.[index]];
        if (now === undefined || ends.every((end) => end === undefined || end === now.value)) return [];
        const shown = (end: number | undefined) => (end === undefined ? end : reading.shown(end));
        return [
          {
            scenario: each.scenario.name,
            strategy: each.strategy.name,
            headline: reading.headline,
            unit: reading.unit,
            year: reading.year,
            ...moved,
            central: now.shown,
            low: shown(ends[0]),
            high: shown(ends[1]),
          },
        ];
      });
    });
  });
}
