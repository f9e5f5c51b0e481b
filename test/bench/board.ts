// The board study over draws: every scenario and strategy, the headlines of the study summed over their elements, all years.
import { join } from 'node:path';
import { BLOCK } from '../../src/analyse/draws.ts';
import { startWorkers } from '../../src/cli/workers.ts';
import { compile, type Output } from '../../src/compile/index.ts';
import { load } from '../../src/load/index.ts';
import { check } from '../../src/pipeline.ts';
import {
  deviates,
  planDraws,
  position,
  type Run,
  simulate,
  simulateDraws,
  workerHere,
} from '../../src/simulate/index.ts';
import { processorTime, QUESTION } from './engine.ts';

/** The sum over the elements of a quantity. */
export function totalOf({ plan, program }: Run, name: string): Output {
  const slot = plan.slotOf.get(name) ?? -1;
  const over = program.quantities.get(name)?.over ?? 'years';
  const time = over === 'base' ? { kind: 'fixed' as const, index: 0 } : { kind: 'now' as const, lag: 0 };
  const cells = plan.slots[slot]?.cells ?? [];
  return {
    over,
    code: cells.flatMap((_, cell) => [
      { kind: 'load' as const, slot, cell, time },
      ...(cell === 0 ? [] : [{ kind: 'operate' as const, operator: '+' as const }]),
    ]),
  };
}

/** The board study computed without draws. */
export async function loadStudy(folder: string) {
  const root = join(folder, '../..');
  const loaded = await load(['scenarios/innovation-new-material/board.yaml'], { cwd: root });
  const outcome = loaded.value === undefined ? undefined : check(loaded.value, []);
  const [checked] = outcome?.value ?? [];
  const study = checked?.program.study;
  if (checked === undefined || study?.uncertainty === undefined) {
    const said = [...loaded.diagnostics, ...(outcome?.diagnostics ?? [])].map(({ message }) => message);
    throw new Error(`the board study does not run over draws: ${said.join('; ')}`);
  }
  const plan = compile(checked, study.years, study.baseYear);
  const run = simulate(checked.program, plan, study.cases, 1).value;
  if (run === undefined) throw new Error('the board study does not run');
  return { run, study: { ...study, uncertainty: study.uncertainty } };
}

/** One line that says how long the study took, from its plan to the summaries of its headlines. */
export async function boardRun(folder: string, count: number, draws: number): Promise<string> {
  const { run, study } = await loadStudy(folder);
  const { plan } = run;
  const drawPlan = planDraws(plan, study.cases, { ...study.uncertainty, draws });
  const outputs = study.headlines.map((name) => totalOf(run, name));
  const threads = count > 0 ? startWorkers(count, () => undefined) : undefined;
  const workers = threads?.workers ?? [workerHere(deviates)];
  const start = performance.now();
  const before = process.cpuUsage();
  const { value, diagnostics } = await simulateDraws(run, {
    ...{ ...QUESTION, drawPlan, deviates, outputs, workers },
    ...{ memory: 2 ** 30, block: BLOCK },
  });
  const total = performance.now() - start;
  const processor = processorTime(before);
  threads?.end();
  if (value === undefined)
    return diagnostics.map(({ message, notes }) => [message, ...notes].join('; ')).join('; ');
  const [headline = ''] = study.headlines;
  const [first] = value.cases;
  const last = first?.outputs[0]
    ?.at(-1)
    ?.percentiles.map((each) => each.toPrecision(4))
    .join(' ');
  const central =
    run.cases[0]?.values[position(run, plan.slotOf.get(headline) ?? 0, 0, plan.years.length - 1)];
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return `${total.toFixed(0)} ms, processor time ${processor.toFixed(0)} ms, ${study.cases.length} cases, ${drawPlan.streams.length} streams, ${peak} MB at most (${headline} of the last year: ${last}; without draws ${central?.toPrecision(4)})`;
}
