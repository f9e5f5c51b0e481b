// Plan -> Run: every scenario and strategy computed, block by block, year by year.

import type { Plan } from '../compile/index.ts';
import { type Diagnostic, error, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Case } from '../resolve/index.ts';
import { execute } from './machine.ts';
import { spellOperands } from './operands.ts';
import { type CaseRun, position, type Run } from './types.ts';

export { checkExamples } from './examples.ts';
export { interpret } from './interpreter.ts';
export * from './types.ts';

/** Runs every case of a plan; a number that is not finite stops the run with its quantity, element and year. */
export function simulate(plan: Plan, cases: readonly Case[]): Outcome<Run> {
  const runs = cases.map((each) => runCase(plan, each));
  const diagnostics = runs.flatMap((run) => notFinite(plan, run));
  const broken = hasErrors(diagnostics) ? diagnostics : runs.flatMap((run) => brokenChecks(plan, run));
  return hasErrors(broken) ? { diagnostics: broken } : { value: { plan, cases: runs }, diagnostics: broken };
}

function runCase(plan: Plan, each: Case): CaseRun {
  const values = new Float64Array(plan.size * plan.draws);
  for (const [name, cells] of each.inputs) {
    const slot = plan.slotOf.get(name);
    if (slot === undefined) continue;
    for (const [cell, { values: numbers }] of cells.entries())
      for (const [time, number] of numbers.entries()) {
        const from = position(plan, slot, cell, time);
        values.fill(number, from, from + plan.draws);
      }
  }
  const result = new Float64Array(plan.draws);
  for (const { over, steps } of plan.blocks)
    for (let time = 0; time < (over === 'base' ? 1 : plan.years.length); time++)
      for (const { slot, cell, code, first, firstYears } of steps) {
        execute(
          first !== undefined && time < firstYears ? first : code,
          plan,
          values,
          over === 'base' ? plan.baseIndex : time,
          result,
        );
        values.set(result, position(plan, slot, cell, time));
      }
  return { case: each, values };
}

const place = (plan: Plan, key: readonly string[], over: 'years' | 'base', time: number): string =>
  `${key.length === 0 ? '' : `[${key.join(', ')}]`}${over === 'base' ? '' : ` in ${plan.years[time]}`}`;

const where = ({ case: { scenario, strategy } }: CaseRun): string =>
  `scenario ${scenario.name}, strategy ${strategy.name}`;

/** The first quantity, in the order of computation, that divides by zero or takes the logarithm of nothing; later ones only follow. */
function notFinite(plan: Plan, run: CaseRun): readonly Diagnostic[] {
  for (const { over, steps } of plan.blocks)
    for (const { slot, cell, firstYears } of steps)
      for (let time = 0; time < (over === 'base' ? 1 : plan.years.length); time++) {
        const value = run.values[position(plan, slot, cell, time)] ?? Number.NaN;
        if (Number.isFinite(value)) continue;
        const { quantity = '', cells = [] } = plan.slots[slot] ?? {};
        const definition = plan.checked.program.quantities.get(quantity);
        if (definition?.kind !== 'formula') continue;
        const what = Number.isNaN(value) ? 'is not a number' : 'is infinite';
        const key = cells[cell] ?? [];
        const formula =
          definition.first !== undefined && time < firstYears ? definition.first : definition.is;
        const elements = new Map(definition.sets.map((set, index) => [set, key[index] ?? '']));
        const read = spellOperands(
          formula,
          { case: run, plan },
          elements,
          over === 'base' ? plan.baseIndex : time,
        );
        return [
          error(
            'run/not-finite',
            `${quantity}${place(plan, key, over, time)} ${what}: it divides by zero or leaves the range of a function`,
            formula.span,
            { notes: [...read, where(run)] },
          ),
        ];
      }
  return [];
}

/** The checks of the models, and the declared bounds of formulas: what the central case breaks, with year and amount. */
function brokenChecks(plan: Plan, run: CaseRun): readonly Diagnostic[] {
  const { program } = plan.checked;
  const diagnostics: Diagnostic[] = [];
  const result = new Float64Array(plan.draws);
  for (const { name, model, over, sets, cells } of plan.conditions) {
    const check = program.models
      .find(({ path }) => path === model)
      ?.checks.find((each) => each.name === name);
    if (check === undefined) continue;
    const broken = cells.flatMap(({ key, code }) =>
      (over === 'base' ? [plan.baseIndex] : plan.years.map((_, time) => time)).flatMap((time) => {
        execute(code, plan, run.values, time, result);
        return result[0] === 0 ? [{ key, time }] : [];
      }),
    );
    const [first] = broken;
    if (first === undefined) continue;
    const elements = new Map(sets.map((set, index) => [set, first.key[index] ?? '']));
    const compared = spellOperands(check.that, { case: run, plan }, elements, first.time);
    const cell = first.key.length === 0 ? '' : ` (${first.key.join(', ')})`;
    const years = new Set(broken.map(({ time }) => time)).size;
    diagnostics.push(
      error(
        'check/broken',
        `${check.otherwise}${cell}${place(plan, [], over, first.time)}`,
        check.that.span,
        {
          notes: [...compared, where(run), ...(years > 1 ? [`broken in ${years} years`] : [])],
        },
      ),
    );
  }
  for (const { quantity: name, kind, cells, times } of plan.slots) {
    const quantity = program.quantities.get(name);
    if (kind !== 'formula' || quantity?.within === undefined) continue;
    const [low, high] = quantity.within;
    const slot = plan.slotOf.get(name) ?? 0;
    for (const [cell, key] of cells.entries()) {
      const time = Array.from(
        { length: times },
        (_, index) => run.values[position(plan, slot, cell, index)] ?? Number.NaN,
      ).findIndex((value) => value < low || value > high);
      if (time < 0) continue;
      const value = run.values[position(plan, slot, cell, time)] ?? Number.NaN;
      const amount = (number: number): string =>
        `${Number((number / quantity.unit.factor).toPrecision(6))} ${quantity.unit.text === '1' ? '' : quantity.unit.text}`.trimEnd();
      diagnostics.push(
        error(
          'run/bounds',
          `${name}${place(plan, key, quantity.over, time)} comes out at ${amount(value)}, outside ${amount(low)} to ${amount(high)}`,
          quantity.span,
          { notes: [where(run)] },
        ),
      );
      break;
    }
  }
  return diagnostics;
}
