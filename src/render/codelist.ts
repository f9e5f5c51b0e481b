// codelist.yaml: every name and unit of the paths of results.csv, as `tcfd import iamc` holds a table against them.
import { stringify } from 'yaml';
import type { Findings } from '../analyse/index.ts';
import { resultCases } from './results-cases.ts';
import { modelOf, regionOf, type Statistic } from './results-rows.ts';
import { plain } from './wording.ts';

const AS_WRITTEN = { lineWidth: 130, flowCollectionPadding: true } as const;
/** Findings are no paths that somebody would read back. */
const BESIDE: ReadonlySet<Statistic> = new Set(['finding', 'standard_error']);

/** Names without other spellings. */
const spelledOnce = (names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [plain(name), []]));

/** A name that YAML surely takes as it stands: no word or number of its own has such a mark inside. */
const PLAIN_NAME = /^[a-z]\w*[_|][\w|./()%-]*(?: [\w|./()%-]+)*$/i;

/** Names with their units. There are thousands, for which YAML's own writer takes longer than for all else in the file. */
function variablesYaml(units: ReadonlyMap<string, string>): string {
  if (units.size === 0) return stringify({ variables: {} }, AS_WRITTEN);
  const written = new Map(
    [...new Set(units.values())].map((unit) => [unit, stringify([unit], AS_WRITTEN)] as const),
  );
  const pairs = [...units].map(([name, unit]) =>
    PLAIN_NAME.test(name)
      ? `  ${name}:\n    ${written.get(unit)}`
      : stringify({ [name]: [unit] }, AS_WRITTEN).replaceAll(/^(?=.)/gm, '  '),
  );
  return `variables:\n${pairs.join('')}`;
}

/** @param version this product's, for the model's name */
export function codelistYaml(findings: Findings, version?: string, cases = resultCases(findings)): string {
  const { company, study, asOf, scenarios } = findings;
  const paths = cases.flat().filter(({ statistic }) => !BESIDE.has(statistic));
  const units = new Map(paths.map(({ variable, unit }) => [plain(variable), unit]));
  const head = {
    codelist: plain(`${company}: ${study}`),
    about: 'Names of the paths in results.csv beside this file',
    reviewed: asOf,
    models: { [modelOf(findings, version)]: {} },
    scenarios: spelledOnce(scenarios.map(({ name }) => name)),
    regions: spelledOnce([regionOf(findings)]),
  };
  const foot = { units: Object.fromEntries([...new Set(units.values())].map((unit) => [unit, unit])) };
  return stringify(head, AS_WRITTEN) + variablesYaml(units) + stringify(foot, AS_WRITTEN);
}
