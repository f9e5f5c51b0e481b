// What a row of the register watches: where the indicator stands, and the first year in which it crosses its trigger.
import type { RegisterEntry, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { baseValue, cellCount, inUnit } from './series.ts';
import type { RegisterRow } from './types.ts';

/** @param strategy the one under which the indicator is looked at */
export function watchOf(
  { watch }: RegisterEntry,
  run: Run,
  study: Study,
  strategy: string,
): RegisterRow['watch'] {
  const { quantity: name, sign, threshold, trigger, then, source } = watch;
  const quantity = run.program.quantities.get(name);
  if (quantity === undefined) throw new Error(`no quantity ${name}`);
  const cases = run.cases.filter(({ case: each }) => each.strategy.name === strategy);
  /** Of several elements the one nearest to the trigger, since the first to cross it counts. */
  const at = (each: (typeof cases)[number], time: number): number => {
    const values = Array.from({ length: cellCount(run.plan, name) }, (_, cell) =>
      baseValue(run, each, name, cell, time),
    );
    return sign === '>=' ? Math.max(...values) : Math.min(...values);
  };
  const now = study.years.indexOf(Number(study.asOf.slice(0, 4)));
  return {
    quantity: name,
    trigger,
    then,
    source,
    unit: quantity.unit.text,
    now:
      now < 0
        ? []
        : cases.map((each) => ({
            scenario: each.case.scenario.name,
            value: inUnit(at(each, now), quantity),
          })),
    crossed: cases.map((each) => ({
      scenario: each.case.scenario.name,
      year: study.years.find((_, time) =>
        sign === '>=' ? at(each, time) >= threshold : at(each, time) <= threshold,
      ),
    })),
  };
}
