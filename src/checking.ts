// What is said of files before a number is computed: the first half of pipeline.ts, and all that `tcfd check` loads. So what files may
// name of the pack is taken from where it stands, and not with all that draws it.
import {
  type Checked,
  checkCharts,
  checkDeck,
  checkDisclosure,
  check as checkProgram,
  lint as lintStudies,
} from './check/index.ts';
import {
  type Diagnostic,
  distinct,
  error,
  hasErrors,
  lineFinder,
  type Outcome,
} from './diagnostics/index.ts';
import type { Sources } from './load/types.ts';
import { type Parsed, parsedAhead } from './parse/index.ts';
import { chartKinds } from './render/charts/kinds.ts';
import { CHARTS, SLIDES } from './render/deck/order.ts';
import { packFiles } from './render/pack-files.ts';
import { overrideFile, resolve, splitPrograms } from './resolve/index.ts';
import { checkExamples } from './simulate/examples.ts';

/** Sources as parsed; what reads YAML is loaded only if there is a file that was not read ahead. */
export async function parseSources(sources: Sources): Promise<Outcome<Parsed>> {
  const ahead = parsedAhead(sources);
  if (ahead !== undefined) return ahead;
  const { parse } = await import('./parse/parse.ts');
  return parse(sources);
}

/**
 * Everything that can be decided before a number is computed, and the examples of the models.
 * @param parsed studies with all they name, or models on their own
 * @param overrides texts of `--set`
 * @returns one checked program a study, and one of the files that no study names
 */
export function check(parsed: Outcome<Parsed>, overrides: readonly string[]): Outcome<readonly Checked[]> {
  if (parsed.value === undefined || hasErrors(parsed.diagnostics))
    return { diagnostics: distinct(parsed.diagnostics) };
  const outcomes = splitPrograms(parsed.value).map((program) => checkOne(program, overrides));
  const diagnostics = distinct([
    ...parsed.diagnostics,
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
  ]);
  const value = outcomes.flatMap((outcome) => outcome.value ?? []);
  return hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics };
}

function checkOne(parsed: Parsed, overrides: readonly string[]): Outcome<Checked> {
  const resolved = resolve(parsed, overrides);
  if (resolved.value === undefined) return { diagnostics: resolved.diagnostics };
  // The rules also look at a program with faults, so that all faults come at once; a value needs none.
  const checked = checkProgram(resolved.value);
  const diagnostics = [
    ...resolved.diagnostics,
    ...checked.diagnostics,
    ...checkCharts(resolved.value, chartKinds),
    ...checkDisclosure(resolved.value, packFiles),
    ...checkDeck(resolved.value, [...SLIDES, CHARTS]),
  ];
  if (hasErrors(diagnostics) || checked.value === undefined) return { diagnostics };
  return { value: checked.value, diagnostics: [...diagnostics, ...checkExamples(resolved.value)] };
}

/**
 * What nothing refuses and nobody means: findings `lint/...` beside the warnings of the check.
 * @param parsed studies with all they name
 */
export function lint(parsed: Outcome<Parsed>, overrides: readonly string[]): Outcome<readonly Diagnostic[]> {
  const { value, diagnostics } = check(parsed, overrides);
  if (value === undefined) return { diagnostics };
  const { entries = [], files } = parsed.value ?? {};
  const studies = value.flatMap(({ program }) => {
    const { study } = program;
    const file = study === undefined ? undefined : files?.get(study.path);
    return study === undefined || file?.kind !== 'study' ? [] : [{ program, study, file }];
  });
  if (studies.length === 0) {
    const [file = ''] = entries;
    const help = 'lint the file that begins with study:, with all that it names';
    const none = error('lint/study', 'there is no study to look at', { file, from: 0, to: 0 }, { help });
    return { diagnostics: [...diagnostics, none] };
  }
  const found = distinct(lintStudies(studies));
  return { value: found, diagnostics: [...diagnostics, ...found] };
}

/** The texts that diagnostics point into: files, and the overrides of the command line. */
export function textsOf(sources: Sources, overrides: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...[...sources.files].map(([path, { text }]) => [path, text] as const),
    ...overrides.map((text, index) => [overrideFile(index), text] as const),
  ]);
}

/** Where a span stands in those texts: file and line. */
export const lines = (sources: Sources, overrides: readonly string[]) =>
  lineFinder(textsOf(sources, overrides));
