// What weights of scenarios come to in words and tables: who says them, which strategy costs least under them, and how far that rests on them.

import type { CostFinding, DecisionFinding, Findings, WeightFinding } from '../analyse/index.ts';
import { percentOf } from './charts/numbers.ts';
import { percentSign } from './charts/units.ts';
import type { DecisionTable } from './decision-words.ts';
import { origin } from './origin.ts';
import { type Language, listed, named, say } from './wording.ts';

type TitleOf = (name: string) => string;

const titles = (list: Findings['scenarios'] | Findings['strategies'], language: Language): TitleOf => {
  const known = new Map(list.map(({ name, title }) => [name, named(title, language)]));
  return (name) => known.get(name) ?? name;
};

const noWeights = (language: Language): string =>
  say(
    language,
    'No weights are declared for the scenarios (decisions: weights in the study), so no cost is expected: none is held likelier than another.',
    '研究未声明各情景的权重（decisions: weights），因此不计算期望成本：不认为任何情景更可能发生。',
  );

/** Who says how likely each scenario is held to be. */
export function weightTable(
  { weights }: DecisionFinding,
  findings: Findings,
  language: Language,
): DecisionTable {
  return {
    title: say(language, 'Weights of the scenarios', '情景权重'),
    lead: weights === undefined ? noWeights(language) : '',
    head: [
      say(language, 'Scenario', '情景'),
      say(language, 'Weight', '权重'),
      say(language, 'Who says so', '出处'),
    ],
    rows: findings.scenarios.map(({ name, title }) => {
      const weight = weights?.find(({ scenario }) => scenario === name);
      return [
        named(title, language),
        weight === undefined
          ? say(language, 'none declared', '未声明')
          : Number((weight.share * 100).toPrecision(6)) + percentSign(language),
        weight === undefined ? '' : origin(weight.provenance, findings, language),
      ];
    }),
  };
}

/** Where another strategy becomes the cheapest: `Net Zero 2050 weighs more than 56 % (Accelerated plan)`. */
function limits(
  { scenario, share, stretches }: WeightFinding,
  cheapest: readonly string[],
  findings: Findings,
  language: Language,
): readonly string[] {
  const here = stretches.findIndex(
    ({ from, to, strategies }) =>
      from <= share && share <= to && cheapest.some((name) => strategies.includes(name)),
  );
  const strategy = titles(findings.strategies, language);
  const name = titles(findings.scenarios, language)(scenario);
  const beside = (step: -1 | 1): string | undefined => {
    const other = stretches[here + step];
    if (here < 0 || other === undefined) return undefined;
    const others = listed(other.strategies.map(strategy), language);
    const end = percentOf(step < 0 ? other.to : other.from, language);
    return say(
      language,
      `${name} weighs ${step < 0 ? 'less' : 'more'} than ${end} (${others})`,
      `${name}的权重${step < 0 ? '低于' : '高于'} ${end}（${others}）`,
    );
  };
  return [beside(-1), beside(1)].flatMap((text) => text ?? []);
}

/** Which strategy is expected to cost least, and which weights would make it another; empty without weights. */
export function expectedLead(
  cost: CostFinding,
  amount: (value: number) => string,
  findings: Findings,
  language: Language,
): string {
  const strategy = titles(findings.strategies, language);
  const costOf = (names: readonly string[], which: 'expected' | 'expectedOfDraws'): number | undefined =>
    cost.strategies.find((one) => names.includes(one.strategy))?.[which];
  const least = costOf(cost.cheapest, 'expected');
  if (least === undefined) return '';
  const names = listed(cost.cheapest.map(strategy), language);
  const where = cost.byWeight.flatMap((one) => limits(one, cost.cheapest, findings, language));
  const mean = costOf(cost.cheapestOfDraws, 'expectedOfDraws');
  const drawn = listed(cost.cheapestOfDraws.map(strategy), language);
  return [
    say(
      language,
      `Lowest expected cost under the declared weights: ${names}, ${amount(least)}.`,
      `按声明权重期望成本最低：${names}，${amount(least)}。`,
    ),
    where.length === 0
      ? say(
          language,
          'It stays so whatever one scenario weighs, the others in proportion.',
          '任一情景权重如何变化（其余按比例），结论不变。',
        )
      : say(
          language,
          `Another is cheaper where ${where.join(', or ')}; the other scenarios keep their proportions.`,
          `其余情景按比例不变时，若${where.join('，或')}，则其他策略成本更低。`,
        ),
    ...(mean === undefined || drawn === names
      ? []
      : [
          say(
            language,
            `By the means of the draws it is ${drawn}, ${amount(mean)}.`,
            `按抽样均值则为${drawn}，${amount(mean)}。`,
          ),
        ]),
  ].join(say(language, ' ', ''));
}

/** `Delayed plan up to 56 %, then Accelerated plan`. */
function stretchText(found: WeightFinding | undefined, findings: Findings, language: Language): string {
  const strategy = titles(findings.strategies, language);
  const [first, ...rest] = found?.stretches ?? [];
  if (first === undefined) return '';
  const names = (strategies: readonly string[]): string => listed(strategies.map(strategy), language);
  if (rest.length === 0)
    return say(
      language,
      `${names(first.strategies)} at any weight`,
      `任何权重下均为${names(first.strategies)}`,
    );
  return [first, ...rest]
    .map(({ strategies, to }, place) =>
      place === rest.length
        ? say(language, `then ${names(strategies)}`, `其后为${names(strategies)}`)
        : say(
            language,
            `${names(strategies)} up to ${percentOf(to, language)}`,
            `${names(strategies)}（至 ${percentOf(to, language)}）`,
          ),
    )
    .join(say(language, ', ', '，'));
}

/** Cost by cost and scenario by scenario, which strategy costs least as the weight goes from nothing to all. */
export function weighingTable(
  { costs }: DecisionFinding,
  findings: Findings,
  language: Language,
): DecisionTable {
  const drawn = costs.some(({ byWeightOfDraws }) => byWeightOfDraws.length > 0);
  const scenario = titles(findings.scenarios, language);
  const from = say(
    language,
    'Lowest expected cost as the weight rises from 0 % to 100 %',
    '权重从 0% 升至 100% 时期望成本最低者',
  );
  return {
    title: say(language, 'How far the ranking rests on the weights', '排序对权重的依赖'),
    lead: say(
      language,
      'The weight of one scenario moves, the others keep their proportions; where one strategy follows another, both cost the same.',
      '每次只变动一个情景的权重，其余按比例；两策略交替处期望成本相等。',
    ),
    head: [
      say(language, 'Cost', '成本'),
      say(language, 'Scenario', '情景'),
      say(language, 'Declared weight', '声明权重'),
      from,
      ...(drawn ? [say(language, 'The same, mean of the draws', '同左（抽样均值）')] : []),
    ],
    rows: costs.flatMap(({ title, year, over, byWeight, byWeightOfDraws }) =>
      byWeight.map((one, place) => [
        named(title, language) + (over === 'base' ? '' : ` ${year}`),
        scenario(one.scenario),
        percentOf(one.share, language),
        stretchText(one, findings, language),
        ...(drawn ? [stretchText(byWeightOfDraws[place], findings, language)] : []),
      ]),
    ),
  };
}
