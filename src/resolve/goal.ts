// A goal as the command line says it: `cost[2030] <= 5 MCNY_2023`, or one number against another, of another strategy for example.
import { type Diagnostic, error, hasErrors, type Outcome } from '../diagnostics/index.ts';
import { sameDimension } from '../units/index.ts';
import { type GoalSide, partsOf, type ResolvedStudy, sideOf, whole } from './goal-side.ts';
import type { Target } from './types.ts';
import { readBaseUnits } from './units.ts';

/** A number of every case and what it is held against. */
export interface Goal {
  readonly left: GoalSide;
  readonly direction: Target['direction'];
  /** In base units; 0 where it is held against another number. */
  readonly bound: number;
  readonly against?: GoalSide | undefined;
  readonly written: string;
}

const GOAL = /^(.*?)(<=|>=)(.*)$/s;
/** The name under which the text of a goal is shown in messages. */
const GOAL_OPTION = '--goal';

/** Reads a goal; errors point into its text. */
export function readGoal(text: string, asked: ResolvedStudy): Outcome<Goal> {
  const diagnostics: Diagnostic[] = [];
  const { program } = asked;
  const [, before = '', sign, after = ''] = GOAL.exec(text) ?? [];
  const first = partsOf(before, 0, GOAL_OPTION);
  if (first === undefined || sign === undefined)
    return {
      diagnostics: [
        error('goal/form', 'a goal is written name[year] <= amount, or >=', whole(GOAL_OPTION, text), {
          help: 'for example --goal "transition_cost[2030] <= 500 MCNY_2023", or "cost[2030] of Plan A <= cost[2030] of Plan B"',
        }),
      ],
    };
  const left = sideOf(first, asked, diagnostics);
  const offset = before.length + sign.length;
  const second = partsOf(after, offset, GOAL_OPTION);
  // A word without brackets that no quantity is named by is an amount with a slip of the pen.
  const isSide =
    second !== undefined &&
    (program.quantities.has(second.named.name.value) || second.strategy !== undefined || /[[(]/.test(after));
  const direction = sign === '>=' ? 'at_least' : 'at_most';
  const written = text.trim();
  if (isSide) {
    const against = sideOf(second, asked, diagnostics);
    if (
      left !== undefined &&
      against !== undefined &&
      !sameDimension(left.quantity.unit, against.quantity.unit)
    )
      diagnostics.push(
        error(
          'unit/mismatch',
          `${left.quantity.name} [${left.quantity.unit.text}] and ${against.quantity.name} [${against.quantity.unit.text}] cannot be compared`,
          whole(GOAL_OPTION, text),
        ),
      );
    if (hasErrors(diagnostics) || left === undefined || against === undefined) return { diagnostics };
    return { value: { left, direction, bound: 0, against, written }, diagnostics };
  }
  const amount = after.trim();
  const to = text.trimEnd().length;
  const span = { file: GOAL_OPTION, from: to - amount.length, to };
  const quantity = program.quantities.get(first.named.name.value);
  const bound = quantity && readBaseUnits(amount, span, quantity, program.units, diagnostics);
  if (hasErrors(diagnostics) || left === undefined || bound === undefined) return { diagnostics };
  return { value: { left, direction, bound, written }, diagnostics };
}
