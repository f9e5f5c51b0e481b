// results.csv: every number of the run, one line each, for whoever computes on with them.
import type { Findings } from '../analyse/index.ts';
import { exact } from './charts/numbers.ts';
import { csv, csvCells } from './csv.ts';
import { resultCases } from './results-cases.ts';
import { modelOf, RESULT_COLUMNS, regionOf } from './results-rows.ts';

/**
 * All rows in the long form of the IAMC. What the lines of a series share is written once: they are hundreds of thousands.
 * @param version this product's, for the model's name
 */
export function resultsCsv(findings: Findings, version?: string, cases = resultCases(findings)): string {
  const cells = csvCells();
  const [model, region] = [modelOf(findings, version), regionOf(findings)].map(cells);
  const lines = cases.flatMap((rows) =>
    rows.map(({ scenario, strategy, variable, unit, statistic, years, values }) => {
      const start = [model, cells(scenario), region, cells(variable), cells(unit)].join(',');
      const end = `${cells(strategy)},${statistic}\n`;
      return years
        .map((year, index) => `${start},${year},${exact(values[index] ?? Number.NaN)},${end}`)
        .join('');
    }),
  );
  return csv(RESULT_COLUMNS, []) + lines.join('');
}
