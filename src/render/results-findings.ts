// What the pack shows beside the years of quantities, as rows of results.csv: targets, impacts, chances, regret, evidence, what inputs move.
import type { Findings } from '../analyse/index.ts';
import { decisionRows } from './decisions.ts';
import { findingRows } from './findings-csv.ts';
import { variableName } from './results-names.ts';
import type { ResultSeries, Statistic } from './results-rows.ts';

/** In the place of a scenario or a strategy where a number is of all of them. */
const ALL = 'all';

/** One number of a table of its own. */
interface Told {
  readonly name: string;
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
  readonly year?: number | undefined;
  readonly unit: string;
  readonly value: number | undefined;
  readonly error?: number | undefined;
}

function toldIn(findings: Findings): readonly Told[] {
  const { decisions, sensitivities } = findings;
  return [
    ...findingRows(findings).map(
      ({ finding, name, item, input, inputItem, part, error, ...rest }): Told => ({
        name: variableName(['Finding', finding, name, item, input, inputItem, part], input),
        ...rest,
        error: Number.isNaN(error) ? undefined : error,
      }),
    ),
    ...(decisions === undefined ? [] : decisionRows(decisions, findings)).map(
      ({ finding, quantity, item, otherScenario, ...rest }): Told => ({
        name: variableName(['Decision', finding, quantity, item, otherScenario]),
        ...rest,
      }),
    ),
    ...sensitivities.flatMap(({ headline, quantity, item, scenario, strategy, year, unit, low, high }) =>
      (['low', 'high'] as const).map(
        (end): Told => ({
          name: variableName(['Sensitivity', headline, quantity, item, end]),
          ...{ scenario, strategy, year, unit, value: end === 'low' ? low : high },
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
  return toldIn(findings).flatMap(
    ({ name, scenario, strategy, year, unit, value, error }): ResultSeries[] => {
      if (value === undefined) return [];
      const where = {
        scenario: scenario || ALL,
        strategy: strategy || ALL,
        years: [year ?? findings.baseYear],
      };
      const key = [where.scenario, where.strategy, where.years, name].join('\n');
      const turn = (seen.get(key) ?? 0) + 1;
      seen.set(key, turn);
      const own = { ...where, variable: turn === 1 ? name : `${name}|${turn}`, unit };
      const row = (statistic: Statistic, number: number): ResultSeries => ({
        ...own,
        statistic,
        values: [number],
      });
      return [row('finding', value), ...(error === undefined ? [] : [row('standard_error', error)])];
    },
  );
}
