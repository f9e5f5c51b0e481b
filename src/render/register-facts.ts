// What one row of the register says, as labelled lines in the reader's language; what it does not say has no line.
import type { Findings, RegisterRow } from '../analyse/index.ts';
import { amountBelow, headUnit } from './amounts.ts';
import { short } from './charts/numbers.ts';
import { scaled, unitBehind } from './charts/units.ts';
import { quantityName } from './names.ts';
import { origin } from './origin.ts';
import { everyFor, statusFor, wordFor } from './register-words.ts';
import { type Language, named, say } from './wording.ts';
import { writtenIn } from './written.ts';

/** Labels of the facts whose numbers the run computes. */
export const TOLERANCE = { en: 'Tolerance', zh: '容忍度' } as const;
export const standsIn = ({ asOf }: Pick<Findings, 'asOf'>, language: Language): string =>
  say(language, `In ${asOf.slice(0, 4)}`, `${asOf.slice(0, 4)} 年`);

export type Fact = readonly [label: string, text: string];

/** First years in which scenarios cross the trigger. */
export function crossedIn(row: RegisterRow, language: Language): string {
  const parts = row.watch.crossed.map(
    (one) => `${one.scenario}${say(language, ': ', '：')}${one.year ?? say(language, 'never', '从未')}`,
  );
  return parts.join(say(language, '; ', '；'));
}

