// codelist.yaml: every name and unit of the paths of results.csv, as `tcfd import iamc` holds a table against them.
import { Document } from 'yaml';
import type { Findings } from '../analyse/index.ts';
import { resultCases } from './results-cases.ts';
import { modelOf, regionOf, type Statistic } from './results-rows.ts';
import { plain } from './wording.ts';

const WIDEST = 130;
/** Findings are no paths that somebody would read back. */
const BESIDE: ReadonlySet<Statistic> = new Set(['finding', 'standard_error']);

/** Names without other spellings. */
const spelledOnce = (names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [plain(name), []]));

/** @param version this product's, for the model's name */
export function codelistYaml(findings: Findings, version?: string, cases = resultCases(findings)): string {
  const { company, study, asOf, scenarios } = findings;
  const paths = cases.flat().filter(({ statistic }) => !BESIDE.has(statistic));
  const units = new Map(paths.map(({ variable, unit }) => [variable, unit]));
  const variables = [...units].map(([variable, unit]) => [plain(variable), [unit]] as const);
  const document = new Document({
    codelist: plain(`${company}: ${study}`),
    about: 'Names of the paths in results.csv beside this file',
    reviewed: asOf,
    models: { [modelOf(findings, version)]: {} },
    scenarios: spelledOnce(scenarios.map(({ name }) => name)),
    regions: spelledOnce([regionOf(findings)]),
    variables: Object.fromEntries(variables),
    units: Object.fromEntries([...new Set(units.values())].map((unit) => [unit, unit])),
  });
  return document.toString({ lineWidth: WIDEST, flowCollectionPadding: true });
}
