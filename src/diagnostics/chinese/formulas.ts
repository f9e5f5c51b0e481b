// What is said of formulas, their units and what they give.

import { BY } from './common.ts';
import { DIMENSIONS } from './dimensions.ts';
import type { Saying } from './saying.ts';

const formula: readonly Saying[] = [
  ['a formula has at most {most} characters', '公式最多 {most} 个字符'],
  ['a formula nests at most {most} deep', '公式最多嵌套 {most} 层'],
  ['split it into named formulas', '拆成几个有名称的公式'],
  ['a formula stands on one line', '公式须写在一行内'],
  [
    'write it on the line of its key, or split it into named formulas',
    '与键写在同一行，或拆成几个有名称的公式',
  ],
  ['a comment behind a formula would cut it', '公式后的注释会截断公式'],
  ['put the comment on a line of its own, or in about', '注释另起一行，或写入 about'],
  ['a formula by element needs a quantity by one set', '逐元素的公式只用于按一个集合分列的指标'],
  ['declare by: the set whose elements these are', '用 by: 声明这些元素所属的集合'],
  ['split it by a formula of its own', '另立公式来拆分'],
  ['a formula by element names at least one', '逐元素的公式至少写出一个元素'],
  [
    'write element: formula, or all: formula for every element that is not named',
    '写作 element: formula；未写出的元素合用 all: formula',
  ],
  ['{number} stands in the formula without a unit or a source', '公式中的 {number} 既无单位，也无来源'],
  [
    'make it an input, and give its value in a reference, company or scenario file',
    '改为输入，在参考文件、公司文件或情景文件中给出其值',
  ],
  // What the parser of mathjs says, in small letters.
  ['not a formula: {fault*}', '不是公式：{fault*}'],
  ['not a formula', '不是公式'],
  ['unexpected end of expression', '表达式不完整'],
  ['property name expected after dot', '“.”之后缺少名称'],
  ['value expected', '此处缺少值'],
  ['parenthesis {sign} expected', '缺少括号 {sign}'],
  ['end of matrix {sign} expected', '缺少括号 {sign}'],
  ['end of string {sign} expected', '文本缺少引号 {sign}'],
  ['unexpected operator {sign}', '此处不应有运算符 {sign}'],
  ['unexpected part {part}', '此处不应有 {part}'],
  ['syntax error in part {part}', '{part} 有语法错误'],
  ['digit expected, got {sign}', '应为数字，却是 {sign}'],
  ['bad escape character {sign}', '转义字符 {sign} 无效'],
  ['invalid unicode character {sign}', 'Unicode 字符 {sign} 无效'],
  ['column dimensions mismatch {sizes}', '各行长度不同 {sizes}'],
  ['invalid left hand side of assignment operator =', '= 左边不能赋值'],
  // What is left of a formula that the parser reads.
  ['{text} is left over', '多出 {text}'],
  ['a number is written in digits: 0 or 1', '数值须用数字书写：0 或 1'],
  ['there is no true and false in a formula', '公式中没有 true 和 false'],
  ['compare instead: x >= 1', '改用比较：x >= 1'],
  ['a text is not a value', '文本不能作为值'],
  ['{text} is not a value', '{text} 不能作为值'],
  ['one pair of brackets after a name', '名称后只能有一对方括号'],
  ['nothing stands in the brackets', '方括号内为空'],
  ['drop them, or write x[year - 1]', '删去方括号，或写作 x[year - 1]'],
  ['two years in one pair of brackets', '一对方括号内有两个年份'],
  [
    'brackets hold year - 1, a year, base, an element or set.attribute',
    '方括号内可写 year - 1、年份、base、元素或 set.attribute',
  ],
  ['a formula looks back, never ahead', '公式只能读取往年的值，不能读取以后年份的值'],
  ['{name} has no parts', '{name} 不能用“.”取属性'],
  [
    'an attribute of a set stands in brackets: x[product.cn_code]',
    '集合的属性写在方括号内：x[product.cn_code]',
  ],
  ['comparisons do not chain', '比较不能连写'],
  ['two values stand side by side', '两个值相邻，其间没有运算符'],
  ['write * between them', '在两者之间写 *'],
  ['a choice is written if(condition, then, otherwise)', '条件选择写作 if(condition, then, otherwise)'],
  ['a formula has no lists; use a set', '公式中没有列表；改用集合'],
  [
    'a formula does not assign; its name is the key it stands under',
    '公式中不能赋值；公式的名称就是其上的键',
  ],
  ['a formula does not define functions', '公式中不能定义函数'],
  ['a formula has no ranges; sum(x, year) sums over the years', '公式中没有区间；sum(x, year) 对各年求和'],
  ['one formula, one expression', '一个公式只写一个表达式'],
  ['a formula has no tables', '公式中没有键值表'],
  ['this has no meaning in a formula', '此写法在公式中没有意义'],
  ['{sign} before a value has no meaning in a formula', '值前的 {sign} 在公式中没有意义'],
  ['{sign} has no meaning in a formula', '{sign} 在公式中没有意义'],
  [
    'a percentage is a value of an input: mathjs would read % as the remainder of a division',
    '百分比须作为输入的值：mathjs 会把 % 读作取余',
  ],
  ['a comparison is written ==', '判断相等写作 =='],
  ['drop it: a formula begins with its first quantity', '删去它：公式以首个指标开头'],
  ['write the narrow sign {sign}', '写作半角的 {sign}'],
  ['write not (a) or !=', '写作 not (a) 或 !='],
  ['quote an element with double quotes', '元素用双引号括起'],
  ['only a word can have arguments', '只有函数可带参数'],
  ['{name} is not a word of the formula language', '公式中没有函数 {name}'],
  ['to multiply, write {name} * (...); words: {words}', '如要相乘，写作 {name} * (...)；可用的函数：{words}'],
  ['words: {words}', '可用的函数：{words}'],
  ['the second argument of {word} is the name of a set', '{word} 的第二个参数须是集合名称'],
  ['{word} takes a value and a set', '{word} 的参数为一个值和一个集合'],
  ['{word} does not take {arguments*}', '{word} 不能带{arguments*}'],
  ['{count} argument', ' {count} 个参数'],
  ['{count} arguments', ' {count} 个参数'],
  ['write {formula}', '写作 {formula}'],
];

