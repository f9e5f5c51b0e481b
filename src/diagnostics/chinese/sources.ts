// What is said of sources, scenarios and what lint finds.

import type { Saying } from './saying.ts';

const source: readonly Saying[] = [
  ['no reference file describes the source {key}', '来源 {key} 未在任何参考文件中说明'],
  ['describe it under sources: in a reference file', '在参考文件的 sources: 下加以说明'],
  ['the source {key} is described twice', '来源 {key} 说明了两次'],
  ['keep one of them: every file of the study can name it', '只保留其一：研究的各个文件都可引用'],
  ['the deflator {from} to {to} has a value without a source', '{from} 至 {to} 的平减指数值没有来源'],
  [
    'the exchange rate {from} to {to} {year} has a value without a source',
    '{year} 年 {from} 兑 {to} 汇率值没有来源',
  ],
  ['{name} has a value without a source', '{name} 的值没有来源'],
  ['the attributes of {elements} have no source', '{elements} 的属性没有来源'],
  ['the version {version} of {name} has no source', '{name} 的 {version} 版本没有来源'],
  ['the target {name} has no source', '目标 {name} 没有来源'],
  ['the weight of {name} has no source', '{name} 的权重没有来源'],
  ['the limit {name} has no source', '限制 {name} 没有来源'],
  ['the budget has no source', '预算没有来源'],
  ['{name} has no source', '{name} 没有来源'],
  [
    '{year} is not of the data file: it says for itself where it comes from',
    '{year} 年的值不取自数据文件：须自行注明来源',
  ],
  [
    'write {year}: { is: ..., assumed: why, confidence: low }, or with a source',
    '写作 {year}: { is: ..., assumed: why, confidence: low }，或注明 source',
  ],
  [
    'add source: [key, place], or assumed: why with a confidence, to them or to the set',
    '在元素或集合上补上 source: [key, place]，或 assumed: why 与 confidence',
  ],
  [
    'add source: [key, place], or assumed: why with a confidence',
    '补上 source: [key, place]，或 assumed: why 与 confidence',
  ],
  [
    'add assumed: why with a confidence, or source: [key, place]',
    '补上 assumed: why 与 confidence，或 source: [key, place]',
  ],
  ['add source: [key, place] beside derived: how', '在 derived: how 旁补上 source: [key, place]'],
  ['add source: [key, place]', '补上 source: [key, place]'],
  ['confidence in what? source or assumed is missing', '置信度没有所指：缺少 source 或 assumed'],
  ['derived from what? source is missing', '推导没有依据：缺少 source'],
  [
    'an assumption says in assumed how it was reached; derived stands beside a source',
    '假设的由来写在 assumed 中；derived 只与 source 并用',
  ],
  ['a value is either sourced or assumed', '值要么有来源，要么为假设，不能兼有'],
  ['an assumption says how sure it is', '假设须注明置信度'],
  ['add confidence: high, medium or low', '补上 confidence: high、medium 或 low'],
  [
    '{name} expired on {date}: as of {as_of} its values may no longer hold',
    '{name} 已于 {date} 过期：截至 {as_of}，其数值可能不再适用',
  ],
  ['nothing in this study rests on it', '本研究没有用到其中的值'],
  [
    '{inputs} input takes its value from it; {quantities} quantity rests on it, listed in assumptions.md',
    '{inputs} 项输入取自该文件，{quantities} 个指标受其影响，清单见 assumptions.md',
  ],
  [
    '{inputs} input takes its value from it; {quantities} quantities rest on it, listed in assumptions.md',
    '{inputs} 项输入取自该文件，{quantities} 个指标受其影响，清单见 assumptions.md',
  ],
  [
    '{inputs} inputs take their values from it; {quantities} quantity rests on them, listed in assumptions.md',
    '{inputs} 项输入取自该文件，{quantities} 个指标受其影响，清单见 assumptions.md',
  ],
  [
    '{inputs} inputs take their values from it; {quantities} quantities rest on them, listed in assumptions.md',
    '{inputs} 项输入取自该文件，{quantities} 个指标受其影响，清单见 assumptions.md',
  ],
  ['headlines that rest on it: {names}', '受影响的主要指标：{names}'],
  ['totals that rest on it: {names}', '受影响的合计：{names}'],
  [
    'review the file against its source and move reviewed and expires',
    '对照来源复核该文件，并更新 reviewed 和 expires',
  ],
  [
    "{name} was reviewed on {date}, after the study's as_of {as_of}",
    '{name} 的复核日期 {date} 晚于研究的 as_of {as_of}',
  ],
];

