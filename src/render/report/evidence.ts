// What a reader must know before trusting a number: files past their date, scenarios from memory, and what each headline rests on.

import type { EvidenceFinding, Findings } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { percentOf } from '../charts/numbers.ts';
import { percentSign } from '../charts/units.ts';
import { gradeName, wholePercents } from '../evidence.ts';
import { conditionWords } from '../names.ts';
import { caseTitle, chanceOf, exactly, type Telling, told, type Where } from '../opening.ts';
import { joined, pieces } from '../pieces.ts';
import { bracketed, type Language, listed, named, plain, say } from '../wording.ts';
import { anyCaseOf, caseOf, spotsOf, sumOf } from './readings.ts';
import type { Cell, EvidenceBlock, Reading } from './types.ts';

/** Sentences for the head of the page; none where nothing has expired and every scenario has a source. */
export function notices(findings: Findings, language: Language): readonly Cell[] {
  const { expired, scenarios, quantities, uncertainty } = findings;
  const titleOf = (name: string): string => {
    const info = quantities.get(name);
    return info === undefined ? plain(name) : named(info.title, language);
  };
  const past = expired.map(({ name, expires, headlines }) => {
    const said = say(
      language,
      `${plain(name)} expired on ${expires}; its values may no longer hold`,
      `${plain(name)} 已于 ${expires} 过期，其数值可能不再适用`,
    );
    const names = listed(headlines.map(titleOf), language);
    if (headlines.length === 0) return said + say(language, '.', '。');
    return said + say(language, `. On it rest: ${names}.`, `。受影响的主要指标：${names}。`);
  });
  const remembered = scenarios.flatMap(({ title, unsourced }) =>
    unsourced === undefined
      ? []
      : [`${named(title, language)}${say(language, ': ', '：')}${plain(unsourced)}`],
  );
  const checks = uncertainty?.checks ?? [];
  const broken = distinct(checks.map(({ name }) => name)).flatMap((name): readonly Cell[] => {
    const [first, ...own] = checks.filter((one) => one.name === name);
    if (first === undefined) return [];
    const most = own.reduce((best, one) => (one.chance > best.chance ? one : best), first);
    const words = conditionWords(most, language);
    const telling = { findings, language };
    const chance = chanceOf(
      percentOf(most.chance, language, 2),
      most,
      caseTitle(most, telling),
      say(language, `this does not hold: ${words}`, `不满足：${words}`),
      [],
      telling,
    );
    return [say(language, pieces`${words} (${chance})`, pieces`${words}（${chance}）`)];
  });
  const breaking: readonly Cell[] =
    broken.length === 0
      ? []
      : [
          say(
            language,
            pieces`Some draws break what holds in the central case; in brackets the most in one case: ${joined(broken, '; ')}.`,
            pieces`部分抽样突破了中心情形所满足的条件，括号内为单一情形中的最高占比：${joined(broken, '；')}。`,
          ),
        ];
  return [...past, ...remembered, ...breaking];
}

/** How much of what moves a headline one value brings, with that value in every scenario. */
function weightOf(
  { quantity, itemTitle, weight }: EvidenceFinding['heaviest'][number],
  { headline, title, year, strategy }: EvidenceFinding,
  telling: Telling,
): Reading {
  const { findings, language } = telling;
  const { graph, scenarios } = findings;
  const found = graph.quantities.find(({ name }) => name === quantity);
  const item = found?.items[found.itemTitles.findIndex(({ en }) => en === itemTitle.en)];
  const numberOf = (name: string, where: Where, element?: string): readonly Reading[] => {
    const spots = spotsOf(graph, { quantity: name, item: element, year });
    const each = caseOf(graph, where.scenario, where.strategy);
    const path = graph.quantities[spots[0]?.slot ?? -1];
    if (path === undefined || spots.length > 1) return [];
    const value = sumOf(graph, each, spots) / path.factor;
    return [{ text: exactly(value, path.unit, language), each, spots }];
  };
  const label = named(found?.title ?? { en: quantity, zh: quantity }, language);
  return told(percentOf(weight, language, 2), {
    title: `${label}${say(language, ', share of what moves ', '，在影响因素中的占比：')}${named(title, language)}`,
    about: say(
      language,
      'How far 1 % of this value moves the headline, as a share of the sum of such moves of all values, over all scenarios.',
      '该数值变动 1% 使指标变动的幅度，占所有数值此类变动之和的比例，合并所有情景。',
    ),
    exact: percentOf(weight, language, 12),
    of: scenarios.flatMap(({ name }) => {
      const where = { scenario: name, strategy };
      const inCase = (what: string): string => `${what}${bracketed(caseTitle(where, telling), language)}`;
      return [
        ...numberOf(quantity, where, item).map((one) => [inCase(label), one] as const),
        ...numberOf(headline, where).map((one) => [inCase(named(title, language)), one] as const),
      ];
    }),
  });
}

/** A line for each headline: shares by weight, and the values that weigh most. */
export function evidenceBlock(findings: Findings, language: Language): EvidenceBlock | undefined {
  const { evidence, strategies, graph } = findings;
  const telling = { findings, language };
  const [first] = evidence;
  if (first === undefined) return undefined;
  const strategy = strategies.find(({ name }) => name === first.strategy);
  const title = strategy === undefined ? plain(first.strategy) : named(strategy.title, language);
  return {
    about: say(
      language,
      `With the strategy ${title}, over all scenarios: how much of what moves each headline is sourced, derived from a source, or assumed. Weight: how far 1 % of a value moves the headline.`,
      `策略“${title}”，合并所有情景：影响各主要指标的数值中，有来源、由来源推导与假设各占多少。权重指数值变动 1% 使指标变动的幅度。`,
    ),
    grades: (['sourced', 'derived', 'assumed'] as const).map((grade) => gradeName(grade, language)),
    lines: evidence.flatMap((one) => {
      if (one.byWeight === undefined) return [];
      const { sourced, derived, assumed } = wholePercents(one.byWeight);
      return [
        {
          title: named(one.title, language),
          year: one.year,
          shares: (
            [
              ['sourced', sourced],
              ['derived', derived],
              ['assumed', assumed],
            ] as const
          ).map(([grade, percent]) => ({
            percent,
            reading: {
              text: percent + percentSign(language),
              each: anyCaseOf(graph, [], [one.strategy]),
              spots: spotsOf(graph, { quantity: one.headline, year: one.year }),
              grade,
            },
          })),
          heaviest: one.heaviest.slice(0, 3).map((heavy) => {
            const item = named(heavy.itemTitle, language);
            const name = named(heavy.title, language) + (item === '' ? '' : bracketed(item, language));
            const word = gradeName(heavy.grade, language);
            return pieces`${name} ${weightOf(heavy, one, telling)}${say(language, ` [${word}]`, `［${word}］`)}`;
          }),
        },
      ];
    }),
  };
}
