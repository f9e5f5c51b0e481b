// Targets: the path against each of them, per scenario and strategy: value, gap, first year met, what would close the gap.
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { provenanceOf } from './assumptions.ts';
import type { Bench } from './bench.ts';
import { closingsOf } from './closings.ts';
import { meetsBound } from './crossing.ts';
import { baseValue, cellCount, inUnit, itemTitle } from './series.ts';
import type { TargetFinding, UnquantifiedTarget } from './types.ts';

export function findTargets(run: Run, study: Study, bench: Bench): readonly TargetFinding[] {
  const { plan } = run;
  const { quantities, sets } = run.program;
  return study.targets.flatMap((target) => {
    const { name, title, quantity: key, year, direction, goal } = target;
    const quantity = quantities.get(key);
    const slot = plan.slotOf.get(key);
    if (quantity === undefined || slot === undefined) return [];
    const bound = { direction, bound: goal };
    const meets = (value: number): boolean => meetsBound(value, bound);
    return run.cases.flatMap((each, index) =>
      Array.from({ length: cellCount(plan, key) }, (_, cell): TargetFinding => {
        const at = (time: number): number => baseValue(run, each, key, cell, time);
        const value = at(study.years.indexOf(year));
        const item = plan.slots[slot]?.cells[cell] ?? [];
        const label = itemTitle(item, quantity.sets, sets);
        const own = bench.cases[index];
        const met = meets(value);
        return {
          name,
          title:
            item.length === 0 ? title : { en: `${title.en}: ${label.en}`, zh: `${title.zh}：${label.zh}` },
          scenario: each.case.scenario.name,
          strategy: each.case.strategy.name,
          quantity: key,
          item: item.join('; '),
          year,
          direction,
          goal: inUnit(goal, quantity),
          unit: quantity.unit.text,
          value: inUnit(value, quantity),
          gap: Number((inUnit(value, quantity) - inUnit(goal, quantity)).toPrecision(12)),
          met,
          setByInput: quantity.kind === 'input',
          firstYearMet: study.years.find((candidate, time) => candidate >= study.baseYear && meets(at(time))),
          closings: met || own === undefined ? [] : closingsOf(bench, own, target, { slot, cell }),
          noActualReported: year < Number(study.asOf.slice(0, 4)),
        };
      }),
    );
  });
}

/** Goals that the model says nothing about, listed so that none is forgotten. */
export const listUnquantified = (study: Study): readonly UnquantifiedTarget[] =>
  study.unquantifiedTargets.map(({ span: _, ...target }) => ({
    ...target,
    provenance: provenanceOf(target),
  }));
