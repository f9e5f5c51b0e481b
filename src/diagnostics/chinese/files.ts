// What is said of files, their keys and their texts.

import { A_KIND, KINDS } from './kinds.ts';
import type { Saying } from './saying.ts';
import { YAML } from './yaml.ts';

const FILE: readonly Saying[] = [
  ['the file is empty', '文件为空'],
  ['a file is a table of keys, of which the first names its kind', '文件须为键值表，首个键说明文件类型'],
  ['the first key names the kind of file; {key} is not one', '首个键说明文件类型，而 {key} 不是文件类型'],
  ['kinds: {kinds}', '可用的文件类型：{kinds}'],
  ['a {kind*} on its own is checked for its form only', '单独检查{kind*}时，只检查其写法'],
  [
    'check the study that names it: names, units and years are held against its models',
    '改为检查引用它的研究：名称、单位和年份须与其模型对照',
  ],
  ['the name of a {kind*} file ends in .yaml', '{kind*}的文件名须以 .yaml 结尾'],
  ['{file} is {is*}, not {kind*}', '{file} 是{is*}，不是{kind*}'],
  ...A_KIND,
  ...KINDS,
];

const LOAD: readonly Saying[] = [
  // Where a path leads
  ['there is no file or folder {path}', '没有文件或文件夹 {path}'],
  ['there is no file {path}', '没有文件 {path}'],
  ['{path} is outside the project', '{path} 在项目之外'],
  ['copy the file into the project and name it there', '将文件复制到项目内，再引用复制后的文件'],
  ['{path} is not relative', '{path} 不是相对路径'],
  [
    'name the file relative to this one, for example ../models/costs.yaml',
    '写明相对于本文件的路径，例如 ../models/costs.yaml',
  ],
  ['{path} is a path on one system only', '{path} 只在一种操作系统上有效'],
  ['write {path}', '写作 {path}'],

  // What stands there
  ['{path} cannot be read ({reason})', '无法读取 {path}（{reason}）'],
  ['{path} is a folder, not a file', '{path} 是文件夹，不是文件'],
  [
    'name a file in it: a study is the file that begins with study:',
    '改为指明其中的文件；研究文件以 study: 开头',
  ],
  ['{path} is not a regular file', '{path} 不是普通文件'],
  ['{path} is larger than 50 MB ({size} MB)', '{path} 超过 50 MB（{size} MB）'],
  ['{path} is not UTF-8 text (line {line})', '{path} 不是 UTF-8 文本（第 {line} 行）'],
  ['save it as UTF-8; in Excel: "CSV UTF-8"', '另存为 UTF-8；Excel 中选 CSV UTF-8'],
  ['{path} is a workbook of the old kind, or one with a password', '{path} 是旧格式的工作簿，或设有密码'],
  ['save it as .xlsx without a password, or as "CSV UTF-8"', '另存为不设密码的 .xlsx，或 CSV UTF-8'],

  // Studies and projects
  ['no study lies in {folder}', '{folder} 中没有研究文件'],
  ['a study is a YAML file whose first key is study:', '研究文件是首个键为 study: 的 YAML 文件'],
  ['the files asked for belong to two projects', '所给文件分属两个项目'],
  ['{folder} is the project of the first file', '第一个文件的项目是 {folder}'],
  ['{folder} is the project of this one', '此文件的项目是 {folder}'],
  ['run them one by one', '逐个运行'],
];

