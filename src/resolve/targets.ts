// Targets of the company: a goal for a quantity in a year, or a goal that the model says nothing about, with the reason.
import { error } from '../diagnostics/index.ts';
import { type CompanyFile, keyAt, type Provenance, readProvenanceOf, spanAt } from '../parse/index.ts';
import { explainAmount, parseAmount } from '../units/index.ts';
import { knownQuantity, knownYear, type ReportContext, withinBounds } from './reports.ts';
import type { Target, UnquantifiedTarget } from './types.ts';
import { readBaseUnits, readUnit } from './units.ts';

interface Targets {
  readonly targets: readonly Target[];
  readonly unquantifiedTargets: readonly UnquantifiedTarget[];
}

export function resolveTargets(file: CompanyFile, context: ReportContext): Targets {
  const names = Object.keys(file.content.targets ?? {});
  return {
    targets: names.flatMap((name) => quantified(name, file, context)),
    unquantifiedTargets: names.flatMap((name) => unquantified(name, file, context)),
  };
}

type Written = NonNullable<CompanyFile['content']['targets']>[string];

/** Which way a target points, and its goal as written; undefined if it says neither or both. */
function goalOf(
  name: string,
  target: Written,
  { spans }: CompanyFile,
  { diagnostics }: ReportContext,
): { readonly direction: Target['direction']; readonly text: string | number } | undefined {
  const { at_least, at_most } = target;
  if (at_least !== undefined && at_most === undefined) return { direction: 'at_least', text: at_least };
  if (at_most !== undefined && at_least === undefined) return { direction: 'at_most', text: at_most };
  diagnostics.push(
    error('target/form', 'a target says either at_least or at_most', keyAt(spans, 'targets', name)),
  );
  return undefined;
}

function provenanceOf(
  name: string,
  target: Written,
  { spans, provenance: inherited }: CompanyFile,
  { diagnostics }: ReportContext,
): Provenance | undefined {
  const reading = readProvenanceOf(target, spans, ['targets', name]);
  diagnostics.push(...reading.diagnostics);
  const provenance = reading.provenance ?? inherited;
  if (provenance === undefined && reading.diagnostics.length === 0)
    diagnostics.push(
      error('source/missing', `the target ${name} has no source`, keyAt(spans, 'targets', name), {
        help: 'add source: [key, place], or assumed: why with a confidence',
      }),
    );
  return provenance;
}

function quantified(name: string, file: CompanyFile, context: ReportContext): readonly Target[] {
  const { content, spans } = file;
  const target = content.targets?.[name];
  if (target === undefined || target.not_quantified !== undefined) return [];
  const path = ['targets', name] as const;
  if (target.quantity === undefined) {
    context.diagnostics.push(
      error(
        'target/quantity',
        `${name} names a quantity, or says not_quantified: why`,
        keyAt(spans, ...path),
      ),
    );
    return [];
  }
  const quantity = knownQuantity(target.quantity, spanAt(spans, ...path, 'quantity'), context);
  const written = goalOf(name, target, file, context);
  if (written === undefined) return [];
  const provenance = provenanceOf(name, target, file, context);
  const goal =
    quantity === undefined
      ? undefined
      : readBaseUnits(
          written.text,
          spanAt(spans, ...path, written.direction),
          quantity,
          context.units,
          context.diagnostics,
        );
  if (
    quantity === undefined ||
    goal === undefined ||
    !withinBounds(goal, written.text, quantity, spanAt(spans, ...path, written.direction), context) ||
    !knownYear(target.year, spanAt(spans, ...path, 'year'), context)
  )
    return [];
  return [
    {
      name,
      title: target.title,
      quantity: quantity.name,
      year: target.year,
      direction: written.direction,
      goal,
      provenance,
      span: keyAt(spans, ...path),
    },
  ];
}

function unquantified(
  name: string,
  file: CompanyFile,
  context: ReportContext,
): readonly UnquantifiedTarget[] {
  const { content, spans } = file;
  const target = content.targets?.[name];
  if (target?.not_quantified === undefined) return [];
  const path = ['targets', name] as const;
  if (target.quantity !== undefined)
    context.diagnostics.push(
      error(
        'target/quantity',
        `${name} names a quantity and says that it is not quantified`,
        keyAt(spans, ...path, 'not_quantified'),
        { help: 'keep one of the two' },
      ),
    );
  const written = goalOf(name, target, file, context);
  const provenance = provenanceOf(name, target, file, context);
  if (written === undefined) return [];
  const span = spanAt(spans, ...path, written.direction);
  const amount = parseAmount(String(written.text));
  if (amount === undefined)
    context.diagnostics.push(
      error('value/amount', `${JSON.stringify(written.text)} is not a number with a unit`, span, {
        help: explainAmount(String(written.text)),
      }),
    );
  else readUnit(context.units, amount.unit, span, context.diagnostics);
  return [
    {
      name,
      title: target.title,
      year: target.year,
      direction: written.direction,
      goal: String(written.text),
      why: target.not_quantified,
      provenance,
      span: keyAt(spans, ...path),
    },
  ];
}
