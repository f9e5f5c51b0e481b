// What kernels read that is the same in all draws: which cells are uncertain, and the numbers of each case, computed once.
import type { KernelLayout, Plan, TableValue, UncertainCell } from '../../compile/index.ts';
import type { DrawnCell, DrawPlan } from '../draws/types.ts';
import { execute } from '../machine.ts';

/** The table of one case as plain data, but for the addresses that its reader puts in front. */
export interface CaseTable {
  /** The stream of each uncertain cell; undefined where it is certain in this case, which any stream serves, weighed by 0. */
  readonly streams: readonly (number | undefined)[];
  /** The steady numbers and those of each year. */
  readonly numbers: Float64Array;
}

/** The input cells that differ from draw to draw in any case, in the order of their slots. */
export function uncertainCells({ streams, cases }: DrawPlan): readonly UncertainCell[] {
  const found = new Map<string, UncertainCell>();
  for (const { slot, cell, stream } of cases.flat()) {
    const key = `${slot} ${cell}`;
    const yearly = (streams[stream]?.moments.length ?? 1) > 1 || found.get(key)?.yearly === true;
    found.set(key, { slot, cell, yearly });
  }
  return [...found.values()].toSorted((left, right) => left.slot - right.slot || left.cell - right.cell);
}

/**
 * @param central the numbers of the case without draws, laid out as the plan's slots say
 * @param drawn the uncertain cells of the case
 */
export function caseTable(
  plan: Plan,
  { table }: KernelLayout,
  central: Float64Array,
  drawn: readonly DrawnCell[],
): CaseTable {
  const place = ({ slot, cell }: { readonly slot: number; readonly cell: number }): string =>
    `${slot} ${cell}`;
  const found = new Map(drawn.map((each) => [place(each), each]));
  const cells = table.uncertain.map((each) => found.get(place(each)));
  const result = new Float64Array(1);
  const number = (value: TableValue, time: number): number => {
    if (value.kind === 'weight') {
      const weights = cells[value.uncertain]?.weights;
      if (weights === undefined) return 0;
      const at = value.time.kind === 'fixed' ? value.time.index : time - value.time.lag;
      return at < 0 ? Number.NaN : (weights[weights.length === 1 ? 0 : at] ?? Number.NaN);
    }
    // No formula looks before the first year; what would is not asked for there.
    if (time < value.lag) return Number.NaN;
    execute(value.code, { plan, draws: 1 }, central, time, result);
    return result[0] ?? Number.NaN;
  };
  const lagOf = (value: TableValue): number => (value.kind === 'code' ? value.lag : 0);
  const steady = table.steady.map((value) => number(value, lagOf(value)));
  const yearly = plan.years.flatMap((_, time) => table.yearly.map((value) => number(value, time)));
  return {
    streams: cells.map((cell) => cell?.stream),
    numbers: Float64Array.from([...steady, ...yearly]),
  };
}
