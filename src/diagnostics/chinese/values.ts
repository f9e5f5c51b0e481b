// What is said of values, their years and their tables.

import { DIMENSIONS } from './dimensions.ts';
import type { Saying } from './saying.ts';

/** `2024, 2026 to 2028 and 2035`, told from a sentence by the first digit of a year. */
const YEARS: readonly Saying[] = [
  ['{years*} and 2{last*}', '{years*} 和 2{last*}'],
  ['{years*}, 2{later*}', '{years*}、2{later*}'],
  ['{from} to 2{to}', '{from} 至 2{to}'],
];

const VALUE: readonly Saying[] = [
  // How an amount is written
  ['{text} is not a number with a unit', '{text} 不是带单位的数值'],
  ['{name} is neither a number with its unit nor a table of keys', '{name} 既不是带单位的数值，也不是键值表'],
  ['it is too large to compute with', '数值过大，无法计算'],
  ['it is too small to compute with', '数值过小，无法计算'],
  ['write {amount}, without separators between thousands', '写作 {amount}，不加千位分隔符'],
  ['write {amount}, with a decimal point', '写作 {amount}，小数点用“.”'],
  ['write {amount}, with a space', '写作 {amount}，数字与单位之间空一格'],
  ['write for example 1.5, 50 % or 1.423 tCO2e/t', '例如写作 1.5、50% 或 1.423 tCO2e/t'],
  ['{name} is too large to compute with in {years*}', '{name} 在 {years*} 年的数值过大，无法计算'],
  ['{amount} is too large to compute with', '{amount} 过大，无法计算'],
  ['within is a share, for example 0.1 %', 'within 须为比例，例如 0.1%'],

  // What it is given by
  ['a value is given by exactly one of {forms*}', '值须以下列方式之一给出，且只用一种：{forms*}'],
  ['is, each, path, observed, delay, from', 'is、each、path、observed、delay、from'],
  ['here are {one} and {two} and {three}', '此处有 {one}、{two} 和 {three}'],
  ['here are {one} and {two}', '此处有 {one} 和 {two}'],
  ['here are {forms}', '此处有 {forms}'],
  ['then is given by exactly one of path, from', 'then 只能由 path 和 from 之一给出'],
  [
    'after has no meaning beside then, which gives the later years',
    '后续年份已由 then 给出，同处的 after 不起作用',
  ],
  ['write it in then', '改写在 then 之内'],
  ['splice joins observed years to a path: then is missing', 'splice 把观测年份与路径衔接，但缺少 then'],
  [
    '{file} has no years: between, before and after have no meaning',
    '{file} 没有年份，between、before 和 after 不起作用',
  ],
  ['drop them', '将其删去'],
  ['{key} has no meaning beside {form}', '{key} 不能与 {form} 同用'],
  ['a delay is a number of years', 'delay 须为年数'],
  ['write delay: 2 year', '写作 delay: 2 year'],
  [
    '{name} has a value for each {one} and {two} and {three}',
    '{name} 须按 {one}、{two} 和 {three} 的元素分别给值',
  ],
  ['{name} has a value for each {one} and {two}', '{name} 须按 {one} 和 {two} 的元素分别给值'],
  ['{name} has a value for each {set}', '{name} 须按 {set} 的元素分别给值'],
  ['read the table by: { {sets}: column }', '用 by: { {sets}: column } 读取该表，column 为列名'],
  [
    'write each: { element: value, ... }; all: value holds for every element that is not named',
    '写作 each: { element: value, ... }；all: value 适用于未列出的全部元素',
  ],
  ['{name} has no sets: it takes one value', '{name} 不按集合分列，只取一个值'],
  ['{name} is by {one} and {two} and {three} only', '{name} 只按 {one}、{two} 和 {three} 分列'],
  ['{name} is by {one} and {two} only', '{name} 只按 {one} 和 {two} 分列'],
  ['{name} is by {set} only', '{name} 只按 {set} 分列'],

  // Years and paths
  ['{year} is not a year', '{year} 不是年份'],
  ['a decimal is written with a point: 65.5', '小数点用“.”，例如 65.5'],
  ['a path names at least one year', '路径至少须写明一个年份'],
  ['the data file gives {year} itself', '数据文件已给出 {year} 年的值'],
  [
    'the path is settled until a year that it names before its last',
    'settled 须为路径所列年份之一，且早于其末年',
  ],
  ['name more than one year', '路径须列出一个以上的年份'],
  ['write one of {years*}', '可选值：{years*}'],
  [
    'the path says between: none, so every year between its first and last is named',
    '路径写明 between: none，首末年份之间须逐年列出',
  ],
  [
    'name years before them, or say before: hold (or a growth rate such as 2 % in place of hold)',
    '补上此前的年份，或写明 before: hold（也可用年增长率代替 hold，例如 2%）',
  ],
  [
    'name years after them, or say after: hold (or a growth rate such as 2 % in place of hold)',
    '补上此后的年份，或写明 after: hold（也可用年增长率代替 hold，例如 2%）',
  ],
  [
    'name years around them, or say before: hold and after: hold (or a growth rate such as 2 % in place of hold)',
    '补上前后的年份，或写明 before: hold 和 after: hold（也可用年增长率代替 hold，例如 2%）',
  ],
  ['the years run backwards', '年份前后颠倒'],
  ['write {from} to {to}', '写作 {from} to {to}'],
  ['years run from an earlier to a later one, 200 at most', '年份须由先到后，最多 200 年'],
  ['the base year {year} is not a year of the study, {years*}', '基准年 {year} 不在研究年份 {years*} 之内'],
  ['{year} is not a year of the study, {from} to {to}', '{year} 不在研究年份 {from} 至 {to} 之内'],
  ['the horizons run backwards', 'horizons 的年份前后颠倒'],
  ['short comes before medium, and medium before long', 'short 须早于 medium，medium 须早于 long'],
  ['the starts run backwards', 'starts 的年份前后颠倒'],
  ['growth of -100 % a year or below leaves nothing to grow', '年增长率为 -100% 或更低，无从增长'],

  // What it builds on
  ['{name} is known for the base year alone: it takes one amount', '{name} 只有基准年的值，须为单个数值'],
  [
    'base stands for an earlier value of {name}, and there is none',
    'base 代表 {name} 在前面各层文件中的值，而前面各层均未给出',
  ],
  [
    "base stands for the value of {year}, which is outside the study's years",
    'base 代表 {year} 年的值，而该年不在研究年份之内',
  ],
  [
    'delay shifts an earlier value of {name}, and there is none',
    'delay 推迟 {name} 在前面各层文件中的值，而前面各层均未给出',
  ],
  [
    "the provider's path is 0 in {year}, the last observed year, to be joined at",
    '衔接点为最后观测年份 {year} 年，而数据提供方的路径在该年为 0',
  ],
  [
    "the provider's path has no value for {year}, the last observed year, to be joined at",
    '衔接点为最后观测年份 {year} 年，而数据提供方的路径缺少该年的值',
  ],
  [
    "the provider's path {state} {year}, the last observed year, to be joined at",
    '衔接点为最后观测年份 {year} 年，而数据提供方的路径 {state}',
  ],
  [
    'the ratio fades after the last observed year, {year}',
    'until 须晚于最后观测年份 {year} 年：比率在其后逐渐消退',
  ],
  // Not before what is said of the provider's path.
  ['{name} has no value for {years*}', '{name} 缺少 {years*} 年的值'],

  // Units
  ['{name} is a pure number', '{name} 是纯数'],
  [
    '{name} is measured in {unit} and cannot be shown in {other}',
    '{name} 的单位是 {unit}，不能以 {other} 显示',
  ],
  ['give it a chart of its own', '为它另设图表'],
  ['{name} is measured in {unit}', '{name} 的单位是 {unit}'],
  ['no unit', '没有单位'],
  ['declared   {dimension*}[{unit}]', '声明   {dimension*}[{unit}]'],
  ['here       {dimension*}[{unit}]', '此处   {dimension*}[{unit}]'],
  ['write {number} {unit}, if that is what it is', '若确是如此，写作 {number} {unit}'],
  ['growth a year is a share', '年增长率须为比例'],
  ['write for example after: 2 %', '例如写作 after: 2%'],
  ['a chance is a share', '概率须为比例'],
  ['write for example 30 %', '例如写作 30%'],
  ['the warming of a scenario is a difference of temperature', '情景的升温须为温度差'],
  ['write for example 1.5 K', '例如写作 1.5 K'],

  // Ranges and bounds
  [
    '{name} is {amount} in {year}, outside {low} to {high}',
    '{name} 在 {year} 年为 {amount}，超出上下限 {low} 至 {high}',
  ],
  [
    'the goal for {name} is {amount}, outside {low} to {high}',
    '{name} 的目标为 {amount}，超出上下限 {low} 至 {high}',
  ],
  ['{name} is {amount}, outside {low} to {high}', '{name} 为 {amount}，超出上下限 {low} 至 {high}'],
  ['{name} may be {low} to {high}', '{name} 可取 {low} 至 {high}'],
  ['{name} may be {bounds}', '{name} 可取 {bounds}'],
  ['its bounds', '其上下限'],
  ['the bounds of a quantity lead from low to high', '指标的下限须小于上限'],
  ['--from is below --to', '--from 须小于 --to'],
  ['a range leads from low to high', '区间须由低到高'],
  ['a range leads from a lower number to a higher one, around {value}', '区间须由低到高，并包含 {value}'],
  ['{name}, {value}, lies outside its own range', '{name} 为 {value}，不在其区间之内'],
  ['a range has both ends, or none', '区间的两端须同时给出，或都不给'],
  ['fill in low and high, or leave both blank', 'low 和 high 都填，或都留空'],
  ...YEARS,
  ...DIMENSIONS,
];

