// results.csv: every number of the run, one line each, for whoever computes on with them.
import type { Findings } from '../analyse/index.ts';
import { exact } from './charts/numbers.ts';
import { csv, csvCells } from './csv.ts';
import { resultCases } from './results-cases.ts';
import { modelOf, RESULT_COLUMNS, type ResultSeries, regionOf } from './results-rows.ts';

/** Bytes of the first buffer. */
const START = 1 << 20;
/** What a unit of a text takes at most. */
const WIDEST = 3;

/** Texts one behind the other; kept as texts until the last is there, they would be carried from heap to heap. */
function joined(texts: Iterable<string>): string {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(START);
  let length = 0;
  for (const text of texts) {
    const needed = length + WIDEST * text.length;
    if (needed > bytes.length) {
      const wider = new Uint8Array(2 * needed);
      wider.set(bytes.subarray(0, length));
      bytes = wider;
    }
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
  }
  return new TextDecoder().decode(bytes.subarray(0, length));
}

/**
 * All rows in the long form of the IAMC. What the lines of a series share is written once: they are hundreds of thousands.
 * @param version this product's, for the model's name
 */
export function resultsCsv(findings: Findings, version?: string, cases = resultCases(findings)): string {
  return joined(linesOf(findings, version, cases.flat()));
}

/** The head, then the lines of each series. */
function* linesOf(findings: Findings, version: string | undefined, all: readonly ResultSeries[]) {
  yield csv(RESULT_COLUMNS, []);
  const cells = csvCells();
  const [model, region] = [modelOf(findings, version), regionOf(findings)].map(cells);
  for (const { scenario, strategy, variable, unit, statistic, years, values } of all) {
    const start = [model, cells(scenario), region, cells(variable), cells(unit)].join(',');
    const end = `${cells(strategy)},${statistic}\n`;
    yield years
      .map((year, index) => `${start},${year},${exact(values[index] ?? Number.NaN)},${end}`)
      .join('');
  }
}
