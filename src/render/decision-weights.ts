// What weights of scenarios come to in words and tables: who says them, which strategy costs least under them, and how far that rests on them.

import type { CostFinding, DecisionFinding, Findings, WeightFinding } from '../analyse/index.ts';
import { percentOf } from './charts/numbers.ts';
import { briefUnit } from './charts/units.ts';
import { type CostNumbers, costNumbers, weightOf } from './decision-numbers.ts';
import type { DecisionTable } from './decision-words.ts';
import type { Telling } from './opening.ts';
import { origin } from './origin.ts';
import { joined, pieces } from './pieces.ts';
import type { Cell, Reading } from './report/types.ts';
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
  const telling = { findings, language };
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
        weight === undefined ? say(language, 'none declared', '未声明') : [weightOf(weight, telling)],
        weight === undefined ? '' : origin(weight.provenance, findings, language),
      ];
    }),
  };
}

/** Where another strategy becomes the cheapest: `Net Zero 2050 weighs more than 56 % (Accelerated plan)`. */
function limits(
  one: WeightFinding,
  cheapest: readonly string[],
  numbers: CostNumbers,
  { findings, language }: Telling,
): readonly Cell[] {
  const { scenario, share, stretches } = one;
  const here = stretches.findIndex(
    ({ from, to, strategies }) =>
      from <= share && share <= to && cheapest.some((name) => strategies.includes(name)),
  );
  const strategy = titles(findings.strategies, language);
  const name = titles(findings.scenarios, language)(scenario);
  const beside = (step: -1 | 1): readonly Cell[] => {
    const other = stretches[here + step];
    if (here < 0 || other === undefined) return [];
    const others = listed(other.strategies.map(strategy), language);
    const end = numbers.threshold(step < 0 ? other.to : other.from, one, false);
    return [
      say(
        language,
        pieces`${name} weighs ${step < 0 ? 'less' : 'more'} than ${end} (${others})`,
        pieces`${name}的权重${step < 0 ? '低于' : '高于'} ${end}（${others}）`,
      ),
    ];
  };
  return [...beside(-1), ...beside(1)];
}

/** Which strategy is expected to cost least, and which weights would make it another; empty without weights. */
export function expectedLead(cost: CostFinding, numbers: CostNumbers, telling: Telling): Cell {
  const { findings, language } = telling;
  const strategy = titles(findings.strategies, language);
  const among = (names: readonly string[]) => cost.strategies.find((one) => names.includes(one.strategy));
  const least = among(cost.cheapest);
  if (least?.expected === undefined) return '';
  const unit = briefUnit(numbers.unit.name, language);
  const names = listed(cost.cheapest.map(strategy), language);
  const where = cost.byWeight.flatMap((one) => limits(one, cost.cheapest, numbers, telling));
  const mean = among(cost.cheapestOfDraws);
  const drawn = listed(cost.cheapestOfDraws.map(strategy), language);
  const amount = pieces`${numbers.expected(least)}${unit}`;
  const sentences: readonly Cell[] = [
    say(
      language,
      pieces`Lowest expected cost under the declared weights: ${names}, ${amount}.`,
      pieces`按声明权重期望成本最低：${names}，${amount}。`,
    ),
    where.length === 0
      ? say(
          language,
          'It stays so whatever one scenario weighs, the others in proportion.',
          '任一情景权重如何变化（其余按比例），结论不变。',
        )
      : say(
          language,
          pieces`Another is cheaper where ${joined(where, ', or ')}; the other scenarios keep their proportions.`,
          pieces`其余情景按比例不变时，若${joined(where, '，或')}，则其他策略成本更低。`,
        ),
    ...(mean?.expectedOfDraws === undefined || drawn === names
      ? []
      : [
          say(
            language,
            pieces`By the means of the draws it is ${drawn}, ${numbers.expectedOfDraws(mean)}${unit}.`,
            pieces`按抽样均值则为${drawn}，${numbers.expectedOfDraws(mean)}${unit}。`,
          ),
        ]),
  ];
  return joined(sentences, say(language, ' ', ''));
}

/** `Delayed plan up to 56 %, then Accelerated plan`. */
function stretchText(
  found: WeightFinding | undefined,
  end: (share: number, found: WeightFinding) => Reading,
  { findings, language }: Telling,
): Cell {
  const strategy = titles(findings.strategies, language);
  const [first, ...rest] = found?.stretches ?? [];
  if (found === undefined || first === undefined) return '';
  const names = (strategies: readonly string[]): string => listed(strategies.map(strategy), language);
  if (rest.length === 0)
    return say(
      language,
      `${names(first.strategies)} at any weight`,
      `任何权重下均为${names(first.strategies)}`,
    );
  return joined(
    [first, ...rest].map(({ strategies, to }, place) =>
      place === rest.length
        ? say(language, `then ${names(strategies)}`, `其后为${names(strategies)}`)
        : say(
            language,
            pieces`${names(strategies)} up to ${end(to, found)}`,
            pieces`${names(strategies)}（至 ${end(to, found)}）`,
          ),
    ),
    say(language, ', ', '，'),
  );
}

/** Cost by cost and scenario by scenario, which strategy costs least as the weight goes from nothing to all. */
export function weighingTable(
  { costs, weights }: DecisionFinding,
  findings: Findings,
  language: Language,
): DecisionTable {
  const telling = { findings, language };
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
    rows: costs.flatMap((cost) => {
      const { title, year, over, byWeight, byWeightOfDraws } = cost;
      const { threshold } = costNumbers(cost, weights, telling);
      return byWeight.map((one, place): readonly Cell[] => {
        const weight = weights?.find((each) => each.scenario === one.scenario);
        const share = percentOf(one.share, language);
        return [
          named(title, language) + (over === 'base' ? '' : ` ${year}`),
          scenario(one.scenario),
          weight === undefined ? share : [weightOf(weight, telling, share)],
          stretchText(one, (end, found) => threshold(end, found, false), telling),
          ...(drawn
            ? [stretchText(byWeightOfDraws[place], (end, found) => threshold(end, found, true), telling)]
            : []),
        ];
      });
    }),
  };
}
