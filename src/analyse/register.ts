// The register: what each risk and opportunity costs or brings at its horizon, before and after the response, against the declared bands.
import type { Register, RegisterEntry, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { baseValue, inUnit, totalOf } from './series.ts';
import type { Rating, RegisterFinding, RegisterRow } from './types.ts';

export function assess(run: Run, study: Study): RegisterFinding | undefined {
  const { register } = study;
  if (register === undefined) return undefined;
  const { quantities } = run.program;
  const impactOf = quantities.get(register.impactOf);
  const [firstCase] = run.cases;
  if (impactOf === undefined || firstCase === undefined) return undefined;
  const yardstick = totalOf(run, firstCase, register.impactOf, run.plan.baseIndex);
  return {
    title: register.title,
    inherent: register.inherent,
    residual: register.residual,
    impactBands: register.impactBands.map(({ name }) => name),
    likelihoodBands: register.likelihoodBands.map(({ name }) => name),
    impactBounds: register.impactBands.map(({ from }) => from),
    likelihoodBounds: register.likelihoodBands.map(({ from }) => from),
    impactOf: { quantity: register.impactOf, value: yardstick, unit: impactOf.unit.text },
    unit: impactOf.unit.text,
    rows: register.rows.map((row) => assessRow(row, register, run, study, yardstick)),
  };
}

function assessRow(
  row: RegisterEntry,
  register: Register,
  run: Run,
  study: Study,
  yardstick: number,
): RegisterRow {
  const year = study.horizons[row.horizon];
  const impacts =
    row.drivenBy.length === 0
      ? []
      : study.scenarios.map(({ name: scenario }) => ({
          scenario,
          inherent: amount(row, run, study, scenario, register.inherent, year),
          residual: amount(row, run, study, scenario, register.residual, year),
        }));
  const band = (share: number): Rating => {
    const level = register.impactBands.findLastIndex(({ from }) => Math.abs(share) >= from);
    return { name: register.impactBands[level]?.name ?? '', level: level + 1 };
  };
  /** A register shows the scenario in which the matter weighs most; per scenario amounts stand beside it. */
  const worst = (role: 'inherent' | 'residual'): RegisterRow['inherent'] => {
    const likelihood = row.likelihood[role];
    const most = impacts.reduce<(typeof impacts)[number] | undefined>(
      (best, each) => (best === undefined || weight(row, each[role]) > weight(row, best[role]) ? each : best),
      undefined,
    );
    if (most === undefined)
      return { likelihood, impact: row.declaredImpact?.[role] ?? { name: '', level: 1 } };
    return {
      likelihood,
      impact: band(Math.max(0, weight(row, most[role])) / yardstick),
      amount: most[role],
      scenario: most.scenario,
    };
  };
  const [inherent, residual] = [worst('inherent'), worst('residual')];
  return {
    name: row.name,
    title: row.title,
    kind: row.kind,
    type: row.type,
    cause: row.cause,
    event: row.event,
    consequence: row.consequence,
    horizon: row.horizon,
    year,
    drivenBy: row.drivenBy,
    notQuantified: row.notQuantified,
    impacts,
    inherent,
    residual,
    worseAfterResponse: row.kind === 'risk' && worse(inherent, residual),
    likelihoodBecause: row.likelihood.because,
    response: row.response,
    owner: row.owner,
    watch: {
      quantity: row.watch.quantity,
      trigger: row.watch.trigger,
      then: row.watch.then,
      crossed: study.scenarios.map(({ name }) => ({
        scenario: name,
        year: crossing(row, run, study, name, register.residual),
      })),
    },
    evidence: row.evidence,
  };
}

/** A cost is a risk's weight; an opportunity weighs by what it brings, whichever sign the model gives it. */
const weight = ({ kind }: RegisterEntry, value: number): number =>
  kind === 'risk' ? value : Math.abs(value);

const worse = (inherent: RegisterRow['inherent'], residual: RegisterRow['inherent']): boolean =>
  inherent.amount === undefined || residual.amount === undefined
    ? residual.impact.level > inherent.impact.level
    : residual.amount > inherent.amount;

const caseOf = (run: Run, scenario: string, strategy: string) =>
  run.cases.find(({ case: each }) => each.scenario.name === scenario && each.strategy.name === strategy);

function amount(
  { drivenBy }: RegisterEntry,
  run: Run,
  study: Study,
  scenario: string,
  strategy: string,
  year: number,
): number {
  const each = caseOf(run, scenario, strategy);
  const { quantities } = run.program;
  const unit = quantities.get(study.register?.impactOf ?? '');
  if (each === undefined || unit === undefined) return 0;
  const base = drivenBy.reduce(
    (sum, name) =>
      sum + totalOf(run, each, name, study.years.indexOf(year)) * (quantities.get(name)?.unit.factor ?? 1),
    0,
  );
  return inUnit(base, unit);
}

/** First year in which the watched quantity crosses its trigger, in any of its elements. */
function crossing(
  { watch }: RegisterEntry,
  run: Run,
  study: Study,
  scenario: string,
  strategy: string,
): number | undefined {
  const each = caseOf(run, scenario, strategy);
  const cells = run.plan.slots[run.plan.slotOf.get(watch.quantity) ?? -1]?.cells ?? [];
  if (each === undefined) return undefined;
  return study.years.find((_, time) =>
    cells.some((_, cell) => {
      const value = baseValue(run, each, watch.quantity, cell, time);
      return watch.sign === '>=' ? value >= watch.threshold : value <= watch.threshold;
    }),
  );
}
