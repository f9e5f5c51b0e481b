// Prints what the simulate stage hands on: every number of every case in the unit of its quantity; and reads single ones for tests.

import { position, type Run } from '../../src/simulate/index.ts';
import { cell, numbers, page } from './golden.ts';

/** The years of one cell of a quantity, in its declared unit. */
function series(run: Run, each: Run['cases'][number], slot: number, at: number): readonly number[] {
  const { quantity = '', times = 0 } = run.plan.slots[slot] ?? {};
  const factor = run.program.quantities.get(quantity)?.unit.factor ?? 1;
  return Array.from(
    { length: times },
    (_, time) => (each.values[position(run, slot, at, time)] ?? Number.NaN) / factor,
  );
}

/** One quantity of one case over the years; throws where there is none, so that a test cannot pass on nothing. */
export function valuesOf(
  run: Run,
  scenario: string,
  strategy: string,
  quantity: string,
  ...key: readonly string[]
): readonly number[] {
  const slot = run.plan.slotOf.get(quantity);
  const each = run.cases.find(
    (one) => one.case.scenario.name === scenario && one.case.strategy.name === strategy,
  );
  const cells = run.plan.slots[slot ?? -1]?.cells ?? [];
  const at = cells.findIndex((one) => one.join() === key.join());
  if (slot === undefined || each === undefined || at < 0)
    throw new Error(`no ${quantity}[${key.join()}] in ${scenario} / ${strategy}`);
  return series(run, each, slot, at);
}

export function printRun(run: Run): string {
  const { plan } = run;
  const cases = run.cases.map((each) => [
    `== ${each.case.scenario.name} / ${each.case.strategy.name}`,
    ...plan.slots.flatMap(({ quantity, kind, cells }, slot) => {
      const { unit, over } = run.program.quantities.get(quantity) ?? {};
      return cells.map((key, at) => {
        const label = `${quantity}${cell(key)} [${unit?.text}]${over === 'base' ? ' base' : ''}`;
        return `${kind === 'input' ? '.' : '='} ${label}: ${numbers(series(run, each, slot, at))}`;
      });
    }),
  ]);
  return page([[`years ${plan.years.join(' ')}; . is an input, = is computed`], ...cases]);
}
