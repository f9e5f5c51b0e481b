// How decisions are said: sentences and cells for decisions.md and the report.
import type {
  CostFinding,
  DecisionFinding,
  Findings,
  MeasureFinding,
  PairFinding,
  Signpost,
} from '../analyse/index.ts';
import { decimalsFor, fixed, percentOf, short } from './charts/numbers.ts';
import { briefUnit, scaled, unitBehind } from './charts/units.ts';
import { expectedLead } from './decision-weights.ts';
import { type Language, listed, named, say } from './wording.ts';

/** A table in the reader's language; `lead` says in a sentence what it comes to. */
export interface DecisionTable {
  readonly title: string;
  readonly lead: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
function costLead(cost: CostFinding, findings: Findings, language: Language): string {
  const unit = scaled(cost.unit, largestOf(cost), language);
  const amount = (value: number): string =>
    fixed(value / unit.factor, decimalsFor(largestOf(cost) / unit.factor)) + briefUnit(unit.name, language);
  const strategy = titleIn(findings.strategies, language);
  const best = cost.strategies.find((one) => cost.least.includes(one.strategy));
  if (best === undefined) return '';
  const names = listed(cost.least.map(strategy), language);
  const regret =
    best.largest === 0
      ? say(
          language,
          `${names}: nothing to regret, the least cost in every scenario.`,
          `${names}：在各情景下成本均最低，无可后悔。`,
        )
      : say(
          language,
          `Smallest largest regret: ${names}, at most ${amount(best.largest)} (${scenariosText(best.where, findings, language)}).`,
          `最大后悔值最小：${names}，至多 ${amount(best.largest)}（${scenariosText(best.where, findings, language)}）。`,
        );
  const expected = expectedLead(cost, amount, findings, language);
  return [regret, expected].filter((text) => text !== '').join(say(language, ' ', ''));
}

const largestOf = ({ strategies }: CostFinding): number =>
  Math.max(0, ...strategies.flatMap(({ costs }) => costs.map(Math.abs)));

/** Costs with what would be regretted of them, strategy by strategy. */
export function costTable(cost: CostFinding, findings: Findings, language: Language): DecisionTable {
  const unit = scaled(cost.unit, largestOf(cost), language);
  const decimals = decimalsFor(largestOf(cost) / unit.factor);
  const text = (value: number): string => fixed(value / unit.factor, decimals);
  const weighed = cost.strategies.some(({ expected }) => expected !== undefined);
  const drawn = cost.strategies.some(({ expectedOfDraws }) => expectedOfDraws !== undefined);
  const when = cost.over === 'base' ? '' : ` ${cost.year}`;
  return {
    title: `${named(cost.title, language)}${when}${say(language, `, ${unit.name}`, `，${unit.name}`)}`,
    lead: costLead(cost, findings, language),
    head: [
      say(language, 'Strategy', '策略'),
      ...findings.scenarios.map(({ title }) => named(title, language)),
      say(language, 'Largest regret', '最大后悔值'),
      say(language, 'In', '所在情景'),
      say(language, 'Expected cost', '期望成本'),
      ...(drawn ? [say(language, 'Expected cost, mean of the draws', '期望成本（抽样均值）')] : []),
    ],
    rows: cost.strategies.map((one) => [
      titleIn(findings.strategies, language)(one.strategy) + (cost.least.includes(one.strategy) ? ' ✓' : ''),
      ...one.costs.map((value, place) =>
        say(
          language,
          `${text(value)} (${text(one.regrets[place] ?? Number.NaN)})`,
          `${text(value)}（${text(one.regrets[place] ?? Number.NaN)}）`,
        ),
      ),
      text(one.largest),
      scenariosText(one.where, findings, language),
      weighed ? text(one.expected ?? Number.NaN) : say(language, 'no weights declared', '未声明权重'),
      ...(drawn ? [text(one.expectedOfDraws ?? Number.NaN)] : []),
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
        ...measure.costs.map((cost, place) => {
          const chance = measure.chances[place];
          const value = short(cost / unit.factor, 3);
          return chance === undefined
            ? value
            : say(
                language,
                `${value} (worth it in ${percentOf(chance.chance, language)} of draws)`,
                `${value}（${percentOf(chance.chance, language)} 的抽样为负）`,
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

function rangesText({ values, ranges, unit }: Signpost, place: 0 | 1, language: Language): string {
  const shown = scaled(unit, Math.max(...values.map(Math.abs)), language);
  const text = (value: number): string => short(value / shown.factor, DIGITS);
  const range = ranges?.[place];
  const name = unitBehind(shown.name, language);
  return range === undefined || range[0] === range[1]
    ? `${text(values[place])}${name}`
    : say(
        language,
        `${text(values[place])}${name} (${text(range[0])} to ${text(range[1])})`,
        `${text(values[place])}${name}（${text(range[0])} 至 ${text(range[1])}）`,
      );
}

/** Pair by pair, the first of each and what comes next. */
export function signpostTable(
  signposts: NonNullable<DecisionFinding['signposts']>,
  findings: Findings,
  language: Language,
): DecisionTable {
  const { pairs, differBy, from, to } = signposts;
  const rule = say(
    language,
    `Looked at from ${from} to ${to}: two values lie apart where nine in ten draws of the one (in brackets) and of the other do not meet, or, where neither differs between draws, where they differ by more than ${percentOf(differBy, language)} of the larger.`,
    `考察期 ${from} 至 ${to} 年：若两情景各自九成抽样（括号内）互不相交，即视为可区分；若均无抽样差异，则须相差超过较大值的 ${percentOf(differBy, language)}。`,
  );
  return {
    title: say(language, 'Signposts', '情景路标'),
    lead: `${signpostLead(pairs, findings, language)}${say(language, ' ', '')}${rule}`,
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
              rangesText(one, 0, language),
              rangesText(one, 1, language),
              one.by === 'draws'
                ? say(language, 'the draws', '抽样')
                : say(
                    language,
                    `${percentOf(one.difference, language)} of the larger`,
                    `较大值的 ${percentOf(one.difference, language)}`,
                  ),
            ]),
    ),
  };
}
