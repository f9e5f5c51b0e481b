// What kernels read that is the same in all draws: which cells are uncertain, and the numbers of each case, computed once.
import type { KernelLayout, Plan, TableValue, UncertainCell } from '../../compile/index.ts';
import type { DrawnCell, DrawPlan } from '../draws/types.ts';
import { evaluate, makeReady, type Ready } from '../single.ts';
import type { CaseRun } from '../types.ts';

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

/** A number of the table, its program made ready. */
type ReadyValue =
  | Exclude<TableValue, { readonly kind: 'code' }>
  | { readonly kind: 'code'; readonly code: Ready; readonly lag: number };

const place = ({ slot, cell }: Pick<DrawnCell, 'slot' | 'cell'>): string => `${slot} ${cell}`;

/**
 * The tables of cases that were computed without draws.
 * @param drawn the uncertain cells of each case
 */
export function caseTables(
  plan: Plan,
  { table }: KernelLayout,
  cases: readonly Pick<CaseRun, 'values'>[],
  drawn: DrawPlan['cases'],
): readonly CaseTable[] {
  const ready = (value: TableValue): ReadyValue =>
    value.kind === 'code' ? { ...value, code: makeReady(value.code, plan).code } : value;
  const [steady, yearly] = [table.steady.map(ready), table.yearly.map(ready)];
  const longest = [...table.steady, ...table.yearly].map((value) =>
    value.kind === 'code' ? value.code.length : 0,
  );
  const stack = new Float64Array(longest.reduce((most, length) => Math.max(most, length), 1));
  return cases.map(({ values: central }, index) => {
    const found = new Map((drawn[index] ?? []).map((each) => [place(each), each]));
    const cells = table.uncertain.map((each) => found.get(place(each)));
    const number = (value: ReadyValue, time: number): number => {
      if (value.kind === 'weight') {
        const weights = cells[value.uncertain]?.weights;
        if (weights === undefined) return 0;
        const at = value.time.kind === 'fixed' ? value.time.index : time - value.time.lag;
        return at < 0 ? Number.NaN : (weights[weights.length === 1 ? 0 : at] ?? Number.NaN);
      }
      // No formula looks before the first year; what would is not asked for there.
      return time < value.lag ? Number.NaN : evaluate(value.code, plan.years, central, time, stack);
    };
    const numbers = new Float64Array(steady.length + plan.years.length * yearly.length);
    let end = 0;
    for (const value of steady) numbers[end++] = number(value, value.kind === 'code' ? value.lag : 0);
    for (const time of plan.years.keys()) for (const value of yearly) numbers[end++] = number(value, time);
    return { streams: cells.map((cell) => cell?.stream), numbers };
  });
}
