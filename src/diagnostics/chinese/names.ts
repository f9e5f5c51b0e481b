// What is said of names, sets and layers of files.

import { BY } from './common.ts';
import { A_KIND, KINDS } from './kinds.ts';
import type { Saying } from './saying.ts';

const NAME: readonly Saying[] = [
  // How a name is written
  [
    '{name} cannot name a quantity: it has a meaning in formulas',
    '指标不能命名为 {name}：它在公式中另有含义',
  ],
  [
    '{name} cannot name a quantity: full words in small letters, joined by _',
    '指标不能命名为 {name}：须用小写的完整英文单词，以 _ 连接',
  ],
  ['{name} cannot name a set: it has a meaning of its own', '集合不能命名为 {name}：它另有含义'],
  [
    '{name} cannot name a set: full words in small letters, joined by _',
    '集合不能命名为 {name}：须用小写的完整英文单词，以 _ 连接',
  ],
  [
    '{name} cannot name an element: it stands for every other one',
    '元素不能命名为 {name}：它代表其余全部元素',
  ],
  ['write {name}', '写作 {name}'],

  // What stands twice
  ['two of the {things*} are named {name}', '有两个{things*}都名为 {name}'],
  ['scenarios', '情景'],
  ['strategies', '策略'],
  ['charts', '图表'],
  ['two of the slides are {name}', '幻灯片 {name} 列出两次'],
  ['{name} is named twice', '{name} 列出两次'],
  ['{name} is declared twice', '{name} 声明了两次'],
  ['read it through given, or give one of them another name', '通过 given 读取，或将其中之一改名'],

  // What belongs to another model
  ['{name} belongs to another model', '{name} 属于另一个模型'],
  ['add it to given: {entry}', '在 given 中补上 {entry}'],

  // What is not there
  ['no model has an input named {name}', '模型中没有名为 {name} 的输入'],
  ['no model declares {name}', '没有模型声明 {name}'],
  ['there is no quantity named {name}', '没有名为 {name} 的指标'],
  ['there is nothing named {name} to label', '没有名为 {name} 的指标，无法为其加标签'],
  ['{name} is not a quantity', '{name} 不是指标'],
  ['the study has no {what*} named {name}', '研究中没有名为 {name} 的{what*}'],
  ['its scenarios: {names}', '研究的情景：{names}'],
  ['its strategies: {names}', '研究的策略：{names}'],
  [
    'no scenario of the study named {name} rests on numbers without a source',
    '研究中没有名为 {name} 且用到无来源数值的情景',
  ],
  ['leave it out', '将其删去'],
  [
    'the company has no target named {name} that the model says something about',
    '公司没有名为 {name} 且可由模型计算的目标',
  ],
  ['its targets: {names}', '可用的目标：{names}'],
  ['the register has no row named {name}', '登记册中没有名为 {name} 的条目'],
  ['{name} is linked to itself', '{name} 关联到了自身'],
  ['texts describes no standard {name}', 'texts 中没有准则 {name}'],
  ['standards: {names}', '可用的准则：{names}'],
  ['{name} has no version {version}', '{name} 没有 {version} 版本'],
  ['versions: {names}', '可用的版本：{names}'],
  ['the standards ask nothing named {name}', '准则中没有名为 {name} 的要求'],
  ['rows: {names}', '可用的条目：{names}'],
  ['the run leaves no {what*} named {name}', '运行结果中没有名为 {name} 的{what*}'],
  ['quantity', '指标'],
  ['input', '输入'],
  ['target', '目标'],
  ['row of the register', '登记册条目'],
  ['chart', '图表'],
  ['text of its scenarios', '情景文本'],
  ['scenario', '情景'],
  ['strategy', '策略'],
  ['there are: {names}', '可用的有：{names}'],
];

