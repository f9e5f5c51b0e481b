// The study's decisions: costs to compare strategies by, weights of the scenarios, measures, and signposts to look out for.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import { keyAt, listOf, readProvenanceOf, type StudyFile, spanAt } from '../parse/index.ts';
import type { Decisions, Weight } from './decisions-types.ts';
import { knownQuantity, type ReportContext, refuseTwice } from './reports.ts';
import { meantShare, shareOf } from './share.ts';
import type { Quantity } from './types.ts';

/** Weights that add up to 1 but for this much do: thirds are written with few digits. */
const SLACK = 1e-6;

/** Stands for every scenario that is not named; these share alike what the others leave. */
const ALL = 'all';
const EQUAL = 'equal';

type Written = NonNullable<StudyFile['content']['decisions']>;

/** Undefined where the study declares none. */
export function resolveDecisions(study: StudyFile, context: ReportContext): Decisions | undefined {
  const written = study.content.decisions;
  if (written === undefined) return undefined;
  const headlines = listOf(study.content.headlines);
  return {
    costs: named(study, 'costs', context, (quantity) =>
      headlines.includes(quantity.name)
        ? isMoney(quantity)
          ? undefined
          : `a cost is an amount of money, and ${quantity.name} is in ${quantity.unit.text}`
        : `${quantity.name} is not a headline of the study`,
    ),
    weights: weightsOf(written, study, context),
    measures: named(study, 'measures', context, (quantity) =>
      quantity.sets.length > 0
        ? undefined
        : `the elements of a quantity by a set are the measures, and ${quantity.name} has no set`,
    ),
    signposts: signpostsOf(written, study, context),
  };
}

const isMoney = ({ unit: { dimension } }: Quantity): boolean =>
  Object.keys(dimension).length === 1 && dimension.Money === 1;

/** The quantities of a list that fit; what does not is reported. */
function named(
  study: StudyFile,
  key: 'costs' | 'measures',
  context: ReportContext,
  fault: (quantity: Quantity) => string | undefined,
): readonly string[] {
  const written = study.content.decisions?.[key];
  const list = listOf(written);
  const at = (index: number): Span =>
    typeof written === 'string'
      ? spanAt(study.spans, 'decisions', key)
      : spanAt(study.spans, 'decisions', key, index);
  refuseTwice(list, at, context);
  return list.filter((name, index) => {
    const quantity = knownQuantity(name, at(index), context);
    if (quantity === undefined) return false;
    const message = fault(quantity);
    if (message === undefined) return true;
    const help = key === 'costs' ? 'name headlines in money of which less is better' : undefined;
    context.diagnostics.push(
      error(`decisions/${key === 'costs' ? 'cost' : 'measure'}`, message, at(index), { help }),
    );
    return false;
  });
}

function weightsOf(
  { weights }: Written,
  { spans, provenance: inherited }: StudyFile,
  { scenarios, diagnostics }: ReportContext,
): readonly Weight[] | undefined {
  if (weights === undefined) return undefined;
  const path = ['decisions', 'weights'] as const;
  for (const name of Object.keys(weights))
    if (!scenarios.includes(name) && name !== ALL)
      diagnostics.push(
        error('name/unknown', `the study has no scenario named ${name}`, keyAt(spans, ...path, name), {
          help: didYouMean(name, scenarios) ?? `its scenarios: ${scenarios.join(', ')}`,
        }),
      );
  const others = scenarios.filter((name) => !Object.hasOwn(weights, name));
  const missing = Object.hasOwn(weights, ALL) ? [] : others;
  const read = Object.entries(weights).map(([scenario, weight]): Weight => {
    const reading = readProvenanceOf(weight, spans, [...path, scenario]);
    diagnostics.push(...reading.diagnostics);
    const provenance = reading.provenance ?? inherited;
    if (provenance === undefined && reading.diagnostics.length === 0)
      diagnostics.push(
        error('source/missing', `the weight of ${scenario} has no source`, keyAt(spans, ...path, scenario), {
          help: 'add assumed: why with a confidence, or source: [key, place]',
        }),
      );
    const isRest = scenario === ALL && weight.is === EQUAL;
    const share = isRest ? 0 : shareOf(weight.is);
    if (scenario === ALL && !isRest)
      diagnostics.push(
        error(
          'decisions/weights',
          'all stands for the scenarios that are not named, and they share what is left alike',
          spanAt(spans, ...path, scenario, 'is'),
          { help: `write is: ${EQUAL}` },
        ),
      );
    else if (share === undefined || share < 0 || share > 1)
      diagnostics.push(
        error(
          'decisions/weights',
          'a weight is a share from 0 % to 100 %',
          spanAt(spans, ...path, scenario, 'is'),
          { help: meantShare(weight.is) ?? 'write for example 40 %' },
        ),
      );
    return { scenario, share: share ?? Number.NaN, provenance };
  });
  const rest = read.find(({ scenario }) => scenario === ALL);
  const named = read.filter((weight) => weight !== rest);
  const left = 1 - named.reduce((sum, { share }) => sum + share, 0);
  const shared = rest === undefined || left < 0 ? [] : others;
  const found = [
    ...named,
    ...shared.map((scenario) => ({ scenario, share: left / others.length, provenance: rest?.provenance })),
  ];
  const total = found.reduce((sum, { share }) => sum + share, 0);
  if (missing.length > 0)
    diagnostics.push(
      error(
        'decisions/weights',
        `${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no weight`,
        keyAt(spans, ...path),
        {
          help: 'weigh every scenario of the study, with 0 % where that is meant',
        },
      ),
    );
  else if (Math.abs(total - 1) > SLACK)
    diagnostics.push(
      error(
        'decisions/weights',
        `the weights add up to ${Number((total * 100).toPrecision(6))} %, not to 100 %`,
        keyAt(spans, ...path),
      ),
    );
  return scenarios.flatMap((name) => found.find(({ scenario }) => scenario === name) ?? []);
}

function signpostsOf(
  { signposts }: Written,
  { spans }: StudyFile,
  context: ReportContext,
): Decisions['signposts'] {
  if (signposts === undefined) return undefined;
  const path = ['decisions', 'signposts'] as const;
  const differBy = shareOf(signposts.differ_by);
  if (differBy === undefined || !(differBy > 0))
    context.diagnostics.push(
      error(
        'decisions/signpost',
        'values differ by a share above zero',
        spanAt(spans, ...path, 'differ_by'),
        {
          help: meantShare(signposts.differ_by) ?? 'write for example differ_by: 20 %',
        },
      ),
    );
  const observable = (quantity: Quantity): boolean =>
    quantity.kind === 'input' && quantity.setBy === 'scenario' && quantity.over === 'years';
  const at = (index: number): Span =>
    typeof signposts.of === 'string' ? spanAt(spans, ...path, 'of') : spanAt(spans, ...path, 'of', index);
  const chosen = listOf(signposts.of);
  refuseTwice(chosen, at, context);
  for (const [index, name] of chosen.entries()) {
    const quantity = knownQuantity(name, at(index), context);
    if (quantity !== undefined && !observable(quantity))
      context.diagnostics.push(
        error(
          'decisions/signpost',
          `a signpost is an input over years that scenarios set, and ${name} is none`,
          at(index),
        ),
      );
  }
  const all = [...context.quantities.values()].filter(observable).map(({ name }) => name);
  return { inputs: chosen.length === 0 ? all : chosen, differBy: differBy ?? Number.NaN };
}
