// HiGHS as the solver of plans: WebAssembly beside the program, loaded when a plan is asked for, without a network.

import type { Programme, Solve } from '../index.ts';

/** A plan is optimal to the last digit shown; HiGHS stops at one in ten thousand by itself. */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-10,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  random_seed: 0,
};

/** Rows one after the other, as HiGHS takes them. */
function matrixOf({ rows, columns }: Programme) {
  const starts = [0];
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length);
  const all = rows.flatMap(({ entries }) => entries);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(all, ({ column }) => column),
    values: Float64Array.from(all, ({ value }) => value),
  };
}

/** @throws where HiGHS neither solves a programme nor finds that it has no solution */
export async function loadSolver(): Promise<Solve> {
  const { default: found } = await import('highs');
  // Its types are those of its CommonJS twin, in which the loader stands one level deeper.
  const load = found as unknown as typeof found.default;
  const highs = await load();
  const { modelStatus, variableType } = highs.constants;
  const end = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  return (programme) => {
    const { columns, rows } = programme;
    if (columns.length === 0)
      return rows.every(({ lower, upper }) => lower <= 0 && upper >= 0)
        ? { cost: 0, columns: [], duals: rows.map(() => 0) }
        : undefined;
    const data = {
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(() => 0),
      colUpper: columns.map(({ upper }) => end(upper)),
      rowLower: rows.map(({ lower }) => end(lower)),
      rowUpper: rows.map(({ upper }) => end(upper)),
      matrix: matrixOf(programme),
      integrality: columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous)),
    };
    return highs.withModel(data, (model) => {
      model.options.set(OPTIONS);
      model.run();
      const status = model.getModelStatus();
      const { infeasible, optimal, unboundedOrInfeasible } = modelStatus;
      if (status === infeasible || status === unboundedOrInfeasible) return undefined;
      if (status !== optimal) throw new Error(`HiGHS ends a plan with status ${status}`);
      const { colValue, rowDual } = model.getSolution();
      const isWhole = columns.some(({ whole }) => whole);
      return {
        cost: model.getObjectiveValue(),
        columns: [...colValue],
        duals: rows.map((_, row) => (isWhole ? 0 : (rowDual[row] ?? 0))),
      };
    });
  };
}