/** `S2 22a-i, 29b; E1 E1-9`; undefined for a row that maps to nothing. */
export function listOfDisclosure({ disclosure }: RegisterRow): string | undefined {
  const parts = Object.entries(disclosure ?? {}).map(
    ([standard, items]) => `${standard} ${[items].flat().join(', ')}`,
  );
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Where the indicator stands in the year of the study's date: one number where all scenarios agree. */
function standsAt({ watch }: RegisterRow, language: Language): string {
  const unit = scaled(watch.unit, Math.max(0, ...watch.now.map(({ value }) => Math.abs(value))), language);
  const spell = (value: number): string => short(value / unit.factor, 4) + unitBehind(unit.name, language);
  const texts = watch.now.map(({ value }) => spell(value));
  return new Set(texts).size === 1
    ? (texts[0] ?? '')
    : watch.now
        .map(({ scenario, value }) => scenario + say(language, ': ', '：') + spell(value))
        .join(say(language, '; ', '；'));
}

/** `Ask the ten largest customers (head of sales, due 2027-03-31, planned, no regret)` */
export function actionText(
  { says, owner, start, due, status, noRegret }: RegisterRow['actions'][number],
  language: Language,
): string {
  const facts = [
    owner,
    start === undefined ? '' : say(language, `from ${start}`, `自 ${start}`),
    say(language, `due ${due}`, `期限 ${due}`),
    wordFor(status, language),
    noRegret === true ? say(language, 'no regret', '无悔措施') : '',
  ];
  const list = facts.filter((fact) => fact !== '').join(say(language, ', ', '，'));
  return say(language, `${says} (${list})`, `${says}（${list}）`);
}

const actions = (row: RegisterRow, language: Language): readonly Fact[] =>
  row.actions.map((action): Fact => [say(language, 'Action', '措施'), actionText(action, language)]);

/** How the matter behaves: four grades on one line. */
function character(row: RegisterRow, language: Language): string {
  const grades: readonly (readonly [string, string | undefined])[] = [
    [say(language, 'velocity', '发生速度'), row.velocity],
    [say(language, 'persistence', '持续性'), row.persistence],
    [say(language, 'adaptability', '适应能力'), row.adaptability],
    [say(language, 'complexity', '复杂度'), row.complexity],
  ];
  return grades
    .flatMap(([label, grade]) => (grade === undefined ? [] : [`${label} ${wordFor(grade, language)}`]))
    .join(say(language, ', ', '，'));
}

/** @param unit the unit of the register's money */
export function factsOf(
  row: RegisterRow,
  unit: string,
  findings: Findings,
  language: Language,
): readonly Fact[] {
  const word = (text: string | undefined): string => (text === undefined ? '' : wordFor(text, language));
  const quantities = (names: readonly string[]): string =>
    names.map((name) => quantityName(name, findings, language)).join(say(language, ', ', '、'));
  const linked = (names: readonly string[]): string =>
    names
      .map((name) => {
        const found = findings.register?.rows.find((other) => other.name === name);
        return language === 'en' || found === undefined ? name : named(found.title, language);
      })
      .join(say(language, ', ', '、'));
  const { override, tolerance, controls, review, accepted, physical, response, watch } = row;
  const option = response.option === undefined ? '' : word(response.option) + say(language, ': ', '：');
  const facts: readonly Fact[] = [
    [say(language, 'Cause', '原因'), row.cause],
    [say(language, 'Event', '事件'), row.event],
    [say(language, 'Consequence', '后果'), row.consequence],
    [
      say(language, 'Where', '位置'),
      [word(row.valueChain), row.place ?? ''].filter((part) => part !== '').join(say(language, ', ', '，')),
    ],
    [say(language, 'Hazard', '危害'), physical?.hazard ?? ''],
    [say(language, 'Exposure', '暴露度'), physical?.exposure ?? ''],
    [say(language, 'Sensitivity', '敏感性'), physical?.sensitivity ?? ''],
    [say(language, 'Adaptive capacity', '适应能力'), physical?.adaptive_capacity ?? ''],
    [say(language, 'Driven by', '驱动指标'), quantities(row.drivenBy)],
    [say(language, 'Rests also on', '其他驱动因素'), quantities(row.drivers)],
    [say(language, 'Not quantified', '未量化原因'), row.notQuantified ?? ''],
    [say(language, 'Linked to', '相关条目'), linked(row.linkedTo)],
    [say(language, 'Hits', '影响科目'), word(row.hits)],
    [
      row.inherent.drawn === undefined
        ? say(language, 'Likelihood', '可能性')
        : say(language, 'Likelihood, as judged before the draws', '可能性（抽样前的判断）'),
      row.likelihoodBecause,
    ],
    [
      say(language, 'Impact set by a role', '人工调整评级'),
      override === undefined
        ? ''
        : say(
            language,
            `${override.by}, until ${override.expires}: ${override.why}`,
            `${override.by}，有效期至 ${override.expires}：${override.why}`,
          ),
    ],
    [say(language, 'Behaviour', '特征'), character(row, language)],
    [say(language, 'Strength of knowledge', '认知程度'), word(row.knowledge)],
    [
      TOLERANCE[language],
      tolerance === undefined
        ? ''
        : say(
            language,
            `${short(tolerance.amount)} ${headUnit(unit, language)}: ${statusFor(tolerance.status, language)}`,
            `${amountBelow(tolerance.amount, unit, language)}（${headUnit(unit, language)}）：${statusFor(tolerance.status, language)}`,
          ),
    ],
    [
      say(language, 'Response', '应对'),
      say(
        language,
        `${option}${response.says} (${response.strategy})`,
        `${option}${response.says}（${response.strategy}）`,
      ),
    ],
    [
      say(language, 'Controls in place', '现有控制'),
      controls === undefined
        ? ''
        : say(
            language,
            `${controls.says} (effectiveness ${word(controls.effectiveness)}${controls.evidence === undefined ? '' : `; ${controls.evidence}`})`,
            `${controls.says}（有效性${word(controls.effectiveness)}${controls.evidence === undefined ? '' : `；${controls.evidence}`}）`,
          ),
    ],
    ...actions(row, language),
    [
      say(language, 'Accepted', '已接受'),
      accepted === undefined
        ? ''
        : say(
            language,
            `${accepted.by}, until ${accepted.expires}: ${accepted.because}`,
            `${accepted.by}，有效期至 ${accepted.expires}：${accepted.because}`,
          ),
    ],
    [
      say(language, 'Watch', '监测'),
      say(
        language,
        `${watch.quantity} ${watch.trigger}: ${watch.then}${watch.source === undefined ? '' : ` (${watch.source})`}`,
        `${quantityName(watch.quantity, findings, language)} ${writtenIn(watch.trigger, language)}：${watch.then}${watch.source === undefined ? '' : `（${watch.source}）`}`,
      ),
    ],
    [standsIn(findings, language), standsAt(row, language)],
    [say(language, 'Crossed', '触发年份'), crossedIn(row, language)],
    [
      say(language, 'Review', '复核'),
      review === undefined
        ? ''
        : [
            everyFor(review.every, language),
            review.last === undefined ? '' : say(language, `last ${review.last}`, `上次 ${review.last}`),
            say(language, `next ${review.next}`, `下次 ${review.next}`),
          ]
            .filter((part) => part !== '')
            .join(say(language, ', ', '，')),
    ],
    [say(language, 'Identified', '识别日期'), row.identified ?? ''],
    [
      say(language, 'Source', '来源'),
      row.provenance === undefined ? '' : origin(row.provenance, findings, language),
    ],
    [say(language, 'Evidence', '证据等级'), word(row.evidence)],
    [say(language, 'Disclosure', '披露对应'), listOfDisclosure(row) ?? ''],
    [say(language, 'Confidentiality', '保密级别'), word(row.confidentiality)],
    [say(language, 'Note', '备注'), row.note ?? ''],
  ];
  return facts.filter(([, text]) => text !== '');
}
