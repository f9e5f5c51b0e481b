// Rule: every value says where it comes from, every source it names is described, and what has expired is said.
import { type Diagnostic, didYouMean, error, type Span, warning } from '../diagnostics/index.ts';
import type { Provenance } from '../parse/index.ts';
import type { Origin, Program, Study } from '../resolve/index.ts';
import { eachCell } from './cells.ts';
import { type ExpiredReference, expiredReferences } from './expired.ts';

const HELP = 'add source: [key, place], or assumed: why with a confidence';

export function checkSources(program: Program): readonly Diagnostic[] {
  const { study } = program;
  const diagnostics: Diagnostic[] = [];
  const describes = (key: string, span: Span): void => {
    if (!program.sources.has(key))
      diagnostics.push(
        error('source/unknown', `no reference file describes the source ${key}`, span, {
          help: didYouMean(key, program.sources.keys()) ?? 'describe it under sources: in a reference file',
        }),
      );
  };
  const known = (provenance: Provenance): void => {
    if (provenance.kind === 'source') describes(provenance.key, provenance.span);
  };
  const value = (
    name: string,
    { provenance, span }: { readonly provenance?: Provenance | undefined; readonly span: Span },
  ): void => {
    if (provenance === undefined)
      diagnostics.push(error('source/missing', `${name} has a value without a source`, span, { help: HELP }));
    else known(provenance);
  };
  for (const { elements } of program.sets.values())
    for (const { provenance } of elements) if (provenance !== undefined) known(provenance);
  if (study === undefined) return diagnostics;
  const laws = [...program.quantities.values()].flatMap((each) =>
    each.kind === 'formula' && each.law !== undefined ? [each.law] : [],
  );
  // Formulas that say nothing share the law of their model, which is one place in one file.
  for (const { key, span } of new Map(laws.map((law) => [`${law.span.file} ${law.span.from}`, law])).values())
    describes(key, span);
  for (const [name, origins] of originsOf(study)) {
    const files = new Set<string>();
    for (const origin of origins) {
      // One message an input and file, whatever the number of its elements.
      if (origin.provenance !== undefined || !files.has(origin.span.file)) value(name, origin);
      if (origin.provenance === undefined) files.add(origin.span.file);
      if (origin.later !== undefined) known(origin.later);
      for (const { provenance } of origin.exceptions ?? []) known(provenance);
      if (origin.spread?.provenance !== undefined) known(origin.spread.provenance);
    }
  }
  for (const row of study.money) value(`the ${row.name}`, row);
  for (const { provenance } of [
    ...study.targets,
    ...study.unquantifiedTargets,
    ...study.backtest.flatMap(({ outcome }) => (outcome.kind === 'published' ? [outcome] : [])),
    ...(study.register?.rows ?? []),
    ...(study.decisions?.weights ?? []),
    ...(study.planning?.said ?? []),
    ...(study.disclosure?.standards.flatMap(({ versions }) => versions) ?? []),
  ])
    if (provenance !== undefined) known(provenance);
  const expired = new Map(expiredReferences(program).map((each) => [each.path, each]));
  for (const { path, name, reviewed, span } of program.references) {
    const chinese = new Map([[name, program.texts.get(name) ?? name]]);
    const found = expired.get(path);
    if (found !== undefined)
      diagnostics.push(
        warning(
          'source/expired',
          `${name} expired on ${found.expires}: as of ${study.asOf} its values may no longer hold`,
          span,
          {
            notes: restingOn(found),
            chinese,
            help: 'review the file against its source and move reviewed and expires',
          },
        ),
      );
    if (reviewed > study.asOf)
      diagnostics.push(
        warning(
          'source/future',
          `${name} was reviewed on ${reviewed}, after the study's as_of ${study.asOf}`,
          span,
          { chinese },
        ),
      );
  }
  return diagnostics;
}

/** What rests on the file, short enough for a message; the pack lists every quantity. */
function restingOn({ inputs, quantities, totals, headlines }: ExpiredReference): readonly string[] {
  if (inputs.length === 0) return ['nothing in this study rests on it'];
  const list = (title: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${title}: ${names.join(', ')}`];
  const count = (number: number, one: string, many: string): string =>
    `${number} ${number === 1 ? one : many}`;
  return [
    `${count(inputs.length, 'input takes its value', 'inputs take their values')} from it; ${count(quantities.length, 'quantity rests', 'quantities rest')} on ${inputs.length === 1 ? 'it' : 'them'}, listed in assumptions.md`,
    ...list('headlines that rest on it', headlines),
    ...list('totals that rest on it', totals),
  ];
}

/** Every value of every input in any case, those that were replaced included, each once. */
function originsOf({ cases }: Study): ReadonlyMap<string, readonly Origin[]> {
  const found = new Map<string, Map<string, Origin>>();
  for (const { name, cell } of eachCell(cases)) {
    const origins = found.get(name) ?? new Map<string, Origin>();
    found.set(name, origins);
    for (let at: Origin | undefined = cell.origin; at !== undefined; at = at.replaces)
      origins.set(`${at.span.file} ${at.span.from}`, at);
  }
  return new Map([...found].map(([name, origins]) => [name, [...origins.values()]]));
}
