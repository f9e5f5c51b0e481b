// register.csv and register.md: every risk and opportunity with its ratings, money, response and watch.
import type { Findings, RegisterFinding, RegisterRow } from '../analyse/index.ts';
import { bandName } from './charts/bands.ts';
import { short } from './charts/numbers.ts';
import { unitName } from './charts/units.ts';
import { type Cell, csv } from './csv.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { type Language, named, say } from './wording.ts';

const HEAD = [
  'number',
  'name',
  'title',
  'kind',
  'type',
  'horizon',
  'year',
  'inherent_likelihood',
  'inherent_impact',
  'inherent_amount',
  'residual_likelihood',
  'residual_impact',
  'residual_amount',
  'unit',
  'worse_after_response',
  'not_quantified',
  'cause',
  'event',
  'consequence',
  'response_strategy',
  'response',
  'owner',
  'watch',
  'trigger',
  'then',
  'crossed',
  'likelihood_because',
  'driven_by',
  'evidence',
] as const;

/** First years in which scenarios cross the trigger. */
function crossed(row: RegisterRow, language: Language): string {
  const parts = row.watch.crossed.map(
    (one) => `${one.scenario}: ${one.year ?? say(language, 'never', '从未')}`,
  );
  return parts.join('; ');
}

/** The register as a table for spreadsheets; a head alone if the study has none. */
export function registerCsv(findings: Findings, language: Language): string {
  const register = findings.register;
  const rows = (register?.rows ?? []).map((row, index): Cell[] => [
    index + 1,
    row.name,
    named(row.title, language),
    row.kind,
    row.type,
    row.horizon,
    row.year,
    row.inherent.likelihood.name,
    row.inherent.impact.name,
    row.inherent.amount,
    row.residual.likelihood.name,
    row.residual.impact.name,
    row.residual.amount,
    register?.unit,
    row.worseAfterResponse ? 'yes' : 'no',
    row.notQuantified,
    row.cause,
    row.event,
    row.consequence,
    row.response.strategy,
    row.response.says,
    row.owner,
    row.watch.quantity,
    row.watch.trigger,
    row.watch.then,
    crossed(row, language),
    row.likelihoodBecause,
    row.drivenBy.join('; '),
    row.evidence,
  ]);
  return csv(HEAD, rows);
}

function rating(side: RegisterRow['inherent'], language: Language): string {
  const amount =
    side.amount === undefined
      ? say(language, ' (judged)', '（定性判断）')
      : ` (${short(side.amount)}, ${side.scenario ?? ''})`;
  const bands = [bandName(side.impact.name, language), bandName(side.likelihood.name, language)];
  return bands.join(say(language, ', ', '、')) + amount;
}

function overview(register: RegisterFinding, language: Language): string {
  const unit = unitName(register.unit, language);
  const head = [
    '#',
    say(language, 'Risk or opportunity', '风险或机遇'),
    say(language, 'Kind', '类别'),
    say(language, 'Type', '类型'),
    say(language, 'Year', '年份'),
    say(language, `Before the response (${unit})`, `应对前（${unit}）`),
    say(language, `After it (${unit})`, `应对后（${unit}）`),
    say(language, 'Owner', '负责人'),
  ];
  const rows = register.rows.map((row, index) => [
    String(index + 1),
    named(row.title, language),
    row.kind === 'risk' ? say(language, 'risk', '风险') : say(language, 'opportunity', '机遇'),
    row.type,
    String(row.year),
    rating(row.inherent, language),
    rating(row.residual, language) + (row.worseAfterResponse ? say(language, ': WORSE', '：加重') : ''),
    row.owner,
  ]);
  return markdownTable(head, rows);
}

/** What the bands mean and which scenario is shown, without which a rating says little. */
function legend(register: RegisterFinding, findings: Findings, language: Language): string {
  const share = (bound: number): string => `${short(bound * 100, 3)} %`;
  const bands = register.impactBands
    .map((band, index) => `${bandName(band, language)} ≥ ${share(register.impactBounds[index] ?? 0)}`)
    .join(say(language, ', ', '、'));
  const title = findings.quantities.get(register.impactOf.quantity)?.title;
  const of = title === undefined ? register.impactOf.quantity : named(title, language);
  return markdown(
    say(
      language,
      `Amounts are those of the scenario in which the row weighs most, in the row's year. Impact is a share of ${of}: ${bands}. Likelihood is a declared judgement.`,
      `金额取各行影响最大的情景在该行年份的数值。影响按${of}的占比分级：${bands}。可能性为声明的判断。`,
    ),
  );
}

/** One row in full. */
function section(row: RegisterRow, index: number, register: RegisterFinding, language: Language): string[] {
  const unit = unitName(register.unit, language);
  const facts: readonly (readonly [string, string])[] = [
    [say(language, 'Cause', '原因'), row.cause],
    [say(language, 'Event', '事件'), row.event],
    [say(language, 'Consequence', '后果'), row.consequence],
    [say(language, 'Driven by', '驱动指标'), row.drivenBy.join(', ')],
    [say(language, 'Not quantified', '未量化原因'), row.notQuantified ?? ''],
    [say(language, 'Likelihood', '可能性'), row.likelihoodBecause],
    [say(language, 'Response', '应对'), `${row.response.says} (${row.response.strategy})`],
    [say(language, 'Watch', '监测'), `${row.watch.quantity} ${row.watch.trigger}: ${row.watch.then}`],
    [say(language, 'Crossed', '触发年份'), crossed(row, language)],
    [say(language, 'Evidence', '证据等级'), row.evidence],
  ];
  const list = facts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `- **${label}**: ${markdown(text)}`);
  const impacts = row.impacts.map((impact) => [
    impact.scenario,
    short(impact.inherent),
    short(impact.residual),
  ]);
  const head = [
    say(language, `Impact in ${row.year}, ${unit}`, `${row.year} 年影响，${unit}`),
    say(language, 'Before the response', '应对前'),
    say(language, 'After it', '应对后'),
  ];
  return [
    `## ${index + 1} ${markdown(named(row.title, language))}`,
    list.join('\n'),
    impacts.length > 0 ? markdownTable(head, impacts) : '',
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
      `应对前：策略“${markdown(register.inherent)}”。应对后：“${markdown(register.residual)}”。`,
    ),
    legend(register, findings, language),
    overview(register, language),
    ...register.rows.flatMap((row, index) => section(row, index, register, language)),
  ]);
}
