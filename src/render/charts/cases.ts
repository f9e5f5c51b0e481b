// Scenario x strategy cases as a grid of panels, and stacked parts in them: for stacks, items, waterfall, calendar and compare.
import type { Scenario, Strategy } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { type Line, type Shown, valueAt, varies } from './data.ts';
import { sameForStrategies, sameInScenarios } from './every.ts';
import type { Part } from './stack_panels.ts';
import { PARTS } from './theme.ts';

export interface Case {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
}

export interface Cases {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row. */
  readonly cases: readonly Case[];
  /** What the panels do not say because it is the same in all of them. */
  readonly common: readonly string[];
  /** Titles of scenarios and strategies for which there is no room. */
  readonly left: readonly string[];
}

const MOST_COLUMNS = 4;
const MOST_ROWS = 4;

/** Scenarios across and strategies down; what there is only one of goes to the subtitle. */
export function casesOf(shown: Shown, language: Language): Cases {
  const scenarioTitles = shown.scenarios.map((one) => named(one.title, language));
  const strategyTitles = shown.strategies.map((one) => named(one.title, language));
  const common = [
    ...(shown.scenarios.length === 1 ? scenarioTitles : []),
    ...(shown.strategies.length === 1 ? strategyTitles : []),
  ];
  const turned = shown.scenarios.length === 1;
  const scenarios = shown.scenarios.slice(0, MOST_COLUMNS);
  const strategies = shown.strategies.slice(0, turned ? MOST_COLUMNS : MOST_ROWS);
  return {
    columns: (turned ? strategyTitles : scenarioTitles).slice(0, MOST_COLUMNS),
    rows: turned || shown.strategies.length === 1 ? [''] : strategyTitles.slice(0, MOST_ROWS),
    cases: strategies.flatMap((strategy) => scenarios.map((scenario) => ({ scenario, strategy }))),
    common,
    left: [...scenarioTitles.slice(scenarios.length), ...strategyTitles.slice(strategies.length)],
  };
}

/** `Net Zero 2050, Committed plan`, without what all cases have in common. */
export function caseName(one: Case, made: Cases, language: Language): string {
  return [named(one.scenario.title, language), named(one.strategy.title, language)]
    .filter((title) => !made.common.includes(title))
    .join(say(language, ', ', '、'));
}

export interface NamedKey {
  readonly key: string;
  readonly name: string;
}

/** Values of each part in each case, smallest parts together as `Other` where colours run out. */
export function partsByCase(
  shown: Shown,
  cases: readonly Case[],
  keys: readonly NamedKey[],
  keyOf: (line: Line) => string,
  years: readonly number[],
  language: Language,
): readonly (readonly Part[])[] {
  const raw = cases.map((one) => {
    const own = shown.lines.filter(
      (line) => line.scenario === one.scenario.name && line.strategy === one.strategy.name,
    );
    return keys.map(({ key }) => {
      const lines = own.filter((line) => keyOf(line) === key);
      return years.map((year) => lines.reduce((sum, line) => sum + valueAt(line, year), 0));
    });
  });
  const size = keys.map((_, index) =>
    Math.max(0, ...raw.flatMap((parts) => (parts[index] ?? []).map((value) => Math.abs(value)))),
  );
  const bySize = keys.map((_, index) => index).sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
  const visible = bySize.filter((index) => (size[index] ?? 0) > 0);
  const kept = visible.length > PARTS.length ? visible.slice(0, PARTS.length - 1) : visible;
  const rest = visible.slice(kept.length);
  const order = [...kept].sort((a, b) => a - b);
  return raw.map((parts) => {
    const drawn = order.map((index) => ({ name: keys[index]?.name ?? '', values: parts[index] ?? [] }));
    if (rest.length === 0) return drawn;
    const values = years.map((_, year) => rest.reduce((sum, index) => sum + (parts[index]?.[year] ?? 0), 0));
    return [...drawn, { name: say(language, `Other (${rest.length})`, `其他（${rest.length} 项）`), values }];
  });
}

/** What strategies or scenarios do not touch is drawn once. */
export function withoutRepeats(shown: Shown): Shown {
  const scenarios = varies(shown.lines, 'scenario') ? shown.scenarios : shown.scenarios.slice(0, 1);
  const strategies = varies(shown.lines, 'strategy') ? shown.strategies : shown.strategies.slice(0, 1);
  return { ...shown, scenarios, strategies };
}

/** What the subtitle says about what was drawn once for all. */
export function sameFor(shown: Shown, all: Shown, made: Cases, language: Language): readonly string[] {
  const scenario = shown.scenarios.length < all.scenarios.length;
  const strategy = shown.strategies.length < all.strategies.length;
  if (!scenario && !strategy) return made.common;
  const titles = [...(scenario ? shown.scenarios : []), ...(strategy ? shown.strategies : [])].map((one) =>
    named(one.title, language),
  );
  return [
    ...made.common.filter((title) => !titles.includes(title)),
    ...(scenario ? [sameInScenarios(all, language)] : []),
    ...(strategy ? [sameForStrategies(all, language)] : []),
  ];
}
