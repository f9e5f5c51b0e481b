// How cost grows: the reference model once as it is, and once with its draws, years, formulas or scenarios doubled.
import { drawPlanOf, type Reference, referenceOf, type WholeTime, wholeRun } from './engine.ts';
import type { ReferenceModel } from './reference.ts';

const DRAWS = 50_000;
const ROUNDS = 5;
const KEPT = 2 ** 30;

/** What may be doubled; `nothing` is what the others are held against. */
export const DOUBLED = ['nothing', 'draws', 'years', 'formulas and outputs', 'scenarios'] as const;
export type Doubled = (typeof DOUBLED)[number];

/** Every formula once more under another name; the copies read each other and the same inputs. */
function withCopies(model: ReferenceModel): ReferenceModel {
  const names = model.formulas.map(([name]) => name);
  const pattern = new RegExp(`\\b(${names.join('|')})\\b`, 'g');
  const copied = (text: string): string => text.replace(pattern, '$1_again');
  const copies = model.formulas.map(([name, text, init]) =>
    init === undefined
      ? ([copied(name), copied(text)] as const)
      : ([copied(name), copied(text), copied(init)] as const),
  );
  return {
    ...model,
    formulas: [...model.formulas, ...copies],
    outputs: [...model.outputs, ...model.outputs.map(copied)],
  };
}

function modelWith(doubled: Doubled, model: ReferenceModel): ReferenceModel {
  if (doubled === 'formulas and outputs') return withCopies(model);
  const { from, to } = model.axis;
  return doubled === 'years' ? { ...model, axis: { from, to: to + (to - from + 1) } } : model;
}

export interface Growth {
  /** Milliseconds from files to a run without draws. */
  readonly prepared: number;
  /** The quickest of several runs over draws. */
  readonly run: WholeTime;
}

/** In this thread, so that what one processor does is what is measured. */
export async function growthOf(doubled: Doubled, model: ReferenceModel): Promise<Growth> {
  const given: Reference = referenceOf(modelWith(doubled, model));
  const plan = drawPlanOf(given, doubled === 'draws' ? 2 * DRAWS : DRAWS);
  const { cases } = given.run;
  // Cases of one scenario would be computed together as far as they are alike.
  const others = cases.map(({ case: each, values }) => ({
    case: { ...each, scenario: { ...each.scenario, name: `${each.scenario.name} again` } },
    values,
  }));
  const isDoubled = doubled === 'scenarios';
  const run = { ...given.run, cases: isDoubled ? [...cases, ...others] : cases };
  const drawPlan = { ...plan, cases: isDoubled ? [...plan.cases, ...plan.cases] : plan.cases };
  const times: WholeTime[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(await wholeRun({ run, outputs: given.outputs }, drawPlan, 0, KEPT));
  const [best] = times.toSorted((left, right) => left.processor - right.processor);
  if (best === undefined) throw new Error('nothing was measured');
  return { prepared: given.prepared, run: best };
}

/** The table as README has it. */
export function growthTable(
  found: readonly { readonly doubled: Doubled; readonly growth: Growth }[],
): string {
  const [base] = found;
  const row = ({ doubled, growth }: (typeof found)[number]): string => {
    const ratio = (of: (each: Growth) => number): string =>
      base === undefined ? '' : (of(growth) / of(base.growth)).toFixed(2);
    const { prepared, run } = growth;
    const cells = [
      doubled,
      `${prepared.toFixed(0)} ms`,
      `${run.processor.toFixed(0)} ms`,
      ratio((each) => each.run.processor),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| doubled | files to plan | draws, model, summaries | ratio |',
    '|---|---|---|---|',
    ...found.map(row),
  ].join('\n');
}