const SET: readonly Saying[] = [
  ['one number', '只有一个数值'],
  ...BY,

  // Sets and what they hold
  ['the set {name} has no elements', '集合 {name} 没有元素'],
  ['the set {name} is defined twice', '集合 {name} 定义了两次'],
  ['keep one of them: every file of the study can use it', '只保留其一：研究的各个文件都可使用'],
  ['{name} is by {set} twice', '{name} 的 by 中 {set} 出现两次'],
  [
    '{name} is not a set: an attribute is named after the set it points into',
    '没有集合 {name}：属性须以其所指的集合命名',
  ],
  ['{name} is not a set of this company', '公司没有集合 {name}'],
  ['{name} is not a set', '没有集合 {name}'],
  ['sets: {names}', '可用的集合：{names}'],
  ['a value holds for every year by itself: each takes a set', '值本就用于每一年；each 中须写集合'],

  // Elements
  ['{id} is not an element of {name}, which has no sets', '{name} 不按集合分列，没有元素 {id}'],
  [
    '{id} is not an element of {first} or {second} or {third}',
    '集合 {first}、{second} 和 {third} 中都没有元素 {id}',
  ],
  ['{id} is not an element of {first} or {second}', '集合 {first} 和 {second} 中都没有元素 {id}'],
  ['{id} is not an element of {set}', '集合 {set} 中没有元素 {id}'],
  ['correct the row, or add {id} to the set', '更正该行，或在集合中补上 {id}'],

  // Branches of a formula
  ['the formula says nothing for {elements}', '公式缺少 {elements} 的分支'],
  [
    'add {element}: ..., or all: ... for every element that is not named',
    '补上 {element}: ...，或用 all: ... 代表未列出的全部元素',
  ],
  ['the branch {id} is {by*}: it must be one number', '分支 {id} {by*}，而它须为单个数值'],
  [
    'read one element with x[element], or add up with sum(..., {set})',
    '用 x[element] 读取一个元素，或用 sum(..., {set}) 求和',
  ],

  // Sets of a formula
  [
    'the formula of {name} is {found*}, the quantity {declared*}',
    '{name} 的公式{found*}，而该指标{declared*}',
  ],
  ['write {sum} to add up, or declare by: {sets}', '写作 {sum} 以求和，或声明 by: {sets}'],
  [
    'the formula of {name} does not depend on {first} or {second} or {third}: it would be repeated for every element',
    '{name} 的公式与 {first}、{second} 和 {third} 无关：每个元素都会得到同一数值',
  ],
  [
    'the formula of {name} does not depend on {first} or {second}: it would be repeated for every element',
    '{name} 的公式与 {first} 和 {second} 无关：每个元素都会得到同一数值',
  ],
  [
    'the formula of {name} does not depend on {set}: it would be repeated for every element',
    '{name} 的公式与 {set} 无关：每个元素都会得到同一数值',
  ],
  [
    'if that is meant, write each(..., {set}); else drop {same} from by',
    '若确是如此，写作 each(..., {set})；否则从 by 中删去 {same}',
  ],
  ['{word} puts {first*} beside {second*}', '{word} 的一项{first*}，另一项{second*}'],
  [
    'write each(..., {set}) to repeat the one for every element, or sum(..., {same}) to add the other up',
    '用 each(..., {set}) 使未按其分列的一项对每个元素重复，或用 sum(..., {same}) 对按其分列的一项求和',
  ],
  ['there is no {set} to sum over: this is {by*}', '不能对 {set} 求和：此处{by*}'],
  ['drop the sum', '删去 sum'],
  ['sets here: {sets}', '此处可用的集合：{sets}'],
  ['this is {by*} already', '此处已{by*}'],
  ['drop the each', '删去 each'],

  // Attributes
  [
    '{name} is {by*}, so it cannot be read through {set}.{attribute}',
    '{name} {by*}，不能通过 {set}.{attribute} 读取',
  ],
  ['{ids} of {set} {has*} no {attribute}', '{set} 的 {ids} {has*} {attribute}'],
  ['has', '没有'],
  ['have', '都没有'],
  ['read here', '在此读取'],
  ['add {attribute}: ... to {ids}', '为 {ids} 补上 {attribute}: ...'],
];

const LAYER: readonly Saying[] = [
  ['{file} extends this file in turn', '{file} 又以 extends 引用了本文件，形成循环'],
  ['{name} is set by {kind*}, not by {other*}', '{name} 由{kind*}设定，不能由{other*}设定'],
  ['set_by: {kind}', 'set_by: {kind}'],
  ['set it in a {kind*} file, or in the study for all of them', '在{kind*}中设定，或在研究文件中统一设定'],
  ['two {kind*} files set {name}', '有两个{kind*}都设定了 {name}'],
  ['also here', '另见此处'],
  ['{name} is computed: it cannot be set', '{name} 由公式算出，不能设定'],
  ['its formula', '其公式'],
  ['set the inputs that it is computed from', '改为设定它所依据的输入'],
  ...A_KIND,
  ...KINDS,
];

const OVERRIDE: readonly Saying[] = [
  ['an override is written name=value', '覆盖值写作 name=value'],
  ['for example --set "{example}"', '例如 --set "{example}"'],
  ['an override holds for one year, or for all of them', '一个覆盖值只能用于一个年份或全部年份'],
  ['an element is written in quotes: "{element}"', '元素须加引号："{element}"'],
  ['{name} is set twice in the same place', '{name} 在同一处设定了两次'],
  ['{name} is set as a whole after a part of it', '先设定了 {name} 的一部分，又设定了全部'],
  ['of this nothing would be left', '此处的设定将不起作用'],
  ['set the whole first, then the part', '先设定全部，再设定部分'],
  ['{name} has no value for {year} to replace', '{name} 没有 {year} 年的值可供覆盖'],
  ['it is known for the base year alone: write {name}=...', '它只有基准年的值，写作 {name}=...'],
  ['the study runs from {first} to {last}', '研究年份为 {first} 至 {last}'],

  // Elements
  [
    '{id} is an element of {first} and of {second} and of {third}',
    '集合 {first}、{second} 和 {third} 中都有元素 {id}',
  ],
  ['{id} is an element of {first} and of {second}', '集合 {first} 和 {second} 中都有元素 {id}'],
  ['{id} is an element of {sets}', '集合 {sets} 中都有元素 {id}'],
  ['set the value in the study file, by each', '在研究文件中用 each 设定该值'],
  ['{id} and {other} are both elements of {set}', '{id} 和 {other} 都是集合 {set} 的元素'],
  ['write one override for each of them', '为每个元素各写一个覆盖值'],
  ['name one element of each set, for example {name}', '每个集合各指明一个元素，例如 {name}'],
  ['ask for one of them', '只指定其中之一'],
];

const INPUT: readonly Saying[] = [
  ['{name} has no value{where*}', '{name} 没有值{where*}'],
  [' for {elements} in {cases}', '（元素 {elements}；情景与策略 {cases}）'],
  [' for {elements}', '（元素 {elements}）'],
  [' in {cases}', '（情景与策略 {cases}）'],
  ['{name} has no value', '{name} 没有值'],
  ['give it one in a {kind*} file: {entry}', '在{kind*}中补上 {entry}'],
  ...KINDS,
];

export const NAMES: Readonly<Record<string, readonly Saying[]>> = {
  name: NAME,
  set: SET,
  layer: LAYER,
  override: OVERRIDE,
  input: INPUT,
};
