// What the register owes an answer to: for the head of register.md and for the terminal.
import type { Findings, RegisterFinding, RegisterIssue } from '../analyse/index.ts';
import { percentOf, short } from './charts/numbers.ts';
import { scaled, unitBehind } from './charts/units.ts';
import { markdown, markdownTable } from './markdown.ts';
import { itemName, scenarioName, strategyName } from './names.ts';
import { type Language, named, say } from './wording.ts';

function sentence(issue: RegisterIssue, title: string, language: Language): string {
  switch (issue.kind) {
    case 'worse':
      return say(language, `${title}: worse after the response than before it`, `${title}：应对后反而加重`);
    case 'untreated': {
      const lapsed =
        issue.expired === undefined
          ? ''
          : say(language, `; its acceptance expired on ${issue.expired}`, `；接受已于 ${issue.expired} 到期`);
      return say(
        language,
        `${title}: above tolerance, without an open action or an acceptance that holds${lapsed}`,
        `${title}：超出容忍度，既无进行中的措施，也无有效的接受${lapsed}`,
      );
    }
    case 'overdue':
      return say(
        language,
        `${title}: action overdue since ${issue.due} (${issue.owner}): ${issue.action}`,
        `${title}：措施自 ${issue.due} 起逾期（${issue.owner}）：${issue.action}`,
      );
    case 'unreviewed':
      return say(language, `${title}: review was due on ${issue.due}`, `${title}：应于 ${issue.due} 复核`);
    default: {
      const never: never = issue;
      return never;
    }
  }
}

/** What needs an answer, a sentence each. */
export function issueTexts({ rows, issues }: RegisterFinding, language: Language): readonly string[] {
  const titles = new Map(rows.map((row) => [row.name, named(row.title, language)]));
  return issues.map((issue) => sentence(issue, titles.get(issue.row) ?? issue.row, language));
}

/** A list of what needs an answer; nothing where nothing does. */
export function attention(register: RegisterFinding, language: Language): readonly string[] {
  const texts = issueTexts(register, language);
  if (texts.length === 0) return [];
  const lines = texts.map((text) => `- ${markdown(text)}`);
  return [`## ${say(language, 'Needs an answer', '待处理事项')}`, lines.join('\n')];
}

/** Inputs that move a headline while no row rests on them. */
export function uncovered(
  register: RegisterFinding,
  findings: Findings,
  language: Language,
): readonly string[] {
  const bound = percentOf(register.uncoveredAbove, language);
  const titleOf = (name: string): string => {
    const info = findings.quantities.get(name);
    return info === undefined ? name : named(info.title, language);
  };
  const heading = `## ${say(language, 'Uncovered drivers', '未覆盖的驱动因素')}`;
  const rule = say(
    language,
    `An input is uncovered if no row rests on it while it moves a headline by more than ${bound}, at the low or high end of what it may be, all else as it is: of ${titleOf(register.impactOf.quantity)} for money of a year, of the headline itself otherwise.`,
    `某项输入取其范围的低端或高端、其余不变时，若使主要指标变动超过 ${bound}，而登记册中没有条目以其为依据，即为未覆盖：年度金额按${titleOf(register.impactOf.quantity)}计，其他按指标自身计。`,
  );
  if (register.uncovered.length === 0)
    return [heading, `${markdown(rule)} ${say(language, 'There is none.', '目前没有。')}`];
  const head = [
    say(language, 'Input', '输入'),
    say(language, 'Moves', '影响指标'),
    say(language, 'By', '变动'),
    say(language, 'Share', '占比'),
    say(language, 'Where', '情形'),
  ];
  const rows = register.uncovered.map((one) => {
    const unit = scaled(one.unit, one.change, language);
    const item = one.item === '' ? '' : ` [${itemName(one.quantity, one.item, findings, language)}]`;
    return [
      say(
        language,
        `${named(one.title, language)} (${one.quantity}${item})`,
        `${named(one.title, language)}${item}（${one.quantity}）`,
      ),
      named(one.headlineTitle, language),
      short(one.change / unit.factor) + unitBehind(unit.name, language),
      say(
        language,
        `${percentOf(one.share, language, 2)} of ${titleOf(one.of)}`,
        `${titleOf(one.of)}的 ${percentOf(one.share, language, 2)}`,
      ),
      say(
        language,
        `${one.scenario} / ${one.strategy}, ${one.year}`,
        `${scenarioName(one.scenario, findings, language)}，${strategyName(one.strategy, findings, language)}，${one.year} 年`,
      ),
    ];
  });
  return [heading, markdown(rule), markdownTable(head, rows)];
}
