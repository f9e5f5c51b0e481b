// The fixed words of the register in the reader's language; texts of the files stay as written.
import { capital, type Language } from './wording.ts';

const CHINESE: Readonly<Record<string, string>> = {
  // Types
  'policy and legal': '政策与法律',
  technology: '技术',
  market: '市场',
  reputation: '声誉',
  acute: '急性物理风险',
  chronic: '慢性物理风险',
  'products and services': '产品与服务',
  markets: '新市场',
  'resource efficiency': '资源效率',
  'energy source': '能源来源',
  resilience: '韧性',
  // Place in the value chain
  upstream: '上游',
  'own operations': '自身运营',
  downstream: '下游',
  'whole chain': '全价值链',
  // Grades
  high: '高',
  medium: '中',
  low: '低',
  strong: '充分',
  moderate: '中等',
  weak: '薄弱',
  // Options of a response
  avoid: '规避',
  reduce: '降低',
  transfer: '转移',
  accept: '接受',
  exploit: '利用',
  // Lines of the accounts
  revenue: '营业收入',
  'cost of sales': '营业成本',
  'operating expenses': '期间费用',
  'capital expenditure': '资本开支',
  impairment: '资产减值',
  financing: '融资',
  // Actions
  planned: '已计划',
  'under way': '进行中',
  done: '已完成',
  stopped: '已停止',
  // Confidentiality
  public: '公开',
  internal: '内部',
  restricted: '限制',
  // How often a row is reviewed
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

/** A fixed word of a row, such as its type or the status of an action. */
export const wordFor = (word: string, language: Language): string =>
  language === 'zh' ? (CHINESE[word] ?? word) : word;

/** How often a row is reviewed. */
export const everyFor = (word: string, language: Language): string =>
  language === 'zh' ? wordFor(word, language) : `every ${word}`;

const STATUS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  within: ['within tolerance', '在容忍度内'],
  treated: ['above tolerance, treated by open actions', '超出容忍度，已有应对措施'],
  accepted: ['above tolerance, accepted', '超出容忍度，已接受'],
  over: ['above tolerance, neither treated nor accepted', '超出容忍度，未应对且未接受'],
};

export function statusFor(status: string, language: Language): string {
  const [en, zh] = STATUS[status] ?? [capital(status), status];
  return language === 'zh' ? zh : en;
}
