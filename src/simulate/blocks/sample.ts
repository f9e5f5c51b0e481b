// Draws of cases as they are, and what a look at them tells.
import { DOUBLE, fillDeviations, runBlock, type Share } from './block.ts';
import { layOut, makeMemory, writeTable } from './memory.ts';
import { endsOf } from './ranges.ts';
import type { Glance, Look } from './types.ts';

/** Draws of cases, for the ranges in which they lie; cases of the same draws go together, since they may have much in common. */
export const look = (share: Share, glances: readonly Glance[]): readonly Look[] =>
  [...new Set(glances.map(({ from }) => from))].flatMap((start) => {
    const together = glances.filter(({ from }) => from === start);
    const cases = together.map(({ index }) => index);
    const { to = start } = together[0] ?? {};
    return sample(share, cases, start, to).map(({ rows, failed }) => ({ ends: endsOf(rows), failed }));
  });

/** Draws of cases as they are, in a memory that is gone afterwards. */
export function sample(
  { setup, deviates }: Share,
  cases: readonly number[],
  from: number,
  to: number,
): readonly { readonly rows: readonly Float64Array[]; readonly failed: readonly number[] }[] {
  const { layout, drawPlan, tables } = setup;
  const draws = to - from;
  const wanted = { chunk: draws, kept: 0, tables: cases.length, cases: 0 };
  const memory = makeMemory(setup, layOut(layout, drawPlan, wanted));
  const share = { setup, deviates, memory };
  fillDeviations(share, from, to);
  const { block, rowBytes, tileRows } = layout;
  const found = cases.map((index, place) => {
    const table = tables[index];
    if (table === undefined) throw new Error(`no case ${index}`);
    writeTable(memory, place, table);
    const rows = Array.from({ length: tileRows }, () => new Float64Array(draws));
    const failed: number[] = [];
    return { index, place, rows, failed };
  });
  for (let draw = from; draw < to; draw += block) {
    const size = Math.min(block, to - draw);
    const at = { start: from, draw, draws: size };
    runBlock(
      share,
      found,
      at,
      () => memory.layout.tiles,
      ({ rows, failed }, tile, finite) => {
        if (!finite) failed.push(draw);
        rows.forEach((drawn, row) => {
          const first = (tile + row * rowBytes) / DOUBLE;
          drawn.set(memory.doubles.subarray(first, first + size), draw - from);
        });
      },
    );
  }
  return found;
}