const TIME: readonly Saying[] = [
  ['{name} has a first: but no lag', '{name} 有 first，却没有读取往年的值'],
  ['drop first, or read an earlier year with x[year - 1]', '删去 first，或用 x[year - 1] 读取往年的值'],
  ['the first year has no year before it', '首年没有往年可读'],
  [
    'a check looks at one year; make the lag a formula of its own',
    '检查只看单个年份；读取往年的部分须另立公式',
  ],
  ['{name} is not known before the first year of the study', '{name} 在研究首年之前没有值'],
  ['add first: with the formula that stands in for it in the first year', '补上 first，写明首年改用的公式'],
  [
    'add first: with the formula that stands in for {name} in the first year',
    '补上 first，写明 {name} 在首年改用的公式',
  ],
  ['{name} is known for the base year alone', '{name} 只有基准年的值'],
  [
    'write {name}[base], {again}[2030] or sum(..., year)',
    '写作 {name}[base]、{again}[2030] 或 sum(..., year)',
  ],
  ['write {name}', '写作 {name}'],
  [
    'this is over: base and cannot follow {other} through the years',
    '该公式的 over 为 base，不能逐年读取 {other}',
  ],
  [
    '{name} is over: base and cannot follow {other} through the years',
    '{name} 的 over 为 base，不能逐年读取 {other}',
  ],
  ['a formula over: base has no year', 'over 为 base 的公式没有年份'],
  ['{year} is not a year of the study, {from} to {to}', '{year} 不在研究年份 {from} 至 {to} 之内'],
  [
    'a sum over years reads every year itself: a lag has no meaning inside it',
    '对年份求和本身已读取每一年，其中不能再读取往年的值',
  ],
  [
    'make {name}[year - {years}] a formula of its own, with first:',
    '把 {name}[year - {years}] 另立为公式，并写明 first',
  ],
];

