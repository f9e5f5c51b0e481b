// What is asked of a study beside its pack: each question computes the study by the same stages and then asks the run. For the commands
// explain, compare, solve, stress, plan and backtest.
import {
  type Backtest,
  findDraw,
  findPlans,
  backtest as holdAgainstPublished,
  type Narrowed,
  type PlanFindings,
  type Solution,
  type Solve,
  type Stress,
  solve as solveGoal,
  sourceTexts,
  stress as stressGoal,
} from './analyse/index.ts';
import { lines } from './checking.ts';
import { type Diagnostic, hasErrors, type Outcome } from './diagnostics/index.ts';
import {
  beside,
  type ComparedRun,
  type Comparison,
  compareRuns,
  type Explanation,
  explain as explainNumber,
  explanationGraph,
  explanationText as explanationLines,
  explanationOf,
  type Question,
  seek,
} from './explain/index.ts';
import type { Sources } from './load/types.ts';
import { type Computed, compute, type Drawing, settingsOf, withoutDraws } from './pipeline.ts';
import { explanationIn, type Language, spellingIn, translate } from './render/index.ts';
import { type Program, readGoal, readLever, readPlanning } from './resolve/index.ts';

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
export function backtest(
  sources: Sources,
  overrides: readonly string[],
  language: Language = 'en',
): Outcome<Backtest> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const found = holdAgainstPublished(value.run, value.study);
  const { program } = value.run;
  const told =
    language === 'en'
      ? found
      : { ...translate(found, program), study: program.texts.get(found.study) ?? found.study };
  return { value: told, diagnostics };
}

/** Chinese of what the files of a program say, with what is put together from it. */
const chineseOf = (program: Program) => ({
  texts: new Map([...program.texts, ...sourceTexts(program)]),
  places: program.places,
});

/** What puts an explanation into the reader's language: texts of files, with those put together from them, and titles of cases. */
const wordsOf = ({ run: { program }, study: { scenarios, strategies } }: Computed) => ({
  ...chineseOf(program),
  scenarios,
  strategies,
});

/** Computes a study and says of one of its numbers what it comes from, in the words of the files or in Chinese. */
export function explain(
  sources: Sources,
  overrides: readonly string[],
  question: Question,
  language: Language = 'en',
): Outcome<Explanation> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const lineOf = lines(sources, overrides);
  const graph = explanationGraph(value.run, value.study.name, (span) => lineOf({ span }));
  const explained = explainNumber(graph, value.study.horizons.medium, question);
  const told = explained.value && explanationIn(explained.value, wordsOf(value), language);
  return {
    ...explained,
    ...(told === undefined ? {} : { value: told }),
    diagnostics: [...diagnostics, ...explained.diagnostics],
  };
}

/** A question about a draw: that at a percentile of a number. */
export interface PercentileQuestion extends Question {
  /** From 0 to 100. */
  readonly percentile: number;
}

/** Computes a study with its draws and says of one number at a percentile what it comes from: the tree of the draw nearest to it. */
export async function explainPercentile(
  sources: Sources,
  overrides: readonly string[],
  { percentile, ...question }: PercentileQuestion,
  { draws, seed, ...means }: Drawing,
  language: Language = 'en',
): Promise<Outcome<Explanation>> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const lineOf = lines(sources, overrides);
  const graphOf = (one: typeof run) => explanationGraph(one, study.name, (span) => lineOf({ span }));
  const graph = graphOf(run);
  const sought = seek(graph, study.horizons.medium, question);
  const settings = settingsOf(study, draws, seed).value;
  const refused = settings === undefined ? [withoutDraws(study.path)] : [];
  const said = [...diagnostics, ...sought.diagnostics, ...refused];
  if (hasErrors(said) || sought.value === undefined || settings === undefined) return { diagnostics: said };
  const found = await findDraw(run, study, sought.value, percentile, { settings, means });
  if (found.value === undefined) return { diagnostics: [...said, ...found.diagnostics] };
  const drawn = explanationOf(graphOf(found.value.run), sought.value, 0);
  const explained = beside(drawn, explanationOf(graph, sought.value), found.value.from);
  return {
    value: explanationIn(explained, wordsOf(value), language),
    diagnostics: [...said, ...found.diagnostics],
  };
}

/**
 * An explanation as lines of text, amounts and values spelled as the language does.
 * @param depth how many levels of formulas below the number are opened
 */
export const explanationText = (explanation: Explanation, depth: number, language: Language = 'en') =>
  explanationLines(explanation, depth, language, spellingIn(language));

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
export function compare(before: Comparable, after: Comparable, language: Language = 'en'): Compared {
  const [was, is] = [comparable(before), comparable(after)];
  const told = { before: was.diagnostics, after: is.diagnostics };
  if (was.value === undefined || is.value === undefined) return told;
  const tables = tablesOf(before.sources) !== tablesOf(after.sources);
  const value = compareRuns(was.value, is.value, tables);
  if (language === 'en') return { ...told, value };
  const [earlier, later] = [chineseOf(was.value.program), chineseOf(is.value.program)];
  const texts = new Map([...earlier.texts, ...later.texts]);
  const places = new Map([...earlier.places, ...later.places]);
  return { ...told, value: translate(value, { texts, places }) };
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
  /** Plans that are computed one by one where there are no more, so that none can be better; 4,096 if left out. */
  readonly most?: number | undefined;
}

/** Finds in each scenario the measures, and their starts, that meet the targets of the study's plan file at least cost. */
export function plan(
  sources: Sources,
  overrides: readonly string[],
  { budget, solve, most }: PlanningMeans,
): Outcome<PlanFindings> {
  const { value, diagnostics } = compute(sources, overrides);
  if (value === undefined) return { diagnostics };
  const { run, study } = value;
  const read = readPlanning(study, run.program, budget);
  if (read.value === undefined) return { diagnostics: [...diagnostics, ...read.diagnostics] };
  return { value: findPlans(run, study, read.value, solve, most), diagnostics };
}