/** Rows that compare units keep their columns: every title is two characters wide. */
const unit: readonly Saying[] = [
  ['left    {dimension*}[{unit}]', '左边   {dimension*}[{unit}]'],
  ['right   {dimension*}[{unit}]', '右边   {dimension*}[{unit}]'],
  ['first   {dimension*}[{unit}]', '首项   {dimension*}[{unit}]'],
  ['here    {dimension*}[{unit}]', '此处   {dimension*}[{unit}]'],
  ['here   {dimension*}[{unit}]', '此处   {dimension*}[{unit}]'],
  ['gives      {dimension*}[{unit}]', '得出   {dimension*}[{unit}]'],
  ['an unknown unit', '未知单位'],
  ['declared   {dimension*}[{unit}]', '声明   {dimension*}[{unit}]'],
  ['part    {dimension*}[{unit}]', '分项   {dimension*}[{unit}]'],
  ['total   {dimension*}[{unit}]', '合计   {dimension*}[{unit}]'],
  ['a check is a condition, such as a >= b', '检查须为条件，如 a >= b'],
  ['the formula of {name} does not give {unit}', '{name} 的公式所得单位不是 {unit}'],
  ['declared', '声明的单位'],
  ['{unit} can only be raised to a whole number', '{unit} 只能取整数次方'],
  ['{unit} has no square root', '{unit} 不能开平方'],
  ['a pure number is needed here', '此处须为纯数'],
  [
    'compare it with a quantity in {unit}, or divide it by one',
    '与单位为 {unit} 的指标比较，或除以这样的指标',
  ],
  ['the branches measure {first*} and {here*}', '各分支量纲不同：{first*}、{here*}'],
  ['{word} chooses between {first*} and {here*}', '{word} 的各选项量纲不同：{first*}、{here*}'],
  ['{left*} and {right*} cannot be {done*}', '不能{done*}：{left*}、{right*}'],
  ['added', '相加'],
  ['subtracted from each other', '相减'],
  ['compared', '比较'],
  [
    'multiply the {side*} side by a quantity of {factor*}; in reach: {names}',
    '将{side*}乘以一个指标（量纲：{factor*}）；可用的有：{names}',
  ],
  ['left', '左边'],
  ['right', '右边'],
  [
    'an impact is measured against {name} in {unit}; {driver} is in {other}',
    '影响以 {name} 衡量，单位为 {unit}；{driver} 的单位却是 {other}',
  ],
  [
    '{left} in {unit} cannot be compared with {right} in {other}',
    '不能比较：{left} [{unit}]、{right} [{other}]',
  ],
  ['{name} cannot be a part of {total}', '{name} 不能计入 {total}'],
  ['the unit of the total', '合计的单位'],
  ['the unit {name} is declared twice', '单位 {name} 声明了两次'],
  ['keep one of them: every file of the study can use it', '只保留其一：研究的各个文件都可使用'],
  ['{name} cannot name a new unit: write letters and digits', '{name} 不能用作新单位的名称：只用字母和数字'],
  ['{name} cannot name a new unit: it means something already', '{name} 不能用作新单位的名称：已有其他含义'],
  ['{name} must be an amount of a known unit, above zero', '{name} 须用已知单位定义，且大于 0'],
  ['{text} is not a unit', '{text} 不是单位'],
  ['a unit is missing', '缺少单位'],
  ['unknown unit {name}', '未知单位 {name}'],
  ['the unit {name} is refused', '不能使用单位 {name}'],
  ['write a unit without a number in front, for example t or 1/year', '单位前不写数字，例如 t 或 1/year'],
  ['write 1 for a pure number', '纯数写作 1'],
  ['write for example t, tCO2e/t or EUR_2024/tCO2e', '例如写作 t、tCO2e/t 或 EUR_2024/tCO2e'],
  ['write for example {definition}', '例如写作 {definition}'],
  ['{name} takes the prefixes {prefixes}', '{name} 可用的前缀：{prefixes}'],
  ['ton is three different masses: write t (1000 kg)', 'ton 可指三种不同的质量：写作 t (1000 kg)'],
  ['tons are three different masses: write t (1000 kg)', 'tons 可指三种不同的质量：写作 t (1000 kg)'],
  ['{name} has an offset: write K for a difference of temperature', '{name} 的零点不是绝对零度：温差写作 K'],
  [
    'annual totals carry no "per year"; a duration is written year',
    '年度总量的单位不带“每年”；时长写作 year',
  ],
  [
    'a substance is part of the unit: write tCO2e or tCO2, without a space',
    '物质名称是单位的一部分：写作 tCO2e 或 tCO2，中间不空格',
  ],
  [
    'a substance is part of the unit: write tCO2e, without a space',
    '物质名称是单位的一部分：写作 tCO2e，中间不空格',
  ],
  ['money states its price year: {real}, or {nominal}', '货币须注明价格年份：{real}，或 {nominal}'],
  ['write CNY with its price year: CNY_2023', '写作 CNY，并注明价格年份：CNY_2023'],
  ['write {unit}', '写作 {unit}'],
  ['{dimension*} [{unit}]', '{dimension*} [{unit}]'],
  ...DIMENSIONS,
];

