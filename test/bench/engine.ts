// This engine on the reference model: its kernels alone, and whole runs over draws.
import { readFileSync } from 'node:fs';
import { startWorkers } from '../../src/cli/workers.ts';
import { compileKernels, type Output, summaryModule } from '../../src/compile/index.ts';
import { layOut, makeMemory, pointTable, writeTable } from '../../src/simulate/blocks/memory.ts';
import { caseTables, uncertainCells } from '../../src/simulate/blocks/table.ts';
import {
  type Deviates,
  type DrawPlan,
  type DrawRequest,
  deviates,
  type Run,
  simulateDraws,
  type Worker,
  workerHere,
} from '../../src/simulate/index.ts';
import { sourcesOf } from '../kit/memory.ts';
import { centralRun } from '../kit/random-draws.ts';
import { type ReferenceModel, referenceProject, SHOCK } from './reference.ts';
import { referenceDeviates } from './reference-draws.ts';

/** Draws that are computed together: what measured best for a model as small as the reference; a study takes as many as it does in a run. */
export const BLOCK = 128;
export const QUESTION = { percentiles: [0.05, 0.25, 0.5, 0.75, 0.95], tail: 0.05 };

export interface Reference {
  readonly model: ReferenceModel;
  readonly run: Run;
  readonly outputs: readonly Output[];
  /** Milliseconds from files to a run without draws. */
  readonly prepared: number;
}

export const modelIn = (folder: string): ReferenceModel =>
  JSON.parse(readFileSync(`${folder}/model.json`, 'utf8'));

export const reference = (folder: string): Reference => referenceOf(modelIn(folder));

export function referenceOf(model: ReferenceModel): Reference {
  const start = performance.now();
  const { run } = centralRun(sourcesOf(referenceProject(model), 'benchmark.yaml'));
  if (run === undefined) throw new Error('the reference model does not run');
  const outputs = model.outputs.map((name): Output => {
    const slot = run.plan.slotOf.get(name) ?? -1;
    return { over: 'years', code: [{ kind: 'load', slot, cell: 0, time: { kind: 'now', lag: 0 } }] };
  });
  return { model, run, outputs, prepared: performance.now() - start };
}

/** Draws as the engine makes them: each input by its distribution, and a normal number each year. */
export function drawPlanOf({ model, run }: Reference, total: number): DrawPlan {
  const { plan } = run;
  const inputs = Object.entries(model.inputs).map(([name, [kind, [a = 0, b = 0, c = 0]]], index) => {
    const low = kind === 'normal' || kind === 'lognormal' ? undefined : a - b;
    const ends = { low: low ?? 0, high: c - b };
    const shape =
      kind === 'normal' || kind === 'lognormal' ? { kind, sd: b } : { kind, low: ends.low, high: ends.high };
    const weight = kind === 'lognormal' ? Math.exp(a) : 1;
    return { stream: { name, key: [1, index] as const, shape, moments: [0] }, weights: [weight] };
  });
  const shock = {
    stream: {
      name: SHOCK,
      key: [1, 99] as const,
      shape: { kind: 'normal' as const, sd: 1 },
      moments: plan.years,
    },
    weights: plan.years.map(() => 1),
  };
  const all = [...inputs, shock];
  const drawn = all.map(({ stream, weights }, index) => ({
    ...{ slot: plan.slotOf.get(stream.name) ?? -1, cell: 0, stream: index, weights },
  }));
  return { sampling: 'plain', seed: 2026, total, streams: all.map(({ stream }) => stream), cases: [drawn] };
}

/** The draws of the C reference, which are values and not deviations from them. */
function sameDraws({ model, run, ...rest }: Reference, total: number) {
  const drawPlan = drawPlanOf({ model, run, ...rest }, total);
  const [drawn = []] = drawPlan.cases;
  const [central] = run.cases;
  if (central === undefined) throw new Error('the reference model has no case');
  const values = central.values.slice();
  for (const { slot } of drawn) {
    const { offset = 0, times = 1 } = run.plan.slots[slot] ?? {};
    values.fill(0, offset, offset + times);
  }
  const whole = drawn.map((each) => ({ ...each, weights: each.weights.map(() => 1) }));
  return { values, drawPlan: { ...drawPlan, cases: [whole] }, made: referenceDeviates(model) };
}

export interface KernelTime {
  readonly kernel: () => number;
  readonly value: (output: number, time: number, draw: number) => number;
  readonly moduleBytes: number;
}

