// A block of draws of some cases: their deviations, and the kernels run over them.
import type { Deviates } from '../draws/types.ts';
import { type Memory, pointTable, tableAt } from './memory.ts';
import type { Setup } from './types.ts';

export const DOUBLE = 8;
/** Draws whose deviations are there at once where draws are not kept. */
export const CHUNK = 8192;

/** What a worker computes its draws with. */
export interface Share {
  readonly setup: Setup;
  readonly deviates: Deviates;
  /** For one case, or for all at once where draws are not kept. */
  readonly memory: Memory;
}

export function fillDeviations({ setup, deviates, memory }: Share, from: number, to: number): void {
  const { layout, doubles } = memory;
  const stride = layout.deviationBytes / DOUBLE;
  setup.drawPlan.streams.forEach((_, stream) => {
    const row = layout.streamRows[stream] ?? 0;
    deviates(stream, from, to - from, doubles, layout.deviations / DOUBLE + row * stride, stride);
  });
}

/** A case of those that are computed at once. */
export interface Placed {
  readonly index: number;
  /** Which of them it is, and whose table, records and tiles are its own. */
  readonly place: number;
}

/**
 * Computes a block of some cases, one after the other, and what they have in common once for those of a scenario.
 * @param draw the first of the block, of draws whose deviations begin with `start`
 * @param use what is done with the case once its block is there; told whether all its numbers are finite
 */
export function runBlock<Case extends Placed>(
  { setup, memory }: Share,
  cases: readonly Case[],
  { start, draw, draws }: { readonly start: number; readonly draw: number; readonly draws: number },
  tileOf: (each: Case) => number,
  use: (each: Case, tile: number, finite: boolean) => void,
): void {
  const { drawPlan, scenarios, tables } = setup;
  const { breaks, rowBytes, common } = setup.layout;
  const clear = ({ address, rows }: (typeof breaks)['own']): void => {
    memory.doubles.fill(0, address / DOUBLE, (address + rows * rowBytes) / DOUBLE);
  };
  const bytes = draws * DOUBLE;
  let scenario: number | undefined;
  let commonFinite = true;
  for (const each of cases) {
    const table = tableAt(memory.layout, each.place);
    const tile = tileOf(each);
    pointTable(memory, drawPlan, each.place, tables[each.index]?.streams ?? [], draw - start);
    if (common && scenarios[each.index] !== scenario) {
      scenario = scenarios[each.index];
      clear(breaks.common);
      commonFinite = memory.common(table, tile, bytes) === 0;
    }
    clear(breaks.own);
    const finite = memory.run(table, tile, bytes) === 0;
    use(each, tile, commonFinite && finite);
  }
}

/** Where a block of a case lies, counted from the first whose draws are there. */
export const tileAt = ({ layout }: Memory, place: number, block: number): number =>
  layout.tiles + place * layout.caseBytes + block * layout.tileBytes;

/** Cases that follow each other, those of a scenario together. */
export function byScenario<Case>(
  { scenarios }: Setup,
  cases: readonly Case[],
  indexOf: (each: Case) => number,
): readonly (readonly Case[])[] {
  const found: Case[][] = [];
  cases.forEach((each, turn) => {
    const before = cases[turn - 1];
    const isSame = before !== undefined && scenarios[indexOf(before)] === scenarios[indexOf(each)];
    if (isSame) found.at(-1)?.push(each);
    else found.push([each]);
  });
  return found;
}
