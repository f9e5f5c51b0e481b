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
// A stage that finds errors ends the run; what it found is returned with all that earlier stages said.
import {
  analyse,
  analyseDraws,
  type Backtest,
  type Catalogue,
  type DrawMeans,
  type Findings,
  findPlans,
  backtest as holdAgainstPublished,
  listProgram,
  type Narrowed,
  type PlanFindings,
  type Solution,
  type Solve,
  type Stress,
  solve as solveGoal,
  stress as stressGoal,
} from './analyse/index.ts';
import {
  type Checked,
  checkCharts,
  checkDeck,
  checkDisclosure,
  check as checkProgram,
  lint as lintStudies,
} from './check/index.ts';
import { compile } from './compile/index.ts';
import {
  type Diagnostic,
  distinct,
  error,
  hasErrors,
  lineFinder,
  type Outcome,
} from './diagnostics/index.ts';
import {
  type ComparedRun,
  type Comparison,
  compareRuns,
  type Explanation,
  explain as explainNumber,
  explanationGraph,
  type Question,
} from './explain/index.ts';
import { type Imported, type ImportRequest, importTable } from './import/index.ts';
import type { Sources, TableFile } from './load/types.ts';
import { type Parsed, parse } from './parse/index.ts';
import { CHARTS, kinds, packFiles, slideKinds } from './render/index.ts';
import {
  overrideFile,
  readGoal,
  readLever,
  readPlanning,
  resolve,
  type Study,
  splitPrograms,
} from './resolve/index.ts';
import { checkExamples, planDraws, type Run, simulate } from './simulate/index.ts';

/** Draws of a deterministic run. */
const CENTRAL = 1;

/**
 * Everything that can be decided before a number is computed, and the examples of the models.
 * @param sources studies with all they name, or models on their own
 * @param overrides texts of `--set`
 * @returns one checked program a study, and one of the files that no study names
 */
export function check(sources: Sources, overrides: readonly string[]): Outcome<readonly Checked[]> {
  const parsed = parse(sources);
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
    ...checkCharts(resolved.value, kinds),
    ...checkDisclosure(resolved.value, packFiles),
    ...checkDeck(resolved.value, [...Object.keys(slideKinds), CHARTS]),
  ];
  if (hasErrors(diagnostics) || checked.value === undefined) return { diagnostics };
  return { value: checked.value, diagnostics: [...diagnostics, ...checkExamples(resolved.value)] };
}

/**
 * What nothing refuses and nobody means: findings `lint/...` beside the warnings of the check.
 * @param sources studies with all they name
 */
