// A number of an explanation computed anew from its leaves: mathjs reads the formula as the explanation shows it, and this walks what was
// read with plain arithmetic. Nothing of the engine takes part, so that a fault of it is not made twice.

import {
  isAccessorNode as isAccessor,
  isFunctionNode as isCall,
  isConstantNode as isConstant,
  isOperatorNode as isOperator,
  isParenthesisNode as isParenthesis,
  isSymbolNode as isSymbol,
  type MathNode,
  parse,
} from 'mathjs';
import type { Explained } from '../../src/explain/index.ts';

/** What the files declare: names, sets and years, without a number. */
export interface Declared {
  readonly years: readonly number[];
  readonly baseYear: number;
  readonly quantities: ReadonlyMap<
    string,
    { readonly sets: readonly string[]; readonly over: 'years' | 'base' }
  >;
  /** Attributes of each element of each set. */
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>;
}

/** Where a formula is read: an element of each set that is settled, and a year. */
interface Place {
  readonly elements: ReadonlyMap<string, string>;
  readonly year: number;
}

type Shown = Pick<Explained, 'quantity' | 'item' | 'year' | 'computed' | 'operands'>;

/**
 * Numbers from leaves, each once.
 * @param leaf the value of an input by its id, in base units
 * @returns a number by its id; throws where its formula reads what the explanation does not name
 */
export function naive(declared: Declared, numbers: ReadonlyMap<string, Shown>, leaf: (id: string) => number) {
  const known = new Map<string, number>();
  const value = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`${id} is not explained`);
    const computed = number.computed === undefined ? leaf(id) : fromFormula(number, number.computed.formula);
    known.set(id, computed);
    return computed;
  };

  const fromFormula = ({ quantity, item, year, operands }: Shown, formula: string): number => {
    const sets = declared.quantities.get(quantity)?.sets ?? [];
    const items = item === '' ? [] : item.split('; ');
    const elements = new Map(sets.map((set, index) => [set, items[index] ?? '']));
    return walk(read(formula), { elements, year }, new Set(operands));
  };

  const walk = (node: MathNode, place: Place, operands: ReadonlySet<string>): number => {
    const of = (other: MathNode, at = place): number => walk(other, at, operands);
    const shown = (name: string, picks: readonly MathNode[]): number => {
      const id = idOf(declared, name, picks, place);
      if (!operands.has(id)) throw new Error(`the explanation does not name ${id}`);
      return value(id);
    };
    if (isParenthesis(node)) return of(node.content);
    if (isConstant(node)) return Number(node.value);
    if (isSymbol(node)) return node.name === 'year' ? place.year : shown(node.name, []);
    if (isAccessor(node)) return shown(nameOf(node.object), node.index.dimensions);
    if (isOperator(node))
      return operated(
        node.op,
        node.args.map((one) => of(one)),
      );
    if (!isCall(node)) throw new Error(`${node.toString()} is no formula`);
    const word = nameOf(node.fn);
    const [first, ...rest] = node.args;
    if (first === undefined) throw new Error(`${word} of nothing`);
    if (word === 'each') return of(first);
    if (word === 'sum') return summed(first, rest.map(nameOf), place, of);
    if (word === 'if') return of(of(first) !== 0 ? at(rest, 0) : at(rest, 1));
    return called(
      word,
      node.args.map((one) => of(one)),
    );
  };

  const summed = (
    operand: MathNode,
    sets: readonly string[],
    place: Place,
    of: (node: MathNode, at: Place) => number,
  ): number => {
    const [set, ...others] = sets;
    if (set === undefined) return of(operand, place);
    const places =
      set === 'year'
        ? declared.years.map((year) => ({ ...place, year }))
        : [...(declared.sets.get(set)?.keys() ?? [])].map((element) => ({
            ...place,
            elements: new Map([...place.elements, [set, element]]),
          }));
    return places.map((each) => summed(operand, others, each, of)).reduce((sum, one) => sum + one);
  };

  return value;
}

const at = (nodes: readonly MathNode[], index: number): MathNode => {
  const node = nodes[index];
  if (node === undefined) throw new Error('an argument is missing');
  return node;
};

function nameOf(node: MathNode): string {
  if (!isSymbol(node)) throw new Error(`${node.toString()} is no name`);
  return node.name;
}

function textOf(node: MathNode): string {
  if (!isConstant(node)) throw new Error(`${node.toString()} is no text`);
  return String(node.value);
}

const numberOf = (node: MathNode): number => Number(textOf(node));

const trees = new Map<string, MathNode>();
function read(formula: string): MathNode {
  const known = trees.get(formula);
  if (known !== undefined) return known;
  const tree = parse(formula);
  trees.set(formula, tree);
  return tree;
}

/** The number that `name[picks]` means in a place: `emissions[rods] 2030`. */
function idOf(
  declared: Declared,
  name: string,
  picks: readonly MathNode[],
  { elements, year }: Place,
): string {
  const quantity = declared.quantities.get(name);
  if (quantity === undefined) throw new Error(`no quantity ${name}`);
  let when = year;
  /** Elements named, and attributes read: `rods`, or the cn_code of the product. */
  const named: { readonly set?: string; readonly element: string }[] = [];
  for (const pick of picks) {
    if (isOperator(pick)) when = year - numberOf(at(pick.args, 1));
    else if (isConstant(pick) && typeof pick.value === 'number') when = pick.value;
    else if (isConstant(pick)) named.push({ element: String(pick.value) });
    else if (isSymbol(pick) && pick.name === 'base') when = declared.baseYear;
    else if (isSymbol(pick)) named.push({ element: pick.name });
    else if (isAccessor(pick)) {
      const set = nameOf(pick.object);
      const attribute = textOf(at(pick.index.dimensions, 0));
      const element = declared.sets
        .get(set)
        ?.get(elements.get(set) ?? '')
        ?.get(attribute);
      if (element === undefined) throw new Error(`no ${set}.${attribute}`);
      named.push({ set: attribute, element });
    }
  }
  const item = quantity.sets.map((set) => {
    const index = named.findIndex((one) =>
      one.set === undefined ? declared.sets.get(set)?.has(one.element) : one.set === set,
    );
    return index < 0 ? elements.get(set) : named.splice(index, 1)[0]?.element;
  });
  const where = item.length === 0 ? '' : `[${item.join('; ')}]`;
  return `${name}${where} ${quantity.over === 'base' ? declared.baseYear : when}`;
}

function operated(operator: string, [left = Number.NaN, right]: readonly number[]): number {
  if (right === undefined) return operator === '-' ? -left : Number(left === 0);
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return Array.from({ length: right }, () => left).reduce((product, one) => product * one, 1);
    case '<':
      return Number(left < right);
    case '<=':
      return Number(left <= right);
    case '>':
      return Number(left > right);
    case '>=':
      return Number(left >= right);
    case '==':
      return Number(left === right);
    case '!=':
      return Number(left !== right);
    case 'and':
      return Number(left !== 0 && right !== 0);
    case 'or':
      return Number(left !== 0 || right !== 0);
    default:
      throw new Error(`no operator ${operator}`);
  }
}

function called(word: string, values: readonly number[]): number {
  const [first = Number.NaN] = values;
  switch (word) {
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'abs':
      return Math.abs(first);
    case 'sqrt':
      return Math.sqrt(first);
    case 'exp':
      return Math.exp(first);
    case 'log':
      return Math.log(first);
    default:
      throw new Error(`no word ${word}`);
  }
}
