// The first screens of the report: scenarios, strategies, targets and headline numbers.

import type { Findings, HeadlineFinding, TargetFinding } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { percentOf } from '../charts/numbers.ts';
import { scaled } from '../charts/units.ts';
import { caseTitle, chanceOf, factsOf, given, type Telling } from '../opening.ts';
import { joined, pieces, textOf } from '../pieces.ts';
import {
  goalText,
  type HeadlineGroup,
  headlineGroups,
  headlineText,
  remarkText,
  targetText,
} from '../texts.ts';
import { bracketed, type Language, named, plain, say } from '../wording.ts';
import { writtenIn } from '../written.ts';
import { caseOf, factorOf, reading, spotsOf } from './readings.ts';
import type {
  Card,
  Cell,
  HeadlineBlock,
  OpenTarget,
  Pieces,
  Reading,
  ReportData,
  TargetBlock,
} from './types.ts';
import { wordsIn } from './words.ts';

const KIND = {
  transition: { en: 'transition', zh: '转型' },
  physical: { en: 'physical', zh: '物理' },
} as const;

export const scenarioCards = ({ scenarios }: Findings, language: Language): readonly Card[] =>
  scenarios.map(({ title, kind, narrative, provider, vintage }) => ({
    title: named(title, language),
    tag: [KIND[kind][language], provider ?? '', vintage ?? '']
      .map(plain)
      .filter((part) => part !== '')
      .join(' · '),
    text: plain(narrative),
  }));

export const strategyCards = ({ strategies }: Findings, language: Language): readonly Card[] =>
  strategies.map(({ title, about }) => ({ title: named(title, language), tag: '', text: plain(about) }));

export function facts(findings: Findings, language: Language): ReportData['facts'] {
  const { asOf, years, horizons, scenarios, strategies } = findings;
  const words = wordsIn(language);
  return [
    [words.asOf, asOf],
    [words.years, `${years[0]}–${years.at(-1)}`],
    [words.horizons, `${horizons.short} · ${horizons.medium} · ${horizons.long}`],
    [words.scenarios, String(scenarios.length)],
    [words.strategies, String(strategies.length)],
  ];
}

/** How often the draws meet a target. */
function chanceText(target: TargetFinding, reading: Reading, telling: Telling): Cell {
  const { findings, language } = telling;
  const { name, item, scenario, strategy, title } = target;
  const found = findings.uncertainty?.targets.find(
    (one) =>
      one.target === name && one.item === item && one.scenario === scenario && one.strategy === strategy,
  );
  if (found === undefined) return '';
  const chance = chanceOf(
    percentOf(found.chance, language),
    found,
    named(title, language) + bracketed(caseTitle(target, telling), language),
    say(
      language,
      `the target is met (${goalText(target, language)})`,
      `目标达成（${goalText(target, language)}）`,
    ),
    [[say(language, 'Central case', '中心情形'), reading]],
    telling,
  );
  return say(language, pieces`met in ${chance} of draws`, pieces`${chance} 的抽样达成`);
}

/** What a file sets as the goal of a target, with the words around it. */
function goalOf(name: string, text: string, title: string, telling: Telling): Pieces {
  const set = telling.findings.assumptions.find(({ quantity }) => quantity === `targets.${name}`);
  if (set === undefined) return [text];
  const [, before = '', number = '', after = ''] = /^(.*[≥≤] )([\d.,−-]+(?: ?%)?)(.*)$/u.exec(text) ?? [];
  return number === ''
    ? [text]
    : pieces`${before}${given(number, title, factsOf(set, telling), telling)}${after}`;
}

