// Prints what the compile stage hands on: slots, blocks in order, and each stack program as a line that can be read.

import type { Instruction, Plan } from '../../src/compile/index.ts';
import { cell, indent, page } from './golden.ts';

function instruction(one: Instruction, plan: Plan): string {
  switch (one.kind) {
    case 'constant':
      return String(one.value);
    case 'load': {
      const slot = plan.slots[one.slot];
      const name = `${slot?.quantity}${cell(slot?.cells[one.cell] ?? [])}`;
      if (one.time.kind === 'now') return one.time.lag === 0 ? name : `${name}@-${one.time.lag}`;
      return slot?.times === 1 ? name : `${name}@${plan.years[one.time.index]}`;
    }
    case 'operate':
      return one.operator;
    case 'call':
      return `${one.word}/${one.count}`;
    default:
      return one.kind;
  }
}

const program = (code: readonly Instruction[], plan: Plan): string =>
  code.map((one) => instruction(one, plan)).join(' ');

export function printPlan(plan: Plan): string {
  const slots = plan.slots.map(
    ({ quantity, kind, cells, times, offset }) =>
      `${String(offset).padStart(4)}  ${kind.padEnd(7)}  ${quantity}: ${cells.length} x ${times}`,
  );
  const blocks = plan.blocks.map(({ over, steps }, index) => [
    `== block ${index + 1}, over ${over}`,
    ...steps.flatMap(({ slot, cell: at, code, first, firstYears }) => {
      const { quantity, cells } = plan.slots[slot] ?? { quantity: '', cells: [] };
      const target = `${quantity}${cell(cells[at] ?? [])}`;
      const opening = first === undefined ? [] : [`in the first ${firstYears}: ${program(first, plan)}`];
      return [`${target} <- ${program(code, plan)}`, ...indent(opening)];
    }),
  ]);
  const conditions = plan.conditions.flatMap((condition) => {
    const name = condition.kind === 'check' ? condition.name : `bounds of ${condition.quantity}`;
    return condition.cells.map(
      ({ key, code }) => `${name}${cell(key)} over ${condition.over}: ${program(code, plan)}`,
    );
  });
  return page([
    [`years ${plan.years.join(' ')}, base at ${plan.baseIndex}, ${plan.size} numbers`],
    ['== slots: first number, what, cells x years', ...slots],
    ...blocks,
    ['== conditions', ...conditions],
  ]);
}
