// Draws as they are, for whoever needs more of them than their summaries.
import { compileKernels, randomModule, summaryModule } from '../../compile/index.ts';
import type { Outcome } from '../../diagnostics/index.ts';
import { execute } from '../machine.ts';
import type { Run } from '../types.ts';
import { faultsOf } from './alone.ts';
import type { DrawRequest } from './index.ts';
import { caseTables, uncertainCells } from './table.ts';

/** Draws that are computed at a time. */
const CHUNK = 8192;

/** What is asked: numbers of one year each, since every draw of them is kept. */
export type ValuesRequest = Pick<DrawRequest, 'drawPlan' | 'deviates' | 'outputs' | 'workers' | 'block'>;

/**
 * Every draw of the outputs, which are those of the base year (`over: base`), for some cases of a run.
 * @returns [case][output][draw]
 */
export async function drawValues(
  run: Run,
  cases: readonly number[],
  request: ValuesRequest,
): Promise<Outcome<readonly (readonly Float64Array[])[]>> {
  const { plan } = run;
  const { drawPlan, outputs, workers, block } = request;
  const { module, layout } = compileKernels(plan, uncertainCells(drawPlan), outputs, block);
  const tables = caseTables(plan, layout, run.cases, drawPlan.cases);
  const kernels = new WebAssembly.Module(module);
  const setup = {
    ...{ kernels, summaries: new WebAssembly.Module(summaryModule()) },
    random: new WebAssembly.Module(randomModule()),
    ...{ layout, drawPlan, tables, scenarios: [...tables.keys()], kept: 0, from: 0, to: drawPlan.total },
  };
  await Promise.all(workers.map((worker) => worker({ kind: 'set up', setup })));
  const starts = Array.from({ length: Math.ceil(drawPlan.total / CHUNK) }, (_, chunk) => chunk * CHUNK);
  const found: Float64Array[][] = [];
  for (const index of cases) {
    const rows = outputs.map(({ code }, output) =>
      centralOr(run, index, code, layout.outputs[output]?.rows ?? 0, drawPlan.total),
    );
    const replies = await Promise.all(
      starts.map(async (from, chunk) => {
        const worker = workers[chunk % workers.length];
        if (worker === undefined) throw new Error('there are no workers');
        const to = Math.min(drawPlan.total, from + CHUNK);
        return { from, reply: await worker({ kind: 'values', case: index, from, to }) };
      }),
    );
    for (const { from, reply } of replies) {
      if (reply.kind !== 'values')
        throw new Error(`a worker answers ${reply.kind} when it is asked for values`);
      const failed = run.cases.map((_, each) => (each === index ? reply.failed : []));
      const diagnostics = faultsOf(run, request, failed);
      if (diagnostics.length > 0) return { diagnostics };
      outputs.forEach((_, output) => {
        const place = layout.outputs[output];
        const row = place === undefined || place.rows === 0 ? undefined : reply.rows[place.row];
        if (row !== undefined) rows[output]?.set(row, from);
      });
    }
    found.push(rows);
  }
  return { value: found, diagnostics: [] };
}

/** Room for the draws of an output; where all draws are alike they are filled in at once. */
function centralOr(
  { plan, cases }: Run,
  index: number,
  code: DrawRequest['outputs'][number]['code'],
  rows: number,
  draws: number,
): Float64Array {
  const values = new Float64Array(draws);
  if (rows > 0) return values;
  const result = new Float64Array(1);
  execute(code, { plan, draws: 1 }, cases[index]?.values ?? new Float64Array(), plan.baseIndex, result);
  return values.fill(result[0] ?? Number.NaN);
}
