// The model, started from its base year, against what was then published: one line a quantity and year, one number a case.
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { provenanceOf } from './assumptions.ts';
import { inUnit, totalOf } from './series.ts';
import type { Provenance, Title } from './types.ts';

export interface BacktestFinding {
  readonly name: string;
  readonly title: Title;
  readonly quantity: string;
  readonly year: number;
  readonly unit: string;
  /** What the model computes, summed over elements; none for a year before the study. */
  readonly computed: readonly {
    readonly scenario: string;
    readonly strategy: string;
    readonly value: number;
  }[];
  /** What was published, in the unit and the price year of the model, and as it was written; absent where nothing was. */
  readonly published?: { readonly value: number; readonly written: string; readonly provenance: Provenance };
  /** The error of each case over what was published, in the order of `computed`: -0.1 is a tenth too low. */
  readonly errors?: readonly number[];
  /** Why nothing is known. */
  readonly notPublished?: string;
  readonly note?: string;
}

export interface Backtest {
  readonly study: string;
  readonly baseYear: number;
  readonly findings: readonly BacktestFinding[];
}

export function backtest(run: Run, study: Study): Backtest {
  return { study: study.name, baseYear: study.baseYear, findings: findBacktest(run, study) };
}

export function findBacktest(run: Run, study: Study): readonly BacktestFinding[] {
  return study.backtest.flatMap(({ outcome, note, ...line }): readonly BacktestFinding[] => {
    const quantity = run.program.quantities.get(line.quantity);
    if (quantity === undefined) return [];
    const time = study.years.indexOf(line.year);
    const isStudied = time >= 0 || quantity.over === 'base';
    const computed = (isStudied ? run.cases : []).map((each) => ({
      scenario: each.case.scenario.name,
      strategy: each.case.strategy.name,
      value: totalOf(run, each, line.quantity, quantity.over === 'base' ? 0 : time),
    }));
    const common = { ...line, unit: quantity.unit.text, computed, ...(note === undefined ? {} : { note }) };
    if (outcome.kind === 'not published') return [{ ...common, notPublished: outcome.why }];
    const value = inUnit(outcome.value, quantity);
    return [
      {
        ...common,
        published: { value, written: outcome.written, provenance: provenanceOf(outcome) },
        errors: computed.map((each) => (each.value - value) / Math.abs(value)),
      },
    ];
  });
}
