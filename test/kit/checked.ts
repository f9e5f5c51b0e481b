// Files up to the check, in memory and without what comes after it: for tests of rules, which need no number, no picture and no folder.

import { check, checkDeck, type Linted } from '../../src/check/index.ts';
import {
  type Diagnostic,
  distinct,
  hasErrors,
  plain,
  printDiagnostics,
} from '../../src/diagnostics/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { overrideFile, resolve, splitPrograms } from '../../src/resolve/index.ts';
import { checkExamples } from '../../src/simulate/index.ts';
import { base } from './faults.ts';
import { sourcesOf } from './memory.ts';
import type { Files } from './project.ts';

/** Two of the slides that the render stage makes. */
const SLIDES = ['title', 'charts'];

interface ToldOfFiles {
  readonly diagnostics: readonly Diagnostic[];
  /** Studies without a fault, as lint looks at them. */
  readonly studies: readonly Linted[];
  /** As on a terminal without colour. */
  readonly print: (diagnostics: readonly Diagnostic[]) => string;
}

/**
 * Parses, resolves and checks, and runs the examples of models, as every command begins.
 * @param files by path below `scenarios/`
 */
export function checkFiles(files: Files, entry: string, overrides: readonly string[] = []): ToldOfFiles {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`scenarios/${path}`, String(text)]));
  const parsed = parse(sourcesOf(texts, `scenarios/${entry}`));
  const studies: Linted[] = [];
  const said =
    parsed.value === undefined || hasErrors(parsed.diagnostics)
      ? []
      : splitPrograms(parsed.value).flatMap((part) => {
          const resolved = resolve(part, overrides);
          const program = resolved.value;
          if (program === undefined) return resolved.diagnostics;
          const found = [
            ...resolved.diagnostics,
            ...check(program).diagnostics,
            ...checkDeck(program, SLIDES),
          ];
          const { study } = program;
          const file = study === undefined ? undefined : parsed.value?.files.get(study.path);
          if (hasErrors(found)) return found;
          if (study !== undefined && file?.kind === 'study') studies.push({ program, study, file });
          return [...found, ...checkExamples(program)];
        });
  for (const [index, text] of overrides.entries()) texts.set(overrideFile(index), text);
  return {
    diagnostics: distinct([...parsed.diagnostics, ...said]),
    studies,
    print: (diagnostics) => printDiagnostics(diagnostics, texts, plain),
  };
}

/** What differs from the base project: file -> what stands there once, and by what it is replaced. */
export type Changes = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** The base project of test/errors, edited. */
export function changed(changes: Changes): Files {
  const edited = Object.entries(changes).map(([name, edits]) => {
    const text = edits.reduce((done, [old, by]) => {
      if (done.split(old).length !== 2) throw new Error(`${old} is not once in ${name}`);
      return done.replace(old, () => by);
    }, String(base[name]));
    return [name, text] as const;
  });
  return { ...base, ...Object.fromEntries(edited) };
}
