// The real study, run once for a test file of this folder, and its numbers by name.

import { check, run } from '../../src/pipeline.ts';
import type { Program } from '../../src/resolve/index.ts';
import { type Findings, loadBoard } from '../kit/project.ts';

export const SCENARIOS = ['Net Zero 2050', 'Delayed transition', 'Current Policies'] as const;
export const STRATEGIES = ['No action', 'Committed plan', 'Accelerated plan', 'Delayed plan'] as const;
export const CASES = SCENARIOS.flatMap((scenario) =>
  STRATEGIES.map((strategy) => [scenario, strategy] as const),
);

/** Runs the real study with overrides of the command line; throws with the messages where it cannot be run. */
export async function runBoard(...overrides: readonly string[]): Promise<Findings> {
  const { value, diagnostics } = run(await loadBoard(), overrides);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

export async function programOf(): Promise<Program> {
  const [checked] = check(await loadBoard(), []).value ?? [];
  if (checked === undefined) throw new Error('the real study cannot be checked');
  return checked.program;
}

/** A number of a run, in the unit of its quantity; throws where there is none. */
export function numberOf(
  { series }: Findings,
  scenario: string,
  strategy: string,
  quantity: string,
  year: number,
  item = '',
): number {
  const found = series.find(
    (one) =>
      one.scenario === scenario &&
      one.strategy === strategy &&
      one.quantity === quantity &&
      one.item === item,
  );
  const value = found?.values[found.years.indexOf(year)];
  if (value === undefined) throw new Error(`no ${quantity}[${item}] ${year} in ${scenario} / ${strategy}`);
  return value;
}

/** Numbers come out with fourteen digits. */
export const near = (value: number, expected: number, tolerance = 1e-12): boolean =>
  Math.abs(value - expected) <= tolerance * Math.max(Math.abs(value), Math.abs(expected));
