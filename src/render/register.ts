// register.md: what the register owes an answer to, then every risk and opportunity with its ratings, money, response and watch.

import type { Findings, RegisterFinding, RegisterRow, RegisterSide } from '../analyse/index.ts';
import { amountBelow, headUnit } from './amounts.ts';
import { bandName } from './charts/bands.ts';
import { percentOf } from './charts/numbers.ts';
import { code, markdown, markdownPage, markdownTable } from './markdown.ts';
import { byTitle, scenarioName, strategyName } from './names.ts';
import { question } from './question.ts';
import { attention, uncovered } from './register-attention.ts';
import { factsOf } from './register-facts.ts';
import { wordFor } from './register-words.ts';
import { type Language, named, say } from './wording.ts';

function rating(side: RegisterSide, unit: string, language: Language): string {
  const amount =
    side.amount === undefined
      ? say(language, ' (judged)', '（定性判断）')
      : say(
          language,
          ` (${amountBelow(side.amount, unit, language)}, ${side.scenario ?? ''})`,
          `（${amountBelow(side.amount, unit, language)}，${side.scenario ?? ''}）`,
        );
  const impact = bandName(side.impact.name, language);
  const set =
    side.derived === undefined
      ? impact
      : say(
          language,
          `${impact} [set by a role; the numbers say ${bandName(side.derived.name, language)}]`,
          `${impact}［人工调整；按数值为${bandName(side.derived.name, language)}］`,
        );
  const chance = side.drawn === undefined ? '' : ` ${percentOf(side.drawn.chance, language, 2)}`;
  return [set, bandName(side.likelihood.name, language) + chance].join(say(language, ', ', '、')) + amount;
}

function overview(found: RegisterFinding, findings: Findings, language: Language): string {
  const register = byTitle(found, findings, language);
  const unit = headUnit(register.unit, language);
  const hasCurrent = register.rows.some(({ current }) => current !== undefined);
  const head = [
    '#',
    say(language, 'Risk or opportunity', '风险或机遇'),
    say(language, 'Kind', '类别'),
    say(language, 'Type', '类型'),
    say(language, 'Year', '年份'),
    say(language, `Before the response (${unit})`, `应对前（${unit}）`),
    ...(hasCurrent ? [say(language, `Today (${unit})`, `目前（${unit}）`)] : []),
    say(language, `After it (${unit})`, `应对后（${unit}）`),
    say(language, 'Owner', '负责人'),
  ];
  const rows = register.rows.map((row, index) => [
    String(index + 1),
    named(row.title, language),
    row.kind === 'risk' ? say(language, 'risk', '风险') : say(language, 'opportunity', '机遇'),
    wordFor(row.type, language),
    String(row.year),
    rating(row.inherent, register.unit, language),
    ...(hasCurrent ? [row.current === undefined ? '' : rating(row.current, register.unit, language)] : []),
    rating(row.residual, register.unit, language) +
      (row.worseAfterResponse ? say(language, ': WORSE', '：加重') : ''),
    row.owner,
  ]);
  return markdownTable(head, rows);
}

/** What the bands mean and which scenario is shown, without which a rating says little. */
export function legendText(register: RegisterFinding, findings: Findings, language: Language): string {
  const share = (bound: number): string => percentOf(bound, language);
  const bands = register.impactBands
    .map((band, index) => `${bandName(band, language)} ≥ ${share(register.impactBounds[index] ?? 0)}`)
    .join(say(language, ', ', '、'));
  const title = findings.quantities.get(register.impactOf.quantity)?.title;
  const of = title === undefined ? register.impactOf.quantity : named(title, language);
  return (
    say(
      language,
      `Amounts are those of the scenario in which the row weighs most, in the row's year. Impact is a share of ${of}: ${bands}. `,
      `金额取各行影响最大的情景在该行年份的数值。影响按${of}的占比分级：${bands}。`,
    ) + likelihoodSaid(register, language)
  );
}

