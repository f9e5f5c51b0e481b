// The map of the house on one screen: data goes one way, through stages that are pure functions, each with its own output type.
//
//   files ──load──▶ Sources ──parse──▶ Parsed ──resolve──▶ Program ──check──▶ Checked ──compile──▶ Plan
//   (node only)      texts,            trees,    overlays,  names,   units, sets,        order, slots,
//                    links             spans     paths,     origins  cycles, sources     stack programs
//                                                                                            │
//   out/ ◀──write── Artifacts ◀──render── Findings ◀──analyse── Run ◀──────simulate──────────┘
//   (node only)     CSV, SVG,             targets, register,    numbers of every
//   atomic          Markdown, JSON        reconciliation        scenario x strategy
//
// A second, short way makes data files:  a provider's table ──import──▶ CSV and sidecar ──write──▶ scenarios/reference/
//
// What the first line does with files once they are parsed decides all that can be decided before a number is computed: checking.ts.
// What is asked of a study beside its pack (why, what changed, what it takes) stands in questions.ts, on the same stages.
// A stage that finds errors ends the run; what it found is returned with all that earlier stages said.
import {
  analyse,
  analyseDraws,
  type Catalogue,
  type DrawMeans,
  type Findings,
  listProgram,
} from './analyse/index.ts';
import type { Checked } from './check/index.ts';
import { check as checkParsed, lines, lint as lintParsed } from './checking.ts';
import { compile } from './compile/index.ts';
import { type Diagnostic, distinct, error, hasErrors, type Outcome } from './diagnostics/index.ts';
import { type Imported, type ImportRequest, importTable } from './import/index.ts';
import type { Sources, TableFile } from './load/types.ts';
import { parse } from './parse/parse.ts';
import { kinds, type Language, translate } from './render/index.ts';
import { resolve, type Study, splitPrograms } from './resolve/index.ts';
import { planDraws, type Run, simulate } from './simulate/index.ts';

/** Draws of a deterministic run. */
const CENTRAL = 1;

/** A study computed: what its numbers are, and what was asked for. */
export interface Computed {
  readonly run: Run;
  readonly study: Study;
}

/**
 * Everything that can be decided before a number is computed, and the examples of the models.
 * @param sources studies with all they name, or models on their own
 * @param overrides texts of `--set`
 * @returns one checked program a study, and one of the files that no study names
 */
export const check = (sources: Sources, overrides: readonly string[]): Outcome<readonly Checked[]> =>
  checkParsed(parse(sources), overrides);

/**
 * What nothing refuses and nobody means: findings `lint/...` beside the warnings of the check.
 * @param sources studies with all they name
 */
export const lint = (sources: Sources, overrides: readonly string[]): Outcome<readonly Diagnostic[]> =>
  lintParsed(parse(sources), overrides);

/** Checks and computes a study without its draws: what every question to it begins with. */
export function compute(sources: Sources, overrides: readonly string[]): Outcome<Computed> {
  const checked = check(sources, overrides);
  const [only, another] = checked.value ?? [];
  if (only === undefined) return { diagnostics: checked.diagnostics };
  const { program } = only;
  const { study } = program;
  if (study === undefined || another !== undefined) {
    const [file = ''] = sources.entries;
    return {
      diagnostics: [
        ...checked.diagnostics,
        error(
          'run/study',
          'a run takes one study',
          { file, from: 0, to: 0 },
          { help: 'run the file that begins with study:' },
        ),
      ],
    };
  }
  const plan = compile(only, study.years, study.baseYear);
  const simulated = simulate(program, plan, study.cases, CENTRAL);
  const diagnostics = distinct([...checked.diagnostics, ...simulated.diagnostics]);
  return simulated.value === undefined
    ? { diagnostics }
    : { value: { run: simulated.value, study }, diagnostics };
}

/** Checks and computes a study: every scenario with every strategy. */
export function run(sources: Sources, overrides: readonly string[]): Outcome<Findings> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const analysed = analyse(value.run, value.study, overrides, lines(sources, overrides));
  return { ...analysed, diagnostics: [...diagnostics, ...analysed.diagnostics] };
}

/** How draws are taken; what is left out is as the study says. */
export interface Drawing extends DrawMeans {
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

/** Checks and computes a study with its uncertainty: the same draws in every scenario with every strategy. */
export async function runWithDraws(
  sources: Sources,
  overrides: readonly string[],
  { draws, seed, ...means }: Drawing,
): Promise<Outcome<Findings>> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const analysed = analyse(run, study, overrides, lines(sources, overrides));
  const said = [...diagnostics, ...analysed.diagnostics];
  if (analysed.value === undefined) return { diagnostics: said };
  const asked = settingsOf(study, draws, seed);
  if (asked.value === undefined) {
    const refused = [...said, ...asked.diagnostics];
    return hasErrors(refused) ? { diagnostics: refused } : { value: analysed.value, diagnostics: said };
  }
  const settings = asked.value;
  const drawPlan = planDraws(run.plan, study.cases, settings);
  const drawn = await analyseDraws(run, study, analysed.value, drawPlan, means);
  return { ...drawn, diagnostics: [...said, ...drawn.diagnostics] };
}

/** How a study takes its draws; none where it takes none and none are asked for. */
export function settingsOf(
  { uncertainty, path }: Study,
  draws: number | undefined,
  seed: number | undefined,
): Outcome<NonNullable<Study['uncertainty']>> {
  if (uncertainty !== undefined)
    return {
      value: { ...uncertainty, draws: draws ?? uncertainty.draws, seed: seed ?? uncertainty.seed },
      diagnostics: [],
    };
  return { diagnostics: draws === undefined && seed === undefined ? [] : [withoutDraws(path)] };
}

/** What is said where draws are asked for of a study without uncertainty. */
export const withoutDraws = (file: string): Diagnostic =>
  error(
    'run/draws',
    'the study takes no draws',
    { file, from: 0, to: 0 },
    { help: 'add uncertainty: { draws: 10000, seed: 2026 } to the study' },
  );

/**
 * Turns a provider's table into a data file with its sidecar.
 * @param codelists the names and units that the table may use
 * @param references files of which some describe sources; a fault in them is for a check to tell
 */
export async function importIamc(
  table: TableFile,
  request: ImportRequest,
  codelists: Sources,
  references: Sources,
): Promise<Outcome<Imported>> {
  const { value: lists, diagnostics } = parse(codelists);
  if (hasErrors(diagnostics)) return { diagnostics };
  const files = [...(lists?.files.values() ?? [])];
  return importTable(table, request, {
    codelists: files.filter((file) => file.kind === 'codelist'),
    sources: [...(parse(references).value?.files.values() ?? [])].flatMap((file) =>
      file.kind === 'reference' ? Object.keys(file.content.sources ?? {}) : [],
    ),
  });
}

/** What there is to model with, whether or not the files have faults. */
export function catalogue(
  sources: Sources | undefined,
  language: Language = 'en',
): Catalogue & { readonly charts: readonly { readonly name: string; readonly about: string }[] } {
  const parsed = sources === undefined ? undefined : parse(sources).value;
  const [first] = parsed === undefined ? [] : splitPrograms(parsed);
  const charts = Object.entries(kinds).map(([name, { about }]) => ({ name, about: about[language] }));
  const program = first === undefined ? undefined : resolve(first, []).value;
  const listed = listProgram(program, language);
  const told = language === 'en' || program === undefined ? listed : translate(listed, program);
  return { ...told, charts };
}
