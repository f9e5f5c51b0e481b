// The plan that a study asks for, with the budget of the command line in place of that of the file.
import { type Diagnostic, error, type Outcome } from '../diagnostics/index.ts';
import type { Planning } from './planning-types.ts';
import type { Program, Study } from './types.ts';
import { readBaseUnits } from './units.ts';

/** A plan file, and what may be spent in a year, in base units. */
export interface AskedPlan {
  readonly planning: Planning;
  readonly budget?: number | undefined;
  /** `--budget`, as written. */
  readonly written?: string | undefined;
}

/** @param budget text of `--budget`, for example `500 MCNY_2023` */
export function readPlanning(
  { planning, path }: Study,
  { quantities, units }: Program,
  budget: string | undefined,
): Outcome<AskedPlan> {
  if (planning === undefined) {
    const help = 'add plan: plan.yaml, a file that says which measures there are';
    const place = { file: path, from: 0, to: 0 };
    return { diagnostics: [error('plan/missing', 'the study names no plan file', place, { help })] };
  }
  if (budget === undefined) return { value: { planning, budget: planning.budget?.bound }, diagnostics: [] };
  const span = { file: '--budget', from: 0, to: budget.length };
  const quantity = quantities.get(planning.budget?.quantity ?? '');
  if (quantity === undefined) {
    const help = 'add budget: { of: transition_investment } to it, a quantity in money';
    return {
      diagnostics: [error('plan/budget', 'the plan file does not say what is spent', span, { help })],
    };
  }
  const diagnostics: Diagnostic[] = [];
  const bound = readBaseUnits(budget, span, quantity, units, diagnostics);
  return bound === undefined
    ? { diagnostics }
    : { value: { planning, budget: bound, written: budget }, diagnostics };
}
