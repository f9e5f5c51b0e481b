// The numbers of every input for one scenario and strategy: layers laid over each other, every replacement kept as an origin.
import { didYouMean, error, type Span, suggest } from '../diagnostics/index.ts';
import { keyAt, type Located, type Provenance, type Spans, type ValueForm } from '../parse/index.ts';
import { type Evaluation, evaluate, type Surroundings } from './evaluate.ts';
import type { Override } from './override.ts';
import type { InputQuantity, Layer, Quantity, ResolvedCell, ResolvedInput, SetDefinition } from './types.ts';

/** One file's values, as one layer of a case. */
export interface LayerFile {
  readonly layer: Exclude<Layer, 'command line'>;
  readonly file: string;
  readonly spans: Spans;
  readonly values: ReadonlyMap<string, ValueForm>;
  readonly provenance?: Provenance | undefined;
  /** True if it replaces values of the file before it in the same layer (`extends`). */
  readonly extendsEarlier: boolean;
}

export interface InputContext extends Surroundings {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly sets: ReadonlyMap<string, SetDefinition>;
}

/** Which layers below may give an input of each kind its earlier value. */
const admitted: Readonly<Record<InputQuantity['setBy'], readonly Layer[]>> = {
  reference: ['reference', 'study'],
  company: ['reference', 'company', 'study'],
  scenario: ['reference', 'company', 'scenario', 'study'],
  strategy: ['reference', 'company', 'strategy', 'study'],
};

/** The cells of an input: one list of element ids per cell, the last set changing fastest. */
export function cellsOf(
  sets: readonly string[],
  definitions: ReadonlyMap<string, SetDefinition>,
): readonly (readonly string[])[] {
  return sets.reduce<readonly (readonly string[])[]>(
    (cells, set) =>
      cells.flatMap((cell) => (definitions.get(set)?.elements ?? []).map(({ id }) => [...cell, id])),
    [[]],
  );
}

export interface MissingInput {
  /** The elements without a value; one empty text for an input without sets. */
  readonly elements: readonly string[];
  /** Where the other elements are given. */
  readonly given?: Span | undefined;
}

export interface Resolution {
  readonly inputs: ReadonlyMap<string, ResolvedInput>;
  /** Inputs without a value, or with none for some elements; values at fault are not missing. */
  readonly missing: ReadonlyMap<string, MissingInput>;
}

export function resolveInputs(
  layers: readonly LayerFile[],
  overrides: readonly Override[],
  context: InputContext,
): Resolution {
  const faulty = new Set<string>();
  const cells = new Map<string, (ResolvedCell | undefined)[]>();
  const setIn = new Map<string, { readonly layer: Layer; readonly span: Span }>();
  for (const layer of layers) {
    for (const [name, form] of layer.values) {
      const span = keyAt(layer.spans, 'values', name);
      const quantity = settable(name, span, context, faulty);
      // A value at fault is nothing to build on: `base` in a later layer would only be reported as well.
      if (quantity === undefined || faulty.has(name)) continue;
      if (!admitted[quantity.setBy].includes(layer.layer)) {
        faulty.add(name);
        context.diagnostics.push(
          error(
            'layer/wrong',
            `${name} is set by ${quantity.setBy === 'company' ? 'the' : 'a'} ${quantity.setBy}, not by a ${layer.layer}`,
            span,
            {
              also: [{ span: quantity.span, text: `set_by: ${quantity.setBy}` }],
              help: `set it in a ${quantity.setBy} file, or in the study for all of them`,
            },
          ),
        );
        continue;
      }
      const earlier = setIn.get(name);
      if (earlier?.layer === layer.layer && !layer.extendsEarlier) {
        faulty.add(name);
        context.diagnostics.push(
          error('layer/clash', `two ${layer.layer} files set ${name}`, span, {
            also: [{ span: earlier.span, text: 'also here' }],
            help: 'keep one of them',
          }),
        );
        continue;
      }
      setIn.set(name, { layer: layer.layer, span });
      const keys = cellsOf(quantity.sets, context.sets);
      const evaluation = { quantity, layer: layer.layer, file: layer.file, inherited: layer.provenance };
      const current = cells.get(name) ?? keys.map(() => undefined);
      const faults = context.diagnostics.length;
      cells.set(
        name,
        keys.map((key, index) => lay(form, key, quantity, evaluation, current[index], context)),
      );
      checkElements(form, quantity, 0, context);
      if (context.diagnostics.length > faults) faulty.add(name);
    }
  }
  for (const override of overrides) applyOverride(override, cells, faulty, context);
  return complete(cells, setIn, faulty, context);
}

/** The input of a name; the one that a misspelt name was meant for is at fault, not missing. */
function settable(
  name: string,
  span: Span,
  { quantities, diagnostics }: InputContext,
  faulty: Set<string>,
): InputQuantity | undefined {
  const quantity = quantities.get(name);
  if (quantity?.kind === 'input') return quantity;
  if (quantity === undefined) {
    const inputs = [...quantities.values()].filter(({ kind }) => kind === 'input').map((input) => input.name);
    faulty.add(suggest(name, inputs) ?? '');
    diagnostics.push(
      error('name/unknown', `no model has an input named ${name}`, span, { help: didYouMean(name, inputs) }),
    );
  } else
    diagnostics.push(
      error('layer/formula', `${name} is computed: it cannot be set`, span, {
        also: [{ span: quantity.span, text: 'its formula' }],
        help: 'set the inputs that it is computed from',
      }),
    );
  return undefined;
}

