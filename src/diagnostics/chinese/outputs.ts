// What is said of charts, disclosures and what a run leaves.

import { BY } from './common.ts';
import type { Saying } from './saying.ts';

export const OUTPUTS: Readonly<Record<string, readonly Saying[]>> = {
  chart: [
    ['{kind} is not a kind of chart', '没有图表类型 {kind}'],
    ['kinds: {names}', '可用的图表类型：{names}'],
    ['{kind} draws the register, and the study has none', '{kind} 图展示登记册，而本研究没有登记册'],
    ['add register: to the study', '在研究文件中补上 register:'],
    ['{kind} shows draws, and the study takes none', '{kind} 图展示抽样，而本研究未设抽样'],
    ['add uncertainty: to the study', '在研究文件中补上 uncertainty:'],
    ['{kind} takes no quantities', '{kind} 图不接受 quantities'],
    ['{kind} needs quantities', '{kind} 图缺少 quantities'],
    ['add quantities: [...]', '补上 quantities: [...]'],
    ['{kind} draws one quantity, here are {count}', '{kind} 图只画一个指标，此处有 {count} 个'],
    [
      '{kind} draws years, and {name} is known for the base year alone',
      '{kind} 图逐年绘制，而 {name} 只有基准年的值',
    ],
    [
      '{kind} puts the same elements side by side, and {one} and {other} have others',
      '{kind} 图并列相同的元素，而 {one} 与 {other} 的元素不同',
    ],
    ['{kind} has no bars with a width of their own', '{kind} 图没有宽度可变的条形，不接受 width'],
    [
      '{kind} needs width: the quantity that says how wide each bar is',
      '{kind} 图缺少 width，即决定条形宽度的指标',
    ],
    [
      '{kind} needs widths and heights of the same elements; {width} is {by*}, {height} {other*}',
      '{kind} 图的宽度与高度须取自相同的元素：{width} {by*}，{height} {other*}',
    ],
    [
      '{kind} holds bars against one level, and {name} is {by*}',
      '{kind} 图的条形与同一水平值对比，而 {name} {by*}',
    ],
    ['by no set', '不按集合分列'],
    ...BY,
    ['{kind} draws what adds to a total, and {name} is none', '{kind} 图展示合计的构成，而 {name} 不是合计'],
    ['totals: {names}', '可用的合计：{names}'],
    ['the models declare no total', '各模型没有声明合计'],
    [
      '{kind} draws the elements of a set, and {name} has none',
      '{kind} 图展示集合的各元素，而 {name} 不按集合分列',
    ],
    [
      '{kind} draws targets, and no target of the company aims at {name}',
      '{kind} 图展示目标，而公司文件没有针对 {name} 的目标',
    ],
    ['add one to targets: in the company file', '在公司文件的 targets: 中补上一项'],
  ],
  disclosure: [
    ['{names} has no answer', '{names} 未回应'],
    ['{names} have no answer', '{names} 均未回应'],
    [
      'say where it is shown, or lacks: { en, zh } with the reason why it is not',
      '以 shown: [...] 指明所在，或以 lacks: { en, zh } 说明未回应的原因',
    ],
    ['{name} shows nothing and does not say why', '{name} 既未指明所在，也未说明原因'],
    [
      'add shown: [...], or lacks: { en, zh } with the reason',
      '补上 shown: [...]，或以 lacks: { en, zh } 说明原因',
    ],
    ['part is said of a file', 'part 只与 file 同用'],
    ['a place is named by one key', '每处须用一个键指明，且只用一个'],
    ['one of {keys}; a file may name a part', '可用的键：{keys}，取其一；file 可再加 part'],
    ['the run leaves no file {name} that answers anything', '运行结果中没有可作回应的文件 {name}'],
    ['files: {names}', '可用的文件：{names}'],
    ['{name} says nothing: {lack*}', '{name} 没有内容：{lack*}'],
    ['the study takes no draws', '本研究未设抽样'],
    ['add uncertainty: to the study', '在研究文件中补上 uncertainty:'],
    ['the study has no register', '本研究没有登记册'],
    ['add register: to the study', '在研究文件中补上 register:'],
    ['the company has no targets', '公司文件没有目标'],
    ['add targets: to the company file', '在公司文件中补上 targets:'],
    ['the company reconciles nothing', '公司文件没有核对项'],
    ['add reconciliation: to the company file', '在公司文件中补上 reconciliation:'],
    ['the company names no later figure', '公司文件没有基准年之后公布的数据'],
    ['add backtest: to the company file', '在公司文件中补上 backtest:'],
    ['{name} has no part {part}', '{name} 没有名为 {part} 的部分'],
    ['leave part out', '删去 part'],
    ['parts: {names}', '可用的部分：{names}'],
  ],
  headline: [
    [
      'a headline adds up {one} and {two}, and {name} in {unit} does not add up',
      '主要指标对 {one} 与 {two} 的元素求和，而 {name} 的单位是 {unit}，不能相加',
    ],
    [
      'a headline adds up {set}, and {name} in {unit} does not add up',
      '主要指标对 {set} 的元素求和，而 {name} 的单位是 {unit}，不能相加',
    ],
    ['name a quantity without sets, for example a mean', '改用不按集合分列的指标，例如平均值'],
  ],
  verify: [
    ['environment.json states no checksums of the pack', 'environment.json 没有记录结果包的校验和'],
    [
      '{path} has not the checksum that environment.json states',
      '{path} 的校验和与 environment.json 的记录不符',
    ],
    ['and {count} more like this', '另有 {count} 处同类问题'],
    ['{path} is not there any more', '{path} 已不存在'],
    [
      'put it back from {copy}, or run the study without it',
      '从 {copy} 恢复该文件，或不用该文件重新运行研究',
    ],
    ['{path} has changed since the pack was made', '{path} 在结果包生成之后有改动'],
    [
      'run the study again, or put the file back from {copy}; tcfd compare {folder} {study} says what the change does',
      '重新运行研究，或从 {copy} 恢复该文件；tcfd compare {folder} {study} 显示改动的影响',
    ],
    [
      'the project that the pack was made in is not near: its files are not looked at',
      '在附近找不到生成该结果包的项目，未检查项目文件',
    ],
    [
      'the pack is held against the inputs that it keeps itself; from inside the project its files are looked at too',
      '结果包已按自存的输入核对；在项目文件夹内执行时，还会检查项目文件',
    ],
    [
      "the pack's own copy of {path} is not what run.json records, so nothing can be run again from it",
      '结果包自存的 {path} 与 run.json 的记录不符，无法据此重新运行',
    ],
    [
      '{path} is not in the pack, and a run of its inputs leaves it',
      '结果包中没有 {path}，而用其输入重新运行会得到该文件',
    ],
    [
      '{path} is in the pack, and no run of its inputs leaves it',
      '结果包中有 {path}，而用其输入重新运行不会得到该文件',
    ],
    ['{path} is not what a run of its inputs leaves', '{path} 与用其输入重新运行的结果不同'],
    ['from byte {count} on', '自第 {count} 个字节起不同'],
    // Two words of the same width, so that what stands behind them can be compared.
    ['pack   {text}', '原包 {text}'],
    ['pack   ', '原包'],
    ['again  {text}', '重算 {text}'],
    ['again  ', '重算'],
    [
      'the pack was made by version {made}, and this is {version}',
      '结果包由版本 {made} 生成，当前版本为 {version}',
    ],
    ['verify it with version {version}, or run the study again', '用版本 {version} 校验，或重新运行研究'],
  ],
  reconciliation: [
    [
      '{name} must be one number: over: base, without sets',
      '{name} 须为单个数值：over: base，且不按集合分列',
    ],
  ],
};
