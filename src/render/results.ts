// results.csv: every number of the run, one line each, for whoever computes on with them.
import type { Findings } from '../analyse/index.ts';
import { exact } from './charts/numbers.ts';
import { csv, csvCells } from './csv.ts';

const HEAD = ['scenario', 'strategy', 'quantity', 'item', 'unit', 'year', 'value'] as const;

/** All series in long form. What a series' lines share is written once: they are hundreds of thousands. */
export function resultsCsv({ series }: Findings): string {
  const cells = csvCells();
  const lines = series.map(({ scenario, strategy, quantity, item, unit, years, values }) => {
    const shared = [scenario, strategy, quantity, item, unit].map(cells).join(',');
    return years.map((year, index) => `${shared},${year},${exact(values[index] ?? Number.NaN)}\n`).join('');
  });
  return csv(HEAD, []) + lines.join('');
}
