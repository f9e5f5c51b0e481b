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

/** One contradiction: both sides with their formulas, the difference, why. */
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

/** Contradictions first, each with both sides and the reason; then every line that agrees. */
export function reconciliationMarkdown(findings: Findings, language: Language): string {
  const lines = findings.reconciliation;
  const broken = lines.filter((line) => !line.agrees);
  const agreeing = lines.filter((line) => line.agrees);
  const head = [
    say(language, 'Line', '核对项'),
    say(language, 'One side', '一方'),
    say(language, 'Other side', '另一方'),
    say(language, 'Unit', '单位'),
    say(language, 'Difference', '差异'),
    say(language, 'Why compared', '说明'),
  ];
  const rows = agreeing.map((line) => [
    line.title,
    short(line.left.value, DIGITS),
    short(line.right.value, DIGITS),
    unitName(line.unit, language),
    percent(line.relative),
    line.because,
  ]);
  return markdownPage([
    `# ${say(language, 'Reconciliation with the report', '与报告的核对')}`,
    say(
      language,
      `${markdown(findings.company)}: ${agreeing.length} of ${lines.length} lines agree, ${broken.length} contradict.`,
      `${markdown(findings.company)}：${lines.length} 项核对中 ${agreeing.length} 项一致，${broken.length} 项矛盾。`,
    ),
    broken.length > 0 ? `## ${say(language, 'Contradictions', '矛盾项')}` : '',
    ...broken.map((line) => contradiction(line, language)),
    agreeing.length > 0 ? `## ${say(language, 'Lines that agree', '一致项')}` : '',
    agreeing.length > 0 ? markdownTable(head, rows) : '',
  ]);
}
