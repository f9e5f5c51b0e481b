// What `solve` found, for a terminal: a table of all cases, and for each scenario what a committee reads of them.
import type { Solution, SolveAnswer } from '../analyse/index.ts';
import { short } from './charts/numbers.ts';
import { scaled, unitBehind } from './charts/units.ts';
import {
  amountTowards,
  amountWords,
  boundWords,
  byScenario,
  drawsWords,
  type GoalText,
  goalWords,
  inYear,
  nameOf,
  reached,
  shareOf,
} from './goal-words.ts';
import type { SummaryTable } from './summary-layout.ts';
import { type Language, named, say } from './wording.ts';

const answerText = (
  { at = Number.NaN, side = 'at_least', allowed }: SolveAnswer,
  unit: string,
  language: Language,
): string => amountTowards(at, side, unit, allowed, language);

/** `reaches 18.3 %`, `falls to 4 t`; where it is on that side already, `is at least 18.3 %`. */
function condition(answer: SolveAnswer, unit: string, language: Language): string {
  const { at = Number.NaN, side, now } = answer;
  const amount = answerText(answer, unit, language);
  if (side === undefined) return say(language, `stays at ${amount}`, `保持在 ${amount}`);
  if (side === 'at_least')
    return now < at
      ? say(language, `reaches ${amount}`, `达到 ${amount}`)
      : say(language, `is at least ${amount}`, `不低于 ${amount}`);
  return now > at
    ? say(language, `falls to ${amount}`, `降至 ${amount}`)
    : say(language, `is at most ${amount}`, `不高于 ${amount}`);
}

/** A number of the goal's quantity behind the goal, whose unit it shares. */
function bare(value: number, { bound, unit }: Solution['goal'], language: Language): string {
  if (bound === undefined) return amountWords(value, unit, language);
  const { factor, name } = scaled(unit, Math.max(Math.abs(bound), Math.abs(value)), language);
  const isNamed = scaled(unit, bound, language).name === name && name !== '%';
  return short(value / factor, 4) + (isNamed ? '' : unitBehind(name, language));
}

/** What there is as things stand: `9,000`, or `897 against 709 million yuan` where two numbers are compared. */
function present({ value, against }: SolveAnswer, goal: Solution['goal'], language: Language): string {
  if (against === undefined) return bare(value, goal, language);
  const { factor, name } = scaled(goal.unit, Math.max(Math.abs(value), Math.abs(against)), language);
  const [own, other] = [value, against].map((number) => short(number / factor, 4));
  return `${own}${say(language, ' against ', '，对比值为 ')}${other}${unitBehind(name, language)}`;
}

/** The nearest that a goal comes to being met; for two numbers how far they are apart. */
function nearest({ best }: SolveAnswer, goal: Solution['goal'], language: Language): string {
  const amount = bare(best?.value ?? Number.NaN, goal, language);
  return goal.against === undefined ? amount : say(language, `a difference of ${amount}`, `相差 ${amount}`);
}

/** What one strategy does, as a sentence without its scenario. */
function sentence(answer: SolveAnswer, { goal, by }: Solution, language: Language): string {
  const strategy = named(answer.strategyTitle, language);
  const input = nameOf(by, language);
  const value = present(answer, goal, language);
  const now = amountWords(answer.now, by.unit, language);
  const bound = boundWords(goal, language);
  const when = inYear(goal.year, language);
  const first = answer.turns
    ? say(
        language,
        ', the first such value from the present one, since the result moves both ways with it',
        '（自现值起最近的此类数值：结果随其先升后降或先降后升）',
      )
    : '';
  const chance = answer.chance ?? (answer.outcome === 'met' ? answer.chanceNow : undefined);
  const holds =
    chance === undefined
      ? ''
      : say(
          language,
          `; it holds in ${shareOf(chance.chance, language)} of the draws`,
          `；在 ${shareOf(chance.chance, language)} 的抽样中成立`,
        );
  const [low, high] = answer.allowed.map((end) => amountWords(end, by.unit, language));
  switch (answer.outcome) {
    case 'meets':
      return say(
        language,
        `${strategy} meets ${bound}${when} if ${input} ${condition(answer, by.unit, language)}${first}; as it stands it has ${now}, which gives ${value}${holds}.`,
        `${strategy}：若${input}${condition(answer, by.unit, language)}${first}，则${when}达到${reached(goal)}；现值为 ${now}，结果为 ${value}${holds}。`,
      );
    case 'breaks':
      return say(
        language,
        `${strategy} would meet ${bound}${when} if ${input} ${condition(answer, by.unit, language)}${first}, but then the check ${answer.check ?? ''} breaks: another input must give way; as it stands it has ${now}, which gives ${value}.`,
        `${strategy}：若${input}${condition(answer, by.unit, language)}${first}，${when}可达到${reached(goal)}，但会违反检查 ${answer.check ?? ''}：须同时调整其他输入；现值为 ${now}，结果为 ${value}。`,
      );
    case 'met': {
      const limit =
        answer.at === undefined
          ? say(
              language,
              `, whatever value ${input} has from ${low} to ${high}`,
              `，${input}在 ${low} 至 ${high} 之间取任何值均可`,
            )
          : say(
              language,
              `, as long as ${input} is ${answer.side === 'at_least' ? 'at least' : 'at most'} ${answerText(answer, by.unit, language)}${first} (it has ${now})`,
              `，只要${input}${answer.side === 'at_least' ? '不低于' : '不高于'} ${answerText(answer, by.unit, language)}${first}（现值 ${now}）`,
            );
      return say(
        language,
        `${strategy} meets ${bound}${when} already, with ${value}${limit}${holds}.`,
        `${strategy}：${when}已达到${reached(goal)}，结果为 ${value}${limit}${holds}。`,
      );
    }
    case 'misses': {
      const best = nearest(answer, goal, language);
      const at = amountWords(answer.best?.at ?? Number.NaN, by.unit, language);
      return say(
        language,
        `With ${strategy} no value of ${input} from ${low} to ${high} meets ${bound}${when}: the best is ${best}, at ${at}; as it stands it has ${now}, which gives ${value}${holds}.`,
        `${strategy}：${input}在 ${low} 至 ${high} 之间没有数值能使${when}达到${reached(goal)}：最好为 ${best}（取 ${at} 时）；现值为 ${now}，结果为 ${value}${holds}。`,
      );
    }
    case 'still':
      return say(
        language,
        `With ${strategy} ${input} does not move it: it stays at ${value}, short of ${bound}${when}.`,
        `${strategy}：${input}对其没有影响：结果为 ${value}，${when}未达到${reached(goal)}。`,
      );
  }
}

