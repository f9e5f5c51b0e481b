// The headline that a chart kind computes, and findings with other numbers, for the tests of headlines.
import type { ChartRequest, Findings, Series } from '../../src/analyse/index.ts';
import { kinds, type Language } from '../../src/render/index.ts';
import { findings, SCENARIOS, STRATEGIES, targetIn } from './fixture.ts';

export function headline(
  request: ChartRequest,
  from: Findings = findings,
  language: Language = 'en',
): string {
  return kinds[request.kind]?.build(request, from, language).headline ?? '';
}

/** The findings with one quantity's values replaced: by scenario, strategy, item and year. */
export function withValues(quantity: string, value: (series: Series, year: number) => number): Findings {
  const series = findings.series.map((one) =>
    one.quantity === quantity ? { ...one, values: one.years.map((year) => value(one, year)) } : one,
  );
  const goals = findings.targets.filter(
    (target) => target.scenario === SCENARIOS[0]?.name && target.strategy === STRATEGIES[0]?.name,
  );
  const targets = goals.flatMap((goal) =>
    series
      .filter((one) => one.quantity === goal.quantity)
      .map((one) => targetIn({ ...goal, past: goal.noActualReported }, one)),
  );
  return { ...findings, series, targets };
}
