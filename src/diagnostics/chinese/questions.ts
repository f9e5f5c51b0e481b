// What is said of goals, plans, decisions and the register.

import { BY } from './common.ts';
import type { Saying } from './saying.ts';

/** A number of which there are several, and what there is to name one by. */
const SEVERAL: readonly Saying[] = [
  ['{name} is one number and has no items', '{name} 只有一个数值，没有分项'],
  ['leave --item out', '不写 --item'],
  ['{name} has a number for each {one} and {two}', '{name} 对 {one} 与 {two} 的每种组合各有一个数值'],
  ['{name} has a number for each {set}', '{name} 对 {set} 的每个元素各有一个数值'],
];

export const QUESTIONS: Readonly<Record<string, readonly Saying[]>> = {
  goal: [
    ['a goal is written name[year] <= amount, or >=', '目标写作 name[year] <= 数值，或用 >='],
    [
      'for example --goal "transition_cost[2030] <= 500 MCNY_2023", or "cost[2030] of Plan A <= cost[2030] of Plan B"',
      '例如 --goal "transition_cost[2030] <= 500 MCNY_2023"，或 "cost[2030] of Plan A <= cost[2030] of Plan B"',
    ],
    [
      'what is moved is an input, written name, name[element] or name[year]',
      '调整的对象是输入，写作 name、name[element] 或 name[year]',
    ],
    ['for example --by carbon_price', '例如 --by carbon_price'],
    ['{name} has a number for each year', '{name} 每年各有一个数值'],
    ...SEVERAL,
    ['{instead*}, or take them together: {all}', '{instead*}，或汇总为 {all}'],
    ['name one element of each set, for example {place}', '每个集合各指明一个元素，例如 {place}'],
    ['one year is asked for at a time', '一次只能指定一个年份'],
    ['an element is written in quotes: "{value}"', '若是元素，须加引号："{value}"'],
    ['{name} has one number, that of the base year', '{name} 只有一个数值，即基准年的数值'],
    ['write {name} without a year', '写作 {name}，不带年份'],
    ['{fold} takes all years, or one of them', '{fold} 要么取所有年份，要么取其中一年'],
    [
      'write {written}, or sum({name}, year), min or max for all years',
      '写作 {written}；要取所有年份，写作 sum({name}, year)，或用 min、max',
    ],
    ['{name} is by nothing, not by {value}', '{name} 不按集合分列，不能按 {value} 汇总'],
    ['{name} is by {one} and {two}, not by {value}', '{name} 可按 {one}、{two} 汇总，不能按 {value} 汇总'],
    ['{name} is by {set}, not by {value}', '{name} 可按 {set} 汇总，不能按 {value} 汇总'],
    [
      'one element of {set} is named, so there is nothing to take together',
      '已指明 {set} 的一个元素，没有可汇总的',
    ],
    ['there is no strategy {name}', '没有名为 {name} 的策略'],
    ['there is no scenario {name}', '没有名为 {name} 的情景'],
    ['there are {names}', '可用的有：{names}'],
    ['the goal is about {strategy}, not about {other}', '该目标针对 {strategy}，而非 {other}'],
    ['drop --strategy', '去掉 --strategy'],
    ['{name} does not depend on {input}', '{name} 与 {input} 无关'],
    ['among what it depends on: no input', '其依据中没有任何输入'],
    ['among what it depends on: {names}', '其依据包括：{names}'],
    ['nothing in the files says how far {name} may go', '文件没有说明 {name} 可在什么范围内调整'],
    ['add --from and --to with amounts in its unit', '补上 --from 和 --to，按其单位写出上下限'],
  ],
  plan: [
    [
      'the cost of a plan is one number in money (over: base), and {name} is {spelled*}',
      '方案的成本须为单个金额（over: base），而 {name} {spelled*}',
    ],
    ['a budget is money of a year, and {name} is {spelled*}', '预算须为每年的金额，而 {name} {spelled*}'],
    ['in {unit}, over {over}, {by*}', '的单位为 {unit}，over: {over}，{by*}'],
    ['in {unit}, over {over}', '的单位为 {unit}，over: {over}'],
    ...BY,
    ['name a present value', '改用现值'],
    ['the study names no plan file', '本研究没有指明方案文件'],
    [
      'add plan: plan.yaml, a file that says which measures there are',
      '补上 plan: plan.yaml，该文件列出可选的措施',
    ],
    ['the plan file does not say what is spent', '方案文件没有指明以哪个指标计算支出'],
    [
      'add budget: { of: transition_investment } to it, a quantity in money',
      '在方案文件中补上 budget: { of: transition_investment }，of 为以金额计的指标',
    ],
    ['{name} moves no lever', '{name} 没有调整任何杠杆'],
    [
      'write the levers as they are when it is complete, for example green_share: 60 %',
      '写明完成时的杠杆取值，例如 green_share: 60%',
    ],
    ['{one} and {other} both move {name}', '{one} 与 {other} 都调整 {name}'],
    [
      'a lever belongs to one measure; extent: part lets less of it be done',
      '一个杠杆只属于一项措施；若可只实施一部分，写 extent: part',
    ],
    ['a limit says either at_least or at_most', '限制须写 at_least 或 at_most，二者取一'],
  ],
  decisions: [
    ['a cost is an amount of money, and {name} is in {unit}', '成本须以金额计，而 {name} 的单位是 {unit}'],
    ['{name} is not a headline of the study', '{name} 不是本研究的主要指标'],
    ['name headlines in money of which less is better', '改用以金额计、越小越好的主要指标'],
    [
      'the elements of a quantity by a set are the measures, and {name} has no set',
      '各措施是某个指标按集合分列的元素，而 {name} 不按集合分列',
    ],
    [
      'all stands for the scenarios that are not named, and they share what is left alike',
      'all 代表未列出的情景，由它们均分余下的权重',
    ],
    ['write is: {word}', '写作 is: {word}'],
    ['a weight is a share from 0 % to 100 %', '权重须为 0% 至 100% 的比例'],
    ['write for example 40 %', '例如写作 40%'],
    ['{name} has no weight', '{name} 没有权重'],
    ['{names} have no weight', '{names} 均没有权重'],
    [
      'weigh every scenario of the study, with 0 % where that is meant',
      '为本研究的每个情景写明权重，确无权重的写 0%',
    ],
    ['the weights add up to {sum} %, not to 100 %', '权重之和为 {sum}%，而非 100%'],
    ['values differ by a share above zero', 'differ_by 须为大于 0 的比例'],
    ['write for example differ_by: 20 %', '例如写作 differ_by: 20%'],
    [
      'a signpost is an input over years that scenarios set, and {name} is none',
      '路标须为由情景设定的逐年输入，而 {name} 不是',
    ],
  ],
  register: [
    [
      'impacts are shares of {name}, which is {value} in the base year',
      '影响按占 {name} 的比例计，而该指标在基准年为 {value}',
    ],
    ['name a quantity above zero', '改用大于 0 的指标'],
    [
      "impacts are told in the study's reporting money, {money}; {name} is in {unit}",
      '影响以本研究的报告货币 {money} 表示，而 {name} 的单位是 {unit}',
    ],
    [
      'name a quantity in {money} or a multiple of it, for example M{unit}',
      '改用以 {money} 或其倍数为单位的指标，例如 M{unit}',
    ],
    ['{text} is not a share, for example 5 %', '{text} 不是比例，例如写作 5%'],
    ['nothing is likelier than 100 %, as {name} would be', '可能性不能超过 100%，而 {name} 超过了'],
    ['write for example {bands}', '例如写作 {bands}'],
    ['{name} is a share, for example 5 %', '{name} 须为比例，例如 5%'],
    [
      '{which} has five bands, given by rising lower bounds that start at 0 %',
      '{which} 须有五个等级，以从 0% 起递增的下限划分',
    ],
    ['{name} is not one of the bands', '没有名为 {name} 的等级'],
    ['bands: {names}', '可用的等级：{names}'],
    ['the action starts {start}, after it is due, {due}', '措施于 {start} 开始，晚于其期限 {due}'],
    [
      "{name} was identified {identified}, after the study's as_of, {date}",
      '{name} 的识别日期 {identified} 晚于研究的 as_of {date}',
    ],
    ['the last review was {last}, after the next, {next}', '上次复核 {last} 晚于下次复核 {next}'],
    ['{first}, after {then}, {second}', '{first}，晚于 {then} {second}'],
    ['{text} reads like a name: a register names roles', '{text} 像是人名：登记册只写角色'],
    ['write the role in small letters, for example head of sales', '角色用小写字母书写，例如 head of sales'],
    [
      '{name} is of type {type}: a hazard belongs to acute and chronic rows',
      '{name} 的类型是 {type}：危害（physical）只用于 acute 和 chronic 条目',
    ],
    ['{name} is not quantified: its impact is a judgement already', '{name} 未量化：其影响本身已是定性判断'],
    ['change impact: instead', '直接修改 impact: 即可'],
    [
      'the override of {name} expired on {expires}: as of {date} its rating is again the one of the numbers',
      '{name} 的人工调整已于 {expires} 到期：截至 {date}，评级恢复为按数值得出的结果',
    ],
    [
      'drop the override, or let the role decide anew and move expires',
      '删去 override，或由该角色重新决定，并更新 expires',
    ],
    ['the override of {name} sets nothing', '{name} 的人工调整没有设定任何等级'],
    [
      'write impact: major, or impact: { residual: major }',
      '写作 impact: major，或 impact: { residual: major }',
    ],
    ['a trigger is written ">= amount" or "<= amount"', '触发条件写作 ">= 数值" 或 "<= 数值"'],
    [
      '{name} is either driven_by quantities, or says not_quantified: why',
      '{name} 须写 driven_by 列出驱动指标，或写 not_quantified: 说明原因，二者取一',
    ],
    [
      '{name} is not quantified: its impact is a declared judgement',
      '{name} 未量化：其影响须为声明的定性判断',
    ],
    [
      'add impact: { inherent: ..., residual: ... } with names of bands',
      '补上 impact: { inherent: ..., residual: ... }，填写等级名称',
    ],
    [
      '{name} declares a current impact and no current likelihood',
      '{name} 声明了目前的影响，却没有目前的可能性',
    ],
    ['add current: ... to likelihood too', '在 likelihood 中也补上 current: ...'],
    ['{name} has a current likelihood and no current impact', '{name} 声明了目前的可能性，却没有目前的影响'],
    [
      'name the strategy of today in the study: register: { current: ... }',
      '在研究文件中指明目前的策略：register: { current: ... }',
    ],
    ['add current: ... to impact too', '在 impact 中也补上 current: ...'],
  ],
  target: [
    ['a target says either at_least or at_most', '目标须写 at_least 或 at_most，二者取一'],
    [
      '{name} names a quantity, or says not_quantified: why',
      '{name} 须指明 quantity，或写 not_quantified: 说明原因',
    ],
    [
      '{name} names a quantity and says that it is not quantified',
      '{name} 既指明了 quantity，又写了 not_quantified',
    ],
    ['keep one of the two', '两者只留其一'],
  ],
  total: [
    ['there is no total named {name}', '没有名为 {name} 的合计'],
    ['nothing adds to the total {name}', '没有公式计入合计 {name}'],
    ['add adds_to: {name} to a formula', '在公式中补上 adds_to: {name}'],
  ],
  backtest: [
    ['{name} says both is and not_published', '{name} 同时写了 is 和 not_published'],
    ['{name} says neither is nor not_published', '{name} 既没有写 is，也没有写 not_published'],
    [
      'write is: what was published, or not_published: why nothing is known',
      '已公布的写 is: 公布值，未公布的写 not_published: 原因',
    ],
    [
      '{name} is 0: how far the model is off is a share of what was published',
      '{name} 为 0，而模型误差以公布值的比例表示',
    ],
    ['write not_published: with the reason, in place of is', '改写 not_published: 及原因，代替 is'],
    ['the model starts from {base}: {year} tests nothing', '模型以 {base} 年为起点，{year} 年无法用于检验'],
    [
      'what is published of the base year is held against the model in reconciliation:',
      '基准年的公布数据写入 reconciliation: 与模型核对',
    ],
  ],
  analyse: [
    [
      'the reconciliation compares one number, and {name} differs between scenarios or strategies: {values}',
      '核对须比较单个数值，而 {name} 因情景或策略而异：{values}',
    ],
    [
      'impacts are shares of one number, and {name} differs between scenarios or strategies: {values}',
      '影响按占单个数值的比例计，而 {name} 因情景或策略而异：{values}',
    ],
    ['{name} differs between scenarios or strategies: {values}', '{name} 因情景或策略而异：{values}'],
    ['let it rest on facts of the base year alone', '使其只取决于基准年的事实'],
  ],
  explain: [
    // The rows of the register are asked for by `register.` and their name.
    ['there is no {what*} register.{row}', '没有名为 register.{row} 的{what*}'],
    ['there is no year {year}', '本研究没有 {year} 年'],
    ['there is no {what*} {name}', '没有名为 {name} 的{what*}'],
    ['quantified row of the register', '已量化的登记册条目'],
    ['quantity', '指标'],
    ['scenario', '情景'],
    ['strategy', '策略'],
    ['item', '元素'],
    ['year', '年份'],
    ['there are 20{first} to 20{last}', '可用的有：20{first} 至 20{last}'],
    ['there are {names}', '可用的有：{names}'],
    ['tcfd list quantities STUDY names all of them', '用 tcfd list quantities STUDY 列出全部名称'],
    ...SEVERAL,
    [
      'name one with --item: {items}; or --item all for their sum',
      '用 --item 指明其一：{items}；或用 --item all 取各元素之和',
    ],
  ],
};
