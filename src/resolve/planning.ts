// The plan file of a study: measures with the levers that they move, targets, budget and limits, bound to the study.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import { keyAt, listOf, type PlanFile, type Provenance, readProvenanceOf, spanAt } from '../parse/index.ts';
import { type LeverGround, resolveMeasures } from './planning-measures.ts';
import type { PlanLimit, Planning } from './planning-types.ts';
import { knownQuantity, knownYear, type ReportContext, refuseTwice, withinBounds } from './reports.ts';
import type { Quantity, Target } from './types.ts';
import { readBaseUnits } from './units.ts';

/** What the study knows that a plan file builds on. */
export interface PlanGround extends LeverGround {
  readonly targets: readonly Target[];
}

type Written = PlanFile['content'];

export function resolvePlanning(
  file: PlanFile,
  ground: PlanGround,
  context: ReportContext,
): Planning | undefined {
  const { content, spans } = file;
  const { diagnostics } = context;
  const before = diagnostics.length;
  if (!context.strategies.includes(content.from))
    diagnostics.push(
      error('name/unknown', `the study has no strategy named ${content.from}`, spanAt(spans, 'from'), {
        help:
          didYouMean(content.from, context.strategies) ?? `its strategies: ${context.strategies.join(', ')}`,
      }),
    );
  const cost = knownQuantity(content.cost, spanAt(spans, 'cost'), context);
  if (cost !== undefined && !(isMoney(cost) && cost.over === 'base' && cost.sets.length === 0))
    diagnostics.push(
      error(
        'plan/cost',
        `the cost of a plan is one number in money (over: base), and ${cost.name} is ${spelled(cost)}`,
        spanAt(spans, 'cost'),
        { help: 'name a present value' },
      ),
    );
  if (content.abated !== undefined) knownQuantity(content.abated, spanAt(spans, 'abated'), context);
  const starts = startsOf(file, context);
  const targets = targetsOf(file, ground, context);
  const said: { provenance?: Provenance | undefined }[] = [];
  const says = (
    written: Parameters<typeof readProvenanceOf>[0],
    path: readonly string[],
    what: string,
  ): void => {
    const reading = readProvenanceOf(written, spans, path);
    diagnostics.push(...reading.diagnostics);
    const provenance = reading.provenance ?? file.provenance;
    if (provenance === undefined && reading.diagnostics.length === 0)
      diagnostics.push(
        error('source/missing', `${what} has no source`, keyAt(spans, ...path), { help: HELP }),
      );
    said.push({ provenance });
  };
  const budget = budgetOf(file, context, () => says(content.budget ?? {}, ['budget'], 'the budget'));
  const limits = Object.entries(content.limits ?? {}).flatMap(([name, limit]) => {
    says(limit, ['limits', name], `the limit ${name}`);
    return limitOf(name, limit, file, context);
  });
  const { measures, origins } = resolveMeasures(file, ground, context);
  if (diagnostics.length > before && diagnostics.slice(before).some(({ severity }) => severity === 'error'))
    return undefined;
  return {
    title: content.plan,
    from: content.from,
    cost: content.cost,
    abated: content.abated,
    starts,
    targets,
    budget,
    limits,
    measures,
    said: [...said, ...origins],
  };
}

const HELP = 'add assumed: why with a confidence, or source: [key, place]';

const isMoney = ({ unit: { dimension } }: Quantity): boolean =>
  Object.keys(dimension).length === 1 && dimension.Money === 1;

const spelled = ({ unit, over, sets }: Quantity): string =>
  `in ${unit.text}, over ${over}${sets.length === 0 ? '' : `, by ${sets.join(' and ')}`}`;

function startsOf({ content, spans }: PlanFile, context: ReportContext): readonly number[] {
  const [from = 0, to = from] = String(content.starts).split(' to ').map(Number);
  const span = spanAt(spans, 'starts');
  if (!knownYear(from, span, context) || (to !== from && !knownYear(to, span, context))) return [];
  if (from > to) context.diagnostics.push(error('value/year', 'the starts run backwards', span));
  return context.years.filter((year) => year >= from && year <= to);
}

function targetsOf(
  { content, spans }: PlanFile,
  { targets }: PlanGround,
  context: ReportContext,
): readonly Target[] {
  const list = listOf(content.targets);
  const at = (index: number): Span =>
    typeof content.targets === 'string' ? spanAt(spans, 'targets') : spanAt(spans, 'targets', index);
  refuseTwice(list, at, context);
  return list.flatMap((name, index) => {
    const found = targets.find((target) => target.name === name);
    if (found !== undefined) return [found];
    const known = targets.map((target) => target.name);
    context.diagnostics.push(
      error(
        'name/unknown',
        `the company has no target named ${name} that the model says something about`,
        at(index),
        {
          help:
            didYouMean(name, known) ?? (known.length === 0 ? undefined : `its targets: ${known.join(', ')}`),
        },
      ),
    );
    return [];
  });
}

function budgetOf(
  { content, spans }: PlanFile,
  context: ReportContext,
  says: () => void,
): Planning['budget'] {
  if (content.budget === undefined) return undefined;
  const { of, at_most } = content.budget;
  const span = spanAt(spans, 'budget', 'of');
  const quantity = knownQuantity(of, span, context);
  if (quantity === undefined) return undefined;
  if (!isMoney(quantity) || quantity.over !== 'years')
    context.diagnostics.push(
      error('plan/budget', `a budget is money of a year, and ${of} is ${spelled(quantity)}`, span),
    );
  if (at_most === undefined) return { quantity: of, span };
  says();
  const place = spanAt(spans, 'budget', 'at_most');
  return {
    quantity: of,
    bound: readBaseUnits(at_most, place, quantity, context.units, context.diagnostics),
    span,
  };
}

function limitOf(
  name: string,
  { title, quantity: written, at_least, at_most }: NonNullable<Written['limits']>[string],
  { spans }: PlanFile,
  context: ReportContext,
): readonly PlanLimit[] {
  const path = ['limits', name] as const;
  const quantity = knownQuantity(written, spanAt(spans, ...path, 'quantity'), context);
  if ((at_least === undefined) === (at_most === undefined)) {
    context.diagnostics.push(
      error('plan/limit', 'a limit says either at_least or at_most', keyAt(spans, ...path)),
    );
    return [];
  }
  if (quantity === undefined) return [];
  const direction = at_least === undefined ? 'at_most' : 'at_least';
  const goal = at_least ?? at_most ?? '';
  const span = spanAt(spans, ...path, direction);
  const bound = readBaseUnits(goal, span, quantity, context.units, context.diagnostics);
  return bound === undefined || !withinBounds(bound, goal, quantity, span, context)
    ? []
    : [{ name, title, quantity: written, direction, bound }];
}
