// The files of a study in their layers: reference, company, scenario with its parents, strategy with its parents, study.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import {
  type CompanyFile,
  keyAt,
  listOf,
  type MoneyFile,
  type OverlayFile,
  type Parsed,
  type ParsedFile,
  type ReferenceFile,
  type ScenarioFile,
  type StrategyFile,
  type StudyFile,
  spanAt,
} from '../parse/index.ts';
import type { LayerFile } from './inputs.ts';

type LayeredFile = ReferenceFile | CompanyFile | ScenarioFile | OverlayFile | StrategyFile | StudyFile;

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
    const an = (name: string): string =>
      name === 'standards' ? 'a file of standards' : `${name === 'overlay' ? 'an' : 'a'} ${name}`;
    const is = found === undefined ? 'a data file' : an(found.kind);
    diagnostics.push(
      error('file/kind', `${written} is ${is}, not ${an(kind)}`, spanAt(file.spans, ...path), { help }),
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
  layer: file.kind === 'overlay' ? 'scenario' : file.kind,
  file: file.path,
  spans: file.spans,
  values: file.values,
  provenance: file.provenance,
  extendsEarlier,
});

/** A scenario of a study: its files, the oldest parent first, and what is laid over them. */
export interface World {
  readonly chain: readonly ScenarioFile[];
  readonly overlays: readonly OverlayFile[];
  /** Where the study lists it. */
  readonly span: Span;
}

/** A file that extends others, or lies over them, replaces values of theirs. */
export const chainLayers = (chain: readonly LayeredFile[]): readonly LayerFile[] =>
  chain.map((file, index) => layerFile(file, index > 0));

export interface StudyFiles {
  readonly study: StudyFile;
  readonly company: CompanyFile;
  readonly money: MoneyFile;
  readonly scenarios: readonly World[];
  readonly strategies: readonly (readonly StrategyFile[])[];
}

/** One entry of a study's scenarios; nothing if one of its files is at fault. */
function worldAt(
  study: StudyFile,
  index: number,
  parsed: Parsed,
  diagnostics: Diagnostic[],
): readonly World[] {
  const written = study.content.scenarios[index] ?? '';
  const place = ['scenarios', index] as const;
  const [base, path] = typeof written === 'string' ? [written, place] : [written.base, [...place, 'base']];
  const file = follow('scenario', study, base, path, parsed, diagnostics);
  const names = typeof written === 'string' ? [] : listOf(written.with);
  const overlays = names.flatMap((name, position) => {
    const single = typeof written !== 'string' && typeof written.with === 'string';
    const at = [...place, 'with', ...(single ? [] : [position])];
    return follow('overlay', study, name, at, parsed, diagnostics) ?? [];
  });
  if (file === undefined || overlays.length < names.length) return [];
  return [{ chain: withParents(file, parsed, diagnostics), overlays, span: spanAt(study.spans, ...place) }];
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
  const scenarios = content.scenarios.flatMap((_, index) => worldAt(study, index, parsed, diagnostics));
  const strategies = content.strategies.flatMap((written, index) => {
    const file = follow('strategy', study, written, ['strategies', index], parsed, diagnostics);
    return file === undefined ? [] : [withParents(file, parsed, diagnostics)];
  });
  return company === undefined || money === undefined
    ? undefined
    : { study, company, money, scenarios, strategies };
}
