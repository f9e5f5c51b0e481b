// The numbers of every input for one scenario and strategy: layers laid over each other, every replacement kept as an origin.
import { didYouMean, error, type Span, suggest } from '../diagnostics/index.ts';
import {
  type Ended,
  keyAt,
  type Provenance,
  type Spans,
  type ValueForm,
  type ValueMeta,
} from '../parse/index.ts';
import { type Evaluation, evaluate, type Surroundings } from './evaluate.ts';
import { spreadOverRange } from './spread.ts';
import { spreadTables } from './table.ts';
import type { InputQuantity, Layer, Quantity, ResolvedCell, ResolvedInput, SetDefinition } from './types.ts';

/** One file's values, as one layer of a case. */
export interface LayerFile {
  readonly layer: Exclude<Layer, 'command line'>;
  readonly file: string;
  readonly spans: Spans;
  /** Where its `values:` stand; at the top of the file if left out. */
  readonly at?: readonly string[];
  readonly values: ReadonlyMap<string, ValueForm>;
  readonly provenance?: Provenance | undefined;
  /** True if it replaces values of the file before it in the same layer (`extends`). */
  readonly extendsEarlier: boolean;
}

export interface InputContext extends Surroundings {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly sets: ReadonlyMap<string, SetDefinition>;
  /** What came of a written value over the cells below it: the same in every case that lays it over the same ones. */
  readonly known: Map<ValueForm, Map<Cells | undefined, Cells>>;
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

interface MissingInput {
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

/** One cell per element; undefined where no layer named it, or where its value is at fault. */
type Cells = readonly (ResolvedCell | undefined)[];

/** What layers have given so far. */
export interface Laid {
  readonly cells: ReadonlyMap<string, Cells>;
  /** The layer and place that set an input last. */
  readonly setIn: ReadonlyMap<string, { readonly layer: Layer; readonly span: Span }>;
  /** Inputs with a value at fault: nothing to build on, and not missing either. */
  readonly faulty: ReadonlySet<string>;
}

export const NOTHING: Laid = { cells: new Map(), setIn: new Map(), faulty: new Set() };

/** Lays the values of files over what earlier layers gave, which stays as it is: other cases build on it too. */
export function layOver(below: Laid, layers: readonly LayerFile[], context: InputContext): Laid {
  const cells = new Map(below.cells);
  const setIn = new Map(below.setIn);
  const faulty = new Set(below.faulty);
  for (const layer of layers)
    for (const [name, written] of layer.values) {
      const span = keyAt(layer.spans, ...(layer.at ?? []), 'values', name);
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
      const current = cells.get(name);
      const known = context.known.get(written)?.get(current);
      if (known !== undefined) {
        cells.set(name, known);
        continue;
      }
      const form = spreadTables(written, quantity, layer.file, context);
      if (form === undefined) {
        faulty.add(name);
        continue;
      }
      const keys = cellsOf(quantity.sets, context.sets);
      const evaluation = { quantity, layer: layer.layer, file: layer.file, inherited: layer.provenance };
      const laid = keys.map((key, index) => lay(form, key, evaluation, current?.[index], context));
      const isSound = checkElements(form, quantity, 0, context) && !laid.includes('faulty');
      const found = laid.map((cell) => (cell === 'faulty' ? undefined : cell));
      if (isSound) remember(written, current, found, context);
      else faulty.add(name);
      cells.set(name, found);
    }
  return { cells, setIn, faulty };
}

function remember(written: ValueForm, below: Cells | undefined, found: Cells, { known }: InputContext): void {
  const over = known.get(written) ?? new Map<Cells | undefined, Cells>();
  known.set(written, over.set(below, found));
}

/**
 * What lays the spreads that a study wants over values that state a range and no spread. Most values stand in all cases: each is
 * looked at once, and stays the same one in all of them.
 */
export function rangeSpreader(kind: Ended, context: InputContext): (below: Laid) => Laid {
  const faultyCells = new Set<ResolvedCell>();
  const spreadCell = (cell: ResolvedCell, quantity: InputQuantity): ResolvedCell => {
    if (cell.origin.spread !== undefined) return cell;
    const found = spreadOverRange(kind, cell, quantity, context);
    if (found === 'faulty') faultyCells.add(cell);
    if (found === undefined || found === 'faulty') return cell;
    return { ...cell, origin: { ...cell.origin, spread: { written: found.written } }, spread: found };
  };
  const knownCells = new Map<ResolvedCell, ResolvedCell>();
  const knownLists = new Map<Cells, Cells>();
  const spreadList = (list: Cells, quantity: InputQuantity): Cells =>
    list.map((cell) => {
      if (cell === undefined) return cell;
      const found = knownCells.get(cell) ?? spreadCell(cell, quantity);
      knownCells.set(cell, found);
      return found;
    });
  return (below) => {
    const faulty = new Set(below.faulty);
    const cells = [...below.cells].map(([name, list]) => {
      const quantity = context.quantities.get(name);
      if (quantity?.kind !== 'input' || faulty.has(name)) return [name, list] as const;
      const spread = knownLists.get(list) ?? spreadList(list, quantity);
      knownLists.set(list, spread);
      if (faultyCells.size > 0 && spread.some((cell) => cell !== undefined && faultyCells.has(cell)))
        faulty.add(name);
      return [name, spread] as const;
    });
    return { ...below, cells: new Map(cells), faulty };
  };
}

/** The input of a name; the one that a misspelt name was meant for is at fault, not missing. */
export function settable(
  name: string,
  span: Span,
  { quantities, diagnostics }: Pick<InputContext, 'quantities' | 'diagnostics'>,
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
  evaluation: Omit<Evaluation, 'previous'>,
  previous: ResolvedCell | undefined,
  context: InputContext,
): ResolvedCell | 'faulty' | undefined {
  const { quantity } = evaluation;
  const [element, ...rest] = key;
  if (form.form === 'each') {
    const below =
      element === undefined ? undefined : (form.elements.get(element) ?? form.elements.get('all'));
    if (below === undefined) return previous;
    const inherited = form.meta.provenance ?? evaluation.inherited;
    return lay(inherit(below.form, form.meta), rest, { ...evaluation, inherited }, previous, context);
  }
  if (element === undefined) return evaluate(form, { ...evaluation, previous }, context) ?? 'faulty';
  context.diagnostics.push(
    error(
      'value/each',
      `${quantity.name} has a value for each ${key.length === 1 ? quantity.sets.at(-1) : quantity.sets.join(' and ')}`,
      form.meta.span,
      {
        help:
          form.form === 'from'
            ? `read the table by: { ${quantity.sets.slice(-key.length).join(': column, ')}: column }`
            : 'write each: { element: value, ... }; all: value holds for every element that is not named',
      },
    ),
  );
  return 'faulty';
}

/** What is said beside `each` holds for its elements, unless they say it themselves; provenance has its own rule. */
function inherit<F extends ValueForm>(form: F, { note, range, spread, proxy }: ValueMeta): F {
  const shared = {
    ...(note === undefined ? {} : { note }),
    ...(range === undefined ? {} : { range }),
    ...(spread === undefined ? {} : { spread }),
    ...(proxy === undefined ? {} : { proxy }),
  };
  return { ...form, meta: { ...shared, ...form.meta } };
}

/** True if every `each` names elements of its set only. */
function checkElements(
  form: ValueForm,
  quantity: InputQuantity,
  depth: number,
  context: InputContext,
): boolean {
  if (form.form !== 'each') return true;
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
    return false;
  }
  const known = context.sets.get(set)?.elements.map(({ id }) => id);
  if (known === undefined) return true; // reported where the quantity is declared
  const sound = [...form.elements].map(([element, { form: below, key }]) => {
    const found = element === 'all' || known.includes(element);
    if (!found)
      context.diagnostics.push(
        error('set/element', `${element} is not an element of ${set}`, key, {
          help: didYouMean(element, known),
        }),
      );
    return checkElements(below, quantity, depth + 1, context) && found;
  });
  return !sound.includes(false);
}

const isWhole = (list: Cells): list is readonly ResolvedCell[] => !list.includes(undefined);

/** The cells of an input; undefined if one of them has no value. */
export function wholeCells(name: string, { cells }: Laid): ResolvedInput | undefined {
  const list = cells.get(name);
  return list !== undefined && isWhole(list) ? list : undefined;
}

/** The inputs as they stand when all layers are laid, and those that no layer gave. */
export function complete(laid: Laid, context: InputContext): Resolution {
  const { cells, setIn, faulty } = laid;
  const inputs = new Map<string, ResolvedInput>();
  const missing = new Map<string, MissingInput>();
  for (const quantity of context.quantities.values()) {
    if (quantity.kind !== 'input') continue;
    const whole = wholeCells(quantity.name, laid);
    if (whole !== undefined) {
      // The list itself, which most cases share, so that nobody looks twice at what is in it.
      inputs.set(quantity.name, whole);
      continue;
    }
    const list = cells.get(quantity.name);
    const keys = cellsOf(quantity.sets, context.sets);
    if (keys.length === 0) inputs.set(quantity.name, []);
    else if (!faulty.has(quantity.name))
      missing.set(quantity.name, {
        elements: keys.filter((_, index) => list?.[index] === undefined).map((key) => key.join('; ')),
        given: setIn.get(quantity.name)?.span,
      });
  }
  return { inputs, missing };
}