/** Follows `each` down to the form of one cell; a cell that a file does not name keeps what it had. */
function lay(
  form: ValueForm,
  key: readonly string[],
  quantity: InputQuantity,
  evaluation: Omit<Evaluation, 'previous'>,
  previous: ResolvedCell | undefined,
  context: InputContext,
): ResolvedCell | undefined {
  const [element, ...rest] = key;
  if (form.form === 'each') {
    const below =
      element === undefined ? undefined : (form.elements.get(element) ?? form.elements.get('all'));
    if (below === undefined) return previous;
    const inherited = form.meta.provenance ?? evaluation.inherited;
    const inner =
      below.form.form === 'each' || below.form.meta.proxy !== undefined || form.meta.proxy === undefined
        ? below.form
        : { ...below.form, meta: { ...below.form.meta, proxy: form.meta.proxy } };
    const cell = lay(inner, rest, quantity, { ...evaluation, inherited }, previous, context);
    if (cell === undefined || cell === previous) return cell;
    return {
      ...cell,
      origin: {
        ...cell.origin,
        note: cell.origin.note ?? form.meta.note,
        range:
          cell.origin.range ??
          form.meta.range?.map(({ value }) => `${value.number} ${value.unit}`).join(' to '),
      },
    };
  }
  if (element !== undefined) {
    context.diagnostics.push(
      error(
        'value/each',
        `${quantity.name} has a value for each ${key.length === 1 ? quantity.sets.at(-1) : quantity.sets.join(' and ')}`,
        form.meta.span,
        { help: 'write each: { element: value, ... }; all: value holds for every element that is not named' },
      ),
    );
    return undefined;
  }
  return evaluate(form, { ...evaluation, previous }, context);
}

function checkElements(form: ValueForm, quantity: InputQuantity, depth: number, context: InputContext): void {
  if (form.form !== 'each') return;
  const set = quantity.sets[depth];
  if (set === undefined) {
    context.diagnostics.push(
      error(
        'value/each',
        quantity.sets.length === 0
          ? `${quantity.name} has no sets: it takes one value`
          : `${quantity.name} is by ${quantity.sets.join(' and ')} only`,
        form.meta.span,
      ),
    );
    return;
  }
  const known = context.sets.get(set)?.elements.map(({ id }) => id);
  if (known === undefined) return; // reported where the quantity is declared
  for (const [element, { form: below, key }] of form.elements) {
    if (element !== 'all' && !known.includes(element))
      context.diagnostics.push(
        error('set/element', `${element} is not an element of ${set}`, key, {
          help: didYouMean(element, known),
        }),
      );
    checkElements(below, quantity, depth + 1, context);
  }
}

function applyOverride(
  override: Override,
  cells: Map<string, (ResolvedCell | undefined)[]>,
  faulty: Set<string>,
  context: InputContext,
): void {
  const quantity = settable(override.quantity, override.quantitySpan, context, faulty);
  if (quantity === undefined) return;
  const { year, element } = override;
  const keys = cellsOf(quantity.sets, context.sets);
  const current = cells.get(quantity.name) ?? keys.map(() => undefined);
  if (element !== undefined && !keys.some((key) => key.includes(element.value))) {
    context.diagnostics.push(
      error(
        'set/element',
        `${element.value} is not an element of ${quantity.sets.join(' or ') || `${quantity.name}, which has no sets`}`,
        element.span,
        { help: didYouMean(element.value, keys.flat()) },
      ),
    );
    return;
  }
  if (year !== undefined && (!context.years.includes(year) || quantity.over === 'base')) {
    context.diagnostics.push(
      error('override/year', `${quantity.name} has no value for ${year} to replace`, override.span, {
        help:
          quantity.over === 'base'
            ? `it is known for the base year alone: write ${quantity.name}=...`
            : `the study runs from ${context.years[0]} to ${context.years.at(-1)}`,
      }),
    );
    return;
  }
  const provenance: Provenance = {
    kind: 'assumed',
    why: 'set on the command line',
    confidence: 'low',
    span: override.span,
  };
  const faults = context.diagnostics.length;
  cells.set(
    quantity.name,
    keys.map((key, index) => {
      const previous = current[index];
      if (element !== undefined && !key.includes(element.value)) return previous;
      const amount: Located<typeof override.amount.value> = override.amount;
      const written = `${amount.value.number} ${amount.value.unit}${year === undefined ? '' : ` in ${year}`}`;
      const form: ValueForm = { form: 'amount', amount, meta: { span: override.span, written, provenance } };
      const cell = evaluate(
        form,
        { quantity, layer: 'command line', file: override.span.file, previous },
        context,
      );
      if (cell === undefined || year === undefined) return cell;
      if (previous === undefined) return undefined;
      return {
        ...previous,
        values: previous.values.map((value, at) =>
          context.years[at] === year ? (cell.values[at] ?? value) : value,
        ),
        origin: cell.origin,
      };
    }),
  );
  if (context.diagnostics.length > faults) faulty.add(quantity.name);
}

function complete(
  cells: ReadonlyMap<string, readonly (ResolvedCell | undefined)[]>,
  setIn: ReadonlyMap<string, { readonly span: Span }>,
  faulty: ReadonlySet<string>,
  context: InputContext,
): Resolution {
  const inputs = new Map<string, ResolvedInput>();
  const missing = new Map<string, MissingInput>();
  for (const quantity of context.quantities.values()) {
    if (quantity.kind !== 'input') continue;
    const keys = cellsOf(quantity.sets, context.sets);
    const list = cells.get(quantity.name) ?? keys.map(() => undefined);
    const found = list.filter((cell) => cell !== undefined);
    if (found.length === keys.length) inputs.set(quantity.name, found);
    else if (!faulty.has(quantity.name))
      missing.set(quantity.name, {
        elements: keys.filter((_, index) => list[index] === undefined).map((key) => key.join('; ')),
        given: setIn.get(quantity.name)?.span,
      });
  }
  return { inputs, missing };
}
