// Stack programs as trees in which equal parts are one, with what each part depends on: the draw, the year, both or neither.
import type { Instruction } from '../types.ts';

export interface Term {
  readonly id: number;
  readonly instruction: Instruction;
  readonly operands: readonly Term[];
}

export type Load = Instruction & { readonly kind: 'load' };

/** Reads programs into terms; the same term is given for the same program. */
export type ReadTerms = (code: readonly Instruction[]) => Term;

export function makeTerms(): ReadTerms {
  const known = new Map<string, Term>();
  return (code) => {
    const stack: Term[] = [];
    for (const instruction of code) {
      const operands = stack.splice(stack.length - operandCount(instruction));
      const key = keyOf(instruction, operands);
      const term = known.get(key) ?? { id: known.size, instruction, operands };
      known.set(key, term);
      stack.push(term);
    }
    const [term] = stack;
    if (term === undefined || stack.length > 1)
      throw new Error('a program leaves one value: the plan is wrong');
    return term;
  };
}

/** A text that tells terms apart; a serialiser for all kinds alike would take longer than all else here. */
function keyOf(instruction: Instruction, operands: readonly Term[]): string {
  let key: string = instruction.kind;
  if (instruction.kind === 'load') {
    const { slot, cell, time } = instruction;
    key = `${slot} ${cell} ${time.kind === 'now' ? -time.lag : `at ${time.index}`}`;
  } else if (instruction.kind === 'constant')
    key = `constant ${Object.is(instruction.value, -0) ? '-0' : instruction.value}`;
  else if (instruction.kind === 'operate') key = instruction.operator;
  else if (instruction.kind === 'call') key = instruction.word;
  for (const { id } of operands) key += ` ${id}`;
  return key;
}

function operandCount(instruction: Instruction): number {
  switch (instruction.kind) {
    case 'constant':
    case 'year':
    case 'load':
      return 0;
    case 'negate':
    case 'not':
      return 1;
    case 'operate':
      return 2;
    case 'call':
      return instruction.count;
  }
}

/** The program of a term. */
export const programOf = ({ instruction, operands }: Term): readonly Instruction[] => [
  ...operands.flatMap(programOf),
  instruction,
];

/** A program of the base year for any year: what it reads of its own year it reads of that one. */
export const fixYear = (
  code: readonly Instruction[],
  { baseIndex, years }: { readonly baseIndex: number; readonly years: readonly number[] },
): readonly Instruction[] =>
  code.map((instruction): Instruction => {
    if (instruction.kind === 'year') return { kind: 'constant', value: years[baseIndex] ?? Number.NaN };
    return instruction.kind === 'load' && instruction.time.kind === 'now'
      ? { ...instruction, time: { kind: 'fixed', index: baseIndex - instruction.time.lag } }
      : instruction;
  });

/** Every load of a term, each once. */
export function loadsOf(term: Term): readonly Load[] {
  const seen = new Set<Term>([term]);
  // The set grows while it is walked.
  for (const each of seen) for (const operand of each.operands) seen.add(operand);
  return [...seen].flatMap(({ instruction }) => (instruction.kind === 'load' ? [instruction] : []));
}

/**
 * Cells of this year's that a term passes on to its value whenever they are not finite: through sums, products and the like, but
 * not through a comparison, a choice or a divisor, which may lose it.
 */
export function passedOn(term: Term): readonly Load[] {
  const found: Load[] = [];
  const seen = new Set<Term>();
  const walk = (each: Term | undefined): void => {
    if (each === undefined || seen.has(each)) return;
    seen.add(each);
    const { instruction, operands } = each;
    const [first, second] = operands;
    switch (instruction.kind) {
      case 'load':
        if (instruction.time.kind !== 'now' || instruction.time.lag <= 0) found.push(instruction);
        return;
      case 'negate':
        walk(first);
        return;
      case 'call':
        if (['abs', 'sqrt'].includes(instruction.word)) walk(first);
        return;
      case 'operate':
        if (['+', '-', '*', '/'].includes(instruction.operator)) walk(first);
        if (['+', '-', '*'].includes(instruction.operator)) walk(second);
    }
  };
  walk(term);
  return found;
}

/** These give a number where all that they are given are numbers. */
const CLOSED = new Set([
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'and',
  'or',
  'not',
  'negate',
  'if',
  'min',
  'max',
  'abs',
]);

/** Whether the value of a term may be none: quantities are numbers, but what is computed of them may divide by zero. */
export function mayFail({ instruction, operands }: Term): boolean {
  let name: string = instruction.kind;
  if (instruction.kind === 'operate') name = instruction.operator;
  else if (instruction.kind === 'call') name = instruction.word;
  return CLOSED.has(name) ? operands.some(mayFail) : operands.length > 0;
}
