// What the numbers of a run break: infinite ones, checks of the models, declared bounds; each with element, year and amounts.

import type { Condition, Plan } from '../compile/index.ts';
import { type Diagnostic, error } from '../diagnostics/index.ts';
import { showAmount } from '../units/index.ts';
import { execute } from './machine.ts';
import { spellOperands } from './operands.ts';
import { type CaseRun, type Frame, position } from './types.ts';

type Key = readonly string[];

const place = (plan: Plan, key: Key, over: 'years' | 'base', time: number): string =>
  `${key.length === 0 ? '' : `[${key.join(', ')}]`}${over === 'base' ? '' : ` in ${plan.years[time]}`}`;

const where = ({ case: { scenario, strategy } }: CaseRun): string =>
  `scenario ${scenario.name}, strategy ${strategy.name}`;

const elementsOf = (sets: readonly string[], key: Key): ReadonlyMap<string, string> =>
  new Map(sets.map((set, index) => [set, key[index] ?? '']));

/** The first quantity, in the order of computation, that divides by zero or takes the logarithm of nothing; later ones only follow. */
export function notFinite(frame: Frame, run: CaseRun): readonly Diagnostic[] {
  const { program, plan } = frame;
  if (run.values.every(Number.isFinite)) return [];
  for (const { over, steps } of plan.blocks)
    for (const { slot, cell, firstYears } of steps)
      for (let time = 0; time < (over === 'base' ? 1 : plan.years.length); time++) {
        const value = run.values[position(frame, slot, cell, time)] ?? Number.NaN;
        if (Number.isFinite(value)) continue;
        const { quantity = '', cells = [] } = plan.slots[slot] ?? {};
        const definition = program.quantities.get(quantity);
        if (definition?.kind !== 'formula') continue;
        const what = Number.isNaN(value) ? 'is not a number' : 'is infinite';
        const key = cells[cell] ?? [];
        const formula =
          definition.first !== undefined && time < firstYears ? definition.first : definition.is;
        const elements = elementsOf(definition.sets, key);
        const read = spellOperands(formula, frame, run, elements, over === 'base' ? plan.baseIndex : time);
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

/** Where and when a condition does not hold. */
interface Breach {
  readonly cell: number;
  readonly key: Key;
  readonly time: number;
  /** Neither true nor false, since a number in it is none. */
  readonly undecided: boolean;
}

/** The conditions of the plan that the central case breaks: each once, at its first element and year. */
export function brokenConditions(frame: Frame, run: CaseRun): readonly Diagnostic[] {
  const { plan } = frame;
  const result = new Float64Array(frame.draws);
  return plan.conditions.flatMap((condition): readonly Diagnostic[] => {
    const times = condition.over === 'base' ? [plan.baseIndex] : [...plan.years.keys()];
    const breaches = condition.cells.flatMap(({ key, code }, cell) =>
      times.flatMap((time): readonly Breach[] => {
        execute(code, frame, run.values, time, result);
        const [holds = Number.NaN] = result;
        const undecided = Number.isNaN(holds);
        return undecided || holds === 0 ? [{ cell, key, time, undecided }] : [];
      }),
    );
    const [first] = breaches;
    if (first === undefined) return [];
    const years = new Set(breaches.map(({ time }) => time)).size;
    const more = years > 1 ? [`broken in ${years} years`] : [];
    return condition.kind === 'check'
      ? brokenCheck(condition, first, frame, run, more)
      : brokenBounds(condition, first, frame, run, more);
  });
}

function brokenCheck(
  { model, name, over, sets }: Condition & { readonly kind: 'check' },
  { key, time, undecided }: Breach,
  frame: Frame,
  run: CaseRun,
  more: readonly string[],
): readonly Diagnostic[] {
  const check = frame.program.models
    .find(({ path }) => path === model)
    ?.checks.find((each) => each.name === name);
  if (check === undefined) return [];
  const compared = spellOperands(check.that, frame, run, elementsOf(sets, key), time);
  const cell = key.length === 0 ? '' : ` (${key.join(', ')})`;
  const what = undecided ? `the check ${name} cannot be decided` : check.otherwise;
  const message = `${what}${cell}${place(frame.plan, [], over, time)}`;
  const { otherwise } = check;
  return [
    error(undecided ? 'check/undecided' : 'check/broken', message, check.that.span, {
      chinese: new Map([[otherwise, frame.program.texts.get(otherwise) ?? otherwise]]),
      notes: [...compared, where(run), ...more],
      help: undecided ? 'it divides by zero or leaves the range of a function' : undefined,
    }),
  ];
}

function brokenBounds(
  { quantity: name, over }: Condition & { readonly kind: 'bounds' },
  { cell, key, time }: Breach,
  frame: Frame,
  run: CaseRun,
  more: readonly string[],
): readonly Diagnostic[] {
  const { program, plan } = frame;
  const quantity = program.quantities.get(name);
  const slot = plan.slotOf.get(name);
  if (quantity?.within === undefined || slot === undefined) return [];
  const amount = (value: number): string => showAmount(value, quantity.unit);
  const value = amount(run.values[position(frame, slot, cell, time)] ?? Number.NaN);
  const [low, high] = quantity.within.map(amount);
  return [
    error(
      'run/bounds',
      `${name}${place(plan, key, over, time)} comes out at ${value}, outside ${low} to ${high}`,
      quantity.span,
      { notes: [where(run), ...more] },
    ),
  ];
}
