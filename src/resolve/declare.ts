// The quantities that models declare: units read, sets known, names told apart, totals made from what adds to them.
import { type Diagnostic, didYouMean, error, type Span, suggest } from '../diagnostics/index.ts';
import type { Expression } from '../language/index.ts';
import { keyAt, listOf, type ModelFile, type Path, spanAt, wholePlace } from '../parse/index.ts';
import { sameDimension, sideBySide, UNKNOWN, type UnitSystem } from '../units/index.ts';
import { titleOf } from './sets.ts';
import type { FormulaQuantity, Given, Model, Program, Quantity, SetDefinition } from './types.ts';
import { type Measured, readBaseUnits, readUnit } from './units.ts';

type Section = 'inputs' | 'formulas' | 'totals' | 'given';

interface Context {
  readonly units: UnitSystem;
  readonly sets: ReadonlyMap<string, SetDefinition>;
  /** Without a company, sets are not defined anywhere: any name is one. */
  readonly standalone: boolean;
  readonly diagnostics: Diagnostic[];
}

interface Declarations {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly models: readonly Model[];
  readonly totals: Program['totals'];
}

export function declare(files: readonly ModelFile[], context: Context): Declarations {
  const quantities = new Map<string, Quantity>();
  const add = (quantity: Quantity): void => {
    const earlier = quantities.get(quantity.name);
    if (earlier === undefined) quantities.set(quantity.name, quantity);
    else
      context.diagnostics.push(
        error('name/twice', `${quantity.name} is declared twice`, quantity.span, {
          also: [{ span: earlier.span, text: 'first here' }],
          help: 'read it through given, or give one of them another name',
        }),
      );
  };
  for (const file of files) for (const quantity of inputsAndFormulas(file, context)) add(quantity);
  const totals = new Map<string, Contribution[]>();
  for (const file of files) for (const name of Object.keys(file.content.totals ?? {})) totals.set(name, []);
  const meant = collectContributions(files, totals, context);
  for (const file of files)
    for (const total of totalsOf(file, { totals, meant, quantities }, context)) add(total);
  const models = files.map((file) => model(file, context));
  if (context.standalone)
    for (const given of models.flatMap(({ given }) => given))
      if (!quantities.has(given.name)) quantities.set(given.name, standIn(given));
  return {
    quantities,
    models,
    totals: new Map(
      [...totals].map(([name, list]) => [name, list.map(({ quantity, sign }) => ({ quantity, sign }))]),
    ),
  };
}

function declared(file: ModelFile, section: Section, name: string, context: Context) {
  const { content, spans } = file;
  const entry = { ...content[section]?.[name] } as {
    about?: string;
    title?: Quantity['title'];
    unit?: string | number;
    by?: string | string[];
    over?: 'years' | 'base';
    within?: [string | number, string | number];
  };
  const unitSpan = spanAt(spans, section, name, 'unit');
  const unit = readUnit(context.units, String(entry.unit), unitSpan, context.diagnostics) ?? UNKNOWN;
  const by = listOf(entry.by);
  for (const [index, set] of by.entries()) {
    const span =
      typeof entry.by === 'string'
        ? spanAt(spans, section, name, 'by')
        : spanAt(spans, section, name, 'by', index);
    if (by.indexOf(set) < index)
      context.diagnostics.push(error('set/twice', `${name} is by ${set} twice`, span));
    else if (!context.standalone && !context.sets.has(set))
      context.diagnostics.push(
        error('set/unknown', `${set} is not a set of this company`, span, {
          help: didYouMean(set, context.sets.keys()),
        }),
      );
  }
  return {
    name,
    about: entry.about ?? '',
    title: entry.title ?? untitled(name, file.texts?.get(entry.about ?? '')?.zh),
    unit,
    sets: [...new Set(by)],
    over: entry.over ?? 'years',
    within: readBounds(entry.within, { name, unit }, [section, name, 'within'], file, context),
    model: file.path,
    span: keyAt(spans, section, name),
    unitSpan,
  } as const;
}

/** What has no title goes by its name, in Chinese by what it is as far as the first stop. */
function untitled(name: string, about: string | undefined): Quantity['title'] {
  const { en, zh } = titleOf(name);
  return { en, zh: about?.split(/[；：。]/)[0] ?? zh };
}

/** The lowest and the highest admitted value; undefined if they are at fault. */
function readBounds(
  within: readonly [string | number, string | number] | undefined,
  quantity: Measured,
  path: Path,
  { spans }: ModelFile,
  { units, diagnostics }: Context,
): readonly [number, number] | undefined {
  const [low, high] = (within ?? []).map((bound, index) =>
    readBaseUnits(bound, spanAt(spans, ...path, index), quantity, units, diagnostics),
  );
  if (low === undefined || high === undefined) return undefined;
  if (low < high) return [low, high];
  diagnostics.push(
    error('value/range', 'the bounds of a quantity lead from low to high', spanAt(spans, ...path)),
  );
  return undefined;
}

function inputsAndFormulas(file: ModelFile, context: Context): readonly Quantity[] {
  const inputs = Object.entries(file.content.inputs ?? {}).map(
    ([name, { set_by }]): Quantity => ({
      kind: 'input',
      setBy: set_by,
      ...declared(file, 'inputs', name, context),
    }),
  );
  const formulas = [...file.formulas].map(
    ([name, { is, first }]): Quantity => ({
      kind: 'formula',
      total: false,
      is,
      first,
      law: lawOf(file, name),
      ...declared(file, 'formulas', name, context),
    }),
  );
  return [...inputs, ...formulas];
}

