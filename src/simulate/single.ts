// Formulas made ready for one number at a time: where each load reads is settled once, and nothing is made while computing.
import type { Instruction, Plan } from '../compile/index.ts';
import { operate, operateUnary, words } from '../language/index.ts';

/** A stack program whose loads say where they read: at a place, or at a place a year. */
export type Ready = readonly (
  | Exclude<Instruction, { readonly kind: 'load' }>
  | { readonly kind: 'load'; readonly at: number; readonly isYearly: boolean }
)[];

/** Where the first number of a cell stands among the numbers of a case. */
export function positionOf({ slots }: Plan, slot: number, cell: number): number {
  const found = slots[slot];
  if (found === undefined) throw new Error(`no slot ${slot}`);
  return found.offset + cell * found.times;
}

/** @returns the program, and the positions of the cells that it reads */
export function makeReady(
  code: readonly Instruction[],
  plan: Plan,
): { readonly code: Ready; readonly reads: readonly number[] } {
  const reads = code.flatMap((one) => (one.kind === 'load' ? [positionOf(plan, one.slot, one.cell)] : []));
  const ready = code.map((one): Ready[number] => {
    if (one.kind !== 'load') return one;
    const start = positionOf(plan, one.slot, one.cell);
    if (plan.slots[one.slot]?.times === 1) return { kind: 'load', at: start, isYearly: false };
    return one.time.kind === 'fixed'
      ? { kind: 'load', at: start + one.time.index, isYearly: false }
      : { kind: 'load', at: start - one.time.lag, isYearly: true };
  });
  return { code: ready, reads };
}

/** @param stack room for as many numbers as the program has instructions */
export function evaluate(
  code: Ready,
  years: readonly number[],
  values: Float64Array,
  time: number,
  stack: Float64Array,
): number {
  let top = -1;
  for (const one of code)
    switch (one.kind) {
      case 'constant':
        stack[++top] = one.value;
        break;
      case 'year':
        stack[++top] = years[time] ?? Number.NaN;
        break;
      case 'load':
        stack[++top] = values[one.isYearly ? one.at + time : one.at] ?? Number.NaN;
        break;
      case 'operate':
        top--;
        stack[top] = operate(one.operator, stack[top] ?? Number.NaN, stack[top + 1] ?? Number.NaN);
        break;
      case 'negate':
        stack[top] = operateUnary('-', stack[top] ?? Number.NaN);
        break;
      case 'not':
        stack[top] = operateUnary('not', stack[top] ?? Number.NaN);
        break;
      case 'call': {
        top -= one.count - 1;
        const operands = [...stack.subarray(top, top + one.count)];
        stack[top] = words.get(one.word)?.evaluate(operands) ?? Number.NaN;
        break;
      }
    }
  return stack[top] ?? Number.NaN;
}
