// What `stress` found, for a terminal: what breaks a goal in each scenario with each strategy, and a table of all boxes.
import type { GoalFinding, Stress, StressBox, StressFinding, StressLimit } from '../analyse/index.ts';
import { percentOf, short } from './charts/numbers.ts';
import { scaled } from './charts/units.ts';
import {
  amountWords,
  boundWords,
  byScenario,
  drawsWords,
  type GoalText,
  goalWords,
  inYear,
  nameOf,
  shareOf,
  sideName,
} from './goal-words.ts';
import type { SummaryTable } from './summary-layout.ts';
import { type Language, listed, named, say } from './wording.ts';

/** Shares that have a name, when they are that to the percent. */
const NAMED = [
  [1 / 4, 'one in four', '四分之一'],
  [1 / 3, 'one in three', '三分之一'],
  [1 / 2, 'half', '一半'],
  [2 / 3, 'two in three', '三分之二'],
  [3 / 4, 'three in four', '四分之三'],
  [9 / 10, 'nine in ten', '十分之九'],
] as const;
const NEAR = 0.005;

/** `three in four`, or `62 %`. */
function partOf(share: number, language: Language): string {
  const found = NAMED.find(([named]) => Math.abs(share - named) < NEAR);
  return found === undefined ? shareOf(share, language) : say(language, found[1], found[2]);
}

/** `demand below 0.87`, `EU price between 90 and 130 EUR`. */
function limitWords(limit: StressLimit, goal: GoalFinding, language: Language): string {
  const { low, high, unit, year } = limit;
  const amount = (value: number): string => amountWords(value, unit, language);
  const when = year === goal.year ? '' : inYear(year, language);
  const { strategyTitle } = limit;
  const whose = strategyTitle === undefined ? '' : named(strategyTitle, language);
  const name = say(
    language,
    `${nameOf(limit, language)}${whose === '' ? '' : ` of ${whose}`}${when}`,
    `${when}${whose}${nameOf(limit, language)}`,
  );
  if (low !== undefined && high !== undefined)
    return say(
      language,
      `${name} between ${amount(low)} and ${amount(high)}`,
      `${name}介于 ${amount(low)} 与 ${amount(high)} 之间`,
    );
  return low === undefined
    ? say(
        language,
        `${name} below ${amount(high ?? Number.NaN)}`,
        `${name}低于 ${amount(high ?? Number.NaN)}`,
      )
    : say(language, `${name} above ${amount(low)}`, `${name}高于 ${amount(low)}`);
}

/** `Liquidity headroom in 2030 is below zero in 7 % of the draws`. */
function missedIn({ share }: StressFinding, goal: GoalFinding, language: Language): string {
  const bound = goal.bound === 0 ? say(language, 'zero', '零') : boundWords(goal, language);
  const name = sideName(goal, language);
  const when = inYear(goal.year, language);
  const below = goal.direction === 'at_least';
  return say(
    language,
    `${name}${when} is ${below ? 'below' : 'above'} ${bound} in ${shareOf(share, language)} of the draws`,
    `${shareOf(share, language)} 的抽样中，${when}${name}${below ? '低于' : '高于'}${bound}`,
  );
}

function boxWords(
  box: StressBox,
  { of, share }: StressFinding,
  goal: GoalFinding,
  language: Language,
): string {
  const limits = box.limits.map((limit) => limitWords(limit, goal, language));
  const usual = of === 'misses' ? share : 1 - share;
  const density = shareOf(box.density, language);
  const together =
    limits.length === 1
      ? say(language, 'where that is so', '在此情况下')
      : say(language, 'where they come together', '这些情况同时出现时');
  const missed =
    of === 'misses'
      ? say(language, 'the goal is missed', '未达标')
      : say(language, 'the goal is met', '达标');
  return say(
    language,
    `${partOf(box.coverage, language)} of these have ${listed(limits, language)}; ${together} (${shareOf(box.mass, language)} of the draws), ${missed} in ${density}, against ${shareOf(usual, language)} of all draws`,
    `其中 ${partOf(box.coverage, language)} 为${listed(limits, language)}；${together}（占抽样的 ${shareOf(box.mass, language)}），${missed}的比例为 ${density}，全部抽样中为 ${shareOf(usual, language)}`,
  );
}

