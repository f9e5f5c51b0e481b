// evidence.md: what share of each headline rests on sourced, derived and assumed values, by three measures.

import type { EvidenceFinding, Findings, Grade, Shares } from '../analyse/index.ts';
import { percentOf } from './charts/numbers.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { strategyName } from './names.ts';
import { type Language, named, say } from './wording.ts';

const GRADES: readonly Grade[] = ['sourced', 'derived', 'assumed'];

export const gradeName = (grade: Grade, language: Language): string =>
  say(language, grade, { sourced: '有来源', derived: '由来源推导', assumed: '假设' }[grade]);

/** Whole percents that add up to 100: what rounding leaves goes to the largest. */
export function wholePercents(shares: Shares): Readonly<Record<Grade, number>> {
  const rounded = GRADES.map((grade) => Math.round(shares[grade] * 100));
  const rest = 100 - rounded.reduce((sum, one) => sum + one, 0);
  const largest = rounded.indexOf(Math.max(...rounded));
  const [sourced = 0, derived = 0, assumed = 0] = rounded.map((one, index) =>
    index === largest ? one + rest : one,
  );
  return { sourced, derived, assumed };
}

const cell = (shares: Shares | undefined): string => {
  if (shares === undefined) return '–';
  const percents = wholePercents(shares);
  return GRADES.map((grade) => percents[grade]).join(' / ');
};

function heaviest({ headline, title, heaviest: list }: EvidenceFinding, language: Language): string {
  const parts = list.map(({ title: input, itemTitle, grade, weight }) => {
    const item = named(itemTitle, language);
    const name = named(input, language) + (item === '' ? '' : say(language, ` (${item})`, `（${item}）`));
    const share = percentOf(weight, language, 2);
    const word = gradeName(grade, language);
    return `${name} ${share}${say(language, ` [${word}]`, `［${word}］`)}`;
  });
  const none = say(language, 'nothing moves it', '无影响因素');
  const name = `**${markdown(named(title, language))}**`;
  const values = markdown(parts.length === 0 ? none : parts.join(say(language, ', ', '、')));
  return say(language, `- ${name} (\`${headline}\`): ${values}`, `- ${name}（\`${headline}\`）：${values}`);
}

/** One line a headline, then the values of most weight behind each. */
export function evidenceMarkdown(findings: Findings, language: Language): string {
  const { evidence } = findings;
  const [first] = evidence;
  const title = `# ${say(language, 'What the headlines rest on', '主要指标的依据')}`;
  if (first === undefined)
    return markdownPage([title, say(language, 'The study has no headlines.', '本研究没有主要指标。')]);
  const all = say(language, 'sourced / derived / assumed, %', '有来源 / 推导 / 假设，%');
  const head = [
    say(language, 'Headline', '主要指标'),
    say(language, 'Year', '年份'),
    say(language, 'Values', '数值个数'),
    say(language, `By count: ${all}`, `按个数：${all}`),
    say(language, `By weight: ${all}`, `按权重：${all}`),
    say(language, `By spread: ${all}`, `按离散度：${all}`),
  ];
  const rows = evidence.map((one) => [
    named(one.title, language),
    String(one.year),
    String(one.values),
    cell(one.byCount),
    cell(one.byWeight),
    cell(one.bySpread),
  ]);
  return markdownPage([
    title,
    say(
      language,
      `With the strategy ${markdown(strategyName(first.strategy, findings, language))}, over all scenarios. A value is an input, or one element of it, that the headline is computed from. It is *sourced* if a document says it, *derived* if it was computed from what a document says, and *assumed* otherwise; of a path that starts with observed years, the later years count.`,
      `策略“${markdown(strategyName(first.strategy, findings, language))}”，合并所有情景。“数值”指计算该指标所用的一项输入或其一个元素。文件直接给出者为“有来源”，由文件数据计算所得者为“推导”，其余为“假设”；先有观测年份的路径按其后年份归类。`,
    ),
    [
      say(language, '- **By count**: shares of the values.', '- **按个数**：占数值个数的比例。'),
      say(
        language,
        '- **By weight**: how far 1 % of each value moves the headline, one at a time, as shares of the sum of these moves. A value of 0 has no weight, whatever stands behind it.',
        '- **按权重**：每个数值单独变动 1% 使指标变动的幅度，占各幅度之和的比例。数值为 0 者没有权重。',
      ),
      say(
        language,
        '- **By spread**: how far each value moves the headline between the low and the high end of its range, or of what the scenarios say, as shares of the sum. A value without either counts as exact.',
        '- **按离散度**：每个数值在其范围（或各情景取值）低端与高端之间使指标变动的幅度，占各幅度之和的比例。两者皆无的数值视为精确。',
      ),
      say(
        language,
        '- Exchange rates, deflators and the attributes of elements (such as customs codes) stand outside: they are applied while files are read. assumptions.md lists them.',
        '- 汇率、平减指数和元素属性（如海关编码）在读取文件时即已使用，不在此列；见 assumptions.md。',
      ),
    ].join('\n'),
    markdownTable(head, rows),
    `## ${say(language, 'The heaviest values', '权重最大的数值')}`,
    evidence.map((one) => heaviest(one, language)).join('\n'),
  ]);
}