/** What a formula follows; one that says nothing follows what its model does. */
function lawOf({ content, spans }: ModelFile, name: string): FormulaQuantity['law'] {
  const own = content.formulas?.[name]?.source;
  const [key, ...place] = own ?? content.source ?? [];
  if (key === undefined) return undefined;
  const span = own === undefined ? spanAt(spans, 'source') : spanAt(spans, 'formulas', name, 'source');
  return { key, place: wholePlace(place), span };
}

interface Contribution {
  readonly quantity: string;
  readonly sign: 1 | -1;
  readonly sets: readonly string[];
  /** The name of the total where the contributor states it. */
  readonly span: Span;
}

interface Contributions {
  readonly totals: ReadonlyMap<string, readonly Contribution[]>;
  readonly meant: ReadonlySet<string>;
  readonly quantities: ReadonlyMap<string, Quantity>;
}

/** Fills `totals`; returns those that a misspelt name was meant for, which are not empty for that reason. */
function collectContributions(
  files: readonly ModelFile[],
  totals: Map<string, Contribution[]>,
  { diagnostics, standalone }: Context,
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const { content, spans } of files)
    for (const [quantity, { by, adds_to, subtracts_from }] of Object.entries(content.formulas ?? {}))
      for (const [key, names, sign] of [
        ['adds_to', adds_to, 1],
        ['subtracts_from', subtracts_from, -1],
      ] as const)
        for (const [index, name] of listOf(names).entries()) {
          const span =
            typeof names === 'string'
              ? spanAt(spans, 'formulas', quantity, key)
              : spanAt(spans, 'formulas', quantity, key, index);
          const list = totals.get(name);
          if (list !== undefined) list.push({ quantity, sign, sets: listOf(by), span });
          else if (!standalone || files.length > 1) {
            meant.add(suggest(name, totals.keys()) ?? '');
            diagnostics.push(
              error('total/unknown', `there is no total named ${name}`, span, {
                help: didYouMean(name, totals.keys()),
              }),
            );
          }
        }
  return meant;
}

/** A total is the formula that a modeller would have written out: the sum of what adds to it. */
function totalsOf(
  file: ModelFile,
  { totals, meant, quantities }: Contributions,
  context: Context,
): readonly FormulaQuantity[] {
  return Object.keys(file.content.totals ?? {}).map((name) => {
    const common = declared(file, 'totals', name, context);
    const terms = (totals.get(name) ?? []).filter(({ quantity, span }) => {
      const unit = quantities.get(quantity)?.unit;
      if (unit === undefined || sameDimension(unit, common.unit)) return unit !== undefined;
      context.diagnostics.push(
        error('unit/mismatch', `${quantity} cannot be a part of ${name}`, span, {
          also: [{ span: common.unitSpan, text: 'the unit of the total' }],
          notes: sideBySide(['part', unit], ['total', common.unit]),
        }),
      );
      return false;
    });
    const is = terms.reduce<Expression>(
      (sum, { quantity, sign, sets, span }) => {
        const read: Expression = {
          kind: 'reference',
          name: quantity,
          when: { kind: 'now' },
          picks: [],
          nameSpan: span,
          span,
        };
        const term = sets
          .filter((set) => !common.sets.includes(set))
          .reduce<Expression>(
            (operand, set) => ({ kind: 'over', word: 'sum', operand, set, setSpan: span, span }),
            read,
          );
        if (sum.kind === 'number')
          return sign === 1 ? term : { kind: 'unary', operator: '-', operand: term, span };
        return {
          kind: 'operation',
          operator: sign === 1 ? '+' : '-',
          left: sum,
          right: term,
          operatorSpan: span,
          span,
        };
      },
      { kind: 'number', value: 0, span: common.span },
    );
    if ((totals.get(name) ?? []).length === 0 && !meant.has(name) && !context.standalone)
      context.diagnostics.push(
        error('total/empty', `nothing adds to the total ${name}`, common.span, {
          help: `add adds_to: ${name} to a formula`,
        }),
      );
    return { kind: 'formula', total: true, is, ...common };
  });
}

function model(file: ModelFile, context: Context): Model {
  const { content, spans, path } = file;
  const given = Object.keys(content.given ?? {}).map((name): Given => {
    const { unit, sets, over, span } = declared(file, 'given', name, context);
    return { name, unit, sets, over, span };
  });
  const checks = [...file.checks].map(([name, that]) => ({
    name,
    that,
    otherwise: content.checks?.[name]?.else ?? '',
    span: keyAt(spans, 'checks', name),
  }));
  const quantities = [
    ...Object.keys(content.inputs ?? {}),
    ...Object.keys(content.formulas ?? {}),
    ...Object.keys(content.totals ?? {}),
  ];
  return {
    path,
    name: content.model,
    about: content.about,
    span: spanAt(spans, 'model'),
    given,
    quantities,
    checks,
    examples: file.examples,
  };
}

const standIn = ({ name, unit, sets, over, span }: Given): Quantity => ({
  kind: 'given',
  name,
  about: '',
  title: titleOf(name),
  unit,
  sets,
  over,
  model: span.file,
  span,
  unitSpan: span,
});
