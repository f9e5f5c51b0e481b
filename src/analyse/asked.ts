// What a study asks of its draws, as outputs of the plan, and where in the answer each of them stands.
import type { Instruction, Output, Plan } from '../compile/index.ts';
import type { RegisterEntry, Study, Target } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { baseValue } from './series.ts';

/** Share of the draws at either end of which the mean is taken. */
export const TAIL = 0.05;
export const PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Relative slack for a goal that is met to the last digit shown. */
const SLACK = 1e-9;

export interface Asked {
  readonly outputs: readonly Output[];
  readonly series: readonly { readonly quantity: string; readonly output: number }[];
  readonly targets: readonly { readonly target: Target; readonly item: string; readonly output: number }[];
  readonly rows: readonly {
    readonly row: RegisterEntry;
    readonly amount: number;
    /** One an impact band, least first. */
    readonly reaching: readonly number[];
  }[];
  /** Whether a measure costs less than nothing. */
  readonly measures: readonly {
    readonly quantity: string;
    readonly item: string;
    readonly output: number;
  }[];
}

type Code = readonly Instruction[];

/** The sum of all elements of a quantity: in the year being computed, or in that at an index. */
export function sumOf(plan: Plan, name: string, time?: number): Code {
  const slot = plan.slotOf.get(name);
  const { cells = [], times = 1 } = plan.slots[slot ?? -1] ?? {};
  return cells.flatMap((_, cell): Code => {
    const load: Instruction = {
      kind: 'load',
      slot: slot ?? 0,
      cell,
      time:
        times === 1
          ? { kind: 'fixed', index: 0 }
          : time === undefined
            ? { kind: 'now', lag: 0 }
            : { kind: 'fixed', index: time },
    };
    return cell === 0 ? [load] : [load, { kind: 'operate', operator: '+' }];
  });
}

/** The elements of what the study calls measures, in the year in which they are looked at. */
export function cellsWorth(
  { plan }: Pick<Run, 'plan'>,
  { decisions, horizons }: Study,
): readonly {
  readonly quantity: string;
  readonly cell: number;
  readonly key: readonly string[];
  readonly time: number;
}[] {
  return (decisions?.measures ?? []).flatMap((quantity) => {
    const { cells = [], times = 1 } = plan.slots[plan.slotOf.get(quantity) ?? -1] ?? {};
    const time = times === 1 ? 0 : plan.years.indexOf(horizons.medium);
    return cells.map((key, cell) => ({ quantity, cell, key, time }));
  });
}

/** Quantities of which all years are asked for: headlines, and what fans draw. */
const seriesAsked = (study: Study): readonly string[] => [
  ...new Set([
    ...study.headlines,
    ...study.charts.filter(({ kind }) => kind === 'fan').flatMap(({ quantities }) => quantities),
  ]),
];

export function askOf(run: Run, study: Study): Asked {
  const { plan, program } = run;
  const outputs: Output[] = [];
  const add = (over: Output['over'], code: Code): number => outputs.push({ over, code }) - 1;
  const series = seriesAsked(study).map((quantity) => ({
    quantity,
    output: add(program.quantities.get(quantity)?.over === 'base' ? 'base' : 'years', sumOf(plan, quantity)),
  }));
  const targets = study.targets.flatMap((target) => {
    const slot = plan.slotOf.get(target.quantity);
    const { cells = [], times = 1 } = plan.slots[slot ?? -1] ?? {};
    const goal = target.goal + (target.direction === 'at_least' ? -1 : 1) * Math.abs(target.goal) * SLACK;
    return cells.map((key, cell) => ({
      target,
      item: key.join('; '),
      output: add('base', [
        {
          kind: 'load',
          slot: slot ?? 0,
          cell,
          time: { kind: 'fixed', index: times === 1 ? 0 : plan.years.indexOf(target.year) },
        },
        { kind: 'constant', value: goal },
        { kind: 'operate', operator: target.direction === 'at_least' ? '>=' : '<=' },
      ]),
    }));
  });
  const rows = (study.register?.rows ?? []).flatMap((row) => {
    if (row.drivenBy.length === 0) return [];
    const time = plan.years.indexOf(study.horizons[row.horizon]);
    const amount = row.drivenBy.flatMap((name, index): Code => {
      const sum = sumOf(plan, name, time);
      return index === 0 ? sum : [...sum, { kind: 'operate', operator: '+' }];
    });
    // A cost is a risk's weight; an opportunity weighs by what it brings, whichever sign the model gives it.
    const weight: Code = row.kind === 'risk' ? amount : [...amount, { kind: 'call', word: 'abs', count: 1 }];
    const yardstick = yardstickOf(run, study);
    return [
      {
        row,
        amount: add('base', amount),
        reaching: (study.register?.impactBands ?? []).map(({ from }) =>
          add('base', [
            ...weight,
            { kind: 'constant', value: from * yardstick },
            { kind: 'operate', operator: '>=' },
          ]),
        ),
      },
    ];
  });
  const measures = cellsWorth(run, study).map(({ quantity, cell, key, time }) => ({
    quantity,
    item: key.join('; '),
    output: add('base', [
      { kind: 'load', slot: plan.slotOf.get(quantity) ?? 0, cell, time: { kind: 'fixed', index: time } },
      { kind: 'constant', value: 0 },
      { kind: 'operate', operator: '<' },
    ]),
  }));
  return { outputs, series, targets, rows, measures };
}

/** What impacts are shares of, in base units; it rests on facts of the base year alone. */
function yardstickOf(run: Run, study: Study): number {
  const { plan } = run;
  const [first] = run.cases;
  const name = study.register?.impactOf ?? '';
  const cells = plan.slots[plan.slotOf.get(name) ?? -1]?.cells ?? [];
  return first === undefined
    ? Number.NaN
    : cells.reduce((sum, _, cell) => sum + baseValue(run, first, name, cell, plan.baseIndex), 0);
}
