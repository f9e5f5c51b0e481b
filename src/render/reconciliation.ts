// reconciliation.md: where the company's own figures agree and where they contradict each other.
import type { Findings, ReconciliationLine } from '../analyse/index.ts';
import { short } from './charts/numbers.ts';
import { unitName } from './charts/units.ts';
import { code, markdown, markdownPage, markdownTable } from './markdown.ts';
import { type Language, say } from './wording.ts';

const DIGITS = 9;

function percent(share: number): string {
  return `${short(share * 100, 3)} %`;
}

/** One line that disagrees: both sides with their formulas, the difference, why. */
function contradiction(line: ReconciliationLine, language: Language): string {
  const unit = unitName(line.unit, language);
  const side = ({ value, about, quantity, formula }: ReconciliationLine['left']): string => {
    const amount = `**${short(value, DIGITS)}**${unit === '' ? '' : ` ${markdown(unit)}`}`;
    return `- ${amount}: ${markdown(about)}, ${code(formula === undefined ? quantity : `${quantity} = ${formula}`)}`;
  };
  const difference = say(
    language,
    `difference ${short(line.difference, 6)} (${percent(line.relative)}; ${percent(line.within)} would agree)`,
    `差异 ${short(line.difference, 6)}（${percent(line.relative)}，容许 ${percent(line.within)}）`,
  );
  return [
    `### ${markdown(line.title)}`,
    [side(line.left), side(line.right), `- ${difference}`].join('\n'),
    markdown(line.because),
  ].join('\n\n');
}

/** What a line that does not agree is called, by what it compares; the report is accused of its own contradictions only. */
const sections = (language: Language) => [
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

/** What disagrees first, each with both sides and the reason; then every line that agrees. */
export function reconciliationMarkdown(findings: Findings, language: Language): string {
  const lines = findings.reconciliation;
  const agreeing = lines.filter((line) => line.agrees);
  const checks = agreeing.filter(({ between }) => between !== 'model');
  const built = agreeing.filter(({ between }) => between === 'model');
  const open = sections(language).map(({ between, title }) => ({
    title,
    lines: lines.filter((line) => !line.agrees && line.between === between),
  }));
  const [inside, outside, model] = open.map((section) => section.lines.length);
  return markdownPage([
    `# ${say(language, 'Reconciliation with the report', '与报告的核对')}`,
    say(
      language,
      `${markdown(findings.company)}: ${lines.length} lines. ${checks.length} agree and ${built.length} hold because the model starts from the report; ${inside} contradict inside the report, ${outside} differ from other sources, ${model} are not reproduced by the model.`,
      `${markdown(findings.company)}：共 ${lines.length} 项。${checks.length} 项一致，${built.length} 项因模型以报告为起点而成立；报告内部矛盾 ${inside} 项，与其他来源有差异 ${outside} 项，模型未能复现 ${model} 项。`,
    ),
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
  const rows = lines.map((line) => [
    line.title,
    short(line.left.value, DIGITS),
    short(line.right.value, DIGITS),
    unitName(line.unit, language),
    percent(line.relative),
    line.because,
  ]);
  return [`## ${title}`, markdownTable(head, rows)];
}
