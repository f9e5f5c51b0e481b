// What rests on a reference file that has expired: its inputs, and through the formulas every quantity, total and headline behind them.

import type { Origin, Program, Study } from '../resolve/index.ts';
import { dependencies, formulasOf } from './dependencies.ts';

/** A reference file whose date has passed, and what the study makes of its values; names in the order of the models. */
export interface ExpiredReference {
  readonly path: string;
  readonly name: string;
  readonly expires: string;
  /** Inputs that take a value from the file in any case. */
  readonly inputs: readonly string[];
  /** Formulas and totals that are computed from those inputs. */
  readonly quantities: readonly string[];
  readonly totals: readonly string[];
  readonly headlines: readonly string[];
}

/** Every reference file that had expired by the study's `as_of`; none without a study. */
export function expiredReferences(program: Program): readonly ExpiredReference[] {
  const { study } = program;
  if (study === undefined) return [];
  return program.references.flatMap(({ path, name, expires }) => {
    if (expires === undefined || expires >= study.asOf) return [];
    const inputs = inputsFrom(path, study);
    const behind = readersOf(inputs, program);
    const quantities = [...program.quantities.keys()];
    return [
      {
        path,
        name,
        expires,
        inputs: quantities.filter((each) => inputs.has(each)),
        quantities: quantities.filter((each) => behind.has(each)),
        totals: [...program.totals.keys()].filter((each) => behind.has(each)),
        headlines: study.headlines.filter((each) => behind.has(each) || inputs.has(each)),
      },
    ];
  });
}

function inputsFrom(path: string, { cases }: Study): ReadonlySet<string> {
  return new Set(
    cases.flatMap(({ inputs }) =>
      [...inputs]
        .filter(([, cells]) => cells.some(({ origin }) => isFrom(origin, path)))
        .map(([name]) => name),
    ),
  );
}

/** A value that replaced the file's own still rests on it where it takes that one as its `base` or delays it. */
function isFrom(origin: Origin, path: string): boolean {
  if (origin.span.file === path) return true;
  return (
    origin.replaces !== undefined &&
    /\b(?:base|delay)\b/.test(origin.written) &&
    isFrom(origin.replaces, path)
  );
}

/** All that reads the given quantities, at once or through others. */
function readersOf(names: ReadonlySet<string>, program: Program): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const formula of formulasOf(program))
    for (const { name } of dependencies(formula))
      readers.set(name, [...(readers.get(name) ?? []), formula.name]);
  const found = new Set<string>();
  const open = [...names];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const reader of readers.get(next) ?? [])
      if (!found.has(reader)) {
        found.add(reader);
        open.push(reader);
      }
  return found;
}
