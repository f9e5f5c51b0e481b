// The naive interpreter: walks formulas as they are written, one year, element and draw at a time. Slow and plain, so that tests can trust it against the plan.

import type { ReferenceNode } from '../language/index.ts';
import { branchOf, children, type Expression, operate, operateUnary, words } from '../language/index.ts';
import type { Program, SetDefinition } from '../resolve/index.ts';

interface Interpreter {
  /** The value of a quantity in base units; `cell` holds one element per set, in order. */
  readonly value: (name: string, cell: readonly string[], time: number) => number;
}

interface InterpreterInputs {
  readonly years: readonly number[];
  readonly baseIndex: number;
  readonly input: (name: string, cell: readonly string[], time: number) => number;
}

/** What is asked of a program. */
interface Interpreted extends Pick<Program, 'sets'> {
  readonly quantities: Pick<Program['quantities'], 'get'>;
}

/** Values are remembered, so that every formula is walked once per cell and year. */
export function interpret(
  { quantities, sets }: Interpreted,
  { years, baseIndex, input }: InterpreterInputs,
): Interpreter {
  const memory = new Map<string, number>();
  type Elements = ReadonlyMap<string, string>;
  const idsOf = (set: string): readonly string[] => (sets.get(set)?.elements ?? []).map(({ id }) => id);

  const value = (name: string, cell: readonly string[], time: number): number => {
    const quantity = quantities.get(name);
    if (quantity?.kind !== 'formula') return input(name, cell, time);
    const key = `${name} ${cell.join('|')} ${quantity.over === 'base' ? 'base' : time}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const elements = new Map(quantity.sets.map((set, index) => [set, cell[index] ?? '']));
    const formula = lagOf(quantity.is) > time ? (quantity.first ?? quantity.is) : quantity.is;
    const result = walk(formula, elements, quantity.over === 'base' ? baseIndex : time);
    memory.set(key, result);
    return result;
  };

  const read = (node: ReferenceNode, elements: Elements, time: number): number => {
    const rest = [...node.picks];
    const cell = (quantities.get(node.name)?.sets ?? []).map((set) => {
      const at = rest.findIndex((pick) =>
        pick.kind === 'element' ? idsOf(set).includes(pick.element) : pick.attribute === set,
      );
      const [pick] = at < 0 ? [] : rest.splice(at, 1);
      if (pick?.kind === 'element') return pick.element;
      if (pick === undefined) return elements.get(set) ?? '';
      return attribute(sets.get(pick.set), elements.get(pick.set), pick.attribute);
    });
    const { name, when } = node;
    if (when.kind === 'now') return value(name, cell, time);
    if (when.kind === 'lag') return value(name, cell, time - when.years);
    return value(name, cell, when.year === 'base' ? baseIndex : years.indexOf(when.year));
  };

  const walk = (node: Expression, elements: Elements, time: number): number => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'year':
        return years[time] ?? Number.NaN;
      case 'reference':
        return read(node, elements, time);
      case 'unary':
        return operateUnary(node.operator, walk(node.operand, elements, time));
      case 'operation':
        return operate(node.operator, walk(node.left, elements, time), walk(node.right, elements, time));
      case 'call': {
        const values = node.arguments.map((argument) => walk(argument, elements, time));
        return words.get(node.word)?.evaluate(values) ?? Number.NaN;
      }
      case 'cases': {
        const branch = branchOf(node, elements.get(node.set) ?? '');
        return branch === undefined ? Number.NaN : walk(branch, elements, time);
      }
      case 'over': {
        if (node.word === 'each') return walk(node.operand, elements, time);
        const terms =
          node.set === 'year'
            ? years.map((_, index) => walk(node.operand, elements, index))
            : idsOf(node.set).map((id) => walk(node.operand, new Map([...elements, [node.set, id]]), time));
        return terms.reduce((sum, term) => sum + term);
      }
    }
  };
  return { value };
}

const attribute = (set: SetDefinition | undefined, id: string | undefined, name: string): string =>
  set?.elements.find((element) => element.id === id)?.attributes.get(name) ?? '';

/** The plan knows this too; it is said again here, since an oracle that asks the plan would share its faults. */
const lagOf = (node: Expression): number =>
  node.kind === 'reference' && node.when.kind === 'lag'
    ? node.when.years
    : Math.max(0, ...children(node).map(lagOf));
