// What the numbers of the decisions open to: a regret to two costs, an expected cost to costs and weights, a threshold to the costs that it
// makes equal.
import type { CostFinding, DecisionFinding, WeightFinding } from '../analyse/index.ts';
import { decimalsFor, fixed, percentOf } from './charts/numbers.ts';
import { percentSign, type Scaled, scaled } from './charts/units.ts';
import {
  caseTitle,
  exactly,
  given,
  inStudy,
  meanOf,
  numberOf,
  numberTitle,
  saidBy,
  scenarioTitle,
  strategyTitle,
  type Telling,
  told,
} from './opening.ts';
import type { Account, Reading } from './report/types.ts';
import { bracketed, named, say } from './wording.ts';

type Weights = DecisionFinding['weights'];
type Compared = CostFinding['strategies'][number];

const largestOf = ({ strategies }: CostFinding): number =>
  Math.max(0, ...strategies.flatMap(({ costs }) => costs.map(Math.abs)));

/** The unit of one cost's table, and its numbers as texts. */
export interface CostUnit {
  readonly unit: Scaled;
  readonly text: (value: number) => string;
}

export function costUnit(cost: CostFinding, language: Telling['language']): CostUnit {
  const unit = scaled(cost.unit, largestOf(cost), language);
  const decimals = decimalsFor(largestOf(cost) / unit.factor);
  return { unit, text: (value) => fixed(value / unit.factor, decimals) };
}