/** The kernels alone on one thread, on the draws of C, with all draws of all outputs stored as C does. */
export function kernelOf(given: Reference, draws: number): KernelTime {
  const { run, outputs } = given;
  const { values, drawPlan, made } = sameDraws(given, draws);
  const { module, layout } = compileKernels(run.plan, uncertainCells(drawPlan), outputs, BLOCK);
  const places = layOut(layout, drawPlan, { chunk: draws, kept: 1, tables: 1, cases: 0 });
  const modules = {
    kernels: new WebAssembly.Module(module),
    summaries: new WebAssembly.Module(summaryModule()),
  };
  const memory = makeMemory(modules, places);
  const stride = places.deviationBytes / 8;
  drawPlan.streams.forEach((_, stream) => {
    const row = places.streamRows[stream] ?? 0;
    made(stream, 0, draws, memory.doubles, places.deviations / 8 + row * stride, stride);
  });
  const [table] = caseTables(run.plan, layout, [{ values }], drawPlan.cases);
  if (table === undefined) throw new Error('the reference model has no case');
  writeTable(memory, 0, table);
  return {
    moduleBytes: module.length,
    kernel: () => {
      const start = process.cpuUsage();
      for (let draw = 0, block = 0; draw < draws; draw += BLOCK, block++) {
        pointTable(memory, drawPlan, 0, table.streams, draw);
        memory.run(places.tables, places.tiles + block * places.tileBytes, Math.min(BLOCK, draws - draw) * 8);
      }
      return processorTime(start);
    },
    value: (output, time, draw) => {
      const row = (layout.outputs[output]?.row ?? 0) + time;
      const tile = places.tiles + Math.floor(draw / BLOCK) * places.tileBytes;
      return memory.doubles[(tile + row * layout.rowBytes) / 8 + (draw % BLOCK)] ?? Number.NaN;
    },
  };
}

/** Milliseconds of all threads since a reading. */
export function processorTime(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export interface WholeTime {
  /** Milliseconds from the plan to the summaries, and of its parts where it ran in this thread. */
  readonly total: number;
  /** Processor time of all threads: what other programs on the machine take does not count. */
  readonly processor: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly exact: boolean;
  /** Megabytes of the whole process at its most. */
  readonly peak: number;
  readonly medianOfLast: number;
}

/** A whole run: draws, model, mean, deviation, five percentiles and both tails of every output and year. */
export async function wholeRun(
  { run, outputs }: Pick<Reference, 'run' | 'outputs'>,
  drawPlan: DrawPlan,
  count: number,
  memory: number,
): Promise<WholeTime> {
  const parts: Record<string, number> = {};
  const timed =
    (worker: Worker): Worker =>
    async (request) => {
      const start = process.cpuUsage();
      const reply = await worker(request);
      parts[request.kind] = (parts[request.kind] ?? 0) + processorTime(start);
      return reply;
    };
  const threads = count > 0 ? startWorkers(count, () => undefined) : undefined;
  const workers = threads?.workers ?? [timed(workerHere(deviates))];
  const request: DrawRequest = { ...QUESTION, drawPlan, deviates, outputs, workers, memory, block: BLOCK };
  const start = performance.now();
  const before = process.cpuUsage();
  const { value, diagnostics } = await simulateDraws(run, request);
  const total = performance.now() - start;
  const processor = processorTime(before);
  threads?.end();
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  const peak = process.resourceUsage().maxRSS / 1024;
  const medianOfLast = value.cases[0]?.outputs.at(-1)?.at(-1)?.percentiles[2] ?? Number.NaN;
  return { total, processor, parts, exact: value.exact, peak, medianOfLast };
}

/** Percentiles of an output of the last year from the draws of C. */
export async function sameAsC(given: Reference, draws: number): Promise<readonly number[]> {
  const { values, drawPlan, made } = sameDraws(given, draws);
  const { run, outputs } = given;
  const prepare = (): Deviates => made;
  const cases = run.cases.map((each) => ({ ...each, values }));
  const request = {
    ...QUESTION,
    drawPlan,
    deviates: prepare,
    outputs,
    workers: [workerHere(prepare)],
    memory: 2 ** 30,
    block: BLOCK,
  };
  const { value } = await simulateDraws({ ...run, cases }, request);
  return value?.cases[0]?.outputs.at(-1)?.at(-1)?.percentiles ?? [];
}
