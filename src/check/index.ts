// Program -> Checked: every rule that can be decided before a number is computed, all of them, all faults at once.
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/index.ts';
import type { Program } from '../resolve/index.ts';
import { checkCycles } from './cycles.ts';
import { checkNames } from './names.ts';
import { checkNumbers } from './numbers.ts';
import { checkRanges } from './ranges.ts';
import { checkSets } from './sets.ts';
import { checkSources } from './sources.ts';
import { checkSpreads } from './spreads.ts';
import { checkTime } from './time.ts';
import { checkUnits } from './units.ts';

export { type ChartKinds, type ChartNeeds, checkCharts } from './charts.ts';
export { checkDeck } from './deck.ts';
export { dependencies, formulasOf, groups } from './dependencies.ts';
export { checkDisclosure, type PackFileNeeds } from './disclosure.ts';
export { type ExpiredReference, expiredReferences } from './expired.ts';
export { checkOver } from './formulas.ts';
export { type Linted, lint } from './lint/index.ts';
export { setsIn } from './sets.ts';

const rules: readonly ((program: Program) => readonly Diagnostic[])[] = [
  checkNames,
  checkUnits,
  checkSets,
  checkTime,
  checkNumbers,
  checkCycles,
  checkSources,
  checkRanges,
  checkSpreads,
];

/** A program that every rule has passed; only the check stage makes one. */
export interface Checked {
  readonly kind: 'checked';
  readonly program: Program;
}

export function check(program: Program): Outcome<Checked> {
  const diagnostics = rules.flatMap((rule) => rule(program));
  return hasErrors(diagnostics) ? { diagnostics } : { value: { kind: 'checked', program }, diagnostics };
}
