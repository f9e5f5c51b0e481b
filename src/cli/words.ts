// Which language the command line speaks, known before its options are read, and what yargs says of its own.

/** Of one thing said in two languages, the one asked for. */
export type Word = (en: string, zh: string) => string;

/** The language that the words of a command line ask for; whether they ask well is checked with all options. */
export const languageOf = (words: readonly string[]): 'en' | 'zh' =>
  words.some((word, index) => word === '--lang=zh' || (word === '--lang' && words[index + 1] === 'zh'))
    ? 'zh'
    : 'en';

/** Words of its help and of a value that is not among the choices; all else that it says is read and said anew. */
export const YARGS_IN_CHINESE = {
  'Commands:': '命令：',
  'Positionals:': '参数：',
  'Options:': '选项：',
  'Examples:': '示例：',
  'Show help': '显示帮助',
  'Show version number': '显示版本号',
  string: '文本',
  boolean: '开关',
  array: '列表',
  required: '必填',
  'default:': '默认',
  'choices:': '可选值',
  'Invalid values:': '值无效',
  'Argument: %s, Given: %s, Choices: %s': '%s 不能是 %s，可选值：%s',
};
