// results.csv: every number of the run, one line each, for whoever computes on with them.
import type { Findings } from '../analyse/index.ts';
import { type Cell, csv } from './csv.ts';

const HEAD = ['scenario', 'strategy', 'quantity', 'item', 'unit', 'year', 'value'] as const;

/** All series in long form. */
export function resultsCsv(findings: Findings): string {
  const rows = findings.series.flatMap((series) =>
    series.years.map((year, index): Cell[] => [
      series.scenario,
      series.strategy,
      series.quantity,
      series.item,
      series.unit,
      year,
      series.values[index],
    ]),
  );
  return csv(HEAD, rows);
}