const given: readonly Saying[] = [
  ['given      {dimension*}[{unit}]', '给出   {dimension*}[{unit}]'],
  ['declared   {dimension*}[{unit}]', '声明   {dimension*}[{unit}]'],
  [
    '{name} is given in {unit} but declared in {declared}',
    '{name} 在 given 中的单位是 {unit}，声明时却是 {declared}',
  ],
  [
    '{name} is given over {over} but declared over {declared}',
    '{name} 在 given 中写作 over: {over}，声明时却是 over: {declared}',
  ],
  ['{name} is given {sets*} but declared {declared*}', '{name} 在 given 中{sets*}，声明时却{declared*}'],
  ['without sets', '不按集合分列'],
  ...BY,
  ...DIMENSIONS,
];

const cycle: readonly Saying[] = [
  ['{name} depends on itself within a year', '{name} 在同一年内依赖自身'],
  [
    '{name} depends on itself through a fixed year or a sum over years',
    '{name} 经由固定年份或对各年求和依赖自身',
  ],
  ['{name} depends on itself {how}', '{name} 依赖自身 {how}'],
  ['reads {name}', '读取 {name}'],
  ['{from} -> {to}', '{from} -> {to}'],
  ['break the circle with a lag: x[year - 1]', '改为读取往年的值，断开循环：x[year - 1]'],
  ['a loop over years can only look back with a lag', '跨年的循环只能读取往年的值，如 x[year - 1]'],
];

/** Where a number of a run was computed, and how often it is at fault. */
const whereabouts: readonly Saying[] = [
  ['scenario {scenario}, strategy {strategy}', '情景 {scenario}，策略 {strategy}'],
  ['broken in {count} years', '共 {count} 年出现此问题'],
];

