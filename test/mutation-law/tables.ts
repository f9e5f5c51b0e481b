// Asks the statements of test/cbam/ of law tables whose text was changed: the stages run in this process, and only the changed file is
// read anew.

import { listAssumptions } from '../../src/analyse/assumptions.ts';
import { seriesOf } from '../../src/analyse/series.ts';
import { check } from '../../src/check/index.ts';
import { compile } from '../../src/compile/index.ts';
import { hasErrors } from '../../src/diagnostics/index.ts';
import type { SourceFile, Sources } from '../../src/load/types.ts';
import type { Parsed, ParsedFile } from '../../src/parse/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { resolve, splitPrograms } from '../../src/resolve/index.ts';
import { simulate } from '../../src/simulate/index.ts';
import type { Found, Stated } from '../cbam/stated.ts';
import { ENTRY, filesOf } from '../cbam/trial.ts';
import { loadFiles } from '../kit/project.ts';

/** A trial that is read, with what is stated of it. */
interface Ready extends Stated {
  readonly sources: Sources;
  readonly parsed: Parsed;
}

/** Statements that can be asked of changed texts. */
export interface Asked {
  readonly textOf: (path: string) => string;
  /** Whether all hold with a file changed; undefined where a stage refuses the file. */
  readonly hold: (path: string, text: string) => boolean | undefined;
}

async function readied(stated: Stated): Promise<Ready> {
  const { value: sources, diagnostics } = await loadFiles(filesOf(stated.trial), ENTRY);
  const parsed = sources === undefined ? undefined : parse(sources).value;
  if (sources === undefined || parsed === undefined) throw new Error(JSON.stringify(diagnostics));
  return { ...stated, sources, parsed };
}

/** What a run of the files finds; undefined where a stage refuses them. */
function foundIn(parsed: Parsed): Found | undefined {
  const [split] = splitPrograms(parsed);
  const resolved = split === undefined ? undefined : resolve(split, []);
  if (resolved?.value === undefined || hasErrors(resolved.diagnostics)) return undefined;
  const checked = check(resolved.value);
  const study = checked.value?.program.study;
  if (checked.value === undefined || study === undefined || hasErrors(checked.diagnostics)) return undefined;
  const plan = compile(checked.value, study.years, study.baseYear);
  const { value: run } = simulate(checked.value.program, plan, study.cases, 1);
  if (run === undefined) return undefined;
  const { program } = checked.value;
  return {
    years: study.years,
    series: seriesOf(run),
    get assumptions() {
      return listAssumptions(program, study, ({ span }) => ({ file: span.file, line: 0 }));
    },
  };
}

function allHold({ statements }: Stated, found: Found): boolean {
  try {
    for (const { holds } of statements) holds(found);
    return true;
  } catch {
    return false;
  }
}

/** Reads the trials of statements once. */
export async function ask(stated: readonly Stated[]): Promise<Asked> {
  const all = await Promise.all(stated.map(readied));
  const fileOf = (path: string): SourceFile => {
    const file = all[0]?.sources.files.get(path);
    if (file === undefined) throw new Error(`no ${path}`);
    return file;
  };
  const read = (path: string, text: string): ParsedFile | undefined => {
    const { value, diagnostics } = parse({
      entries: [path],
      files: new Map([[path, { ...fileOf(path), text }]]),
    });
    return hasErrors(diagnostics) ? undefined : value?.files.get(path);
  };
  return {
    textOf: (path) => fileOf(path).text,
    hold: (path, text) => {
      const changed = read(path, text);
      if (changed === undefined) return undefined;
      for (const { parsed, ...each } of all) {
        const found = foundIn({ ...parsed, files: new Map(parsed.files).set(path, changed) });
        if (found === undefined) return undefined;
        if (!allHold(each, found)) return false;
      }
      return true;
    },
  };
}
