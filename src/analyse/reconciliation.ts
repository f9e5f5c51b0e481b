// Reconciliation: both sides of every line that the company's report must bear, computed and compared, contradictions named.
import { print } from '../language/index.ts';
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { baseValue, inUnit } from './series.ts';
import type { ReconciliationLine } from './types.ts';

export function reconcile(run: Run, study: Study): readonly ReconciliationLine[] {
  const { plan, cases } = run;
  const [each] = cases;
  if (each === undefined) return [];
  const { quantities } = run.program;
  return study.reconciliation.flatMap(({ name, title, between, left, right, within, because }) => {
    const [first, second] = [quantities.get(left), quantities.get(right)];
    if (first === undefined || second === undefined) return [];
    const shown = first.unit;
    const side = (quantity: typeof first): ReconciliationLine['left'] => ({
      quantity: quantity.name,
      about: quantity.about,
      // Both sides in the unit of the first, so that they can be read against each other.
      value: inUnit(baseValue(run, each, quantity.name, 0, plan.baseIndex), { unit: shown }),
      formula: quantity.kind === 'formula' ? print(quantity.is) : undefined,
    });
    const [one, other] = [side(first), side(second)];
    const difference = one.value - other.value;
    const relative =
      other.value === 0
        ? difference === 0
          ? 0
          : Number.POSITIVE_INFINITY
        : difference / Math.abs(other.value);
    return [
      {
        name,
        title,
        between,
        left: one,
        right: other,
        unit: shown.text,
        difference,
        relative,
        within,
        agrees: Math.abs(relative) <= within,
        because,
      },
    ];
  });
}