function sentence(found: StressFinding, { goal, drawn }: Stress, language: Language): string {
  const strategy = named(found.strategyTitle, language);
  const amount = (value: number): string =>
    (goal.against === undefined ? '' : say(language, 'a difference of ', '差额 ')) +
    amountWords(value, goal.unit, language);
  const lead = say(language, `With ${strategy}, `, `${strategy}：`);
  const missed = missedIn(found, goal, language);
  switch (found.outcome) {
    case 'never':
      return say(
        language,
        `${lead}no draw of ${short(drawn.draws, 9)} breaks the goal; the worst is ${amount(found.worst)}, the central case ${amount(found.central)}.`,
        `${lead}${short(drawn.draws, 9)} 次抽样均未突破该目标；最差为 ${amount(found.worst)}，中心情形为 ${amount(found.central)}。`,
      );
    case 'always':
      return say(
        language,
        `${lead}the goal is missed in every draw, and in the central case (${amount(found.central)}): no combination is needed to break it.`,
        `${lead}所有抽样及中心情形（${amount(found.central)}）均未达标：无需任何组合即已突破。`,
      );
    case 'few':
      return say(
        language,
        `${lead}${missed} (${found.missing} of ${short(drawn.draws, 9)}): ${found.of === 'misses' ? 'too few to say what they have in common' : 'too few draws meet it to say what they have in common'}.`,
        `${lead}${missed}（${short(drawn.draws, 9)} 次中 ${found.missing} 次）：${found.of === 'misses' ? '次数太少' : '达标次数太少'}，无法归纳共性。`,
      );
    case 'unclear':
      return say(
        language,
        `${lead}${missed}; nothing stands out: no three inputs tell ${found.of === 'misses' ? 'these' : 'the other'} draws apart.`,
        `${lead}${missed}；无突出因素：没有三项以内的输入能将${found.of === 'misses' ? '这些' : '其余'}抽样区分开来。`,
      );
    case 'box': {
      if (found.box === undefined) throw new Error('a box that is not there');
      const box = boxWords(found.box, found, goal, language);
      return found.of === 'misses'
        ? `${lead}${missed}${say(language, '; ', '；')}${box}${say(language, '.', '。')}`
        : say(
            language,
            `${lead}${missed}, so what matters is when it holds: in ${shareOf(1 - found.share, language)} of the draws; ${box}.`,
            `${lead}${missed}，故应看何时达标：占抽样的 ${shareOf(1 - found.share, language)}；${box}。`,
          );
    }
  }
}

function tableOf({ goal, cases }: Stress, language: Language): SummaryTable {
  const largest = Math.max(...cases.flatMap(({ central, worst }) => [Math.abs(central), Math.abs(worst)]));
  const unit = scaled(goal.unit, largest, language);
  const inUnit = unit.name === '' ? '' : say(language, `, ${unit.name}`, `，${unit.name}`);
  const head = [
    say(language, 'Scenario', '情景'),
    say(language, 'Strategy', '策略'),
    (goal.against === undefined
      ? say(language, 'Central', '中心值')
      : say(language, 'Central difference', '中心差额')) + inUnit,
    say(language, 'Worst', '最差值') + inUnit,
    say(language, 'Missed', '未达标'),
    say(language, 'Inputs', '输入项数'),
    say(language, 'Coverage', '覆盖率'),
    say(language, 'Density', '密度'),
    say(language, 'Draws', '占抽样'),
  ];
  const rows = cases.map(({ scenarioTitle, strategyTitle, central, worst, share, box }) => [
    named(scenarioTitle, language),
    named(strategyTitle, language),
    short(central / unit.factor, 4),
    short(worst / unit.factor, 4),
    percentOf(share, language, 2),
    box === undefined ? '–' : String(box.limits.length),
    ...[box?.coverage, box?.density, box?.mass].map((part) =>
      part === undefined ? '–' : percentOf(part, language, 2),
    ),
  ]);
  const status = cases.map(({ centralMeets }) =>
    head.map((_, column) => (column === 2 && !centralMeets ? ('bad' as const) : ('plain' as const))),
  );
  return { title: say(language, 'All cases', '全部情形'), head, rows, status };
}

/** What breaks the goal, in words and as a table. */
export function stressText(stress: Stress, language: Language = 'en'): GoalText {
  const { goal, cases, drawn } = stress;
  return {
    title: say(
      language,
      `What breaks ${goalWords(goal, language)}`,
      `什么会突破：${goalWords(goal, language)}`,
    ),
    scenarios: byScenario(cases, (found) => sentence(found, stress, language), language),
    table: tableOf(stress, language),
    notes: [
      say(
        language,
        'Coverage: share of the draws in question that lie within the limits. Density: share of the draws within the limits that are in question. Limits are found in one half of the draws and shown only if they hold up in the other.',
        '覆盖率：所关注的抽样落在界限内的比例；密度：界限内抽样属于所关注者的比例。界限由一半抽样得出，仅在另一半中同样成立时列示。',
      ),
      drawsWords(drawn, language),
    ],
  };
}
