// Formulas made ready for one number at a time: kinds and operands in typed arrays, every load settled to a place, and nothing is
// made while computing, since questions that ask a run many small things compute tens of millions of these.
import type { Instruction, Plan } from '../compile/index.ts';
import { type Operator, operate, operateUnary, type Word, words } from '../language/index.ts';

const CONSTANT = 0;
const YEAR = 1;
/** Reads at a place that is the same in every year, or at a place a year. */
const LOAD = 2;
const LOAD_YEARLY = 3;
const ADD = 4;
const SUBTRACT = 5;
const MULTIPLY = 6;
const DIVIDE = 7;
/** Any other operator, and any word: looked up by its number. */
const OPERATE = 8;
const NEGATE = 9;
const NOT = 10;
const CALL = 11;

const QUICK: ReadonlyMap<Operator, number> = new Map([
  ['+', ADD],
  ['-', SUBTRACT],
  ['*', MULTIPLY],
  ['/', DIVIDE],
]);

/** A word with room for what it is given, written anew at each call. */
interface Call {
  readonly word: Word;
  readonly given: number[];
}

/** A stack program: the kind of each instruction with its number, place or index. */
export interface Ready {
  readonly kinds: Uint8Array;
  readonly operands: Float64Array;
  readonly operators: readonly Operator[];
  readonly calls: readonly Call[];
}

/** Where the first number of a cell stands among the numbers of a case. */
export function positionOf({ slots }: Plan, slot: number, cell: number): number {
  const found = slots[slot];
  if (found === undefined) throw new Error(`no slot ${slot}`);
  return found.offset + cell * found.times;
}

/** What a program reads: the position of a cell, and so many years before the program's own or at the index of one year. */
export type Read =
  | { readonly cell: number; readonly lag: number }
  | { readonly cell: number; readonly index: number };

export interface ReadyProgram {
  readonly code: Ready;
  readonly reads: readonly Read[];
}

export function makeReady(code: readonly Instruction[], plan: Plan): ReadyProgram {
  const kinds = new Uint8Array(code.length);
  const operands = new Float64Array(code.length);
  const operators: Operator[] = [];
  const calls: Call[] = [];
  const reads: Read[] = [];
  const put = (index: number, kind: number, operand: number): void => {
    kinds[index] = kind;
    operands[index] = operand;
  };
  for (const [index, one] of code.entries())
    switch (one.kind) {
      case 'constant':
        put(index, CONSTANT, one.value);
        break;
      case 'year':
        put(index, YEAR, 0);
        break;
      case 'load': {
        const start = positionOf(plan, one.slot, one.cell);
        const at =
          plan.slots[one.slot]?.times === 1 ? 0 : one.time.kind === 'fixed' ? one.time.index : undefined;
        if (at !== undefined) {
          put(index, LOAD, start + at);
          reads.push({ cell: start, index: at });
        } else if (one.time.kind === 'now') {
          put(index, LOAD_YEARLY, start - one.time.lag);
          reads.push({ cell: start, lag: one.time.lag });
        }
        break;
      }
      case 'operate': {
        const quick = QUICK.get(one.operator);
        put(index, quick ?? OPERATE, quick === undefined ? operators.push(one.operator) - 1 : 0);
        break;
      }
      case 'negate':
        put(index, NEGATE, 0);
        break;
      case 'not':
        put(index, NOT, 0);
        break;
      case 'call': {
        const word = words.get(one.word);
        if (word === undefined) throw new Error(`no word ${one.word}`);
        put(index, CALL, calls.push({ word, given: new Array<number>(one.count).fill(0) }) - 1);
        break;
      }
    }
  return { code: { kinds, operands, operators, calls }, reads };
}

/** The arrays are as long as the program and the plan keeps the stack balanced, so there is a number at every place. */
const at = (array: Float64Array, index: number): number => array[index] as number;

/** @param stack room for as many numbers as the program has instructions */
export function evaluate(
  { kinds, operands, operators, calls }: Ready,
  years: readonly number[],
  values: Float64Array,
  time: number,
  stack: Float64Array,
): number {
  let top = -1;
  for (let index = 0; index < kinds.length; index++)
    switch (kinds[index]) {
      case CONSTANT:
        stack[++top] = at(operands, index);
        break;
      case YEAR:
        stack[++top] = years[time] ?? Number.NaN;
        break;
      case LOAD:
        stack[++top] = at(values, at(operands, index));
        break;
      case LOAD_YEARLY:
        stack[++top] = at(values, at(operands, index) + time);
        break;
      case ADD:
        top--;
        stack[top] = at(stack, top) + at(stack, top + 1);
        break;
      case SUBTRACT:
        top--;
        stack[top] = at(stack, top) - at(stack, top + 1);
        break;
      case MULTIPLY:
        top--;
        stack[top] = at(stack, top) * at(stack, top + 1);
        break;
      case DIVIDE:
        top--;
        stack[top] = at(stack, top) / at(stack, top + 1);
        break;
      case OPERATE: {
        const operator = operators[at(operands, index)];
        if (operator === undefined) throw new Error('no operator');
        top--;
        stack[top] = operate(operator, at(stack, top), at(stack, top + 1));
        break;
      }
      case NEGATE:
        stack[top] = operateUnary('-', at(stack, top));
        break;
      case NOT:
        stack[top] = operateUnary('not', at(stack, top));
        break;
      case CALL: {
        const call = calls[at(operands, index)];
        if (call === undefined) throw new Error('no word');
        const { word, given } = call;
        top -= given.length - 1;
        for (let each = 0; each < given.length; each++) given[each] = at(stack, top + each);
        stack[top] = word.evaluate(given);
        break;
      }
    }
  return at(stack, top);
}
