// What is said of spreads and correlations.

import type { Saying } from './saying.ts';

const SPREAD: readonly Saying[] = [
  // How it is written
  ['a spread is exactly one of {kinds*}', '分布须为下列之一，且只用一种：{kinds*}'],
  [
    'triangular, pert, uniform, normal, lognormal, discrete, mean_reverting',
    'triangular、pert、uniform、normal、lognormal、discrete、mean_reverting',
  ],
  ['here are {one} and {two} and {three}', '此处有 {one}、{two} 和 {three}'],
  ['here are {one} and {two}', '此处有 {one} 和 {two}'],
  ['here are {kinds}', '此处有 {kinds}'],
  ['write for example spread: {form}', '例如写作 spread: {form}'],
  ['{word} is not a spread', '没有名为 {word} 的分布'],
  ['spreads: {kinds*}, none', '可用的分布：{kinds*}、none'],
  ['a {kind} spread has numbers of its own', '{kind} 分布须写明参数'],
  ['write spread: {form}', '写作 spread: {form}'],
  ['a half-life is a number of years above zero', '半衰期须为大于 0 的年数'],
  ['write half_life: 3 year', '写作 half_life: 3 year'],

  // Shares and amounts
  ['this is a share of the value, not {amount}', '此处须为值的百分比，不能是 {amount}'],
  ['write for example 25 %', '例如写作 25%'],
  ['{share} of what? {name} is itself a pure number', '{share} 相对于什么？{name} 本身就是纯数'],
  [
    'write {share} of value, or {number} for an amount',
    '若为值的百分比，写作 {share} of value；若为数值，写作 {number}',
  ],
  [
    'shares of the value and amounts do not go together in one spread',
    '同一分布不能既用值的百分比，又用数值',
  ],
  ['a share of the value', '这是值的百分比'],
  ['an amount', '这是数值'],
  ['write this as a deviation too: -20 % of value', '此处也写成对值的偏离：-20 % of value'],
  ['write both in {unit}', '两处都写成以 {unit} 为单位的数值'],

  // What it takes its ends from
  [
    '{kind} alone takes its ends from a range, and {name} states none',
    '只写 {kind} 时两端取自区间，而 {name} 没有区间',
  ],
  [
    'add range: [low, high], or write spread: { {kind}: { low: -20 %, high: 30 % } }',
    '补上 range: [low, high]，或写作 spread: { {kind}: { low: -20%, high: 30% } }',
  ],
  [
    '{name} is known for the base year alone, and shocks come year by year',
    '{name} 只有基准年的值，而冲击逐年发生',
  ],
  ['write { lognormal: { sd: 25 % } }', '写作 { lognormal: { sd: 25% } }'],
  [
    '{name} is known in every year of the study: nothing is left to differ',
    '{name} 在研究的各年均已确定，没有可变动的年份',
  ],
  ['drop the spread', '删去该分布'],

  // How wide it is
  ['{name} is 0, and a share of it is nothing', '{name} 为 0，其百分比仍为 0'],
  ['write a spread in amounts, such as a triangular one', '改用以数值表示的分布，例如三角分布'],
  ['a standard deviation is above zero', '标准差须大于 0'],
  ['a spread leads from a lower to a higher end', '分布的下端须小于上端'],
  ['two of the values are the same', '有两个取值相同'],
  ['add up their chances', '将其概率合并'],
  ['chances are above zero and add up to 100 %; here {sum} %', '概率须大于 0，且总和为 100%；此处为 {sum}%'],
  [
    'a lognormal spread never reaches -100 % of the value: there is nothing to cut',
    'lognormal 分布达不到值的 -100%，无从截断',
  ],
  ['drop low, or raise it', '删去 low，或将其调高'],

  // The value within it
  ['{name} itself lies outside its spread', '{name} 的值不在其分布之内'],
  [
    'the ends are deviations: low: -20 % is a fifth below the value, high: 30 % above it',
    '两端是对值的偏离：low: -20% 指比该值低 20%，high: 30% 指比该值高 30%',
  ],
  [
    '{name}, {amount} in its last year, lies outside its spread, no end to {high}',
    '{name} 末年为 {amount}，超出其分布的上端 {high}',
  ],
  [
    '{name}, {amount} in its last year, lies outside its spread, {low} to no end',
    '{name} 末年为 {amount}，低于其分布的下端 {low}',
  ],
  [
    '{name}, {amount} in its last year, lies outside its spread, {low} to {high}',
    '{name} 末年为 {amount}，不在其分布 {low} 至 {high} 之内',
  ],
  [
    '{name}, {amount}, lies outside its spread, no end to {high}',
    '{name} 为 {amount}，超出其分布的上端 {high}',
  ],
  [
    '{name}, {amount}, lies outside its spread, {low} to no end',
    '{name} 为 {amount}，低于其分布的下端 {low}',
  ],
  [
    '{name}, {amount}, lies outside its spread, {low} to {high}',
    '{name} 为 {amount}，不在其分布 {low} 至 {high} 之内',
  ],
  ['ends beside a path are those of its last year', '值为路径时，两端指末年的值'],
  ['{name}, {amount}, is none of the values of its spread', '{name} 为 {amount}，不是其分布的取值之一'],
  ['name it among them, with its chance', '将其列入取值，并写明概率'],

  // Bounds
  [
    'draws of {place} can rise without end in {year}, outside {low} to {high}',
    '{place} 在 {year} 年的抽样向上无界，会超出上下限 {low} 至 {high}',
  ],
  [
    'draws of {place} can fall without end in {year}, outside {low} to {high}',
    '{place} 在 {year} 年的抽样向下无界，会超出上下限 {low} 至 {high}',
  ],
  [
    'draws of {place} can lie at {amount} in {year}, outside {low} to {high}',
    '{place} 在 {year} 年的抽样可达 {amount}，超出上下限 {low} 至 {high}',
  ],
  [
    'draws of {place} can rise without end, outside {low} to {high}',
    '{place} 的抽样向上无界，会超出上下限 {low} 至 {high}',
  ],
  [
    'draws of {place} can fall without end, outside {low} to {high}',
    '{place} 的抽样向下无界，会超出上下限 {low} 至 {high}',
  ],
  [
    'draws of {place} can lie at {amount}, outside {low} to {high}',
    '{place} 的抽样可达 {amount}，超出上下限 {low} 至 {high}',
  ],
  ['draws of {place}, outside {low} to {high}', '{place} 的抽样超出上下限 {low} 至 {high}'],
  ['its bounds', '其上下限'],
  ['narrow the spread', '收窄该分布'],
  [
    'shocks have no end: write a spread that has one, such as pert',
    '冲击是无界的；改用有界的分布，例如 pert',
  ],
  [
    'cut the spread with low and high, or write one that has ends, such as pert',
    '用 low 和 high 截断该分布，或改用有界的分布，例如 pert',
  ],
];

