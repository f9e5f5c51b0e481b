// The register: what each risk and opportunity costs or brings at its horizon, before and after the response, against the declared bands.
import type { Register, RegisterEntry, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { type LineOf, provenanceOf } from './assumptions.ts';
import type { Bench } from './bench.ts';
import { findIssues, toleranceOf } from './register-issues.ts';
import { watchOf } from './register-watch.ts';
import type { Sensitivity } from './sensitivity-types.ts';
import { baseValue, cellCount, inUnit, totalOf } from './series.ts';
import type { Rating, RegisterFinding, RegisterRow, RegisterSide } from './types.ts';
import { findUncovered } from './uncovered.ts';

type Side = 'inherent' | 'current' | 'residual';

export function assess(
  run: Run,
  study: Study,
  bench: Bench,
  sensitivities: readonly Sensitivity[],
  lineOf: LineOf,
): RegisterFinding | undefined {
  const { register } = study;
  if (register === undefined) return undefined;
  const impactOf = run.program.quantities.get(register.impactOf);
  const [firstCase] = run.cases;
  if (impactOf === undefined || firstCase === undefined) return undefined;
  const yardstick = totalOf(run, firstCase, register.impactOf, run.plan.baseIndex);
  const rows = register.rows.map((row) => assessRow(row, register, run, study, yardstick, lineOf));
  return {
    title: register.title,
    inherent: register.inherent,
    current: register.current,
    residual: register.residual,
    impactBands: register.impactBands.map(({ name }) => name),
    likelihoodBands: register.likelihoodBands.map(({ name }) => name),
    impactBounds: register.impactBands.map(({ from }) => from),
    likelihoodBounds: register.likelihoodBands.map(({ from }) => from),
    impactOf: { quantity: register.impactOf, value: yardstick, unit: impactOf.unit.text },
    unit: impactOf.unit.text,
    rows,
    issues: findIssues(rows, study.asOf),
    uncoveredAbove: register.uncoveredAbove,
    uncovered: findUncovered(bench, sensitivities, yardstick),
  };
}

function assessRow(
  row: RegisterEntry,
  register: Register,
  run: Run,
  study: Study,
  yardstick: number,
  lineOf: LineOf,
): RegisterRow {
  const { tolerance: _, provenance, override, declaredImpact, span, ...told } = row;
  const year = study.horizons[row.horizon];
  const amountIn = (scenario: string, strategy: string): number =>
    amount(row, run, study, scenario, strategy, year);
  const impacts =
    row.drivenBy.length === 0
      ? []
      : study.scenarios.map(({ name: scenario }) => ({
          scenario,
          inherent: amountIn(scenario, register.inherent),
          ...(register.current === undefined ? {} : { current: amountIn(scenario, register.current) }),
          residual: amountIn(scenario, register.residual),
        }));
  /** A register shows the scenario in which the matter weighs most; per scenario amounts stand beside it. */
  const side = (role: Side): RegisterSide | undefined => {
    const likelihood = row.likelihood[role];
    if (likelihood === undefined) return undefined;
    const amounts = impacts.map((each) => ({ scenario: each.scenario, amount: each[role] ?? 0 }));
    const most = amounts.reduce<(typeof amounts)[number] | undefined>(
      (best, each) =>
        best === undefined || weight(row, each.amount) > weight(row, best.amount) ? each : best,
      undefined,
    );
    if (most === undefined) return { likelihood, impact: declaredImpact?.[role] ?? { name: '', level: 1 } };
    const derived = band(Math.max(0, weight(row, most.amount)) / yardstick, register);
    const set = role === 'current' ? undefined : override?.[role];
    return { likelihood, impact: set ?? derived, ...(set === undefined ? {} : { derived }), ...most };
  };
  const [inherent, residual] = [side('inherent'), side('residual')];
  if (inherent === undefined || residual === undefined) throw new Error(`no rating of ${row.name}`);
  return {
    ...told,
    year,
    impacts,
    inherent,
    current: side('current'),
    residual,
    worseAfterResponse: row.kind === 'risk' && worse(inherent, residual),
    override:
      override === undefined ? undefined : { by: override.by, why: override.why, expires: override.expires },
    tolerance: toleranceOf(row, residual, register, study.asOf, yardstick),
    likelihoodBecause: row.likelihood.because,
    watch: watchOf(row, run, study, register.residual),
    provenance: provenance === undefined ? undefined : provenanceOf({ provenance }),
    at: lineOf({ span }),
  };
}

function band(share: number, { impactBands }: Register): Rating {
  const level = impactBands.findLastIndex(({ from }) => share >= from);
  return { name: impactBands[level]?.name ?? '', level: level + 1 };
}

/** A cost is a risk's weight; an opportunity weighs by what it brings, whichever sign the model gives it. */
const weight = ({ kind }: RegisterEntry, value: number): number =>
  kind === 'risk' ? value : Math.abs(value);

/** By money where the numbers rate both sides, by bands where a role does. */
const worse = (inherent: RegisterSide, residual: RegisterSide): boolean =>
  inherent.amount === undefined ||
  residual.amount === undefined ||
  inherent.derived !== undefined ||
  residual.derived !== undefined
    ? residual.impact.level > inherent.impact.level
    : residual.amount > inherent.amount;

function amount(
  { drivenBy }: RegisterEntry,
  run: Run,
  study: Study,
  scenario: string,
  strategy: string,
  year: number,
): number {
  const each = run.cases.find(
    ({ case: one }) => one.scenario.name === scenario && one.strategy.name === strategy,
  );
  const { quantities } = run.program;
  const unit = quantities.get(study.register?.impactOf ?? '');
  if (each === undefined || unit === undefined) return 0;
  const time = study.years.indexOf(year);
  const base = drivenBy.reduce((sum, name) => {
    let own = 0;
    for (let cell = 0; cell < cellCount(run.plan, name); cell++)
      own += baseValue(run, each, name, cell, time);
    return sum + own;
  }, 0);
  return inUnit(base, unit);
}
