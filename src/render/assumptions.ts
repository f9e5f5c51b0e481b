// assumptions.md: every input with its unit, source or reason, place and what it replaced.
import type { Assumption, Findings } from '../analyse/index.ts';
import { declared } from './charts/units.ts';
import { code, markdown, markdownPage, markdownTable } from './markdown.ts';
import { inputTitle, itemName, quantityName, scenarioName, strategyName } from './names.ts';
import { origin } from './origin.ts';
import { type Language, named, plain, say } from './wording.ts';
import { writtenIn } from './written.ts';

function origins(value: Assumption, findings: Findings, language: Language): string {
  const parts = [
    origin(value.provenance, findings, language),
    ...value.exceptions.map(
      ({ year, provenance }) =>
        say(language, `${year}: `, `${year} 年：`) + origin(provenance, findings, language),
    ),
    ...(value.later
      ? [say(language, 'later years: ', '其后年份：') + origin(value.later, findings, language)]
      : []),
  ];
  return parts.join(say(language, '; ', '；'));
}

/** What the file remarks, or why the model says nothing about a target. */
export const noteOf = ({ note, notQuantified }: Assumption, language: Language): string | undefined =>
  notQuantified === undefined
    ? note
    : say(language, `not quantified: ${notQuantified}`, `模型未量化：${notQuantified}`);

/** Range, spread, proxy, note and what it replaced; what is not said has no entry. */
export function remarksOf(value: Assumption, findings: Findings, language: Language): readonly string[] {
  return [
    value.range === undefined ? '' : say(language, 'range ', '范围 ') + writtenIn(value.range, language),
    ...spread(value, findings, language),
    value.proxy === undefined ? '' : named(value.proxy, language),
    noteOf(value, language) ?? '',
    ...value.replaces.map((old) =>
      say(
        language,
        `replaces ${writtenIn(old.value, language)} (${old.file}:${old.line})`,
        `替换 ${writtenIn(old.value, language)}（${old.file}:${old.line}）`,
      ),
    ),
  ].filter((part) => part !== '');
}

function spread({ spread: said }: Assumption, findings: Findings, language: Language): readonly string[] {
  if (said === undefined) return [];
  const from = said.provenance === undefined ? '' : origin(said.provenance, findings, language);
  const who = from === '' ? '' : say(language, ` (${from})`, `（${from}）`);
  return [`${say(language, 'spread ', '分布 ')}${writtenIn(said.written, language)}${who}`];
}

/** Where a value holds. */
export const whereOf = (
  { scenarios, strategies }: Assumption,
  findings: Findings,
  language: Language,
): string =>
  [
    scenarios.map((name) => scenarioName(name, findings, language)),
    strategies.map((name) => strategyName(name, findings, language)),
  ]
    .flatMap((names) => names.join(say(language, '; ', '；')) || [])
    .join(' / ');

/** One quantity: what it is, then a line for each value. */
function section(values: readonly Assumption[], findings: Findings, language: Language): string[] {
  const first = values[0];
  if (!first) return [];
  const info = findings.quantities.get(first.quantity);
  const title = inputTitle(first, findings, language) ?? quantityName(first.quantity, findings, language);
  const unit = declared(first.unit, 0, language).name;
  const items = values.some((value) => value.item !== '');
  const cases = values.some((value) => value.scenarios.length > 0 || value.strategies.length > 0);
  const head = [
    ...(items ? [say(language, 'Item', '项目')] : []),
    ...(cases ? [say(language, 'Where', '适用于')] : []),
    say(language, 'Value', '数值'),
    say(language, 'Source or reason', '来源或理由'),
    say(language, 'Remarks', '备注'),
    say(language, 'File', '文件'),
  ];
  const rows = values.map((value) => [
    ...(items ? [itemName(value.quantity, value.item, findings, language)] : []),
    ...(cases ? [whereOf(value, findings, language)] : []),
    writtenIn(value.value, language),
    origins(value, findings, language),
    remarksOf(value, findings, language).join(say(language, '; ', '；')),
    `${value.file}:${value.line}`,
  ]);
  const about = info ? markdown(info.about) : '';
  return [
    `### ${markdown(title)}`,
    [`\`${plain(first.quantity).replaceAll('`', '')}\``, unit === '' ? '' : markdown(unit), about]
      .filter((part) => part !== '')
      .join(say(language, ', ', '，')),
    markdownTable(head, rows),
  ];
}

/** Reference files past their date, and by name all that rests on them. */
function expired({ expired: files, quantities }: Findings, language: Language): string[] {
  if (files.length === 0) return [];
  const list = (title: string, names: readonly string[]): string => {
    const spelt = names.map(
      (name) =>
        markdown(named(quantities.get(name)?.title ?? { en: name, zh: name }, language)) +
        say(language, ` (${code(name)})`, `（${code(name)}）`),
    );
    return names.length === 0
      ? ''
      : `- ${title}${say(language, ': ', '：')}${spelt.join(say(language, ', ', '、'))}`;
  };
  return [
    `## ${say(language, 'Past their date', '已过有效期')}`,
    ...files.flatMap((file) => [
      `### ${markdown(file.name)}`,
      say(
        language,
        `${markdown(file.file)} expired on ${file.expires}; its values may no longer hold.`,
        `${markdown(file.file)} 已于 ${file.expires} 过期，其数值可能不再适用。`,
      ),
      [
        list(say(language, 'Headlines that rest on it', '受影响的主要指标'), file.headlines),
        list(say(language, 'Totals that rest on it', '受影响的合计'), file.totals),
        list(say(language, 'Inputs that take a value from it', '取自该文件的输入'), file.inputs),
        list(say(language, 'All quantities that rest on it', '受影响的全部指标'), file.quantities),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    ]),
  ];
}

/** The values of each input, those of inputs with assumed ones first, since it is what a reader has to judge. */
export function byInput({ assumptions }: Findings) {
  const values = new Map<string, Assumption[]>();
  for (const value of assumptions) {
    const own = values.get(value.quantity);
    if (own === undefined) values.set(value.quantity, [value]);
    else own.push(value);
  }
  const isAssumed = (own: readonly Assumption[]) =>
    own.some(({ provenance }) => provenance.kind === 'assumed');
  const all = [...values.values()];
  return { assumed: all.filter(isAssumed), sourced: all.filter((own) => !isAssumed(own)) };
}

/** All inputs. */
export function assumptionsMarkdown(findings: Findings, language: Language): string {
  const { assumed, sourced } = byInput(findings);
  const inputs = assumed.length + sourced.length;
  const values = findings.assumptions.length;
  const count = findings.assumptions.filter((value) => value.provenance.kind === 'assumed').length;
  const derived = findings.assumptions.filter(
    ({ provenance }) => provenance.kind === 'source' && provenance.derived !== undefined,
  ).length;
  const group = (title: string, members: readonly (readonly Assumption[])[]) =>
    members.length === 0
      ? []
      : [`## ${title}`, ...members.flatMap((own) => section(own, findings, language))];
  return markdownPage([
    `# ${say(language, 'Inputs and assumptions', '输入与假设')}`,
    say(
      language,
      `${inputs} inputs with ${values} values: ${values - count - derived} sourced, ${derived} derived from sources, ${count} assumed.`,
      `${inputs} 项输入、${values} 个数值：${values - count - derived} 个有来源，${derived} 个由来源推导，${count} 个为假设。`,
    ),
    ...expired(findings, language),
    ...group(say(language, 'With assumed values', '含假设值'), assumed),
    ...group(say(language, 'Sourced', '有来源'), sourced),
  ]);
}
