// The run over draws: kernels made of the plan, draws shared out, and what they say of each series put together.
import {
  compileKernels,
  type KernelLayout,
  type Output,
  randomModule,
  summaryModule,
} from '../../compile/index.ts';
import type { Outcome } from '../../diagnostics/index.ts';
import type { DrawPlan, Prepare } from '../draws/types.ts';
import { execute } from '../machine.ts';
import { evaluate, makeReady } from '../single.ts';
import type { Run } from '../types.ts';
import { faultsOf } from './alone.ts';
import { alikeIn, batchesIn, KEPT, scenariosOf } from './batches.ts';
import { gatherOf, type Merged, mergeCounted, summariesOfBins, summariesOfDraws } from './merge.ts';
import type { Question, Summary } from './order.ts';
import { glancesOf, LOOK, rangesOf } from './ranges.ts';
import { sharesOf } from './settled.ts';
import { makeShare } from './share.ts';
import { caseTables, uncertainCells } from './table.ts';
import type { Worker } from './types.ts';
import { askWorkers, shareOut } from './workers.ts';

export { drawAlone } from './alone.ts';
export type { Question, Summary } from './order.ts';
export { makeShare } from './share.ts';
export type { Reply, Request, Worker } from './types.ts';
export { drawValues } from './values.ts';

const DOUBLE = 8;
export interface DrawRequest extends Question {
  readonly drawPlan: DrawPlan;
  /** Makes what draws the deviations of a plan: the same that the workers have. */
  readonly deviates: Prepare;
  /** What is told of; a number on which neither they nor a condition of the plan rest is not computed. */
  readonly outputs: readonly Output[];
  readonly workers: readonly Worker[];
  /** Bytes of draws that are kept for exact percentiles; beyond them percentiles come from bins, with a bound of their error. */
  readonly memory: number;
  /** Draws that are computed together: a power of two from 8 to 1024. It changes how fast results are, not which. */
  readonly block: number;
}

/** What the draws say of one case. */
export interface CaseSummary {
  /** [output][year], or one alone for an output of the base year. */
  readonly outputs: readonly (readonly Summary[])[];
  /** Condition of the plan -> draws that break it. */
  readonly broken: readonly number[];
}

export interface DrawSummaries {
  readonly draws: number;
  /** Whether percentiles are those of the draws to the last bit. */
  readonly exact: boolean;
  /** In the order of the run's cases. */
  readonly cases: readonly CaseSummary[];
}

/** A worker in this thread. */
export function workerHere(deviates: Prepare): Worker {
  const share = makeShare(deviates);
  return async (request) => share(request);
}

/**
 * Computes all draws of all cases of a run that was computed without them.
 * @returns errors where a number of some draw is not finite: quantity, element, year and draw
 */
