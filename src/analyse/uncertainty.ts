// What the draws say of a study: distributions, chances, and what the spread comes from.
import type { Plan } from '../compile/index.ts';
import type { Study } from '../resolve/index.ts';
import type { DrawPlan, DrawSummaries, Run, Summary } from '../simulate/index.ts';
import type { Asked } from './asked.ts';
import { inUnit } from './series.ts';
import type {
  Chance,
  CheckChance,
  Distribution,
  DriverFinding,
  MeanShift,
  MeasureChance,
  RegisterChance,
  SpreadSeries,
  TargetChance,
  UncertaintyFinding,
} from './uncertainty-types.ts';

/** A run over draws, as the pipeline hands it on. */
export interface Drawn {
  readonly asked: Asked;
  readonly drawPlan: DrawPlan;
  readonly summaries: DrawSummaries;
  readonly drivers: readonly DriverFinding[];
  readonly shifts: readonly MeanShift[];
}

/** A unit's own scale; shares have none. */
type Measured = Parameters<typeof inUnit>[1];

const PURE: Measured = { unit: { factor: 1 } as Measured['unit'] };

export function distributionOf(summary: Summary, draws: number, measured: Measured): Distribution {
  const shown = (value: number): number => inUnit(value, measured);
  return {
    mean: shown(summary.mean),
    meanError: shown(summary.deviation / Math.sqrt(draws)),
    percentiles: summary.percentiles.map(shown),
    percentileErrors: summary.percentileErrors.map((error, index) =>
      shown(Math.hypot(error, summary.percentileBounds[index] ?? 0)),
    ),
    lowTail: shown(summary.lowTail),
    highTail: shown(summary.highTail),
  };
}

/** A share of the draws, from the mean of ones and zeros. */
function chanceOf({ mean }: Pick<Summary, 'mean'>, draws: number): Chance {
  const chance = Number(mean.toPrecision(12));
  return { chance, error: Math.sqrt(Math.max(0, chance * (1 - chance)) / draws) };
}

export function findUncertainty(run: Run, study: Study, drawn: Drawn): UncertaintyFinding {
  const { asked, drawPlan, summaries, drivers, shifts } = drawn;
  const { draws, exact } = summaries;
  const { plan, program } = run;
  const targets: TargetChance[] = [];
  const register: RegisterChance[] = [];
  const measures: MeasureChance[] = [];
  const checks: CheckChance[] = [];
  const series: SpreadSeries[] = [];
  const registerUnit = program.quantities.get(study.register?.impactOf ?? '') ?? PURE;
  run.cases.forEach(({ case: each, values }, index) => {
    const found = summaries.cases[index];
    if (found === undefined) return;
    const where = { scenario: each.scenario.name, strategy: each.strategy.name };
    const only = (output: number): Summary => {
      const summary = found.outputs[output]?.[0];
      if (summary === undefined) throw new Error(`no summary of output ${output}`);
      return summary;
    };
    for (const { quantity: name, output } of asked.series) {
      const quantity = program.quantities.get(name);
      const slot = plan.slots[plan.slotOf.get(name) ?? -1];
      if (quantity === undefined || slot === undefined) continue;
      const rows = found.outputs[output] ?? [];
      const central = rows.map((_, time) =>
        slot.cells.reduce(
          (sum, __, cell) =>
            sum + (values[slot.offset + cell * slot.times + (slot.times === 1 ? 0 : time)] ?? Number.NaN),
          0,
        ),
      );
      series.push({
        ...where,
        quantity: name,
        unit: quantity.unit.text,
        years: quantity.over === 'base' ? [study.baseYear] : plan.years,
        central: central.map((value) => inUnit(value, quantity)),
        distributions: rows.map((summary) => distributionOf(summary, draws, quantity)),
      });
    }
    for (const { target, item, output } of asked.targets)
      targets.push({ ...where, target: target.name, item, ...chanceOf(only(output), draws) });
    for (const { output, ...measure } of asked.measures)
      measures.push({ ...where, ...measure, ...chanceOf(only(output), draws) });
    for (const { row, amount, reaching } of asked.rows)
      register.push({
        ...where,
        row: row.name,
        amount: distributionOf(only(amount), draws, registerUnit),
        reaching: reaching.map((output) => chanceOf(only(output), draws)),
      });
    found.broken.forEach((broken, condition) => {
      const what = plan.conditions[condition];
      if (broken === 0 || what === undefined) return;
      checks.push({ ...where, ...namesOf(run, what), ...chanceOf({ mean: broken / draws }, draws) });
    });
  });
  const inputs = new Set(drawPlan.streams.map(({ name }) => name)).size;
  const { seed, sampling } = drawPlan;
  return {
    draws,
    seed,
    sampling,
    exact,
    inputs,
    series,
    targets,
    register,
    measures,
    checks,
    drivers,
    shifts,
  };
}

/** How a condition is called, and what is wrong where it does not hold. */
function namesOf(
  { program }: Run,
  condition: Plan['conditions'][number],
): Pick<CheckChance, 'name' | 'says' | 'title'> {
  if (condition.kind === 'bounds')
    return { name: condition.quantity, title: program.quantities.get(condition.quantity)?.title };
  const model = program.models.find(({ path }) => path === condition.model);
  const says = model?.checks.find(({ name }) => name === condition.name)?.otherwise;
  return { name: `${model?.name ?? condition.model}.${condition.name}`, says };
}
