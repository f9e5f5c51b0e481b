// Projects for tests: files as text in, what the command line would say of them out; through the real loader on a folder of its own.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsOf } from '../../src/checking.ts';
import {
  type Diagnostic,
  hasErrors,
  type Outcome,
  plain,
  printDiagnostics,
} from '../../src/diagnostics/index.ts';
import { load, type Sources } from '../../src/load/index.ts';
import { run } from '../../src/pipeline.ts';

export type Findings = NonNullable<ReturnType<typeof run>['value']>;

/** The files of `scenarios/`, by path below it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Told {
  readonly findings?: Findings | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** As on a terminal without colour. */
  readonly printed: string;
}

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Makes a project of `fill` in a folder that is gone afterwards, and loads a file of it. */
async function inFolder(fill: (scenarios: string) => void, entry: string): Promise<Outcome<Sources>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tcfd-project-')));
  try {
    fill(join(folder, 'scenarios'));
    return await load([join('scenarios', entry)], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads a project that is given as texts. */
export const loadFiles = (files: Files, entry: string): Promise<Outcome<Sources>> =>
  inFolder((scenarios) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(scenarios, path)), { recursive: true });
      writeFileSync(join(scenarios, path), content);
    }
  }, entry);

/** Edits to the files of the real project, by path below `scenarios/`. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** Loads a study as it stands in scenarios/, or edited. */
export async function loadStudy(study: string, edits: Edits = {}): Promise<Sources> {
  const { value, diagnostics } = await inFolder((scenarios) => {
    cpSync(SCENARIOS, scenarios, { recursive: true });
    for (const [path, edit] of Object.entries(edits)) {
      const before = readFileSync(join(scenarios, path), 'utf8');
      const after = edit(before);
      if (after === before) throw new Error(`the edit of ${path} changes nothing`);
      writeFileSync(join(scenarios, path), after);
    }
  }, study);
  if (value === undefined || hasErrors(diagnostics)) throw new Error(`${study} cannot be loaded`);
  return value;
}

/** Loads the real study, as it stands in scenarios/. */
export const loadBoard = (): Promise<Sources> => loadStudy('innovation-new-material/board.yaml');

/** Runs a study as it stands in scenarios/; throws with the messages where it cannot be run. */
export async function runReal(study: string): Promise<Findings> {
  const { value, diagnostics } = run(await loadStudy(study), []);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

/** Loads, checks and runs a study as `tcfd run` does. */
export async function tell(files: Files, entry: string, overrides: readonly string[]): Promise<Told> {
  const loaded = await loadFiles(files, entry);
  const ran =
    hasErrors(loaded.diagnostics) || loaded.value === undefined ? undefined : run(loaded.value, overrides);
  const diagnostics = [...loaded.diagnostics, ...(ran?.diagnostics ?? [])];
  const texts = loaded.value === undefined ? new Map<string, string>() : textsOf(loaded.value, overrides);
  return { findings: ran?.value, diagnostics, printed: printDiagnostics(diagnostics, texts, plain) };
}