export function lint(sources: Sources, overrides: readonly string[]): Outcome<readonly Diagnostic[]> {
  const { value, diagnostics } = check(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { files } = parse(sources).value ?? {};
  const studies = value.flatMap(({ program }) => {
    const { study } = program;
    const file = study === undefined ? undefined : files?.get(study.path);
    return study === undefined || file?.kind !== 'study' ? [] : [{ program, study, file }];
  });
  const found = distinct(lintStudies(studies));
  return { value: found, diagnostics: [...diagnostics, ...found] };
}

/** A study computed: what its numbers are, and what was asked for. */
interface Computed {
  readonly run: Run;
  readonly study: Study;
}

function compute(sources: Sources, overrides: readonly string[]): Outcome<Computed> {
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
function settingsOf(
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

const withoutDraws = (file: string): Diagnostic =>
  error(
    'run/draws',
    'the study takes no draws',
    { file, from: 0, to: 0 },
    { help: 'add uncertainty: { draws: 10000, seed: 2026 } to the study' },
  );

/** A goal, the input by which it is to be met, and how far that may go, as the command line says them. */
export interface SolveQuestion extends Narrowed {
  readonly goal: string;
  readonly by: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Computes a study and finds the value of one input at which a goal is just met, in every case that is asked for. */
export async function solve(
  sources: Sources,
  overrides: readonly string[],
  { goal, by, from, to, ...narrowed }: SolveQuestion,
  { draws, seed, ...means }: Drawing,
): Promise<Outcome<Solution>> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const resolved = { program: run.program, study };
  const aim = readGoal(goal, resolved);
  const lever = readLever(by, { low: from, high: to }, resolved);
  const asked = settingsOf(study, draws, seed);
  const said = [...diagnostics, ...aim.diagnostics, ...lever.diagnostics, ...asked.diagnostics];
  if (hasErrors(said) || aim.value === undefined || lever.value === undefined) return { diagnostics: said };
  const drawing = asked.value && { settings: asked.value, means };
  const question = { ...narrowed, goal: aim.value, lever: lever.value };
  const solved = await solveGoal(run, study, question, drawing);
  return { ...solved, diagnostics: [...said, ...solved.diagnostics] };
}

/** A goal as the command line says it, and the cases that are asked for. */
export interface StressQuestion extends Narrowed {
  readonly goal: string;
}

/** Computes a study with its draws and finds which few inputs break a goal, in every case that is asked for. */
export async function stress(
  sources: Sources,
  overrides: readonly string[],
  { goal, ...narrowed }: StressQuestion,
  { draws, seed, ...means }: Drawing,
): Promise<Outcome<Stress>> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const aim = readGoal(goal, { program: run.program, study });
  const settings = settingsOf(study, draws, seed).value;
  const refused = settings === undefined ? [withoutDraws(study.path)] : [];
  const said = [...diagnostics, ...aim.diagnostics, ...refused];
  if (hasErrors(said) || aim.value === undefined || settings === undefined) return { diagnostics: said };
  const stressed = await stressGoal(run, study, { ...narrowed, goal: aim.value }, { settings, means });
  return { ...stressed, diagnostics: [...said, ...stressed.diagnostics] };
}

/** Computes a study and holds it against what was published of years after its base year. */
export function backtest(sources: Sources, overrides: readonly string[]): Outcome<Backtest> {
  const { value, diagnostics } = compute(sources, overrides);
  return value === undefined
    ? { diagnostics }
    : { value: holdAgainstPublished(value.run, value.study), diagnostics };
}

/** Computes a study and says of one of its numbers what it comes from. */
export function explain(
  sources: Sources,
  overrides: readonly string[],
  question: Question,
): Outcome<Explanation> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const lineOf = lines(sources, overrides);
  const graph = explanationGraph(value.run, value.study.name, (span) => lineOf({ span }));
  const explained = explainNumber(graph, value.study.horizons.medium, question);
  return { ...explained, diagnostics: [...diagnostics, ...explained.diagnostics] };
}

/** A run to compare: its files, and its overrides. */
export interface Comparable {
  readonly sources: Sources;
  readonly overrides: readonly string[];
}

/** What a comparison found; each run says for itself what stands in its way. */
export interface Compared {
  readonly value?: Comparison;
  readonly before: readonly Diagnostic[];
  readonly after: readonly Diagnostic[];
}

/** Computes two runs and says what changed between them: inputs, models, and what each change does to each headline. */
export function compare(before: Comparable, after: Comparable): Compared {
  const [was, is] = [comparable(before), comparable(after)];
  const told = { before: was.diagnostics, after: is.diagnostics };
  if (was.value === undefined || is.value === undefined) return told;
  const tables = tablesOf(before.sources) !== tablesOf(after.sources);
  return { ...told, value: compareRuns(was.value, is.value, tables) };
}

function comparable({ sources, overrides }: Comparable): Outcome<ComparedRun> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const lineOf = lines(sources, overrides);
  const placeOf: ComparedRun['placeOf'] = (span) => lineOf({ span });
  return { value: { program: run.program, plan: run.plan, study, placeOf }, diagnostics };
}

/** The tables of data among the files, by what is in them. */
const tablesOf = ({ files }: Sources): string =>
  [...files.values()]
    .filter(({ path }) => !/\.ya?ml$/.test(path))
    .map(({ path, sha256 }) => `${path} ${sha256}`)
    .toSorted()
    .join('\n');

/** How a plan is looked for. */
export interface PlanningMeans {
  /** What may be spent in a year, in place of what the plan file says: `500 MCNY_2023`. */
  readonly budget: string | undefined;
  readonly solve: Solve;
}

/** Finds in each scenario the measures, and their starts, that meet the targets of the study's plan file at least cost. */
export function plan(
  sources: Sources,
  overrides: readonly string[],
  { budget, solve }: PlanningMeans,
): Outcome<PlanFindings> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const read = readPlanning(study, run.program, budget);
  if (read.value === undefined) return { diagnostics: [...diagnostics, ...read.diagnostics] };
  return { value: findPlans(run, study, read.value, solve), diagnostics };
}

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
): Catalogue & { readonly charts: readonly { readonly name: string; readonly about: string }[] } {
  const parsed = sources === undefined ? undefined : parse(sources).value;
  const [first] = parsed === undefined ? [] : splitPrograms(parsed);
  const charts = Object.entries(kinds).map(([name, { about }]) => ({ name, about: about.en }));
  return { ...listProgram(first === undefined ? undefined : resolve(first, []).value), charts };
}

/** The texts that diagnostics point into: files, and the overrides of the command line. */
export function textsOf(sources: Sources, overrides: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...[...sources.files].map(([path, { text }]) => [path, text] as const),
    ...overrides.map((text, index) => [overrideFile(index), text] as const),
  ]);
}

const lines = (sources: Sources, overrides: readonly string[]) => lineFinder(textsOf(sources, overrides));
