// What the study's decisions rest on: which strategy regrets least, what each is expected to cost, measures worth having in every
// scenario, and signposts. Numbers of the central case; draws add to them.
import type { Decisions, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { cellsWorth } from './asked.ts';
import { provenanceOf } from './assumptions.ts';
import type { CostFinding, DecisionFinding, MeasureFinding } from './decision-types.ts';
import { regretAbout } from './regret.ts';
import { baseValue, inUnit, itemTitle } from './series.ts';
import { findSignposts, type SpreadOf } from './signposts.ts';
import type { Findings } from './types.ts';
import type { UncertaintyFinding } from './uncertainty-types.ts';

/** Expected costs that differ by less than this share of the largest are one cost. */
const NOISE = 1e-12;

type Known = Pick<Findings, 'series' | 'years' | 'baseYear' | 'horizons'>;

/**
 * @param strategy the one in which measures are looked at
 * @returns undefined where the study declares no decisions
 */
export function findDecisions(
  run: Run,
  study: Study,
  known: Known,
  strategy: string,
): DecisionFinding | undefined {
  const { decisions } = study;
  if (decisions === undefined) return undefined;
  return {
    costs: decisions.costs.flatMap((name) => costsOf(run, study, known, decisions, name)),
    weights: decisions.weights?.map((weight) => ({ ...weight, provenance: provenanceOf(weight) })),
    measures: measuresOf(run, study, strategy),
    strategy,
    year: study.horizons.medium,
    signposts: findSignposts(run, study, () => undefined),
  };
}

/** What draws add: means, chances that measures are worth their cost, and how far signposts may be off. */
export function withDraws(
  decisions: DecisionFinding,
  run: Run,
  study: Study,
  uncertainty: UncertaintyFinding,
  spreadOf: SpreadOf,
): DecisionFinding {
  const names = study.scenarios.map(({ name }) => name);
  return {
    ...decisions,
    costs: decisions.costs.map((cost) => ({
      ...cost,
      strategies: cost.strategies.map((one) => {
        const means = names.map((scenario) => {
          const series = uncertainty.series.find(
            (each) =>
              each.quantity === cost.quantity && each.scenario === scenario && each.strategy === one.strategy,
          );
          const at = series?.years.length === 1 ? 0 : (series?.years.indexOf(cost.year) ?? -1);
          return series?.distributions[at]?.mean ?? Number.NaN;
        });
        return { ...one, expectedOfDraws: weighted(means, decisions.weights) };
      }),
    })),
    measures: decisions.measures.map((measure) => ({
      ...measure,
      chances: names.flatMap((scenario) => {
        const found = uncertainty.measures.find(
          (each) =>
            each.quantity === measure.quantity &&
            each.item === measure.item &&
            each.scenario === scenario &&
            each.strategy === decisions.strategy,
        );
        return found === undefined ? [] : [{ chance: found.chance, error: found.error }];
      }),
    })),
    signposts: findSignposts(run, study, spreadOf),
  };
}

function weighted(
  costs: readonly number[],
  weights: readonly { readonly share: number }[] | undefined,
): number | undefined {
  return weights?.reduce((sum, { share }, place) => sum + share * (costs[place] ?? Number.NaN), 0);
}

/** One a horizon, or one alone for a quantity that has one value. */
function costsOf(
  { program }: Run,
  { scenarios, strategies, horizons, baseYear }: Study,
  { series }: Known,
  { weights }: Decisions,
  name: string,
): readonly CostFinding[] {
  const quantity = program.quantities.get(name);
  if (quantity === undefined) return [];
  const { short, medium, long } = horizons;
  const years = quantity.over === 'base' ? [baseYear] : [...new Set([short, medium, long])];
  return years.map((year) => {
    const asked = {
      quantity: name,
      year,
      scenarios: scenarios.map((each) => each.name),
      strategies: strategies.map((each) => each.name),
    };
    const regret = regretAbout(asked, series);
    const found = regret.strategies.map((one) => ({ ...one, expected: weighted(one.costs, weights) }));
    const expected = found.flatMap((one) => one.expected ?? []);
    const lowest = Math.min(...expected);
    const noise = NOISE * Math.max(0, ...expected.map(Math.abs));
    return {
      quantity: name,
      title: quantity.title,
      unit: quantity.unit.text,
      year,
      over: quantity.over,
      strategies: found,
      least: regret.least,
      cheapest: found
        .filter((one) => one.expected !== undefined && one.expected - lowest <= noise)
        .map(({ strategy }) => strategy),
    };
  });
}

function measuresOf(run: Run, study: Study, strategy: string): readonly MeasureFinding[] {
  const { program } = run;
  const own = study.scenarios.flatMap(({ name }) =>
    run.cases.filter((each) => each.case.scenario.name === name && each.case.strategy.name === strategy),
  );
  return cellsWorth(run, study).flatMap(({ quantity: name, cell, key, time }): readonly MeasureFinding[] => {
    const quantity = program.quantities.get(name);
    if (quantity === undefined) return [];
    const costs = own.map((each) => inUnit(baseValue(run, each, name, cell, time), quantity));
    return [
      {
        quantity: name,
        title: quantity.title,
        item: key.join('; '),
        itemTitle: itemTitle(key, quantity.sets, program.sets),
        unit: quantity.unit.text,
        costs,
        chances: [],
        noRegret: costs.every((cost) => cost < 0),
      },
    ];
  });
}
