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

/** What a program reads: the position of a cell, and so many years before the program's own or, where it is given, at the index of one year. */
export interface Read {
  readonly cell: number;
  readonly lag: number;
  readonly index: number | undefined;
}

/** Where the number stands that is read by the number at an index; before the first year another formula stands in, which reads nothing there. */
export const placeOf = ({ cell, lag, index }: Read, time: number): number =>
  cell + (index ?? Math.max(0, time - lag));

export interface ReadyProgram {
  readonly code: Ready;
  readonly reads: readonly Read[];
}

/** @param now index of the only year in which the program is computed, if there is only one */
export function makeReady(code: readonly Instruction[], plan: Plan, now?: number): ReadyProgram {
  const kinds = new Uint8Array(code.length);
  const operands = new Float64Array(code.length);
  const operators: Operator[] = [];
  const calls: Call[] = [];
  const reads: Read[] = [];
  let index = 0;
  for (const one of code) {
    switch (one.kind) {
      case 'constant':
        kinds[index] = CONSTANT;
        operands[index] = one.value;
        break;
      case 'year':
        kinds[index] = YEAR;
        break;
      case 'load': {
        const read = readOf(one, plan, now);
        reads.push(read);
        kinds[index] = read.index === undefined ? LOAD_YEARLY : LOAD;
        operands[index] = read.cell + (read.index ?? -read.lag);
        break;
      }
      case 'operate': {
        const quick = QUICK.get(one.operator);
        kinds[index] = quick ?? OPERATE;
        if (quick === undefined) operands[index] = operators.push(one.operator) - 1;
        break;
      }
      case 'negate':
        kinds[index] = NEGATE;
        break;
      case 'not':
        kinds[index] = NOT;
        break;
      case 'call': {
        const word = words.get(one.word);
        if (word === undefined) throw new Error(`no word ${one.word}`);
        kinds[index] = CALL;
        operands[index] = calls.push({ word, given: new Array<number>(one.count).fill(0) }) - 1;
        break;
      }
    }
    index++;
  }
  return { code: { kinds, operands, operators, calls }, reads };
}

type Load = Extract<Instruction, { readonly kind: 'load' }>;

function readOf({ slot, cell, time }: Load, plan: Plan, now: number | undefined): Read {
  const start = positionOf(plan, slot, cell);
  if (plan.slots[slot]?.times === 1) return { cell: start, lag: 0, index: 0 };
  if (time.kind === 'fixed') return { cell: start, lag: 0, index: time.index };
  return { cell: start, lag: time.lag, index: now === undefined ? undefined : Math.max(0, now - time.lag) };
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