const check: readonly Saying[] = [
  ...whereabouts,
  ['the check {name} cannot be decided ({cell}) in {year}', '检查 {name} 无法判定（{cell}，{year} 年）'],
  ['the check {name} cannot be decided in {year}', '检查 {name} 无法判定（{year} 年）'],
  ['the check {name} cannot be decided ({cell})', '检查 {name} 无法判定（{cell}）'],
  ['the check {name} cannot be decided', '检查 {name} 无法判定'],
  ['it divides by zero or leaves the range of a function', '除数为零，或超出函数的定义域'],
  // What the model says of a check that is broken, where no text of the project says it in Chinese.
  ['{otherwise} ({cell}) in 20{year}', '{otherwise}（{cell}，20{year} 年）'],
  ['{otherwise} in 20{year}', '{otherwise}（20{year} 年）'],
  ['{otherwise} ({cell})', '{otherwise}（{cell}）'],
  ['{read} = {amount}', '{read} = {amount}'],
];

const run: readonly Saying[] = [
  ['draw {draw}', '第 {draw} 次抽样'],
  ...whereabouts,
  [
    '{name} in {year} comes out at {amount}, outside {low} to {high}',
    '{name} 在 {year} 年的结果为 {amount}，超出上下限 {low} 至 {high}',
  ],
  [
    '{name} comes out at {amount}, outside {low} to {high}',
    '{name} 的结果为 {amount}，超出上下限 {low} 至 {high}',
  ],
  [
    '{fault*}: it divides by zero or leaves the range of a function',
    '{fault*}：除数为零，或超出函数的定义域',
  ],
  ['{name} in {year} is infinite', '{name} 在 {year} 年为无穷大'],
  ['{name} in {year} is not a number', '{name} 在 {year} 年算不出数值'],
  ['{name} is infinite', '{name} 为无穷大'],
  ['{name} is not a number', '{name} 算不出数值'],
  ['a run takes one study', '一次只能运行一项研究'],
  ['run the file that begins with study:', '运行以 study: 开头的文件'],
  ['the study takes no draws', '本研究未设抽样'],
  [
    'add uncertainty: { draws: 10000, seed: 2026 } to the study',
    '在研究文件中补上 uncertainty: { draws: 10000, seed: 2026 }',
  ],
  ['{read} = {amount}', '{read} = {amount}'],
];

const example: readonly Saying[] = [
  ['{name} expects nothing', '{name} 没有写明预期值'],
  [
    'the example {name} expects {quantity} to be {expected}; it is {computed}',
    '示例 {name} 预期 {quantity} 为 {expected}，算得 {computed}',
  ],
  [
    'the example {name} gives {quantity} itself: nothing computes it',
    '示例 {name} 自身给出了 {quantity}，无从验算',
  ],
  ['given here', '在此给出'],
  ['the example {name} does not say {inputs}', '示例 {name} 没有给出 {inputs}'],
  ['add year: 2030 to with', '在 with 中补上 year: 2030'],
  ['add {inputs} to with', '在 with 中补上 {inputs}'],
  ['the example {name} cannot be computed: {obstacle*}', '示例 {name} 无法计算：{obstacle*}'],
  ['read here', '在此读取'],
  ['{name} is read in two years, and an example has one', '{name} 在两个年份读取，而示例只有一个年份'],
  ['{name} reads an earlier year, and an example has one', '{name} 读取往年的值，而示例只有一个年份'],
  ['{name} adds up years, and an example has one', '{name} 对各年求和，而示例只有一个年份'],
  ['{name} depends on the year, and is read in another one', '{name} 取决于年份，却在另一年份读取'],
  ['{name} depends on the year', '{name} 取决于年份'],
  ['{name} says nothing for an element without a name', '{name} 未写明无名称的元素如何计算'],
  [
    '{name} reads a named element, and that of an example has no name',
    '{name} 读取指定的元素，而示例中的元素没有名称',
  ],
  ['give it in with, or expect another quantity', '在 with 中给出该指标，或改为预期其他指标'],
  ['give {name} in with, or expect another quantity', '在 with 中给出 {name}，或改为预期其他指标'],
  ['write the last branch as all:, or give it in with', '最后一个分支写作 all:，或在 with 中给出该指标'],
];

export const FORMULAS: Readonly<Record<string, readonly Saying[]>> = {
  formula,
  unit,
  cycle,
  check,
  run,
  given,
  example,
};