const KEY: readonly Saying[] = [
  ['the key member {number} of {list} is missing', '{list} 缺少第 {number} 项'],
  ['the key {key} is missing', '缺少键 {key}'],
  ['member {number} of {list} has no value', '{list} 的第 {number} 项没有值'],
  ['{key} has no value', '{key} 没有值'],
  ['unknown key {key}', '未知键 {key}'],
  ['unknown key ', '键不能为空'],
  ['keys here: {keys}', '此处可用的键：{keys}'],
  ['a text with a comma stands in double quotes', '含逗号的文本须加双引号'],
  // What lies beyond an edge, or is a list in the place of a word
  ['{key*} has too few members: it takes {count}', '{key*} 项数太少，须有 {count} 项'],
  ['{key*} has too many members: it takes {count}', '{key*} 项数太多，最多 {count} 项'],
  ['{key*} must be at least {least}', '{key*} 不能小于 {least}'],
  ['{key*} must be at most {most}', '{key*} 不能大于 {most}'],
  ['{key*} must be above {least}', '{key*} 须大于 {least}'],
  ['{key*} must be one of {options}', '{key*} 须为其中之一：{options}'],
  ['member {number} of {list} must be {kind*}', '{list} 的第 {number} 项须为{kind*}'],
  ['{key} must be {kind*}', '{key} 须为{kind*}'],
  ['a text', '文本'],
  ['a number', '数字'],
  ['true or false', ' true 或 false'],
  ['a table of keys', '键值表'],
  ['a list', '列表'],
  ['a whole number', '整数'],
  [
    'write sha256: the 64 digits that sha256sum prints for the CSV',
    '写作 sha256: 并填入 sha256sum 对该 CSV 输出的 64 位校验值',
  ],
  ['write {key}: {form}', '写法如 {key}: {form}'],
  [
    'member {number} of {list} cannot be {found}: it is one of {options}',
    '{list} 的第 {number} 项不能是 {found}，可选值：{options}',
  ],
  ['{key} cannot be {found}: it is one of {options}', '{key} 不能是 {found}，可选值：{options}'],
  ['member {number} of {list} has the wrong shape', '{list} 的第 {number} 项写法不对'],
  ['{key} has the wrong shape', '{key} 的写法不对'],

  // What one key holds
  ['{key}: a date is written 2026-11-22', '{key} 须为日期，写法如 2026-11-22'],
  [
    '{key}: a date is written 2026-11-22, 2026-11 or 2026',
    '{key} 须为日期，写法如 2026-11-22、2026-11 或 2026',
  ],
  ['{key}: a year has four digits', '{key} 须为四位数的年份'],
  ['{key}: a year, or two years as in 2023 to 2050', '{key} 须为一个年份，或写作 2023 to 2050'],
  ['{key}: a year, or two as in 2027 to 2030', '{key} 须为一个年份，或写作 2027 to 2030'],
  ['{key}: written for example {form}', '{key} 的写法如 {form}'],
  [
    '{key}: a chart is named in small letters, joined by -: its file is called so',
    '{key} 须用小写字母，以 - 连接：图表名称也用作文件名',
  ],
  [
    '{key}: the SHA-256 of the CSV file, 64 hexadecimal digits',
    '{key} 须为该 CSV 文件的 SHA-256，即 64 位十六进制数',
  ],
  ['{key}: a range needs both columns, low and high', '{key} 要写区间，须同时有 low 和 high 两列'],
  [
    '{key}: low and high hold for one value: a table of years has none',
    '{key} 中的 low 和 high 用于单个值，逐年给值的表没有这两列',
  ],
  ['{key}: a rank correlation lies between -1 and 1', '{key} 是秩相关系数，须在 -1 与 1 之间'],
  ['{key}: at least one draw', '{key} 不能少于 1 次'],
  ['{key}: 10 million draws at most', '{key} 不能多于 1000 万次'],
  ['{key}: a whole number from 0 to {most}', '{key} 须为 0 至 {most} 的整数'],
  ['{key}: at least one scenario', '{key} 中至少须有一个情景'],
  ['{key}: at least one strategy', '{key} 中至少须有一个策略'],
  ['{key}: at least one slide', '{key} 中至少须有一张幻灯片'],
  ['member {number} of {list}', '{list} 的第 {number} 项'],
];

const TEXT: readonly Saying[] = [
  ['a text has two translations: {before} and {after}', '同一英文有两种译文：{before}；{after}'],
  ['write the same Chinese wherever the same English stands', '英文相同之处，中文也须相同'],
  ['the text: {text}', '英文原文：{text}'],
];

const PACK: readonly Saying[] = [
  ['{folder} holds no pack: no run.json of ours', '{folder} 不是结果包：其中没有 tcfd 生成的 run.json'],
  [
    'name the folder that a run of a study left, for example out/board',
    '指明运行研究所得的文件夹，例如 out/board',
  ],
];

