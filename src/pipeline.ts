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
// A stage that finds errors ends the run; what it found is returned with all that earlier stages said.
import { analyse, type Findings } from './analyse/index.ts';
import { type Checked, check as checkProgram } from './check/index.ts';
import { compile } from './compile/index.ts';
import { type Diagnostic, error, hasErrors, type Outcome, suggest } from './diagnostics/index.ts';
import type { Sources } from './load/types.ts';
import { parse } from './parse/index.ts';
import { overrideFile, type Program, resolve } from './resolve/index.ts';
import { checkExamples, simulate } from './simulate/index.ts';

/** Draws of a deterministic run. */
const CENTRAL = 1;

/** What the last stage of {@link run} hands on, with the program it rests on. */
export interface Finished {
  readonly findings: Findings;
  readonly program: Program;
}

/**
 * Everything that can be decided before a number is computed, and the examples of the models.
 * @param sources a study with all it names, or models on their own
 * @param overrides texts of `--set`
 * @param chartKinds the kinds of chart that can be drawn
 */
export function check(sources: Sources, overrides: readonly string[], chartKinds: readonly string[]): Outcome<Checked> {
  const parsed = parse(sources);
  if (parsed.value === undefined || hasErrors(parsed.diagnostics)) return { diagnostics: distinct(parsed.diagnostics) };

  const resolved = resolve(parsed.value, overrides);
  if (resolved.value === undefined) return { diagnostics: distinct(resolved.diagnostics) };

  // The rules also look at a program with faults, so that all faults come at once; a value needs none.
  const checked = checkProgram(resolved.value);
  const kinds = checkChartKinds(resolved.value, chartKinds);
  const before = [...parsed.diagnostics, ...resolved.diagnostics, ...checked.diagnostics, ...kinds];
  if (hasErrors(before) || checked.value === undefined) return { diagnostics: distinct(before) };

  const diagnostics = distinct([...before, ...checkExamples(resolved.value)]);
  return hasErrors(diagnostics) ? { diagnostics } : { value: checked.value, diagnostics };
}

/** Checks and computes a study: every scenario with every strategy. */
export function run(sources: Sources, overrides: readonly string[], chartKinds: readonly string[]): Outcome<Finished> {
  const checked = check(sources, overrides, chartKinds);
  if (checked.value === undefined) return { diagnostics: checked.diagnostics };
  const { program } = checked.value;
  const { study } = program;
  if (study === undefined) {
    const [file = ''] = sources.entries;
    return { diagnostics: [...checked.diagnostics, error('run/study', 'only a study can be run', { file, from: 0, to: 0 }, { help: 'run the file that begins with study:' })] };
  }
  const plan = compile(checked.value, study.years, study.baseYear, CENTRAL);
  const simulated = simulate(plan, study.cases);
  const diagnostics = distinct([...checked.diagnostics, ...simulated.diagnostics]);
  if (simulated.value === undefined) return { diagnostics };
  const findings = analyse(simulated.value, study, lines(sources, overrides));
  return { value: { findings, program }, diagnostics };
}

/** The texts that diagnostics point into: files, and the overrides of the command line. */
export function textsOf(sources: Sources, overrides: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...[...sources.files].map(([path, { text }]) => [path, text] as const), ...overrides.map((text, index) => [overrideFile(index), text] as const)]);
}

/** One fault met in several scenarios is said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, labels }) => {
    const key = JSON.stringify([code, message, labels[0]?.span]);
    return !seen.has(key) && seen.add(key);
  });
}

function checkChartKinds({ study }: Program, known: readonly string[]): readonly Diagnostic[] {
  return (study?.charts ?? [])
    .filter(({ kind }) => !known.includes(kind))
    .map(({ kind, kindSpan }) => {
      const near = suggest(kind, known);
      return error('chart/kind', `${kind} is not a kind of chart`, kindSpan, { help: near === undefined ? `kinds: ${known.join(', ')}` : `did you mean ${near}?` });
    });
}

function lines(sources: Sources, overrides: readonly string[]) {
  const texts = textsOf(sources, overrides);
  return ({ span }: { readonly span: { readonly file: string; readonly from: number } }) => ({
    file: span.file,
    line: (texts.get(span.file) ?? '').slice(0, span.from).split('\n').length,
  });
}
