// What a reader must know before trusting a number: files past their date, scenarios from memory, and what each headline rests on.

import type { Findings } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { percentOf } from '../charts/numbers.ts';
import { gradeName, wholePercents } from '../evidence.ts';
import { conditionWords } from '../names.ts';
import { type Language, listed, named, plain, say } from '../wording.ts';
import type { EvidenceBlock } from './types.ts';

/** Sentences for the head of the page; none where nothing has expired and every scenario has a source. */
export function notices(findings: Findings, language: Language): readonly string[] {
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
  const broken = distinct(checks.map(({ name }) => name)).flatMap((name) => {
    const own = checks.filter((one) => one.name === name);
    const most = percentOf(Math.max(...own.map(({ chance }) => chance)), language, 2);
    return own
      .slice(0, 1)
      .map((one) => conditionWords(one, language) + say(language, ` (${most})`, `（${most}）`));
  });
  const breaking =
    broken.length === 0
      ? []
      : [
          say(
            language,
            `Some draws break what holds in the central case; in brackets the most in one case: ${broken.join('; ')}.`,
            `部分抽样突破了中心情形所满足的条件，括号内为单一情形中的最高占比：${broken.join('；')}。`,
          ),
        ];
  return [...past, ...remembered, ...breaking];
}

/** A line for each headline: shares by weight, and the values that weigh most. */
export function evidenceBlock(
  { evidence, strategies }: Findings,
  language: Language,
): EvidenceBlock | undefined {
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
          shares: [sourced, derived, assumed] as const,
          heaviest: one.heaviest.slice(0, 3).map(({ title: input, itemTitle, grade, weight }) => {
            const item = named(itemTitle, language);
            const name =
              named(input, language) + (item === '' ? '' : say(language, ` (${item})`, `（${item}）`));
            const share = percentOf(weight, language, 2);
            const word = gradeName(grade, language);
            return `${name} ${share}${say(language, ` [${word}]`, `［${word}］`)}`;
          }),
        },
      ];
    }),
  };
}
