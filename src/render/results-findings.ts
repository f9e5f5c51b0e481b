// What the pack shows beside the years of quantities, as rows of results.csv: targets, impacts, chances, regret, evidence, what inputs move.
import type { Findings } from '../analyse/index.ts';
import { decisionRows } from './decisions.ts';
import { findingRows } from './findings-csv.ts';
import { variableName } from './results-names.ts';
import type { ResultSeries, Statistic } from './results-rows.ts';

/** In the place of a scenario or a strategy where a number is of all of them. */
const ALL = 'all';

/** One number of a table of its own; there are thousands, all made with the same keys in the same order. */
interface Told {
  readonly name: string;
  readonly scenario: string | undefined;
  readonly strategy: string | undefined;
  readonly year: number | undefined;
  readonly unit: string;
  readonly value: number | undefined;
  readonly error: number | undefined;
}

function toldIn(findings: Findings): readonly Told[] {
  const { decisions, sensitivities } = findings;
  return [
    ...findingRows(findings).map((row): Told => {
      const { finding, name, item, input, inputItem, part, scenario, strategy, year, unit, value, error } =
        row;
      return {
        name: variableName(['Finding', finding, name, item, input, inputItem, part], input),
        scenario,
        strategy,
        year,
        unit,
        value,
        error: Number.isNaN(error) ? undefined : error,
      };
    }),
    ...(decisions === undefined ? [] : decisionRows(decisions, findings)).map((row): Told => {
      const { finding, quantity, item, otherScenario, scenario, strategy, year, unit, value } = row;
      return {
        name: variableName(['Decision', finding, quantity, item, otherScenario]),
        scenario,
        strategy,
        year,
        unit,
        value,
        error: undefined,
      };
    }),
    ...sensitivities.flatMap(({ headline, quantity, item, scenario, strategy, year, unit, low, high }) =>
      (['low', 'high'] as const).map(
        (end): Told => ({
          name: variableName(['Sensitivity', headline, quantity, item, end]),
          scenario,
          strategy,
          year,
          unit,
          value: end === 'low' ? low : high,
          error: undefined,
        }),
      ),
    ),
  ];
}

/**
 * One row a number, and one for its standard error where it has one; what has no year of its own stands in the base year. No two rows agree
 * in scenario, strategy, variable and statistic: where a table says two numbers of one name, the second is called so.
 */
export function findingSeries(findings: Findings): readonly ResultSeries[] {
  const seen = new Map<string, number>();
  const series: ResultSeries[] = [];
  for (const told of toldIn(findings)) {
    const { name, unit, value, error } = told;
    if (value === undefined) continue;
    const scenario = told.scenario || ALL;
    const strategy = told.strategy || ALL;
    const year = told.year ?? findings.baseYear;
    const key = `${scenario}\n${strategy}\n${year}\n${name}`;
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    const variable = turn === 1 ? name : `${name}|${turn}`;
    const years = [year];
    const row = (statistic: Statistic, number: number): ResultSeries => ({
      scenario,
      strategy,
      variable,
      unit,
      statistic,
      years,
      values: [number],
    });
    series.push(row('finding', value));
    if (error !== undefined) series.push(row('standard_error', error));
  }
  return series;
}
