// The files of a study in their layers: reference, company, scenario with its parents, strategy with its parents, study.
import { type Diagnostic, error } from '../diagnostics/index.ts';
import {
  type CompanyFile,
  keyAt,
  type MoneyFile,
  type Parsed,
  type ParsedFile,
  type ReferenceFile,
  type ScenarioFile,
  type StrategyFile,
  type StudyFile,
  spanAt,
} from '../parse/index.ts';
import type { LayerFile } from './inputs.ts';

type LayeredFile = ReferenceFile | CompanyFile | ScenarioFile | StrategyFile | StudyFile;

/** The file that `file` names at a path, if it is of the kind expected there; a file that is missing was reported on loading. */
export function follow<K extends ParsedFile['kind']>(
  kind: K,
  file: ParsedFile,
  written: string,
  path: readonly (string | number)[],
  parsed: Parsed,
  diagnostics: Diagnostic[],
): Extract<ParsedFile, { kind: K }> | undefined {
  const target = parsed.links.get(file.path)?.get(written) ?? '';
  const found = parsed.files.get(target);
  if (found === undefined && !parsed.data.has(target)) return undefined;
  if (found?.kind !== kind) {
    const help = found === undefined ? `the name of a ${kind} file ends in .yaml` : undefined;
    const is = found === undefined ? 'a data file' : `a ${found.kind}`;
    diagnostics.push(
      error('file/kind', `${written} is ${is}, not a ${kind}`, spanAt(file.spans, ...path), { help }),
    );
    return undefined;
  }
  return found as Extract<ParsedFile, { kind: K }>;
}

/** A scenario or strategy with its parents, the oldest first; a circle of parents is an error. */
function withParents<F extends ScenarioFile | StrategyFile>(
  file: F,
  parsed: Parsed,
  diagnostics: Diagnostic[],
): readonly F[] {
  const chain: F[] = [file];
  for (let current = file; current.content.extends !== undefined; ) {
    const parent = follow(current.kind, current, current.content.extends, ['extends'], parsed, diagnostics) as
      | F
      | undefined;
    if (parent === undefined) break;
    if (chain.some(({ path }) => path === parent.path)) {
      diagnostics.push(
        error(
          'layer/circle',
          `${current.content.extends} extends this file in turn`,
          keyAt(current.spans, 'extends'),
        ),
      );
      break;
    }
    chain.unshift(parent);
    current = parent;
  }
  return chain;
}

export const layerFile = (file: LayeredFile, extendsEarlier = false): LayerFile => ({
  layer: file.kind,
  file: file.path,
  spans: file.spans,
  values: file.values,
  provenance: file.provenance,
  extendsEarlier,
});

/** A file that extends others replaces values of theirs. */
export const chainLayers = (chain: readonly LayeredFile[]): readonly LayerFile[] =>
  chain.map((file, index) => layerFile(file, index > 0));

export interface StudyFiles {
  readonly study: StudyFile;
  readonly company: CompanyFile;
  readonly money: MoneyFile;
  readonly scenarios: readonly (readonly ScenarioFile[])[];
  readonly strategies: readonly (readonly StrategyFile[])[];
}

/** Gathers the files that a study names; undefined if one without which nothing can be resolved is at fault. */
export function studyFiles(
  study: StudyFile,
  parsed: Parsed,
  diagnostics: Diagnostic[],
): StudyFiles | undefined {
  const { content } = study;
  const company = follow('company', study, content.company, ['company'], parsed, diagnostics);
  const money = follow('money', study, content.money.table, ['money', 'table'], parsed, diagnostics);
  const scenarios = content.scenarios.flatMap((written, index) => {
    const file = follow('scenario', study, written, ['scenarios', index], parsed, diagnostics);
    return file === undefined ? [] : [withParents(file, parsed, diagnostics)];
  });
  const strategies = content.strategies.flatMap((written, index) => {
    const file = follow('strategy', study, written, ['strategies', index], parsed, diagnostics);
    return file === undefined ? [] : [withParents(file, parsed, diagnostics)];
  });
  return company === undefined || money === undefined
    ? undefined
    : { study, company, money, scenarios, strategies };
}
