// What is said of tables that are imported.

import { FORMULAS } from './formulas.ts';
import type { Saying } from './saying.ts';

export const TABLES: Readonly<Record<string, readonly Saying[]>> = {
  import: [
    // Where the table lies, and where it is to go
    [
      '{path} would not lie in a project, a folder that holds scenarios/',
      '{path} 不在任何项目中；项目是含有 scenarios/ 的文件夹',
    ],
    [
      'the project has no codelists in scenarios/reference/codelists/',
      '项目的 scenarios/reference/codelists/ 中没有代码表',
    ],
    [
      'stand in the project, or name a place in it with --out; codelists come with this product',
      '在项目文件夹内执行，或用 --out 指明其中的位置；代码表随本产品提供',
    ],
    [
      '{path} would be larger than the {size} MB that a study reads',
      '{path} 将超过 {size} MB，即研究可读取的上限',
    ],
    [
      'choose less with --variable, --region, --scenario or --model',
      '用 --variable、--region、--scenario 或 --model 缩小选取范围',
    ],
    ['{file} has no value to keep', '{file} 中没有可保留的数值'],
    // Sheets
    ['{file} has no sheets: it is no workbook', '{file} 不是工作簿，没有工作表'],
    ['drop --sheet', '去掉 --sheet'],
    ['{file} is a zip archive and no workbook: {reason}', '{file} 是 zip 压缩包，而非工作簿：{reason}'],
    [
      'unpack it and name the table inside, for example IAM_data.xlsx',
      '解压后指明其中的表，例如 IAM_data.xlsx',
    ],
    ['there is no sheet {name}', '没有工作表 {name}'],
    ['there are {names}', '可用的有：{names}'],
    ['several sheets hold a table: {names}', '多个工作表含有表：{names}'],
    ['choose one: --sheet {name}', '指明其一：--sheet {name}'],
    ['no sheet begins with the columns {names}', '没有以这些列开头的工作表：{names}'],
    ['the sheet cannot be read on from here: {reason}', '工作表自此处起无法读取：{reason}'],
    // Rows of a text file
    ['a quote is opened here and never closed', '此处的引号没有闭合'],
    ['a cell with a quote in it stands in quotes as a whole', '含引号的单元格须整格加引号'],
    // The header
    ['{file} is empty', '{file} 是空文件'],
    ['the columns are not separated by commas', '各列不是以逗号分隔'],
    ['save the table as "CSV UTF-8 (comma delimited)"', '将表另存为“CSV UTF-8（逗号分隔）”'],
    ['the column {name} stands twice', '列 {name} 出现两次'],
    ['keep one of them', '只保留其一'],
    ['a column without a name', '有一列没有名称'],
    ['unknown column {name}', '未知列 {name}'],
    [
      'columns are {names}, then years, or year and value',
      '列依次为 {names}，其后为各年份，或 year 与 value',
    ],
    [
      "a column beyond the IAMC's is held to one text: --where {text}; or drop it",
      'IAMC 以外的列只保留一个文本：--where {text}；或删去该列',
    ],
    [
      "{name} is a column of the IAMC's, which --where does not choose by",
      '{name} 是 IAMC 的列，不能用 --where 选取',
    ],
    ['use --{name}', '改用 --{name}'],
    ['the header has no column {name}, which --where names', '表头没有 --where 所指的列 {name}'],
    ['the header lacks {names}', '表头缺少 {names}'],
    [
      'the first row names {names}, then years, or year and value',
      '首行依次为 {names}，其后为各年份，或 year 与 value',
    ],
    ['1 column of years, and {names} too', '既有 1 列年份，又有 {names}'],
    ['{count} columns of years, and {names} too', '既有 {count} 列年份，又有 {names}'],
    ['the header has no years, and no {names}', '表头既没有年份，也没有 {names}'],
    // Rows and their values
    ['{cells*}, where the header has {width}', '此行有 {cells*}，而表头有 {width} 个'],
    ['{count} cells', '{count} 个单元格'],
    ['1 cell', '1 个单元格'],
    ['a value outside the columns of the header', '表头各列之外另有值'],
    ['{year} is not a year', '{year} 不是年份'],
    ['"{cell*}" is not a number', '"{cell*}" 不是数字'],
    ['a date', '日期'],
    ['{cell} is not a number', '{cell} 不是数字'],
    [
      'a value is digits with a decimal point; a value that is not there is an empty cell',
      '数值只写数字和小数点“.”；没有数值的单元格留空',
    ],
    ['a path in two units, {one} and {other}', '同一路径有两种单位：{one} 与 {other}'],
    ['the path begins in line {line}', '该路径始于第 {line} 行'],
    ['{year} stands twice for {names}', '{names} 的 {year} 年出现两次'],
    [
      'keep one; of two versions of a scenario, ask for one: --scenario "Net Zero 2050 (version: 2)"',
      '只保留其一；情景有两个版本时指明其一：--scenario "Net Zero 2050 (version: 2)"',
    ],
    ['in {count} places, the first is shown', '共 {count} 处，此为首处'],
    ['and 1 further fault of this kind', '另有 1 个同类错误'],
    ['and {count} further faults of this kind', '另有 {count} 个同类错误'],
    // Names and codelists
    ['the row has no {what*}', '此行没有{what*}'],
    ['no codelist has the {what*} {name}', '代码表中没有{what*} {name}'],
    ['model', '模型'],
    ['scenario', '情景'],
    ['region', '地区'],
    ['variable', '变量'],
    ['unit', '单位'],
    ['{near*} (or add it to {list*})', '{near*}（或将其加入{list*}）'],
    [
      'add it to {list*}, or choose other rows with --{option}',
      '将其加入{list*}，或用 --{option} 选取其他行',
    ],
    // What begins with a path brings the space that stands before it.
    ['{key}: in a codelist', '代码表的 {key}'],
    ['{key}: in {paths*}.yaml', ' {paths*}.yaml 的 {key}'],
    ['{model} in {paths*}.yaml', ' {paths*}.yaml 的 {model}'],
    ['{path}.yaml or {others*}', '{path}.yaml、{others*}'],
    [
      '{name} comes in {one} or {other}, not in {unit} ({ours})',
      '{name} 的单位是 {one} 或 {other}，而非 {unit}（{ours}）',
    ],
    [
      '{name} comes in {admitted}, not in {unit} ({ours})',
      '{name} 的单位是 {admitted}，而非 {unit}（{ours}）',
    ],
    [
      'see what the provider changed, then correct variables: in its codelist',
      '查明提供方的变动，再更正其代码表的 variables:',
    ],
    [
      '{spelling} is {ours} here and {theirs} in another codelist',
      '{spelling} 在此处为 {ours}，在另一代码表中为 {theirs}',
    ],
    ['the other', '另一处'],
    // What is chosen
    ['no row has {option}', '没有符合 {option} 的行'],
    ['no row chosen by {options} has {option}', '按 {options} 选取的行中，没有符合 {option} 的行'],
    [
      'no row with {option} has a name asked for by {options}',
      '符合 {option} 的行中，没有 {options} 所选的名称',
    ],
    ['import it on its own, or ask for less', '单独导入该项，或减少所选名称'],
    // Whose numbers they are
    [
      'these models and scenarios stand in several publications: {names}',
      '这些模型与情景见于多个发布版本：{names}',
    ],
    ['say which one the table is from: --source {name}', '指明该表的来源：--source {name}'],
    ['no one publication has all that was chosen', '没有一个发布版本包含所选的全部内容'],
    [
      'import one publication at a time with --model, or say with --source where the table is from',
      '用 --model 逐个版本导入，或用 --source 指明该表的来源',
    ],
    ['no reference file describes the source {name}', '没有参考文件说明来源 {name}'],
    [
      'describe it under sources: in a reference file of the company, for example scenarios/reference/sources.yaml:',
      '在公司参考文件的 sources: 下说明该来源，例如在 scenarios/reference/sources.yaml 中写：',
    ],
    [
      '  {name}: { title: ..., publisher: ..., date: ... }',
      '  {name}: { title: ..., publisher: ..., date: ... }',
    ],
    ['no codelist says under which licence {name} publishes', '没有代码表说明 {name} 以何种许可发布'],
    ['say it: --licence "CC BY 4.0"', '补上许可，例如 --licence "CC BY 4.0"'],
    // Our own unit of a codelist may be none.
    ...(FORMULAS.unit ?? []),
  ],
};
