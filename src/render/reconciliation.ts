// reconciliation.md: where the company's own figures agree and where they contradict each other.
import type { Findings, ReconciliationLine } from '../analyse/index.ts';
import { percentOf, short } from './charts/numbers.ts';
import { declared, type Scaled } from './charts/units.ts';
import { code, markdown, markdownPage, markdownTable } from './markdown.ts';
import { type Language, say } from './wording.ts';

export const DIGITS = 9;

/** The unit in which both sides of a line are shown. */
export const sidesIn = ({ left, right, unit }: ReconciliationLine, language: Language): Scaled =>
  declared(unit, Math.max(Math.abs(left.value), Math.abs(right.value)), language);

/** How far two sides are apart, and how far they might be. */
export function differenceText(line: ReconciliationLine, language: Language): string {
  const difference = short(line.difference / sidesIn(line, language).factor, 6);
  return say(
    language,
    `difference ${difference} (${percentOf(line.relative, language)}; ${percentOf(line.within, language)} would agree)`,
    `差异 ${difference}（${percentOf(line.relative, language)}，容许 ${percentOf(line.within, language)}）`,
  );
}

/** One line that disagrees: both sides with their formulas, the difference, why. */
function contradiction(line: ReconciliationLine, language: Language): string {
  const { factor, name: unit } = sidesIn(line, language);
  const side = ({ value, about, quantity, formula }: ReconciliationLine['left']): string => {
    const amount = `**${short(value / factor, DIGITS)}**${unit === '' ? '' : ` ${markdown(unit)}`}`;
    const from = code(formula === undefined ? quantity : `${quantity} = ${formula}`);
    return say(
      language,
      `- ${amount}: ${markdown(about)}, ${from}`,
      `- ${amount}：${markdown(about)}，${from}`,
    );
  };
  return [
    `### ${markdown(line.title)}`,
    [side(line.left), side(line.right), `- ${differenceText(line, language)}`].join('\n'),
    markdown(line.because),
  ].join('\n\n');
}

/** What a line that does not agree is called, by what it compares; the report is accused of its own contradictions only. */
export const openSections = (language: Language) => [
  {
    between: 'report',
    title: say(language, 'Contradictions inside the report', '报告内部矛盾'),
  },
  {
    between: 'outside',
    title: say(language, 'Differences from other sources', '与其他来源的差异'),
  },
  {
    between: 'model',
    title: say(language, 'Where the model does not reproduce the report', '模型未能复现报告之处'),
  },
];

/** What the comparison comes to, in one sentence or two. */
export function reconciliationText({ company, reconciliation }: Findings, language: Language): string {
  const agreeing = reconciliation.filter((line) => line.agrees);
  const built = agreeing.filter(({ between }) => between === 'model').length;
  const checks = agreeing.length - built;
  const [inside, outside, model] = openSections(language).map(
    ({ between }) => reconciliation.filter((line) => !line.agrees && line.between === between).length,
  );
  return say(
    language,
    `${company}: ${reconciliation.length} lines. ${checks} agree and ${built} hold because the model starts from the report; ${inside} contradict inside the report, ${outside} differ from other sources, ${model} are not reproduced by the model.`,
    `${company}：共 ${reconciliation.length} 项。${checks} 项一致，${built} 项因模型以报告为起点而成立；报告内部矛盾 ${inside} 项，与其他来源有差异 ${outside} 项，模型未能复现 ${model} 项。`,
  );
}

/** What disagrees first, each with both sides and the reason; then every line that agrees. */
export function reconciliationMarkdown(findings: Findings, language: Language): string {
  const lines = findings.reconciliation;
  const agreeing = lines.filter((line) => line.agrees);
  const checks = agreeing.filter(({ between }) => between !== 'model');
  const built = agreeing.filter(({ between }) => between === 'model');
  const open = openSections(language).map(({ between, title }) => ({
    title,
    lines: lines.filter((line) => !line.agrees && line.between === between),
  }));
  return markdownPage([
    `# ${say(language, 'Reconciliation with the report', '与报告的核对')}`,
    markdown(reconciliationText(findings, language)),
    ...open.flatMap((section) =>
      section.lines.length === 0
        ? []
        : [`## ${section.title}`, ...section.lines.map((line) => contradiction(line, language))],
    ),
    ...agreement(say(language, 'Lines that agree', '一致项'), checks, language),
    ...agreement(
      say(
        language,
        'Lines that hold because the model starts from the report',
        '因模型以报告为起点而成立的项',
      ),
      built,
      language,
    ),
  ]);
}

function agreement(title: string, lines: readonly ReconciliationLine[], language: Language): string[] {
  if (lines.length === 0) return [];
  const head = [
    say(language, 'Line', '核对项'),
    say(language, 'One side', '一方'),
    say(language, 'Other side', '另一方'),
    say(language, 'Unit', '单位'),
    say(language, 'Difference', '差异'),
    say(language, 'Why compared', '说明'),
  ];
  const rows = lines.map((line) => {
    const { factor, name } = sidesIn(line, language);
    return [
      line.title,
      short(line.left.value / factor, DIGITS),
      short(line.right.value / factor, DIGITS),
      name,
      percentOf(line.relative, language),
      line.because,
    ];
  });
  return [`## ${title}`, markdownTable(head, rows)];
}