const CORRELATE: readonly Saying[] = [
  ['{name} always moves with itself', '{name} 与自身始终同步变动'],
  ['{name} and {other} are correlated twice', '重复给出 {name} 与 {other} 的相关系数'],
  ['{name} is computed: draws move inputs', '{name} 由公式算出，而抽样只改变输入'],
  ['name the inputs that it is computed from', '改为指明它所依据的输入'],
  ['{name} has no sets', '{name} 不按集合分列'],
  [
    '{name} is by {one} and {two} and {three}: say which element',
    '{name} 按 {one}、{two} 和 {three} 分列，须指明元素',
  ],
  ['{name} is by {one} and {two}: say which element', '{name} 按 {one} 和 {two} 分列，须指明元素'],
  ['{name} is by {set}: say which element', '{name} 按 {set} 分列，须指明元素'],
  ['write these, or drop the pair', '改用这组相关系数，或删去该配对'],
  ['write for example {name}', '例如写作 {name}'],
  ['write {name}', '写作 {name}'],
  [
    '{name} has no spread in any scenario or strategy: nothing of it moves',
    '{name} 在各情景和策略中都没有分布，不会变动',
  ],
  ['give its value a spread', '为其值写明分布'],
  [
    '{name} takes a shock a year in one case and one deviation in another',
    '{name} 在一种情形下每年受一次冲击，在另一种情形下各年偏离相同',
  ],
  [
    '{name} takes a shock every year, {other} one deviation for all years',
    '{name} 每年受一次冲击，而 {other} 各年偏离相同',
  ],
  ['give both a mean_reverting spread, or neither', '两者都用 mean_reverting 分布，或都不用'],
  [
    'the correlations cannot all hold: {name} and {other} do not fit the others',
    '这些相关系数无法同时成立：{name} 与 {other} 的相关系数与其余各对矛盾',
  ],
  ['the nearest that fits is {rank}', '最接近且可成立的值为 {rank}'],
  [
    'the nearest correlations that can hold together, those of pairs that are not named included:',
    '最接近且可同时成立的一组相关系数，含未列出的配对：',
  ],
  ['- { between: [{name}, {other}], rank: {rank} }', '- { between: [{name}, {other}], rank: {rank} }'],
];

export const CHANCES: Readonly<Record<string, readonly Saying[]>> = {
  spread: SPREAD,
  correlate: CORRELATE,
};
