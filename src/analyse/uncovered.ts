// Inputs that move a headline by more than the register allows while no row of it rests on them.
import { sameDimension } from '../units/index.ts';
import { type Bench, cellsIn } from './bench.ts';
import type { UncoveredDriver } from './register-types.ts';
import type { Sensitivity } from './sensitivity-types.ts';

/** One line an input, that of its largest move; the largest first. */
export function findUncovered(
  { program, plan, study, graph }: Bench,
  sensitivities: readonly Sensitivity[],
  yardstick: number,
): readonly UncoveredDriver[] {
  const { register } = study;
  if (register === undefined) return [];
  const rows = register.rows.flatMap(({ drivenBy, drivers, watch }) => [
    ...drivenBy,
    ...drivers,
    watch.quantity,
  ]);
  const covered = graph.behind([...new Set(rows)].flatMap((name) => cellsIn(plan, name)));
  const isCovered = ({ quantity, item }: Sensitivity): boolean => {
    const slot = plan.slotOf.get(quantity) ?? -1;
    const cell = plan.slots[slot]?.cells.findIndex((key) => key.join('; ') === item) ?? -1;
    return covered.has(graph.id({ slot, cell }));
  };
  const strategies = [register.inherent, register.residual];
  const found = new Map<string, UncoveredDriver>();
  for (const one of sensitivities) {
    if (!strategies.includes(one.strategy) || isCovered(one)) continue;
    const [low, high] = [(one.low ?? one.central) - one.central, (one.high ?? one.central) - one.central];
    const change = Math.abs(low) > Math.abs(high) ? low : high;
    const measure = measureOf(one, program, register.impactOf, yardstick);
    const share = Math.abs(change) / Math.abs(measure.value);
    if (!(share > register.uncoveredAbove) || share <= (found.get(one.quantity)?.share ?? 0)) continue;
    const { quantity, headline, item, scenario, strategy, year, unit } = one;
    const titleOf = (name: string) => program.quantities.get(name)?.title ?? { en: name, zh: name };
    found.set(quantity, {
      quantity,
      title: titleOf(quantity),
      headline,
      headlineTitle: titleOf(headline),
      item,
      scenario,
      strategy,
      year,
      change,
      unit,
      share,
      of: measure.of,
    });
  }
  return [...found.values()].toSorted((left, right) => right.share - left.share);
}

/** Money of a year is held against the register's yardstick, as impacts are; all else against itself. */
function measureOf(
  { headline, central }: Sensitivity,
  { quantities }: Bench['program'],
  impactOf: string,
  yardstick: number,
): { readonly of: string; readonly value: number } {
  const [quantity, of] = [quantities.get(headline), quantities.get(impactOf)];
  const alike =
    quantity !== undefined &&
    of !== undefined &&
    quantity.over === 'years' &&
    sameDimension(quantity.unit, of.unit);
  if (!alike) return { of: headline, value: central };
  return { of: impactOf, value: (yardstick * of.unit.factor) / quantity.unit.factor };
}
