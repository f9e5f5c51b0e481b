// What the study's decisions rest on: which strategy regrets least, what each is expected to cost, measures worth having in every
// scenario, and signposts. Numbers of the central case; draws add to them.
import type { Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { cellsWorth } from './asked.ts';
import { provenanceOf } from './assumptions.ts';
import type { CostFinding, DecisionFinding, MeasureFinding, WeightFinding } from './decision-types.ts';
import { regretAbout } from './regret.ts';
import { baseValue, inUnit, itemTitle } from './series.ts';
import { findSignposts, type SpreadOf } from './signposts.ts';
import type { Findings } from './types.ts';
import type { UncertaintyFinding } from './uncertainty-types.ts';
import { cheapestOf, expectedOf, weigh } from './weighing.ts';

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
    costs: decisions.costs.flatMap((name) => costsOf(run, study, known, name)),
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
    costs: decisions.costs.map((cost) => {
      const means = cost.strategies.map(({ strategy }) => ({
        strategy,
        costs: names.map((scenario) => {
          const series = uncertainty.series.find(
            (each) =>
              each.quantity === cost.quantity && each.scenario === scenario && each.strategy === strategy,
          );
          const at = series?.years.length === 1 ? 0 : (series?.years.indexOf(cost.year) ?? -1);
          return series?.distributions[at]?.mean ?? Number.NaN;
        }),
      }));
      const { expected, cheapest, byWeight } = weighed(means, study);
      return {
        ...cost,
        strategies: cost.strategies.map((one, place) => ({ ...one, expectedOfDraws: expected[place] })),
        cheapestOfDraws: cheapest,
        byWeightOfDraws: byWeight,
      };
    }),
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

/** What strategies are expected to cost under the weights of the study, and how far their order rests on them. */
function weighed(
  strategies: readonly { readonly strategy: string; readonly costs: readonly number[] }[],
  { decisions, scenarios }: Study,
): {
  readonly expected: readonly (number | undefined)[];
  readonly cheapest: readonly string[];
  readonly byWeight: readonly WeightFinding[];
} {
  const shares = decisions?.weights?.map(({ share }) => share);
  if (shares === undefined) return { expected: [], cheapest: [], byWeight: [] };
  const found = strategies.map(({ strategy, costs }) => ({ strategy, expected: expectedOf(costs, shares) }));
  return {
    expected: found.map(({ expected }) => expected),
    cheapest: cheapestOf(found),
    byWeight: weigh(
      strategies,
      scenarios.map(({ name }) => name),
      shares,
    ),
  };
}

/** One a horizon, or one alone for a quantity that has one value. */
function costsOf({ program }: Run, study: Study, { series }: Known, name: string): readonly CostFinding[] {
  const { scenarios, strategies, horizons, baseYear } = study;
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
    const { expected, cheapest, byWeight } = weighed(regret.strategies, study);
    return {
      quantity: name,
      title: quantity.title,
      unit: quantity.unit.text,
      year,
      over: quantity.over,
      strategies: regret.strategies.map((one, place) => ({ ...one, expected: expected[place] })),
      least: regret.least,
      cheapest,
      cheapestOfDraws: [],
      byWeight,
      byWeightOfDraws: [],
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
