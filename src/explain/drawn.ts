// An explanation of one draw beside that of the central case: which numbers differ, and what they are without draws.
import type { DrawnFrom, Explanation } from './types.ts';

/**
 * The explanation of a draw, each of its numbers with what it is in the central case where that differs.
 * @param central the same question, answered for the central case
 */
export function beside(drawn: Explanation, central: Explanation, from: DrawnFrom): Explanation {
  const numbers = [...drawn.numbers].map(([id, number]) => {
    const was = central.numbers.get(id);
    const same = was === undefined || Object.is(was.inBaseUnits, number.inBaseUnits);
    return [id, same ? number : { ...number, central: was.value }] as const;
  });
  return { ...drawn, numbers: new Map(numbers), drawn: from };
}
