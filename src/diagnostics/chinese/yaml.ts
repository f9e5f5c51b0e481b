// What is said of a file that is no sound YAML.

import type { Saying } from './saying.ts';

/** What the parser of YAML says in its own words. */
const PARSER: readonly Saying[] = [
  // Columns in which lines start
  ['All mapping items must start at the same column', '同一键值表的键须从同一列开始'],
  ['All sequence items must start at the same column', '同一列表的各项须从同一列开始'],
  ['Block scalar values in collections must be indented', '键值表或列表中的多行文本须缩进'],
  ['Block scalar lines must not be less indented than their {start*}', '多行文本各行的缩进不能少于{start*}'],
  ['explicit indentation indicator', '写明的缩进'],
  ['first line', '首行'],
  [
    'Block scalars with more-indented leading empty lines must use an explicit indentation indicator',
    '多行文本开头的空行缩进过多',
  ],
  ['Flow end indicator should be more indented than parent', '结束括号的缩进须多于其上一层'],

  // What has to be closed, or set apart
  [
    'Flow {table*} in block collection must be sufficiently indented and end with a {bracket}',
    '{table*}须有足够缩进，并以 {bracket} 结尾',
  ],
  ['Flow {table*} must end with a {bracket}', '{table*}须以 {bracket} 结尾'],
  ['map', '{ } 键值表'],
  ['sequence', '[ ] 列表'],
  ['flow map', '{ } 键值表'],
  ['flow sequence', '[ ] 列表'],
  ['Missing , between {table*} items', '{table*}的各项之间缺少逗号'],
  ['Missing , or : between {table*} items', '{table*}的各项之间缺少逗号或冒号'],
  ['Missing space after : in {table*}', '{table*}的冒号之后缺少空格'],
  ['Missing closing {quote}quote', '缺少闭合的引号 {quote}'],
  ['Implicit map keys need to be followed by map values', '键之后缺少冒号和值'],
  ['Sequence item without - indicator', '列表项之前缺少 -'],
  ['Comments must be separated from other tokens by white space characters', '注释的 # 之前须有空格'],
  ['Tags and anchors must be separated from the next token by white space', '标签和锚点之后须有空格'],
  ['Missing newline after block sequence props', '列表之前须换行'],
  [
    'Block collection cannot start on same line with directives-end marker',
    '键值表或列表不能与 --- 同在一行',
  ],
  ['Missing directives-end/doc-start indicator line', '缺少 --- 一行'],
  ['Missing directives-end indicator line', '缺少 --- 一行'],
  ['Block collections are not allowed within flow collections', '{ } 或 [ ] 之内不能用缩进书写键值表或列表'],

  // Anchors, aliases, tags and directives
  ['An alias node must not specify any properties', '别名不能带锚点或标签'],
  ['Anchor cannot be an empty string', '锚点不能没有名称'],
  ['Alias cannot be an empty string', '别名不能没有名称'],
  ['Anchor ending in : is ambiguous', '锚点以冒号结尾，含义不明'],
  ['Alias ending in : is ambiguous', '别名以冒号结尾，含义不明'],
  ['A node can have at most one anchor', '一个值最多有一个锚点'],
  ['A node can have at most one tag', '一个值最多有一个标签'],
  ['Anchors and tags must be after the {mark} indicator', '锚点和标签须在 {mark} 之后'],
  [
    '{tag} used for {type} collection, but expects {expected}',
    '标签 {tag} 须用于 {expected}，不能用于 {type}',
  ],
  ['%TAG directive should contain exactly two parts', '%TAG 之后须有两部分'],
  ['%YAML directive should contain exactly one part', '%YAML 之后须有一部分'],
  ['Unsupported YAML version {version}', '不支持 YAML {version} 版'],
  ['Unknown directive {name}', '未知的指令 {name}'],

  // Characters of a text
  ['Plain value cannot start with {character*}', '不加引号的值不能以{character*}开头'],
  ['a tab character', '制表符'],
  ['flow indicator character {character}', '字符 {character} '],
  ['directive indicator character {character}', '字符 {character} '],
  ['block scalar indicator {character}', '字符 {character} '],
  ['reserved character {character}', '字符 {character} '],
  ['Invalid escape sequence {characters}', '转义写法 {characters} 无效'],
  [
    'The : indicator must be at most 1024 chars after the start of an implicit block mapping key',
    '键不能长于 1024 个字符',
  ],
  [
    'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key',
    '键不能长于 1024 个字符',
  ],
];

export const YAML: readonly Saying[] = [
  ['the file nests its tables and lists too deeply', '文件中的键值表和列表嵌套过深'],
  ['anchors and aliases hide where a value comes from', '锚点和别名会掩盖值的出处'],
  ['write the value out', '直接写出该值'],
  ['nothing refers to the anchor &{name}', '锚点 &{name} 没有被引用'],
  ['drop &{name}', '删去 &{name}'],
  ['nothing refers to the anchor &', '无名的锚点没有被引用'],
  ['drop &', '删去 &'],
  ['a key is a single name', '键须为单个名称'],
  ['a text of several lines cannot be a key', '键不能是多行文本'],
  ['an empty text cannot be a key', '键不能为空'],
  ['{name} cannot be a key', '键不能是 {name}'],
  ['the text is empty', '文本为空'],
  ['write what it says, or leave out its key', '写明内容，或删去该键'],
  ['rename it', '改用其他名称'],
  ['the key  stands twice', '空键出现两次'],
  ['the key {name} stands twice', '键 {name} 出现两次'],

  // Faults of the parser that are said in words of ours
  [
    'keys of one table start in the same column; every { and [ has its } and ]',
    '同一键值表的键从同一列开始；每个 { 和 [ 都有对应的 } 和 ]',
  ],
  ['a second colon on one line', '同一行出现第二个冒号'],
  [
    'put a text or formula that holds [ ] { } , # or a colon in double quotes',
    '文本或公式含 [ ] { } , # 或冒号时，须加双引号',
  ],
  ['a line without a colon', '此行缺少冒号'],
  [
    'write key: value; a long text goes on indented below its key',
    '写作 key: value；较长的文本在键的下方缩进续写',
  ],
  [
    'every {, [ and quote is closed again, and key: value and # have their spaces',
    '每个 {、[ 和引号都须闭合；key: value 的冒号之后、# 之前须有空格',
  ],
  ['a text cannot begin with this sign', '文本不能以此符号开头'],
  ['put the text in double quotes', '给文本加双引号'],
  ['a tab cannot indent', '不能用制表符缩进'],
  ['use spaces', '改用空格'],
  ['something stands here that YAML does not expect', '此处的写法不合 YAML 语法'],
  ['a file holds one document', '一个文件只能有一份 YAML 文档'],
  ['drop the line ---, or make two files', '删去 --- 一行，或分成两个文件'],
  ['a tag has no meaning here', '此处的标签没有意义'],
  ['drop the !', '删去 !'],

  ...PARSER,
];