/** Numbers about one cost, each with what it comes from. */
export function costNumbers(cost: CostFinding, weights: Weights, telling: Telling) {
  const { findings, language } = telling;
  const { quantity, year } = cost;
  const { unit, text } = costUnit(cost, language);
  const names = findings.scenarios.map(({ name }) => name);
  const title = (strategy: string): string =>
    `${named(cost.title, language)}${cost.over === 'base' ? '' : say(language, ` ${year}`, `（${year} 年）`)}${say(language, ', ', '，')}${strategyTitle(strategy, telling)}`;
  const shown = (value: number): Pick<Account, 'unit' | 'exact'> => ({
    unit: unit.name,
    exact: exactly(value, cost.unit, language),
  });
  const costOf = ({ strategy, costs }: Compared, place: number): Reading => {
    const value = costs[place] ?? Number.NaN;
    const where = { scenario: names[place] ?? '', strategy };
    return numberOf(text(value), { quantity, year }, where, { value, unit }, telling);
  };
  const regretOf = (one: Compared, place: number): Reading => {
    const scenario = names[place] ?? '';
    const least = cost.strategies.reduce((best, other) =>
      (other.costs[place] ?? 0) < (best.costs[place] ?? 0) ? other : best,
    );
    const value = one.regrets[place] ?? Number.NaN;
    return told(text(value), {
      title:
        say(language, 'Regret: ', '后悔值：') +
        numberTitle(quantity, year, { scenario, strategy: one.strategy }, telling),
      about: say(
        language,
        'The cost of this strategy less that of the cheapest strategy in the same scenario.',
        '该策略的成本减去同一情景下最低成本策略的成本。',
      ),
      ...shown(value),
      of: [
        [caseTitle({ scenario, strategy: one.strategy }, telling), costOf(one, place)],
        [
          say(language, 'less the cheapest: ', '减去成本最低者：') + strategyTitle(least.strategy, telling),
          costOf(least, place),
        ],
      ],
    });
  };
  const largest = (one: Compared): Reading =>
    told(text(one.largest), {
      title: say(language, 'Largest regret: ', '最大后悔值：') + title(one.strategy),
      about: say(language, 'The largest of its regrets over the scenarios.', '各情景下后悔值中的最大者。'),
      ...shown(one.largest),
      of: names.map((name, place) => [scenarioTitle(name, telling), regretOf(one, place)]),
    });
  const weighedBy = (of: readonly Reading[]): Account['of'] =>
    names.flatMap((name, place): Account['of'] => {
      const [cost, weight] = [of[place], weights?.find(({ scenario }) => scenario === name)];
      const label = scenarioTitle(name, telling);
      return cost === undefined || weight === undefined
        ? []
        : [
            [label, cost],
            [
              say(language, `times its weight (${label})`, `乘以其权重（${label}）`),
              weightOf(weight, telling),
            ],
          ];
    });
  const meanIn = (one: Compared, place: number): Reading | undefined => {
    const scenario = names[place] ?? '';
    const series = findings.uncertainty?.series.find(
      (each) => each.quantity === quantity && each.scenario === scenario && each.strategy === one.strategy,
    );
    const found = series?.distributions[series.years.length === 1 ? 0 : series.years.indexOf(year)];
    if (found === undefined) return undefined;
    const where = { scenario, strategy: one.strategy };
    return meanOf(
      text(found.mean),
      { value: found.mean, error: found.meanError, unit: cost.unit, shown: unit.name },
      say(language, 'Mean of the draws: ', '抽样均值：') + numberTitle(quantity, year, where, telling),
      [[say(language, 'Central case', '中心情形'), costOf(one, place)]],
      telling,
    );
  };
  const expected = (one: Compared): Reading =>
    told(text(one.expected ?? Number.NaN), {
      title: say(language, 'Expected cost: ', '期望成本：') + title(one.strategy),
      about: say(
        language,
        'The cost in each scenario times its declared weight, added up.',
        '各情景的成本乘以其声明权重后相加。',
      ),
      ...shown(one.expected ?? Number.NaN),
      of: weighedBy(one.costs.map((_, place) => costOf(one, place))),
    });
  const expectedOfDraws = (one: Compared): Reading =>
    told(text(one.expectedOfDraws ?? Number.NaN), {
      title:
        say(language, 'Expected cost, mean of the draws: ', '期望成本（抽样均值）：') + title(one.strategy),
      about: say(
        language,
        'The mean over the draws in each scenario times its declared weight, added up.',
        '各情景的抽样均值乘以其声明权重后相加。',
      ),
      ...shown(one.expectedOfDraws ?? Number.NaN),
      of: weighedBy(names.flatMap((_, place) => meanIn(one, place) ?? [])),
    });
  /** Where one strategy follows another as the weight of a scenario rises. */
  const threshold = (share: number, { scenario, stretches }: WeightFinding, ofDraws: boolean): Reading => {
    const beside = cost.strategies.filter(({ strategy }) =>
      stretches.some(
        ({ from, to, strategies }) => (from === share || to === share) && strategies.includes(strategy),
      ),
    );
    const label = scenarioTitle(scenario, telling);
    return told(percentOf(share, language), {
      title: say(
        language,
        `Weight of ${label} from which another strategy costs least`,
        `${label}的权重超过该值后，最低成本策略改变`,
      ),
      about: say(
        language,
        'The weight at which the expected costs of both strategies are the same; the other scenarios keep their proportions.',
        '两策略期望成本相等时的权重；其余情景按比例不变。',
      ),
      exact: percentOf(share, language, 12),
      of: beside.map((one) => [
        strategyTitle(one.strategy, telling),
        ofDraws ? expectedOfDraws(one) : expected(one),
      ]),
    });
  };
  return { costOf, regretOf, largest, expected, expectedOfDraws, threshold, text, unit };
}

export type CostNumbers = ReturnType<typeof costNumbers>;

/** A weight that the study gives a scenario. */
export function weightOf(
  { scenario, share, provenance }: NonNullable<Weights>[number],
  telling: Telling,
  text = Number((share * 100).toPrecision(6)) + percentSign(telling.language),
): Reading {
  const { language } = telling;
  const title = `${say(language, 'Weight of the scenario', '情景权重')}${bracketed(scenarioTitle(scenario, telling), language)}`;
  return given(
    text,
    title,
    [...saidBy(provenance, telling), ...inStudy('decisions: weights', telling)],
    telling,
  );
}