function needed(answer: SolveAnswer, { goal, by }: Solution, language: Language): string {
  const sign = answer.side === 'at_most' ? '≤' : '≥';
  const amount = `${answer.side === undefined ? '' : `${sign} `}${answerText(answer, by.unit, language)}`;
  switch (answer.outcome) {
    case 'met':
      return answer.at === undefined ? say(language, 'any', '任意') : amount;
    case 'meets':
      return amount;
    case 'breaks':
      return say(
        language,
        `${amount}, breaks ${answer.check ?? ''}`,
        `${amount}，违反 ${answer.check ?? ''}`,
      );
    case 'misses': {
      const best = nearest(answer, goal, language);
      return say(language, `none; best ${best}`, `无；最好 ${best}`);
    }
    case 'still':
      return say(language, 'none; no effect', '无；无影响');
  }
}

function tableOf(solution: Solution, language: Language): SummaryTable {
  const { goal, by, answers, drawn } = solution;
  const largest = answers.flatMap(({ value, against = 0 }) => [Math.abs(value), Math.abs(against)]);
  const unit = scaled(goal.unit, Math.max(...largest), language);
  const isCompared = goal.against !== undefined;
  const head = [
    say(language, 'Scenario', '情景'),
    say(language, 'Strategy', '策略'),
    unit.name === ''
      ? say(language, 'Result', '结果')
      : say(language, `Result, ${unit.name}`, `结果，${unit.name}`),
    ...(isCompared ? [say(language, 'Against', '对比值')] : []),
    say(language, 'Met', '达成'),
    say(language, 'Input now', '输入现值'),
    say(language, 'Input needed', '所需输入'),
    ...(drawn === undefined
      ? []
      : [say(language, 'Draws now', '抽样现状'), say(language, 'Draws then', '届时抽样')]),
  ];
  const shown = (chance: SolveAnswer['chance']): string =>
    chance === undefined ? '' : shareOf(chance.chance, language);
  const rows = answers.map((answer) => [
    named(answer.scenarioTitle, language),
    named(answer.strategyTitle, language),
    short(answer.value / unit.factor, 4),
    ...(isCompared ? [short((answer.against ?? Number.NaN) / unit.factor, 4)] : []),
    answer.outcome === 'met' ? '✓' : '✗',
    amountWords(answer.now, by.unit, language),
    needed(answer, solution, language),
    ...(drawn === undefined ? [] : [shown(answer.chanceNow), shown(answer.chance)]),
  ]);
  const status = answers.map(({ outcome }) =>
    head.map((_, column) => {
      const own = isCompared ? column - 1 : column;
      if (own === 3) return outcome === 'met' ? ('good' as const) : ('bad' as const);
      return own === 5 && outcome !== 'met' && outcome !== 'meets' ? ('bad' as const) : ('plain' as const);
    }),
  );
  return { title: say(language, 'All cases', '全部情形'), head, rows, status };
}

/** Which years the input is moved in, and what its draws do. */
function notesOf({ by, drawn }: Solution, language: Language): readonly string[] {
  const input = nameOf(by, language);
  const held =
    by.year !== undefined
      ? say(language, `${input} is moved in ${by.year} alone`, `${input}仅在 ${by.year} 年变动`)
      : by.from !== undefined
        ? say(language, `${input} holds the value from ${by.from} on`, `${input}自 ${by.from} 年起保持该值`)
        : say(language, `${input} is one value for all years`, `${input}各年为同一数值`);
  const where = by.firstAlone
    ? say(
        language,
        ', in the strategy that the goal is about alone, since it belongs to strategies',
        '，且仅在目标所指策略中变动（该输入由策略设定）',
      )
    : '';
  const rest = say(language, `${held}${where}; all else stays as it is.`, `${held}${where}，其余不变。`);
  if (drawn === undefined)
    return [
      rest,
      say(language, 'The study takes no draws, so there is no chance.', '该研究未设抽样，故无概率。'),
    ];
  return [
    `${rest}${say(language, ' No draw moves it once it is set.', '输入设定后不再随抽样变动。')}`,
    drawsWords(drawn, language),
  ];
}

/** The answers in words and as a table. */
export function solveText(solution: Solution, language: Language = 'en'): GoalText {
  const { goal, by, answers } = solution;
  const title = say(
    language,
    `${goalWords(goal, language)}, by ${nameOf(by, language)}`,
    `${goalWords(goal, language)}，通过${nameOf(by, language)}`,
  );
  const scenarios = byScenario(answers, (answer) => sentence(answer, solution, language), language);
  return { title, scenarios, table: tableOf(solution, language), notes: notesOf(solution, language) };
}
