// What the columns of decisions.csv mean.
import { entry } from './types.ts';

export const DECISIONS = [
  entry(
    'finding',
    'choice',
    '',
    'What the number is: cost, regret (cost above the least in the scenario), largest regret (over the scenarios), expected cost (under the declared weights), expected cost of draws (of the means over the draws), weight, cheapest from weight and cheapest to weight (as the weight of the scenario moves and the others keep their proportions, where the strategy has the lowest expected cost; of draws: of the means over the draws), measure cost (below zero is worth it), measure chance (share of draws below zero) or signpost (value in the year in which two scenarios lie apart)',
    '数值类型：cost 成本；regret 后悔值（超出该情景最低成本的部分）；largest regret 各情景最大后悔值；expected cost 按声明权重的期望成本；expected cost of draws 抽样均值的期望成本；weight 权重；cheapest from weight、cheapest to weight 该情景权重变动而其余按比例时，该策略期望成本最低的权重区间（of draws 按抽样均值）；measure cost 措施净成本（负值即值得）；measure chance 净成本为负的抽样占比；signpost 两情景可区分之年的数值',
  ),
  entry('quantity', 'text', '', 'The quantity; empty for a weight', '指标；权重为空'),
  entry(
    'item',
    'text',
    '',
    'Its element, a measure for example; empty where there is none',
    '指标的元素（如措施）；没有则为空',
  ),
  entry(
    'year',
    'whole',
    '',
    'The year; the base year for a cost that has one value',
    '年份；仅有一个数值的成本为基准年',
  ),
  entry(
    'scenario',
    'text',
    '',
    'The scenario; empty where the number is over all of them',
    '情景；跨情景的数值为空',
  ),
  entry(
    'other_scenario',
    'text',
    '',
    'For a signpost: the scenario that it tells apart from this one',
    '路标所区分的另一情景',
  ),
  entry('strategy', 'text', '', 'The strategy; empty for weights and signposts', '策略；权重和路标为空'),
  entry('value', 'number', 'unit', 'The number', '数值'),
  entry('unit', 'text', '', 'Unit of the number; 1 is a share', '数值的单位；1 表示占比'),
] as const;
