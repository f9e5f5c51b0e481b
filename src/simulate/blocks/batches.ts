// Which cases are computed together: those of one scenario, since much of what they compute rests on the scenario alone.
import type { Alike, Plan } from '../../compile/index.ts';
import type { DrawnCell, DrawPlan } from '../draws/types.ts';
import { position, type Run } from '../types.ts';

type Groups = readonly (readonly number[])[];

/** The cases of the run, in their order, those of a scenario that follow each other together. */
export function groupsOf({ cases }: Pick<Run, 'cases'>): Groups {
  const groups: number[][] = [];
  cases.forEach(({ case: { scenario } }, index) => {
    if (index > 0 && cases[index - 1]?.case.scenario.name === scenario.name) groups.at(-1)?.push(index);
    else groups.push([index]);
  });
  return groups;
}

/** Cuts groups into batches of about the same size, none of more than `most` cases. */
export const batchesOf = (groups: Groups, most: number): Groups =>
  groups.flatMap((group) => {
    const size = Math.ceil(group.length / Math.ceil(group.length / most));
    return Array.from({ length: Math.ceil(group.length / size) }, (_, part) =>
      group.slice(part * size, (part + 1) * size),
    );
  });

/** Tells of a cell that is not computed from draws whether it is bit for bit the same within every group, its draws too. */
export function alikeIn(run: Run, drawPlan: DrawPlan, groups: Groups): Alike {
  const { plan } = run;
  // Where every case stands alone there is nothing to compute once.
  if (groups.every(({ length }) => length === 1)) return () => false;
  const drawn = drawPlan.cases.map((cells) => new Map(cells.map((cell) => [key(cell), cell])));
  const known = new Map<string, boolean>();
  return (cell) => {
    const found = known.get(key(cell)) ?? isAlike(plan, cell);
    known.set(key(cell), found);
    return found;
  };

  function isAlike({ slots }: Plan, cell: { readonly slot: number; readonly cell: number }): boolean {
    const times = slots[cell.slot]?.times ?? 1;
    const start = position(run, cell.slot, cell.cell, 0);
    return groups.every(([first = 0, ...others]) =>
      others.every((index) => {
        if (!sameDraws(drawn[first]?.get(key(cell)), drawn[index]?.get(key(cell)))) return false;
        const [left, right] = [run.cases[first]?.values, run.cases[index]?.values];
        for (let at = start; at < start + times; at++) if (!Object.is(left?.[at], right?.[at])) return false;
        return true;
      }),
    );
  }
}

const key = ({ slot, cell }: { readonly slot: number; readonly cell: number }): string => `${slot} ${cell}`;

function sameDraws(left: DrawnCell | undefined, right: DrawnCell | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return (
    left.stream === right.stream &&
    left.weights.length === right.weights.length &&
    left.weights.every((weight, index) => Object.is(weight, right.weights[index]))
  );
}