const scenario: readonly Saying[] = [
  ['{name} names a provider and no licence', '{name} 写明了提供方，却没有写明许可'],
  [
    'add licence: what the provider allows, and how it wants to be named',
    '补上 licence:，写明提供方允许的用途和署名要求',
  ],
  ['{name} rests on numbers without a source', '{name} 用到没有来源的数值'],
  ['leave it out, or accept that: {key}: {names}', '不用此情景，或明确接受：{key}: {names}'],
];

const standards: readonly Saying[] = [
  ['{version} ends on {until}, before it begins on {from}', '{version} 止于 {until}，早于其生效日 {from}'],
  ['{later} begins on {from} while {earlier*}', '{later} 自 {from} 生效，而 {earlier*}'],
  ['{earlier} has no end', '{earlier} 没有终止日'],
  ['{earlier} ends on {until}', '{earlier} 到 {until} 才终止'],
  ['in force as well', '同时有效'],
  ['say until: the day before the later version begins', '用 until: 写明终止日，即后一版本生效的前一日'],
];

const lint: readonly Saying[] = [
  ['{name} differs from {twin} in nothing', '{name} 与 {twin} 没有任何不同'],
  ['the same numbers', '数值相同'],
  ['take one of them out, or write what makes it another', '删去其一，或写出其不同之处'],
  ['{name} is the same in every draw: {why*}', '{name} 在每次抽样中都相同：{why*}'],
  ['nothing behind this headline is uncertain', '该主要指标背后没有不确定的输入'],
  ['nothing behind this target {target} is uncertain', '目标 {target} 背后没有不确定的输入'],
  ['it rests on no input', '不依据任何输入'],
  ['it rests on {names} and {count} more', '依据 {names}，另有 {count} 项'],
  ['it rests on {names}', '依据 {names}'],
  ['give one of them a range: or a spread:', '给其中一项写上 range: 或 spread:'],
  ['one of the values of {name} always comes: its chance is 100 %', '{name} 必取其中一个值：其概率为 100%'],
  ['say spread: none, or give others a chance', '写 spread: none，或为其他值设定概率'],
  ['the acceptance of {name} expired on {date}', '{name} 的接受已于 {date} 到期'],
  ['let the role accept it again, or treat the risk', '由该角色重新接受，或应对该风险'],
  ['the review of {name} was due on {date}', '{name} 应于 {date} 复核'],
  ['review the row and move next:', '复核该条目，并更新 next:'],
  ['this is a number in disguise: it reads no quantity', '此式没有读取任何指标，其实只是一个数值'],
  ['make it an input, with a unit and a source, or write 0 or 1', '改为输入，注明单位和来源，或写作 0 或 1'],
  [
    'draws of {name} fall below zero, which its value never does',
    '{name} 的部分抽样低于 0，而其值从不低于 0',
  ],
  [
    'cut the spread with low, or say within: where the input is declared',
    '用 low 截断分布，或在声明该输入处写 within:',
  ],
  ['nothing reads the input {name}', '输入 {name} 从未被读取'],
  [
    'read it in a formula, show it in a chart, or take it and its values out',
    '在公式中读取，或在图表中显示，或连同其值一并删去',
  ],
  [
    '{what*} assumed with low confidence, and the same in every draw',
    '{what*}为低置信度假设，却在每次抽样中都相同',
  ],
  ['{count} inputs are', '{count} 项输入'],
  ['{name} is', '{name} '],
  ['these are {names} and {count} more', '即 {names}，另有 {count} 项'],
  ['these are {names}', '即 {names}'],
  [
    'name a source, state a range: or spread:, or say spread: none of what is a choice',
    '注明来源，或写 range: 或 spread:；属自主选择的，写 spread: none',
  ],
  ['there is no study to look at', '没有可检查的研究'],
  [
    'lint the file that begins with study:, with all that it names',
    '检查以 study: 开头的文件，连同其引用的全部文件',
  ],
];

export const SOURCES: Readonly<Record<string, readonly Saying[]>> = {
  source,
  scenario,
  standards,
  lint,
};
