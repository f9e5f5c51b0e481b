// What the page itself says, in both languages; `{n}` and the like are filled in by the page.

import { type Language, say } from '../wording.ts';

export const WORDS = {
  skip: ['Skip to the report', '跳到报告正文'],
  contents: ['Contents', '目录'],
  asOf: ['As of', '数据截至'],
  years: ['Years', '年份'],
  horizons: ['Horizons', '时间范围'],
  money: ['Money', '货币'],
  scenarios: ['Scenarios', '情景'],
  strategies: ['Strategies', '策略'],
  inShort: ['Scenarios and strategies', '情景与策略'],
  targets: ['Targets', '目标'],
  targetsLead: [
    'Each target under each strategy, in every scenario.',
    '每项目标在各策略、各情景下的达成情况。',
  ],
  met: ['met', '达成'],
  missed: ['missed', '未达成'],
  notQuantified: ['Not quantified by the model', '模型未量化'],
  beforeReading: ['Before you read', '阅读前须知'],
  evidence: ['What the headlines rest on', '主要指标的依据'],
  headlines: ['Headline numbers', '主要指标'],
  headlinesLead: [
    'Every number opens: press it to see its formula, inputs, units and sources.',
    '每个数字都可以点开，查看其公式、输入、单位与来源。',
  ],
  rangeLead: ['Below a number, where nine of ten draws lie.', '数字下方为十分之九的抽样所在区间。'],
  strategy: ['Strategy', '策略'],
  scenario: ['Scenario', '情景'],
  charts: ['Charts', '图表'],
  numbers: ['Numbers of this chart', '本图数据'],
  register: ['Risks and opportunities', '风险与机遇'],
  heatMap: ['Map of risks', '风险矩阵'],
  search: ['Search', '搜索'],
  kind: ['Kind', '类别'],
  type: ['Type', '类型'],
  horizon: ['Horizon', '时间范围'],
  all: ['all', '全部'],
  risk: ['risk', '风险'],
  opportunity: ['opportunity', '机遇'],
  before: ['Before the response', '应对前'],
  today: ['Today', '目前'],
  after: ['After it', '应对后'],
  issues: ['Needs an answer', '待处理事项'],
  byNumbers: ['set by a role; the numbers say {n}', '人工调整；按数值为{n}'],
  worse: ['worse after the response', '应对后加重'],
  judged: ['judged', '定性判断'],
  details: ['Details', '详情'],
  owner: ['Owner', '负责人'],
  rowsShown: ['{n} of {all} rows shown', '显示 {n} / {all} 行'],
  noRegister: ['The study has no register.', '本研究没有登记册。'],
  reconciliation: ['Reconciliation', '核对'],
  decisions: ['Decisions', '决策依据'],
  backtest: ['Backtest', '回溯检验'],
  disclosure: ['Disclosure map', '披露对照表'],
  asked: ['What is asked', '披露要求'],
  answered: ['Answered', '是否回应'],
  shownIn: ['Where', '所在'],
  inForce: ['Standards in force', '有效准则'],
  noVersion: ['no version in force', '无有效版本'],
  assumptions: ['Inputs and assumptions', '输入与假设'],
  assumptionsLead: [
    'Every value that the run rests on: what is assumed is marked.',
    '本次计算所依据的每个数值；假设值均有标记。',
  ],
  assumedOnly: ['assumed only', '仅看假设'],
  assumed: ['assumed', '假设'],
  confidence: ['confidence {n}', '置信度{n}'],
  setIn: ['Set in', '设定于'],
  valuesShown: ['{n} of {all} values shown', '显示 {n} / {all} 个数值'],
  nothing: ['Nothing matches. Clear the search or the filters.', '没有匹配的内容，请清除搜索或筛选条件。'],
  sources: ['Sources', '来源'],
  sourceValues: ['values: {n}', '数值：{n}'],
  guide: ['How to read this report', '阅读说明'],
  guideInShort: ['How to read', '阅读说明'],
  explain: ['Explain {n}', '说明：{n}'],
  explanation: ['Where this number comes from', '该数字的来源'],
  close: ['Close', '关闭'],
  back: ['Back', '返回'],
  trail: ['Path to this number', '路径'],
  year: ['Year', '年份'],
  formula: ['Formula', '公式'],
  follows: ['Follows', '依据'],
  reads: ['Computed from', '由以下数值计算'],
  sumOf: ['The sum of {n} numbers', '{n} 个数值之和'],
  given: ['Given', '给定'],
  written: ['As written', '文件中写为'],
  source: ['Source', '来源'],
  derived: ['Derived', '推导'],
  reason: ['Assumed because', '假设理由'],
  layer: ['Set by', '设定层级'],
  high: ['high', '高'],
  medium: ['medium', '中'],
  low: ['low', '低'],
  file: ['File', '文件'],
  note: ['Note', '备注'],
  range: ['Range', '范围'],
  proxy: ['Proxy', '替代'],
  replaces: ['Replaces', '替换'],
  restsOn: [
    'Inputs that it rests on in this scenario with this strategy: {n}; their values, each element apart: {values} ({sourced} sourced, {assumed} assumed).',
    '该情景与策略下所依据的输入：{n} 项；按元素计的数值：{values} 个（{sourced} 个有来源，{assumed} 个为假设）。',
  ],
  tree: ['As text, as tcfd explain prints it', '文本形式（与 tcfd explain 的输出相同）'],
  onCommandLine: ['On the command line', '在命令行中查询'],
  atPercentile: [
    'The draw behind a percentile, of {n}, with all that it comes from:',
    '{n} 次抽样中某一分位数对应的抽样及其全部来源：',
  ],
  exactly: ['exactly {n}', '精确值 {n}'],
  whatItIs: ['What it is', '含义'],
  centralCase: ['In the central case', '中心情形'],
  percentileOf: [
    'P{n}: {n} % of the {draws} draws lie at or below it, each draw with its own value of every uncertain input.',
    'P{n}：{draws} 次抽样中有 {n}% 不高于该值；每次抽样中各不确定输入取各自的抽样值。',
  ],
  shareOf: [
    'Each value that the headline rests on is moved by 1 %, one at a time, in every scenario. The moves of the values of this grade are added up and divided by the sum of all moves, in whole percents.',
    '在各情景下逐一将该指标所依据的每个数值变动 1%，将此类数值引起的变动相加，再除以全部变动之和，取整数百分比。',
  ],
  shareIn: ['The headline, in the first scenario', '该指标（首个情景）'],
  counts: ['The values that it counts: {n}', '所计入的数值：{n} 个'],
  overYears: ['Over the years, this case dark among the others', '逐年走势：深色为当前情景与策略'],
  noScript: [
    'This report needs JavaScript, which it carries inside; the same findings stand in the other files of the pack.',
    '本报告需要启用 JavaScript（已内含）；同样的结果见结果包中的其他文件。',
  ],
} as const satisfies Readonly<Record<string, readonly [en: string, zh: string]>>;