const DATA: readonly Saying[] = [
  // The pair of files
  ['{file} is the table itself', '{file} 就是表本身'],
  [
    'name the sidecar that describes it, the file that begins with data:',
    '改为指明其说明文件，即以 data: 开头的文件',
  ],
  [
    '{file} is a {kind}: from names the data file that describes a CSV',
    '{file} 是以 {kind}: 开头的文件；from 须指明 CSV 的说明文件',
  ],
  ['{file} is not a CSV file', '{file} 不是 CSV 文件'],
  ['{file} is not the file that its sidecar describes', '{file} 与其说明文件不符'],
  [
    'its SHA-256 is {sha256}: check what changed, then correct the sidecar',
    '其 SHA-256 为 {sha256}；先核对改动，再更正说明文件',
  ],

  // The text of the table
  ['{cells} cells, where the header has {width}', '此行有 {cells} 个单元格，而表头有 {width} 个'],
  ['the table is empty', '表格为空'],
  ['semicolons stand between the cells: save the table with commas', '单元格以分号分隔；请改用逗号保存表格'],
  ['tabs stand between the cells: save the table with commas', '单元格以制表符分隔；请改用逗号保存表格'],
  ['two columns are called {name}', '有两列都叫 {name}'],
  ['there is no row below the header', '表头之下没有行'],
  ['a quote is opened here and never closed', '此处的引号没有闭合'],
  ['a cell with a quote in it stands in quotes as a whole', '含引号的单元格须整格加引号'],

  // Columns and rows
  ['{file} has no column {name}', '{file} 没有 {name} 列'],
  ['no row has {cell}', '没有 {cell} 的行'],
  ['there are: {texts}', '可用的有：{texts}'],
  ['{file} has no years to make a path of', '{file} 没有年份，不能构成路径'],
  [
    'read the table with by: { set: column }, or name its column of years in the sidecar',
    '用 by: { set: column } 读取该表，或在说明文件中指明年份列',
  ],
  ['several rows give {year}', '{year} 年有多行'],
  ['where must also name: {columns}', 'where 还须写明：{columns}'],
  ['two rows give {place}', '{place} 有两行'],
  ['keep one of them, or let where also name: {columns}', '只保留其一，或在 where 中再写明：{columns}'],
  ['{file} has no row for {elements} and {count} more', '{file} 缺少 {elements} 的行，另缺 {count} 行'],
  ['{file} has no row for {elements}', '{file} 缺少 {elements} 的行'],
  [
    'every element has one row: add what is missing, nothing is filled in',
    '每个元素须有一行：补上缺少的行，程序不会自动填补',
  ],
  ['{name} has no set that a column could stand for', '{name} 没有可与列对应的集合'],
  [
    '{name} is by {one} and {two} and {three} here: by names a column for each of them',
    '{name} 在此按 {one}、{two} 和 {three} 分列，by 须为其各指明一列',
  ],
  [
    '{name} is by {one} and {two} here: by names a column for each of them',
    '{name} 在此按 {one} 和 {two} 分列，by 须为其各指明一列',
  ],
  [
    '{name} is by {set} here: by names a column for each of them',
    '{name} 在此按 {set} 分列，by 须为其指明一列',
  ],
  ['drop by', '删去 by'],
  ['write by: { {sets} }', '写作 by: { {sets} }'],

  // Cells
  ['{cell}" in {year} is not a number', '{year} 年的 {cell}" 不是数字'],
  ['{cell} is not a number', '{cell} 不是数字'],
  ['write digits with a decimal point, nothing else', '只写数字和小数点'],
  ['{cell} is not a year', '{cell} 不是年份'],
  ['the sidecar does not translate the unit {unit}', '说明文件未注明单位 {unit} 对应的写法'],
  ['add {unit}: ... to units', '在 units 中补上 {unit}: ...'],
];

