// What must be one number whatever the scenario and strategy: both sides of a reconciliation, and the yardstick of the register.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { totalOf } from './series.ts';

/** Faults of a study whose comparisons would depend on which case is looked at, or whose bands have nothing to measure. */
export function checkCommon(run: Run, study: Study): readonly Diagnostic[] {
  const { plan, cases } = run;
  const valuesOf = (name: string): readonly number[] => [
    ...new Set(cases.map((each) => totalOf(run, each, name, plan.baseIndex))),
  ];
  const differing = (name: string, what: string, span: Span): readonly Diagnostic[] => {
    const values = valuesOf(name);
    if (values.length < 2) return [];
    const message = `${what} ${name} differs between scenarios or strategies: ${values.slice(0, 3).join(', ')}`;
    return [error('analyse/differs', message, span, { help: 'let it rest on facts of the base year alone' })];
  };
  const lines = study.reconciliation.flatMap(({ left, right, span }) =>
    [left, right].flatMap((name) => differing(name, 'the reconciliation compares one number, and', span)),
  );
  const { register } = study;
  if (register === undefined) return lines;
  const { impactOf, impactOfSpan } = register;
  const [yardstick = 0] = valuesOf(impactOf);
  if (yardstick > 0)
    return [...lines, ...differing(impactOf, 'impacts are shares of one number, and', impactOfSpan)];
  const message = `impacts are shares of ${impactOf}, which is ${yardstick} in the base year`;
  return [
    ...lines,
    error('register/yardstick', message, impactOfSpan, { help: 'name a quantity above zero' }),
  ];
}