const GUIDE = [
  [
    ['Numbers', '数字'],
    [
      'Press any underlined number to open its explanation: formula, operands, units, file and line, source or reason. Follow the operands down to what was put in.',
      '点击任何带下划线的数字即可打开说明：公式、运算数、单位、文件与行号、来源或理由；可逐级追溯到原始输入。',
    ],
  ],
  [
    ['Scenarios', '情景'],
    [
      'A scenario is a possible future, not a forecast; none of them carries a probability.',
      '情景是可能的未来，而非预测；各情景不附带概率。',
    ],
  ],
  [
    ['Strategies', '策略'],
    [
      'A strategy is what the company does. Every strategy is computed in every scenario.',
      '策略是公司的行动。每个策略都在每个情景下计算。',
    ],
  ],
  [
    ['Assumed', '假设'],
    [
      'A value marked as assumed has a written reason and a confidence instead of a source; it is what a reader should doubt first.',
      '标为“假设”的数值附有书面理由与置信度而非来源，读者应首先审视。',
    ],
  ],
  [
    ['Inputs', '输入'],
    [
      'Captions of charts count inputs by name, over all that the chart shows; one is assumed there if any of its values is. The explanation of a number counts them in its own scenario and strategy, and their values by element: a price of four products is one input and four values.',
      '图注按名称统计图中所涉的全部输入，任一数值为假设即计为假设。数字的说明按其情景与策略统计输入，并按元素统计数值：四种产品的价格是一项输入、四个数值。',
    ],
  ],
  [
    ['As set', '策略设定'],
    [
      'A target met "as set" is met because the strategy says so; the model does not find it.',
      '“策略设定”表示目标因策略设定而达成，并非模型计算得出。',
    ],
  ],
  [
    ['Money', '货币'],
    [
      'Amounts are in constant prices of the year in brackets; costs are positive.',
      '金额按括号中年份的不变价格计；成本为正值。',
    ],
  ],
] as const;

/** The page's words in one language. */
export const wordsIn = (language: Language): { readonly [key in keyof typeof WORDS]: string } =>
  Object.fromEntries(Object.entries(WORDS).map(([key, [en, zh]]) => [key, say(language, en, zh)])) as {
    readonly [key in keyof typeof WORDS]: string;
  };

export const guideIn = (language: Language): readonly (readonly [string, string])[] =>
  GUIDE.map(([[en, zh], [text, chinese]]) => [say(language, en, zh), say(language, text, chinese)] as const);
