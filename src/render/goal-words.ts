// How a goal of the command line, an input and a share of the draws are said: for sentences that a committee reads.
import type { GoalFinding, InputFinding, SideFinding, Solution, Title } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { fixed, short } from './charts/numbers.ts';
import { percentSign, scaled, unitBehind } from './charts/units.ts';
import type { SummaryTable } from './summary-layout.ts';
import { amountOf } from './targets.ts';
import { type Language, named, say } from './wording.ts';

const DIGITS = 4;
/** Pure numbers beyond it are no shares. */
const LARGEST_SHARE = 10;

/** What a terminal shows of a goal: for each scenario a sentence a strategy, then all of them as a table. */
export interface GoalText {
  readonly title: string;
  readonly scenarios: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly table: SummaryTable;
  /** How the numbers are meant. */
  readonly notes: readonly string[];
}

/** What is said of each case, below the scenario that it belongs to. */
export function byScenario<Case extends { readonly scenario: string; readonly scenarioTitle: Title }>(
  cases: readonly Case[],
  say: (one: Case) => string,
  language: Language,
): GoalText['scenarios'] {
  return distinct(cases.map(({ scenario }) => scenario)).map((scenario) => {
    const own = cases.filter((one) => one.scenario === scenario);
    const [first] = own;
    const heading = first === undefined ? scenario : named(first.scenarioTitle, language);
    return { heading, sentences: own.map(say) };
  });
}

/** Which draws shares are of. */
export const drawsWords = ({ draws, seed }: NonNullable<Solution['drawn']>, language: Language): string =>
  say(
    language,
    `Shares are of ${fixed(draws, 0)} draws, seed ${seed}, the same in all cases.`,
    `占比基于 ${fixed(draws, 0)} 次抽样（种子 ${seed}），各情形相同。`,
  );

/** A value with its unit; a pure number that is no share, such as years of life, as it is. */
export const amountWords = (value: number, unit: string, language: Language): string =>
  unit === '1' && Math.abs(value) > LARGEST_SHARE ? short(value, DIGITS) : amountOf(value, unit, language);

/** `Transition cost`, with its element where it has several. */
export function nameOf(
  { title, item, itemTitle }: Pick<InputFinding, 'title' | 'item' | 'itemTitle'>,
  language: Language,
): string {
  const element = item === '' ? '' : named(itemTitle, language);
  return named(title, language) + (element === '' ? '' : say(language, ` (${element})`, `（${element}）`));
}

/** ` in 2030`, `2030 年`; nothing for a quantity of the base year. */
export const inYear = (year: number | undefined, language: Language): string =>
  year === undefined ? '' : say(language, ` in ${year}`, `${year} 年`);

const FOLDED = {
  sum: [
    ['sum', '合计'],
    ['sum of all years', '各年合计'],
  ],
  min: [
    ['lowest', '最低'],
    ['lowest year', '最低年份'],
  ],
  max: [
    ['highest', '最高'],
    ['highest year', '最高年份'],
  ],
} as const;

/** `Transition cost (rods)`, `Liquidity headroom (lowest year)`: what a side of a goal is the number of. */
export function sideName(side: SideFinding, language: Language): string {
  const name = nameOf(side, language);
  if (side.fold === undefined) return name;
  const [en, zh] = FOLDED[side.fold][side.folded.includes('year') ? 1 : 0];
  return name + say(language, ` (${en})`, `（${zh}）`);
}

/** `700 million yuan`; or `the level of Committed plan`, where a goal holds one number against another. */
export function boundWords(goal: GoalFinding, language: Language): string {
  const { against, bound, unit } = goal;
  if (against === undefined) return amountWords(bound ?? Number.NaN, unit, language);
  const other = sideName(against, language);
  const name = other === sideName(goal, language) ? '' : other;
  const when = against.year === goal.year ? '' : inYear(against.year, language);
  const whose = against.strategyTitle === undefined ? '' : named(against.strategyTitle, language);
  const en = [name, whose].filter((part) => part !== '').join(' with ');
  return say(
    language,
    `the level of ${en}${when}`,
    `${whose}${when}${whose !== '' && name !== '' ? '的' : ''}${name}的水平`,
  );
}

/** What is reached, behind a Chinese verb: a number stands apart from it, a word does not. */
export const reached = (goal: GoalFinding): string =>
  `${goal.against === undefined ? ' ' : ''}${boundWords(goal, 'zh')}`;

/** `Transition cost ≤ 700 million yuan in 2030`, `Transition cost with Accelerated plan ≤ the level of Committed plan in 2030`. */
export function goalWords(goal: GoalFinding, language: Language): string {
  const sign = goal.direction === 'at_least' ? '≥' : '≤';
  const bound = boundWords(goal, language);
  const whose = goal.strategyTitle === undefined ? '' : named(goal.strategyTitle, language);
  const name = sideName(goal, language);
  return say(
    language,
    `${name}${whose === '' ? '' : ` with ${whose}`} ${sign} ${bound}${inYear(goal.year, language)}`,
    `${inYear(goal.year, language)}${whose}${name} ${sign} ${bound}`,
  );
}

/** `71 %`; what is not all of them is never said to be, nor what is not none. */
export function shareOf(chance: number, language: Language): string {
  const percent = chance * 100;
  if (percent > 0 && percent < 0.1) return say(language, 'less than 0.1 %', '不到 0.1%');
  if (percent < 100 && percent > 99.9) return say(language, 'more than 99.9 %', '超过 99.9%');
  return (percent > 99 || percent < 1 ? short(percent, 3) : fixed(percent, 0)) + percentSign(language);
}

/** An amount in few digits, rounded to the side given so that what is said does what is said of it; within its ends. */
export function amountTowards(
  value: number,
  side: 'at_least' | 'at_most',
  unit: string,
  [low, high]: readonly [number, number],
  language: Language,
): string {
  const { factor, name } = scaled(unit, value, language);
  const shown = value / factor;
  if (shown === 0) return amountOf(value, unit, language);
  const step = 10 ** (Math.floor(Math.log10(Math.abs(shown))) + 1 - DIGITS);
  const steps = shown / step;
  // What a division leaves behind a whole number is no reason to go a step further.
  const whole = Math.round(steps);
  const towards = side === 'at_least' ? Math.ceil(steps) : Math.floor(steps);
  const rounded = (Math.abs(steps - whole) < 1e-6 ? whole : towards) * step;
  const inside = rounded * factor >= low && rounded * factor <= high;
  return short(inside ? rounded : shown, inside ? DIGITS : 10) + unitBehind(name, language);
}