const WRITE: readonly Saying[] = [
  ['{path} is not a path inside the output folder', '路径 {path} 不在输出文件夹之内'],
  ['two files of the run would be called {path}', '有两个输出文件同名：{path}'],
  ['the run has no run.json', '运行结果中缺少 run.json'],
  ['{folder} could not be written: {reason*}', '无法写入 {folder}：{reason*}'],
  ['there is a file where a folder must be', '应为文件夹之处是文件'],
  ['name another folder', '改用其他文件夹'],
  ['nothing may be written there', '该处不可写入'],
  ['name another folder, or ask for the right to write there', '改用其他文件夹，或取得写入权限'],
  ['nothing may be written there, or another program holds it open', '该处不可写入，或正被其他程序打开'],
  ['close what is open there, or name another folder', '关闭该处打开的文件，或改用其他文件夹'],
  ['the disk is full', '磁盘已满'],
  ['make room, or name a folder on another disk', '腾出空间，或改用其他磁盘上的文件夹'],
  ['its name is too long', '名称过长'],
  ['name it shorter', '缩短名称'],
  ['a link on the way to it leads nowhere', '路径中的链接指向不存在的位置'],

  // What is there already
  ['{folder} is not empty ({files}), and is left alone', '{folder} 不是空文件夹（{files}），未作改动'],
  ['{folder} is a file, not a folder, and is left alone', '{folder} 是文件，不是文件夹，未作改动'],
  [
    '{folder} holds something else than a run (no run.json of ours in it), and is left alone',
    '{folder} 中不是运行结果（没有 tcfd 生成的 run.json），未作改动',
  ],
  [
    '{folder} holds the pack of another study, {study}, and is left alone',
    '{folder} 是另一项研究 {study} 的结果包，未作改动',
  ],
  [
    '{folder} holds {file}, which no run wrote, and is left alone',
    '{folder} 中的 {file} 不是由运行生成的，未作改动',
  ],
  ['name another folder with --out, or move it away', '用 --out 指明其他文件夹，或先将其移走'],
  ['{folder} {reason}, and is left alone', '{folder} {reason}，未作改动'],
  ['{folder} is a file', '{folder} 是文件'],
  ['name a folder that is new or empty', '指明一个新建的或空的文件夹'],
  ['name a folder that is new', '指明一个新建的文件夹'],
  ['{file} is there already', '{file} 已存在'],
  ['{file} and {other} are there already', '{file} 和 {other} 已存在'],
  ['{files} {are*} there already', '{files} {are*}'],
  ['is', '已存在'],
  ['are', '已存在'],
  [
    'give another name with --out, or replace what is there with --replace',
    '用 --out 另取名称，或用 --replace 替换已有文件',
  ],
];

const DECK: readonly Saying[] = [
  // Its slides
  ['{name} is neither a kind of slide nor a chart of the study', '{name} 既不是幻灯片类型，也不是研究的图表'],
  ["slides: {kinds}, and the names of the study's charts", '可用的幻灯片：{kinds}，以及研究中图表的名称'],

  // Its template
  ['{path} is not a file', '{path} 不是文件'],
  ['name a .pptx or .potx', '指明一个 .pptx 或 .potx 文件'],
  ['{path} is larger than {size} MB', '{path} 超过 {size} MB'],
  ['take pictures out of its layouts', '删去其版式中的图片'],
  ['{path} cannot be read: {reason}', '无法读取 {path}：{reason}'],
  ['name a .pptx or .potx that is there', '指明一个存在的 .pptx 或 .potx 文件'],
  ['{path} is not a PowerPoint presentation', '{path} 不是 PowerPoint 演示文稿'],
  ['save the template as .pptx or .potx and name that file', '将模板另存为 .pptx 或 .potx，再指明该文件'],
  [
    '{path} has no layout named {name}, and none named {other}',
    '{path} 中没有名为 {name} 的版式，也没有名为 {other} 的版式',
  ],
  ['{path} has no layout named {name}', '{path} 中没有名为 {name} 的版式'],
  [
    'name one so in the slide master; its layouts: {layouts}',
    '在幻灯片母版中将一个版式改用此名；现有版式：{layouts}',
  ],
  ['name one so in the slide master; its layouts: ', '在幻灯片母版中为一个版式取此名；其中尚无版式'],
];

export const FILES: Readonly<Record<string, readonly Saying[]>> = {
  yaml: YAML,
  file: FILE,
  load: LOAD,
  key: KEY,
  text: TEXT,
  pack: PACK,
  write: WRITE,
  deck: DECK,
};
