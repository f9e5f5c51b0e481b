// sensitivities.csv: what each input makes of each headline at its low and at its high end, one at a time.
import type { Findings } from '../analyse/index.ts';
import { type Cell, csv } from './csv.ts';

const HEAD = [
  'scenario',
  'strategy',
  'headline',
  'year',
  'unit',
  'central',
  'quantity',
  'item',
  'from',
  'input_unit',
  'input_central',
  'input_low',
  'input_high',
  'low',
  'high',
] as const;

/** All sensitivities in long form; a side on which a check of the models breaks is left empty. */
export function sensitivitiesCsv(findings: Findings): string {
  const rows = findings.sensitivities.map((one): Cell[] => [
    one.scenario,
    one.strategy,
    one.headline,
    one.year,
    one.unit,
    one.central,
    one.quantity,
    one.item,
    one.from,
    one.input.unit,
    one.input.central,
    one.input.low,
    one.input.high,
    one.low,
    one.high,
  ]);
  return csv(HEAD, rows);
}
