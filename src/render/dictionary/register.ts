// What the columns of register.csv mean.
import { type ColumnEntry, entry } from './types.ts';

const text = (column: string, en: string, zh: string): ColumnEntry => entry(column, 'text', '', en, zh);
const choice = (column: string, en: string, zh: string): ColumnEntry => entry(column, 'choice', '', en, zh);
const date = (column: string, en: string, zh: string): ColumnEntry => entry(column, 'date', '', en, zh);
const amount = (column: string, en: string, zh: string): ColumnEntry =>
  entry(column, 'number', 'column unit', en, zh);
const share = (column: string, en: string, zh: string): ColumnEntry => entry(column, 'number', '1', en, zh);

const RATING: readonly ColumnEntry[] = [
  choice('inherent_likelihood', 'Likelihood before the response, a band of the register', '应对前可能性等级'),
  share(
    'inherent_chance',
    'Share of draws in which the impact before the response is material; empty without draws or for a judged row',
    '应对前影响达到重要等级的抽样占比；无抽样或定性判断的条目为空',
  ),
  choice('inherent_impact', 'Impact before the response, a band of the register', '应对前影响等级'),
  amount(
    'inherent_amount',
    'Impact before the response in the scenario where it weighs most; empty for a judged row',
    '应对前影响金额，取影响最大的情景；定性判断的条目为空',
  ),
  choice('current_likelihood', 'Likelihood with what is in place today', '现有措施下的可能性等级'),
  choice('current_impact', 'Impact with what is in place today', '现有措施下的影响等级'),
  amount('current_amount', 'Impact in money with what is in place today', '现有措施下的影响金额'),
  choice('residual_likelihood', 'Likelihood after the response', '应对后可能性等级'),
  share(
    'residual_chance',
    'Share of draws in which the impact after the response is material',
    '应对后影响达到重要等级的抽样占比',
  ),
  choice('residual_impact', 'Impact after the response', '应对后影响等级'),
  amount('residual_amount', 'Impact in money after the response', '应对后影响金额'),
  text('unit', 'Unit of all amounts of the row', '本行各金额的单位'),
  choice(
    'worse_after_response',
    'yes if the response makes a risk worse, otherwise no',
    '应对后加重为 yes，否则为 no',
  ),
  choice(
    'inherent_impact_of_numbers',
    'Band that the numbers give before the response, where a role set another',
    '人工调整评级时，按数值得出的应对前等级',
  ),
  choice(
    'residual_impact_of_numbers',
    'Band that the numbers give after the response, where a role set another',
    '人工调整评级时，按数值得出的应对后等级',
  ),
  text('overridden_by', 'Role that set the impact against the numbers', '调整评级的角色'),
  text('overridden_why', 'Why it did', '调整理由'),
  date('override_expires', 'Until when that holds', '调整有效期'),
  amount('tolerance', 'Residual impact above which the risk is not tolerated', '可容忍的剩余影响上限'),
  choice(
    'tolerance_status',
    'within; treated: above, with an open action; accepted: above, accepted by a role; over: above, neither',
    'within：在容忍度内；treated：超出但有进行中的措施；accepted：超出但已接受；over：超出且未应对',
  ),
];

const WHAT: readonly ColumnEntry[] = [
  entry('number', 'whole', '', 'Place of the row in the register', '序号'),
  text('name', 'Name of the row in its file', '条目在文件中的名称'),
  text('title', 'Title in the language of the pack', '标题'),
  choice('kind', 'risk or opportunity', '风险（risk）或机遇（opportunity）'),
  choice(
    'type',
    'Type of a risk or opportunity as TCFD and IFRS S2 name them',
    'TCFD 与 IFRS S2 所称的风险或机遇类型',
  ),
  choice('horizon', 'short, medium or long', '短期、中期或长期'),
  entry(
    'year',
    'whole',
    'year',
    'Year of the horizon, for which the row is rated',
    '时间范围对应的年份，即评级年份',
  ),
];

