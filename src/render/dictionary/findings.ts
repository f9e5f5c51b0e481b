// What the columns of findings.csv mean.
import { entry } from './types.ts';

export const FINDINGS = [
  entry(
    'finding',
    'choice',
    '',
    'What the number belongs to: target, target closed (by one input alone), chance of target, impact (of a row of the register), impact in draws, chance of impact, driver without a row, check broken (by a share of the draws), share of the spread (Sobol index), mean against central, evidence, regret (of a strategy, in a chart), reconciliation or backtest (the model against what was published of a later year)',
    '数值所属：target 目标；target closed 单一输入补足目标；chance of target 达标概率；impact 登记册条目影响；impact in draws 抽样影响；chance of impact 影响达到等级的概率；driver without a row 未登记的驱动因素；check broken 检查不成立的抽样占比；share of the spread 索博尔指数；mean against central 均值与中心情形之差；evidence 依据；regret 图中策略的后悔值；reconciliation 核对；backtest 模型与其后公布数据的对比',
  ),
  entry(
    'name',
    'text',
    '',
    'The target, the row of the register, the check, the line of the reconciliation or of the backtest, or the headline',
    '目标、登记册条目、检查、核对项、回溯检验项或主要指标的名称',
  ),
  entry('item', 'text', '', 'Element of the target; empty where it has none', '目标所指元素；无则为空'),
  entry('scenario', 'text', '', 'Empty for what holds in all scenarios', '情景；适用于所有情景时为空'),
  entry('strategy', 'text', '', 'Empty for what holds with all strategies', '策略；适用于所有策略时为空'),
  entry('year', 'whole', 'year', 'Empty for what belongs to no year', '年份；不属于某年时为空'),
  entry(
    'input',
    'text',
    '',
    'The input that moves or closes it; several of one correlation joined by "; "; all assumed inputs together and all others by these words; empty where no input is meant',
    '起作用的输入；同一相关组的多个输入以“; ”连接；all assumed inputs 为全部假设输入，all others 为其余输入；不涉及输入时为空',
  ),
  entry('input_item', 'text', '', 'Element of the input', '输入的元素'),
  entry(
    'part',
    'choice',
    '',
    'Which number of the finding it is: goal, value, gap, met (1 or 0), P5, a band of the register, first order, total, sourced by weight and so on',
    '该项中的哪个数值：goal 目标值、value 数值、gap 差距、met 是否达标（1 或 0）、P5、登记册等级、first order 一阶、total 总效应、sourced by weight 按权重有来源的占比等',
  ),
  entry('value', 'number', 'column unit', 'The number; 12 significant digits', '数值，12 位有效数字'),
  entry('unit', 'text', '', 'Its unit; 1 for a share, a chance or a count', '单位；占比、概率或个数为 1'),
  entry(
    'standard_error',
    'number',
    'column unit',
    'How far another seed would move the value, one standard error; empty where it does not apply',
    '更换随机种子时数值变动的一个标准误；不适用时为空',
  ),
] as const;
