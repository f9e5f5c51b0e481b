// How decisions are said: sentences and cells for decisions.md and the report.
import type {
  CostFinding,
  DecisionFinding,
  Findings,
  MeasureFinding,
  PairFinding,
  Signpost,
} from '../analyse/index.ts';
import { percentOf, short } from './charts/numbers.ts';
import { briefUnit, scaled, unitBehind } from './charts/units.ts';
import { type CostNumbers, costNumbers } from './decision-numbers.ts';
import { expectedLead } from './decision-weights.ts';
import { chanceOf, exactly, given, inStudy, numberOf, numberTitle, type Telling, told } from './opening.ts';
import { joined, pieces, textOf } from './pieces.ts';
import type { Account, Cell, Reading } from './report/types.ts';
import { bracketed, type Language, listed, named, say } from './wording.ts';

/** A table in the reader's language; `lead` says in a sentence what it comes to. */
export interface DecisionTable {
  readonly title: string;
  readonly lead: Cell;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Signposts of a pair that are shown: the earliest, and what comes next. */
const SHOWN = 3;
const DIGITS = 4;

const titleIn =
  (list: Findings['scenarios'] | Findings['strategies'], language: Language) =>
  (name: string): string => {
    const found = list.find((one) => one.name === name);
    return found === undefined ? name : named(found.title, language);
  };

/** Scenarios by their titles; what holds in each is said so. */
function scenariosText(names: readonly string[], { scenarios }: Findings, language: Language): string {
  return names.length > 2 && names.length === scenarios.length
    ? say(language, 'every scenario', '各情景')
    : listed(names.map(titleIn(scenarios, language)), language);
}

/** `Smallest largest regret: Committed plan, at most 1,250 million yuan (Net Zero 2050).`; the price year stands in the title. */
function costLead(cost: CostFinding, numbers: CostNumbers, telling: Telling): Cell {
  const { findings, language } = telling;
  const strategy = titleIn(findings.strategies, language);
  const best = cost.strategies.find((one) => cost.least.includes(one.strategy));
  if (best === undefined) return '';
  const names = listed(cost.least.map(strategy), language);
  const most = pieces`${numbers.largest(best)}${briefUnit(numbers.unit.name, language)}`;
  const where = scenariosText(best.where, findings, language);
  const regret =
    best.largest === 0
      ? say(
          language,
          `${names}: nothing to regret, the least cost in every scenario.`,
          `${names}：在各情景下成本均最低，无可后悔。`,
        )
      : say(
          language,
          pieces`Smallest largest regret: ${names}, at most ${most} (${where}).`,
          pieces`最大后悔值最小：${names}，至多 ${most}（${where}）。`,
        );
  const expected = expectedLead(cost, numbers, telling);
  return joined(
    [regret, expected].filter((text) => textOf(text) !== ''),
    say(language, ' ', ''),
  );
}

/** Costs with what would be regretted of them, strategy by strategy. */
export function costTable(
  cost: CostFinding,
  weights: DecisionFinding['weights'],
  findings: Findings,
  language: Language,
): DecisionTable {
  const telling = { findings, language };
  const numbers = costNumbers(cost, weights, telling);
  const weighed = cost.strategies.some(({ expected }) => expected !== undefined);
  const drawn = cost.strategies.some(({ expectedOfDraws }) => expectedOfDraws !== undefined);
  const when = cost.over === 'base' ? '' : ` ${cost.year}`;
  const unit = numbers.unit.name;
  return {
    title: `${named(cost.title, language)}${when}${say(language, `, ${unit}`, `，${unit}`)}`,
    lead: costLead(cost, numbers, telling),
    head: [
      say(language, 'Strategy', '策略'),
      ...findings.scenarios.map(({ title }) => named(title, language)),
      say(language, 'Largest regret', '最大后悔值'),
      say(language, 'In', '所在情景'),
      say(language, 'Expected cost', '期望成本'),
      ...(drawn ? [say(language, 'Expected cost, mean of the draws', '期望成本（抽样均值）')] : []),
    ],
    rows: cost.strategies.map((one): readonly Cell[] => [
      titleIn(findings.strategies, language)(one.strategy) + (cost.least.includes(one.strategy) ? ' ✓' : ''),
      ...one.costs.map((_, place) => {
        const [own, regret] = [numbers.costOf(one, place), numbers.regretOf(one, place)];
        return say(language, pieces`${own} (${regret})`, pieces`${own}（${regret}）`);
      }),
      [numbers.largest(one)],
      scenariosText(one.where, findings, language),
      weighed ? [numbers.expected(one)] : say(language, 'no weights declared', '未声明权重'),
      ...(drawn ? [[numbers.expectedOfDraws(one)]] : []),
    ]),
  };
}

const measureName = ({ itemTitle, item }: MeasureFinding | Signpost, language: Language): string =>
  item === '' ? '' : named(itemTitle, language);

export function measureTable(
  { measures, strategy, year }: DecisionFinding,
  findings: Findings,
  language: Language,
): DecisionTable {
  const telling = { findings, language };
  const worth = measures.filter(({ noRegret }) => noRegret).map((one) => measureName(one, language));
  const where = say(
    language,
    `Looked at in ${year}, with ${titleIn(findings.strategies, language)(strategy)}.`,
    `考察年份：${year} 年；策略：${titleIn(findings.strategies, language)(strategy)}。`,
  );
  const lead =
    worth.length === 0
      ? say(
          language,
          'No measure costs less than nothing in every scenario.',
          '没有措施在所有情景下净成本均为负。',
        )
      : say(
          language,
          `Worth their cost in every scenario: ${listed(worth, language)}.`,
          `在所有情景下净成本均为负：${listed(worth, language)}。`,
        );
  return {
    title: say(language, 'No-regret measures', '无悔措施'),
    lead: `${lead}${say(language, ' ', '')}${where}`,
    head: [
      say(language, 'Measure', '措施'),
      say(language, 'Counted as', '口径'),
      ...findings.scenarios.map(({ title }) => named(title, language)),
      say(language, 'No regret', '无悔'),
    ],
    rows: measures.map((measure) => {
      const unit = scaled(measure.unit, Math.max(...measure.costs.map(Math.abs)), language);
      return [
        measureName(measure, language),
        `${named(measure.title, language)}${say(language, `, ${unit.name}`, `，${unit.name}`)}`,
        ...measure.costs.map((value, place) => {
          const found = measure.chances[place];
          const { quantity, item } = measure;
          const where = { scenario: findings.scenarios[place]?.name ?? '', strategy };
          const text = short(value / unit.factor, 3);
          const cost = numberOf(text, { quantity, item, year }, where, { value, unit }, telling);
          if (found === undefined) return [cost];
          const chance = chanceOf(
            percentOf(found.chance, language),
            found,
            `${measureName(measure, language)}${say(language, ': ', '：')}${numberTitle(quantity, year, where, telling)}`,
            say(language, 'the measure costs less than nothing', '该措施净成本为负'),
            [[say(language, 'Central case', '中心情形'), cost]],
            telling,
          );
          return say(
            language,
            pieces`${cost} (worth it in ${chance} of draws)`,
            pieces`${cost}（${chance} 的抽样为负）`,
          );
        }),
        measure.noRegret ? '✓' : '✗',
      ];
    }),
  };
}

/** `EU carbon price in 2031`. */
const signpostName = (one: Signpost, language: Language): string => {
  const item = measureName(one, language);
  const name = `${named(one.title, language)}${item === '' ? '' : say(language, ` (${item})`, `（${item}）`)}`;
  return say(language, `${name} in ${one.year}`, `${name}（${one.year} 年）`);
};

const pairName = (
  { scenarios: [one, other] }: PairFinding,
  findings: Findings,
  language: Language,
): string => {
  const scenario = titleIn(findings.scenarios, language);
  return say(language, `${scenario(one)} and ${scenario(other)}`, `${scenario(one)}与${scenario(other)}`);
};

function signpostLead(pairs: readonly PairFinding[], findings: Findings, language: Language): string {
  return pairs
    .map((pair) => {
      const [first] = pair.signposts;
      const name = pairName(pair, findings, language);
      return first === undefined
        ? say(language, `Nothing tells ${name} apart.`, `没有指标能区分${name}。`)
        : say(
            language,
            `What tells ${name} apart first is ${signpostName(first, language)}.`,
            `最先区分${name}的是${signpostName(first, language)}。`,
          );
    })
    .join(say(language, ' ', ''));
}

/** One of the two values, and nine draws in ten around it; the same with every strategy. */
function rangesText(one: Signpost, place: 0 | 1, scenario: string, telling: Telling): Cell {
  const { findings, language } = telling;
  const { values, ranges, unit, quantity, item, year } = one;
  const shown = scaled(unit, Math.max(...values.map(Math.abs)), language);
  const text = (value: number): string => short(value / shown.factor, DIGITS);
  const range = ranges?.[place];
  const name = unitBehind(shown.name, language);
  const where = { scenario, strategy: findings.strategies[0]?.name ?? '' };
  const asked = { quantity, item, year };
  const value = numberOf(text(values[place]), asked, where, { value: values[place], unit: shown }, telling);
  if (range === undefined || range[0] === range[1]) return pieces`${value}${name}`;
  const [low, high] = range.map((end) =>
    told(text(end), {
      title:
        signpostName(one, language) + bracketed(titleIn(findings.scenarios, language)(scenario), language),
      about: say(
        language,
        'An end of where nine draws in ten of this input lie, from the 5th to the 95th percentile; its value in the central case belongs to it.',
        '该输入九成抽样所在区间（第 5 至第 95 百分位数，含中心值）的端点。',
      ),
      unit: shown.name,
      exact: exactly(end, unit, language),
      of: [[say(language, 'Central case', '中心情形'), value]],
    }),
  ) as [Reading, Reading];
  return say(
    language,
    pieces`${value}${name} (${low} to ${high})`,
    pieces`${value}${name}（${low} 至 ${high}）`,
  );
}

/** By how much two values differ, as a share of the larger. */
function differenceOf(one: Signpost, scenarios: readonly [string, string], telling: Telling): Reading {
  const { language } = telling;
  return told(percentOf(one.difference, language), {
    title: signpostName(one, language),
    about: say(
      language,
      'The difference of the two values as a share of the larger.',
      '两数值之差占较大值的比例。',
    ),
    exact: percentOf(one.difference, language, 12),
    of: scenarios.map((scenario, place) => {
      const [value] = [rangesText(one, place as 0 | 1, scenario, telling)].flat();
      return [titleIn(telling.findings.scenarios, language)(scenario), value] as Account['of'][number];
    }),
  });
}

/** Pair by pair, the first of each and what comes next. */
export function signpostTable(
  signposts: NonNullable<DecisionFinding['signposts']>,
  findings: Findings,
  language: Language,
): DecisionTable {
  const { pairs, differBy, from, to } = signposts;
  const telling = { findings, language };
  const share = given(
    percentOf(differBy, language),
    say(language, 'Difference from which on two values lie apart', '视为可区分的最小差异'),
    inStudy('decisions: signposts: differ_by', telling),
    telling,
  );
  const rule = say(
    language,
    pieces`Looked at from ${`${from} to ${to}`}: two values lie apart where nine in ten draws of the one (in brackets) and of the other do not meet, or, where neither differs between draws, where they differ by more than ${share} of the larger.`,
    pieces`考察期 ${`${from} 至 ${to}`} 年：若两情景各自九成抽样（括号内）互不相交，即视为可区分；若均无抽样差异，则须相差超过较大值的 ${share}。`,
  );
  return {
    title: say(language, 'Signposts', '情景路标'),
    lead: pieces`${signpostLead(pairs, findings, language)}${say(language, ' ', '')}${rule}`,
    head: [
      say(language, 'Scenarios', '情景'),
      say(language, 'Signpost', '路标'),
      say(language, 'In the first', '前者数值'),
      say(language, 'In the second', '后者数值'),
      say(language, 'Apart by', '区分依据'),
    ],
    rows: pairs.flatMap((pair) =>
      pair.signposts.length === 0
        ? [[pairName(pair, findings, language), say(language, 'none', '无'), '', '', '']]
        : pair.signposts
            .slice(0, SHOWN)
            .map((one) => [
              pairName(pair, findings, language),
              signpostName(one, language),
              rangesText(one, 0, pair.scenarios[0], telling),
              rangesText(one, 1, pair.scenarios[1], telling),
              one.by === 'draws'
                ? say(language, 'the draws', '抽样')
                : say(
                    language,
                    pieces`${differenceOf(one, pair.scenarios, telling)} of the larger`,
                    pieces`较大值的 ${differenceOf(one, pair.scenarios, telling)}`,
                  ),
            ]),
    ),
  };
}
