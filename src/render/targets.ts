// targets.md: every target with its path and gap, and what one input alone would have to be to close the gap.
import type { Closing, Findings, TargetFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { short } from './charts/numbers.ts';
import { scaled, unitBehind } from './charts/units.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { byTitle, quantityName } from './names.ts';
import { origin } from './origin.ts';
import { type Language, named, say } from './wording.ts';
import { writtenIn } from './written.ts';

const DIGITS = 4;

/** A value in its declared unit with the unit that a reader takes in, `2.05 Mt`. */
export function amountOf(value: number, unit: string, language: Language): string {
  const shown = scaled(unit, value, language);
  return short(value / shown.factor, DIGITS) + unitBehind(shown.name, language);
}

/** Before a goal. */
const inYear = (year: number, language: Language): string => say(language, `${year}: `, `${year} 年：`);

const sign = (direction: TargetFinding['direction']): string => (direction === 'at_least' ? '≥' : '≤');

/** The name of an input and its element. */
export const inputName = ({ title, itemTitle, item }: Closing, language: Language): string =>
  named(title, language) +
  (item === '' ? '' : say(language, ` (${named(itemTitle, language)})`, `（${named(itemTitle, language)}）`));

/** What a closing says: `11.74 %`, or why there is no such value. */
function answer(closing: Closing, target: TargetFinding, language: Language): string {
  const needs = amountOf(closing.needs ?? Number.NaN, closing.unit, language);
  switch (closing.outcome) {
    case 'meets':
      return closing.turns
        ? say(
            language,
            `${needs}, the first such value: the target moves up and down with it`,
            `${needs}（最近的可行值：目标随其升降）`,
          )
        : needs;
    case 'breaks':
      return say(
        language,
        `${needs}, but then the check ${closing.check ?? ''} breaks: another input must give way`,
        `${needs}，但会违反检查 ${closing.check ?? ''}：须同时调整其他输入`,
      );
    case 'misses': {
      const best = amountOf(closing.best ?? Number.NaN, target.unit, language);
      return say(language, `no allowed value; at best ${best}`, `允许范围内无解；最好为 ${best}`);
    }
    default: {
      const never: never = closing.outcome;
      return never;
    }
  }
}

function pathTable(targets: readonly TargetFinding[], language: Language): string {
  const head = [
    say(language, 'Strategy', '策略'),
    say(language, 'Scenario', '情景'),
    say(language, 'Value', '数值'),
    say(language, 'Gap', '差距'),
    say(language, 'Met', '是否达成'),
    say(language, 'First year met', '首次达成年份'),
  ];
  const rows = targets.map((one) => [
    one.strategy,
    one.scenario,
    amountOf(one.value, one.unit, language),
    amountOf(one.gap, one.unit, language),
    one.met
      ? `✓ ${one.setByInput ? say(language, 'as the strategy sets it', '由策略设定') : ''}`.trim()
      : '✗',
    one.firstYearMet === undefined ? say(language, 'never', '从未') : String(one.firstYearMet),
  ]);
  return markdownTable(head, rows);
}

function closingTable(targets: readonly TargetFinding[], language: Language): readonly string[] {
  const missed = targets.filter((one) => !one.met);
  if (missed.length === 0) return [];
  const title = `### ${say(language, 'What one input alone would have to be', '仅调整一项输入所需的数值')}`;
  const head = [
    say(language, 'Strategy', '策略'),
    say(language, 'Scenario', '情景'),
    say(language, 'Input', '输入'),
    say(language, 'Set by', '设定者'),
    say(language, 'Now', '现值'),
    say(language, 'Needed', '所需'),
    say(language, 'Allowed', '允许范围'),
  ];
  const rows = missed.flatMap((one) =>
    one.closings.map((closing) => [
      one.strategy,
      one.scenario,
      inputName(closing, language),
      closing.setBy === 'strategy' ? say(language, 'strategy', '策略') : say(language, 'scenario', '情景'),
      amountOf(closing.now, closing.unit, language),
      answer(closing, one, language),
      closing.allowed.map((end) => amountOf(end, closing.unit, language)).join(say(language, ' to ', ' 至 ')),
    ]),
  );
  return rows.length === 0
    ? [
        title,
        say(
          language,
          'No lever and no input of a scenario moves it in its year.',
          '没有策略或情景输入会影响该目标年份的数值。',
        ),
      ]
    : [title, markdownTable(head, rows)];
}

function section(
  targets: readonly TargetFinding[],
  findings: Findings,
  language: Language,
): readonly string[] {
  const [first] = targets;
  if (first === undefined) return [];
  const quantity = quantityName(first.quantity, findings, language);
  const goal = `${inYear(first.year, language)}${quantity} ${sign(first.direction)} ${amountOf(first.goal, first.unit, language)}`;
  const past = first.noActualReported
    ? say(language, ' The year is past and no actual is reported.', ' 该年份已过，未披露实际值。')
    : '';
  return [
    `## ${markdown(named(first.title, language))}`,
    markdown(say(language, `${goal}.${past}`, `${goal}。${past.trim()}`)),
    pathTable(targets, language),
    ...closingTable(targets, language),
  ];
}

function open(findings: Findings, language: Language): readonly string[] {
  if (findings.unquantifiedTargets.length === 0) return [];
  const head = [
    say(language, 'Target', '目标'),
    say(language, 'Goal', '目标值'),
    say(language, 'Why the model says nothing', '模型未量化的原因'),
    say(language, 'Source', '来源'),
  ];
  const rows = findings.unquantifiedTargets.map(({ title, year, direction, goal, why, provenance }) => [
    named(title, language),
    `${inYear(year, language)}${sign(direction)} ${writtenIn(goal, language)}`,
    why,
    origin(provenance, findings, language),
  ]);
  return [`## ${say(language, 'Not quantified', '未量化的目标')}`, markdownTable(head, rows)];
}

/** Every target in the order of the company file; those that the model does not quantify come last. */
export function targetsMarkdown(findings: Findings, language: Language): string {
  const targets = byTitle(findings.targets, findings, language);
  const keys = distinct(targets.map(({ name, item }) => JSON.stringify([name, item])));
  const sections = keys.flatMap((key) =>
    section(
      targets.filter(({ name, item }) => JSON.stringify([name, item]) === key),
      findings,
      language,
    ),
  );
  return markdownPage([
    `# ${say(language, 'Targets', '目标')}`,
    say(
      language,
      'What one input alone would have to be: it holds that value from the target’s year on, all else stays as it is, and the nearest value that just meets the target is given. Levers of the strategy come first. Allowed is what the declaration of a lever admits (`within`), otherwise the widest that ranges, scenarios and strategies span.',
      '“仅调整一项输入所需的数值”：该输入自目标年份起保持此值，其余不变，给出刚好达标的最近数值；策略杠杆在前。允许范围取杠杆声明的界限（`within`），否则取各范围、情景和策略所及的最宽区间。',
    ),
    ...sections,
    ...open(findings, language),
  ]);
}