const MONEY: readonly Saying[] = [
  ['the money table declares no way from {from} to {to}', '货币表中没有从 {from} 到 {to} 的换算'],
  ['add {row*} to the money table', '在货币表中补上 {row*}'],
  ['a deflator from {from} to {to}', '{from} 至 {to} 的平减指数'],
  ['the exchange rate {from} to {to} of {year}', '{year} 年 {from} 兑 {to} 的汇率'],
  ['{money} is not money of a price year', '{money} 不是带价格年份的货币'],
  ['write for example CNY_2023', '例如写作 CNY_2023'],
  [
    'a deflator leads from one price year of a currency to another',
    '平减指数须在同一货币的两个价格年份之间换算',
  ],
  ['write { from: EUR_2023, to: EUR_2024, is: ... }', '写作 { from: EUR_2023, to: EUR_2024, is: ... }'],
  ['the deflators above lead from {from} to {to} already', '上面的平减指数已能从 {from} 换算到 {to}'],
  ['keep one way: two ways give two numbers', '只保留一条换算途径：两条会得出两个数值'],
  ['an exchange rate leads from one currency to another', '汇率须在两种货币之间换算'],
  ['write { from: EUR, to: CNY, year: 2023, is: ... }', '写作 { from: EUR, to: CNY, year: 2023, is: ... }'],
  [
    'the rates above lead from {from} to {to} in {year} already',
    '上面已有 {year} 年 {from} 与 {to} 之间的汇率',
  ],
  ['keep one of them: two rates give two numbers', '只保留其一：两个汇率会得出两个数值'],
];

export const VALUES: Readonly<Record<string, readonly Saying[]>> = {
  value: VALUE,
  time: TIME,
  data: DATA,
  money: MONEY,
};