export async function simulateDraws(run: Run, request: DrawRequest): Promise<Outcome<DrawSummaries>> {
  const { plan, cases } = run;
  const { drawPlan, block, memory } = request;
  const draws = drawPlan.total;
  const shares = shareOut(draws, request.workers);
  const ask = askWorkers(shares);
  const random = new WebAssembly.Module(randomModule());
  const moments = drawPlan.streams.reduce((sum, each) => sum + each.moments.length, 0);
  const most = Math.min(KEPT, cases.length);
  const rows = request.outputs.reduce((sum, { over }) => sum + (over === 'base' ? 1 : plan.years.length), 0);
  const exact = draws * (most * rows + moments) * DOUBLE <= memory;
  // The workers draw while this thread compiles the kernels; what is not kept is drawn when it is wanted, and only its means are made.
  const drawing = ask.each(({ from, to }) => ({
    kind: 'draw',
    ahead: { random, drawPlan, block, from, to: exact ? to : from },
  }));
  // Requests leave with the next turn of promises, and compiling gives none.
  await Promise.resolve();
  const scenarios = scenariosOf(run);
  const alike = alikeIn(run, drawPlan, scenarios);
  const { module, layout } = compileKernels(plan, uncertainCells(drawPlan), request.outputs, block, alike);
  const { batches, kept } = exact
    ? batchesIn(scenarios, layout, { draws, moments, memory })
    : { batches: [[...cases.keys()]], kept: 0 };
  const zeroOrOne = sharesOf(request.outputs, layout);
  const tables = caseTables(plan, layout, cases, drawPlan.cases);
  const kernels = new WebAssembly.Module(module);
  const summaries = new WebAssembly.Module(summaryModule());
  await drawing;
  await ask.each((share) => ({
    kind: 'set up',
    setup: {
      ...{ kernels, summaries, random, layout, drawPlan, tables, kept, from: share.from, to: share.to },
      scenarios: scenarios.flatMap((group, index) => group.map(() => index)),
    },
  }));

  const glances = glancesOf(cases.length, draws, exact ? LOOK.exact : LOOK.streamed);
  const seen = await ask.look(glances);
  const looks = cases.map((_, index) => seen.filter((__, place) => glances[place]?.index === index));
  const early = faultsOf(
    run,
    request,
    looks.map((each) => each.flatMap(({ failed }) => failed)),
  );
  if (early.length > 0) return { diagnostics: early };

  const found: CaseSummary[] = [];
  const broken = breaksIn(run, draws);
  const ranges = looks.map((each) => rangesOf(each.map(({ ends }) => ends)));
  const rangesIn = (batch: readonly number[]) => batch.flatMap((index) => ranges[index] ?? []);
  const counting: ReturnType<typeof ask.count>[] = [];
  const count = (turn: number): void => {
    const batch = batches[turn];
    if (batch === undefined) return;
    counting.push(oneTold(ask.count(batch, rangesIn(batch))));
  };
  for (let turn = 0; turn < KEPT; turn++) count(turn);
  const sizes = shares.map(({ from, to }) => to - from);
  for (const [turn, batch] of batches.entries()) {
    // Taken out of the list, so that the counts of a batch do not stay until all are through.
    const counted = (await counting.shift()) ?? [];
    const failed = cases.map((_, index) =>
      counted.flatMap((share) => share[batch.indexOf(index)]?.failed ?? []),
    );
    const diagnostics = faultsOf(run, request, failed);
    if (diagnostics.length > 0) return { diagnostics };
    const picking = rangesIn(batch).map((range, place) => {
      const index = batch[place] ?? 0;
      const parts = counted.flatMap((share) => share[place] ?? []);
      const merged = mergeCounted(parts, sizes, range, zeroOrOne, request);
      return {
        index,
        range,
        merged,
        gathering: exact ? oneTold(ask.gather(gatherOf(index, merged, request))) : undefined,
      };
    });
    // What is picked out makes room for a batch further on.
    if (exact) count(turn + KEPT);
    for (const { index, range, merged, gathering } of picking) {
      const rows =
        gathering === undefined
          ? summariesOfBins(merged, request, range)
          : summariesOfDraws(merged, await gathering, sizes, request);
      found.push({
        outputs: outputsOf(run, index, request, layout, rows),
        broken: broken(index, merged),
      });
    }
  }
  return { value: { draws, exact, cases: found }, diagnostics: [] };
}

/** An answer that is waited for later: where several fail, the first that is waited for is told. */
function oneTold<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return answer;
}

/** Summaries of each output, year by year; where all draws are alike they are those of one number. */
function outputsOf(
  run: Run,
  index: number,
  { outputs, percentiles }: DrawRequest,
  layout: KernelLayout,
  rows: readonly Summary[],
): CaseSummary['outputs'] {
  const { plan, cases } = run;
  return outputs.map(({ over, code }, output) => {
    const place = layout.outputs[output];
    const times = over === 'base' ? [plan.baseIndex] : [...plan.years.keys()];
    return times.map((time, at) => {
      const row =
        place === undefined || place.rows === 0 ? undefined : place.row + (place.rows === 1 ? 0 : at);
      const summary = row === undefined ? undefined : rows[row];
      if (summary !== undefined) return summary;
      const result = new Float64Array(1);
      execute(code, { plan, draws: 1 }, cases[index]?.values ?? new Float64Array(), time, result);
      return certain((result[0] ?? Number.NaN) + 0, percentiles.length);
    });
  });
}

const certain = (value: number, percentiles: number): Summary => {
  const all = (number: number): readonly number[] => Array.from({ length: percentiles }, () => number);
  return {
    ...{ mean: value, deviation: 0, lowest: value, highest: value, lowTail: value, highTail: value },
    ...{ percentiles: all(value), percentileErrors: all(0), percentileBounds: all(0) },
    tailBounds: [0, 0],
  };
};

/** Tells of a case which draws break each condition: all or none where all draws are alike. */
function breaksIn({ plan, cases }: Run, draws: number): (index: number, merged: Merged) => readonly number[] {
  const conditions = plan.conditions.map(({ over, cells }) => ({
    times: over === 'base' ? [plan.baseIndex] : [...plan.years.keys()],
    codes: cells.map(({ code }) => makeReady(code, plan).code),
  }));
  const longest = conditions.flatMap(({ codes }) => codes.map(({ kinds }) => kinds.length));
  const stack = new Float64Array(longest.reduce((most, length) => Math.max(most, length), 1));
  return (index, merged) => {
    const values = cases[index]?.values ?? new Float64Array();
    return conditions.map(({ times, codes }, condition) => {
      const counted = merged.broken[condition];
      if (counted !== undefined) return counted;
      const holds = codes.every((code) =>
        times.every((time) => {
          const found = evaluate(code, plan.years, values, time, stack);
          return found !== 0 && !Number.isNaN(found);
        }),
      );
      return holds ? 0 : draws;
    });
  };
}
