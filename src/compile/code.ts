// One expression for one cell -> a stack program: elements, attributes, sums and years are settled here, nothing is looked up at run time.
import { assertNever } from '../diagnostics/index.ts';
import { branchOf, type Expression, type OverNode, type ReferenceNode } from '../language/index.ts';
import type { Program, SetDefinition } from '../resolve/index.ts';
import type { Instruction, LoadTime, Slot } from './types.ts';

export interface CodeContext {
  readonly program: Program;
  readonly slots: readonly Slot[];
  readonly slotOf: ReadonlyMap<string, number>;
  readonly years: readonly number[];
  readonly baseIndex: number;
  /** Set -> the element that stands for it in this cell. */
  readonly elements: ReadonlyMap<string, string>;
  /** The year index that `now` means inside a sum over years. */
  readonly now?: number | undefined;
}

export function compileExpression(node: Expression, context: CodeContext): readonly Instruction[] {
  const code: Instruction[] = [];
  append(code, node, context);
  return code;
}

function append(code: Instruction[], node: Expression, context: CodeContext): void {
  switch (node.kind) {
    case 'number':
      code.push({ kind: 'constant', value: node.value });
      return;
    case 'year':
      code.push(
        context.now === undefined
          ? { kind: 'year' }
          : { kind: 'constant', value: context.years[context.now] ?? Number.NaN },
      );
      return;
    case 'reference':
      code.push(load(node, context));
      return;
    case 'unary':
      append(code, node.operand, context);
      code.push({ kind: node.operator === '-' ? 'negate' : 'not' });
      return;
    case 'operation':
      append(code, node.left, context);
      append(code, node.right, context);
      code.push({ kind: 'operate', operator: node.operator });
      return;
    case 'call':
      for (const argument of node.arguments) append(code, argument, context);
      code.push({ kind: 'call', word: node.word, count: node.arguments.length });
      return;
    case 'cases': {
      const branch = branchOf(node, context.elements.get(node.set) ?? '');
      if (branch === undefined)
        throw new Error(`no branch for an element of ${node.set}: the check is wrong`);
      append(code, branch, context);
      return;
    }
    case 'over':
      for (const [index, term] of termsOf(node, context).entries()) {
        append(code, node.operand, term);
        if (index > 0) code.push({ kind: 'operate', operator: '+' });
      }
      return;
    default:
      assertNever(node);
  }
}

/** What each term of a sum is compiled in; `each` has one. */
function termsOf({ word, set }: OverNode, context: CodeContext): readonly CodeContext[] {
  const { elements } = context;
  if (word === 'each')
    return [{ ...context, elements: new Map([...elements].filter(([name]) => name !== set)) }];
  if (set === 'year') return context.years.map((_, now) => ({ ...context, now }));
  return elementsOf(context.program.sets, set).map((element) => ({
    ...context,
    elements: new Map([...elements, [set, element]]),
  }));
}

const elementsOf = (sets: ReadonlyMap<string, SetDefinition>, set: string): readonly string[] =>
  (sets.get(set)?.elements ?? []).map(({ id }) => id);

function load({ name, when, picks }: ReferenceNode, context: CodeContext): Instruction {
  const { program, slots, slotOf, years, baseIndex, elements } = context;
  const slotIndex = slotOf.get(name);
  const slot = slotIndex === undefined ? undefined : slots[slotIndex];
  const quantity = program.quantities.get(name);
  if (slotIndex === undefined || slot === undefined || quantity === undefined)
    throw new Error(`no slot for ${name}`);
  const key = elementKey(quantity.sets, picks, program.sets, elements);
  const cell = slot.cells.findIndex((candidate) =>
    candidate.every((element, index) => element === key[index]),
  );
  if (cell < 0) throw new Error(`no cell ${key.join(', ')} of ${name}`);
  const now: LoadTime =
    context.now === undefined ? { kind: 'now', lag: 0 } : { kind: 'fixed', index: context.now };
  let time: LoadTime;
  if (quantity.over === 'base') time = { kind: 'fixed', index: 0 };
  else if (when.kind === 'fixed')
    time = { kind: 'fixed', index: when.year === 'base' ? baseIndex : years.indexOf(when.year) };
  else if (when.kind === 'lag') time = { kind: 'now', lag: when.years };
  else time = now;
  return { kind: 'load', slot: slotIndex, cell, time };
}

/** The element of each set of a quantity that a reference reads, given the elements of the cell being computed. */
function elementKey(
  sets: readonly string[],
  picks: ReferenceNode['picks'],
  definitions: ReadonlyMap<string, SetDefinition>,
  elements: ReadonlyMap<string, string>,
): readonly string[] {
  const free = [...picks];
  return sets.map((set) => {
    const position = free.findIndex((pick) =>
      pick.kind === 'attribute'
        ? pick.attribute === set
        : elementsOf(definitions, set).includes(pick.element),
    );
    const [pick] = position < 0 ? [] : free.splice(position, 1);
    if (pick === undefined) return elements.get(set) ?? '';
    if (pick.kind === 'element') return pick.element;
    const holder = definitions.get(pick.set)?.elements.find(({ id }) => id === elements.get(pick.set));
    return holder?.attributes.get(pick.attribute) ?? '';
  });
}
