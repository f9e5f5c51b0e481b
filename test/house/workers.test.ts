// Threads that compute draws: bundled as npm bundles them, light to start, and of the same answers as this thread.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleDrawThread } from '../../src/cli/bundle.js';
import { startWorkers } from '../../src/cli/workers.ts';
import {
  type DrawRequest,
  deviates,
  planDraws,
  simulateDraws,
  workerHere,
} from '../../src/simulate/index.ts';
import { loadBoard } from '../kit/project.ts';
import { allCells, centralRun } from '../kit/random-draws.ts';

let folder = '';
let inputs: readonly string[] = [];
const file = () => pathToFileURL(join(folder, 'draw_worker.cjs'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tcfd-workers-'));
  const { outputs } = await bundleDrawThread(folder);
  inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a thread that computes draws', () => {
  it('loads no package, and of the engine the language, the draws and the run over blocks alone', () => {
    expect(existsSync(join(folder, 'draw_worker.cjs'))).toBe(true);
    const rest =
      /^src\/(?:cli\/draw_worker|simulate\/(?:blocks|draws)\/|language\/|compile\/(?:kernels\/)?types)/;
    expect(inputs.filter((path) => !rest.test(path))).toEqual([]);
  });

  it('gives what this thread gives, to the last bit, whether draws are kept or not', async () => {
    const { run: whole, study, plan } = centralRun(await loadBoard());
    if (whole === undefined || study.uncertainty === undefined)
      throw new Error('the real study is not uncertain');
    // One case says it, and costs less than all.
    const cases = study.cases.slice(0, 1);
    const run = { ...whole, cases: whole.cases.slice(0, 1) };
    const draws = 1100;
    const drawPlan = planDraws(plan, cases, { ...study.uncertainty, draws });
    const names = new Set(study.headlines);
    const outputs = allCells(run).filter(({ slot }) => names.has(plan.slots[slot]?.quantity ?? ''));
    const threads = startWorkers(2, () => undefined, file());
    try {
      for (const memory of [2 ** 30, 0]) {
        const request: DrawRequest = {
          ...{ drawPlan, deviates, outputs, memory, block: 128 },
          ...{ percentiles: [0.05, 0.5, 0.95], tail: 0.05, workers: [workerHere(deviates)] },
        };
        const one = await simulateDraws(run, request);
        const two = await simulateDraws(run, { ...request, workers: threads.workers });
        expect(one.diagnostics).toEqual([]);
        expect(one.value?.cases[0]?.outputs.length).toBe(outputs.length);
        expect(two).toEqual(one);
      }
    } finally {
      threads.end();
    }
  });

  it('answers nothing after it failed, and says so to whoever asks it then', async () => {
    const broken = join(folder, 'broken.mjs');
    writeFileSync(
      broken,
      "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { throw new Error('broken'); });\n",
    );
    const { workers, end } = startWorkers(1, () => undefined, pathToFileURL(broken));
    const [worker] = workers;
    const ask = () => worker?.({ kind: 'look', glances: [] });
    const [first, second] = await Promise.allSettled([ask(), ask()]);
    const third = await Promise.allSettled([ask()]);
    end();
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'broken' } });
    for (const one of [second, ...third])
      expect(one).toMatchObject({
        status: 'rejected',
        reason: { message: 'a thread that computes draws has ended' },
      });
  });

  it('says so where the bundle lacks it', () => {
    const nothing = pathToFileURL(join(folder, 'nothing.js'));
    expect(() => startWorkers(1, () => undefined, nothing)).toThrow(/the bundle is not complete/);
  });
});