/** Where the likelihoods come from. */
function likelihoodSaid({ rows, impactBands, impactBounds }: RegisterFinding, language: Language): string {
  const drawn = rows.flatMap(({ inherent }) => inherent.drawn ?? [])[0];
  if (drawn === undefined)
    return say(language, 'Likelihood is a declared judgement.', '可能性为声明的判断。');
  const band = bandName(drawn.band, language);
  const bound = percentOf(impactBounds[impactBands.indexOf(drawn.band)] ?? 0, language);
  return say(
    language,
    `Likelihood with a percentage is the share of draws in which the impact reaches ${band} (${bound}); without one it is a declared judgement.`,
    `带百分比的可能性为影响达到“${band}”（${bound}）的抽样占比；其余为声明的判断。`,
  );
}

/** What to type to see what the amounts of a row come from. */
export const rowQuestion = (
  row: RegisterRow,
  side: RegisterSide,
  strategy: string,
  findings: Findings,
): string =>
  row.drivenBy.length === 0
    ? ''
    : question(findings, { quantity: `register.${row.name}`, scenario: side.scenario, strategy });

function questions(
  row: RegisterRow,
  { inherent, residual }: RegisterFinding,
  findings: Findings,
  language: Language,
): readonly string[] {
  if (row.drivenBy.length === 0) return [];
  return [
    say(
      language,
      'Where these amounts come from, before the response and after it:',
      '金额的来源（应对前与应对后）：',
    ),
    [
      `- ${code(rowQuestion(row, row.inherent, inherent, findings))}`,
      `- ${code(rowQuestion(row, row.residual, residual, findings))}`,
    ].join('\n'),
  ];
}

/** One row in full. */
function section(
  row: RegisterRow,
  index: number,
  register: RegisterFinding,
  findings: Findings,
  language: Language,
): string[] {
  const list = factsOf(byTitle(row, findings, language), register.unit, findings, language).map(
    ([label, text]) => `- **${label}**${say(language, ': ', '：')}${markdown(text)}`,
  );
  const hasCurrent = row.impacts.some(({ current }) => current !== undefined);
  const impacts = row.impacts.map(({ scenario, inherent, current, residual }) => [
    scenarioName(scenario, findings, language),
    amountBelow(inherent, register.unit, language),
    ...(hasCurrent ? [amountBelow(current ?? 0, register.unit, language)] : []),
    amountBelow(residual, register.unit, language),
  ]);
  const unit = headUnit(register.unit, language);
  const head = [
    say(language, `Impact in ${row.year}, ${unit}`, `${row.year} 年影响，${unit}`),
    say(language, 'Before the response', '应对前'),
    ...(hasCurrent ? [say(language, 'Today', '目前')] : []),
    say(language, 'After it', '应对后'),
  ];
  return [
    `## ${index + 1} ${markdown(named(row.title, language))}`,
    list.join('\n'),
    impacts.length > 0 ? markdownTable(head, impacts) : '',
    ...questions(row, register, findings, language),
  ];
}

/** The register to read: an overview, then every row in full. */
export function registerMarkdown(findings: Findings, language: Language): string {
  const register = findings.register;
  if (!register)
    return markdownPage([
      `# ${say(language, 'Register', '登记册')}`,
      say(language, 'The study has no register.', '本研究没有登记册。'),
    ]);
  return markdownPage([
    `# ${markdown(register.title)}`,
    say(
      language,
      `Before the response: strategy ${markdown(register.inherent)}. After it: ${markdown(register.residual)}.`,
      `应对前：策略“${markdown(strategyName(register.inherent, findings, language))}”。应对后：“${markdown(strategyName(register.residual, findings, language))}”。`,
    ),
    markdown(legendText(register, findings, language)),
    ...attention(register, language),
    overview(register, findings, language),
    ...uncovered(register, findings, language),
    ...register.rows.flatMap((row, index) => section(row, index, register, findings, language)),
  ]);
}
