// Executes stack programs over all draws of one cell and year at once.
import type { Instruction } from '../compile/index.ts';
import { operate, operateUnary, words } from '../language/index.ts';
import { position, type Run } from './types.ts';

/** Computes `code` for the year at index `time` and leaves one number a draw in `result`. */
export function execute(
  code: readonly Instruction[],
  run: Pick<Run, 'plan' | 'draws'>,
  values: Float64Array,
  time: number,
  result: Float64Array,
): void {
  const { plan, draws } = run;
  const stack: Float64Array[] = [];
  const fill = (value: number): void => {
    stack.push(new Float64Array(draws).fill(value));
  };
  const take = (): Float64Array => {
    const top = stack.pop();
    if (top === undefined) throw new Error('the stack is empty: the plan is wrong');
    return top;
  };
  for (const instruction of code)
    switch (instruction.kind) {
      case 'constant':
        fill(instruction.value);
        break;
      case 'year':
        fill(plan.years[time] ?? Number.NaN);
        break;
      case 'load': {
        const at = instruction.time.kind === 'fixed' ? instruction.time.index : time - instruction.time.lag;
        const from = position(run, instruction.slot, instruction.cell, at);
        stack.push(values.slice(from, from + draws));
        break;
      }
      case 'operate': {
        const right = take();
        const left = take();
        stack.push(
          left.map((value, draw) => operate(instruction.operator, value, right[draw] ?? Number.NaN)),
        );
        break;
      }
      case 'negate':
        stack.push(take().map((value) => operateUnary('-', value)));
        break;
      case 'not':
        stack.push(take().map((value) => operateUnary('not', value)));
        break;
      case 'call': {
        const operands = stack.splice(stack.length - instruction.count);
        const word = words.get(instruction.word);
        if (word === undefined) throw new Error(`no word ${instruction.word}`);
        stack.push(
          new Float64Array(draws).map((_, draw) =>
            word.evaluate(operands.map((operand) => operand[draw] ?? Number.NaN)),
          ),
        );
        break;
      }
    }
  result.set(take());
}
