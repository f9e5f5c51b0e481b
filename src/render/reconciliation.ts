// reconciliation.md: where the company's own figures agree and where they contradict each other.
import type { Findings, ReconciliationLine } from '../analyse/index.ts';
import { short } from './charts/numbers.ts';
import { unitName } from './charts/units.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { type Language, say } from './wording.ts';

const DIGITS = 9;

function side(one: ReconciliationLine['left']): string {
  const formula = one.formula === undefined ? '' : ` = ${one.formula}`;
  return `${short(one.value, DIGITS)}: ${one.about} (${one.quantity}${formula})`;
}

function verdict(line: ReconciliationLine, language: Language): string {
  return line.agrees ? say(language, 'agrees', '一致') : say(language, 'CONTRADICTION', '矛盾');
}

function percent(share: number): string {
  return `${short(share * 100, 3)} %`;
}

/** Every line with both sides, contradictions counted at the top. */
export function reconciliationMarkdown(findings: Findings, language: Language): string {
  const lines = findings.reconciliation;
  const broken = lines.filter((line) => !line.agrees).length;
  const head = [
    say(language, 'Check', '核对'),
    say(language, 'One side', '一方'),
    say(language, 'Other side', '另一方'),
    say(language, 'Unit', '单位'),
    say(language, 'Difference', '差异'),
    say(language, 'Allowed', '容许'),
    say(language, 'Verdict', '结论'),
    say(language, 'Why', '原因'),
  ];
  const rows = lines.map((line) => [
    line.title,
    side(line.left),
    side(line.right),
    unitName(line.unit, language),
    `${short(line.difference, 6)} (${percent(line.relative)})`,
    percent(line.within),
    verdict(line, language),
    line.because,
  ]);
  return markdownPage([
    `# ${say(language, 'Reconciliation with the report', '与报告的核对')}`,
    say(
      language,
      `${markdown(findings.company)}: ${lines.length - broken} of ${lines.length} lines agree, ${broken} contradict.`,
      `${markdown(findings.company)}：${lines.length} 项核对中 ${lines.length - broken} 项一致，${broken} 项矛盾。`,
    ),
    lines.length > 0 ? markdownTable(head, rows) : '',
  ]);
}