const DETAILS: readonly ColumnEntry[] = [
  text('not_quantified', 'Why the models give no money for the row', '模型未量化的原因'),
  text('cause', 'What may set it off', '原因'),
  text('event', 'What then happens', '事件'),
  text('consequence', 'What it means for the company', '对企业的后果'),
  date('identified', 'When it was identified', '识别日期'),
  choice('value_chain', 'Where in the value chain it sits', '在价值链中的位置'),
  text('place', 'Site or region', '地点或区域'),
  text('hazard', 'Physical hazard', '物理危害'),
  text('exposure', 'What is exposed to it', '暴露度'),
  text('sensitivity', 'How strongly that reacts', '敏感性'),
  text('adaptive_capacity', 'What helps against it', '适应能力'),
  choice('velocity', 'How fast it comes: high, medium or low', '发生速度：高、中、低'),
  choice('persistence', 'How long it stays: high, medium or low', '持续性：高、中、低'),
  choice('adaptability', 'How well the company can adapt: high, medium or low', '适应性：高、中、低'),
  choice('complexity', 'How entangled it is: high, medium or low', '复杂度：高、中、低'),
  choice('knowledge', 'Strength of knowledge: strong, moderate or weak', '认知程度：充分、中等、薄弱'),
  choice('hits', 'Line of the accounts that it reaches', '影响的财务科目'),
  text('linked_to', 'Rows that share a cause or follow from it', '相关条目'),
];

const DONE: readonly ColumnEntry[] = [
  text('response_strategy', 'Strategy after whose response the row is rated', '应对所依据的策略'),
  choice(
    'response_option',
    'avoid, reduce, transfer, accept or exploit',
    '应对方式：规避、降低、转移、接受或利用',
  ),
  text('response', 'What is done about it', '应对内容'),
  text('controls', 'What is in place already', '现有控制'),
  choice('controls_effectiveness', 'How well that works: high, medium or low', '现有控制有效性：高、中、低'),
  text('controls_evidence', 'What shows it', '有效性证据'),
  text('owner', 'Role that owns the row', '责任角色'),
  text('actions', 'Actions with owner, dates and status', '措施及其负责人、日期与状态'),
  text('accepted_by', 'Role that accepts what is above tolerance', '接受超出容忍度部分的角色'),
  text('accepted_because', 'Why it does', '接受理由'),
  date('acceptance_expires', 'Until when it does', '接受有效期'),
  text('watch', 'Quantity that is watched', '监测指标'),
  text('watch_source', 'Who publishes it', '监测数据来源'),
  text(
    'watch_now',
    'Its value in the year of the study by scenario, with unit',
    '研究当年各情景下的数值及单位',
  ),
  text('trigger', 'At which value something is to be done', '触发条件'),
  text('then', 'What is to be done then', '触发后的行动'),
  text('crossed', 'First year in which each scenario crosses the trigger', '各情景首次触发的年份'),
  choice('review_every', 'How often the row is reviewed', '复核频率'),
  date('review_last', 'When it last was', '上次复核日期'),
  date('review_next', 'When it next is', '下次复核日期'),
  text('likelihood_because', 'Why the likelihood is judged so', '可能性判断依据'),
  text('driven_by', 'Quantities whose sum is the impact', '其合计即为影响金额的指标'),
  text('drivers', 'Quantities that it rests on besides', '其他相关指标'),
  choice('evidence', 'How good the numbers behind it are: high, medium or low', '数据依据质量：高、中、低'),
  text('disclosure', 'Items of disclosure standards that it answers', '对应的披露准则条款'),
  choice('confidentiality', 'public, internal or restricted', '公开、内部或限制'),
  text('note', 'Free text', '备注'),
  text(
    'inherent_question',
    'Command that says what the amount before the response comes from; empty for a judged row',
    '说明应对前金额来源的命令；定性判断的条目为空',
  ),
  text(
    'residual_question',
    'Command that says what the amount after the response comes from; empty for a judged row',
    '说明应对后金额来源的命令；定性判断的条目为空',
  ),
];

export const REGISTER: readonly ColumnEntry[] = [...WHAT, ...RATING, ...DETAILS, ...DONE];