function targetCell(target: TargetFinding, findings: Findings, language: Language) {
  const { graph } = findings;
  const unit = scaled(target.unit, target.goal, language);
  const each = caseOf(graph, target.scenario, target.strategy);
  const value = reading(graph, targetText(target.value, unit, language), each, spotsOf(graph, target), {
    title: named(target.title, language),
    unit: unit.name,
    factor: factorOf(graph, target.quantity) * unit.factor,
    value: target.value / unit.factor,
  });
  return {
    met: target.met,
    remark: joined(
      [remarkText(target, language), chanceText(target, value, { findings, language })].filter(
        (part) => textOf(part) !== '',
      ),
      ' · ',
    ),
    reading: value,
    unit: unit.name,
  };
}

/** One block a target, a row a strategy, scenarios across. */
export function targetBlocks(findings: Findings, language: Language): readonly TargetBlock[] {
  const keyOf = ({ name, item }: TargetFinding): string => `${name}\n${item}`;
  return distinct(findings.targets.map(keyOf)).flatMap((key): TargetBlock[] => {
    const own = findings.targets.filter((target) => keyOf(target) === key);
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        title: named(first.title, language),
        goal: goalOf(first.name, goalText(first, language), named(first.title, language), {
          findings,
          language,
        }),
        rows: findings.strategies.map(({ name, title }) => ({
          strategy: named(title, language),
          cells: findings.scenarios.flatMap((scenario) =>
            own
              .filter((target) => target.strategy === name && target.scenario === scenario.name)
              .map((target) => targetCell(target, findings, language)),
          ),
        })),
      },
    ];
  });
}

/** Targets that stand beside the model. */
export const openTargets = (findings: Findings, language: Language): readonly OpenTarget[] =>
  findings.unquantifiedTargets.map(({ name, title, year, direction, goal, why }) => ({
    title: named(title, language),
    goal: goalOf(
      name,
      `${say(language, `${year}: `, `${year} 年：`)}${direction === 'at_least' ? '≥' : '≤'} ${plain(writtenIn(goal, language))}`,
      named(title, language),
      { findings, language },
    ),
    why: plain(why),
  }));

/** `600 to 1,020`: where nine draws of ten lie. */
function rangeOf(
  { scenario, strategy, quantity }: HeadlineFinding,
  year: number,
  group: HeadlineGroup,
  { uncertainty }: Findings,
): string | undefined {
  const series = uncertainty?.series.find(
    (one) => one.quantity === quantity && one.scenario === scenario && one.strategy === strategy,
  );
  const position = series?.years.length === 1 ? 0 : series?.years.indexOf(year);
  const percentiles = series?.distributions[position ?? -1]?.percentiles;
  const low = percentiles?.[0];
  const high = percentiles?.at(-1);
  // A number that no draw moves has no range.
  return low === undefined || high === undefined || low === high
    ? undefined
    : `${headlineText(low, group)} – ${headlineText(high, group)}`;
}

/** One block a headline, a row a strategy, scenarios across and in each the horizons. */
export function headlineBlocks(findings: Findings, language: Language): readonly HeadlineBlock[] {
  const { graph, quantities } = findings;
  return headlineGroups(findings, language).map((group) => {
    const { quantity, title, unit, years, own } = group;
    const factor = factorOf(graph, quantity);
    return {
      title,
      about: plain(quantities.get(quantity)?.about ?? ''),
      unit: unit.name,
      years: years.map(({ year }) => year),
      rows: findings.strategies.map((strategy) => ({
        strategy: named(strategy.title, language),
        cells: findings.scenarios.map((scenario) => {
          const found = own.find((one) => one.strategy === strategy.name && one.scenario === scenario.name);
          if (found === undefined) return [];
          const each = caseOf(graph, scenario.name, strategy.name);
          return years.map(({ horizon, year }) => ({
            ...reading(
              graph,
              headlineText(found.values[horizon], group),
              each,
              spotsOf(graph, { quantity, year }),
              {
                title,
                unit: unit.name,
                factor: factor * unit.factor,
                value: found.values[horizon] / unit.factor,
              },
            ),
            range: rangeOf(found, year, group, findings),
          }));
        }),
      })),
    };
  });
}
