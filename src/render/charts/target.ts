// Chart kind `target`: one quantity over years against the company's targets for it.

import type { ChartRequest, Findings, TargetFinding } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { asLines } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { distinct, type Line, type Shown, select, varies } from './data.ts';
import { everyStrategy, sameInScenarios } from './every.ts';
import type { Goal } from './goals.ts';
import { type LinePanel, MOST_PANELS } from './line_panels.ts';
import { short } from './numbers.ts';
import { targetHeadline } from './target_headline.ts';
import { LINES, NO_ACTION, pick, STRATEGIES } from './theme.ts';
import { signOf } from './units.ts';

/** The targets for what the chart shows, as found in its scenarios and strategies, in the order of their years. */
function targetsOf(request: ChartRequest, findings: Findings, shown: Shown): TargetFinding[] {
  return findings.targets
    .filter(
      (target) =>
        request.quantities.includes(target.quantity) &&
        shown.scenarios.some((scenario) => scenario.name === target.scenario) &&
        shown.strategies.some((strategy) => strategy.name === target.strategy),
    )
    .sort((a, b) => a.year - b.year);
}

function colorOf(strategy: string, findings: Findings, shown: Shown): string {
  if (shown.strategies.length === 1) return pick(STRATEGIES, 0);
  const idle = findings.register?.inherent ?? findings.strategies[0]?.name;
  if (strategy === idle) return NO_ACTION;
  const others = findings.strategies.filter((one) => one.name !== idle);
  return pick(
    STRATEGIES,
    Math.max(
      0,
      others.findIndex((one) => one.name === strategy),
    ),
  );
}

/** A goal's level with its year. */
function goalOf(target: TargetFinding, shown: Shown, language: Language): Goal {
  const value = shown.convert(target.quantity, target.goal);
  const level = short(value, 4) + signOf(shown.unit, language);
  const bound =
    target.direction === 'at_least' ? say(language, 'at least', '至少') : say(language, 'at most', '至多');
  const label = [say(language, `Target ${target.year}`, `${target.year} 年目标`), `${bound} ${level}`];
  return { year: target.year, value, label };
}

/** A target year already past shows what the model finds, since the company reported nothing for it. */
function unreported(targets: readonly TargetFinding[], language: Language): string[] {
  const years = distinct(targets.filter((target) => target.noActualReported).map((target) => target.year));
  if (years.length === 0) return [];
  const words = years.join(say(language, ', ', '、'));
  return [say(language, `No actual is reported for ${words}.`, `${words} 年未披露实际值。`)];
}

function panelsOf(
  targets: readonly TargetFinding[],
  findings: Findings,
  shown: Shown,
  language: Language,
): LinePanel[] {
  const byScenario = varies(shown.lines, 'scenario');
  const byStrategy = varies(shown.lines, 'strategy');
  const scenarios = byScenario ? shown.scenarios : shown.scenarios.slice(0, 1);
  const items = distinct(shown.lines.map((line) => line.item));
  const kept = (line: Line) => byStrategy || line.strategy === shown.strategies[0]?.name;
  return items.flatMap((item) =>
    scenarios.map((scenario) => {
      const lines = shown.lines.filter(
        (line) => line.item === item && line.scenario === scenario.name && kept(line),
      );
      const itemTitle =
        item === '' || items.length === 1 ? '' : lines[0] ? named(lines[0].series.itemTitle, language) : '';
      const titles = [itemTitle, byScenario ? named(scenario.title, language) : ''];
      const goals = targets.filter((target) => target.item === item && target.scenario === scenario.name);
      const names = distinct(goals.map((goal) => goal.name));
      return {
        title: titles.filter((title) => title !== '').join(' · '),
        goals: names.flatMap((name) => {
          const goal = goals.find((one) => one.name === name);
          return goal ? [goalOf(goal, shown, language)] : [];
        }),
        lines: lines.map((line) => ({
          name: byStrategy ? strategyName(line, shown, language) : everyStrategy(shown, language),
          color: byStrategy ? colorOf(line.strategy, findings, shown) : pick(LINES, 0),
          years: line.years,
          values: line.values,
        })),
      };
    }),
  );
}

function strategyName(line: Line, shown: Shown, language: Language): string {
  const strategy = shown.strategies.find((one) => one.name === line.strategy);
  return strategy ? named(strategy.title, language) : line.strategy;
}

export const target: Sketching = (request, findings, language) => {
  const shown = select(request, findings, language);
  const targets = targetsOf(request, findings, shown);
  const panels = panelsOf(targets, findings, shown, language);
  const everywhere = !varies(shown.lines, 'scenario') && shown.scenarios.length > 1;
  return {
    headline: targetHeadline(targets, shown, language),
    facts: everywhere ? [sameInScenarios(shown, language)] : [],
    unit: shown.unit,
    notes: [
      ...(targets.some((target) => target.setByInput)
        ? [
            say(
              language,
              'The strategy sets this; the model does not find it.',
              '该指标由策略设定，并非模型计算结果。',
            ),
          ]
        : []),
      ...unreported(targets, language),
    ],
    left: panels.slice(MOST_PANELS).map((panel) => panel.title),
    ...asLines({
      panels: panels.slice(0, MOST_PANELS),
      decimals: shown.decimals,
      sign: signOf(shown.unit, language),
      language,
    }),
  };
};
